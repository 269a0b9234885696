"""How our figure changed from the first to the last year, in words at the end of its line."""

from __future__ import annotations

from dataclasses import replace

from datawalk.blocks.charts.charting import ChartRequest
from datawalk.blocks.charts.differences import in_words
from datawalk.exhibits import Chart, LineChange
from datawalk.metrics.findings import telling, times
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation
from datawalk.metrics.words import comparing
from datawalk.words import later, say

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
    metric, newest = asked.metric, asked.context.ours(asked.metric.name)
    found = _finding(asked, newest)
    if found is None:
        return None
    since = found.years[0]
    if found.kind == "unsure":
        told = say("We cannot say that it changed since {year}.", year=since)
        return LineChange(told, sure=False)
    first = asked.context.ours(metric.name, since)
    if not comparing.gap(newest, first, metric)[0]:
        return None
    return LineChange(_told(newest, first, metric), sure=True)


def plainly(asked: ChartRequest, newest: Observation) -> str:
    """'up 29%'; that one cannot tell; or nothing where figures are not alike."""
    found = _finding(asked, newest)
    if found is None or found.kind == "unsure":
        return say("too unsure to tell whether it changed") if found else ""
    before = asked.context.ours(asked.metric.name, found.years[0]).value or 0.0
    return _moved(before, newest.value or 0.0)


def _finding(asked: ChartRequest, newest: Observation) -> Finding | None:
    context, metric = asked.context, asked.metric
    if not newest.known or not times.may_change(metric):
        return None
    return times.change(context.store.series(metric.name, context.place), newest, context.fit)


def _told(last: Observation, first: Observation, metric: Metric) -> str:
    more = in_words(last, first, metric, alone=False)
    before, after = first.value or 0.0, last.value or 0.0
    moved = _moved(before, after) if metric.kind in WITH_PERCENT else ""
    if not moved:
        return say("{more} than in {year}", more=more, year=first.year)
    return say("{more} than in {year}, {moved}", more=more, year=first.year, moved=moved)


def _moved(before: float, after: float) -> str:
    """'up 29%'; nothing from or to what has no ratio."""
    if before <= 0 or after < 0:
        return ""
    words = later("up {percent}") if after > before else later("down {percent}")
    return say(words, percent=telling.percent(after / before - 1))
