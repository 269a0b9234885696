"""Charts and maps of office programs: what they need beyond the plan for paper."""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import ChartForm, Map
from datawalk.figures.native import crowds, over_years, rows, shapes
from datawalk.figures.native.forms import Planned
from datawalk.page.figure import Drawing, Native
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
    "network": shapes.network,
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
    return replace(drawing, plan=replace(drawing.plan, native=native))
