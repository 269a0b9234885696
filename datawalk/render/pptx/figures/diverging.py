"""Differences from the benchmark as native bars left and right of its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.exhibits import Chart, Point
from datawalk.layout.deck.exhibits import REFERENCE_ROWS
from datawalk.layout.deck.text import slack
from datawalk.page.document import Box
from datawalk.prose import Run
from datawalk.render.pptx.figures.bars import AIR, CLEAR, add_rows, beside, dress_bars, parts_of
from datawalk.render.pptx.figures.labels import Label, label_ink, shown_width
from datawalk.render.pptx.figures.native import Plot, stored
from datawalk.render.pptx.figures.workbook import Scale, literal
from datawalk.render.pptx.slide import Sheet
from datawalk.typography.measure import break_lines
from datawalk.words import say

LEAST = 0.12
"""Share of the field that bars have, however long the figures beside them are."""
SPARE = 1.2
"""How much farther than the longest bars the field reaches, so that changed ones fit too."""


def add_diverging(sheet: Sheet, box: Box) -> None:
    """Names at the left, bars from the middle line, each difference at its bar's end."""
    chart, _ = parts_of(box)
    points, scale = chart.series[0].points, _scale(chart)
    if not any(point.highlight for point in points):
        points = tuple(replace(point, highlight=True) for point in points)
    plot = _plot(chart, box, scale)
    row = (chart.heading or say("Difference"), stored(points, scale))
    names = [point.label for point in points]
    why = [_why(sheet, i, p, box, plot) for i, p in enumerate(points) if p.value is None]
    space = add_rows(sheet, box, names, row, plot, scale, why)
    said = [
        _label(sheet, i, p, points, box, plot) for i, p in enumerate(points) if p.value is not None
    ]
    dress_bars(sheet, space.xpath(".//c:ser")[0], points, said, scale)


def _scale(chart: Chart) -> Scale:
    """Differences of shares stand in the workbook as points of 100, as they are told."""
    form = chart.format
    return Scale(replace(form, suffix="" if form.suffix == "%" else form.suffix))


def _ends(point: Point, scale: Scale) -> tuple[float, float]:
    """How far a bar with its whisker reaches down and up."""
    held = [v for v in (0.0, point.value, point.lower, point.upper) if v is not None]
    return scale.stored(min(held)), scale.stored(max(held))


def _plot(chart: Chart, box: Box, scale: Scale) -> Plot:
    """The field right of the names, with room for the differences at both ends."""
    assert box.type
    size, points = box.type.label, chart.series[0].points
    known = [p for p in points if p.value is not None]
    low = min((_ends(p, scale)[0] for p in known), default=0.0) * SPARE
    high = max((_ends(p, scale)[1] for p in known), default=0.0) * SPARE
    high = high if high > low else low + 1.0
    before, after = (
        max((shown_width(p.printed, "bold", size) + 2 * AIR for p in side), default=AIR)
        for side in (
            [p for p in known if (p.value or 0.0) < 0],
            [p for p in known if (p.value or 0.0) >= 0],
        )
    )
    left = beside([point.label for point in points], box, before + after)
    field = box.w - left
    fits = min(1.0, field * (1 - LEAST) / (before + after))
    before, after = before * fits, after * fits
    unit = (high - low) / (field - before - after)
    foot = REFERENCE_ROWS if chart.reference else 0.0
    return Plot(left, 0, field, box.h - foot, low - before * unit, high + after * unit)


def _why(sheet: Sheet, i: int, point: Point, box: Box, plot: Plot) -> Label:
    """Why there is no bar, in its row, on the side of the middle line that has more room.

    A name of two lines left of bars that run both ways would squeeze the chart in LibreOffice.
    """
    _, type_ = parts_of(box)
    ink = label_ink(sheet, type_, sheet.palette.theme.muted)
    zero = plot.along(0.0)
    room = max(zero, plot.w - zero) - CLEAR
    found = break_lines((Run(point.printed),), room * slack(), type_.label, "regular")
    lines = [line.text for line in found]
    wide = max(shown_width(line, "regular", type_.label) for line in lines)
    past = CLEAR if zero < plot.w / 2 or zero + CLEAR + wide <= plot.w else -wide - CLEAR
    return Label(i, ink, "outEnd", shift=(past / box.w, 0.0), text="\n".join(lines))


def _label(
    sheet: Sheet, i: int, point: Point, points: Sequence[Point], box: Box, plot: Plot
) -> Label:
    """The difference past the bar's end, and past its whisker."""
    chart, type_ = parts_of(box)
    assert point.value is not None
    scale = _scale(chart)
    end = plot.along(scale.stored(point.value))
    low, high = (plot.along(edge) for edge in _ends(point, scale))
    past = low - end if point.value < 0 else high - end
    past += CLEAR * ((past > 0) - (past < 0))
    color = sheet.color if point.highlight else sheet.palette.theme.ink
    ink = label_ink(sheet, type_, color, point.highlight)
    return Label(i, ink, "outEnd", _code(point, points, scale), (past / box.w, 0.0))


def _code(point: Point, points: Sequence[Point], scale: Scale) -> str:
    """A format that reads as printed, and goes on to say more or less when the figure changes."""
    assert point.value is not None
    own = _tail(point, scale)
    if own is None:
        return scale.code_for(point)
    sides = []
    for sign, plain in ((1, '"+"'), (-1, '"-"')):
        others = (_tail(p, scale) for p in points if (p.value or 0.0) * sign > 0)
        tail = own if point.value * sign > 0 else next(filter(None, others), None)
        sides.append(f"{scale.code}{literal(tail)}" if tail else f"{plain}{scale.code}")
    return f"{sides[0]};{sides[1]};{scale.code}"


def _tail(point: Point, scale: Scale) -> str | None:
    """What is printed behind the figure, such as " points more"; None if it does not come first."""
    shown = scale.shown(abs(point.value or 0.0))
    return point.printed[len(shown) :] if point.value and point.printed.startswith(shown) else None
