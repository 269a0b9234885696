"""Text with a sign between its cells: comma, semicolon, tab or pipe, quotation marks obeyed."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from datawalk.metrics.local.reading.grid import MOST_COLUMNS, ByColumn, Cells, Grid, unreadable
from datawalk.source.characters import tidied

NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"}
_SIGNS = "\t;|,"
"""Where two make rows equally even, the one that words hold more seldom is taken."""
_SAMPLE = 64_000
_LONG = 500_000
"""Signs from which on a text is read by columns if it can be."""
_TOLD = re.compile(r'\A"?sep=(.)"?\r?\n?', re.I)
_SPACES = re.compile(r"\S {2,}\S")
_CONTROL = bytes({*range(32), 127} - {9, 10, 13})
_ODD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


def read(file: str, text: str) -> Grid:
    """The cells of a text file. Raises Problems for one that is no table."""
    told = _TOLD.match(text)
    start = 1 if told else 0
    sign = told[1] if told and told[1] in NAMES else ""
    text = text[told.end() :] if told else text
    sign = sign or _separator(text)
    _refuse_wide(file, text.partition("\n")[0].count(sign) + 1)
    if not start and len(text) > _LONG and (columns := _even_columns(text, sign)):
        rows_ = ByColumn(columns)
        at = range(1, len(rows_) + 1)
        return Grid(
            file, rows_, at, range(len(columns)), frozenset(), separator=sign, columns=columns
        )
    rows, lines = _records(file, tidied(text) if _odd(text) else text, sign)
    if start:
        lines = [line + start for line in lines]
    gaps: set[int] = set()
    if not all(map(any, rows)):
        rows, lines, gaps = _without_empty(rows, lines)
    width = max(map(len, rows), default=0)
    _refuse_spaces(file, rows, width)
    return Grid(file, rows, lines, range(width), frozenset(gaps), separator=sign)


def _refuse_wide(file: str, width: int) -> None:
    """Which numbers hang together is asked of every two columns."""
    if width > MOST_COLUMNS:
        raise unreadable(
            file,
            f"it has {width:,} columns, and {MOST_COLUMNS:,} are read",
            "Keep the columns that the walk shows.",
        )


def _refuse_spaces(file: str, rows: Cells, width: int) -> None:
    """Columns that stand below each other by spaces alone cannot be told from words."""
    spaced = sum(1 for row in rows if row and _SPACES.search(row[0].strip()))
    if width == 1 and len(rows) > 1 and spaced * 5 >= len(rows) * 4:
        raise unreadable(
            file,
            "its columns are parted by spaces",
            "Put a comma or a tab between them, or open it in a spreadsheet program and save it.",
        )


def _even_columns(text: str, sign: str) -> tuple[list[str], ...]:
    """The columns of a long text whose rows are all equal and plain; () for every other one.

    Twice as fast as reading row by row. No quotation marks, no empty lines, no odd signs: then
    every separator parts two cells, and as many of them as rows need mean that none is short.
    """
    import pandas

    data = text.encode()
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")
    if b'"' in data or b"\r" in data or b"\n\n" in data or _odd(text):
        return ()
    data = data.removesuffix(b"\n")
    mark = sign.encode()
    width = data.partition(b"\n")[0].count(mark) + 1
    rows = data.count(b"\n") + 1
    if width < 2 or data.count(mark) != rows * (width - 1):
        return ()
    try:
        frame = pandas.read_csv(
            io.BytesIO(data),
            sep=sign,
            header=None,
            dtype=object,
            na_filter=False,
            quoting=csv.QUOTE_NONE,
            engine="c",
        )
    except (ValueError, pandas.errors.ParserError):
        return ()
    columns = tuple(frame[name].tolist() for name in frame)
    if len(frame) != rows or len(columns) != width or "" in columns[0]:
        return ()
    return columns


def _odd(text: str) -> bool:
    """Whether signs stand in a text that cannot be printed."""
    if text.isascii():
        data = text.encode()
        return len(data.translate(None, _CONTROL)) < len(data)
    return _ODD.search(text) is not None


def _without_empty(rows: Cells, lines: list[int]) -> tuple[Cells, list[int], set[int]]:
    kept: Cells = []
    at: list[int] = []
    gaps: set[int] = set()
    gap = False
    for row, line in zip(rows, lines, strict=True):
        if not any(cell.strip() for cell in row):
            gap = True
            continue
        if gap:
            gaps.add(len(kept))
        kept.append(row)
        at.append(line)
        gap = False
    return kept, at, gaps


def _records(file: str, text: str, sign: str) -> tuple[Cells, list[int]]:
    """Records and the line on which each begins."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        rows = list(reader)
        if reader.line_num == len(rows):
            return rows, list(range(1, len(rows) + 1))
        lines = _begin(text, sign)
    except csv.Error as error:
        raise unreadable(
            file,
            "a cell is longer than any text, as if a quotation mark were never closed",
            'Look for a single " and close it or take it out.',
        ) from error
    _refuse_open(file, rows, lines)
    return rows, lines


def _begin(text: str, sign: str) -> list[int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    lines, line = [], 1
    for _ in reader:
        lines.append(line)
        line = reader.line_num + 1
    return lines


def _refuse_open(file: str, rows: Cells, lines: list[int]) -> None:
    """A quotation mark that is never closed swallows every row behind it."""
    for row, line in zip(rows, lines, strict=True):
        for cell in row:
            if cell.count("\n") + cell.count("\r") > 40 and len(rows) < lines[-1] / 2 + 20:
                raise unreadable(
                    file,
                    f"the quotation mark in line {line} is not closed, or closes far below",
                    'Close the " or take it out.',
                )
    last = rows[-1] if rows else []
    if last and any("\n" in cell and sign_inside(cell) for cell in last[-1:]):
        raise unreadable(
            file,
            f"the quotation mark in line {lines[-1]} is not closed",
            'Close the " or take it out.',
        )


def sign_inside(cell: str) -> bool:
    """Whether a cell of several lines looks like several rows: the same sign in each."""
    parts = [part for part in re.split(r"[\r\n]+", cell) if part]
    return len(parts) > 1 and any(all(sign in part for part in parts[1:]) for sign in _SIGNS)


def _separator(text: str) -> str:
    """The sign under which most rows have the same number of cells, and more than one."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: max(sample.rfind("\n"), sample.rfind("\r"), 1)]
    scores = {sign: _evenness(sample, sign) for sign in _SIGNS if sign in sample}
    best = max(scores, key=lambda sign: scores[sign], default=",")
    return best if scores.get(best, 0) > 0 else ","


def _evenness(sample: str, sign: str) -> float:
    try:
        rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=sign) if row]
    except csv.Error:
        return 0.0
    widths = Counter(len(row) for row in rows)
    return max((n for width, n in widths.items() if width > 1), default=0) / (len(rows) or 1)
