"""Charts that show too little to be looked at together."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.check.advice.told import advice
from datawalk.exhibits import Chart, Exhibit, Point, Stat, Table
from datawalk.problems import Problem
from datawalk.walk import Station

LINES = ("lines", "panels", "slope")
"""Charts over years: a series with one figure is a dot, and no line."""
WITHIN = ("network", "pairs", "parts", "steps")
"""Charts that say something with one point, or hold none."""
ADD = (
    "Add others to compare with (compare: at the top of the walk), show years, or write kind: stat "
    "for the one figure."
)
RULE = "compared with what? Edward Tufte, Envisioning Information"


def advise(station: Station) -> Iterator[Problem]:
    """One piece of advice for a chart or a table that has nothing to compare."""
    for exhibit in station.exhibits:
        if _all_zero(exhibit):
            yield advice(
                "All figures here are 0: there is nothing to see.",
                "Say it in a sentence (kind: text), or show years or places where it is not 0.",
                RULE,
                exhibit.at,
            )
        elif isinstance(exhibit, Stat) and exhibit.kind == "chart":
            yield advice(
                "This chart would be one mark alone, so its number stands in its place.",
                ADD,
                RULE,
                exhibit.at,
            )
        elif isinstance(exhibit, Chart) and exhibit.form not in WITHIN:
            yield from _of_a_chart(exhibit)


def _of_a_chart(chart: Chart) -> Iterator[Problem]:
    known = [point for series in chart.series for point in _known(series.points)]
    if chart.form in LINES:
        if max((len(_known(series.points)) for series in chart.series), default=0) < 2:
            yield advice(
                "This chart has figures of fewer than two years, so it shows no line.",
                "Show places (show: places), or write kind: stat for the one figure.",
                RULE,
                chart.at,
            )
    elif len(chart.field) < 2 and len(known) < 2 and not chart.reference:
        yield advice(
            "One mark stands here alone: nobody can tell whether it is much or little.",
            ADD,
            RULE,
            chart.at,
        )


def _known(points: tuple[Point, ...]) -> list[Point]:
    return [point for point in points if point.value is not None]


def _all_zero(exhibit: Exhibit) -> bool:
    match exhibit:
        case Chart():
            points = [point for series in exhibit.series for point in _known(series.points)]
            values = [point.value for point in points] + list(exhibit.field)
            return len(values) > 0 and not any(values)
        case Table():
            found = [f.observation.value for f in exhibit.figures if f.observation.known]
            return len(found) > 1 and not any(found) and None not in found
    return False
