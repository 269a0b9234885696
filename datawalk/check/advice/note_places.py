"""Posters with room for hardly any notes under their questions."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.check.advice.told import advice
from datawalk.layout.exhibits.sticky import NOTE
from datawalk.page.document import Document, Page
from datawalk.page.marks import INCH, Rect
from datawalk.problems import Problem
from datawalk.walk import Walk

LEAST = 6
"""Notes of one group that a sheet should hold: one from each."""
RULE = "groups of six walk together, and each should find a place for a note"


def advise(walk: Walk, document: Document) -> Iterator[Problem]:
    """One piece of advice for all sheets that hold fewer notes than a group sticks."""
    if document.medium != "poster":
        return
    at = {station.number: station.at for station in walk.stations}
    few = {page.number: _places(page) for page in document.pages if 0 < _places(page) < LEAST}
    numbers = sorted(number for number in few if number in at)
    if numbers:
        size = "x".join(f"{side / INCH:g}" for side in _sides(document))
        alone = len(numbers) == 1
        which = "sheet of station" if alone else "sheets of stations"
        yield advice(
            f"On {size} the {which} {', '.join(map(str, numbers))} {'has' if alone else 'have'} "
            f"room for only {min(few.values())} notes.",
            "Hang a sheet to write on beside it (writing: sheet), ask fewer questions, or use a "
            "larger sheet.",
            RULE,
            at[numbers[0]],
        )


def _sides(document: Document) -> tuple[float, float]:
    return document.pages[0].width, document.pages[0].height


def _places(page: Page) -> int:
    """Places of the size of a note under the questions."""
    zones = (box for box in page.boxes if box.role == "zone")
    marks = (leaf for box in zones for leaf in box.leaves if isinstance(leaf, Rect))
    return sum(abs(mark.w - NOTE) < 1 and abs(mark.h - NOTE) < 1 for mark in marks)
