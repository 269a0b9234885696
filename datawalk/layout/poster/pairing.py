"""Which exhibits of a sheet may stand side by side: every way that its columns allow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from datawalk.exhibits import (
    Bullets,
    Chart,
    Exhibit,
    Map,
    Picture,
    Prose,
    Stat,
    Table,
    WritingSpace,
)

Row = tuple[Exhibit, ...]
Sized = tuple[Exhibit, float]
"""An exhibit and its area."""
Amiss = Callable[[Sequence[Sized]], Sequence[tuple[Sized, Sized]]]

MOST_TRIED = 9
"""Above this many exhibits only a few pairings are tried: 2 to the 8 is 256."""
UNEVEN = (7, 5)
"""How a chart, map or table shares the twelve columns of a sheet with words."""
BESIDE_CARD = (8, 4)
"""The same beside a card."""
HALVES = ("bars", "dots", "diverging", "grouped", "pairs", "parts")
"""Forms of charts that can be read from afar in half of an upright sheet."""


def in_order(_: Sequence[Sized]) -> Sequence[tuple[Sized, Sized]]:
    """Where nothing is known of what exhibits show, any has room enough."""
    return ()


@dataclass(frozen=True, slots=True)
class ColumnGrid:
    """How an area may be cut: the columns asked for, and whether its sheet is `wide`.

    On a wide sheet, and on one that is `crowded`, anything may stand side by side; on an upright
    one the main picture, which is the `main` one or else the first chart or map, has the whole
    width. `amiss` gives pairs of exhibits of which the first has too little room beside the second.
    """

    wide: bool
    columns: tuple[int, ...] = ()
    crowded: bool = False
    main: Exhibit | None = None
    amiss: Amiss = in_order

    @property
    def free(self) -> bool:
        """Whether anything may stand beside anything."""
        return self.wide or self.crowded or bool(self.columns)

    @property
    def most(self) -> int:
        """How many may stand in a row."""
        return len(self.columns) or 2

    def shares(self, row: Row) -> tuple[int, ...]:
        """How the width is shared out in a row, as whole numbers in proportion."""
        if len(row) == len(self.columns):
            return self.columns
        broad = tuple(isinstance(exhibit, (Table, Chart, Map)) for exhibit in row)
        if len(row) != 2 or broad[0] == broad[1]:
            return (1,) * len(row)
        if _is_card(row[-1]):
            return BESIDE_CARD
        return UNEVEN if broad[0] else UNEVEN[::-1]


def ways(exhibits: Row, grid: ColumnGrid) -> Iterator[tuple[Row, ...]]:
    """Every way to stand neighbours side by side, the main picture on a row of its own."""
    main = main_of(exhibits, grid)
    for rows in _ways(exhibits, grid, few=len(exhibits) <= MOST_TRIED):
        if not any(_crowds(row, main) for row in rows):
            yield rows


def _crowds(row: Row, main: Exhibit | None) -> bool:
    """Whether the main picture shares its row with more than a card."""
    others = [exhibit for exhibit in row if exhibit is not main]
    return len(others) < len(row) and not all(map(_is_card, others))


def _is_card(exhibit: Exhibit) -> bool:
    return isinstance(exhibit, Prose) and exhibit.form == "card" and not exhibit.heading


def main_of(exhibits: Row, grid: ColumnGrid) -> Exhibit | None:
    """What has a row of its own and most of the room: what the author says, else the main
    picture of numbers.
    """
    said = next((e for e in exhibits if e.emphasis == "main"), None)
    if said or grid.free:
        return said
    graphics = [e for e in exhibits if isinstance(e, (Chart, Map))]
    graphic = next((e for e in graphics if e is grid.main), next(iter(graphics), None))
    return graphic if graphic and graphic.span != "half" else None


def _ways(exhibits: Row, grid: ColumnGrid, *, few: bool) -> Iterator[tuple[Row, ...]]:
    if not exhibits:
        yield ()
        return
    together = [
        count
        for count in range(grid.most, 1, -1)
        if count <= len(exhibits) and _may_stand(exhibits[:count], grid)
    ]
    for count in together:
        for rest in _ways(exhibits[count:], grid, few=few):
            yield (exhibits[:count], *rest)
    if few or not together:
        for rest in _ways(exhibits[1:], grid, few=few):
            yield (exhibits[:1], *rest)


def _may_stand(row: Row, grid: ColumnGrid) -> bool:
    """Whether these may share a row: as the author says, else as they stand well.

    In half of an upright sheet a big number with its squares leaves its sentence no room, and
    the names of a distribution leave its dots none.
    """
    if any(exhibit.span == "full" for exhibit in row):
        return False
    if grid.crowded and any(map(_needs_all, row)):
        return False
    if grid.free or all(exhibit.span == "half" for exhibit in row):
        return True
    return _pair_well(*row)


def _needs_all(exhibit: Exhibit) -> bool:
    of_all = isinstance(exhibit, Chart) and exhibit.form == "distribution"
    return of_all or isinstance(exhibit, Stat)


def _pair_well(first: Exhibit, second: Exhibit) -> bool:
    """Two tables in half an upright sheet each would break the names of their rows."""
    tables = isinstance(first, Table) and isinstance(second, Table)
    return not tables and _may_pair(first) and _may_pair(second)


def _may_pair(exhibit: Exhibit) -> bool:
    """On an upright sheet words, tables, bars and pictures stand well in half of it.

    Lines of time, slopes with names at their ends, steps, strips and small multiples are read best
    over its whole width, and give that up only where a sheet is crowded.
    """
    if exhibit.span == "half":
        return True
    if isinstance(exhibit, Chart):
        return exhibit.form in HALVES
    if isinstance(exhibit, Prose):
        return exhibit.form != "lead"
    if isinstance(exhibit, WritingSpace):
        return exhibit.form in ("zone", "dots")
    if isinstance(exhibit, Bullets) and exhibit.spans:
        return False
    return isinstance(exhibit, (Table, Picture, Bullets)) and not isinstance(exhibit, Stat)
