"""How many people a published figure stands for: which rows could stand for under ten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.files.people import Yearly, mean, people
from datawalk.metrics.knowledge.bases import Base

if TYPE_CHECKING:
    import numpy
    import pandas
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]
    Marks = NDArray[numpy.bool_]

_MOST_CASES = 200
"""Counts up to this are looked for in a figure; a larger one cannot be bounded under ten."""
_EXACT = 1e-11
"""How far a base may be from a whole number, as a part of it: cells have 15 digits and more."""
_SOME = 500
"""Figures of a column that tell whether it is rounded."""
_NOTHING = 1e-9
"""A rest of less than this is what sums of fractions leave, and nobody."""


@dataclass(frozen=True, eq=False)
class Known:
    """What the files say of each place, by which counts are found."""

    people: Yearly
    parts: Mapping[str, Yearly]
    least: int


@dataclass(frozen=True, eq=False)
class _Bounds:
    """Between which numbers the base of each row lies, and which rows have one of their own."""

    low: Numbers
    high: Numbers
    own: Marks
    per: float
    exact: bool
    least: int


def small(
    table: pandas.DataFrame, basis: Base, file: MetricsFile, known: Known
) -> tuple[Marks, Numbers]:
    """Which rows could stand for 1 to `least` - 1 cases, and about how many each stands for."""
    import numpy

    value = table["value"].to_numpy(dtype=float)
    right = table["right"].to_numpy(dtype=float)
    value = numpy.where(numpy.isnan(right), value, right)
    if basis.least is None or basis.most is None:
        return (value > 0) & (value < known.least), value
    bounds = _bounds(table, value, basis, known)
    few, about = _under(value, bounds)
    few, about = _counted(table, basis, file, known.least, few, about)
    if basis.rest:
        few |= (value > 0) & _under(basis.per - value, bounds)[0]
    return few, about


def _bounds(table: pandas.DataFrame, value: Numbers, basis: Base, known: Known) -> _Bounds:
    import numpy

    around = people(table, known.people)
    own = around >= basis.own_from if basis.own_from else numpy.full(len(table), True)
    bounded = around * mean(table, known.parts[basis.part]) if basis.part else around
    low, high = (numpy.nan_to_num(bounded * (share or 0.0)) for share in (basis.least, basis.most))
    high = numpy.where(numpy.isnan(bounded), numpy.nan_to_num(around, nan=numpy.inf), high)
    return _Bounds(low, high, own, basis.per, _unrounded(value), known.least)


def _under(value: Numbers, of: _Bounds) -> tuple[Marks, Numbers]:
    """The same for `value` of each `per` of a base within bounds."""
    import numpy

    most = of.least - 1
    few = of.own & (value > _NOTHING) & (value * of.low / of.per <= most)
    about = value * numpy.where(numpy.isfinite(of.high), (of.low + of.high) / 2, 0) / of.per
    rows = few.nonzero()[0]
    fewest = numpy.full(len(rows), numpy.inf)
    if of.exact:
        fewest = _fewest(value[rows], of.per, of.low[rows], of.high[rows])
    sure = value[rows] * of.high[rows] / of.per < of.least
    fits = numpy.isfinite(fewest)
    few[rows] = sure | numpy.where(fits, fewest <= most, of.low[rows] > 0)
    about[rows] = numpy.where(fits, fewest, about[rows])
    return few, about


def _counted(
    table: pandas.DataFrame,
    basis: Base,
    file: MetricsFile,
    least: int,
    small: Marks,
    about: Numbers,
) -> tuple[Marks, Numbers]:
    """The same, where the file has the count itself in the same row, by that."""
    import numpy

    if basis.counted_by not in file.figures:
        return small, about
    keys = ["key", "year", "kind", "group"]
    counts = file.figures[basis.counted_by].table.set_index(keys)["value"]
    rows = list(table[keys].itertuples(index=False, name=None))
    count = counts.reindex(rows).to_numpy(dtype=float)
    told = ~numpy.isnan(count)
    return (
        numpy.where(told, (count > 0) & (count < least), small),
        numpy.where(told, count, about),
    )


def _unrounded(value: Numbers) -> bool:
    """Whether most figures have more than nine digits: 0.25 alone can be 1 of 4, or rounded."""
    import numpy

    told = value[value > 0]
    some = told[:: max(1, len(told) // _SOME)].tolist()
    short = [float(f"{figure:.9g}") == figure for figure in some]
    return bool(short) and float(numpy.mean(short)) < 0.5


def _fewest(value: Numbers, per: float, low: Numbers, high: Numbers) -> Numbers:
    """The smallest count up to _MOST_CASES for which the base is a whole number between `low` and
    `high`; infinite where none is.
    """
    import numpy

    cases = numpy.arange(1, _MOST_CASES + 1, dtype=float)
    bases = cases[None, :] * per / value[:, None]
    whole = numpy.round(bases)
    fits = (numpy.abs(bases - whole) <= _EXACT * bases) & (whole >= 1)
    fits &= (whole >= numpy.floor(low)[:, None]) & (whole <= high[:, None])
    fewest: Numbers = numpy.where(fits, cases[None, :], numpy.inf).min(axis=1, initial=numpy.inf)
    return fewest
