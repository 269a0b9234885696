"""Names of stations that stay theirs: wherever a station is moved and whatever is written in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from datawalk.app.studio.desk.address import Value

MOST = 400
"""How many stations are remembered, those that are gone included."""


@dataclass(frozen=True, slots=True)
class StationName:
    """A station's `id`, such as jobs-3f, and what it is known again by."""

    id: str
    template: str
    title: str
    content: str
    """A hash of all that is written in it."""


def named(
    stations: Sequence[Value], before: Sequence[StationName], gone: Iterable[StationName] = ()
) -> tuple[StationName, ...]:
    """The name of each station: the one it had `before`, or one of those that are gone, or a new
    one."""
    left = [*before, *gone]
    looks = [_look(station) for station in stations]
    found: dict[int, StationName] = {}
    for same in (_content, _both, _title, _template):
        for i, look in enumerate(looks):
            if i not in found and (one := next((k for k in left if same(k, look)), None)):
                found[i] = one
                left.remove(one)
    _by_neighbours(looks, found, before, left)
    taken = {name.id for name in [*found.values(), *left]}
    made = []
    for i, look in enumerate(looks):
        id_ = found[i].id if i in found else _fresh(look, taken)
        taken.add(id_)
        # One that cannot be read now is known again by what it was.
        kept = found[i] if i in found and stations[i] is None else look
        made.append(StationName(id_, kept.template, kept.title, kept.content))
    return tuple(made)


def gone(now: Iterable[StationName], before: Iterable[StationName]) -> tuple[StationName, ...]:
    """Those of before that are not among those of now."""
    here = {name.id for name in now}
    return tuple(name for name in before if name.id not in here)[:MOST]


def _content(one: StationName, other: StationName) -> bool:
    return one.content == other.content


def _both(one: StationName, other: StationName) -> bool:
    return bool(one.title) and (one.template, one.title) == (other.template, other.title)


def _title(one: StationName, other: StationName) -> bool:
    return bool(one.title) and one.title == other.title


def _template(one: StationName, other: StationName) -> bool:
    return bool(one.template) and one.template == other.template


def _by_neighbours(
    looks: Sequence[StationName],
    found: dict[int, StationName],
    before: Sequence[StationName],
    left: list[StationName],
) -> None:
    """A station of which all was changed: the one that is missed behind the same neighbour."""
    for i in range(len(looks)):
        if i in found:
            continue
        behind = before.index(found[i - 1]) + 1 if i and found.get(i - 1) in before else 0
        one = before[behind] if behind < len(before) and (behind or not i) else None
        if one in left:
            found[i] = one
            left.remove(one)


def _look(station: Value) -> StationName:
    said = station if isinstance(station, dict) else {}
    title = said.get("title") or said.get("question")
    if isinstance(title, Mapping):
        title = next((text for text in title.values() if text), None)
    template = said.get("template")
    return StationName(
        "",
        template if isinstance(template, str) else "",
        title if isinstance(title, str) else "",
        sha256(repr(_sorted(station)).encode("utf-8", "replace")).hexdigest()[:16],
    )


def _sorted(value: Value) -> object:
    if isinstance(value, dict):
        return sorted((key, _sorted(item)) for key, item in value.items())
    return [_sorted(item) for item in value] if isinstance(value, list) else value


def _fresh(look: StationName, taken: set[str]) -> str:
    """The end of the template's name or the first words of the title, and some signs."""
    said = look.template.removesuffix(".yaml").removesuffix(".yml").rpartition("/")[2] or look.title
    bare = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", bare)[:3]
    start = "-".join(words)[:24].strip("-") or "station"
    for turn in range(1000):
        digest = sha256(f"{start} {turn}".encode()).hexdigest()
        one = f"{start}-{digest[: 2 if turn < 20 else 4]}"
        if one not in taken:
            return one
    return f"{start}-{len(taken)}"


def as_json(names: Iterable[StationName]) -> list[dict[str, str]]:
    """Names for a file."""
    return [asdict(name) for name in names]


def from_json(data: object) -> tuple[StationName, ...]:
    """Names from a file; what is damaged is left out."""
    wanted = ("id", "template", "title", "content")
    found = []
    for one in data if isinstance(data, list) else []:
        if isinstance(one, dict) and all(isinstance(one.get(key), str) for key in wanted):
            found.append(StationName(*(one[key] for key in wanted)))
    return tuple({name.id: name for name in reversed(found)}.values())[::-1]
