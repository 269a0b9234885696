"""Dollars over years beside what prices alone would have made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.blocks.charts import alt
from datawalk.exhibits import Chart, Point, Series
from datawalk.metrics.knowledge import prices as known
from datawalk.metrics.model import Observation, OwnPrinted
from datawalk.metrics.words import prices, wording
from datawalk.words import say

Risen = tuple[tuple[int, float], ...]
"""What prices alone would have made of our first figure, by year."""


def kept_up(ours: Sequence[Observation]) -> Risen:
    """Nothing for all but dollars of their year."""
    return prices.kept_up(ours)


def with_prices(chart: Chart, found: Risen, ours: Observation) -> Chart:
    """The chart with a dotted line from our first figure, which moves as prices did; `ours` is a
    figure of the line beside it."""
    points = tuple(
        Point(str(year), value, wording.number(value, chart.format)) for year, value in found
    )
    line = Series(say("if it kept up with prices"), points, worked_out=True)
    credit = prices.credit([year for year, _ in found])
    return replace(
        chart,
        own=(*chart.own, _traced(points[-1], found, ours, credit)),
        series=(*chart.series, line),
        alt=alt.adding(chart.alt, alt.of_prices(points[-1])),
        terms=" ".join(filter(None, (chart.terms, credit))),
    )


def _traced(
    end: Point, found: Sequence[tuple[int, float]], ours: Observation, credit: str
) -> OwnPrinted:
    """The end of the line for the list of numbers, with the line of the index that it rests on."""
    (first, _), (last, value) = found[0], found[-1]
    index = known.index()
    return OwnPrinted(
        text=end.printed,
        stored=value,
        lower=None,
        upper=None,
        label=f"Figure of {first} moved as prices did to {last}: times {index.by_year[last]:g}, "
        f"divided by {index.by_year[first]:g}",
        measure=ours.metric,
        area=ours.place.full,
        group_kind="",
        group="",
        year=str(last),
        file=index.file,
        sheet="",
        column="value" if index.source else "index",
        line=index.lines.get(last, 0),
        cell="",
        source=credit,
    )
