"""Spare note sheets: for any group, which is marked in a box; numbered on from the other ones."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.layout.event.notes import GROUPS_IN_ROW, NoteSheet, note_pages, note_sheets
from datawalk.layout.event.sheet import Materials
from datawalk.page.document import Page

SPARE = 2
"""Sheets for each station."""


def pages(materials: Materials) -> Iterator[Page]:
    """Two for each station. More groups than there is room for are written by hand."""
    plan = materials.plan
    first = sum(1 for _ in note_sheets(materials)) + 1
    marked = 0 if plan.rotation.mixed or plan.groups > 2 * GROUPS_IN_ROW else plan.groups
    stops = [stop for stop in plan.stops for _ in range(SPARE)]
    notes = [NoteSheet(stop, i, groups=marked) for i, stop in enumerate(stops, start=first)]
    yield from note_pages(materials, notes, "spare-notes")
