"""Lines over years as a native chart, each named at its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Point, Reference, Series
from datawalk.figures.lines.ends import last_of
from datawalk.figures.lines.field import firsts
from datawalk.figures.native.over_years import Lines, name_of_line
from datawalk.figures.native.scale import Scale, widened
from datawalk.figures.styles import benchmark
from datawalk.figures.times import Times, times
from datawalk.page.document import Box
from datawalk.page.figure import Style
from datawalk.render.pptx.figures.axes import NO_TICKS, ids, scaling, unit
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.chart_xml import dress, em, paint, words
from datawalk.render.pptx.figures.labels import (
    NAME,
    VALUE,
    DataLabel,
    label_ink,
    labels,
)
from datawalk.render.pptx.figures.native import Plot, add_native, field_of, planned, unmarked
from datawalk.render.pptx.figures.stress import stress
from datawalk.render.pptx.figures.title import title
from datawalk.render.pptx.figures.years import (
    DASHES,
    Shift,
    dress_line,
    dress_years,
    growing,
    over_time,
    ranged,
    shifts,
    time_axes,
)
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import Element
from datawalk.render.pptx.xml import attribute
from datawalk.typography.sizes import Type

FIRST = 1.9
"""From a point to the far edge of the figure over or under it, in ems."""
HIDDEN = 0.4
"""Share of that way which the mark of a figure covers."""
CLEAR = 0.3
"""Room between the end of a line and its name, in ems."""


def add_lines(sheet: SlideCanvas, box: Box) -> None:
    """A line for each series, ours on top; the benchmark as a dotted line; unknown years are gaps.

    All is as planned for posters, but the name of a line and its figure stand side by side, and
    the ranges of ours are thin lines: areas would not break where years are missing, nor move with
    a figure that is changed in the data sheet.
    """
    chart, type_ = parts_of(box)
    scale, moments = Scale(chart.format), times(chart)
    native_plan = planned(box, Lines)
    plot = ranged(field_of(box), scale, native_plan.place)
    # The last series is drawn on top.
    drawn = sorted(
        zip(chart.series, field_of(box).styles, strict=True), key=lambda pair: pair[0].highlight
    )
    lasts = [last_of(row, moments.last) for row, _ in drawn]
    rows = [
        (name_of_line(row, last), row.points) for (row, _), last in zip(drawn, lasts, strict=True)
    ]
    line = chart.reference
    under = [(line.label, _along(line, moments))] if line else []
    data = over_time(moments, [*under, *rows], plot, scale, native_plan.years)
    space = add_native(sheet, box, XL_CHART_TYPE.LINE_MARKERS, data, plot)
    time_axes(sheet, space, _values(sheet, space, box, plot, scale), type_)
    *natives, years = space.xpath(".//c:ser")
    dress_years(sheet, years, moments, native_plan.written, type_)
    ends = [*lasts, *((Point("", line.value, line.printed),) if line else ())]
    count = 2 if native_plan.stacked else 1
    moved = shifts([_at(point, scale) for point in ends], plot, box, type_.label, lines=count)
    if line:
        said = _middle(sheet, line, len(moments.slots), moved[-1], scale, type_)
        _benchmark(sheet, natives.pop(0), _ended(said, native_plan, native_plan.filled[-1]), type_)
    for native, pair, last, shift in zip(natives, drawn, lasts, moved, strict=False):
        found = _said(sheet, box, plot, moments, pair, last, shift)
        spaces = native_plan.filled[chart.series.index(pair[0])]
        ended = [_ended(one, native_plan, spaces) for one in found]
        dress_line(sheet, native, *pair, type_.label, ended)
        stress(sheet, native, *pair, moments, scale, type_.label)
    if native_plan.told:
        muted = label_ink(sheet, type_, sheet.palette.theme.muted)
        title(space, [(words, muted) for words in native_plan.told], plot.x / box.w)


def _ended(said: DataLabel, plan: Lines, spaces: int) -> DataLabel:
    """The label as it is planned: its figure beside its name, or under it as wide as that."""
    if not plan.stacked:
        return said
    named = NAME in said.shown
    return replace(said, between="\n", code=widened(said.code, spaces if named else 0))


def _along(line: Reference, moments: Times) -> list[Point]:
    """The benchmark at every time, also where other lines break."""
    return [Point("", line.value, line.printed, when=at) for at in moments.slots]


def _at(point: Point, scale: Scale) -> float | None:
    return None if point.value is None else scale.stored(point.value)


def _values(sheet: SlideCanvas, space: Element, box: Box, plot: Plot, scale: Scale) -> str:
    """Light lines with the written values, left of the room for our first figure."""
    chart, type_ = parts_of(box)
    theme, pen = sheet.palette.theme, sheet.palette
    own, other = ids(space.xpath(".//c:valAx")[0])
    held = [p.value for row in chart.series for p in row.points if p.value is not None]
    held += [chart.reference.value] if chart.reference else []
    grown = growing(plot, [scale.stored(value) for value in held])
    # "_0" is room as wide as a 0.
    code = attribute(scale.code + "_0" * planned(box, Lines).blanks)
    grid = (
        f"<c:majorGridlines>{paint('', pen.line(theme.field, em(type_, 0.75)))}</c:majorGridlines>"
    )
    return (
        f'<c:valAx><c:axId val="{own}"/>{scaling(grown)}<c:delete val="0"/>'
        f'<c:axPos val="l"/>{grid}<c:numFmt formatCode={code} sourceLinked="0"/>'
        f'{NO_TICKS}<c:tickLblPos val="low"/>{paint("", pen.line("", 0))}'
        f"{words('c:txPr', label_ink(sheet, type_, theme.muted))}"
        f'<c:crossAx val="{other}"/><c:crosses val="min"/><c:crossBetween val="midCat"/>'
        f"{unit(plot)}</c:valAx>"
    )


def _said(
    sheet: SlideCanvas,
    box: Box,
    plot: Plot,
    moments: Times,
    pair: tuple[Series, Style],
    last: Point,
    shift: Shift,
) -> list[DataLabel]:
    """The first figure of ours, and of every line its name and last figure at its end."""
    if last.value is None:
        return []
    (chart, type_), (series, style) = parts_of(box), pair
    strong = series.highlight or series.worked_out
    hue = style.color if strong else sheet.palette.theme.muted
    scale, ink = Scale(chart.format), label_ink(sheet, type_, hue, series.highlight)
    # A lone line may have no name; LibreOffice would make one up.
    shown = (NAME, VALUE) if series.label else (VALUE,)
    at = moments.slots.index(last.time)
    end = DataLabel(at, ink, "r", scale.code_for(last), shift, shown)
    at_first = _free_side(chart, series, plot, type_) if chart.bare else "l"
    begun = (moments.slots.index(p.time) for p in series.points[:1] if p in firsts(chart))
    return [
        *(
            DataLabel(i, ink, at_first, scale.code_for(series.points[0]))
            for i in begun
            if i != at and at_first
        ),
        end,
    ]


def _free_side(chart: Chart, series: Series, plot: Plot, type_: Type) -> str:
    """Over or under the first figure of a line, where nothing else is; else nowhere.

    Lines are looked at where they begin and at their next figure, about as far as words reach.
    """
    scale, tall = Scale(chart.format), FIRST * type_.label * (plot.high - plot.low) / plot.h
    begun, *others = [_begun(row, scale) for row in (series, *_without(chart, series))]
    if not begun:
        return "t"
    near = [value - begun[0] for value in (*begun[1:], *(v for row in others for v in row))]
    if chart.reference:
        near.append(scale.stored(chart.reference.value) - begun[0])
    free = {"t": not any(0 <= value < tall for value in near)}
    free["b"] = not any(-tall < value < 0 for value in near)
    first = next(p for p in series.points if p.value is not None)
    if first.lower is not None and first.upper is not None:
        # The mark itself hides a short line of how sure it is.
        free["t"] &= scale.stored(first.upper) - begun[0] < tall * HIDDEN
        free["b"] &= begun[0] - scale.stored(first.lower) < tall * HIDDEN
    return next((side for side, empty in free.items() if empty), "")


def _begun(series: Series, scale: Scale) -> list[float]:
    """The first two figures of a line."""
    known = (scale.stored(p.value) for p in series.points if p.value is not None)
    return list(islice(known, 2))


def _without(chart: Chart, series: Series) -> Iterator[Series]:
    return (row for row in chart.series if row is not series)


def _middle(
    sheet: SlideCanvas, line: Reference, count: int, shift: Shift, scale: Scale, type_: Type
) -> DataLabel:
    """The name and the figure of the benchmark, at its end."""
    code = scale.code_for(Point("", line.value, line.printed))
    ink = label_ink(sheet, type_, sheet.palette.theme.ink, bold=True)
    return DataLabel(count - 1, ink, "r", code, shift, (NAME, VALUE))


def _benchmark(sheet: SlideCanvas, native: Element, said: DataLabel, type_: Type) -> None:
    """A dotted line with its name and figure at its end."""
    style = benchmark(sheet.palette.theme, type_.label)
    pen = sheet.palette.line(style.color, style.line, DASHES[style.dash])
    dress(native, *unmarked(pen), labels([said]))
