"""Decks that people have edited: never written over, brought up to date when asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from datawalk.brand.package import opened
from datawalk.output.posters import Made
from datawalk.problems import Problem, Problems, refuse

if TYPE_CHECKING:
    from datawalk.render.pptx.update.found import ShapeLocation
    from datawalk.render.pptx.update.update import Updated

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
        try:
            ready = _ready(path, made, update=update)
        except Problems as error:
            problems += error.problems
            continue
        found |= ready.files
        told += ready.told
    if problems:
        raise Problems(problems)
    return Kept(found, tuple(told))


def _ready(path: Path, made: Made, *, update: bool) -> Kept:
    if not _edited(path):
        return Kept({path: made})
    if update:
        return _updated(path, made)
    other = _free(path, "new")
    return Kept({other: made}, (_beside(path, other, shows_hidden=_exposing(path, made)),))


def _edited(path: Path) -> bool:
    """Whether a deck is there that is no longer as we wrote it. Raises Problems."""
    from datawalk.render.pptx.package import untouched

    try:
        return path.suffix == ".pptx" and path.is_file() and not untouched(path.read_bytes())
    except OSError as error:
        raise refuse(
            f"{path.name} cannot be read: {error.strerror}.",
            "Close it if it is open in another program, or choose another folder with --out.",
        ) from error


def _free(path: Path, word: str) -> Path:
    """A name beside a deck that no edited deck has: deck-new.pptx, deck-new-2.pptx …"""
    other, number = path.with_name(f"{path.stem}-{word}.pptx"), 1
    while _edited(other):
        number += 1
        other = path.with_name(f"{path.stem}-{word}-{number}.pptx")
    return other


def _exposing(path: Path, made: Made) -> bool:
    """Whether an edited deck shows numbers that are hidden now; a damaged one shows none."""
    from datawalk.render.pptx.update.update import exposing, readable

    try:
        blob = _opened(path)
    except Problems:
        return False
    return readable(blob) and exposing(blob, made.content)


def _beside(path: Path, other: Path, *, shows_hidden: bool) -> Problem:
    still = " It shows numbers that are hidden now to protect people." * shows_hidden
    return Problem(
        f"{path.name} was edited since datawalk made it, and stays as it is.{still}",
        f"The new one is {other.name}. To bring the figures of the edited one up to date, add "
        "--update.",
        severity="warning",
    )


def _updated(path: Path, made: Made) -> Kept:
    from datawalk.render.pptx.package import unmarked
    from datawalk.render.pptx.update.update import readable, strange, updated

    blob = _opened(path)
    if not readable(blob):
        raise refuse(f"{path.name} is damaged, or not a PowerPoint file.", MEND)
    if other := strange(blob, made.content):
        raise refuse(
            f"{path.name} is a deck of {other}; its figures cannot be brought up to date here.",
            "Give it another name, or choose another folder with --out.",
        )
    found = updated(blob, made.content)
    bare = (_unmarked(path),) if unmarked(blob) else ()
    changed = found.refreshed or found.concealed
    if not (changed or found.edited or found.gone or found.added or found.doubtful):
        return Kept({}, (*bare, _told(path, "is up to date.", "")))
    before = _free(path, "before")
    files = {path: replace(made, content=found.content), before: Made(path.read_bytes())}
    return Kept(files if changed else {}, (*bare, *_report(path, before, found)))


def _unmarked(path: Path) -> Problem:
    return _told(
        path,
        "was saved by LibreOffice, which loses the marks of titles, notes and source lines: they "
        "keep their old numbers and years.",
        "Compare them with a new deck, made with --out NEW.",
    )


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
    told += _hidden(path, before, found)
    if found.edited:
        what = f"keeps what you wrote: {_places(found.edited)}."
        told.append(_told(path, what, "See whether the figures in it still hold."))
    if found.gone:
        what = f"has slides that the walk has no longer: {_listed(found.gone)}."
        hint = (
            "Their figures were not brought up to date. Delete them if they tell about few people."
        )
        told.append(_told(path, what, hint))
    if found.added:
        named = ", ".join(f"“{title}”" for title in found.added[:MOST_NAMED])
        more = f" and {len(found.added) - MOST_NAMED} more" * (len(found.added) > MOST_NAMED)
        what = f"lacks slides of the walk: {named}{more}."
        told.append(_told(path, what, "If you want them, render with --out NEW and copy them."))
    return tuple(told)


def _hidden(path: Path, before: Path, found: Updated) -> list[Problem]:
    """Numbers that are hidden now: where they were taken out, and where they may still be."""
    told = []
    if found.concealed:
        what = f"had numbers that are hidden now: {_places(found.concealed)}. They were taken out."
        told.append(_told(path, what, "Read what is left of your own words there."))
        what = "still shows the numbers that are hidden now."
        told.append(_told(before, what, "Do not pass it on; delete it when you need it no more."))
    if found.doubtful:
        what = f"may still show a number that is hidden now: {_places(found.doubtful)}."
        told.append(_told(path, what, "Look there, and take out what tells about few people."))
    return told


def _places(spots: Iterable[ShapeLocation]) -> str:
    """'slide 2 (title), slide 5 (notes)', each once."""
    return ", ".join(dict.fromkeys(f"slide {spot.slide} ({_called(spot.kind)})" for spot in spots))


def _called(kind: str) -> str:
    return "notes" if kind.startswith("Notes") else kind.lower()


def _listed(numbers: Iterable[int]) -> str:
    """'slides 2, 5 and 7'."""
    each = [str(number) for number in sorted(set(numbers))]
    if len(each) == 1:
        return f"slide {each[0]}"
    return f"slides {', '.join(each[:-1])} and {each[-1]}"
