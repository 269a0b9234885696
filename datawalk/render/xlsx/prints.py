"""The print list as an Excel workbook: change a price or a number of copies, the cost follows."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from datawalk.config.schema import PrintConfig
from datawalk.layout.poster.printing import Job
from datawalk.layout.poster.tiling import paper_words
from datawalk.render.pptx.package import steady
from datawalk.render.xlsx.numbers import cell, new_sheet

T = TypeVar("T")
SHEET = "Print list"
COLUMNS = {
    "Station": 9,
    "Poster": 44,
    "File": 40,
    "Width, in": 10,
    "Height, in": 10,
    "Orientation": 12,
    "Copies": 8,
    "Square feet, all copies": 13,
    "Cost at a print shop": 13,
    "Tiles on": 10,
    "Sheets, all copies": 11,
    "Cost on your printer": 13,
    "Print on": 11,
}
"""Columns and their widths in characters."""
SHOP, PAGE = "$D$3", "$D$4"
"""Cells of the two prices."""
MADE = "As datawalk made it"
"""The hidden sheet with what the walk says."""
PRICES = ("Price of a square foot at a print shop", "Price of a page on your printer")
POSTER_HEADS = STATION, POSTER, FILE, COPIES = ("Station", "Poster", "File", "Copies")
TOTAL = "Total"
FIRST = 7
"""Row of the first poster."""
MONEY = '"$"#,##0.00'
TO_EDIT = PatternFill("solid", fgColor="FFF4CC")
NOTES = (
    "The prices are assumptions. Ask your printer, write the answer in the yellow cells, and the "
    "cost follows.",
    "Print every file of posters once: the copies are in it already. Copies changed here change "
    "the cost, not the files. Print files of the event as often as Copies says, at 100%.",
)


Amount = float | str
"""A price or a number of copies: a number, or a formula of numbers."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed into a list: prices by their label, copies by the key of the poster.

    Posters of one key have a copy each, in their order.
    """

    prices: Mapping[str, Amount] = field(default_factory=dict)
    copies: Mapping[tuple[str, int], Amount] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """'prices and copies', or ''."""
        told = {"prices": self.prices, "copies": self.copies}
        return " and ".join(name for name, held in told.items() if held)


def print_list(found: Sequence[Job], prices: PrintConfig, before: Typed) -> bytes:
    """One sheet with a line for each poster, and totals. The same bytes for the same posters.

    A hidden sheet holds the same without what was typed: by it the next list knows that.
    """
    book = Workbook(write_only=True)
    _fill(new_sheet(book, SHEET), found, prices, before)
    made = new_sheet(book, MADE)
    made.sheet_state = "hidden"  # type: ignore[attr-defined]
    _fill(made, found, prices, Typed())
    out = io.BytesIO()
    book.save(out)
    return steady(out.getvalue())


def _fill(
    sheet: WriteOnlyWorksheet, found: Sequence[Job], prices: PrintConfig, before: Typed
) -> None:
    columns = sheet.column_dimensions  # type: ignore[attr-defined]
    for i, width in enumerate(COLUMNS.values(), start=1):
        columns[get_column_letter(i)].width = width
    sheet.freeze_panes = f"A{FIRST}"
    for note in NOTES:
        sheet.append([cell(sheet, note, head=False)])
    for what, price in zip(
        PRICES, (prices.price_per_square_foot, prices.price_per_page), strict=True
    ):
        _price(sheet, what, before.prices.get(what, price))
    sheet.append([])
    sheet.append([cell(sheet, name, head=True) for name in COLUMNS])
    for row, (key, job) in enumerate(keyed(found, lambda job: job.key), start=FIRST):
        sheet.append(_line(sheet, job, before.copies.get(key, job.copies), row))
    last = FIRST + len(found) - 1
    sheet.append([_total(sheet, letter, last) for letter in "ABCDEFGHIJKL"])


def keyed(found: Iterable[T], key: Callable[[T], str]) -> Iterator[tuple[tuple[str, int], T]]:
    """Things by their keys; those of one key are told apart by their order."""
    seen = Counter[str]()
    for one in found:
        seen[key(one)] += 1
        yield (key(one), seen[key(one)]), one


def _price(sheet: WriteOnlyWorksheet, what: str, price: Amount | None) -> None:
    """An empty price is for the organizer to fill in."""
    held = _formatted(sheet, price, MONEY)
    held.fill = TO_EDIT
    sheet.append([cell(sheet, what, head=False), None, None, held])


def _line(sheet: WriteOnlyWorksheet, job: Job, count: Amount, row: int) -> list[Cell | None]:
    plain = (job.station, job.title, job.file, round(job.width, 2), round(job.height, 2))
    copies = _formatted(sheet, count, "0")
    copies.fill = TO_EDIT
    shop = [
        _formatted(sheet, f"=D{row}*E{row}/144*G{row}", "0.0"),
        _formatted(sheet, f"=H{row}*{SHOP}", MONEY),
    ]
    tiles = [
        cell(sheet, job.paper and paper_words(job.paper), head=False),
        _formatted(sheet, f"={job.sheets}*G{row}", "0"),
        _formatted(sheet, f"=K{row}*{PAGE}", MONEY),
    ]
    sides = {"one": "one side", "both": "both sides"}
    return [
        *(cell(sheet, value, head=False) for value in plain),
        cell(sheet, job.orientation, head=False),
        copies,
        *((None, None) if job.sides else shop),
        *(tiles if job.paper else ()),
        *((cell(sheet, sides[job.sides], head=False),) if job.sides else ()),
    ]


def _total(sheet: WriteOnlyWorksheet, letter: str, last: int) -> Cell | float | None:
    """The word Total, or the sum of a column that has one."""
    if letter == "A":
        return cell(sheet, TOTAL, head=True)
    if letter not in "GHIKL":
        return None
    held = _formatted(
        sheet,
        f"=SUM({letter}{FIRST}:{letter}{last})",
        MONEY if letter in "IL" else "0.0" if letter == "H" else "0",
    )
    held.font = Font(bold=True)
    held.alignment = Alignment(vertical="top")
    return held


def _formatted(sheet: WriteOnlyWorksheet, value: Amount | None, number_format: str) -> Cell:
    """A number, or a formula of our own: words of an author never come here."""
    held = WriteOnlyCell(sheet, value)
    held.number_format = number_format
    return held
