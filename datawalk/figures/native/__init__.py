"""Charts and maps of office programs: what they need beyond the plan for paper."""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Chart, ChartForm, Map
from datawalk.figures import ends
from datawalk.figures.native import crowds, dumbbells, over_years, rows, shapes
from datawalk.figures.native.forms import Planned
from datawalk.page.figure import Drawing, EndWords, Native
from datawalk.page.marks import Text
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer

FORMS: dict[ChartForm, Planned] = {
    "bars": rows.bars,
    "dots": rows.dots,
    "diverging": rows.diverging,
    "pairs": rows.pairs,
    "steps": rows.steps,
    "grouped": rows.grouped,
    "lines": over_years.lines,
    "slope": over_years.slope,
    "panels": over_years.panels,
    "distribution": crowds.distribution,
    "dumbbell": dumbbells.dumbbell,
    "network": shapes.network,
    "lineup": shapes.lineup,
}


def with_native(drawing: Drawing, measurer: Measurer, theme: Theme) -> Drawing:
    """The drawing with its native plan, measured as the office program shows its words."""
    exhibit, native = drawing.exhibit, Native()
    if isinstance(exhibit, Map):
        native = shapes.areas(exhibit, drawing, measurer)
    elif exhibit.form == "parts":
        native = shapes.parts(exhibit, drawing, measurer, theme)
    else:
        native = FORMS[exhibit.form](exhibit, drawing, measurer)
        native = replace(native, ends=_end_words(exhibit, drawing, native, measurer))
    return replace(drawing, plan=replace(drawing.plan, native=native))


def _end_words(
    chart: Chart, drawing: Drawing, native: Native, measurer: Measurer
) -> EndWords | None:
    """The words of both ends, under all of a distribution or the field of dots.

    None where the chart has none, or the plan no room for them.
    """
    texts = (mark.text for mark in drawing.plan.marks if isinstance(mark, Text))
    if chart.ends is None or not any(ends.LOW in text for text in texts):
        return None
    left = native.field.left if isinstance(native, rows.NativeRows) else 0.0
    span, size = (left, drawing.w), drawing.type.label
    low, high = ends.words(measurer, chart, span, size)
    return EndWords(low, high, *span, ends.height(measurer, chart, span, size))
