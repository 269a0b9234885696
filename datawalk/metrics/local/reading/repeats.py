"""Headings that stand again among the rows, as in files that were put together."""

from __future__ import annotations

from dataclasses import replace

from datawalk.metrics.local.reading.draft import Draft, DraftColumn
from datawalk.metrics.local.reading.grid import LeftOut
from datawalk.metrics.local.reading.sheet import spans


def left_out(draft: Draft) -> Draft:
    """The table without rows that repeat the names of its columns."""
    if not all(n in c.different for n, c in zip(draft.names, draft.columns, strict=True)):
        return draft
    rows = zip(*(column.cells for column in draft.columns), strict=True)
    again = [i for i, row in enumerate(rows) if row == draft.names]
    if not again or len(again) == len(draft.lines):
        return draft
    gone = set(again)
    kept = [i for i in range(len(draft.lines)) if i not in gone]
    at = [draft.lines[i] for i in again]
    what = f"the names of the columns again in {'line' if len(at) == 1 else 'lines'} {spans(at)}"
    return replace(
        draft,
        columns=tuple(DraftColumn.of([c.cells[i] for i in kept]) for c in draft.columns),
        lines=[draft.lines[i] for i in kept],
        left_out=(*draft.left_out, LeftOut(at[0], at[-1], what)),
    )
