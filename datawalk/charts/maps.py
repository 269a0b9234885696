"""Drawing a placed map with Matplotlib."""

from __future__ import annotations

from datawalk.charts import placing
from datawalk.charts.board import Board
from datawalk.exhibits import Map
from datawalk.layout.measure import text_ink
from datawalk.layout.page import Type
from datawalk.theme import mix, shades

HATCH = "////"


def draw(board: Board, map_: Map, type: Type, color: str) -> None:
    """Areas with white borders, ours outlined last, labels over all, the legend on the right."""
    placed = placing.place(map_, board.width, board.height, type)
    ramp = shades(color, len(map_.shades))
    size = placed.size
    for area in placed.areas:
        _area(board, area.rings, area.area.shade, ramp, size)
    for area in placed.areas:
        if area.area.highlight:
            board.shape(area.rings, "none", board.theme.ink, size * 0.14)
    for x, y, label in placed.spots:
        board.marks([x], [y], board.theme.accent, size * 0.6, "o")
        _label(board, label, size)
    for label in placed.names:
        _label(board, label, size)
    _ours(board, placed)
    _legend(board, placed, ramp)


def _area(
    board: Board, rings: object, shade: int | None, ramp: tuple[str, ...], size: float
) -> None:
    line = size * 0.045
    if shade is None:
        ground = mix(board.theme.field, board.theme.paper, 0.7)
        board.shape(rings, ground, board.theme.muted, line, HATCH)  # type: ignore[arg-type]
    else:
        board.shape(rings, ramp[shade], board.theme.paper, line)  # type: ignore[arg-type]


def _label(board: Board, label: placing.Label, size: float) -> None:
    pad = size * 0.2
    board.label_box(label.x - pad, label.y - pad * 0.2, label.w + 2 * pad, label.h + pad * 0.4)
    board.text(label.x, label.baseline, label.text, size, board.theme.ink, label.face)


def _ours(board: Board, placed: placing.Placed) -> None:
    if placed.ours is None:
        return
    if placed.leader:
        (x1, y1), (x2, y2) = placed.leader
        board.line([x1, x2], [y1, y2], board.theme.paper, placed.size * 0.2)
        board.line([x1, x2], [y1, y2], board.theme.ink, placed.size * 0.09)
    ours = placed.ours
    board.text(ours.x, ours.baseline, ours.text, placed.size, board.theme.ink, "bold", halo=True)


def _legend(board: Board, placed: placing.Placed, ramp: tuple[str, ...]) -> None:
    size, theme = placed.size, board.theme
    x, y = placed.title_at
    for line in text_ink(placed.title, x, y, size, theme.ink):
        board.text(line.x, line.y, line.text, size, theme.ink, "bold")
    for key in placed.keys:
        if key.shade is None:
            ground = mix(theme.field, theme.paper, 0.7)
            board.box(key.x, key.y, key.w, key.h, ground, theme.muted, size * 0.05, HATCH)
        else:
            board.box(key.x, key.y, key.w, key.h, ramp[key.shade], theme.muted, size * 0.05)
        left = key.x + size * 2.2
        board.text(left, key.y + size * 0.82, key.label, size, theme.ink)
        board.text(left, key.y + size * 1.95, key.count, size * 0.95, theme.muted)
