"""Reads a print list that people had in hand: prices and copies that they typed, and the rest.

Cells are found by their labels and headings, for rows and columns may have been put in.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from datawalk.config.schema import PrintConfig
from datawalk.layout.poster.printing import Job, poster_key
from datawalk.problems import At, refuse
from datawalk.render.xlsx.amounts import Held, count, money
from datawalk.render.xlsx.prints import (
    COLUMNS,
    COPIES,
    FILE,
    MADE,
    POSTER,
    PRICES,
    STATION,
    Amount,
    Typed,
    keyed,
    print_list,
)

MOST_BYTES, MOST_ROWS, MOST_COLUMNS = 20_000_000, 3_000, 100
"""Of a list that is read: bytes when unpacked, rows, columns."""
Key = tuple[str, int]

_REFERENCE = re.compile(r"\$?[A-Z]{1,3}\$?\d+")


@dataclass(frozen=True, slots=True)
class ListReading:
    """What was typed, and what could not be taken over; cells are told as 'G8 “a few”'.

    `emptied` are cells where the walk's own stands again, `unread` those that are neither prices
    nor copies, `gone` copies of posters that there are no longer, `other` all that is left.
    """

    typed: Typed
    emptied: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @property
    def lost(self) -> bool:
        """Whether the next list lacks something that a person wrote."""
        return bool(self.unread or self.gone or self.other)


@dataclass(frozen=True)
class _List:
    """A sheet by its labels: cells of prices, cells of posters by heading, and all others."""

    prices: Mapping[str, Sequence[Held]]
    posters: Mapping[Key, Mapping[str, Held]]
    others: tuple[Held, ...]


def reading(path: Path, found: Sequence[Job], prices: PrintConfig) -> ListReading:
    """What people did to a list of posters.

    Raises Problems for one that cannot be read: it may hold somebody's prices.
    """
    try:
        with zipfile.ZipFile(path) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_BYTES:
                raise ValueError("it is too large")
        book = load_workbook(path)
        fresh = print_list(found, prices, Typed())
        made = book[MADE] if MADE in book.sheetnames else load_workbook(io.BytesIO(fresh))[MADE]
        sheets = [sheet for sheet in book.worksheets if sheet.title != MADE]
        now, *more = sorted(sheets, key=lambda sheet: -len(_heads(sheet)[1]))
        return _compared(_listed(now), _listed(made), [k for k, _ in keyed(found, _key)], more)
    except Exception as error:  # openpyxl raises many kinds, all of them the file's fault
        raise refuse(
            f"{path.name} cannot be read, and may hold prices that you typed.",
            "Save it again in Excel, give it another name, or delete it.",
            At(path.name),
        ) from error


def _key(job: Job) -> str:
    return job.key


def _compared(
    now: _List, made: _List, known: Sequence[Key], more: Sequence[Worksheet]
) -> ListReading:
    """What differs from what we made, by whether it can be taken over."""
    prices: dict[str, Amount] = {}
    copies: dict[Key, Amount] = {}
    emptied, unread, gone = [], [], []
    other = [*_rest(now, made), *(told for sheet in more for told in _whole(sheet))]
    for label in PRICES:
        cells, ours = now.prices.get(label, ()), made.prices.get(label, ())
        price, left = _priced(cells)
        other += map(_told, left)
        if price is None:
            emptied += [f"“{label}”"] * bool(ours)
        elif not ours or _steady(price.value) != _steady(ours[0].value):
            amount = money(price)
            if amount is None:
                unread.append(_told(price))
            else:
                prices[label] = amount
    for key, line in made.posters.items():
        cell, was = now.posters.get(key, {}).get(COPIES), line[COPIES]
        if cell is None or _steady(cell.value) == _steady(was.value):
            continue
        amount = count(cell)
        if cell.value is None:
            emptied.append(cell.coordinate)
        elif amount is None:
            unread.append(_told(cell))
        elif key not in known:
            gone.append(f"“{key[0].partition(' | ')[0]}” ({cell.value})")
        else:
            copies[key] = amount
    return ListReading(Typed(prices, copies), *map(tuple, (emptied, unread, gone, other)))


def _priced(cells: Sequence[Held]) -> tuple[Held | None, Sequence[Held]]:
    """Which of the cells behind a label is the price, if any is, and the others."""
    price = next((cell for cell in cells if money(cell) is not None), next(iter(cells), None))
    return price, [cell for cell in cells if cell is not price]


def _rest(now: _List, made: _List) -> Iterator[str]:
    """What a person wrote elsewhere: cells that we have not, or have otherwise."""
    ours = {_steady(cell.value) for cell in made.others}
    yield from (_told(cell) for cell in now.others if _steady(cell.value) not in ours)
    for key, cells in now.posters.items():
        mine = made.posters.get(key, {})
        for head, cell in cells.items():
            was = mine[head].value if head in mine else None
            if cell.comment or (
                (head != COPIES or not mine) and _steady(cell.value) != _steady(was)
            ):
                yield _told(cell)
    for key in made.posters.keys() - now.posters.keys():
        yield f"no line for “{key[0].partition(' | ')[0]}”"


def _whole(sheet: Worksheet) -> Iterator[str]:
    """A sheet that somebody added, unless it is empty."""
    if any(True for row in _rows(sheet) for _ in row):
        yield f"the sheet “{sheet.title}”"


def _listed(sheet: Worksheet) -> _List:
    """Raises ValueError for a sheet without the headings of posters."""
    top, heads = _heads(sheet)
    if not {POSTER, FILE} <= heads.keys():
        raise ValueError("it has no headings")
    prices: dict[str, list[Held]] = {}
    lines, others = [], []
    for row in _rows(sheet):
        steady = (_steady(cell.value) for cell in row)
        label = next((str(value) for value in steady if value in PRICES), "")
        number = row[0].row or 0 if row else 0
        cells = {head: sheet.cell(number, column) for head, column in heads.items()} if row else {}
        if number == top or not row:
            others += [cell for cell in row if cell.value not in COLUMNS]
        elif number < top and label:
            prices[label] = [cell for cell in row if _steady(cell.value) != label]
        elif number > top and cells[POSTER].value and cells[FILE].value:
            lines.append(cells)
            others += [cell for cell in row if cell.column not in heads.values()]
        else:
            others += row
    return _List(prices, dict(keyed(lines, _key_of)), tuple(others))


def _heads(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """The row of the headings and their columns: where most of ours stand."""
    best: tuple[int, dict[str, int]] = (0, {})
    for row in _rows(sheet):
        heads: dict[str, int] = {}
        for cell in row:
            if isinstance(cell.value, str) and cell.value in COLUMNS:
                heads.setdefault(cell.value, cell.column)
        if len(heads) > len(best[1]):
            best = row[0].row or 0, heads
    return best


def _rows(sheet: Worksheet) -> Iterator[list[Held]]:
    """Cells with something in them. Raises ValueError for more than anybody wrote by hand."""
    if sheet.max_row > MOST_ROWS and _far(sheet):
        raise ValueError("it is too large")
    for row in sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS), max_col=MOST_COLUMNS):
        yield [cell for cell in row if cell.value is not None or cell.comment]


def _far(sheet: Worksheet) -> bool:
    return any(
        value is not None
        for row in sheet.iter_rows(min_row=MOST_ROWS + 1, values_only=True)
        for value in row
    )


def _key_of(cells: Mapping[str, Held]) -> str:
    station = str(cells[STATION].value) if STATION in cells else ""
    number = int(float(station)) if re.fullmatch(r"\d+(\.0)?", station) else None
    return poster_key(number, str(cells[POSTER].value), str(cells[FILE].value))


def _steady(value: object) -> object:
    """A value to be compared: numbers without noise, formulas wherever they stand."""
    if isinstance(value, str):
        text = " ".join(value.split())
        return _REFERENCE.sub("#", text.upper()) if text.startswith("=") else text
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(f"{value:.9g}")
    return value


def _told(cell: Held) -> str:
    beside = cell.comment.text if cell.comment else ""
    said = " ".join(str(cell.value if cell.value is not None else beside).split())
    where = cell.coordinate
    return f"{where} “{said[:40]}{'…' * (len(said) > 40)}”"
