"""Bars of places as native charts of PowerPoint, and what dots share with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Point, Reference
from datawalk.layout.deck_exhibits import REFERENCE_ROWS
from datawalk.layout.deck_text import Style
from datawalk.layout.page import Box, Type
from datawalk.render.pptx_data import Scale, categories
from datawalk.render.pptx_native import (
    Label,
    Plot,
    add_native,
    before_data,
    bounded,
    element,
    label_ink,
    labels,
    paint,
    set_gap,
    shown_width,
    whiskers,
)
from datawalk.render.pptx_slide import Sheet
from datawalk.render.pptx_xml import Ink, body, named, paragraph, shape, straight, text_of

GUTTER, WHOLE = 0.4, 0.46
"""Largest share of a chart's width that names may take where they break, and where none does."""
AIR = 14.0
"""Points between names and bars, and around value labels."""


CLEAR = 7.0
"""Points between a whisker's end and the value beside it."""


def name_of(point: Point) -> str:
    """The name beside a bar; without a value, why there is none, unless that is told apart."""
    told = point.value is not None or not point.printed
    return point.label if told else f"{point.label}: {point.printed}"


def gutter(widest: float, box: Box) -> float:
    """Points for names of which none is wider than `widest`."""
    left = widest + AIR
    return left if left <= box.w * WHOLE else box.w * GUTTER


def plot_of(chart: Chart, box: Box) -> Plot:
    """The field right of the names, with room at the right end for the value labels."""
    assert box.type
    points = chart.series[0].points
    scale = Scale(chart.format)
    widest = max(shown_width(name_of(point), "bold", box.type.label) for point in points)
    left = gutter(widest, box)
    known = [p for row in chart.series for p in row.points if p.value is not None]
    ends = [scale.stored(v) for p in known for v in (p.value, p.upper) if v is not None]
    if chart.reference:
        ends.append(scale.stored(chart.reference.value))
    low = _low(chart, known, scale)
    high = max([*ends, low + 1e-9])
    room = max((shown_width(p.printed, "bold", box.type.label) for p in known), default=0) + 2 * AIR
    field = box.w - left
    top = low + (high - low) * field / (field - room)
    foot = REFERENCE_ROWS if chart.reference else 0.0
    return Plot(left, 0, field, box.h - foot, low, top)


def _low(chart: Chart, known: list[Point], scale: Scale) -> float:
    """Zero, or below the lowest value where the axis need not start there."""
    values = [scale.stored(v) for p in known for v in (p.value, p.lower) if v is not None]
    least = min(values, default=0.0)
    if chart.starts_at_zero:
        return min(0.0, least * 1.1)
    return least - 0.15 * (max(values, default=1.0) - least or 1.0)


def add_bars(sheet: Sheet, box: Box) -> None:
    """Horizontal bars, ours in the station's colour, with whiskers and values."""
    chart, type_ = parts_of(box)
    points, scale, plot = chart.series[0].points, Scale(chart.format), plot_of(chart, box)
    values = [None if p.value is None else scale.stored(p.value) for p in points]
    name = chart.series[0].label or chart.heading or "Value"
    data = categories([name_of(point) for point in points], [(name, values)], scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.BAR_CLUSTERED, data, plot)
    bar_axes(sheet, space, plot, type_)
    said = value_labels(sheet, points, box, plot, scale)
    dress_bars(sheet, space.xpath(".//c:ser")[0], points, said, scale)
    if chart.reference:
        add_reference(sheet, box, chart.reference, plot, scale)


def parts_of(box: Box) -> tuple[Chart, Type]:
    """The chart of a box and its sizes."""
    assert isinstance(box.exhibit, Chart)
    assert box.type
    return box.exhibit, box.type


def bar_axes(sheet: Sheet, space: Any, plot: Plot, type_: Type) -> None:
    """Names from the top down at the left, and a hidden axis of values."""
    set_gap(space, 50)
    names, values = space.xpath(".//c:catAx")[0], space.xpath(".//c:valAx")[0]
    ink = label_ink(sheet, type_, sheet.palette.theme.ink)
    names.getparent().replace(names, element(_names_axis(names, ink, sheet)))
    values.getparent().replace(values, element(hidden_axis(values, plot, "t")))


def _names_axis(old: Any, ink: Ink, sheet: Sheet) -> str:
    """Names from the top down, without ticks; PowerPoint breaks long ones."""
    line = sheet.palette.line(sheet.palette.theme.ink, 1.25)
    own, other = (old.xpath(f"./{name}/@val")[0] for name in ("c:axId", "c:crossAx"))
    text = (
        f'<c:txPr><a:bodyPr rot="0"/><a:lstStyle/><a:p><a:pPr>{ink.properties("a:defRPr")}'
        f'</a:pPr><a:endParaRPr lang="{ink.lang}"/></a:p></c:txPr>'
    )
    return (
        f'<c:catAx><c:axId val="{own}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{paint("", line)}{text}<c:crossAx val="{other}"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def hidden_axis(old: Any, plot: Plot, side: str) -> str:
    """A value axis that fixes the range and is not drawn."""
    own, other = (old.xpath(f"./{name}/@val")[0] for name in ("c:axId", "c:crossAx"))
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{plot.high:.10g}"/><c:min val="{plot.low:.10g}"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def dress_bars(
    sheet: Sheet, series: Any, points: Sequence[Point], said: Sequence[Label], scale: Scale
) -> None:
    """Bars in grey, ours in the station's colour, with labels and whiskers."""
    theme, pen = sheet.palette.theme, sheet.palette
    for old in series.xpath("./c:spPr | ./c:dPt | ./c:invertIfNegative"):
        series.remove(old)
    look = [element(paint(pen.fill(theme.field), "")), element('<c:invertIfNegative val="0"/>')]
    for i, point in enumerate(points):
        if point.highlight:
            fill = paint(pen.fill(sheet.color), "")
            xml = f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            look.append(element(f"{xml}{fill}</c:dPt>"))
    look.append(labels(said))
    if bounded(points):
        look.append(whiskers(points, scale, "", pen.line(theme.ink, 2)))
    for part in look:
        before_data(series, part)


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
                past = line - end
        color = sheet.color if point.highlight else sheet.palette.theme.ink
        ink = label_ink(sheet, type_, color, point.highlight)
        found.append(Label(i, ink, "outEnd", scale.code_for(point), (past / box.w, 0.0)))
    return found


def add_reference(sheet: Sheet, box: Box, line: Reference, plot: Plot, scale: Scale) -> None:
    """The benchmark as a dotted line over the chart, named below it."""
    assert box.type
    x = box.x + plot.x + plot.along(scale.stored(line.value))
    y = box.y + plot.y
    accent = sheet.palette.theme.accent
    identity = named(sheet.next_id(), "Benchmark line", decorative=True)
    ends = (x, y, x, y + plot.h + 4)
    sheet.add(straight(identity, ends, sheet.palette.line(accent, 2.25, "sysDot")))
    text = f"{line.label}: {line.printed}"
    wide = shown_width(text, "bold", box.type.label)
    left = min(max(box.x, x - wide / 2), box.x + box.w - wide)
    ink = label_ink(sheet, box.type, accent, bold=True)
    run = f"<a:r>{ink.properties()}<a:t>{text_of(text)}</a:t></a:r>"
    said = body([paragraph(run, ink, Style(align="center"))], "middle", wrap=False)
    place = (left, y + plot.h + 4, wide, REFERENCE_ROWS - 4)
    sheet.add(shape(named(sheet.next_id(), "Benchmark"), place, "", text=said))
