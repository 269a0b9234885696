"""The benchmark as a series of its chart: its value and name are in the data sheet."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Chart, Point, Reference
from datawalk.figures.native.rows import NativeRows
from datawalk.figures.native.scale import Scale
from datawalk.figures.rows import BENCHMARK, reference_text
from datawalk.page.document import Box
from datawalk.render.pptx.figures.chart_xml import dress, element, paint
from datawalk.render.pptx.figures.labels import NAME, VALUE, DataLabel, label_ink, labels
from datawalk.render.pptx.figures.native import filled
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import Element
from datawalk.render.pptx.xml import text_of

DASHED = "sysDash"
BETWEEN = ": "
"""Between the name and the value of the benchmark."""


def rows_of(names: Sequence[str]) -> list[str]:
    """The names beside the bars; a line needs two rows, so a lone bar has an empty one below."""
    return [*names, " "] if len(names) == 1 else list(names)


def benchmark(chart: Chart, scale: Scale, count: int) -> list[tuple[str, list[float | None]]]:
    """Its name, and its value beside each of `count` bars; nothing where there is no benchmark.

    Where differences from it are shown its value is nothing, and its name tells it.
    """
    line = chart.reference
    if line is None:
        return []
    name = reference_text(line) if _compared(chart) else line.label
    return [(name, [scale.stored(line.value)] * max(2, count))]


def dress_benchmark(
    sheet: SlideCanvas,
    series: Element,
    box: Box,
    native: NativeRows,
    scale: Scale,
    why: Sequence[DataLabel],
) -> None:
    """Bars that are not seen, through whose ends runs a dotted line, named under them.

    It is a line of trend because no other line of a series stands across bars, in PowerPoint as in
    LibreOffice. `why` are labels of other rows.
    """
    chart = box.exhibit
    assert isinstance(chart, Chart)
    assert chart.reference
    assert box.type
    line = chart.reference
    count, taken = max(2, len(chart.series[0].points)), {label.index for label in why}
    at = max(set(range(count)) - taken, default=count - 1)
    ink = label_ink(sheet, box.type, sheet.palette.theme.ink, bold=True)
    shown: tuple[str, ...] = (NAME,)
    code = "General"
    if not _compared(chart):
        shown, code = (NAME, VALUE), scale.code_for(Point("", line.value, line.printed))
    shift = _below(line, box, native, (at + 0.5) / count)
    said = DataLabel(at, ink, "outEnd", code, shift, shown, BETWEEN)
    others = (label for label in why if label.index != at)
    found = sorted([*others, said], key=lambda label: label.index)
    dress(series, *filled("<a:noFill/>"), labels(found), _across(sheet, line, box.type.label))


def _compared(chart: Chart) -> bool:
    return chart.form == "diverging"


def _across(sheet: SlideCanvas, line: Reference, size: float) -> Element:
    """A straight line through the ends of all bars, half a row beyond the first and the last."""
    pen = sheet.palette.line(sheet.palette.theme.ink, BENCHMARK * size, DASHED)
    return element(
        f"<c:trendline><c:name>{text_of(line.label)}</c:name>{paint('', pen)}"
        '<c:trendlineType val="linear"/><c:forward val="0.5"/><c:backward val="0.5"/>'
        '<c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>'
    )


def _below(line: Reference, box: Box, native: NativeRows, row: float) -> tuple[float, float]:
    """From right of a bar's end to under the rows, as on paper, in shares of the chart.

    `row` is where the middle of the bar is, as a share of the field's height.
    """
    field = native.field
    past = native.reference[0] - field.x(line.value)
    tall = field.bottom - field.top
    return past / box.w, (tall * (1 - row) + (box.h - field.bottom) / 2) / box.h
