"""The middle of many places: plain medians, and those weighted by people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.knowledge.bases import PEOPLE
from datawalk.metrics.model import Level, Observation, Origin, Place
from datawalk.metrics.places.places import scope_of

if TYPE_CHECKING:
    import pandas

LEAST = 5
"""Fewer places than this have no middle that says anything of them."""
FEWEST = 10
"""The middle of fewer places than this is not told where it could give a hidden figure away."""


def medians(
    file: MetricsFile, metric: str, middle: Place, level: Level, state_code: str
) -> Mapping[int, Observation]:
    """The median of each year over the places with a value; of a pair, of each side.

    Figures that are not printed for a place count in it as well: left out, they would bend it.

    A weighted middle counts each place as many times as it had people in that year; without
    their number a place, or a year, does not count. Worked out once for each file.
    """
    known = file.middles
    key = (metric, middle.geoid, level)
    if key not in known:
        known[key] = _medians(file, metric, middle, level, state_code)
    return known[key]


def weighted_median(values: pandas.Series, weights: pandas.Series) -> float:
    """The smallest value at which at least half of all weight lies at or below it.

    So the middle resident's county is a real county: half of all people live in counties with
    that figure or a lower one. Values that are missing do not count; nan where none is left.
    """
    ordered = values.dropna().sort_values(kind="stable")
    if ordered.empty:
        return float("nan")
    reached = weights.loc[ordered.index].cumsum()
    return float(ordered[(2 * reached >= reached.iloc[-1]).to_numpy()].iloc[0])


def _medians(
    file: MetricsFile, metric: str, middle: Place, level: Level, state_code: str
) -> dict[int, Observation]:
    found = file.figures.get(metric)
    if found is None:
        return {}
    table = found.overall(level, state_code)
    weighted = scope_of(middle).endswith("weighted")
    medians: dict[int, Observation] = {}
    table = _with_people(table, file) if weighted else table
    for year in sorted(table["year"].unique().tolist()):
        rows = table[table["year"] == year]
        if len(rows) < (FEWEST if rows["few"].any() else LEAST):
            continue
        value, right = (
            weighted_median(rows[side], rows["people"]) if weighted else float(rows[side].median())
            for side in ("value", "right")
        )
        pair = None if right != right else (value, right)
        medians[year] = Observation(
            metric,
            middle,
            year or None,
            value=value if pair is None else None,
            pair=pair,
            origin=Origin(file.name, 0, found.column, file.edition),
            among=len(rows),
        )
    return medians


def _with_people(table: pandas.DataFrame, file: MetricsFile) -> pandas.DataFrame:
    """The rows whose place has a known number of people in that year, in a column people."""
    known = file.figures.get(PEOPLE)
    if known is None:
        return table.head(0)
    people = known.table[known.table["kind"] == "all"][["key", "year", "value"]]
    return table.merge(people.rename(columns={"value": "people"}), on=["key", "year"])
