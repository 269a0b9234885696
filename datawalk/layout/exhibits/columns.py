"""The columns of a table as they are set.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.typography.measure import Line


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Columns with their left edge and width, every cell broken into lines, and the size of type
    of each column."""

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    head: tuple[tuple[Line, ...], ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    sizes: tuple[float, ...]
