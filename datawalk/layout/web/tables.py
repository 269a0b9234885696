"""The figures of charts and maps as tables, for those who read better than they see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from datawalk.blocks.charts import alt
from datawalk.exhibits import Chart, Map, Point
from datawalk.metrics.words.wording import number
from datawalk.page.web import WebTable
from datawalk.words import say

NONE = "–"
"""Where a row has nothing to say in a column."""


_END = re.compile(r"(?<=[a-záéíóúñü0-9)%”])\. (?=[A-ZÁÉÍÓÚÑ¿¡0-9])")
"""Between two sentences; not after "U.S."."""
LISTED = 2
"""A sentence with so many semicolons lists figures one by one, as the table does."""


def told_of(words: str) -> str:
    """The description of a picture without what its table tells, and without names of files."""
    for listed in (alt.LISTED, alt.NAMED):
        words = words.replace(say(listed), "").strip()
    sentences = _END.split(words.removesuffix("."))
    kept = [one for one in sentences if one.count(";") < LISTED] or sentences
    return ". ".join(kept) + "."


def table_of(exhibit: Chart | Map) -> WebTable:
    """All figures that the picture shows, as printed, with their ranges."""
    if isinstance(exhibit, Map):
        return WebTable((say("Place"), say("Figure")), tuple(_areas(exhibit)))
    if exhibit.form == "network":
        return _ties(exhibit)
    return _values(exhibit)


def _values(chart: Chart) -> WebTable:
    """A row for each point and for each line to compare with, a column for each series."""
    series = chart.series
    keyed = [{point.label: point for point in one.points} for one in series]
    labels = list(dict.fromkeys(label for points in keyed for label in points))
    if chart.form in ("lines", "panels", "slope"):
        times = {point.label: point.time for points in keyed for point in points.values()}
        labels.sort(key=times.__getitem__)
    apart = chart.form == "distribution" or len(series) == 1
    heads = (say("Figure"),) if apart else tuple(one.label for one in series)
    if chart.form == "distribution":
        keyed = [{label: point for points in keyed for label, point in points.items()}]
    rows = [(label, *(_cell(points.get(label), chart) for points in keyed)) for label in labels]
    rest = (NONE,) * (len(heads) - 1)
    rows += ((line.label, line.printed, *rest) for line in chart.middles)
    first = say("Year") if chart.form in ("lines", "panels", "slope") else say("Who or where")
    return WebTable((first, *heads), tuple(rows))


def _cell(point: Point | None, chart: Chart) -> str:
    if point is None:
        return NONE
    told = point.printed or NONE
    if point.value is None or point.lower is None or point.upper is None:
        return told
    low, high = number(point.lower, chart.format), number(point.upper, chart.format)
    if low == high:
        return told
    return f"{told} ({say('between {low} and {high}', low=low, high=high)})"


def _ties(chart: Chart) -> WebTable:
    """Who gives what to whom; those without a tie have a row of their own."""
    names = [point.label for point in chart.series[0].points]
    rows = [(names[one.start], names[one.end], one.words or NONE) for one in chart.links]
    tied = {name for row in rows for name in row[:2]}
    rows += ((name, NONE, NONE) for name in names if name not in tied)
    return WebTable((say("Who"), say("With whom"), say("What")), tuple(rows))


def _areas(map_: Map) -> Iterator[tuple[str, str]]:
    """Areas with their figure where it is told beside the map too, else with their class."""
    told = {figure.observation.place.name for figure in map_.figures}
    told |= {figure.area for figure in map_.own}
    areas = [area for area in map_.areas if not area.ground]
    for area in sorted(areas, key=lambda area: (not area.highlight, area.label)):
        full = area.label in told or area.highlight
        yield area.label, area.printed if full else _class(map_, area.shade)
    for spot in map_.spots:
        if spot.classed:
            full = spot.name in told or spot.highlight
            yield spot.name, spot.printed if full else _class(map_, spot.shade)
    for row in map_.near:
        if row.role == "middle":
            yield row.label, row.printed


def _class(map_: Map, shade: int | None) -> str:
    if shade is not None:
        return map_.shades[shade].label
    return map_.unknown.label if map_.unknown else NONE
