"""What a data file holds, in one shape for every layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

from datawalk.metrics.files.columns import is_draft
from datawalk.metrics.model import Observation, Place
from datawalk.problems import Problem

if TYPE_CHECKING:
    import numpy
    import pandas
    from numpy.typing import NDArray

    Cells = Mapping[str, NDArray[numpy.float64]]


COMPARED = ("year", "value", "right", "lower", "upper")
"""Columns by which figures of places are compared."""


class Bare:
    """A dataclass that is pickled without what was worked out of it before."""

    def __getstate__(self) -> dict[str, Any]:
        return {one.name: getattr(self, one.name) for one in fields(self)}  # type: ignore[arg-type]


@dataclass(frozen=True, eq=False)
class Figures(Bare):
    """The figures of one metric in one file; only rows with a value.

    `table` has the columns key (such as 'county:29019'), year, kind, group, value, right (of a
    pair), lower, upper, quality (1 Strong to 3 Weak, 0 none), few and line. Kind is 'all' for the
    overall figure; the All row of a group file has the kind of its groups. A figure that is not
    printed because it stands for too few cases has the number of the reason in few (else 0).
    `labels` are all (kind, group) that the file has for the metric. `struck` are keys and years
    whose stored 0 stands for a missing value, `hidden` are key, year, kind and group of rows with
    a grade and no value.
    """

    column: str
    table: pandas.DataFrame = field(repr=False)
    labels: frozenset[tuple[str, str]]
    struck: frozenset[tuple[str, int]]
    hidden: frozenset[tuple[str, int, str, str]]

    def rows(self, key: str) -> NDArray[numpy.intp]:
        """The positions of the rows of a key, in their order."""
        import numpy

        if not self._listed:
            return numpy.asarray(self._rows.get(key, ()), dtype=numpy.intp)
        # A walk asks for few of many places: looking for one is faster than sorting all.
        keys: Any = self.table["key"].array
        known = keys.categories.get_indexer([key])[0]
        return numpy.flatnonzero((keys.codes == known) & (known >= 0))

    @cached_property
    def cells(self) -> Mapping[str, Any]:
        """The columns of the table as arrays, from which a few rows are taken fast."""
        return {str(name): column.values for name, column in self.table.items()}

    @cached_property
    def _listed(self) -> bool:
        """Whether each key is kept once, as a category."""
        import pandas

        return isinstance(self.table["key"].dtype, pandas.CategoricalDtype)

    @cached_property
    def _rows(self) -> Mapping[Any, Any]:
        return self.table.groupby("key", sort=False).indices

    def overall(self, level: str, state_code: str = "") -> pandas.DataFrame:
        """The overall figures of all places of a level, or of those of one state."""
        start = f"{level}:{state_code}"
        if start not in self._overall:
            rows = (self.table["kind"] == "all").to_numpy() & self._starting(start)
            self._overall[start] = self.table if rows.all() else self.table[rows]
        return self._overall[start]

    def overall_cells(self, level: str, state_code: str) -> Cells:
        """Their figures by column, as they are asked for again and again."""
        start = f"{level}:{state_code}"
        if start not in self._overall_cells:
            table = self.overall(level, state_code)
            self._overall_cells[start] = {name: table[name].to_numpy() for name in COMPARED}
        return self._overall_cells[start]

    def _starting(self, start: str) -> NDArray[numpy.bool_]:
        """Which rows have a key that starts so."""
        import numpy

        keys: Any = self.table["key"].array
        listed = self._listed
        words = keys.categories if listed else keys
        found = numpy.array([word.startswith(start) for word in words], dtype=bool)
        return found[keys.codes] if listed else found

    @cached_property
    def _overall(self) -> dict[str, pandas.DataFrame]:
        """What was chosen before: the same states are asked for again and again."""
        return {}

    @cached_property
    def _overall_cells(self) -> dict[str, Cells]:
        return {}

    @cached_property
    def has_overall(self) -> bool:
        """Whether any figure is about everyone, outside of a group file."""
        return bool((self.table["kind"] == "all").any())


@dataclass(frozen=True, eq=False)
class MetricsFile(Bare):
    """One data file, read for the metrics that were asked for.

    `places` by key; `spans` has the first and last year of each key, where the file tells it.
    `level` is county, place, benchmark, or mixed for a file that holds counties and cities.
    `whole` is true for a published file with all counties or cities. `kinds` are those of the
    groups (or all) of which it holds whatever is published about its places; none for an extract
    in our own layout.
    """

    name: str
    edition: str
    level: str
    whole: bool
    places: Mapping[str, Place] = field(repr=False)
    spans: Mapping[str, tuple[int, int]] = field(repr=False)
    figures: Mapping[str, Figures] = field(repr=False)
    warnings: tuple[Problem, ...] = ()
    kinds: frozenset[str] = frozenset()

    def joins(self, name: str, edition: str) -> bool:
        """Whether figures may stand in one trend with those of a file. A draft joins no other."""
        return self.edition == edition and (self.name == name or not is_draft(edition))

    @cached_property
    def middles(self) -> dict[tuple[str, str, str], Mapping[int, Observation]]:
        """The medians that were worked out before, by metric, benchmark and level."""
        return {}

    @cached_property
    def newest(self) -> int:
        """The newest year of any row, so far as it was read; else 0."""
        tables = (figures.table for figures in self.figures.values())
        years = (int(table["year"].max()) for table in tables if len(table))
        return max(self.years[1], *years, 0)

    @cached_property
    def years(self) -> tuple[int, int]:
        """The first and last year of any place, so far as the file tells; else (0, 0)."""
        ends = self.spans.values()
        return (min((a for a, _ in ends), default=0), max((b for _, b in ends), default=0))
