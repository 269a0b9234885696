"""How many cases a published figure stands for: from 1 to 9 it would tell of single people.

A county of 83 people with 6,024 violent crimes for each 100,000 has had five. Such a figure is
marked when the files are read, and `lookup` gives its reason in its place, so that no block, text,
map or list of numbers can print it. 0 names nobody, and stays.

What is known of a count, from the surest on:

- the figure is a count, or the file has the count beside it;
- the figures as stored have all their digits, so that count and base, both whole numbers, can be
  found (6,024.096385542169 per 100,000 is 5 of 83), as a reader could who knows the file;
- the people of the place bound the base, and so the count (bases.csv).

A figure is marked as soon as its count could be under ten by these. Of a group that is not
bounded from below it is marked if a small count fits it exactly, or if it would be small even if
the group were everyone. If one group alone is marked, another one is as well: the first could be
worked out from the figure of all together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from datawalk.metrics.files.figures import Figures, MetricsFile
from datawalk.metrics.files.people import Yearly, mean, people, yearly
from datawalk.metrics.knowledge.bases import PEOPLE, Base, base, needed
from datawalk.metrics.model import ALL, Gap, Observation

if TYPE_CHECKING:
    import numpy
    import pandas
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]
    Marks = NDArray[numpy.bool_]

USUAL_LEAST = 10
SMALL_PLACE = 100_000
"""In places with more people it is not their number that makes a count small."""
TOO_FEW = MappingProxyType(
    {
        1: Gap("few"),
        2: Gap("few in a large place"),
        3: Gap("few in a group"),
        4: Gap("few beside a group"),
    }
)
"""Why a marked figure is not printed: in a small place, in a large one, of a group, of a second."""
_MOST_CASES = 200
"""Counts up to this are looked for in a figure; a larger one cannot be bounded under ten."""
_EXACT = 1e-11
"""How far a base may be from a whole number, as a part of it: cells have 15 digits and more."""


@dataclass(frozen=True, eq=False)
class _Known:
    """What the files say of each place, by which counts are found."""

    people: Yearly
    parts: Mapping[str, Yearly]
    least: int


def judged(
    files: Sequence[MetricsFile], asked: Collection[str], least: int
) -> tuple[MetricsFile, ...]:
    """The files with only the `asked` figures, those of under `least` cases marked.

    `files` have been read for `asked` and all that these need. With a least of 0 none is marked.
    """
    parts = {name: yearly(files, name) for name in needed(asked) - {PEOPLE}}
    known = _Known(yearly(files, PEOPLE), parts, least)
    return tuple(
        replace(file, figures={m: _judged(m, file, known) for m in asked if m in file.figures})
        for file in files
    )


def _judged(metric: str, file: MetricsFile, known: _Known) -> Figures:
    """The figures with the column few: 0, or the number of a reason of TOO_FEW."""
    figures = file.figures[metric]
    if base(metric, "all") is None or known.least < 2 or not len(figures.table):
        return figures
    table = figures.table
    of_all = (table["kind"] == "all") | (table["group"] == ALL)
    kinds = table["kind"].astype(str).where(~of_all, "all")
    few, about = (table["value"].to_numpy() * 0.0 for _ in range(2))
    for kind in kinds.unique():
        rows = (kinds == kind).to_numpy()
        basis = base(metric, str(kind))
        assert basis
        small, count = _small(table[rows], basis, file, known)
        few[rows], about[rows] = small, count
    small, everyone = few > 0, of_all.to_numpy()
    reasons = _reasons(table, small, everyone, known)
    reasons[_second(table[~everyone], small[~everyone], about[~everyone])] = 4
    return replace(figures, table=table.assign(few=reasons))


def _reasons(
    table: pandas.DataFrame, marked: Marks, everyone: Marks, known: _Known
) -> NDArray[numpy.int64]:
    """1 in small places, 2 in large ones, 3 of groups; 0 for what is not marked."""
    import numpy

    found = numpy.zeros(len(table), dtype=int)
    rows = marked.nonzero()[0]
    large = people(table.iloc[rows], known.people) >= SMALL_PLACE
    found[rows] = numpy.where(everyone[rows], numpy.where(large, 2, 1), 3)
    return found


def _small(
    table: pandas.DataFrame, basis: Base, file: MetricsFile, known: _Known
) -> tuple[Marks, Numbers]:
    """Which rows could stand for 1 to `least` - 1 cases, and about how many each stands for."""
    import numpy

    value = table["value"].to_numpy(dtype=float)
    most = known.least - 1
    if basis.least is None or basis.most is None:
        return (value > 0) & (value < known.least), value
    around = people(table, known.people)
    own = around >= basis.own_from if basis.own_from else numpy.full(len(table), True)
    bounded = around * mean(table, known.parts[basis.part]) if basis.part else around
    low, high = (numpy.nan_to_num(bounded * share) for share in (basis.least, basis.most))
    high = numpy.where(numpy.isnan(bounded), numpy.nan_to_num(around, nan=numpy.inf), high)
    small = own & (value > 0) & (value * low / basis.per <= most)
    about = value * numpy.where(numpy.isfinite(high), (low + high) / 2, 0) / basis.per
    rows = small.nonzero()[0]
    fewest = numpy.full(len(rows), numpy.inf)
    if _unrounded(value):
        fewest = _fewest(value[rows], basis.per, low[rows], high[rows])
    sure = value[rows] * high[rows] / basis.per < known.least
    fits = numpy.isfinite(fewest)
    small[rows] = sure | numpy.where(fits, fewest <= most, low[rows] > 0)
    about[rows] = numpy.where(fits, fewest, about[rows])
    return _counted(table, basis, file, known.least, small, about)


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

    short = [float(f"{figure:.9g}") == figure for figure in value[value > 0]]
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


def _second(table: pandas.DataFrame, few: Marks, about: Numbers) -> NDArray[numpy.int64]:
    """The positions of further groups to be marked: where of all groups of a kind only one is few,
    the smallest other one that is not 0.

    `table` has rows of groups alone; its index tells the positions.
    """
    if not few.any():
        return table.index[:0].to_numpy()
    rows = table[["key", "year", "kind"]].astype({"key": str, "kind": str})
    rows = rows.assign(few=few, about=about)
    names = ["key", "year", "kind"]
    alone = rows[rows.groupby(names, sort=False)["few"].transform("sum") == 1]
    others = alone[~alone["few"] & (alone["about"] > 0)].sort_values("about", kind="stable")
    return others.drop_duplicates(names).index.to_numpy()


def too_few(observation: Observation) -> bool:
    """Whether a figure is missing because it stands for too few cases."""
    return observation.missing in TOO_FEW.values()
