"""Posters made ready to be changed in PowerPoint: native charts, and what their parts are called.

Charts are set at the size that their face has, not fitted to the lines of Lato.
"""

from __future__ import annotations

from dataclasses import replace

from datawalk import figures
from datawalk.exhibits import Chart, Exhibit, Map, Point, Table, WritingSpace
from datawalk.figures import distribution, ends
from datawalk.figures.native import with_native
from datawalk.figures.native.crowds import Over
from datawalk.layout.deck.rows import blank_table
from datawalk.layout.exhibits.alternative import table_told
from datawalk.page.document import Box, Document, Page
from datawalk.page.figure import Drawing
from datawalk.page.ink import Ink, Part
from datawalk.page.marks import Text
from datawalk.prose import Run, one_line
from datawalk.theme import Theme
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import SLACK, Measurer
from datawalk.words import say

WIDER = 1.03
"""How much wider than ours a face may be that stands in for it, before labels touch."""
SILENT = ("bars", "dots", "pairs", "steps")
"""Forms whose words for what is missing stand in the place of the mark, as on paper."""


def editable(document: Document) -> Document:
    """The posters with what PowerPoint needs beyond the sheets."""
    measurer = Measurer(document.faces.unfitted(), SLACK * WIDER)
    pages = (_page(page, document.theme, measurer) for page in document.pages)
    return replace(document, pages=tuple(pages))


def says_why(chart: Chart) -> bool:
    """Whether words say in the place of a mark why it is missing."""
    return chart.form in SILENT and not (chart.form == "bars" and chart.reference)


def _page(page: Page, theme: Theme, measurer: Measurer) -> Page:
    return replace(page, boxes=tuple(_box(box, theme, measurer) for box in page.boxes))


def _box(box: Box, theme: Theme, measurer: Measurer) -> Box:
    ink = tuple(_ink(ink, theme, measurer) for ink in box.ink)
    return replace(box, ink=ink, alt=box.alt or _told(box.exhibit) or _numbered(box))


def _told(exhibit: Exhibit | None) -> str:
    if isinstance(exhibit, Table):
        return table_told(exhibit)
    if isinstance(exhibit, WritingSpace) and exhibit.form == "table":
        return table_told(blank_table(exhibit, exhibit.rows))
    return ""


def _numbered(box: Box) -> str:
    """The number beside the title of a sheet."""
    title = next((ink for ink in box.ink if isinstance(ink, Part) and ink.role == "H1"), None)
    number = next((ink for ink in title.ink if isinstance(ink, Text)), None) if title else None
    return say("Station {number}", number=number.text) if number else ""


def _ink(ink: Ink, theme: Theme, measurer: Measurer) -> Ink:
    if isinstance(ink, Part):
        return replace(ink, ink=tuple(_ink(part, theme, measurer) for part in ink.ink))
    return _drawing(ink, theme, measurer) if isinstance(ink, Drawing) else ink


def _drawing(drawing: Drawing, theme: Theme, measurer: Measurer) -> Drawing:
    exhibit: Chart | Map = replace(drawing.exhibit, heading=one_line(drawing.exhibit.heading))
    if isinstance(exhibit, Chart) and exhibit.form == "distribution":
        return _over_words(replace(drawing, exhibit=exhibit), exhibit, theme, measurer)
    if isinstance(exhibit, Chart) and says_why(exhibit):
        rows = (replace(row, points=tuple(map(_unsaid, row.points))) for row in exhibit.series)
        exhibit = replace(exhibit, series=tuple(rows))
    return with_native(replace(drawing, exhibit=exhibit), measurer, theme)


def _unsaid(point: Point) -> Point:
    return point if point.value is not None else replace(point, printed="")


def _over_words(drawing: Drawing, chart: Chart, theme: Theme, measurer: Measurer) -> Drawing:
    """All places, and under them or between their ends what a dot or a column is."""
    size, silent = drawing.type.label, replace(chart, field_label="")
    broken = measurer.break_lines((Run(chart.field_label),), drawing.w, size)
    lines = tuple(line.text for line in broken)
    tall, left = drawing.h - len(lines) * size * LEADING, 0.0
    top = tall
    if distribution.between(measurer, chart, drawing.w, size):
        room = ends.height(measurer, chart, (0, drawing.w), size)
        tall, left = drawing.h, (drawing.w - broken[0].width) / 2
        top = tall - room + size * ends.ABOVE
    place = (drawing.x, drawing.y, drawing.w, tall)
    planned = figures.drawn(measurer, silent, place, drawing.type, theme, drawing.color)
    planned = with_native(planned, measurer, theme)
    native = Over(planned, lines, left, top)
    return replace(drawing, plan=replace(drawing.plan, native=native))
