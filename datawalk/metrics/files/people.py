"""How many people live in a place, as the files of a walk say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import nan
from typing import TYPE_CHECKING

from datawalk.metrics.files.figures import MetricsFile

if TYPE_CHECKING:
    import numpy
    import pandas
    from numpy.typing import NDArray

Yearly = Mapping[str, Mapping[int, float]]
"""Figures of places, by key and year."""


def yearly(files: Iterable[MetricsFile], metric: str) -> Yearly:
    """The overall figures of a metric in all files; a later file counts before an earlier one."""
    found: dict[str, dict[int, float]] = {}
    for file in files:
        if metric in file.figures:
            table = file.figures[metric].table
            table = table[table["kind"] == "all"]
            cells = (table[name].tolist() for name in ("key", "year", "value"))
            for key, year, value in zip(*cells, strict=True):
                found.setdefault(key, {})[year] = value
    return found


def mean(table: pandas.DataFrame, known: Yearly) -> NDArray[numpy.float64]:
    """The mean over all years for the place of each row; nan where there is none.

    For shares from surveys, which leap from year to year in small places.
    """
    import numpy

    means = {key: sum(years.values()) / len(years) for key, years in known.items()}
    return numpy.array([means.get(key, nan) for key in table["key"].tolist()], dtype=float)


def people(table: pandas.DataFrame, known: Yearly) -> NDArray[numpy.float64]:
    """How many people live in the place of each row, in the year nearest to its own.

    A row without a year (0) gets the newest; nan where no file tells.
    """
    import numpy

    cells = zip(table["key"].tolist(), table["year"].tolist(), strict=True)
    return numpy.array([in_year(known.get(key, {}), year) for key, year in cells], dtype=float)


def in_year(years: Mapping[int, float], year: int) -> float:
    """How many there are in the year nearest to one; 0 asks for the newest, nan is unknown."""
    if year in years:
        return years[year]
    if not years:
        return nan
    wanted = year or max(years)
    return years[min(years, key=lambda known: (abs(known - wanted), -known))]
