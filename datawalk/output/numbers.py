"""Where every printed figure comes from: one row for each, as a table and as CSV.

Listed is what blocks take from the data and print: big numbers, cells, points of charts, figures
in words, takeaways of stations; of a community's own files all numbers that are shown. Not listed
are numbers that authors typed themselves, those that only count places or bound the classes of a
map, how much prices and incomes rose in percent, and hidden ones, also where several of them are
told as one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from datawalk.metrics.knowledge import definitions
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Observation, OwnPrinted, Printed, Quality
from datawalk.metrics.places.places import level_of, scope_of
from datawalk.metrics.words import reasons
from datawalk.metrics.words.credits import cautions
from datawalk.output.spots import FigureLocation, anchors_of, pages_of, pictures_of, spots
from datawalk.page.document import Document
from datawalk.walk import Walk
from datawalk.words import speaking

if TYPE_CHECKING:
    from datawalk.render.xlsx.numbers import Cell

HEADER = (
    "Station",
    "Station title",
    "Block",
    "Kind of block",
    "Poster page",
    "Deck slides",
    "Picture",
    "Web page",
    "Place",
    "Place code",
    "Metric",
    "Label",
    "Kind of group",
    "Group",
    "As printed",
    "As stored",
    "Lower bound",
    "Upper bound",
    "Level of bounds (percent)",
    "Quality",
    "Year",
    "Edition",
    "File",
    "Sheet",
    "Column",
    "Row",
    "Cell",
    "Source",
    "Note",
)
"""The names of the columns, in the order of the fields of NumbersRow."""
ADDED = ("Sheet", "Cell", "Picture", "Web page")
"""Those that files of older versions lack; without the first two they list no figures of a
community's own."""

NUMBERS = "-numbers"
"""How the names of these files end, before .csv and .xlsx."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that starts with one of these is a formula to a spreadsheet, whatever it says."""
LEVEL = 95
"""The percent that the bounds of the published files stand for."""


@dataclass(frozen=True, slots=True)
class NumbersRow:
    """One printed figure. Values are as stored: shares from 0 to 1; a pair is a text of both sides.

    `metric` is the measure of a community's own file, whose years may be any times. `row` is the
    line in the file, the header being line 1; None for a median of many lines. `cell` is what a
    person calls the place of a number in a community's own file. `picture` names files without
    their endings, `web` anchors of the web page.
    """

    station: int | None
    title: str
    block: int | None
    kind: str
    poster: str
    deck: str
    picture: str
    web: str
    place: str
    geoid: str
    metric: str
    label: str
    group_kind: str
    group: str
    printed: str
    stored: Cell
    lower: float | None
    upper: float | None
    level: int | None
    quality: str
    year: int | str | None
    edition: str
    file: str
    sheet: str
    column: str
    row: int | None
    cell: str
    source: str
    note: str

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The values in the order of HEADER."""
        return _CELLS(self)


_CELLS = attrgetter(*(column.name for column in fields(NumbersRow)))


def numbers(walk: Walk, documents: Sequence[Document]) -> tuple[NumbersRow, ...]:
    """A row for each figure that the laid-out walk prints, in the order of the stations.

    Its notes are in English, but why a figure is missing is told as on the sheets of the walk.
    """
    with speaking(walk.language):
        return tuple(_rows(walk, documents))


def csv_text(rows: Iterable[NumbersRow]) -> str:
    """The rows under HEADER, with a byte order mark, so that Excel reads it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([guarded(cell) for cell in row.cells] for row in rows)
    return "\ufeff" + out.getvalue()


def unguarded(text: str) -> str:
    """The text of a cell of the CSV without the apostrophe that keeps it from being a formula."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA_SIGNS) else text


def guarded(cell: Cell) -> str:
    """A cell of a CSV: an apostrophe before what a spreadsheet would take for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell
    return _digits(cell)


