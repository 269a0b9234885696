"""What there is to print of an event: a line for each kind of sheet, with its copies and sides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from datawalk.compose.event.plan import plan_of
from datawalk.layout.event.names import sheet_name
from datawalk.layout.event.sheets import copies_of
from datawalk.layout.poster.printing import Job
from datawalk.layout.poster.tiling import Paper
from datawalk.page.document import Document
from datawalk.page.marks import INCH
from datawalk.walk import Walk
from datawalk.words import speaking

FOLDED = ("booklet",)
"""Sheets that are printed on both sides."""


def event_jobs(walk: Walk, document: Document, paper: Paper, name: str) -> Iterator[Job]:
    """A line for each file of the folder `name`; on a call nothing is printed."""
    with speaking(walk.language):
        plan = plan_of(walk)
        for sheet, pages in groupby(document.pages, key=lambda page: page.section):
            if plan.occasion.online:
                return
            first, *more = pages
            yield Job(
                None,
                sheet_name(sheet).capitalize(),
                f"{name}/{sheet}.pdf",
                first.width / INCH,
                first.height / INCH,
                copies_of(sheet, plan),
                paper,
                1 + len(more),
                "both" if sheet in FOLDED else "one",
            )
