"""Pictures with too few pixels for the size at which they hang."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.advice.told import advice
from datawalk.exhibits import Picture
from datawalk.layout.page import INCH, Box, Document, Photo
from datawalk.problems import Problem

FINE = 150.0
COARSE = 100.0
"""Pixels for each inch: from 150 a poster is sharp, under 100 people see the squares."""
RULE = "150 pixels per inch and more for posters: Envision print guide"


def pixels_per_inch(box: Box) -> float | None:
    """How fine the picture of a box is at its placed size, or None if it holds none."""
    photo = next((ink for ink in box.ink if isinstance(ink, Photo)), None)
    if photo is None or not isinstance(box.exhibit, Picture):
        return None
    return box.exhibit.width / (photo.w / INCH)


def advise(document: Document) -> Iterator[Problem]:
    """Pictures on posters between 100 and 150 pixels per inch; coarser ones are warnings."""
    for page in document.pages if document.medium == "poster" else ():
        for box in page.boxes:
            fine = pixels_per_inch(box)
            if fine is None or box.exhibit is None or fine >= FINE:
                continue
            width = next(ink.w for ink in box.ink if isinstance(ink, Photo)) / INCH
            needed = f"Use one that is {width * FINE:.0f} pixels wide or more."
            what = f"This picture has {fine:.0f} pixels per inch at its size on the sheet"
            if fine < COARSE:
                what = f"{what}: people will see the squares."
                yield Problem(what, f"{needed} ({RULE})", box.exhibit.at, "warning")
            else:
                yield advice(f"{what}.", needed, RULE, box.exhibit.at)
