"""The columns of a table as they are set.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.typography.measure import Line


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Columns with their left edge and width, and every cell broken into lines."""

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    head: tuple[tuple[Line, ...], ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
