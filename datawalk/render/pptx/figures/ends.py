"""What figures at both ends of an axis mean, as words under a native chart."""

from __future__ import annotations

from dataclasses import replace

from datawalk.figures import ends
from datawalk.page.document import Box
from datawalk.page.ink import Align
from datawalk.page.marks import Text
from datawalk.page.moves import OTHER_SIDE
from datawalk.page.roles import TextStyle
from datawalk.render.pptx.figures.bars import field_beside, name_of, parts_of
from datawalk.render.pptx.figures.native import plan_of
from datawalk.render.pptx.slide import Sheet
from datawalk.render.pptx.xml import Ink, body, named, paragraph, shape
from datawalk.typography.scripts.directions import reads_rightwards


def without_ends(box: Box) -> Box:
    """The room that the chart itself has."""
    chart, type_ = parts_of(box)
    if not _planned(box):
        return box
    return replace(box, h=box.h - ends.height(chart, _span(box), type_.label))


def add_ends(sheet: Sheet, box: Box) -> None:
    """The words of the low end on the left, those of the high end on the right."""
    chart, type_ = parts_of(box)
    if not _planned(box):
        return
    left, right = _span(box)
    size, top = type_.label, without_ends(box).h + ends.ABOVE * type_.label
    ink = Ink(sheet.palette, size, sheet.color, sheet.lang, bold=True)
    first, last = ends.words(chart, (left, right), size)
    sides: tuple[Align, Align] = ("left", "right")
    for lines, name, side in zip((first, last), ("Low end", "High end"), sides, strict=True):
        # A chart is not turned round with its page, and nor are these.
        style = TextStyle(align=side if reads_rightwards(sheet.lang) else OTHER_SIDE[side], gap=0)
        said = [paragraph(ink.said(line.text), ink, style) for line in lines]
        wide = max(line.width for line in lines)
        x = box.x + (left if side == "left" else right - wide)
        place = (x, box.y + top, wide, box.h - top)
        sheet.add(shape(named(sheet.next_id(), name), place, "", text=body(said, wrap=False)))


def _planned(box: Box) -> bool:
    """Whether the chart has such words, and the plan has room for them."""
    chart, _ = parts_of(box)
    texts = (mark.text for mark in plan_of(box).marks if isinstance(mark, Text))
    return chart.ends is not None and any(ends.LOW in text for text in texts)


def _span(box: Box) -> ends.Span:
    """Under all of a distribution; under the field of dots."""
    chart, _ = parts_of(box)
    if chart.form == "distribution":
        return 0.0, box.w
    silent = [name_of(point) for point in chart.series[0].points if point.value is None]
    return field_beside(silent, box).left, box.w
