"""Which printed numbers change from one rendering of a walk to the next."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from datawalk.output.numbers import ADDED, HEADER, NUMBERS, unguarded
from datawalk.problems import At, refuse

Figure = Mapping[str, str]
"""One row of a numbers.csv by the names of its columns."""

Key = tuple[str, ...]

ASPECTS: Mapping[str, tuple[str, ...]] = {
    "printed": ("As printed",),
    "quality": ("Quality",),
    "year": ("Year",),
    "bounds": ("Lower bound", "Upper bound"),
    "stored": ("As stored",),
    "edition": ("Edition",),
}
"""What can change about a figure, what matters most to readers first."""
BEHIND = ("bounds", "stored", "edition")
"""What goes without saying where the printed number changes."""

ENDING = f"{NUMBERS}.csv"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is not as it was. `aspects` are those of ASPECTS that changed.

    A figure without an old row is new, one without a new row is gone; then there are no aspects.
    """

    old: Figure | None
    new: Figure | None
    aspects: tuple[str, ...] = ()

    @property
    def status(self) -> Literal["changed", "new", "gone"]:
        if self.old is None:
            return "new"
        return "gone" if self.new is None else "changed"

    @property
    def figure(self) -> Figure:
        """The row that tells which figure it is."""
        found = self.new or self.old
        assert found
        return found

    @property
    def rank(self) -> int:
        """Where it stands in a list: what is printed differently before what is not."""
        if self.status != "changed":
            return 1
        return min(list(ASPECTS).index(aspect) * 2 for aspect in self.aspects)


@dataclass(frozen=True, slots=True)
class Differences:
    """All changes, the weightiest first; the editions of both sides; how many stay as they are.

    `alone` are figures of a community's own files that an older version of the other side did not
    list, so that nothing can be said of them.
    """

    changes: tuple[Change, ...]
    old_editions: tuple[str, ...]
    new_editions: tuple[str, ...]
    same: int
    alone: int = 0

    @property
    def restated(self) -> bool:
        """Whether the figures come from other editions, which count differently."""
        return self.old_editions != self.new_editions


def read_numbers(path: Path) -> tuple[Figure, ...]:
    """The rows of a numbers.csv, or of the only one in a folder. Raises Problems."""
    file = _file(path)
    at = At(str(file))
    try:
        text = file.read_bytes().decode("utf-8-sig")
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    except OSError as error:
        raise refuse(f"{file} cannot be read: {error.strerror}.", at=at) from error
    except (UnicodeDecodeError, ValueError, csv.Error) as error:
        raise refuse(f"{file.name} is not a CSV file from datawalk.", _HINT, at) from error
    missing = [name for name in HEADER if name not in (*header, *ADDED)]
    if missing:
        raise refuse(f'{file.name} has no column "{missing[0]}".', _HINT, at)
    for row in rows:
        if len(row) != len(header):
            raise refuse(
                f"{file.name} has rows of {len(row)} and of {len(header)} cells.", _HINT, at
            )
    return tuple(dict(zip(header, map(unguarded, row), strict=True)) for row in rows)


_HINT = f"Give the file that ends in {ENDING}, as datawalk render wrote it, or its folder."


def _file(path: Path) -> Path:
    if not path.is_dir():
        return path
    found = sorted(path.glob(f"*{ENDING}"))
    if len(found) == 1:
        return found[0]
    if not found:
        raise refuse(f"There is no file ending in {ENDING} in {path}.", _HINT)
    names = ", ".join(file.name for file in found)
    raise refuse(f"There are several in {path}: {names}.", "Name one of them.")


def compared(old: Sequence[Figure], new: Sequence[Figure]) -> Differences:
    """The changes from `old` to `new`.

    A figure is known again by its station's title (by its number where the title changed), block,
    place, metric and group. A figure that was alone with these may have got another year; of
    several, as in a line over years, those of the same year belong together. The line in the file
    does not count, so that a row that is put in or sorted elsewhere changes nothing.
    """
    every = len(old) + len(new)
    old, new = _listed(old, new), _listed(new, old)
    shared = {f["Station title"] for f in old} & {f["Station title"] for f in new}
    olds, news = _by_key(old, shared), _by_key(new, shared)
    pairs = [
        pair
        for key in dict.fromkeys([*news, *olds])
        for pair in _paired(olds.get(key, []), news.get(key, []))
    ]
    changes = [change for pair in pairs if (change := _change(*pair))]
    return Differences(
        tuple(sorted(changes, key=lambda change: change.rank)),
        _editions(old),
        _editions(new),
        len(pairs) - len(changes),
        every - len(old) - len(new),
    )


