"""Why there is no figure, in words that can be printed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from datawalk.metrics.catalog import Catalog
from datawalk.metrics.figures import MetricsFile
from datawalk.metrics.lookup import key_of
from datawalk.metrics.model import Level, Place

NOUNS = {"county": "counties", "place": "cities"}
CONNECTICUT = "Connecticut changed its counties in 2022"
_FIRST_REGION = "09100"
"""Codes above this are Connecticut's planning regions (from 2022), below its old counties."""


def why(
    files: Sequence[MetricsFile],
    catalog: Catalog,
    metric: str,
    place: Place,
    year: int | None,
    years: Collection[int],
) -> str:
    """The reason; `years` are those in which the place has a figure."""
    known = catalog.get(metric)
    if place.level not in known.levels:
        return f"not measured for {NOUNS[place.level]}"
    if reason := _not_held(files, metric, place):
        return reason
    struck = {gone for file in _with(files, metric) for gone in file.figures[metric].struck}
    if any(key == key_of(place) and year in (None, when) for key, when in struck):
        return known.zero
    if year is not None and (reason := _other_time(files, place, year)):
        return reason
    if year is None or not years:
        return f"no figure for this {'county' if place.level == 'county' else 'city'} in any year"
    return f"no figure for {year}"


def no_median(
    files: Sequence[MetricsFile], catalog: Catalog, metric: str, level: Level, year: int | None
) -> str:
    """Why there is no middle county or city."""
    if level not in catalog.get(metric).levels:
        return f"not measured for {NOUNS[level]}"
    if not _with(files, metric):
        return "the data files do not hold this metric"
    if any(file.whole for file in _with(files, metric)):
        return f"no figure for {year}" if year else "no figure in any year"
    return f"the data files do not hold all {NOUNS[level]}"


def existed(files: Sequence[MetricsFile], place: Place, year: int) -> bool:
    """Whether the place has rows in that year, unless no file has any place in that year."""
    span = _span(files, place)
    if span is None or span[0] <= year <= span[1]:
        return True
    return not any(file.years[0] <= year <= file.years[1] for file in files)


def _with(files: Sequence[MetricsFile], metric: str) -> list[MetricsFile]:
    return [file for file in files if metric in file.figures]


def _not_held(files: Sequence[MetricsFile], metric: str, place: Place) -> str:
    holding = _with(files, metric)
    if not holding:
        return "the data files do not hold this metric"
    if not any(key_of(place) in file.places for file in files):
        return "not in the data files"
    if not any(file.figures[metric].has_overall for file in holding):
        return "the data files hold this metric for groups only"
    return ""


def _other_time(files: Sequence[MetricsFile], place: Place, year: int) -> str:
    if place.level == "county" and place.geoid.startswith("09"):
        region = place.geoid > _FIRST_REGION
        return CONNECTICUT if region == (year < 2022) else ""
    if existed(files, place, year):
        return ""
    span = _span(files, place) or (year, year)
    return f"not in the data {f'before {span[0]}' if year < span[0] else f'after {span[1]}'}"


def _span(files: Sequence[MetricsFile], place: Place) -> tuple[int, int] | None:
    """The first and last year of a place, from files that have a row for each year."""
    spans: list[Mapping[str, tuple[int, int]]] = [file.spans for file in files]
    found = [span[key_of(place)] for span in spans if key_of(place) in span]
    return (min(a for a, _ in found), max(b for _, b in found)) if found else None
