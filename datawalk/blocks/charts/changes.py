"""How our figure changed from the first to the last year, in words at the end of its line."""

from __future__ import annotations

from dataclasses import replace

from datawalk.blocks.charts.charting import ChartRequest
from datawalk.blocks.charts.differences import in_words
from datawalk.exhibits import Chart, LineChange
from datawalk.metrics.findings import telling, times
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation
from datawalk.metrics.words import comparing
from datawalk.words import say

WITH_PERCENT = ("dollars", "count", "rate")
"""Kinds of metrics of which a change is told in percent too; of shares that would be misread."""


def with_change(chart: Chart, asked: ChartRequest) -> Chart:
    """The chart with what can be said of our change; nothing where figures are not alike."""
    found = change(asked)
    if found is None:
        return chart
    rows = (replace(row, change=found) if row.highlight else row for row in chart.series)
    return replace(chart, series=tuple(rows))


def change(asked: ChartRequest) -> LineChange | None:
    """'$14,939 more, up 29%' where the change is surer than its ranges; else that one cannot tell.

    None across a break in how something is counted, and for what may not be compared over years.
    """
    context, metric = asked.context, asked.metric
    newest = context.ours(metric.name)
    if not newest.known or not times.may_change(metric):
        return None
    rows = context.store.series(metric.name, context.place)
    found = times.change(rows, newest, context.fit)
    if found is None:
        return None
    since = found.years[0]
    if found.kind == "unsure":
        return LineChange(
            say("We cannot say that it changed since {year}.", year=since), sure=False
        )
    first = next(context.fit(o) for o in rows if o.year == since)
    if not comparing.gap(newest, first, metric)[0]:
        return None
    return LineChange(_told(newest, first, metric), sure=True)


def _told(last: Observation, first: Observation, metric: Metric) -> str:
    more = in_words(last, first, metric)
    before, after = first.value or 0.0, last.value or 0.0
    said = {"more": more, "year": first.year}
    if metric.kind not in WITH_PERCENT or before <= 0:
        return say("{more} than in {year}", **said)
    said["percent"] = telling.percent(after / before - 1)
    if after > before:
        return say("{more} than in {year}, up {percent}", **said)
    return say("{more} than in {year}, down {percent}", **said)
