"""How long the bars in the cells of a table are: of columns that show one metric."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.metrics.model import Observation, Printed

CellBars = tuple[tuple[float | None, ...], ...]
"""For each column () or for each of its rows the length, from 0 to 1; None without a figure."""


def bars_of(rows: Sequence[Sequence[Printed]]) -> CellBars:
    """From zero, and on one scale wherever a metric stands. Nothing where no column has any.

    A column of several metrics, or of figures under zero, has none: its bars could not be compared.
    """
    columns = [[figure.observation for figure in column] for column in zip(*rows, strict=True)]
    longest = {name: _longest(columns, name) for name in dict.fromkeys(map(_metric, columns))}
    bars = tuple(_bars(column, longest[_metric(column)]) for column in columns)
    return bars if any(bars) else ()


def shares_of(columns: Sequence[Sequence[float | None]]) -> CellBars:
    """The same for shares that are told beside each other, all on one scale."""
    longest = max((value for column in columns for value in column if value), default=0.0)
    if not longest:
        return ()
    return tuple(
        tuple(None if value is None else value / longest for value in column) for column in columns
    )


def _metric(column: Sequence[Observation]) -> str:
    """The one that a column is about; '' for several."""
    names = {seen.metric for seen in column}
    return names.pop() if len(names) == 1 else ""


def _longest(columns: Sequence[Sequence[Observation]], name: str) -> float:
    """The largest figure of a metric; 0 where bars would say nothing, or something false."""
    seen = [one.value for column in columns if _metric(column) == name for one in column]
    known = [value for value in seen if value is not None]
    return max(known) if name and len(known) > 1 and min(known) >= 0 else 0.0


def _bars(column: Sequence[Observation], longest: float) -> tuple[float | None, ...]:
    if not longest:
        return ()
    return tuple(None if seen.value is None else seen.value / longest for seen in column)