def _digits(value: float) -> str:
    """All digits that were stored, never as a power of ten: 0.8411, 66167."""
    return f"{Decimal(repr(value)).normalize():f}"


def _rows(walk: Walk, documents: Sequence[Document]) -> Iterator[NumbersRow]:
    for figures, spot in spots(walk):
        where = _where(spot, documents)
        for figure in figures:
            if isinstance(figure, OwnPrinted):
                yield _own_row(figure, where)
            else:
                yield _row(figure, where)


def _where(spot: FigureLocation, documents: Sequence[Document]) -> dict[str, Any]:
    """The fields of a row that tell where its figure is printed."""
    return {
        "station": (spot.station.number or None) if spot.station else None,
        "title": spot.station.question if spot.station else "",
        "block": spot.block,
        "kind": spot.kind,
        "poster": pages_of(documents, "poster", spot.poster),
        "deck": pages_of(documents, "deck", spot.deck),
        "picture": pictures_of(documents, spot.images),
        "web": anchors_of(documents, spot.web),
    }


def _row(figure: Printed, where: Mapping[str, Any]) -> NumbersRow:
    seen = figure.observation
    metric = definitions.counted(catalog().get(seen.metric), seen, "en")
    origin = seen.origin
    bounded = seen.lower is not None or seen.upper is not None
    stored = " next to ".join(map(_digits, seen.pair)) if seen.pair else seen.value
    return NumbersRow(
        **where,
        place=seen.place.full,
        geoid=seen.place.geoid,
        metric=seen.metric,
        label=metric.label,
        group_kind=seen.group_kind,
        group=seen.group,
        printed=figure.text,
        stored=stored,
        lower=seen.lower,
        upper=seen.upper,
        level=LEVEL if bounded else None,
        quality=str(seen.quality or ""),
        year=seen.year,
        edition=origin.edition if origin else "",
        file=origin.file if origin else "",
        sheet="",
        column=origin.column if origin else "",
        row=origin.line or None if origin else None,
        cell="",
        source=metric.source,
        note=_note(seen, _counted(seen), cautions(seen, catalog())),
    )


def _own_row(figure: OwnPrinted, where: Mapping[str, Any]) -> NumbersRow:
    bounded = figure.lower is not None or figure.upper is not None
    return NumbersRow(
        **where,
        place=figure.area,
        geoid="",
        metric=figure.measure,
        label=figure.label,
        group_kind=figure.group_kind,
        group=figure.group,
        printed=figure.text,
        stored=figure.stored,
        lower=figure.lower,
        upper=figure.upper,
        level=LEVEL if bounded else None,
        quality="",
        year=int(figure.year) if figure.year.isdecimal() else figure.year or None,
        edition="",
        file=figure.file,
        sheet=figure.sheet,
        column=figure.column,
        row=figure.line or None,
        cell=figure.cell,
        source=figure.source,
        note="",
    )


def _counted(seen: Observation) -> str:
    """How a figure that stands in no line of a file was worked out; '' for one that does."""
    if seen.among:
        noun = "counties" if level_of(seen.place) == "county" else "cities"
        weighted = scope_of(seen.place).endswith("weighted")
        by_people = ", weighted by population" if weighted else ""
        return f"median of {seen.among:,} {noun}{by_people}"
    worked_out = seen.group_kind != "all" and seen.origin and not seen.origin.line
    return seen.group if worked_out else ""


def _note(seen: Observation, counted: str, told: Sequence[str]) -> str:
    """Why there is no figure, what it is the median of, that it is weak, and the cautions."""
    missing = f"No figure: {reasons.told(seen.missing)}" if seen.missing else ""
    weak = seen.known and seen.quality is Quality.WEAK
    allowed = "Graded Weak; the walk allows it" if weak else ""
    parts = (missing, counted[:1].upper() + counted[1:], allowed, *told)
    return " ".join(part.rstrip(".") + "." for part in parts if part)
