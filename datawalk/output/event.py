"""The files of an event: a PDF for each kind of sheet, texts, the list of codes, and calendars."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from datawalk.compose.event.calendar import entries
from datawalk.compose.event.plan import plan_of
from datawalk.compose.event.texts import texts_of
from datawalk.layout.event.guide.content import guide_of
from datawalk.output.formats import paint
from datawalk.output.posters import Made
from datawalk.page.document import Document, Page
from datawalk.page.form import CameraForm
from datawalk.page.marks import INCH
from datawalk.walk import Walk
from datawalk.words import speaking

CODES = "codes.json"
CALENDAR = "timeline.ics"
GUIDE = "guide.docx"
EVENT = "event.ics"
A4_WIDTH = 8.3 * INCH
"""Wider sheets are letter."""


def event_files(document: Document, walk: Walk, folder: str) -> Iterator[tuple[str, Made]]:
    """Names in a folder, and contents."""
    for sheet, pages in groupby(document.pages, key=lambda page: page.section):
        part = replace(document, pages=tuple(pages))
        yield f"{folder}/{sheet}.pdf", Made(paint(part), len(part.pages))
    if any(page.forms for page in document.pages):
        yield f"{folder}/{CODES}", Made(codes_text(document).encode())
    sections = {page.section for page in document.pages}
    if "guide" in sections:
        yield f"{folder}/{GUIDE}", Made(_guide(document, walk))
    if "invitation" in sections:
        yield from _texts(document, walk, folder)
    if "timeline" in sections:
        from datawalk.output.calendar import calendar_bytes

        with speaking(document.language):
            told = entries(walk, plan_of(walk))
        yield f"{folder}/{CALENDAR}", Made(calendar_bytes(told))


def _texts(document: Document, walk: Walk, folder: str) -> Iterator[tuple[str, Made]]:
    """What to send, and the event for calendars."""
    from datawalk.output.calendar import calendar_bytes

    with speaking(document.language):
        plan = plan_of(walk)
        for text in texts_of(walk, plan):
            said = "\n\n".join(text.paragraphs) + "\n"
            yield f"{folder}/{text.file}", Made(said.encode())
        if plan.occasion.day:
            own = [entry for entry in entries(walk, plan) if entry.key.startswith("day-")]
            yield f"{folder}/{EVENT}", Made(calendar_bytes(own))


def _guide(document: Document, walk: Walk) -> bytes:
    """The guide for Word, on the paper of the sheets."""
    from datawalk.render.docx.guide import docx_bytes

    with speaking(document.language):
        guide = guide_of(walk, plan_of(walk))
        wide = min(document.pages[0].width, document.pages[0].height)
        size = "letter" if wide > A4_WIDTH else "a4"
        return docx_bytes(guide, document.language, size, document.theme.pillar("welcome"))


def codes_text(document: Document) -> str:
    """What a reader of photos needs: every code, and where marks and boxes stand, in inches.

    Sheets that are alike but for their code share a geometry.
    """
    shapes: dict[str, object] = {}
    names: dict[str, str] = {}
    sheets = []
    for page in document.pages:
        for form in page.forms:
            shape = _shape(page, form)
            key = json.dumps(shape, sort_keys=True)
            if key not in names:
                alike = sum(name.startswith(form.sheet) for name in names.values())
                names[key] = f"{form.sheet}-{alike + 1}"
                shapes[names[key]] = shape
            code = form.code
            sheets.append(
                {
                    "code": code.payload,
                    "kind": code.kind,
                    "sheet": form.sheet,
                    "station": code.station,
                    "group": code.group,
                    "number": code.number,
                    "language": document.language,
                    "geometry": names[key],
                }
            )
    told = {
        "walk": document.title,
        "event": next((form.code.event for page in document.pages for form in page.forms), ""),
        "marks": "ArUco 4X4_50",
        "units": "inches from the left top of the paper",
        "geometries": shapes,
        "sheets": sheets,
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def _shape(page: Page, form: CameraForm) -> dict[str, object]:
    return {
        "width": round(page.width / INCH, 4),
        "height": round(page.height / INCH, 4),
        "code": [_r(form.code_x), _r(form.code_y), _r(form.code_side)],
        "marks": [[mark.id, _r(mark.x), _r(mark.y), _r(mark.side)] for mark in form.marks],
        "boxes": [[box.name, _r(box.x), _r(box.y), _r(box.side)] for box in form.boxes],
    }


def _r(length: float) -> float:
    return round(length, 4)
