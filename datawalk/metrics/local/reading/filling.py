"""Merged cells of the body: what stands in the first of them holds for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.metrics.local.reading.draft import Draft, DraftColumn
from datawalk.metrics.local.reading.grid import Merged, warning
from datawalk.metrics.local.reading.kinds import words


def filled_down(draft: Draft, merged: Sequence[Merged]) -> Draft:
    """The table with the cells of merged ranges filled, and blanks of repeated groups."""
    columns = list(draft.columns)
    changed: list[str] = []
    if draft.workbook and merged:
        for i, place in enumerate(draft.places):
            column = _merged(columns[i].cells, draft.lines, [m for m in merged if m.left == place])
            if column != columns[i].cells:
                columns[i] = DraftColumn.of(column)
                changed.append(draft.names[i])
    elif _grouped(draft):
        columns[0] = DraftColumn.of(_down(columns[0].cells))
        changed.append(draft.names[0])
    if not changed:
        return draft
    names = ", ".join(f'"{name}"' for name in changed)
    what = f"cells of {names} that are empty below a name were filled with it."
    return replace(draft, columns=tuple(columns), told=(*draft.told, warning(draft.file, what)))


def _merged(column: Sequence[str], lines: Sequence[int], merged: Sequence[Merged]) -> Sequence[str]:
    tall = [m for m in merged if m.bottom > m.top]
    if not tall:
        return column
    cells = list(column)
    for m in tall:
        inside = [row for row, line in enumerate(lines) if m.top <= line <= m.bottom]
        name = next((cells[row] for row in inside if cells[row]), "")
        for row in inside:
            cells[row] = cells[row] or name
    return cells


def _grouped(draft: Draft) -> bool:
    """Names with blanks below them, and the same words beside each of them in the same order."""
    if len(draft.columns) < 3 or "" not in draft.columns[0].different:
        return False
    columns = [column.cells for column in draft.columns[:2]]
    if not columns[0][0]:
        return False
    starts = [row for row, cell in enumerate(columns[0]) if cell]
    if len(starts) < 2 or not all(words(columns[0][row]) for row in starts):
        return False
    ends = [*starts[1:], len(columns[0])]
    groups = {tuple(columns[1][a:b]) for a, b in zip(starts, ends, strict=True)}
    beside = next(iter(groups))
    return len(groups) == 1 and len(beside) > 1 and all(beside) and len(set(beside)) == len(beside)


def _down(column: Sequence[str]) -> Sequence[str]:
    cells, name = [], ""
    for cell in column:
        name = cell or name
        cells.append(name)
    return cells
