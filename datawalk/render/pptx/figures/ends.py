"""What figures at both ends of an axis mean, as words under a native chart."""

from __future__ import annotations

from dataclasses import replace

from datawalk.figures import ends
from datawalk.page.document import Box
from datawalk.page.figure import EndWords
from datawalk.page.ink import Align
from datawalk.page.moves import OTHER_SIDE
from datawalk.page.roles import TextStyle
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.native import plan_of
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.xml import Ink, body, named, paragraph, shape
from datawalk.typography.scripts.directions import reads_rightwards


def without_ends(box: Box) -> Box:
    """The room that the chart itself has."""
    words = _words(box)
    return replace(box, h=box.h - words.tall) if words else box


def add_ends(sheet: SlideCanvas, box: Box) -> None:
    """The words of the low end on the left, those of the high end on the right."""
    words, (_, type_) = _words(box), parts_of(box)
    if not words:
        return
    top = box.h - words.tall + ends.ABOVE * type_.label
    ink = Ink(sheet.palette, type_.label, sheet.color, sheet.lang, bold=True)
    sides: tuple[Align, Align] = ("left", "right")
    both = zip((words.low, words.high), ("Low end", "High end"), sides, strict=True)
    for lines, name, side in both:
        # A chart is not turned round with its page, and nor are these.
        style = TextStyle(align=side if reads_rightwards(sheet.lang) else OTHER_SIDE[side], gap=0)
        said = [paragraph(ink.said(line.text), ink, style) for line in lines]
        wide = max(line.width for line in lines)
        x = box.x + (words.left if side == "left" else words.right - wide)
        place = (x, box.y + top, wide, box.h - top)
        sheet.add(shape(named(sheet.next_id(), name), place, "", text=body(said, wrap=False)))


def _words(box: Box) -> EndWords | None:
    native = plan_of(box).native
    return native.ends if native else None
