"""What native charts over years share: an axis of time, the range of values, and their lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from datawalk.exhibits import Point, Series
from datawalk.figures.board import EDGE
from datawalk.figures.lines.ends import spread
from datawalk.figures.native.scale import Scale
from datawalk.figures.scale import top_over
from datawalk.figures.styles import diameter
from datawalk.figures.times import Times
from datawalk.page.document import Box
from datawalk.page.figure import Field, Style
from datawalk.render.pptx.figures.axes import NO_TICKS, hidden_axis, ids
from datawalk.render.pptx.figures.chart_xml import dress, element, em, paint
from datawalk.render.pptx.figures.labels import DataLabel, label_ink, labels
from datawalk.render.pptx.figures.native import Plot, marked, unmarked
from datawalk.render.pptx.figures.workbook import Categories, categories
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import Element, swap
from datawalk.typography.fonts import LEADING
from datawalk.typography.sizes import Type

CLEAR = 0.3
"""Room between the end of a line and its name, in ems."""
SYMBOLS = {"o": "circle", "s": "square", "^": "triangle", "D": "diamond"}
DASHES = {
    None: "solid",
    (4, 1.6): "dash",
    (1.2, 1.4): "sysDot",
    (6, 1.2): "lgDash",
    (2.4, 1.2): "sysDash",
}
"""PowerPoint's own dashes for those of a plan, in thicknesses of the line."""
DAYS = 372
"""Of a year on the axis, as times that are no plain years are counted: 31 for each month."""


def ranged(field: Field, scale: Scale, place: tuple[float, float, float, float]) -> Plot:
    """The planned range in a place of the chart: left, top, width and height in points.

    Its step is that of the plan's ticks.
    """
    low, high = scale.stored(field.low), scale.stored(field.high)
    return Plot(*place, low, high, (high - low) / (len(field.ticks) - 1))


def growing(plot: Plot, values: Sequence[float]) -> Plot:
    """The range as PowerPoint keeps it: its upper end gives way to larger figures.

    It is fixed where PowerPoint would begin with another one.
    """
    top = top_over(plot.low, max(values, default=plot.low), plot.step)
    return plot if math.isclose(top, plot.high) else replace(plot, step=0.0)


Row = tuple[str, Sequence[Point]]
"""The name of a line and its points."""


def over_time(
    moments: Times, rows: Sequence[Row], plot: Plot, scale: Scale, called: str
) -> Categories:
    """Chart data with a row for each time, an empty one where lines break, and that of the times.

    Plain years are whole numbers, other times are days that read as they are called.
    """
    slots, labels = moments.slots, dict(zip(moments.at, moments.labels, strict=True))
    low = float(f"{plot.low:.10g}")
    held = []
    for name, points in rows:
        known = {p.time: scale.stored(p.value) for p in points if p.value is not None}
        held.append((name, [known.get(at) for at in slots]))
    held.append((called, [low if at in labels else None for at in slots]))
    # A year may be placed at its end.
    apart = {int(text) - at if text.isdecimal() else None for at, text in labels.items()}
    shift = apart.pop()
    if shift is not None and not apart:
        return categories([round(at + shift) for at in slots], held, scale.code)
    days = [round(at * DAYS) for at in slots]
    return categories(days, held, scale.code, [labels.get(at, " ") for at in slots])


def time_axes(sheet: SlideCanvas, space: Element, values: str, type_: Type) -> None:
    """Times stand as far apart as they are, without ticks; `values` is the axis of values."""
    old = space.xpath(".//c:catAx | .//c:dateAx")[0]
    own, other = ids(old)
    line = paint("", sheet.palette.line(sheet.palette.theme.muted, em(type_, 1.25)))
    xml = (
        f'<c:dateAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'{NO_TICKS}<c:tickLblPos val="none"/>{line}<c:crossAx val="{other}"/>'
        '<c:crosses val="min"/><c:auto val="0"/><c:lblOffset val="100"/>'
        '<c:baseTimeUnit val="days"/></c:dateAx>'
    )
    swap(old, element(xml))
    swap(space.xpath(".//c:valAx")[0], element(values))


def unseen_values(space: Element, plot: Plot) -> str:
    """An axis of values that only fixes the range."""
    return hidden_axis(space.xpath(".//c:valAx")[0], plot, "l", "midCat")


def dress_years(
    sheet: SlideCanvas, native: Element, moments: Times, which: Sequence[int], type_: Type
) -> None:
    """Names of times under the field, at points of a line along its foot that is not seen.

    The axis could name equal steps alone, and no times such as a quarter.
    """
    ink = label_ink(sheet, type_, sheet.palette.theme.muted)
    said = [
        DataLabel(moments.slots.index(moments.at[i]), ink, "b", text=moments.labels[i])
        for i in which
    ]
    dress(native, *unmarked(sheet.palette.line("", 0)), labels(said))


def dress_line(
    sheet: SlideCanvas,
    native: Element,
    series: Series,
    style: Style,
    size: float,
    said: Sequence[DataLabel],
) -> None:
    """A line as it is planned, with its labels."""
    pen = sheet.palette
    across = diameter(series, size)
    if not style.mark:
        dashed = pen.line(style.color, style.line, DASHES[style.dash])
        dress(native, *unmarked(dashed), labels(said))
        return
    dot = paint(pen.fill(style.color), pen.line(pen.theme.paper, EDGE * across))
    line = pen.line(style.color, style.line, DASHES[style.dash])
    symbol = SYMBOLS[style.mark]
    dress(native, *marked(dot, across, line, symbol), labels(said))


Shift = tuple[float, float]
"""How far a label is moved right and down, in shares of the chart."""


def shifts(
    values: Sequence[float | None],
    plot: Plot,
    box: Box,
    size: float,
    way: int = 1,
    lines: int = 1,
) -> list[Shift]:
    """Moves labels away from the marks of these values, and up or down so that none meets.

    They stand right of the marks, or left where `way` is -1, and have so many `lines` of `size`.
    """
    known = [i for i, value in enumerate(values) if value is not None]
    down = {i: (plot.high - (values[i] or 0.0)) / (plot.high - plot.low) * plot.h for i in known}
    order = sorted(known, key=lambda i: down[i])
    line = size * LEADING
    tall, inside = line * lines, line * (lines - 1) / 2
    # The first may stand half a line over the field, the last as much under it.
    wished = [down[i] - inside for i in order]
    placed = spread(wished, [tall] * len(order), plot.h + line)
    found = {i: y + inside for i, y in zip(order, placed, strict=True)}
    aside = way * CLEAR * size / box.w
    return [
        (aside, (found[i] - down[i]) / box.h if i in found else 0.0) for i in range(len(values))
    ]
