"""Where we stand among all places: a native histogram of 24 bins with ours in colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart
from datawalk.fonts import LEADING, width
from datawalk.layout.deck_text import Style
from datawalk.layout.page import Box, Type
from datawalk.render.pptx_bars import hidden_axis
from datawalk.render.pptx_native import (
    Plot,
    Scale,
    add_native,
    before_data,
    categories,
    element,
    label_ink,
    labels,
    paint,
    set_gap,
    words,
)
from datawalk.render.pptx_slide import Sheet
from datawalk.render.pptx_xml import body, named, paragraph, shape, straight, text_of

BINS = 24
EDGES = 6
"""Every so many bins one is named."""
AXIS = 34.0
"""Points for the names of the bins under the field."""


@dataclass(frozen=True, slots=True)
class _Flag:
    """A named value: its words, its place and whether it is ours."""

    text: str
    value: float
    color: str
    bold: bool
    dash: str = ""


def bins(values: tuple[float, ...]) -> tuple[float, float, list[int]]:
    """The lowest edge, the width of a bin, and how many values are in each of 24 bins."""
    low, high = min(values), max(values)
    step = (high - low) / BINS or 1.0
    counts = [0] * BINS
    for value in values:
        counts[bin_of(value, low, step)] += 1
    return low, step, counts


def bin_of(value: float, low: float, step: float) -> int:
    """The bin that a value falls in; the last one includes its upper edge."""
    return min(BINS - 1, max(0, int((value - low) / step)))


def add_histogram(sheet: Sheet, box: Box) -> None:
    """Columns of how many places are in each bin, the named places flagged above."""
    chart, type_ = box.exhibit, box.type
    assert isinstance(chart, Chart)
    assert type_
    low, step, counts = bins(chart.field)
    scale = Scale(chart.format)
    flags = _flags(sheet, chart)
    lanes = _lanes(flags, box, low, step, type_)
    top = (max(lanes) + 1) * type_.label * 1.4 + 6 if lanes else 0.0
    plot = Plot(0, top, box.w, box.h - top - AXIS, 0, max(counts))
    names = [_bin_name(scale, low + i * step, step) for i in range(BINS)]
    data = categories(names, [("Places", counts)], "0")
    space = add_native(sheet, box, XL_CHART_TYPE.COLUMN_CLUSTERED, data, plot)
    _axes(sheet, space, plot, type_)
    ours = {bin_of(p.value, low, step) for p in chart.series[0].points if p.highlight and p.value}
    _columns(sheet, space, ours)
    for flag, lane in zip(flags, lanes, strict=True):
        _add_flag(sheet, box, plot, flag, lane, (low, step, counts))


def _bin_name(scale: Scale, low: float, step: float) -> str:
    return f"{scale.shown(low)} to {scale.shown(low + step)}"


def _flags(sheet: Sheet, chart: Chart) -> list[_Flag]:
    theme = sheet.palette.theme
    found = [
        _Flag(
            f"{point.label}: {point.printed}",
            point.value,
            sheet.color if point.highlight else theme.muted,
            point.highlight,
        )
        for point in chart.series[0].points
        if point.value is not None
    ]
    if chart.reference:
        line = chart.reference
        text = f"{line.label}: {line.printed}"
        found.append(_Flag(text, line.value, theme.accent, bold=True, dash="sysDot"))
    return found


def _across(box: Box, value: float, low: float, step: float) -> float:
    return box.x + box.w * min(1.0, max(0.0, (value - low) / (step * BINS)))


def _span(flag: _Flag, box: Box, low: float, step: float, type_: Type) -> tuple[float, float]:
    """Left and right end of a flag's words: centred on its value, inside the box."""
    wide = width(flag.text, "bold", type_.label) * 1.03
    left = _across(box, flag.value, low, step) - wide / 2
    left = min(max(box.x, left), box.x + box.w - wide)
    return left, left + wide


def _lanes(flags: list[_Flag], box: Box, low: float, step: float, type_: Type) -> list[int]:
    """The line above the columns, from below, in which each flag's words have room.

    A flag's words also keep clear of the lines that lead up to flags above them.
    """
    taken: list[tuple[int, float, float]] = []
    lanes: list[int] = []
    for flag in flags:
        left, right = _span(flag, box, low, step, type_)
        line = _across(box, flag.value, low, step)
        lane = 0
        while any(
            (lane == other and left < b + 12 and a - 12 < right) or (lane > other and a < line < b)
            for other, a, b in taken
        ) and lane < len(flags):
            lane += 1
        taken.append((lane, left, right))
        lanes.append(lane)
    return lanes


def _axes(sheet: Sheet, space: Any, plot: Plot, type_: Type) -> None:
    theme, pen = sheet.palette.theme, sheet.palette
    names, values = space.xpath(".//c:catAx")[0], space.xpath(".//c:valAx")[0]
    set_gap(space, 10)
    own, other = (names.xpath(f"./{name}/@val")[0] for name in ("c:axId", "c:crossAx"))
    text = words("c:txPr", label_ink(sheet, type_, theme.muted))
    xml = (
        f'<c:catAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"{paint('', pen.line(theme.ink, 1.25))}{text}"
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="{EDGES}"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    names.getparent().replace(names, element(xml))
    values.getparent().replace(values, element(hidden_axis(values, plot, "l")))


def _columns(sheet: Sheet, space: Any, ours: set[int]) -> None:
    series, pen = space.xpath(".//c:ser")[0], sheet.palette
    for old in series.xpath("./c:spPr | ./c:dPt | ./c:invertIfNegative"):
        series.remove(old)
    parts = [
        element(paint(pen.fill(pen.theme.field), "")),
        element('<c:invertIfNegative val="0"/>'),
    ]
    for i in sorted(ours):
        head = f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        parts.append(element(f"{head}{paint(pen.fill(sheet.color), '')}</c:dPt>"))
    parts.append(labels([]))
    for part in parts:
        before_data(series, part)


def _add_flag(
    sheet: Sheet,
    box: Box,
    plot: Plot,
    flag: _Flag,
    lane: int,
    counted: tuple[float, float, list[int]],
) -> None:
    """The words of a flag and a line down to its column; a benchmark's goes to the ground."""
    assert box.type
    low, step, counts = counted
    left, right = _span(flag, box, low, step, box.type)
    tall = box.type.label * LEADING
    y = box.y + plot.y - 6 - (lane + 1) * box.type.label * 1.4
    x = _across(box, flag.value, low, step)
    column = plot.h * counts[bin_of(flag.value, low, step)] / max(counts)
    foot = box.y + plot.y + plot.h - (0 if flag.dash else column)
    line = sheet.palette.line(flag.color, 2.25, flag.dash)
    identity = named(sheet.next_id(), "Pointer", decorative=True)
    sheet.add(straight(identity, (x, y + tall, x, max(foot, y + tall + 2)), line))
    ink = label_ink(sheet, box.type, flag.color, flag.bold)
    run = f"<a:r>{ink.properties()}<a:t>{text_of(flag.text)}</a:t></a:r>"
    said = body([paragraph(run, ink, Style(align="center"))], "middle")
    sheet.add(shape(named(sheet.next_id(), "Name"), (left, y, right - left, tall), "", text=said))
