"""Drawing a placed map."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Map
from datawalk.figures.board import Board
from datawalk.figures.map import placing
from datawalk.figures.map.inset import WORDS_AT, PlacedLocator, ScaleBar
from datawalk.figures.map.legend import TEXT_AT
from datawalk.figures.map.spotting import dot, ground
from datawalk.metrics.model import Ring
from datawalk.page.lines import text_ink
from datawalk.theme import mix, shades
from datawalk.typography.sizes import Type


def draw(board: Board, map_: Map, type: Type, color: str) -> None:
    """Areas with white borders, ours outlined last, labels over all, and the legend."""
    placed = placing.place(board.measurer, map_, board.width, board.height, type)
    ramp = shades(color, len(map_.shades))
    size = placed.size
    for area in placed.areas:
        if area.area.ground:
            board.shape(area.rings, ground(board.theme), board.theme.paper, size * 0.06)
        else:
            _area(board, area.rings, area.area.shade, ramp, size)
    for area in placed.areas:
        if area.area.highlight and not placed.ring:
            board.shape(area.rings, "", board.theme.paper, size * 0.3)
            board.shape(area.rings, "", board.theme.ink, size * 0.14)
    _spots(board, placed, ramp)
    for label in placed.names:
        _label(board, label, size)
    _ours(board, placed)
    _legend(board, placed, ramp)
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
            _label(board, mark.label, size)


def _label(board: Board, label: placing.Label, size: float) -> None:
    pad = size * 0.2
    board.label_box(label.x - pad, label.y - pad * 0.2, label.w + 2 * pad, label.h + pad * 0.4)
    board.text(label.x, label.baseline, label.text, size, board.theme.ink, label.face)


def _ours(board: Board, placed: placing.PlacedMap) -> None:
    size = placed.size
    for hue, pen in ((board.theme.paper, size * 0.24), (board.theme.ink, size * 0.1)):
        if placed.ring:
            board.circle(*placed.ring, hue, pen)
        if placed.leader:
            (x1, y1), (x2, y2) = placed.leader
            board.line([x1, x2], [y1, y2], hue, pen)
    if placed.ours:
        _label(board, placed.ours, size)


def _legend(board: Board, placed: placing.PlacedMap, ramp: tuple[str, ...]) -> None:
    size, theme = placed.size, board.theme
    x, y = placed.title_at
    for paragraph in text_ink(board.measurer, placed.title, x, y, size, theme.ink):
        for line in paragraph.texts:
            board.text(line.x, line.y, line.text, size, theme.ink, "bold")
    for key in placed.keys:
        if key.point:
            _dot(board, key.x + key.w / 2, key.y + key.h / 2, size, key.shade, ramp)
        elif key.shade is None:
            board.box(
                *(key.x, key.y, key.w, key.h),
                *(_unknown(board), theme.muted, size * 0.05, theme.muted),
            )
        else:
            board.box(key.x, key.y, key.w, key.h, ramp[key.shade], theme.muted, size * 0.05)
        left = key.x + size * TEXT_AT
        board.text(left, key.y + size * 0.82, key.label, size, theme.ink)
        board.text(left, key.y + size * 1.95, key.count, size, theme.muted)


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
