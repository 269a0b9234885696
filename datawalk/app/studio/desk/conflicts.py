"""What two people changed at the same time, until one of them chooses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.merging import GONE, Clash
from datawalk.app.studio.desk.version import Version

Choice = Literal["mine", "theirs", "both"]


@dataclass(frozen=True, slots=True)
class ContestedField:
    """A setting, addressed from its station (or from the walk), with what each made of it."""

    address: Address
    base: Value
    mine: Value
    theirs: Value


@dataclass(frozen=True, slots=True)
class Contest:
    """All that two changed in one station; `station` is empty for settings of the walk.

    The walk has theirs until somebody chooses; `who` wrote mine.
    """

    id: str
    station: str
    who: str
    theirs: str
    when: float
    fields: tuple[ContestedField, ...]


def by_station(clashes: Iterable[Clash], now: Version) -> dict[str, list[ContestedField]]:
    """Clashes of a version, sorted by the stations that they stand in."""
    ids = {stop.index: stop.id for stop in now.stations}
    found: dict[str, list[ContestedField]] = {}
    for clash in clashes:
        station, inner = "", clash.address
        if inner[:1] == ("stations",) and len(inner) > 1 and inner[1] in ids:
            station, inner = ids[int(inner[1])], inner[2:]
        field = ContestedField(inner, clash.base, clash.mine, clash.theirs)
        found.setdefault(station, []).append(field)
    return found


def whole_text(contest: Contest) -> str | None:
    """My text, where the whole of it is contested because it or theirs is broken."""
    first = contest.fields[0] if contest.fields else None
    if first and first.address == () and not contest.station and isinstance(first.mine, str):
        return first.mine
    return None


def settled(read: Manuscript, contest: Contest, choice: Choice, start: Address) -> Manuscript:
    """The walk after a choice. `start` is the address of the contest's station."""
    if choice == "theirs":
        return read
    for field in reversed(contest.fields):
        read = _settled(read, (*start, *field.address), field, choice)
    return read


def _settled(read: Manuscript, where: Address, field: ContestedField, choice: Choice) -> Manuscript:
    mine = field.mine
    if mine == GONE:
        return read.drop(where) if choice == "mine" and read.has(where) else read
    if field.theirs == GONE:
        return _brought_back(read, where, mine)
    if choice == "mine":
        return read.put(where, mine)
    depth = next((n for n in range(len(where), 2, -1) if isinstance(where[n - 1], int)), 0)
    if depth and where[:depth] != where[:2]:
        owner, at = where[: depth - 1], int(where[depth - 1])
        theirs = read.value(where[:depth])
        with_mine = addresses.replaced(theirs, where[depth:], mine)
        return read.insert(owner, at + 1, theirs).put((*owner, at), with_mine)
    return read.put(where, _one_text(mine, read.value(where)))


def _brought_back(read: Manuscript, where: Address, mine: Value) -> Manuscript:
    """What they took out and mine changed, in its place again."""
    owner, step = where[:-1], where[-1]
    if isinstance(step, str):
        return read.put(where, mine)
    items = read.value(owner) if read.has(owner) else None
    return read.insert(owner, min(step, len(items) if isinstance(items, list) else 0), mine)


def _one_text(mine: Value, theirs: Value) -> Value:
    if isinstance(mine, str) and isinstance(theirs, str):
        return f"{mine}\n\n{theirs}" if "\n" in mine + theirs else f"{mine} / {theirs}"
    if isinstance(mine, list) and isinstance(theirs, list):
        return [*mine, *(item for item in theirs if item not in mine)]
    return mine


def kept_open(
    read: Manuscript, now: Version, contests: Sequence[Contest], who: str
) -> tuple[Manuscript, dict[str, Contest]]:
    """A change of somebody whose words are contested: they go on in the contest, and the walk
    keeps theirs."""
    found: dict[str, Contest] = {}
    for contest in contests:
        if not who or contest.who != who or (contest.station and not now.station(contest.station)):
            continue
        start = now.address(contest.station)
        fields = []
        for field in contest.fields:
            where = (*start, *field.address)
            if now.manuscript and read.has(where) and now.manuscript.has(where):
                mine, theirs = read.value(where), now.manuscript.value(where)
                if mine != theirs:
                    field = replace(field, mine=mine, theirs=theirs)
                    read = read.put(where, theirs)
            fields.append(field)
        if tuple(fields) != contest.fields:
            found[contest.id] = replace(contest, fields=tuple(fields))
    return read, found


def as_json(contests: Iterable[Contest]) -> list[dict[str, object]]:
    """Contests for a file."""
    return [
        {
            "id": one.id,
            "station": one.station,
            "who": one.who,
            "theirs": one.theirs,
            "when": one.when,
            "fields": [
                [addresses.written(f.address), f.base, f.mine, f.theirs] for f in one.fields
            ],
        }
        for one in contests
    ]


def from_json(data: object) -> tuple[Contest, ...]:
    """Contests from a file; what is damaged is left out."""
    found = []
    for one in data if isinstance(data, list) else []:
        try:
            found.append(_contest(one))
        except (KeyError, TypeError, ValueError):
            continue
    return tuple(found)


def _contest(one: Mapping[str, object]) -> Contest:
    fields = one["fields"]
    if not isinstance(fields, list):
        raise TypeError
    return Contest(
        str(one["id"]),
        str(one["station"]),
        str(one["who"]),
        str(one["theirs"]),
        float(str(one["when"])),
        tuple(ContestedField(addresses.read(where), *values) for where, *values in fields),
    )
