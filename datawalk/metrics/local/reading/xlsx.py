"""Workbooks of Excel (XLSX): cells as shown, with their formats, hidden parts and merged ranges."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from datawalk.metrics.local.reading.grid import UNSOLVED, Grid, Merged, letter, unreadable
from datawalk.metrics.local.reading.moments import dated_text, iso, moment
from datawalk.metrics.local.reading.numberformats import dated, shown
from datawalk.metrics.local.reading.package import Node, attributes, local, nodes, opened
from datawalk.metrics.local.reading.sheet import SheetCells, Tab

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_HIDDEN = {"hidden": "hidden", "veryHidden": "very hidden"}


@dataclass(frozen=True)
class ExcelBook:
    """A workbook whose parts are read when they are asked for."""

    file: str
    path: Path
    tabs: tuple[Tab, ...]
    mac: bool
    strings: tuple[str, ...]
    formats: tuple[str, ...]
    format: str = "XLSX"

    def grid(self, tab: Tab) -> Grid:
        sheet = SheetCells(self.file, tab.name)
        with zipfile.ZipFile(self.path) as package, opened(self.file, package, tab.path) as stream:
            line = 0
            for node in nodes(stream, "row", "cols", "mergeCell"):
                match local(node.tag):
                    case "row":
                        line = self._row(sheet, node, line)
                    case "cols":
                        _columns(sheet, node)
                    case _:
                        _merge(sheet, node)
        return sheet.finished()

    def _row(self, sheet: SheetCells, node: Node, before: int) -> int:
        """Put the cells of a row; gives its line."""
        told = attributes(node)
        line = int(told.get("r", before + 1))
        flat = told.get("ht") is not None and float(told["ht"]) == 0
        if told.get("hidden") in ("1", "true") or flat:
            sheet.hidden_rows.add(line)
        column = -1
        for cell in node:
            if local(cell.tag) != "c":
                continue
            place = _REFERENCE.fullmatch(cell.get("r", ""))
            column = _number(place[1]) if place else column + 1
            self._cell(sheet, cell, line, column)
        return line

    def _cell(self, sheet: SheetCells, cell: Node, line: int, column: int) -> None:
        kind = cell.get("t", "n")
        parts = {local(child.tag): child for child in cell}
        value = parts["v"].text if "v" in parts else None
        if kind == "inlineStr":
            sheet.put(line, column, _text(parts["is"]) if "is" in parts else "")
        elif value is None or not value.strip():
            if "f" in parts and kind != "str":
                sheet.put(line, column, UNSOLVED)
        elif kind == "s":
            sheet.put(line, column, self.strings[int(value)])
        elif kind in ("str", "e"):
            sheet.put(line, column, value)
        elif kind == "b":
            sheet.put(line, column, "TRUE" if value.strip() == "1" else "FALSE")
        elif kind == "d":
            code = self._code(cell)
            sheet.put(line, column, dated_text(iso(value), code if dated(code) else "yyyymmdd"))
        else:
            put_number(sheet, line, column, float(value), self._code(cell), self.mac)

    def _code(self, cell: Node) -> str:
        style = int(cell.get("s", 0))
        return self.formats[style] if 0 <= style < len(self.formats) else ""


def put_number(
    sheet: SheetCells, line: int, column: int, value: float, code: str, mac: bool
) -> None:
    """Put a number as its format shows it."""
    if value - value != 0:
        return
    text = moment(value, code, mac) if dated(code) else shown(value, code)
    if text is None:
        sheet.put_number(line, column, value)
    elif text:
        sheet.put(line, column, text)
    else:
        sheet.masked.append(f"{letter(column)}{line}")


def open_book(file: str, path: Path) -> ExcelBook:
    """Raises what a damaged package makes its readers raise (package.FAULTS), or Problems."""
    with zipfile.ZipFile(path) as package:
        main = _main(package)
        tabs, mac = _tabs(file, package, main)
        folder = posixpath.dirname(main)
        names = set(package.namelist())
        strings = posixpath.join(folder, "sharedStrings.xml")
        styles = posixpath.join(folder, "styles.xml")
        return ExcelBook(
            file,
            path,
            tabs,
            mac,
            tuple(_strings(file, package, strings)) if strings in names else (),
            tuple(_formats(file, package, styles)) if styles in names else (),
        )


def _main(package: zipfile.ZipFile) -> str:
    found = (n for n in package.namelist() if posixpath.basename(n) == "workbook.xml")
    return next(found, "xl/workbook.xml")


def _tabs(file: str, package: zipfile.ZipFile, main: str) -> tuple[tuple[Tab, ...], bool]:
    """The worksheets in order, and whether dates count from 1904."""
    folder, name = posixpath.split(main)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    targets: dict[str, str] = {}
    with opened(file, package, relations) as stream:
        for node in nodes(stream, "Relationship"):
            told = attributes(node)
            if told.get("Type", "").endswith("/worksheet"):
                target = told.get("Target", "")
                whole = target[1:] if target[:1] == "/" else posixpath.join(folder, target)
                targets[told.get("Id", "")] = posixpath.normpath(whole)
    tabs, mac = [], False
    with opened(file, package, main) as stream:
        for node in nodes(stream, "sheet", "workbookPr"):
            told = attributes(node)
            if local(node.tag) == "workbookPr":
                mac = told.get("date1904") in ("1", "true")
            elif (path := targets.get(told.get("id", ""), "")) in package.namelist():
                hidden = _HIDDEN.get(told.get("state", ""), "")
                tabs.append(Tab(told.get("name", ""), hidden, path))
    if not tabs:
        raise unreadable(file, "it holds no sheet with cells")
    return tuple(tabs), mac


def _strings(file: str, package: zipfile.ZipFile, part: str) -> Iterator[str]:
    with opened(file, package, part) as stream:
        for node in nodes(stream, "si"):
            yield _text(node)


def _text(node: Node) -> str:
    """All words of a string with several formats, without readings beside them."""
    parts = []
    for child in node:
        if local(child.tag) == "t":
            parts.append(child.text or "")
        elif local(child.tag) == "r":
            parts += [t.text or "" for t in child if local(t.tag) == "t"]
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)), "".join(parts))


_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How Excel writes signs that XML cannot hold."""


