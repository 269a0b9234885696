"""Why there is no figure, as a code. Known reasons stand in gaps.csv."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from datawalk.metrics.files import lookup
from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.files.lookup import key_of
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import ALL, Gap, Level, Place
from datawalk.shipped import table

HIDDEN = Gap("hidden")
"""A figure that is graded and not there."""
NO_METRIC = Gap("no metric")


@dataclass(frozen=True, slots=True)
class KnownGap:
    """A row of gaps.csv: metrics and places by pattern, the years from first to last (0: open),
    the code of the reason, and the reason in words."""

    metric: str
    geoid: str
    first: int
    last: int
    code: str
    reason: str

    def covers(self, metric: str, place: Place, year: int | None) -> bool:
        """Whether it tells why that figure is missing; without a year, why there is none at all."""
        if not (fnmatchcase(metric, self.metric) and fnmatchcase(place.geoid, self.geoid)):
            return False
        if year is None:
            return not (self.first or self.last)
        return self.first <= year <= (self.last or year)


@cache
def known_gaps() -> tuple[KnownGap, ...]:
    """Every row of gaps.csv, the first that covers a figure counts."""
    return tuple(
        KnownGap(
            row["metric"],
            row["geoid"],
            int(row["first"] or 0),
            int(row["last"] or 0),
            row["code"],
            row["reason"],
        )
        for row in table("metrics/knowledge/gaps.csv")
    )


def why(
    files: Sequence[MetricsFile],
    metric: str,
    place: Place,
    year: int | None,
    years: Collection[int],
) -> Gap:
    """The reason; `years` are those in which the place has a figure. Raises Problems for an
    unknown metric."""
    if place.level not in catalog().get(metric).levels:
        return _not_measured(place.level)
    if reason := _not_held(files, metric, place):
        return reason
    holding = _with(files, metric)
    struck = {gone for file in holding for gone in file.figures[metric].struck}
    if any(key == key_of(place) and year in (None, when) for key, when in struck):
        return Gap("zero", metric=metric)
    if any((key_of(place), year, "all", ALL) in file.figures[metric].hidden for file in holding):
        return HIDDEN
    return _of_year(files, metric, place, year, years)


def _of_year(
    files: Sequence[MetricsFile],
    metric: str,
    place: Place,
    year: int | None,
    years: Collection[int],
) -> Gap:
    asked = _newest(files, metric, place) if year is None else year
    stated = [gap for gap in known_gaps() if gap.covers(metric, place, asked)]
    timely = [gap for gap in stated if gap.geoid != "*" or gap.first or gap.last]
    if timely:
        return Gap(timely[0].code, year or 0)
    noun = "county" if place.level == "county" else "city"
    if year is not None and _nobody_has(files, metric, place, year):
        return Gap(f"no {noun}", year)
    if year is not None and not existed(files, place, year):
        span = _span(files, place) or (year, year)
        return Gap("before", span[0]) if year < span[0] else Gap("after", span[1])
    if stated:
        return Gap(stated[0].code, year or 0)
    if year is None or not years:
        return Gap(f"this {noun}")
    return of(year)


def of(year: int | None) -> Gap:
    """That of a figure of one year, or of any; nothing more is known of it."""
    return Gap("year", year) if year else Gap("any year")


def _not_measured(level: Level) -> Gap:
    return Gap("no counties" if level == "county" else "no cities")


def unread(files: Sequence[MetricsFile], metric: str, place: Place, kind: str = "all") -> bool:
    """Whether a figure that the files lack (of everyone, or by a kind of groups) may be in a
    published file that is none of them."""
    if place.level not in catalog().get(metric).levels or _given(files, place, kind):
        return False
    if kind == "all" and _told_of(files, metric, place):
        return False
    rows = (row for file in files for row in lookup.rows(file, metric, place))
    return not (
        any(row.group_kind == kind for row in rows) or _withheld(files, metric, place, kind)
    )


def _told_of(files: Sequence[MetricsFile], metric: str, place: Place) -> bool:
    """Whether it is known that nobody has the figure, or a file with those of others lacks it."""
    known = any(gap.covers(metric, place, None) for gap in known_gaps())
    held = (file for file in _with(files, metric) if key_of(place) in file.places)
    return known or any(file.figures[metric].has_overall for file in held)


def _withheld(files: Sequence[MetricsFile], metric: str, place: Place, kind: str) -> bool:
    """Whether a file has the figure, and it cannot be printed."""
    key = key_of(place)
    found = [file.figures[metric] for file in _with(files, metric)]
    hidden = {(row[0], row[2]) for held in found for row in held.hidden}
    struck = {(row[0], "all") for held in found for row in held.struck}
    return (key, kind) in hidden | struck


def _given(files: Sequence[MetricsFile], place: Place, kind: str) -> bool:
    """Whether a file holds whatever is published of that kind about the place."""
    return any(kind in file.kinds and key_of(place) in file.places for file in files)


def no_median(files: Sequence[MetricsFile], metric: str, level: Level, year: int | None) -> Gap:
    """Why there is no middle county or city."""
    if level not in catalog().get(metric).levels:
        return _not_measured(level)
    if not _with(files, metric):
        return NO_METRIC
    if any(file.whole for file in _with(files, metric)):
        return of(year)
    return Gap("some counties" if level == "county" else "some cities")


def existed(files: Sequence[MetricsFile], place: Place, year: int) -> bool:
    """Whether the place has rows in that year, unless no file has any place in that year."""
    span = _span(files, place)
    if not year or span is None or span[0] <= year <= span[1]:
        return True
    return not any(file.years[0] <= year <= file.years[1] for file in files)


def _with(files: Sequence[MetricsFile], metric: str) -> list[MetricsFile]:
    return [file for file in files if metric in file.figures]


def _not_held(files: Sequence[MetricsFile], metric: str, place: Place) -> Gap | None:
    holding = _with(files, metric)
    if not holding:
        return NO_METRIC
    if not any(key_of(place) in file.places for file in files):
        return Gap("no place")
    if not any(file.figures[metric].has_overall for file in holding):
        return Gap("groups alone")
    return None


def _newest(files: Sequence[MetricsFile], metric: str, place: Place) -> int | None:
    """The newest year in which anyone has a figure: a place that has none at all lacks that."""
    return max((y for f in files for y in lookup.years(f, metric, place.level)), default=None)


def _nobody_has(files: Sequence[MetricsFile], metric: str, place: Place, year: int) -> bool:
    return not any(year in lookup.years(file, metric, place.level) for file in files)


def _span(files: Sequence[MetricsFile], place: Place) -> tuple[int, int] | None:
    """The first and last year of a place, from files that have a row for each year."""
    spans: list[Mapping[str, tuple[int, int]]] = [file.spans for file in files]
    found = [span[key_of(place)] for span in spans if key_of(place) in span]
    return (min(a for a, _ in found), max(b for _, b in found)) if found else None
