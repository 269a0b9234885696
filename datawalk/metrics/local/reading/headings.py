"""The names of the columns: heading rows joined, labels kept, missing and double names told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from datawalk.metrics.local.reading.draft import Draft, DraftColumn
from datawalk.metrics.local.reading.grid import Grid, LeftOut, clean, letter, listed, short, warning
from datawalk.metrics.local.reading.kinds import YEAR
from datawalk.metrics.local.reading.labels import head_of, shown
from datawalk.metrics.local.reading.region import Region
from datawalk.problems import At, Problem, refuse


def draft(grid: Grid, region: Region) -> Draft:
    """The body of a table in columns with names. Raises Problems."""
    joined, labels = _joined(grid, region)
    columns = _columns(grid, region, joined)
    joined = joined[: len(columns)]
    names, told, out = [], [], []
    kept = []
    for i, name in enumerate(joined):
        if not name and not any(cell.strip() for cell in columns[i].different):
            continue
        if not name and _beside(grid, columns, joined, i):
            words = _words(columns[i].cells)
            out.append(LeftOut(0, 0, f"what stands beside the table in {_column(grid, i)} {words}"))
            continue
        if not name:
            name = f"column {letter(grid.places[i])}"
            told.append(_nameless(grid, region, i, name))
        names.append(name)
        kept.append(i)
    names, more = _anchored(grid, names)
    told += more
    _refuse_twice(grid, region, names, kept)
    _refuse_no_names(grid, region, joined)
    if head := head_of(names):
        what = f'all its numbers are of "{head}", which is left out of the names of its columns.'
        told.append(warning(grid.file, what, "Name the place in heading:."))
    return Draft(
        grid.file,
        tuple(names),
        tuple(columns[i] for i in kept),
        grid.lines[region.start : region.stop],
        tuple(grid.places[i] for i in kept),
        grid.workbook,
        grid.separator,
        shown({n: labels[i] or n for n, i in zip(names, kept, strict=True)}, head),
        tuple(out),
        tuple(told),
    )


def _columns(grid: Grid, region: Region, names: Sequence[str]) -> list[DraftColumn]:
    """The columns of the body; nameless ones at the end that no row reaches are no columns."""
    if grid.columns:
        return [DraftColumn.of(cells[region.start : region.stop]) for cells in grid.columns]
    body = grid.rows[region.start : region.stop]
    longest = max(map(len, body))
    width = len(names)
    while width > longest and not names[width - 1]:
        width -= 1
    return [DraftColumn.of(cells) for cells in zip(*_even(grid, region, width), strict=True)]


def _joined(grid: Grid, region: Region) -> tuple[list[str], list[str]]:
    """The name of each column, and its label where one row holds codes and one labels."""
    rows = [[clean(cell) for cell in grid.rows[i]] for i in region.headings]
    width = max(map(len, rows))
    for row in rows:
        row += [""] * (width - len(row))
    if region.codes >= 0:
        codes = rows[region.headings.index(region.codes)]
        other = rows[1 - region.headings.index(region.codes)]
        return [_tidy(c) for c in codes], [_tidy(c) for c in other]
    for i in range(len(rows) - 1):
        _spread(grid, region.headings[i], rows, i)
    names = [_name([_tidy(row[c]) for row in rows], c in region.numbers) for c in range(width)]
    return names, [""] * width


def _name(parts: list[str], numbers: bool) -> str:
    """The heading rows of a column in one: a column of words needs the name of no group."""
    told = [part for part in dict.fromkeys(parts) if part]
    if len(told) > 1 and not numbers and parts[-1]:
        return told[-1]
    return " ".join(
        part for i, part in enumerate(told) if not any(part in t for t in told[i + 1 :])
    )


def _tidy(text: str) -> str:
    return " ".join(text.replace("\ufeff", "").replace("\u200b", "").split())


def _spread(grid: Grid, at: int, rows: list[list[str]], i: int) -> None:
    """Write the name of a group over all of its columns: as merged, or up to the next name."""
    row, below = rows[i], rows[i + 1]
    line = grid.lines[at]
    merged = [m for m in grid.merged if m.top == line and m.right > m.left]
    if merged:
        for m in merged:
            inside = [c for c, place in enumerate(grid.places) if m.left <= place <= m.right]
            name = next((row[c] for c in inside if c < len(row) and row[c].strip()), "")
            for c in inside:
                row[c] = row[c] or name
        return
    name = ""
    for c, cell in enumerate(row):
        name = cell if cell.strip() else name
        if not cell.strip() and below[c].strip() and c:
            row[c] = name


def _even(grid: Grid, region: Region, width: int) -> list[list[str]]:
    """The rows of the body, all as wide as the headings. Raises Problems for longer ones."""
    body = grid.rows[region.start : region.stop]
    if set(map(len, body)) == {width}:
        return list(body)
    return [_fitted(grid, region.start + i, row, width) for i, row in enumerate(body)]


def _fitted(grid: Grid, at: int, row: list[str], width: int) -> list[str]:
    if len(row) > width and not any(cell.strip() for cell in row[width:]):
        return row[:width]
    if len(row) < width and grid.workbook:
        return [*row, *[""] * (width - len(row))]
    if len(row) != width:
        line = grid.lines[at]
        raise refuse(
            f"{grid.file} has {len(row)} {'cell' if len(row) == 1 else 'cells'} in row {line}, "
            f"and {width} column {'name' if width == 1 else 'names'}.",
            "Put a cell with a comma in quotation marks, and fill rows up with empty cells.",
            At(grid.file, line),
        )
    return row


def _beside(grid: Grid, columns: Sequence[DraftColumn], names: Sequence[str], i: int) -> bool:
    """Whether a column without a name is a note to the right of the table."""
    if any(names[i:]):
        return False
    last = max((c for c, name in enumerate(names) if name), default=-1)
    between = [c for c in range(last + 1, i) if any(s.strip() for s in columns[c].different)]
    apart = last >= 0 and grid.places[i] - grid.places[last] > 1 + len(between)
    told = sum(1 for cell in columns[i].cells if cell.strip())
    return apart and told * 2 < len(columns[i].cells)


def _column(grid: Grid, i: int) -> str:
    return f"column {letter(grid.places[i])}"


def _words(cells: Sequence[str]) -> str:
    return f"({short(next(cell for cell in cells if cell.strip()))})"


def _nameless(grid: Grid, region: Region, i: int, name: str) -> Problem:
    where = grid.cell(region.headings[-1], i)
    return warning(
        grid.file,
        f'a column has numbers or words and no name ({where}); it is called "{name}".',
        "Write what it holds above it.",
        grid.lines[region.headings[-1]],
    )


_PART = re.compile(
    r"\b(?:ci|confidence|interval|bound|lower|upper|low|high|margin|moe|error|s\.?e\.?|z-?score|"
    r"rank|quartile|flag|note|percent|%|#|number|n)\b",
    re.I,
)


_BARE = re.compile(r"[-+$€£(]*[\d.,]*\d[\d.,]*[%)]*")


def _anchored(grid: Grid, names: list[str]) -> tuple[list[str], list[Problem]]:
    """Ends of intervals and the like that repeat take the name of the column they belong to."""
    times = Counter(names)
    anchor, found = "", []
    for name in names:
        if times[name] == 1:
            anchor = name
            found.append(name)
        else:
            found.append(_behind(anchor, name) if _PART.search(name) else name)
    if found == names or len(set(found)) < len(found):
        return names, []
    example = next(new for new, old in zip(found, names, strict=True) if new != old)
    what = "columns of one name are called after the column before them, such as "
    return found, [warning(grid.file, f'{what}"{example}".')]


def _behind(anchor: str, name: str) -> str:
    """A name behind that of another column, without the words with which both begin."""
    words = name.split()
    while len(words) > 1 and words[0] in anchor.split():
        words.pop(0)
    return f"{anchor} {' '.join(words)}"


def _refuse_twice(grid: Grid, region: Region, names: Sequence[str], kept: Sequence[int]) -> None:
    seen: dict[str, int] = {}
    for name, i in zip(names, kept, strict=True):
        if name in seen:
            row = region.headings[-1]
            first, second = grid.cell(row, seen[name]), grid.cell(row, i)
            raise refuse(
                f'{grid.file} has two columns called "{name}": {first} and {second}.',
                f'Give each its own name, such as "{name} 2024" and "{name} 2025".',
                grid.at(row),
            )
        seen[name] = i


def _refuse_no_names(grid: Grid, region: Region, names: Sequence[str]) -> None:
    """A first row of numbers over columns of numbers is no heading but data."""
    over = [names[c] for c in region.numbers if c < len(names) and names[c]]
    alone = len(region.headings) == 1
    if alone and over and all(map(_BARE.fullmatch, over)) and not _counted(over):
        row = region.headings[-1]
        raise refuse(
            f"{grid.file} has no names of its columns: its first row holds {listed(over)}.",
            "Write above each column what it holds.",
            grid.at(row),
        )


def _counted(names: Sequence[str]) -> bool:
    """Whether names that are numbers count on, as years and ages do."""
    if all(YEAR.fullmatch(name) for name in names):
        return True
    whole = [int(name) for name in names if name.isdecimal()]
    return len(whole) == len(names) > 2 and whole == sorted(set(whole))
