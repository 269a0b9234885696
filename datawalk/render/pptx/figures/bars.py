"""Bars of places as native charts of PowerPoint, and what rows of other forms share with them."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Point
from datawalk.layout.deck.exhibits import REFERENCE_ROWS
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import bar_axes, open_top
from datawalk.render.pptx.figures.benchmark import benchmark, dress_benchmark, rows_of
from datawalk.render.pptx.figures.chart_xml import dress
from datawalk.render.pptx.figures.labels import Label, label_ink, labels, shown_width
from datawalk.render.pptx.figures.native import Plot, add_native, bounded, filled, stored, whiskers
from datawalk.render.pptx.figures.workbook import Scale, categories
from datawalk.render.pptx.slide import Sheet
from datawalk.render.pptx.types import Element
from datawalk.typography.sizes import Type
from datawalk.words import say

GUTTER, WHOLE = 0.4, 0.46
"""Largest share of a chart's width that names may take where they break, and where none does."""
NAMES, BARS = 0.36, 0.3
"""Least shares of a chart's width for names that break, and for bars beside long figures."""
AIR = 14.0
"""Points between names and bars, and around value labels."""
OVER = 100
"""Bars of the benchmark stand over those of places, in percent of a bar."""


ROOMIER = 1.1
"""How much longer bars may grow by hand where the range of values is fixed."""
CLEAR = 7.0
"""Points between a whisker's end and the value beside it."""


def name_of(point: Point) -> str:
    """The name beside a bar; without a value, why there is none, unless that is told apart."""
    told = point.value is not None or not point.printed
    return point.label if told else f"{point.label}: {point.printed}"


def remarked(point: Point) -> str:
    """The name beside a bar with what is told under it."""
    return f"{point.label}: {point.remark}" if point.remark else name_of(point)


def gutter(widest: float, box: Box) -> float:
    """Points for names of which none is wider than `widest`."""
    left = widest + AIR
    return left if left <= box.w * WHOLE else box.w * GUTTER


def beside(names: Sequence[str], box: Box, room: float) -> float:
    """Points for these names left of their bars, where figures beside the bars need `room`.

    Long figures leave the names less room: those break, and bars have to be seen.
    """
    assert box.type
    size = box.type.label
    left = gutter(max(shown_width(name, "bold", size) for name in names), box)
    return min(left, max(box.w * NAMES, box.w * (1 - BARS) - room))


def figures_room(points: Sequence[Point], size: float) -> float:
    """Points for the widest of the figures at the ends of bars, with air at both sides."""
    known = [shown_width(p.printed, "bold", size) for p in points if p.value is not None]
    return max(known, default=0.0) + 2 * AIR


def plot_of(chart: Chart, box: Box) -> Plot:
    """The field between the names and the room for the value labels right of the longest bar."""
    assert box.type
    points = chart.series[0].points
    scale = Scale(chart.format)
    known = [p for row in chart.series for p in row.points if p.value is not None]
    room = figures_room(known, box.type.label)
    left = beside([name_of(point) for point in points], box, room)
    ends = [scale.stored(v) for p in known for v in (p.value, p.upper) if v is not None]
    if chart.reference:
        ends.append(scale.stored(chart.reference.value))
    low = _low(chart, known, scale)
    high = max([*ends, low + 1e-9])
    field = box.w - left - room
    if low < 0:
        # Figures of bars that run to the left stand at their ends too.
        low -= (high - low) * room / (field - room)
    step, top = open_top(low, high)
    if chart.form != "dots" and bounded(known):
        # An automatic range ends over the longest bar and would cut off its whisker.
        step, top = 0.0, open_top(low, low + (high - low) * ROOMIER)[1]
    foot = REFERENCE_ROWS if chart.reference else 0.0
    return Plot(left, 0, field, box.h - foot, low, top, step)


def _low(chart: Chart, known: list[Point], scale: Scale) -> float:
    """Zero, or below the lowest value where the axis need not start there."""
    values = [scale.stored(v) for p in known for v in (p.value, p.lower) if v is not None]
    least = min(values, default=0.0)
    if chart.starts_at_zero:
        return min(0.0, least)
    return least - 0.15 * (max(values, default=1.0) - least or 1.0)


def add_bars(sheet: Sheet, box: Box) -> None:
    """Horizontal bars, ours in the station's colour, with whiskers and values."""
    chart, _ = parts_of(box)
    points, scale, plot = chart.series[0].points, Scale(chart.format), plot_of(chart, box)
    name = chart.series[0].label or chart.heading or say("Value")
    names = [name_of(point) for point in points]
    space = add_rows(sheet, box, names, (name, stored(points, scale)), plot, scale)
    said = value_labels(sheet, points, box, plot, scale)
    dress_bars(sheet, space.xpath(".//c:ser")[0], points, said, scale)


def add_rows(
    sheet: Sheet,
    box: Box,
    names: Sequence[str],
    row: tuple[str, list[float | None]],
    plot: Plot,
    scale: Scale,
    why: Sequence[Label] = (),
) -> Element:
    """A chart of one bar beside each name, with the benchmark as a series of its own.

    `why` are labels in rows without a bar, which stand at the benchmark's line.
    """
    chart, type_ = parts_of(box)
    rows = [row, *benchmark(chart, scale, len(names))]
    data = categories(rows_of(names) if chart.reference else names, rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.BAR_CLUSTERED, data, plot)
    bar_axes(sheet, space, plot, type_, OVER)
    if chart.reference:
        dress_benchmark(sheet, space.xpath(".//c:ser")[1], box, plot, scale, why)
    return space


def parts_of(box: Box) -> tuple[Chart, Type]:
    """The chart of a box and its sizes."""
    assert isinstance(box.exhibit, Chart)
    assert box.type
    return box.exhibit, box.type


def dress_bars(
    sheet: Sheet, series: Element, points: Sequence[Point], said: Sequence[Label], scale: Scale
) -> None:
    """Bars in grey, ours in the station's colour, with labels and whiskers."""
    theme, pen = sheet.palette.theme, sheet.palette
    ours = [i for i, point in enumerate(points) if point.highlight]
    look = [*filled(pen.fill(theme.field), ours, pen.fill(sheet.color)), labels(said)]
    if bounded(points):
        look.append(whiskers(points, scale, pen.line(theme.ink, 2)))
    dress(series, *look)


def value_labels(
    sheet: Sheet, points: Sequence[Point], box: Box, plot: Plot, scale: Scale
) -> list[Label]:
    """Values right of the marks, past the whiskers and clear of the benchmark's line."""
    chart, type_ = parts_of(box)
    found = []
    for i, point in enumerate(points):
        if point.value is None:
            continue
        end = plot.along(scale.stored(point.value))
        reach = plot.along(scale.stored(max(point.upper or point.value, point.value)))
        past = reach - end + CLEAR * (reach > end)
        if chart.reference:
            line = plot.along(scale.stored(chart.reference.value))
            wide = shown_width(point.printed, "bold", type_.label)
            if end + past - CLEAR < line < end + past + wide + 2 * CLEAR:
                past = max(past, line - end + CLEAR)
        color = sheet.color if point.highlight else sheet.palette.theme.ink
        ink = label_ink(sheet, type_, color, point.highlight)
        found.append(Label(i, ink, "outEnd", scale.code_for(point), (past / box.w, 0.0)))
    return found
