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
the group were everyone. Where those left over are people too, they are counted as well.

Of groups, and of metrics that add up to everyone, more are marked until those that are cannot be
worked out from the others. A metric that tells of people whom another one counts is marked with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from datawalk.metrics.files.counting import Known, small
from datawalk.metrics.files.figures import Figures, MetricsFile
from datawalk.metrics.files.held_back import beside
from datawalk.metrics.files.people import people, yearly
from datawalk.metrics.knowledge.bases import PEOPLE, Base, base, hanging, needed
from datawalk.metrics.model import ALL, Gap, Observation

if TYPE_CHECKING:
    import numpy
    import pandas
    from numpy.typing import NDArray

USUAL_LEAST = 10
SMALL_PLACE = 100_000
"""In places with more people it is not their number that makes a count small."""
TOO_FEW = MappingProxyType(
    {
        1: Gap("few"),
        2: Gap("few in a large place"),
        3: Gap("few of a part"),
        4: Gap("few of a part"),
        5: Gap("few of a part"),
    }
)
"""Why a marked figure is not printed: in a small place, in a large one, of a group, held back
beside another one, and of people who are a part of all. The last three are told alike: who knows
which one is held back knows that the other is the small one, and more of its size."""
_HELD_BACK = 4
_OF = ["key", "year", "kind"]

Tables = Mapping[str, "pandas.DataFrame"]
"""Of each metric the rows of its figures: key, year, kind, group, few (one of TOO_FEW, or 0) and
about how many they stand for."""


def judged(
    files: Sequence[MetricsFile], asked: Collection[str], least: int
) -> tuple[MetricsFile, ...]:
    """The files with only the `asked` figures, those of under `least` cases marked.

    `files` have been read for `asked` and all that these need. With a least of 0 none is marked.
    """
    parts = {name: yearly(files, name) for name in needed(asked) - {PEOPLE}}
    known = Known(yearly(files, PEOPLE), parts, least)
    return tuple(_judged(file, asked, known) for file in files)


def _judged(file: MetricsFile, asked: Collection[str], known: Known) -> MetricsFile:
    tables: Tables = {}
    if known.least > 1:
        tables = {m: _counted(m, file, known) for m in _judgeable(file, asked)}
        tables = _following(_of_wholes(tables, known.least))
    figures = {m: file.figures[m] for m in asked if m in file.figures}
    return replace(file, figures={m: _marked(f, tables.get(m)) for m, f in figures.items()})


def _judgeable(file: MetricsFile, asked: Collection[str]) -> list[str]:
    """The metrics of the file that count people, and have any figure."""
    wanted = sorted({*asked, *hanging(asked)})
    held = (m for m in wanted if m in file.figures and len(file.figures[m].table))
    return [metric for metric in held if base(metric, "all")]


def _marked(figures: Figures, table: pandas.DataFrame | None) -> Figures:
    if table is None:
        return figures
    return replace(figures, table=figures.table.assign(few=table["few"].to_numpy()))


def _counted(metric: str, file: MetricsFile, known: Known) -> pandas.DataFrame:
    """The rows of a metric, each judged by itself and beside the other groups of its kind."""
    table = file.figures[metric].table
    of_all = (table["kind"] == "all") | (table["group"] == ALL)
    kinds = table["kind"].astype(str).where(~of_all, "all")
    reasons, about = (table["value"].to_numpy() * 0.0 for _ in range(2))
    for kind in kinds.unique():
        rows = (kinds == kind).to_numpy()
        basis = base(metric, str(kind))
        assert basis
        few, about[rows] = small(table[rows], basis, file, known)
        reasons[rows] = _reasons(table[rows], few, basis, kind == "all", known)
    found = table[[*_OF, "group"]].assign(few=reasons.astype(int), about=about)
    return _held_back(found, beside(found[~of_all], _OF, known.least))


def _reasons(
    table: pandas.DataFrame, few: NDArray[numpy.bool_], basis: Base, everyone: bool, known: Known
) -> NDArray[numpy.int64]:
    """1 in small places, 2 in large ones, 3 of groups, 5 of parts; 0 for what is not marked."""
    import numpy

    if not everyone:
        return numpy.where(few, 3, 0)
    if basis.whole or basis.within:
        return numpy.where(few, 5, 0)
    found = numpy.zeros(len(table), dtype=int)
    rows = few.nonzero()[0]
    large = people(table.iloc[rows], known.people) >= SMALL_PLACE
    found[rows] = numpy.where(large, 2, 1)
    return found


def _of_wholes(tables: Tables, least: int) -> Tables:
    """The same with more marked of the metrics that add up to everyone."""
    import pandas

    found = dict(tables)
    for members in _wholes(tables):
        parts = pandas.concat([tables[m].astype(_PLAIN) for m in members], keys=members)
        parts = _held_back(parts, beside(parts, [*_OF, "group"], least))
        for metric in members:
            found[metric] = parts.loc[[metric]].droplevel(0)
    return found


_PLAIN = {"key": str, "kind": str, "group": str}


def _wholes(tables: Tables) -> Iterator[list[str]]:
    """The metrics of each whole of which any figure is marked."""
    named: dict[str, list[str]] = {}
    for metric in tables:
        basis = base(metric, "all")
        if basis and basis.whole:
            named.setdefault(basis.whole, []).append(metric)
    for members in named.values():
        if any(tables[metric]["few"].any() for metric in members):
            yield members


def _following(tables: Tables) -> Tables:
    """The same with what tells of people whom another metric counts marked where that is."""
    import pandas

    found = dict(tables)
    for metric, table in tables.items():
        basis = base(metric, "all")
        counted = tables.get(basis.within) if basis else None
        if counted is None:
            continue
        hidden = pandas.MultiIndex.from_frame(counted.loc[counted["few"] > 0, ["key", "year"]])
        rows = pandas.MultiIndex.from_frame(table[["key", "year"]]).isin(hidden)
        found[metric] = _held_back(table, table.index[rows])
    return found


def _held_back(table: pandas.DataFrame, rows: pandas.Index) -> pandas.DataFrame:
    few = table["few"].mask(table.index.isin(rows) & (table["few"] == 0), _HELD_BACK)
    return table.assign(few=few)


def too_few(observation: Observation) -> bool:
    """Whether a figure is missing because it stands for too few cases."""
    return observation.missing in TOO_FEW.values()
