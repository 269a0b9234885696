"""Ink elsewhere on its page: shifted, or turned round for those who read from right to left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from datawalk.page.ink import Align, Cell, GridRow, Ink, Leaf, Paragraph, Part, TableGrid
from datawalk.page.marks import Disc, Rect, Rule, Text

Span = tuple[float, float]
"""Left and right of a column."""


class Move(Protocol):
    """Where single marks go, columns of a table, and heights on the page; which side is which."""

    def leaf(self, leaf: Leaf) -> Leaf: ...
    def span(self, span: Span) -> Span: ...
    def down(self, y: float) -> float: ...
    def side(self, align: Align) -> Align: ...


@dataclass(frozen=True, slots=True)
class Shift:
    """So many points to the right and down."""

    dx: float
    dy: float

    def leaf(self, leaf: Leaf) -> Leaf:
        dx, dy = self.dx, self.dy
        if isinstance(leaf, Rule):
            return replace(leaf, x1=leaf.x1 + dx, x2=leaf.x2 + dx, y1=leaf.y1 + dy, y2=leaf.y2 + dy)
        return replace(leaf, x=leaf.x + dx, y=leaf.y + dy)

    def span(self, span: Span) -> Span:
        return span[0] + self.dx, span[1] + self.dx

    def down(self, y: float) -> float:
        return y + self.dy

    def side(self, align: Align) -> Align:
        return align


OTHER_SIDE: dict[Align, Align] = {"left": "right", "right": "left", "center": "center"}


@dataclass(frozen=True, slots=True)
class Turn:
    """As far from the right edge of a page as from its left; what is shown stays upright."""

    width: float

    def leaf(self, leaf: Leaf) -> Leaf:
        match leaf:
            case Rule():
                return replace(leaf, x1=self.width - leaf.x1, x2=self.width - leaf.x2)
            case Disc():
                return replace(leaf, x=self.width - leaf.x)
            case Text():
                return replace(leaf, x=self.width - leaf.x - leaf.width)
        return replace(leaf, x=self.width - leaf.x - leaf.w)

    def span(self, span: Span) -> Span:
        return self.width - span[1], self.width - span[0]

    def down(self, y: float) -> float:
        return y

    def side(self, align: Align) -> Align:
        return OTHER_SIDE[align]


def moved(ink: Iterable[Ink], move: Move) -> tuple[Ink, ...]:
    """All of the ink in its new place."""
    return tuple(_moved(item, move) for item in ink)


def _moved(item: Ink, move: Move) -> Ink:
    match item:
        case Part():
            return replace(item, ink=moved(item.ink, move))
        case Paragraph():
            return _paragraph(item, move)
        case TableGrid():
            return _grid(item, move)
    return move.leaf(item)


def _paragraph(item: Paragraph, move: Move) -> Paragraph:
    lines = (tuple(_text(text, move) for text in line) for line in item.lines)
    return replace(item, lines=tuple(lines), align=move.side(item.align))


def _text(text: Text, move: Move) -> Text:
    found = move.leaf(text)
    assert isinstance(found, Text)
    return found


def _grid(grid: TableGrid, move: Move) -> TableGrid:
    return TableGrid(
        tuple(map(move.span, grid.columns)),
        move.down(grid.top),
        tuple(_row(row, move) for row in grid.rows),
        tuple(_rule(rule, move) for rule in grid.between),
    )


def _row(row: GridRow, move: Move) -> GridRow:
    cells = (
        Cell(tuple(_paragraph(words, move) for words in cell.words), cell.scope)
        for cell in row.cells
    )
    ground = move.leaf(row.ground) if row.ground else None
    assert ground is None or isinstance(ground, Rect)
    return GridRow(tuple(cells), _rule(row.under, move) if row.under else None, ground)


def _rule(rule: Rule, move: Move) -> Rule:
    found = move.leaf(rule)
    assert isinstance(found, Rule)
    return found
