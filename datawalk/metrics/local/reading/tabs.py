"""Which sheet of a workbook holds the table."""

from __future__ import annotations

from datawalk.metrics.local.reading import region
from datawalk.metrics.local.reading.grid import Grid, LeftOut, listed, warning
from datawalk.metrics.local.reading.region import Region
from datawalk.metrics.local.reading.sheet import Book, Tab
from datawalk.problems import At, Problem, nearest, refuse

Found = tuple[Grid, Region | None, tuple[Problem, ...]]


def chosen(file: str, book: Book, sheet: str) -> Found:
    """The grid, its table and what to tell. Raises Problems for a sheet that is not there."""
    if sheet:
        tab = _named(file, book, sheet)
        grid = book.grid(tab)
        told = [warning(file, f'sheet "{tab.name}" is {tab.hidden}.')] if tab.hidden else []
        return grid, region.find(grid), tuple(told)
    visible = [tab for tab in book.tabs if not tab.hidden]
    if not visible:
        raise refuse(
            f"{file} shows no sheet: all of them are hidden.",
            f"Name one of them in sheet: under local_data: {_names(book.tabs)}.",
            At(file),
        )
    tab, grid, table = _first(book, visible)
    return grid, table, tuple(_told(file, book, tab))


def _first(book: Book, visible: list[Tab]) -> tuple[Tab, Grid, Region | None]:
    """The first sheet with a table of numbers, or else of words, or else of one column."""
    best: tuple[int, Tab, Grid, Region | None] | None = None
    for tab in visible:
        grid = book.grid(tab)
        table = region.find(grid)
        rank = _rank(grid, table)
        if best is None or rank > best[0]:
            best = rank, tab, grid, table
        if rank == 3:
            break
    assert best
    return best[1:]


def _rank(grid: Grid, table: Region | None) -> int:
    if table is None:
        return 0
    body = grid.rows[table.start : table.stop]
    if not any(region.filled(row) > 1 for row in body):
        return 1
    return 3 if table.numbers - {0} else 2


def _told(file: str, book: Book, tab: Tab) -> list[Problem]:
    others = [other.name for other in book.tabs if other.name != tab.name and not other.hidden]
    hidden = [other.name for other in book.tabs if other.hidden]
    told = []
    if tab != book.tabs[0]:
        what = f'the table is taken from sheet "{tab.name}"'
        if hidden:
            what += f"; hidden and left out: {_quoted(hidden)}"
        if others:
            what += f"; not read: {_quoted(others)}"
        told.append(warning(file, f"{what}.", "Name another one in sheet: under local_data:."))
    elif hidden:
        told.append(warning(file, f"hidden sheets are left out: {_quoted(hidden)}."))
    return told


def unread(book: Book, grid: Grid) -> list[LeftOut]:
    """All other sheets, for who asks what was left out."""
    return [
        LeftOut(0, 0, f'{tab.hidden} sheet "{tab.name}"'.strip())
        for tab in book.tabs
        if tab.name != grid.sheet
    ]


def _named(file: str, book: Book, sheet: str) -> Tab:
    for tab in book.tabs:
        if tab.name.strip().casefold() == sheet.strip().casefold():
            return tab
    raise refuse(
        f'{file} has no sheet "{sheet}".',
        nearest(sheet, [tab.name for tab in book.tabs]) or f"It has: {_names(book.tabs)}.",
        At(file),
    )


def _names(tabs: tuple[Tab, ...]) -> str:
    return listed([tab.name for tab in tabs], 12)


def _quoted(names: list[str]) -> str:
    return listed([f'"{name}"' for name in names], 5)