def _formats(file: str, package: zipfile.ZipFile, part: str) -> Iterator[str]:
    """The number format of each cell style."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    codes: dict[int, str] = dict(BUILTIN_FORMATS)
    with opened(file, package, part) as stream:
        for node in nodes(stream, "numFmt", "cellXfs"):
            if local(node.tag) == "numFmt":
                told = attributes(node)
                codes[int(told["numFmtId"])] = told.get("formatCode", "")
                continue
            for style in node:
                yield codes.get(int(style.get("numFmtId", 0)), "")


def _columns(sheet: SheetCells, node: Node) -> None:
    for child in node:
        told = attributes(child)
        flat = told.get("width") is not None and float(told["width"]) == 0
        if told.get("hidden") in ("1", "true") or flat:
            first, last = int(told["min"]), min(int(told["max"]), 16_384)
            sheet.hidden_columns |= set(range(first - 1, last))


def _merge(sheet: SheetCells, node: Node) -> None:
    ends = [_REFERENCE.fullmatch(end) for end in attributes(node).get("ref", "").split(":")]
    if len(ends) == 2 and ends[0] and ends[1]:
        first, last = ends[0], ends[1]
        sheet.merged.append(
            Merged(int(first[2]), _number(first[1]), int(last[2]), _number(last[1]))
        )


def _number(letters: str) -> int:
    """The place of a column from its letters, from 0."""
    number = 0
    for c in letters:
        number = 26 * number + ord(c) - ord("A") + 1
    return number - 1