def _listed(figures: Sequence[Figure], others: Sequence[Figure]) -> Sequence[Figure]:
    """Those that the other side would list too: older versions knew no files of communities."""
    old = others and not set(ADDED) & others[0].keys()
    return [f for f in figures if not f.get("Cell")] if old else figures


def _by_key(figures: Sequence[Figure], shared: set[str]) -> dict[Key, list[Figure]]:
    found: dict[Key, list[Figure]] = {}
    for figure in figures:
        title = figure["Station title"]
        station = title if title in shared else figure["Station"]
        place = figure["Place code"] or figure["Place"]
        parts = ("Block", "Metric", "Kind of group", "Group")
        found.setdefault((station, place, *(figure[name] for name in parts)), []).append(figure)
    return found


def _paired(
    olds: list[Figure], news: list[Figure]
) -> Iterator[tuple[Figure | None, Figure | None]]:
    years = [list(dict.fromkeys(f["Year"] for f in side)) for side in (olds, news)]
    if all(len(side) <= 1 for side in years):
        yield from _aligned(olds, news)
        return
    for year in dict.fromkeys([*years[1], *years[0]]):
        yield from _aligned(
            *([figure for figure in side if figure["Year"] == year] for side in (olds, news))
        )


def _aligned(
    olds: list[Figure], news: list[Figure]
) -> Iterator[tuple[Figure | None, Figure | None]]:
    """Figures that nothing but their order tells apart: like ones together, the others in turn."""
    before, after = ([(f["As printed"], f["As stored"]) for f in side] for side in (olds, news))
    for _, i, i_end, j, j_end in SequenceMatcher(None, before, after, False).get_opcodes():
        yield from zip_longest(olds[i:i_end], news[j:j_end])


def _change(old: Figure | None, new: Figure | None) -> Change | None:
    if old is None or new is None:
        return Change(old, new)
    aspects = tuple(
        aspect
        for aspect, columns in ASPECTS.items()
        if any(old[column] != new[column] for column in columns)
    )
    return Change(old, new, aspects) if aspects else None


def _editions(figures: Sequence[Figure]) -> tuple[str, ...]:
    return tuple(sorted({figure["Edition"] for figure in figures} - {""}))


def in_words(change: Change) -> tuple[str, str, str, str, str]:
    """What changed, the station with its block, the figure, how it was and how it is."""
    figure = change.figure
    block = f" › block {figure['Block']}" if figure["Block"] else ""
    station = f"{figure['Station']} {figure['Station title']}".strip() or "The walk"
    group = "" if figure["Group"] in ("", "All") else figure["Group"]
    label = ", ".join(part for part in (figure["Label"], group) if part)
    told = [a for a in change.aspects if "printed" not in change.aspects or a not in BEHIND]
    return (
        ", ".join(told) or change.status,
        f"{station}{block} ({figure['Kind of block']})",
        ": ".join(part for part in (label, figure["Place"]) if part),
        _told(change.old, "stored" in told),
        _told(change.new, "stored" in told),
    )


def _told(figure: Figure | None, stored: bool) -> str:
    """'84%, 2023, Strong', with the digits behind it where only those changed."""
    if figure is None:
        return "–"
    digits = f"({figure['As stored']})" if stored and figure["As stored"] else ""
    printed = f"{figure['As printed']} {digits}".strip()
    return ", ".join(part for part in (printed, figure["Year"], figure["Quality"]) if part)


def summary(found: Differences) -> str:
    """'2 printed numbers change, 1 is new; 57 stay as they are.'"""
    printed = sum("printed" in change.aspects for change in found.changes)
    counted = [f"{printed} printed number{' changes' if printed == 1 else 's change'}"]
    other = sum(c.status == "changed" and "printed" not in c.aspects for c in found.changes)
    counted += [f"{other} only behind the print"] if other else []
    for status in ("new", "gone"):
        count = sum(change.status == status for change in found.changes)
        counted += [f"{count} {'is' if count == 1 else 'are'} {status}"] if count else []
    stay = "1 stays as it is" if found.same == 1 else f"{found.same} stay as they are"
    told = f"{', '.join(counted)}; {stay}."
    if not found.alone:
        return told
    return (
        f"{told} Not compared: {found.alone} of files of your own, which an older datawalk did "
        "not list."
    )


def as_data(found: Differences) -> dict[str, object]:
    """The same for other programs."""
    return {
        "editions": {"old": list(found.old_editions), "new": list(found.new_editions)},
        "unchanged": found.same,
        "not_compared": found.alone,
        "changes": [
            {
                "status": change.status,
                "aspects": list(change.aspects),
                "old": change.old and dict(change.old),
                "new": change.new and dict(change.new),
            }
            for change in found.changes
        ],
    }
