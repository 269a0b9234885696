"""Finds rows in the files and turns them into observations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from datawalk.metrics.files.cases import TOO_FEW
from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.model import ALL, Level, Observation, Origin, Place, Quality
from datawalk.metrics.places.places import level_of

if TYPE_CHECKING:
    import pandas

_COLUMNS = (
    *("key", "year", "kind", "group", "line"),
    *("value", "right", "lower", "upper", "quality", "few"),
)
_GRADES = {1: Quality.STRONG, 2: Quality.MARGINAL, 3: Quality.WEAK}


def key_of(place: Place) -> str:
    """The key of a place in the tables; a code means nothing without its level."""
    if place.level == "benchmark":
        return f"benchmark:{level_of(place)}:{place.geoid}"
    return f"{place.level}:{place.geoid}"


def years(file: MetricsFile, metric: str, level: Level, state_code: str = "") -> set[int]:
    """The years in which any place of the level (in the state) has an overall figure."""
    found = file.figures.get(metric)
    if found is None:
        return set()
    return set(found.overall(level, state_code)["year"].unique().tolist())


def of_last_edition(
    files: Iterable[MetricsFile], holds: Callable[[MetricsFile], bool]
) -> list[MetricsFile]:
    """The files that hold what is asked and share the edition of the last one that does."""
    holding = [file for file in files if holds(file)]
    return [file for file in holding if file.joins(holding[-1].name, holding[-1].edition)]


def rows(file: MetricsFile, metric: str, place: Place) -> list[Observation]:
    """All figures of a place in a file: every year, the overall ones and those of groups."""
    found = file.figures.get(metric)
    positions = found.rows(key_of(place)) if found else None
    if found is None or positions is None or not len(positions):
        return []
    cells = [found.cells[name].take(positions).tolist() for name in _COLUMNS]
    return list(_observed(file, metric, cells, lambda _: place))


def observations(
    file: MetricsFile,
    metric: str,
    table: pandas.DataFrame,
    place_of: Callable[[str], Place],
) -> Iterator[Observation]:
    """Each row as an observation; `place_of` gives the place of a key.

    A figure that stands for too few cases is one that is missing, for that reason.
    """
    return _observed(file, metric, [table[name].tolist() for name in _COLUMNS], place_of)


def _observed(
    file: MetricsFile,
    metric: str,
    cells: Iterable[Sequence[Any]],
    place_of: Callable[[str], Place],
) -> Iterator[Observation]:
    column = file.figures[metric].column
    for key, year, kind, group, line, value, right, lower, upper, quality, few in zip(
        *cells, strict=True
    ):
        if few:
            gap = TOO_FEW[few]
            yield Observation(metric, place_of(key), year or None, kind, group, missing=gap)
            continue
        pair = None if right != right else (value, right)
        yield Observation(
            metric,
            place_of(key),
            year or None,
            kind,
            group,
            value=value if pair is None else None,
            pair=pair,
            lower=None if lower != lower else lower,
            upper=None if upper != upper else upper,
            quality=_GRADES.get(quality),
            origin=Origin(file.name, line, column, file.edition),
        )


def twins(file: MetricsFile, observation: Observation) -> list[str]:
    """The keys of the other places of the state with exactly the same overall figure and bounds.

    Incomes are often told in round numbers, so a figure alone can be the same by chance.
    """
    place = observation.place
    found = file.figures[observation.metric]
    cells = found.overall_cells(place.level, place.geoid[:2])
    same = cells["year"] == (observation.year or 0)
    left, right = observation.pair or (observation.value, None)
    parts = {"value": left, "right": right}
    parts |= {"lower": observation.lower, "upper": observation.upper}
    for part, figure in parts.items():
        column = cells[part]
        # The files were computed: equal figures differ in their sixteenth digit.
        alike = column != column if figure is None else abs(column - figure) <= 1e-12 * abs(figure)
        same &= alike
    keys: Any = found.overall(place.level, place.geoid[:2])["key"].array
    return [key for key in map(keys.__getitem__, same.nonzero()[0]) if key != key_of(place)]


def group_rows(file: MetricsFile, metric: str, place: Place, kind: str) -> list[Observation]:
    """The figures of all groups of a kind, without the All row."""
    found = rows(file, metric, place)
    return [o for o in found if o.group_kind == kind and o.group != ALL]
