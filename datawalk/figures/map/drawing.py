"""Drawing a placed map."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Map
from datawalk.figures.board import Board
from datawalk.figures.map import placing
from datawalk.figures.map.callouts import DOT
from datawalk.figures.map.dots import dot, ground
from datawalk.figures.map.inset import WORDS_AT, PlacedLocator, ScaleBar
from datawalk.figures.map.labels import Label
from datawalk.figures.map.nearby import PlacedNear
from datawalk.metrics.model import Ring
from datawalk.page.lines import text_ink
from datawalk.theme import ink_on, mix, shades
from datawalk.typography.sizes import Type

STATE = (0.42, 0.3)
"""Thickness of the edge of all areas, of which half is seen, in ems: its light rim, and itself."""
TWICE = (0.66, 0.31)
"""Thickness of both rings around our area, in ems: the light one under the dark one."""


def draw(board: Board, map_: Map, type: Type, color: str) -> None:
    """Areas with white borders in a dark edge, ours outlined last, then words and the legend."""
    placed = placing.place(board.measurer, map_, board.width, board.height, type)
    ramp = shades(color, len(map_.shades))
    size = placed.size
    board.shape(placed.edge, "", board.theme.paper, size * STATE[0])
    board.shape(placed.edge, "", color, size * STATE[1])
    for area in placed.areas:
        if area.area.ground:
            board.shape(area.rings, ground(board.theme), board.theme.paper, size * 0.06)
        else:
            _area(board, area.rings, area.area.shade, ramp, size)
    for area in placed.areas:
        if area.area.highlight and not placed.ring:
            for hue, pen in zip((board.theme.paper, board.theme.ink), TWICE, strict=True):
                board.shape(area.rings, "", hue, size * pen)
    _spots(board, placed, ramp)
    for label, shade in placed.values:
        _value(board, label, ramp[shade])
    _callouts(board, placed)
    for label in placed.names:
        _label(board, label)
    _ours(board, placed)
    _legend(board, placed, ramp)
    if placed.near:
        _near(board, placed.near, size, color)
    if placed.scale:
        _scale(board, placed.scale, placed.size)
    if placed.locator:
        _locator(board, placed.locator, placed.size, color)


def _area(
    board: Board, rings: Sequence[Ring], shade: int | None, ramp: tuple[str, ...], size: float
) -> None:
    fill = "" if shade is None else ramp[shade]
    if shade is None:
        board.shape(rings, _unknown(board), "", 0, board.theme.muted)
    board.shape(rings, fill, board.theme.paper, size * 0.045)


def _dot(
    board: Board, x: float, y: float, across: float, shade: int | None, ramp: tuple[str, ...]
) -> None:
    """A point in its class, with an edge that the lightest needs; hollow without a value."""
    fill = board.theme.paper if shade is None else ramp[shade]
    board.marks([x], [y], fill, across, "o", board.theme.muted)


def _unknown(board: Board) -> str:
    """The ground of areas without a value, under their hatch."""
    return mix(board.theme.field, board.theme.paper, 0.75)


def _spots(board: Board, placed: placing.PlacedMap, ramp: tuple[str, ...]) -> None:
    """The points, ours last and ringed, then the lines from names that stand off, then names."""
    size, theme = placed.size, board.theme
    across = size * dot(len(placed.spots))
    for mark in sorted(placed.spots, key=lambda one: one.spot.highlight):
        x, y = mark.x, mark.y
        if not mark.spot.classed:
            board.marks([x], [y], theme.ink, across, "o")
            continue
        if mark.spot.highlight:
            board.marks([x], [y], theme.ink, across * 1.7, "o")
            board.marks([x], [y], theme.paper, across * 1.35, "o")
        _dot(board, x, y, across, mark.spot.shade, ramp)
    for mark in placed.spots:
        if mark.leader:
            (x1, y1), (x2, y2) = mark.leader
            board.line([x1, x2], [y1, y2], theme.paper, size * 0.2)
            board.line([x1, x2], [y1, y2], theme.ink, size * 0.07)
    for mark in placed.spots:
        if mark.label:
            _label(board, mark.label)


def _label(board: Board, label: Label) -> None:
    pad = label.size * 0.2
    board.label_box(label.x - pad, label.y - pad * 0.2, label.w + 2 * pad, label.h + pad * 0.4)
    _words(board, label, board.theme.ink)


def _words(board: Board, label: Label, color: str) -> None:
    board.text(label.x, label.baseline, label.text, label.size, color, label.face)


def _value(board: Board, label: Label, fill: str) -> None:
    """A figure on its area, on a ground of its own where no ink can be read on the class."""
    hue = ink_on(fill, board.theme)
    if hue:
        _words(board, label, hue)
    else:
        _label(board, label)


def _callouts(board: Board, placed: placing.PlacedMap) -> None:
    """Lines to dots in areas, each with a light edge, then their words."""
    size, theme = placed.size, board.theme
    for one in placed.callouts:
        (x1, y1), (x2, y2) = one.leader
        for hue, pen in ((theme.paper, 0.22), (theme.ink, 0.07)):
            board.line([x1, x2], [y1, y2], hue, size * pen)
        board.marks([x2], [y2], theme.ink, size * DOT, "o")
        for line in one.lines:
            _words(board, line, theme.ink)


def _ours(board: Board, placed: placing.PlacedMap) -> None:
    size = placed.size
    for hue, pen in ((board.theme.paper, size * 0.24), (board.theme.ink, size * 0.1)):
        if placed.ring:
            board.circle(*placed.ring, hue, pen)
        if placed.leader:
            (x1, y1), (x2, y2) = placed.leader
            board.line([x1, x2], [y1, y2], hue, pen)
    if placed.ours and placed.leader:
        _words(board, placed.ours, board.theme.ink)
    elif placed.ours:
        _label(board, placed.ours)


def _legend(board: Board, placed: placing.PlacedMap, ramp: tuple[str, ...]) -> None:
    size, theme, legend = placed.size, board.theme, placed.legend
    for paragraph in text_ink(board.measurer, legend.title, legend.x, legend.y, size, theme.ink):
        for line in paragraph.texts:
            board.text(line.x, line.y, line.text, size, theme.ink, "bold")
    for key in legend.keys:
        fill, hatch = theme.paper, ""
        if key.shade is not None:
            fill = ramp[key.shade]
        elif not key.point:
            fill, hatch = _unknown(board), theme.muted
        if key.w:
            board.box(key.x, key.y, key.w, key.h, fill, theme.muted, size * 0.05, hatch)
        _words(board, key.label, theme.ink)
        _words(board, key.count, theme.ink)
    if legend.counts:
        _words(board, legend.counts, theme.muted)


def _near(board: Board, near: PlacedNear, size: float, color: str) -> None:
    """The head, the rows, ours in the station's colour, and a line before the middles."""
    theme = board.theme
    _words(board, near.head, theme.ink)
    for row in near.rows:
        hue = color if row.row.role == "ours" else theme.ink
        _words(board, row.name, hue)
        _words(board, row.figure, hue)
    if near.rule is not None:
        board.line([near.x, near.x + near.w], [near.rule, near.rule], theme.ink, size * 0.06)


def _scale(board: Board, scale: ScaleBar, size: float) -> None:
    """A bar with upright ends, and the miles it stands for."""
    end, tick, hue = scale.x + scale.w, size * 0.22, board.theme.muted
    board.line([scale.x, end], [scale.y, scale.y], hue, size * 0.08)
    for x in (scale.x, end):
        board.line([x, x], [scale.y - tick, scale.y + tick], hue, size * 0.08)
    board.text(end + size * WORDS_AT, scale.baseline, scale.label, size, hue)


def _locator(board: Board, locator: PlacedLocator, size: float, color: str) -> None:
    theme = board.theme
    board.shape(locator.around, theme.field, theme.field, size * 0.03)
    board.shape(locator.here, color, theme.paper, size * 0.05)
    board.text(locator.x, locator.baseline, locator.label, size, theme.muted)
