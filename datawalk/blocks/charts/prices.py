"""Dollars over years beside what prices alone would have made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.blocks.charts import alt
from datawalk.exhibits import Chart, Point, Series
from datawalk.metrics.model import Observation
from datawalk.metrics.words import prices, wording
from datawalk.words import say

Risen = tuple[tuple[int, float], ...]
"""What prices alone would have made of our first figure, by year."""


def kept_up(ours: Sequence[Observation]) -> Risen:
    """Nothing for all but dollars of their year."""
    return prices.kept_up(ours)


def with_prices(chart: Chart, found: Risen) -> Chart:
    """The chart with a dotted line from our first figure, which moves as prices did."""
    points = tuple(
        Point(str(year), value, wording.number(value, chart.format)) for year, value in found
    )
    line = Series(say("if it kept up with prices"), points, worked_out=True)
    credit = prices.credit([year for year, _ in found])
    return replace(
        chart,
        series=(*chart.series, line),
        alt=f"{chart.alt} {alt.of_prices(points[-1])}",
        terms=" ".join(filter(None, (chart.terms, credit))),
    )
