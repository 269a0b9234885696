"""A strip on which each person puts one dot, on the scale of the chart of all places over it.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Bullets, Chart, Point
from datawalk.figures import ends
from datawalk.figures.crowd import share, told
from datawalk.figures.ruler import Ruler
from datawalk.layout import scales
from datawalk.layout.exhibits.look import Look
from datawalk.layout.poster.places import field, takes_notes
from datawalk.layout.poster.sheet import SheetArea
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Align, Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Rule
from datawalk.prose import Run
from datawalk.typography.measure import Line, text_height
from datawalk.typography.scripts.directions import reads_rightwards
from datawalk.walk import Station
from datawalk.words import say, spoken

STRIP = 2.1 * INCH
"""The height of a strip; on a 24 x 36 in sheet."""
DASH, LINE = 0.12 * INCH, 0.05 * INCH
"""Of the mark at our figure; on a 24 x 36 in sheet."""
INSET = 0.6
"""From the edge of the strip to its words, in ems."""


def asked(talk: Bullets, station: Station) -> Bullets:
    """The questions, without a strip where no chart of the station gives it a scale."""
    if talk.dot and scales.of_station(station) is None:
        return replace(talk, dot=False)
    return talk


def height(look: Look) -> float:
    """The height of a strip."""
    return STRIP * type_scale(look.scale).enlarged


def strip(chart: Chart, area: SheetArea, look: Look) -> Box:
    """The strip with a mark where our figure stands, named, and what both ends mean."""
    size = type_scale(look.scale).label
    pad = size * INSET
    room = replace(area, x=area.x + pad, width=area.width - 2 * pad, height=area.height - pad * 0.7)
    both = ends.words(look.measurer, chart, (0, room.width), size)
    # A chart is not turned round with its page: nor is its scale here.
    turned = not reads_rightwards(spoken())
    sides: tuple[Align, Align] = ("right", "left") if turned else ("left", "right")
    ink: list[Ink] = [field(area, look.color, look)]
    for lines, side in zip(both, sides, strict=True):
        y = room.y + room.height - text_height(len(lines), size)
        ink.append(_words(lines, replace(room, y=y), size, side, look))
    ours = scales.ours(chart)
    x = _at(chart, ours, area, look) if ours else area.x + area.width
    told_ = say("Put one dot.") if takes_notes(look) else say("Mark the line.")
    hint = look.measurer.break_lines((Run(told_, italic=True),), room.width, size)
    corner = replace(room, x=_aside(area, x) + pad, y=area.y + pad * 0.7)
    ink.append(_words(hint, corner, size, "left", look))
    if ours:
        wide = max((line.width for lines in both for line in lines), default=0.0)
        tall = text_height(max(map(len, both)), size)
        at = 2 * area.x + area.width - x if turned else x
        ink += _mark(ours, at, area, room, (wide + size, tall), look)
    return Box("zone", area.x, area.y, area.width, area.height, tuple(ink), type=look.type)


def _words(lines: tuple[Line, ...], room: SheetArea, size: float, side: Align, look: Look) -> Part:
    hue = look.theme.ink
    said = text_ink(look.measurer, lines, room.x, room.y, size, hue, 1.22, side, room.width)
    return Part("P", said)


def _aside(area: SheetArea, x: float) -> float:
    """Where what to do is told: at the left, or beyond a mark that stands there."""
    return area.x if x > area.x + area.width / 3 else x


def _at(chart: Chart, ours: Point, area: SheetArea, look: Look) -> float:
    """Where our figure stands: under its place on a chart that is as wide as the strip."""
    ruler = Ruler(look.measurer, chart, area.width, look.type)
    return area.x + ruler.left + share(ours.value or 0.0, ruler.ticks) * ruler.long


def _mark(
    ours: Point,
    x: float,
    area: SheetArea,
    room: SheetArea,
    ends_: tuple[float, float],
    look: Look,
) -> list[Ink]:
    """Dashes down to our name, which stands between the words of the ends, else over them."""
    type_ = type_scale(look.scale)
    size, text = type_.label, told(ours.label, ours.printed)
    lines = look.measurer.break_lines((Run(text, bold=True),), room.width, size)
    wide, tall = max(line.width for line in lines), text_height(len(lines), size)
    left = min(max(x - wide / 2, room.x), room.x + room.width - wide)
    beside = left >= room.x + ends_[0] and left + wide <= room.x + room.width - ends_[0]
    y = room.y + room.height - tall - (0.0 if beside else ends_[1])
    name = _words(lines, SheetArea(left, y, wide, tall), size, "center", look)
    dash, line = DASH * type_.enlarged, LINE * type_.enlarged
    count = max(1, int((y - area.y) / (2 * dash)))
    tops = (area.y + 2 * dash * i for i in range(count))
    return [*(Rule(x, top, x, top + dash, look.color, line) for top in tops), name]
