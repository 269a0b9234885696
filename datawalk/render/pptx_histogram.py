"""Where we stand among all places: a native histogram of 24 bins with ours in colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart
from datawalk.fonts import LEADING
from datawalk.layout.deck_text import Align, Style
from datawalk.layout.page import Box
from datawalk.render.pptx_bars import hidden_axis
from datawalk.render.pptx_data import Scale, categories
from datawalk.render.pptx_native import (
    Plot,
    add_native,
    before_data,
    element,
    label_ink,
    labels,
    paint,
    set_gap,
    shown_width,
)
from datawalk.render.pptx_slide import Sheet
from datawalk.render.pptx_xml import body, named, paragraph, shape, straight, text_of
from datawalk.words import say

BINS = 24
EDGES = 6
"""Every so many bins one is named."""
BESIDE = 6.0
"""Points between a flag's line and its words."""
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
    lines = [_line(box, flag, low, step) for flag in flags]
    wides = [shown_width(flag.text, "bold", type_.label) for flag in flags]
    sides = _spread_words(lines, wides, box)
    spans = _spans(lines, wides, sides, box)
    lanes = _lanes(lines, spans, sides)
    top = (max(lanes) + 1) * type_.label * 1.4 + 6 if lanes else 0.0
    plot = Plot(0, top, box.w, box.h - top - AXIS, 0, max(counts))
    names = [_bin_name(scale, low + i * step, step) for i in range(BINS)]
    data = categories(names, [(say("Places"), counts)], "0")
    space = add_native(sheet, box, XL_CHART_TYPE.COLUMN_CLUSTERED, data, plot)
    _axes(sheet, space, plot)
    ours = {bin_of(p.value, low, step) for p in chart.series[0].points if p.highlight and p.value}
    _columns(sheet, space, ours)
    for flag, span, lane in zip(flags, spans, lanes, strict=True):
        _add_flag(sheet, box, plot, flag, (*span, lane), (low, step, counts))
    _edges(sheet, box, scale, low, step)


def _bin_name(scale: Scale, low: float, step: float) -> str:
    return say("{low} to {high}", low=scale.shown(low), high=scale.shown(low + step))


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


def _line(box: Box, flag: _Flag, low: float, step: float) -> float:
    """Where a flag's line stands: in the middle of its column, a benchmark's at its value."""
    if flag.dash:
        return _across(box, flag.value, low, step)
    return _across(box, low + (bin_of(flag.value, low, step) + 0.5) * step, low, step)


def _across(box: Box, value: float, low: float, step: float) -> float:
    return box.x + box.w * min(1.0, max(0.0, (value - low) / (step * BINS)))


def _spread_words(lines: list[float], wides: list[float], box: Box) -> list[bool]:
    """Which flags have their words left of their lines: those on the left, if there is room."""
    order = sorted(range(len(lines)), key=lambda i: lines[i])

    def split(count: int) -> list[bool]:
        left = set(order[:count])
        return [i in left for i in range(len(lines))]

    def fits(sides: list[bool]) -> bool:
        return all(
            line - BESIDE - wide >= box.x if left else line + BESIDE + wide <= box.x + box.w
            for line, wide, left in zip(lines, wides, sides, strict=True)
        )

    half = len(lines) / 2
    counts = sorted(range(len(lines) + 1), key=lambda count: abs(count - half))
    return next((split(count) for count in counts if fits(split(count))), split(counts[0]))


def _spans(
    lines: list[float], wides: list[float], sides: list[bool], box: Box
) -> list[tuple[float, float]]:
    """Left and right end of each flag's words, beside its line."""
    spans = []
    for line, wide, left in zip(lines, wides, sides, strict=True):
        start = line - BESIDE - wide if left else line + BESIDE
        start = min(max(box.x, start), box.x + box.w - wide)
        spans.append((start, start + wide))
    return spans


def _lanes(lines: list[float], spans: list[tuple[float, float]], sides: list[bool]) -> list[int]:
    """The row above the columns, from below, in which each flag's words stand.

    Words that run over the line of another flag stand above that flag's words, so that no
    line runs through words.
    """
    order = sorted(range(len(lines)), key=lambda i: lines[i] if sides[i] else -lines[i])
    lanes = [0] * len(lines)
    done: list[int] = []
    for i in order:
        a, b = spans[i]
        below = [lanes[j] for j in done if spans[j][0] < b + 12 and a - 12 < spans[j][1]]
        below += [lanes[j] for j in done if a < lines[j] < b]
        lanes[i] = max(below, default=-1) + 1
        done.append(i)
    return lanes


def _axes(sheet: Sheet, space: Any, plot: Plot) -> None:
    theme, pen = sheet.palette.theme, sheet.palette
    names, values = space.xpath(".//c:catAx")[0], space.xpath(".//c:valAx")[0]
    set_gap(space, 10)
    own, other = (names.xpath(f"./{name}/@val")[0] for name in ("c:axId", "c:crossAx"))
    xml = (
        f'<c:catAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f"{paint('', pen.line(theme.ink, 1.25))}"
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
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


def _edges(sheet: Sheet, box: Box, scale: Scale, low: float, step: float) -> None:
    """The values at the edges of every sixth column, under the field."""
    assert box.type
    ink = label_ink(sheet, box.type, sheet.palette.theme.muted)
    wide, tall = 90.0, box.type.label * LEADING
    for i in range(0, BINS + 1, EDGES):
        x = box.x + box.w * i / BINS
        left = min(max(box.x, x - wide / 2), box.x + box.w - wide)
        align: Align = "left" if i == 0 else "right" if i == BINS else "center"
        run = f"<a:r>{ink.properties()}<a:t>{text_of(scale.shown(low + step * i))}</a:t></a:r>"
        said = body([paragraph(run, ink, Style(align=align))], wrap=False)
        place = (left, box.y + box.h - AXIS + 6, wide, tall)
        sheet.add(shape(named(sheet.next_id(), "Scale"), place, "", text=said))


def _add_flag(
    sheet: Sheet,
    box: Box,
    plot: Plot,
    flag: _Flag,
    spot: tuple[float, float, int],
    counted: tuple[float, float, list[int]],
) -> None:
    """The words of a flag and a line down to its column; a benchmark's goes to the ground."""
    assert box.type
    low, step, counts = counted
    left, right, lane = spot
    tall = box.type.label * LEADING
    y = box.y + plot.y - 6 - (lane + 1) * box.type.label * 1.4
    x = _line(box, flag, low, step)
    column = plot.h * counts[bin_of(flag.value, low, step)] / max(counts)
    foot = box.y + plot.y + plot.h - (0 if flag.dash else column)
    line = sheet.palette.line(flag.color, 2.25, flag.dash)
    identity = named(sheet.next_id(), "Pointer", decorative=True)
    sheet.add(straight(identity, (x, y + 2, x, max(foot, y + tall)), line))
    ink = label_ink(sheet, box.type, flag.color, flag.bold)
    align: Align = "right" if right < x else "left"
    run = f"<a:r>{ink.properties()}<a:t>{text_of(flag.text)}</a:t></a:r>"
    said = body([paragraph(run, ink, Style(align=align))], "middle", wrap=False)
    sheet.add(shape(named(sheet.next_id(), "Name"), (left, y, right - left, tall), "", text=said))
