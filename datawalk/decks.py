"""Decks that people have edited: never written over, brought up to date when asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from datawalk.brand.package import opened
from datawalk.prints import Made
from datawalk.problems import Problem, Problems, refuse

if TYPE_CHECKING:
    from datawalk.render.pptx_update import Updated

MEND = "Save it anew in PowerPoint as a presentation (.pptx), or leave out --update."
MOST_NAMED = 8
"""So many slides without a like are named."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What to write in the end, and what to tell about decks that were edited."""

    files: Mapping[Path, Made]
    told: tuple[Problem, ...] = ()


def kept(files: Mapping[Path, Made], *, update: bool) -> Kept:
    """The files without one that would write over a deck that a person has edited.

    Such a deck gets the new one beside it, or with `update` the new figures, and a copy of what
    it was. Raises Problems for an edited deck that cannot be read.
    """
    found: dict[Path, Made] = {}
    told: list[Problem] = []
    problems: list[Problem] = []
    for path, made in files.items():
        if not _edited(path):
            found[path] = made
        elif update:
            try:
                ready = _updated(path, made)
            except Problems as error:
                problems += error.problems
                continue
            found |= ready.files
            told += ready.told
        else:
            other = _free(path, "new")
            found[other] = made
            told.append(_beside(path, other))
    if problems:
        raise Problems(problems)
    return Kept(found, tuple(told))


def _edited(path: Path) -> bool:
    """Whether a deck is there that is no longer as we wrote it."""
    from datawalk.render.package import untouched

    return path.suffix == ".pptx" and path.is_file() and not untouched(path.read_bytes())


def _free(path: Path, word: str) -> Path:
    """A name beside a deck that no edited deck has: deck-new.pptx, deck-new-2.pptx …"""
    other, number = path.with_name(f"{path.stem}-{word}.pptx"), 1
    while _edited(other):
        number += 1
        other = path.with_name(f"{path.stem}-{word}-{number}.pptx")
    return other


def _beside(path: Path, other: Path) -> Problem:
    return Problem(
        f"{path.name} was edited since datawalk made it, and stays as it is.",
        f"The new one is {other.name}. To bring the figures of the edited one up to date, add "
        "--update.",
        severity="warning",
    )


def _updated(path: Path, made: Made) -> Kept:
    from datawalk.render.pptx_update import readable, updated

    blob = _opened(path)
    if not readable(blob):
        raise refuse(f"{path.name} is damaged, or not a PowerPoint file.", MEND)
    found = updated(blob, made.content)
    if not (found.refreshed or found.edited or found.gone or found.added):
        return Kept({}, (_told(path, "is up to date.", ""),))
    before = _free(path, "before")
    files = {path: replace(made, content=found.content), before: Made(path.read_bytes())}
    return Kept(files if found.refreshed else {}, _report(path, before, found))


def _opened(path: Path) -> bytes:
    try:
        return opened(path)
    except Problems as found:
        raise Problems(replace(problem, try_this=MEND) for problem in found.problems) from None


def _told(path: Path, what: str, hint: str) -> Problem:
    return Problem(f"{path.name} {what}", hint, severity="warning")


def _report(path: Path, before: Path, found: Updated) -> tuple[Problem, ...]:
    """What was touched, what was left, and which slides have no like."""
    told: list[Problem] = []
    if found.refreshed:
        slides = _listed(spot.slide for spot in found.refreshed)
        what = f"has new figures on {slides}."
        told.append(_told(path, what, f"As it was before: {before.name}."))
    else:
        told.append(_told(path, "needed no new figures.", ""))
    if found.edited:
        places = (f"slide {spot.slide} ({spot.kind.lower()})" for spot in found.edited)
        what = f"keeps what you wrote: {', '.join(dict.fromkeys(places))}."
        told.append(_told(path, what, "See whether the figures in it still hold."))
    if found.gone:
        what = f"has slides that the walk has no longer: {_listed(found.gone)}."
        told.append(_told(path, what, "Their figures were not brought up to date."))
    if found.added:
        named = ", ".join(f"“{title}”" for title in found.added[:MOST_NAMED])
        more = f" and {len(found.added) - MOST_NAMED} more" * (len(found.added) > MOST_NAMED)
        what = f"lacks slides of the walk: {named}{more}."
        told.append(_told(path, what, "If you want them, render with --out NEW and copy them."))
    return tuple(told)


def _listed(numbers: Iterable[int]) -> str:
    """'slides 2, 5 and 7'."""
    each = [str(number) for number in sorted(set(numbers))]
    if len(each) == 1:
        return f"slide {each[0]}"
    return f"slides {', '.join(each[:-1])} and {each[-1]}"
