"""The pieces of a dumbbell as marks of a board."""

from __future__ import annotations

from datawalk.figures.board import Board
from datawalk.figures.dumbbell.parts import (
    BoundsLine,
    CrossLine,
    DownLine,
    Dumbbell,
    GapBracket,
    GroupMark,
    OursBox,
    Piece,
    Wording,
    color_of,
    word_color,
)

SIZES = {"o": 1.0, "D": 0.82, "s": 0.88, "^": 0.96}
"""What each mark takes of its room, so that all look as large."""
SOLID, OPEN = 0.06, 0.17
"""Thickness of the edge of filled and of open marks, of their size."""


def paint(board: Board, plan: Dumbbell, color: str) -> None:
    """All pieces, the lowest first; `color` is the station's."""
    written: set[Wording] = set()
    for piece in plan.pieces:
        _paint(board, piece, color)
        if isinstance(piece, GroupMark) and piece.figure not in written:
            # Groups that lie over each other share their figure.
            written.add(piece.figure)
            _word(board, piece.figure, color)


def _paint(board: Board, piece: Piece, color: str) -> None:
    match piece:
        case Wording():
            _word(board, piece, color)
        case GroupMark():
            _spot(board, piece, color)
        case CrossLine():
            hue = color_of(piece.hue, board.theme, color)
            xs, ys = [piece.x1, piece.x2], [piece.y, piece.y]
            if piece.x2 > piece.x1:
                board.line(xs, ys, hue, piece.thick, piece.dash)
        case DownLine():
            hue = color_of(piece.hue, board.theme, color)
            board.line([piece.x, piece.x], [piece.y1, piece.y2], hue, piece.thick, piece.dash)
        case BoundsLine():
            _range(board, piece)
        case GapBracket():
            xs = [piece.x1, piece.x1, piece.x2, piece.x2]
            ys = [piece.y - piece.tall, piece.y, piece.y, piece.y - piece.tall]
            board.line(xs, ys, board.theme.ink, piece.thick)
        case OursBox():
            board.ground(
                piece.x,
                piece.y,
                piece.w,
                piece.h,
                color_of("pale", board.theme, color),
                piece.radius,
            )


def _word(board: Board, word: Wording, color: str) -> None:
    hue = word_color(word.hue, board.theme, color)
    for line, y in zip(word.lines, word.baselines, strict=True):
        board.text(word.x, y, line, word.size, hue, word.face, word.side)


def _spot(board: Board, spot: GroupMark, color: str) -> None:
    """Filled with an edge of paper, or of paper with an edge."""
    mark, filled = spot.shape
    hue = color_of(spot.hue, board.theme, color)
    fill, edge = (hue, "") if filled else (board.theme.paper, hue)
    size = spot.across * SIZES[mark]
    thick = SOLID if filled else OPEN
    board.marks([spot.x], [spot.y], fill, size if filled else size * (1 - OPEN), mark, edge, thick)


def _range(board: Board, held: BoundsLine) -> None:
    """First wider in paper, so that it is seen over a mark too."""
    line = held.thick
    for hue, pen, more in ((board.theme.paper, line * 2.4, line * 0.7), (board.theme.ink, line, 0)):
        board.line([held.x1 - more, held.x2 + more], [held.y, held.y], hue, pen)
        for x in (held.x1, held.x2):
            board.line([x, x], [held.y - held.cap - more, held.y + held.cap + more], hue, pen)
