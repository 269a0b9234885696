"""What the pages of a kit hold, as plain data that a script without datawalk can work from."""

from __future__ import annotations

import base64
from typing import Any

from datawalk.exhibits import Bullets, Chart, Exhibit, Map, Picture, Prose, Stat, Table
from datawalk.kit import Kit
from datawalk.output.numbers import HEADER, numbers
from datawalk.page.document import Box, Page
from datawalk.page.marks import Text
from datawalk.prose import plain


def content(kit: Kit) -> dict[str, Any]:
    """The pages of every document by medium, the table of numbers and the list of what to print."""
    documents = zip(kit.outputs, kit.documents, strict=True)
    return {
        "pages": {o.medium: [page_told(page) for page in d.pages] for o, d in documents},
        "numbers": [HEADER, *(row.cells for row in numbers(kit.walk, kit.documents))],
        "jobs": [[job.station, job.title, job.file, job.copies] for job in kit.jobs],
    }


def page_told(page: Page) -> dict[str, Any]:
    """The title, the size in points, what stands on the page, and what the speaker says."""
    blocks = [box_told(box) for box in page.boxes]
    size = (page.width, page.height)
    return {"title": page.title, "size": size, "blocks": blocks, "notes": page.spoken}


def box_told(box: Box) -> dict[str, Any]:
    if box.exhibit is not None:
        return told(box.exhibit)
    return {"kind": "lines", "lines": [ink.text for ink in box.leaves if isinstance(ink, Text)]}


def told(exhibit: Exhibit) -> dict[str, Any]:
    """An exhibit: a chart by its values, a map by its outlines, all else by its words."""
    match exhibit:
        case Chart():
            return {"heading": exhibit.heading, **_chart(exhibit)}
        case Map():
            areas = [{"rings": area.rings, "shade": area.shade} for area in exhibit.areas]
            return {"heading": exhibit.heading, "kind": "map", "areas": areas}
        case Table():
            rows = [(exhibit.stub_head, *exhibit.columns)]
            rows += [(row.stub, *row.cells) for row in exhibit.rows]
            return {"heading": exhibit.heading, "kind": "table", "rows": rows}
        case Picture():
            data = base64.b64encode(exhibit.data).decode()
            return {"heading": exhibit.heading, "kind": "picture", "data": data}
    return {"heading": exhibit.heading, "kind": "lines", "lines": _lines(exhibit)}


def _chart(chart: Chart) -> dict[str, Any]:
    series = [
        {"label": s.label, "points": [(p.label, p.value, p.printed) for p in s.points]}
        for s in chart.series
    ]
    line = chart.reference.value if chart.reference else None
    shown = {"form": chart.form, "series": series, "field": chart.field, "reference": line}
    return {"kind": "chart", **shown}


def _lines(exhibit: Exhibit) -> list[str]:
    match exhibit:
        case Stat():
            return [exhibit.number, plain(exhibit.sentence), exhibit.comparison]
        case Prose():
            return [plain(words) for words in exhibit.paragraphs]
        case Bullets():
            return [plain(words) for words in exhibit.items]
    return []
