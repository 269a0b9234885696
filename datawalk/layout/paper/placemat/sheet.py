"""The placemat: a card for each station, for talk at tables; many go on on a second sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from datawalk.layout.exhibits.look import Look
from datawalk.layout.paper.leaf import lying, paper_of
from datawalk.layout.paper.placemat.cell import PlacematCell, cell_of
from datawalk.layout.paper.placemat.frame import GUTTER, PlacematFrame
from datawalk.layout.poster.sheet import SheetArea
from datawalk.layout.poster.type_scale import TABLOID, type_scale
from datawalk.page.document import Box, Document, Page
from datawalk.problems import NOWHERE, Problem, Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type
from datawalk.walk import Station, Walk
from datawalk.words import say

SIZES = type_scale(TABLOID)
LONG = SIZES.station_of_two_digits
TYPES = (
    Type(LONG, SIZES.head, SIZES.head, SIZES.head, SIZES.body, SIZES.body),
    *(
        Type(number, SIZES.question, SIZES.question, SIZES.body, SIZES.body, SIZES.starter)
        for number in (LONG, SIZES.value)
    ),
    *(
        Type(number, SIZES.body, SIZES.body, SIZES.label, SIZES.label, SIZES.note)
        for number in (LONG, SIZES.value)
    ),
    Type(SIZES.takeaway, SIZES.label, SIZES.label, SIZES.starter, SIZES.starter, SIZES.note),
)
"""What cards may be set in, the largest first; where not even the last fits, there are more sheets.

`lead` is the size of a title, `number` that of a figure."""
SMALLER = (SIZES.value, SIZES.takeaway, SIZES.head)
"""Sizes of figures that are too long for that."""
LEAST_WIDTH = 150.0
"""Of a card."""
MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class _Grid:
    """The cards of a sheet in rows, each as high as its highest needs at least."""

    rows: tuple[tuple[PlacematCell, ...], ...]

    @property
    def heights(self) -> list[float]:
        return [max(cell.height for cell in row) for row in self.rows]

    @property
    def height(self) -> float:
        return sum(self.heights) + GUTTER * (len(self.rows) - 1)

    @property
    def shape(self) -> float:
        """How far a card is from being as wide as it is high, or a little wider."""
        wide = max(cell.width for row in self.rows for cell in row)
        return abs(wide / (self.height / len(self.rows)) - 1.2)


def arrange_placemat(measurer: Measurer, walk: Walk, theme: Theme, size: str) -> Document:
    """As few sheets as hold all stations. Raises Problems for what is too long for a card."""
    width, height = lying(size)
    type_ = SIZES.roomy
    look = Look(type_, paper_of(theme), theme.pillar("welcome"), TABLOID, measurer=measurer)
    frame = PlacematFrame(walk, width, height, look)
    grids = _grids(walk.stations, frame.cards, look)
    pages = [_page(walk, frame, grid, i, len(grids)) for i, grid in enumerate(grids, start=1)]
    return Document("placemat", walk.title, walk.language, tuple(pages), theme)


def _grids(stations: Sequence[Station], room: SheetArea, look: Look) -> list[_Grid]:
    """The cards, all sheets in one size of type and about as full. Raises Problems."""

    @cache
    def grid(first: int, last: int, rows: int, type_: Type) -> _Grid | None:
        made = [
            _row(stations[first + a : first + b], room.width, look, type_)
            for a, b in _parts(last - first, rows)
        ]
        if not all(made):
            return None
        fitting = _Grid(tuple(made))
        return fitting if fitting.height <= room.height else None

    for sheets in range(1, len(stations) + 1):
        parts = _parts(len(stations), sheets)
        for type_ in TYPES:
            found = [_best(grid(*part, rows, type_) for rows in _rows(part)) for part in parts]
            whole = [made for made in found if made]
            if len(whole) == sheets:
                return whole
    raise Problems(_too_long(stations, room, look))


def _row(
    stations: Sequence[Station], width: float, look: Look, type_: Type
) -> tuple[PlacematCell, ...]:
    """Cards side by side, as wide as all of the row; none where one is too narrow."""
    wide = (width - GUTTER * (len(stations) - 1)) / len(stations)
    cells = tuple(cell_of(s, wide, look, type_, SMALLER) for s in stations)
    return cells if wide >= LEAST_WIDTH and all(cell.fits for cell in cells) else ()


def _parts(count: int, parts: int) -> list[tuple[int, int]]:
    """From which to which, so that all parts have as many or one less, the larger first."""
    edges = [-(-count * i // parts) for i in range(parts + 1)]
    return list(pairwise(edges))


def _rows(part: tuple[int, int]) -> range:
    return range(1, min(MOST_ROWS, part[1] - part[0]) + 1)


def _best(grids: Iterator[_Grid | None]) -> _Grid | None:
    """The one whose cards have the best shape."""
    return min((made for made in grids if made), key=lambda made: made.shape, default=None)


def _too_long(stations: Sequence[Station], room: SheetArea, look: Look) -> Iterator[Problem]:
    """Names every station whose card is larger than a sheet."""
    for station in stations:
        cell = cell_of(station, room.width, look, TYPES[-1], SMALLER)
        if not cell.fits or cell.height > room.height:
            shown = cell.mini.shown
            at = shown.at if shown and shown.at != NOWHERE and cell.fits else station.at
            yield Problem(
                "This is too long for a card of the placemat.",
                "Shorten the title, or the sentence of the number.",
                at,
            )


def _page(walk: Walk, frame: PlacematFrame, grid: _Grid, number: int, count: int) -> Page:
    title = walk.title
    if count > 1:
        title += f" ({say('{number} of {count}', number=number, count=count)})"
    cells = [cell for row in grid.rows for cell in row]
    return Page(
        name="placemat" + (f"-{number}" if number > 1 else ""),
        title=title,
        width=frame.width,
        height=frame.height,
        boxes=(*frame.above(number, count), *_placed(grid, frame.cards), *frame.beside(cells)),
        color=frame.look.color,
        shows=tuple(cell.mini.shown for cell in cells if cell.mini.shown),
    )


def _placed(grid: _Grid, room: SheetArea) -> Iterator[Box]:
    """The rows from the top, what room is left shared between them."""
    spare = (room.height - grid.height) / len(grid.rows)
    y = room.y
    for row, tall in zip(grid.rows, grid.heights, strict=True):
        x = room.x
        for cell in row:
            yield from cell.boxes(x, y, tall + spare)
            x += cell.width + GUTTER
        y += tall + spare + GUTTER
