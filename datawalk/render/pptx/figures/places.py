"""Where we stand among all places: dots or columns as on paper, and what both have in common.

Lengths are points.
"""

from __future__ import annotations

from datawalk.figures.crowd import Crowd
from datawalk.figures.flags import Flag, Who
from datawalk.figures.rows import BENCHMARK
from datawalk.page.document import Box
from datawalk.page.figure import Drawing
from datawalk.render.pptx.figures.benchmark import DASHED
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.xml import Ink

THIN = 0.0625
"""Thickness of the pointers of other places, in ems; that of ours is as the benchmark's line."""


def crowd_of(box: Box) -> Crowd:
    """The plan of a distribution, made for the box on the slide."""
    drawing = box.ink[0]
    assert isinstance(drawing, Drawing)
    assert isinstance(drawing.plan.field, Crowd)
    return drawing.plan.field


def hue(sheet: SlideCanvas, who: Who) -> str:
    """The color of a name and of its pointer."""
    theme = sheet.palette.theme
    return {"ours": sheet.color, "other": theme.ink, "middle": theme.ink}[who]


def pointer(sheet: SlideCanvas, who: Who, size: float) -> str:
    """The line from a name down to its place."""
    weight = size * (THIN if who == "other" else BENCHMARK)
    return sheet.palette.line(hue(sheet, who), weight, DASHED if who == "middle" else "")


def moved(box: Box, flag: Flag, x: float, y: float) -> tuple[float, float]:
    """How far the middle of the words of a name is from a point, in shares of the chart."""
    middle = flag.y + flag.tall / 2
    return (flag.left + flag.width / 2 - x) / box.w, (middle - y) / box.h


def name_ink(sheet: SlideCanvas, flag: Flag) -> Ink:
    """How a name is written."""
    bold = flag.face != "regular"
    return Ink(sheet.palette, flag.size, hue(sheet, flag.who), sheet.lang, bold)


def under(sheet: SlideCanvas, flag: Flag) -> tuple[tuple[str, ...], Ink]:
    """The lines under a name, and how they are written."""
    return flag.under, Ink(sheet.palette, flag.label, sheet.palette.theme.ink, sheet.lang)
