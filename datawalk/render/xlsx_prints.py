"""The print list as an Excel workbook: change a price or a number of copies, the cost follows."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from datawalk.config.schema import PrintConfig
from datawalk.layout.printing import Job
from datawalk.layout.tiling import paper_words
from datawalk.problems import At, refuse
from datawalk.render.package import steady
from datawalk.render.xlsx import cell

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
}
"""Columns and their widths in characters."""
SHOP, PAGE = "$D$3", "$D$4"
"""Cells of the two prices."""
WROTE = "datawalk"
"""The property of the file with what the walk says about prices and copies."""
MOST_BYTES, MOST_JOBS = 20_000_000, 1_000
"""Of a list, unpacked, and of its lines, that are read."""
FIRST = 7
"""Row of the first poster."""
MONEY = '"$"#,##0.00'
TO_EDIT = PatternFill("solid", fgColor="FFF4CC")
NOTES = (
    "The prices are assumptions. Ask your printer, write the answer in the yellow cells, and the "
    "cost follows.",
    "Print every file once: the copies are in it already. Copies changed here change the cost, "
    "not the files.",
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed into a list: prices by their cell, copies by the file of the poster."""

    prices: Mapping[str, float] = field(default_factory=dict)
    copies: Mapping[str, int] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """'prices and copies', or ''."""
        told = {"prices": self.prices, "copies": self.copies}
        return " and ".join(name for name, held in told.items() if held)


def typed(path: Path) -> Typed:
    """What differs in a list from what we wrote into it.

    Raises Problems for one that cannot be read: it may hold somebody's prices.
    """
    try:
        with zipfile.ZipFile(path) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_BYTES:
                raise ValueError("it is too large")
        book = load_workbook(path)
        held = book.custom_doc_props
        wrote = json.loads(held[WROTE].value) if WROTE in held.names else None
        return _differences(book[SHEET], wrote) if isinstance(wrote, dict) else Typed()
    except Exception as error:  # openpyxl raises many kinds, all of them the file's fault
        raise refuse(
            f"{path.name} cannot be read, and may hold prices that you typed.",
            "Save it again in Excel, give it another name, or delete it.",
            At(path.name),
        ) from error


def _differences(sheet: Any, wrote: Mapping[str, Any]) -> Typed:
    prices = {}
    for place in (SHOP, PAGE):
        price = sheet[place].value
        if isinstance(price, (int, float)) and price != wrote["prices"].get(place):
            prices[place] = price
    copies = {}
    for row in sheet.iter_rows(min_row=FIRST, max_row=FIRST + MOST_JOBS, values_only=True):
        file, count = row[2], row[6]
        known = wrote["copies"].get(file)
        if known is not None and isinstance(count, int) and 0 <= count != known:
            copies[file] = count
    return Typed(prices, copies)


def _wrote(found: Sequence[Job], prices: PrintConfig) -> str:
    """What the walk says, by which the next list knows what a person typed."""
    asked = {SHOP: prices.price_per_square_foot, PAGE: prices.price_per_page}
    return json.dumps({"prices": asked, "copies": {job.file: job.copies for job in found}})


def print_list(found: Sequence[Job], prices: PrintConfig, before: Typed) -> bytes:
    """One sheet with a line for each poster, and totals. The same bytes for the same posters."""
    book = Workbook(write_only=True)
    book.custom_doc_props.append(StringProperty(name=WROTE, value=_wrote(found, prices)))
    sheet = book.create_sheet(SHEET)
    for i, width in enumerate(COLUMNS.values(), start=1):
        sheet.column_dimensions[get_column_letter(i)].width = width
    sheet.freeze_panes = f"A{FIRST}"
    for note in NOTES:
        sheet.append([cell(sheet, note, head=False)])
    shop = before.prices.get(SHOP, prices.price_per_square_foot)
    page = before.prices.get(PAGE, prices.price_per_page)
    _price(sheet, "Price of a square foot at a print shop", shop)
    _price(sheet, "Price of a page on your printer", page)
    sheet.append([])
    sheet.append([cell(sheet, name, head=True) for name in COLUMNS])
    for row, job in enumerate(found, start=FIRST):
        sheet.append(_line(sheet, job, before.copies.get(job.file, job.copies), row))
    last = FIRST + len(found) - 1
    sheet.append([_total(sheet, letter, last) for letter in "ABCDEFGHIJKL"])
    out = io.BytesIO()
    book.save(out)
    return steady(out.getvalue())


def _price(sheet: Any, what: str, price: float | None) -> None:
    """An empty price is for the organizer to fill in."""
    held = _formatted(sheet, price, MONEY)
    held.fill = TO_EDIT
    sheet.append([cell(sheet, what, head=False), None, None, held])


def _line(sheet: Any, job: Job, count: int, row: int) -> list[Any]:
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
    return [
        *(cell(sheet, value, head=False) for value in plain),
        cell(sheet, job.orientation, head=False),
        copies,
        *shop,
        *(tiles if job.paper else ()),
    ]


def _total(sheet: Any, letter: str, last: int) -> Any:
    """The word Total, or the sum of a column that has one."""
    if letter == "A":
        return cell(sheet, "Total", head=True)
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


def _formatted(sheet: Any, value: Any, number_format: str) -> Any:
    """A number, or a formula of our own: words of an author never come here."""
    held = WriteOnlyCell(sheet, value)
    held.number_format = number_format
    return held
