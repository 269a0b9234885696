"""Where the table stands in a sheet: title lines above it, heading rows, its body, notes below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.metrics.local.reading.grid import Grid, LeftOut, Rows, short
from datawalk.metrics.local.reading.kinds import YEAR, nothing, number, words

_HEAD = 60
"""Rows from the top among which the heading is looked for."""
_TAIL = 80
_NOTE = re.compile(
    r"(?:data )?(?:sources?|notes?|footnotes?|data note|disclaimer|caveats?|legend|key|citation|"
    r"suggested citation|prepared by|prepared for|last updated|updated|downloaded|retrieved|"
    r"accessed|generated|report (?:run|generated)|release date|for more information|methodology|"
    r"definitions?|contact)\s*(?:\(s\))?\s*(?:[:.–—]|-\s|on\b|from\b|$)|"
    r"[*†‡§¹²³]+\s*\S|\[\d\]|\(\d\)\s|https?://|©|see (?:also|note)\b|this (?:table|report)\b",
    re.I,
)
_ABOUT = re.compile(
    r"(?:report|date|year|period|prepared|updated|source|district|table|created|generated|run|"
    r"filter|as of|title|school year|agency|organization|author|contact|notes?|version)\b",
    re.I,
)
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9_.-]+)?")


@dataclass(frozen=True)
class Region:
    """Rows of a grid: the heading rows, the body, the columns of numbers, and all left out.

    `codes` is the heading row that holds codes, with labels in the other one; -1 if there is none.
    """

    headings: tuple[int, ...]
    start: int
    stop: int
    numbers: frozenset[int]
    left_out: tuple[LeftOut, ...]
    codes: int = -1


def find(grid: Grid) -> Region | None:
    """The table of a sheet, or None where it holds nothing below a heading."""
    rows = grid.rows
    if len(rows) < 2:
        return None
    stop = _stop(grid)
    sample = _sample(rows, stop)
    typical = _typical(sample)
    numbers = _numbers(sample, typical)
    first = _first(grid, stop, typical, numbers)
    if first is None or first + 1 >= stop:
        return None
    headings, codes = _headings(grid, first, stop, numbers)
    start = headings[-1] + 1
    stop = _another(grid, start, stop, typical, numbers)
    if start >= stop:
        return None
    out = (*_left(grid, 0, headings[0], "above"), *_left(grid, stop, len(rows), "below"))
    return Region(headings, start, stop, numbers, out, codes)


def filled(row: Sequence[str]) -> int:
    """How many cells of a row have something in them."""
    return sum(1 for cell in row if cell.strip())


def _extent(row: Sequence[str]) -> int:
    """The number of cells up to the last with something in it."""
    return next((i + 1 for i in range(len(row) - 1, -1, -1) if row[i].strip()), 0)


def _typical(sample: list[list[str]]) -> tuple[int, int]:
    """How many cells a row of the table has something in, and how many cells it has."""
    counts = Counter(filled(row) for row in sample)
    several = {n: times for n, times in counts.items() if n > 1}
    usual = max(several, key=lambda n: (several[n] * min(n, 8), n), default=1)
    if several and sum(several.values()) * 4 < counts[1] and max(several.values()) < 2:
        usual = 1
    extents = sorted(_extent(row) for row in sample if filled(row) >= usual * 0.6)
    return usual, extents[min(int(len(extents) * 0.9), len(extents) - 1)] if extents else 1


def _sample(rows: Rows, stop: int) -> list[list[str]]:
    """Rows from the top, the middle and the end, before `stop`."""
    if stop <= 400:
        return list(rows[:stop])
    middle = rows[stop // 2 : stop // 2 + 200]
    return [*rows[:_HEAD], *middle, *rows[stop - _TAIL : stop]]


def _numbers(sample: list[list[str]], typical: tuple[int, int]) -> frozenset[int]:
    """The columns that hold numbers, by most of the cells that say something."""
    usual, width = typical
    body = [row for row in sample if filled(row) >= max(usual * 0.5, 1)][1:]
    found = set()
    for column in range(width):
        cells = [row[column].strip() for row in body if len(row) > column]
        told = [cell for cell in cells if cell and not nothing(cell)]
        if told and sum(map(number, told)) * 2 >= len(told):
            found.add(column)
    return frozenset(found)


def _first(grid: Grid, stop: int, typical: tuple[int, int], numbers: frozenset[int]) -> int | None:
    """The row that holds the names of the columns (of several, the first that names most)."""
    usual, width = typical
    need = max(1 if usual == 1 else 2, usual * 0.6)
    for i in range(min(stop, _HEAD)):
        row = grid.rows[i]
        if filled(row) < need or _extent(row) > width * 2 + 5:
            continue
        if usual > 1 and _about(grid, i, stop, need, numbers):
            continue
        return i
    return None


def _about(grid: Grid, i: int, stop: int, need: float, numbers: frozenset[int]) -> bool:
    """Whether a row of two cells tells about the table (Report date, 2025) and is not its head."""
    row = grid.rows[i]
    if filled(row) != 2 or not _ABOUT.match(row[0].strip()):
        return False
    for j in range(i + 1, min(i + 12, stop - 1)):
        if labelled(grid.rows[j], numbers, need) and (
            j in grid.gaps or any(number(_cell(row, c)) for c in numbers)
        ):
            return True
    return False


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def labelled(row: Sequence[str], numbers: frozenset[int], need: float) -> bool:
    """Whether a row has words, all different, over every column of numbers that it names."""
    cells = [_cell(row, c) for c in numbers]
    told = [cell for cell in cells if cell]
    return (
        filled(row) >= need
        and bool(told)
        and len(told) * 2 >= len(cells)
        and all(map(words, told))
        and len(set(told)) == len(told)
    )


def _headings(
    grid: Grid, first: int, stop: int, numbers: frozenset[int]
) -> tuple[tuple[int, ...], int]:
    """All heading rows, and which of them holds codes."""
    if codes := _codes_and_labels(grid, first, stop, numbers):
        return (first, first + 1), codes - 1
    last = first
    while last + 2 < stop and last - first < 3 and _goes_on(grid, last, numbers):
        last += 1
    top = first
    while top > 0 and first - top < 3 and top not in grid.gaps and _above(grid, top):
        top -= 1
    return tuple(range(top, last + 1)), -1


def _codes_and_labels(grid: Grid, first: int, stop: int, numbers: frozenset[int]) -> int:
    """1 + the row of codes, where one of the two first rows has codes and the other labels."""
    if first + 2 >= stop or not numbers:
        return 0
    pair = grid.rows[first], grid.rows[first + 1]
    if not all(
        words(_cell(pair[1], c)) or number(_cell(pair[0], c)) or not _cell(pair[1], c)
        for c in numbers
    ):
        return 0
    for i in (0, 1):
        codes = [c.strip() for c in pair[i] if c.strip()]
        labels = [c.strip() for c in pair[1 - i] if c.strip()]
        coded = sum(1 for c in codes if any(s in c for s in "_.0123456789"))
        spoken = sum(1 for c in labels if " " in c or "!!" in c)
        if (
            codes
            and all(_CODE.fullmatch(c) for c in codes)
            and coded * 2 >= len(codes)
            and spoken * 3 >= len(labels)
            and abs(len(codes) - len(labels)) <= 1
        ):
            return first + i + 1
    return 0


def _goes_on(grid: Grid, last: int, numbers: frozenset[int]) -> bool:
    """Whether the row below a heading row is a heading too: units, years or names under groups."""
    lower = grid.rows[last + 1]
    if last + 1 in grid.gaps:
        return False
    cells = [_cell(lower, c) for c in numbers if _cell(lower, c)]
    if not cells or not numbers:
        return False
    grouped = _grouped(grid, last, numbers)
    if any(map(words, cells)) and not any(map(number, cells)):
        in_brackets = all(c[:1] == "(" and c[-1:] == ")" for c in cells)
        return grouped or in_brackets or (len(cells) > 1 and _units(cells))
    others = [_cell(lower, c) for c in range(len(lower)) if c not in numbers]
    years = all(YEAR.fullmatch(c) for c in cells)
    return grouped and years and not any(others)


def _units(cells: list[str]) -> bool:
    return all(_UNIT.fullmatch(cell) for cell in cells)


_UNIT = re.compile(
    r"%|#|\$|n|no\.?|number|count|percent(?:age)?|pct\.?|share|rate|total|people|persons|students|"
    r"dollars|households|families|years?|per 1,?000|per 100,?000|hours|days|miles|minutes",
    re.I,
)


def _grouped(grid: Grid, row: int, numbers: frozenset[int]) -> bool:
    """Whether a heading row names groups of columns: merged, with gaps, or the same name twice."""
    line = grid.lines[row]
    if any(m.top <= line <= m.bottom and m.right > m.left for m in grid.merged):
        return True
    cells = [_cell(grid.rows[row], c) for c in sorted(numbers)]
    told = [cell for cell in cells if cell]
    return len(told) < len(cells) or len(set(told)) < len(told)


def _above(grid: Grid, top: int) -> bool:
    """Whether the row above a heading row names groups of its columns, and is no title line."""
    upper, lower = grid.rows[top - 1], grid.rows[top]
    width = max(_extent(lower), 2)
    cells = {c for c in range(len(upper)) if upper[c].strip()}
    line = grid.lines[top - 1]
    wide = [m for m in grid.merged if m.top == line and m.right > m.left]
    if any(grid.places[0] >= m.left and grid.places[width - 1] <= m.right for m in wide):
        return False
    if not cells - {0} or _extent(upper) > width:
        return False
    if wide and len(cells) > 1:
        return True
    aside = not (0 in cells and _cell(lower, 0))
    full = len(cells) >= width
    return not full and (aside or len(cells) > 2) and not _ABOUT.match(_cell(upper, 0) or "-")


def _stop(grid: Grid) -> int:
    """The row behind the last of the table: notes at the very end are not in it."""
    rows, stop = grid.rows, len(grid.rows)
    usual, _ = _typical(_sample(rows, stop))
    for i in range(len(rows) - 1, max(len(rows) - _TAIL, 1), -1):
        alone = filled(rows[i]) == 1 and usual > 1
        first = next((cell.strip() for cell in rows[i] if cell.strip()), "")
        noted = _NOTE.match(first) and (alone or len(rows[i]) != len(rows[0]) or ":" in first)
        if noted or (alone and (len(first) > 60 or i in grid.gaps)):
            stop = i
        elif not alone:
            break
    return stop


def _another(
    grid: Grid, start: int, stop: int, typical: tuple[int, int], numbers: frozenset[int]
) -> int:
    """The row behind the body: a second table below an empty line is not part of it."""
    need = max(2, typical[0] * 0.6)
    for gap in sorted(grid.gaps):
        if not start < gap < stop - 1:
            continue
        for i in (gap, gap + 1, gap + 2):
            if i < stop - 1 and labelled(grid.rows[i], numbers, need) and _lone(grid, gap, i):
                return gap
    return stop


def _lone(grid: Grid, gap: int, heading: int) -> bool:
    """Whether all rows between an empty line and a heading are title lines."""
    return all(filled(grid.rows[i]) == 1 for i in range(gap, heading))


def _left(grid: Grid, start: int, stop: int, where: str) -> list[LeftOut]:
    if start >= stop:
        return []
    first, last = grid.lines[start], grid.lines[stop - 1]
    text = next((c for c in grid.rows[start] if c.strip()), "")
    what = "line" if first == last else "lines"
    span = f"{first}" if first == last else f"{first} to {last}"
    return [LeftOut(first, last, f"{what} {span} {where} the table ({short(text)})")]
