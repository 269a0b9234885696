"""Charts and maps: how much room they need, and their drawing by Matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datawalk.exhibits import Chart, Map
from datawalk.figures import (
    distribution,
    grouped,
    hundred,
    lines,
    network,
    pairs,
    panels,
    rows,
    slope,
    steps,
)
from datawalk.figures.map import placing
from datawalk.page.marks import Drawing
from datawalk.theme import Theme
from datawalk.typography.sizes import Type

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from datawalk.figures.legible import Standing

_FORMS: dict[str, Any] = {
    "bars": rows,
    "dots": rows,
    "diverging": rows,
    "lines": lines,
    "distribution": distribution,
    "network": network,
    "pairs": pairs,
    "parts": hundred,
    "steps": steps,
    "slope": slope,
    "panels": panels,
    "grouped": grouped,
}
"""The module that draws each form of chart; all offer heights, too_wide and draw."""


def heights(exhibit: Chart | Map, width: float, type: Type) -> tuple[float, float]:
    """The least and the ideal height, in points, at a width, without heading and note."""
    return _room(exhibit).heights(exhibit, width, type)  # type: ignore[no-any-return]


def widest_problem(exhibit: Chart | Map, width: float, type: Type) -> str:
    """Why the exhibit cannot be drawn at this width, in words for the author; or nothing."""
    return _room(exhibit).too_wide(exhibit, width, type)  # type: ignore[no-any-return]


def figure(drawing: Drawing, theme: Theme) -> Figure:
    """A Matplotlib figure of the drawing's size in points (72 dots to the inch)."""
    from datawalk.figures.board import Board
    from datawalk.figures.map import drawing as maps

    board = Board(drawing.w, drawing.h, theme)
    painter = maps if isinstance(drawing.exhibit, Map) else _FORMS[drawing.exhibit.form]
    painter.draw(board, drawing.exhibit, drawing.type, drawing.color)
    return board.figure


def texts(drawing: Drawing, theme: Theme) -> tuple[Standing, ...]:
    """Every text inside the drawing, with the ground that it is worst to read on."""
    from datawalk.figures.legible import standing

    return tuple(standing(figure(drawing, theme), theme.paper))


def _room(exhibit: Chart | Map) -> Any:
    return placing if isinstance(exhibit, Map) else _FORMS[exhibit.form]
