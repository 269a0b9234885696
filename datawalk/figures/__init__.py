"""Charts and maps: how much room they need, and the plan by which every painter draws them.

Lengths are points.
"""

from __future__ import annotations

from typing import Protocol

from datawalk.exhibits import Chart, ChartForm, Map
from datawalk.figures import (
    distribution,
    grouped,
    hundred,
    lineup,
    network,
    pairs,
    panels,
    rows,
    slope,
    steps,
)
from datawalk.figures.board import Board
from datawalk.figures.dumbbell import drawing as dumbbell
from datawalk.figures.lines import drawing as lines
from datawalk.figures.map import drawing, placing
from datawalk.page.figure import Drawing, Field, FigurePlan
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type


class Form(Protocol):
    """What the module of each form of chart offers."""

    def heights(
        self, measurer: Measurer, chart: Chart, width: float, type: Type, /
    ) -> tuple[float, float]: ...
    def too_wide(self, measurer: Measurer, chart: Chart, width: float, type: Type, /) -> str: ...
    def draw(self, board: Board, chart: Chart, type: Type, color: str, /) -> Field | None: ...


FORMS: dict[ChartForm, Form] = {
    "bars": rows,
    "dots": rows,
    "diverging": rows,
    "lines": lines,
    "distribution": distribution,
    "network": network,
    "pairs": pairs,
    "parts": hundred,
    "steps": steps,
    "lineup": lineup,
    "slope": slope,
    "panels": panels,
    "grouped": grouped,
    "dumbbell": dumbbell,
}


def heights(
    measurer: Measurer, exhibit: Chart | Map, width: float, type: Type
) -> tuple[float, float]:
    """The least and the ideal height, in points, at a width, without heading and note."""
    if isinstance(exhibit, Map):
        return placing.heights(measurer, exhibit, width, type)
    return FORMS[exhibit.form].heights(measurer, exhibit, width, type)


def widest_problem(measurer: Measurer, exhibit: Chart | Map, width: float, type: Type) -> str:
    """Why the exhibit cannot be drawn at this width, in words for the author; or nothing."""
    if isinstance(exhibit, Map):
        return placing.too_wide(measurer, exhibit, width, type)
    return FORMS[exhibit.form].too_wide(measurer, exhibit, width, type)


def plan(
    measurer: Measurer,
    exhibit: Chart | Map,
    size: tuple[float, float],
    type: Type,
    theme: Theme,
    color: str,
) -> FigurePlan:
    """What to draw in a room of this width and height, in points; `color` is the station's."""
    board = Board(*size, theme, measurer=measurer)
    if isinstance(exhibit, Map):
        drawing.draw(board, exhibit, type, color)
        return FigurePlan(tuple(board.drawn))
    field = FORMS[exhibit.form].draw(board, exhibit, type, color)
    return FigurePlan(tuple(board.drawn), field)


def drawn(
    measurer: Measurer,
    exhibit: Chart | Map,
    place: tuple[float, float, float, float],
    type: Type,
    theme: Theme,
    color: str,
) -> Drawing:
    """The exhibit planned for a place on a page: left, top, width and height in points."""
    return Drawing(
        *place, exhibit, type, color, plan(measurer, exhibit, place[2:], type, theme, color)
    )
