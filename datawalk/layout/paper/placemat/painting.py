"""Small pictures without axes: 100 squares, a line, a strip of places, two marks, classes, parts.

Ours and others differ in size and form as well as in colour. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from datawalk.exhibits import Chart, Exhibit, Map, Stat
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.stat import icons_told
from datawalk.layout.paper.placemat.mini import (
    ClassStrip,
    Drawn,
    Hundred,
    Mini,
    Shares,
    Spark,
    Strip,
    TwoMarks,
)
from datawalk.layout.poster.sheet import SheetArea
from datawalk.page.figure import Drawing, FigurePlan
from datawalk.page.ink import Ink, Part
from datawalk.page.marks import Disc, Mark, Path, Rect, Rule
from datawalk.theme import mix

SIDE = 10
"""Squares in a row, and rows."""
DOT, OURS = 1.6, 5.0
"""Radius of a place among many, and of ours."""
THICK = 11.0
"""The height of parts and classes."""


def mini_ink(mini: Mini, area: SheetArea, look: Look) -> list[Ink]:
    """The picture in its room, told in words to those who do not see it."""
    drawn, shown = mini.drawn, mini.shown
    if drawn is None or shown is None:
        return []
    if isinstance(drawn, Spark):
        assert isinstance(shown, Chart)
        plan = FigurePlan(tuple(_spark(drawn, area.width, area.height, look)))
        place = area.x, area.y, area.width, area.height
        line = Drawing(*place, shown, look.type, look.color, plan)
        return [Part("Figure", (line,), alt=shown.alt)]
    return [Part("Figure", tuple(_marks(drawn, area, look)), alt=_told(shown))]


def narrowest(drawn: Drawn) -> float:
    """The least width at which it says anything beside a figure."""
    return 40.0 if isinstance(drawn, Hundred) else 92.0


def widest(drawn: Drawn, height: float) -> float:
    """The most width that it has any use for."""
    return height if isinstance(drawn, Hundred) else float("inf")


def _told(shown: Exhibit) -> str:
    if isinstance(shown, Stat):
        return icons_told(shown)
    return shown.alt if isinstance(shown, (Chart, Map)) else ""


def _marks(drawn: Drawn, area: SheetArea, look: Look) -> Iterator[Rect | Rule | Disc]:
    match drawn:
        case Hundred():
            yield from _hundred(drawn, area, look)
        case Strip():
            yield from _strip(drawn, area, look)
        case TwoMarks():
            yield from _two(drawn, area, look)
        case ClassStrip():
            yield from _classes(drawn, area, look)
        case Shares():
            yield from _shares(drawn, area, look)


def _hundred(drawn: Hundred, area: SheetArea, look: Look) -> Iterator[Rect]:
    side = min(area.width, area.height)
    left = area.x + area.width - side
    pitch = side / SIDE
    for i in range(SIDE * SIDE):
        row, column = divmod(i, SIDE)
        x, y, w = left + column * pitch, area.y + row * pitch, pitch * 0.8
        if i < drawn.share:
            yield Rect(x, y, w, w, fill=look.color)
        else:
            yield Rect(x, y, w, w, fill=look.theme.paper, stroke=look.color, line=0.4)


def _spark(drawn: Spark, w: float, h: float, look: Look) -> Iterator[Mark]:
    """The line with its first and last figure as dots; a year without one is a gap."""
    known = [(t, v) for t, v in drawn.points if v is not None]
    (start, end), values = (known[0][0], known[-1][0]), [v for _, v in known]
    low, high = min(values), max(values)

    def at(time: float, value: float) -> tuple[float, float]:
        across = (time - start) / ((end - start) or 1)
        up = (value - low) / (high - low) if high > low else 0.5
        return OURS + across * (w - 2 * OURS), h - OURS - up * (h - 2 * OURS)

    for (t, v), (after, next_) in pairwise(drawn.points):
        if v is not None and next_ is not None:
            yield Path(((at(t, v), at(after, next_)),), stroke=look.color, line=2.4)
    for time, value in (known[0], known[-1]):
        x, y = at(time, value)
        yield Disc(x, y, OURS * 0.8, look.color)


def _strip(drawn: Strip, area: SheetArea, look: Look) -> Iterator[Rule | Disc]:
    """Every place a small dot, ours a large one, the middle a tick."""
    ours = () if drawn.ours is None else (drawn.ours,)
    middle = () if drawn.middle is None else (drawn.middle,)
    values = (*drawn.others, *ours, *middle)
    low, high = min(values), max(values)
    y = area.y + area.height / 2
    left, wide = area.x + OURS, area.width - 2 * OURS

    def x(value: float) -> float:
        return float(left + (value - low) / ((high - low) or 1) * wide)

    yield Rule(area.x, y, area.x + area.width, y, look.theme.rule, 0.8)
    for value in drawn.others:
        yield Disc(x(value), y, DOT, look.theme.muted)
    for value in middle:
        yield Rule(x(value), y - 9, x(value), y + 9, look.theme.ink, 1.4)
    for value in ours:
        yield Disc(x(value), y, OURS, look.color, look.theme.paper, 1.2)


def _two(drawn: TwoMarks, area: SheetArea, look: Look) -> Iterator[Rule | Disc]:
    """The low figure a ring, the high one a disc, and the difference between them."""
    y = area.y + area.height / 2
    left, wide = area.x + OURS, area.width - 2 * OURS
    span = (drawn.most - drawn.least) or 1
    low, high = (left + (v - drawn.least) / span * wide for v in (drawn.low, drawn.high))
    yield Rule(area.x, y, area.x + area.width, y, look.theme.rule, 0.8)
    yield Rule(low, y, high, y, look.color, 2.4)
    yield Disc(low, y, OURS, look.theme.paper, look.color, 2.0)
    yield Disc(high, y, OURS, look.color)


def _classes(drawn: ClassStrip, area: SheetArea, look: Look) -> Iterator[Rect | Disc]:
    """From light to dark, ours with a mark over it."""
    gap, y = 2.0, area.y + (area.height - THICK) / 2 + OURS / 2
    wide = (area.width - gap * (drawn.count - 1)) / drawn.count
    for i in range(drawn.count):
        shade = mix(look.theme.paper, look.color, (i + 0.6) / drawn.count)
        x = area.x + i * (wide + gap)
        yield Rect(x, y, wide, THICK, fill=shade, stroke=look.color, line=0.6)
        if i == drawn.ours:
            yield Disc(x + wide / 2, y - OURS, OURS * 0.7, look.theme.ink)


def _shares(drawn: Shares, area: SheetArea, look: Look) -> Iterator[Rect]:
    """One bar of all parts, the largest dark."""
    total, x = sum(drawn.counts) or 1, area.x
    y, most = area.y + (area.height - THICK) / 2, max(drawn.counts)
    for count in drawn.counts:
        wide = area.width * count / total
        fill = look.color if count == most else mix(look.color, look.theme.paper, 0.6)
        yield Rect(x, y, wide, THICK, fill=fill, stroke=look.theme.paper, line=1)
        x += wide
