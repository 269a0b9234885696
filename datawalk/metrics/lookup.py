"""Finds rows in the files and turns them into observations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from datawalk.metrics.figures import MetricsFile
from datawalk.metrics.model import ALL, Level, Observation, Origin, Place, Quality
from datawalk.metrics.places import level_of, scope_of

if TYPE_CHECKING:
    import pandas

PEOPLE = "population"
"""The metric that weighs places."""
_COLUMNS = (
    *("key", "year", "kind", "group", "line"),
    *("value", "right", "lower", "upper", "quality"),
)
_GRADES = {1: Quality.STRONG, 2: Quality.MARGINAL, 3: Quality.WEAK}


def key_of(place: Place) -> str:
    """The key of a place in the tables; a code means nothing without its level."""
    if place.level == "benchmark":
        return f"benchmark:{level_of(place)}:{place.geoid}"
    return f"{place.level}:{place.geoid}"


def overall(table: pandas.DataFrame, level: Level, state_code: str = "") -> pandas.DataFrame:
    """The overall figures of all places of a level, or of those of one state."""
    return table[(table["kind"] == "all") & table["key"].str.startswith(f"{level}:{state_code}")]


def years(file: MetricsFile, metric: str, level: Level, state_code: str = "") -> set[int]:
    """The years in which any place of the level (in the state) has an overall figure."""
    found = file.figures.get(metric)
    if found is None:
        return set()
    return set(overall(found.table, level, state_code)["year"].unique().tolist())


def of_last_edition(
    files: Iterable[MetricsFile], holds: Callable[[MetricsFile], bool]
) -> list[MetricsFile]:
    """The files that hold what is asked and share the edition of the last one that does."""
    holding = [file for file in files if holds(file)]
    return [file for file in holding if file.edition == holding[-1].edition]


def rows(file: MetricsFile, metric: str, place: Place) -> list[Observation]:
    """All figures of a place in a file: every year, the overall ones and those of groups."""
    found = file.figures.get(metric)
    positions = None if found is None else found.rows.get(key_of(place))
    if found is None or positions is None:
        return []
    return list(observations(file, metric, found.table.iloc[positions], lambda _: place))


def observations(
    file: MetricsFile,
    metric: str,
    table: pandas.DataFrame,
    place_of: Callable[[str], Place],
) -> Iterator[Observation]:
    """Each row as an observation; `place_of` gives the place of a key."""
    column = file.figures[metric].column
    columns = [table[name].tolist() for name in _COLUMNS]
    for key, year, kind, group, line, value, right, lower, upper, quality in zip(
        *columns, strict=True
    ):
        pair = None if right != right else (value, right)
        yield Observation(
            metric,
            place_of(key),
            year,
            kind,
            group,
            value=value if pair is None else None,
            pair=pair,
            lower=None if lower != lower else lower,
            upper=None if upper != upper else upper,
            quality=_GRADES.get(quality),
            origin=Origin(file.name, line, column, file.edition),
        )


def medians(
    file: MetricsFile, metric: str, middle: Place, level: Level, state_code: str
) -> Mapping[int, Observation]:
    """The median of each year over the places with a value; of a pair, of each side.

    A weighted middle counts each place as many times as it had people in that year; without
    their number a place, or a year, does not count.
    """
    found = file.figures.get(metric)
    if found is None:
        return {}
    table = overall(found.table, level, state_code)
    weighted = scope_of(middle).endswith("weighted")
    if weighted:
        table = _with_people(table, file)
    noun = "counties" if level == "county" else "cities"
    medians: dict[int, Observation] = {}
    for year in sorted(table["year"].unique().tolist()):
        rows = table[table["year"] == year]
        value, right = (
            weighted_median(rows[side], rows["people"]) if weighted else float(rows[side].median())
            for side in ("value", "right")
        )
        by_people = ", weighted by population" if weighted else ""
        column = f"{found.column} (median of {len(rows):,} {noun}{by_people})"
        pair = None if right != right else (value, right)
        medians[year] = Observation(
            metric,
            middle,
            year,
            value=value if pair is None else None,
            pair=pair,
            origin=Origin(file.name, 0, column, file.edition),
        )
    return medians


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


def _with_people(table: pandas.DataFrame, file: MetricsFile) -> pandas.DataFrame:
    """The rows whose place has a known number of people in that year, in a column people."""
    known = file.figures.get(PEOPLE)
    if known is None:
        return table.head(0)
    people = known.table[known.table["kind"] == "all"][["key", "year", "value"]]
    return table.merge(people.rename(columns={"value": "people"}), on=["key", "year"])


def group_rows(file: MetricsFile, metric: str, place: Place, kind: str) -> list[Observation]:
    """The figures of all groups of a kind, without the All row."""
    found = rows(file, metric, place)
    return [o for o in found if o.group_kind == kind and o.group != ALL]
