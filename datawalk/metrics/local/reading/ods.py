"""Workbooks of LibreOffice (ODS): what their cells show, hidden and filtered parts left out."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from datawalk.metrics.local.reading.grid import UNSOLVED, Grid, Merged, unreadable
from datawalk.metrics.local.reading.moments import iso
from datawalk.metrics.local.reading.numberformats import plain, rounded
from datawalk.metrics.local.reading.package import Node, attributes, local, nodes, opened
from datawalk.metrics.local.reading.sheet import SheetCells, Tab

_MOST_REPEATED = 2_000
"""Cells of one content that a file may repeat; empty ones may be repeated as often as it likes."""
_MONEY = re.compile(r"[$€£¥]")


@dataclass(frozen=True)
class OpenBook:
    """A workbook; each sheet is found again by its name."""

    file: str
    path: Path
    tabs: tuple[Tab, ...]
    format: str = "ODS"

    def grid(self, tab: Tab) -> Grid:
        sheet = SheetCells(self.file, tab.name)
        with (
            zipfile.ZipFile(self.path) as package,
            opened(self.file, package, "content.xml") as stream,
        ):
            name, line, place = "", 1, 0
            for node in nodes(stream, "table-column", "table-row", begun="table"):
                if local(node.tag) == "table":
                    name = attributes(node).get("name", "")
                elif name == tab.name and local(node.tag) == "table-row":
                    line = _rows(sheet, node, line)
                elif name == tab.name:
                    place = _columns(sheet, node, place)
        return sheet.finished()


def open_book(file: str, path: Path) -> OpenBook:
    """Raises what a damaged package makes its readers raise (package.FAULTS), or Problems."""
    tabs, hidden = [], set()
    with zipfile.ZipFile(path) as package:
        if b"encryption-data" in package.read("META-INF/manifest.xml")[:100_000]:
            raise unreadable(file, "it is locked with a password", "Save it without a password.")
        with opened(file, package, "content.xml") as stream:
            for node in nodes(stream, "style", "table-row", begun="table"):
                told = attributes(node)
                if local(node.tag) == "style":
                    shown = (attributes(p).get("display") for p in node)
                    if told.get("family") == "table" and "false" in shown:
                        hidden.add(told.get("name"))
                elif local(node.tag) == "table":
                    state = "hidden" if told.get("style-name") in hidden else ""
                    tabs.append(Tab(told.get("name", ""), state))
    if not tabs:
        raise unreadable(file, "it holds no sheet with cells")
    return OpenBook(file, path, tuple(tabs))


def _hidden(told: dict[str, str]) -> bool:
    return told.get("visibility") in ("collapse", "filter")


def _repeated(told: dict[str, str], what: str) -> int:
    return min(max(int(told.get(f"number-{what}-repeated", "1")), 1), 2_000_000)


def _columns(sheet: SheetCells, node: Node, place: int) -> int:
    """Note hidden columns; gives the place behind them."""
    told = attributes(node)
    after = place + _repeated(told, "columns")
    if _hidden(told):
        sheet.hidden_columns |= set(range(place, min(after, 20_000)))
    return after


def _rows(sheet: SheetCells, node: Node, line: int) -> int:
    """Put a row as often as it is repeated; gives the line behind it."""
    told = attributes(node)
    times = _repeated(told, "rows")
    for again in range(min(times, _MOST_REPEATED)):
        filled = sheet.count
        if _hidden(told):
            sheet.hidden_rows.add(line + again)
        _row(sheet, node, line + again)
        if sheet.count == filled:
            break
    return line + times


def _row(sheet: SheetCells, row: Node, line: int) -> None:
    column = 0
    for cell in row:
        if local(cell.tag) not in ("table-cell", "covered-table-cell"):
            continue
        told = attributes(cell)
        times = _repeated(told, "columns")
        text = "" if local(cell.tag)[0] == "c" else _shown(cell, told)
        if text:
            for again in range(min(times, _MOST_REPEATED)):
                sheet.put(line, column + again, text)
        elif local(cell.tag) == "table-cell" and _raw(told):
            _put_raw(sheet, line, column, told)
        down, across = (int(told.get(f"number-{w}-spanned", "1")) for w in ("rows", "columns"))
        if down > 1 or across > 1:
            sheet.merged.append(Merged(line, column, line + down - 1, column + across - 1))
        column += times


def _shown(cell: Node, told: dict[str, str]) -> str:
    """What a cell shows: its paragraphs, with numbers turned to English notation."""
    written = " ".join(_words(p) for p in cell if local(p.tag) == "p").strip()
    kind, value = told.get("value-type", ""), told.get("value", "")
    if not written:
        return ""
    if written.startswith("Err:"):
        return "#VALUE!"
    if kind == "date":
        return _dated(told.get("date-value", ""), written)
    if kind in ("float", "percentage", "currency") and value:
        return _number(written, float(value), kind)
    if "formula" in told and not kind:
        return UNSOLVED
    return written


def _raw(told: dict[str, str]) -> bool:
    return bool(told.get("value")) or ("formula" in told and not told.get("value-type"))


def _put_raw(sheet: SheetCells, line: int, column: int, told: dict[str, str]) -> None:
    """A cell that stores a value and no text of it, or a formula and nothing else."""
    if not told.get("value"):
        sheet.put(line, column, UNSOLVED)
    elif told.get("value-type") == "percentage":
        sheet.put(line, column, f"{plain(float(told['value']) * 100)}%")
    else:
        sheet.put_number(line, column, float(told["value"]))


def _words(node: Node) -> str:
    """The text of a paragraph; runs of spaces are nodes of their own."""
    text = node.text or ""
    for child in node:
        kind = local(child.tag)
        if kind == "s":
            text += " " * min(int(attributes(child).get("c", "1")), 100)
        elif kind in ("tab", "line-break"):
            text += " "
        elif kind != "annotation":
            text += _words(child)
        text += child.tail or ""
    return text


def _number(written: str, value: float, kind: str) -> str:
    """The number with as many decimals as the sheet shows, whichever signs its country uses."""
    size = value * 100 if kind == "percentage" else value
    digits = re.sub(r"\D", "", written)
    for decimals in range(12):
        text = rounded(size, decimals)
        if re.sub(r"\D", "", text) == digits:
            break
    else:
        return written
    minus, text = text.startswith("-"), text.removeprefix("-")
    head, point, tail = text.partition(".")
    if re.search(r"\d[.,\s'’]\d{3}", written) and len(head) > 3:
        head = f"{int(head):,}"
    money = _MONEY.search(written)
    text = f"{money[0] if money else ''}{head}{point}{tail}{'%' if kind == 'percentage' else ''}"
    if minus:
        return f"({text})" if "(" in written else f"-{text}"
    return text


def _dated(value: str, written: str) -> str:
    """A date: whole ones as 2025-03-01, all others as the sheet shows them."""
    if len(re.findall(r"\d+", written)) < 3 and not re.search(r"\d.*[A-Za-z].*\d", written):
        return written
    when = iso(value)
    clock = f"{when:%H:%M:%S}".removesuffix(":00")
    return f"{when:%Y-%m-%d}" + (f" {clock}" if clock != "00:00" and ":" in written else "")
