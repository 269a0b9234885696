"""Bars of places as native charts of PowerPoint, and what rows of other forms share with them."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart, Point
from datawalk.figures.native.rows import NativeRows, name_of
from datawalk.figures.native.scale import Scale
from datawalk.figures.rows import BESIDE, fill_of, hue_of
from datawalk.figures.whiskers import WHISKER, reach
from datawalk.page.document import Box
from datawalk.page.figure import Field
from datawalk.render.pptx.figures.axes import bar_axes
from datawalk.render.pptx.figures.benchmark import benchmark, dress_benchmark, rows_of
from datawalk.render.pptx.figures.chart_xml import dress
from datawalk.render.pptx.figures.labels import DataLabel, label_ink, labels
from datawalk.render.pptx.figures.native import (
    Plot,
    add_native,
    field_of,
    filled,
    plan_of,
    planned,
    plot_in,
    stored,
    whiskers,
    words_of,
)
from datawalk.render.pptx.figures.workbook import categories
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import Element
from datawalk.typography.fonts import Face
from datawalk.typography.sizes import Type


def remarked(point: Point) -> str:
    """The name beside a bar with what is told under it."""
    return f"{point.label}: {point.remark}" if point.remark else name_of(point)


def add_bars(sheet: SlideCanvas, box: Box) -> None:
    """Horizontal bars, ours in the station's colour, with whiskers and values."""
    chart, _ = parts_of(box)
    points, scale = chart.series[0].points, Scale(chart.format)
    native = planned(box, NativeRows)
    codes = [scale.code_for(p) if p.value is not None else "" for p in points]
    if chart.reference:
        names, why = [point.label for point in points], why_labels(sheet, box, native.field)
    else:
        names, why = [name_of(point) for point in points], []
    add_rows(sheet, box, names, native, scale, codes, why)


def why_labels(sheet: SlideCanvas, box: Box, field: Field) -> list[DataLabel]:
    """Why there is no bar, in its row, where the plan has it; they stand at the benchmark's line.

    A name of two lines left of bars that run both ways would squeeze the chart in LibreOffice.
    """
    chart, type_ = parts_of(box)
    ink = label_ink(sheet, type_, sheet.palette.theme.muted)
    start = field.x(chart.reference.value if chart.reference else 0.0)
    aside = BESIDE * type_.label / 2 + field.x(0.0) - field_of(box).x(0.0)
    silent = [i for i, p in enumerate(chart.series[0].points) if p.value is None]
    found = []
    for i, said in zip(silent, words_of(plan_of(box)), strict=True):
        past = max(min(text.x for text in said) + aside, field.left) - start
        text = "\n".join(text.text for text in said)
        found.append(DataLabel(i, ink, "outEnd", shift=(past / box.w, 0.0), text=text))
    return found


def add_rows(
    sheet: SlideCanvas,
    box: Box,
    names: Sequence[str],
    native: NativeRows,
    scale: Scale,
    codes: Sequence[str],
    why: Sequence[DataLabel] = (),
) -> None:
    """A chart of one bar beside each name, with the benchmark as a series of its own.

    `codes` are the formats of the figures. `why` are labels in rows without a bar, which stand at
    the benchmark's line.
    """
    chart, type_ = parts_of(box)
    points, field, name = chart.series[0].points, native.field, native.series[0]
    ends = _ends(points, scale) if len(native.series) > 1 else []
    rows = [(name, stored(points, scale)), *benchmark(chart, scale, len(names))]
    rows += [(native.series[1], ends)] if ends else []
    held = rows_of(names) if chart.reference else list(names)
    plot = plot_in(field, scale, chart)
    data = categories(held, rows, scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.BAR_CLUSTERED, data, plot)
    # Bars of the benchmark stand over those of places.
    bar_axes(sheet, space, plot, type_, gap(plot, len(held), field.styles[0].line), 100)
    bars, *others = space.xpath(".//c:ser")
    looks: list[tuple[str, Face]] = [
        (hue_of(point, sheet.palette.theme), "bold") for point in points
    ]
    said = value_labels(sheet, box, points, field, looks, codes)
    _dress_bars(sheet, bars, box, field, said, scale)
    if chart.reference:
        dress_benchmark(sheet, others[0], box, native, scale, why)
    if ends:
        dress(others[-1], *filled("<a:noFill/>"))


def _ends(points: Sequence[Point], scale: Scale) -> list[float | None]:
    """Where whiskers end, as bars that are not seen: the axis reaches over them, and over whatever
    a person changes; nothing without whiskers."""
    if all(point.upper is None for point in points):
        return []
    tops = (None if p.value is None else max(p.value, p.upper or p.value) for p in points)
    return [None if top is None else scale.stored(top) for top in tops]


def gap(plot: Plot, rows: int, thick: float, bars: float = 1) -> int:
    """The gap between rows in percent of a bar that is `thick`; in a row are so many `bars`."""
    return min(500, max(0, round((plot.h / rows / thick - bars) * 100)))


def parts_of(box: Box) -> tuple[Chart, Type]:
    """The chart of a box and its sizes."""
    assert isinstance(box.exhibit, Chart)
    assert box.type
    return box.exhibit, box.type


def _dress_bars(
    sheet: SlideCanvas,
    series: Element,
    box: Box,
    field: Field,
    said: Sequence[DataLabel],
    scale: Scale,
) -> None:
    """Bars in the colors of the plan, with labels and whiskers."""
    chart, type_ = parts_of(box)
    theme, pen = sheet.palette.theme, sheet.palette
    points = chart.series[0].points
    ours = [i for i, p in enumerate(points) if fill_of(chart, p, theme, sheet.color) == sheet.color]
    look = filled(pen.fill(theme.field), ours, pen.fill(sheet.color))
    line = pen.line(theme.ink, WHISKER * type_.label)
    dress(series, *look, labels(said), *whiskers(points, field, type_.label, scale, line))


def value_labels(
    sheet: SlideCanvas,
    box: Box,
    points: Sequence[Point],
    field: Field,
    looks: Sequence[tuple[str, Face]],
    codes: Sequence[str],
    radius: float = 0.0,
) -> list[DataLabel]:
    """Values beyond the marks and their whiskers; the benchmark's line does not cross them.

    `looks` are their colors and faces, `codes` their formats, `radius` is that of dots.
    """
    chart, type_ = parts_of(box)
    ground = sheet.palette.theme.paper if chart.reference else ""
    found = []
    for i, (point, (hue, face), code) in enumerate(zip(points, looks, codes, strict=True)):
        if point.value is None:
            continue
        way = -1 if point.value < 0 else 1
        past = reach(point, field, radius) - field.x(point.value) - way * radius
        past += way * BESIDE * type_.label * (radius > 0 or abs(past) > 1e-6)
        ink = label_ink(sheet, type_, hue, face == "bold")
        found.append(DataLabel(i, ink, "outEnd", code, (past / box.w, 0.0), ground=ground))
    return found
