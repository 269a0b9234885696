"""What years show: that a figure changed, or that nobody can say so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from datawalk.metrics.findings import telling, weighing
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.knowledge import breaks, prices
from datawalk.metrics.knowledge.catalog import Metric, catalog
from datawalk.metrics.knowledge.takeaways import Sentences, sentences
from datawalk.metrics.model import Observation, Printed
from datawalk.words import say

Fit = Callable[[Observation], Observation]
"""Strikes out what is not fit for print."""

POOLED, YEARS = "five-year average", 5
"""Means of five years are compared only where they have no year in common."""


def may_change(metric: Metric) -> bool:
    """Whether years may be set beside each other: not of ranks, of pairs, of who lives where, nor
    of what sources advise not to compare."""
    return metric.ranked and metric.direction != "neither" and metric.kind not in ("index", "pair")


def change(rows: Sequence[Observation], newest: Observation, fit: Fit) -> Finding | None:
    """From the first year to that of `newest`; `rows` are the years of one place and edition.

    None where nothing can be said: across a break, between means of the same years, and where
    any year between is in doubt.
    """
    metric, words = catalog().get(newest.metric), sentences(newest)
    earlier = [o for o in rows if o.year and newest.year and o.year < newest.year]
    if words is None or not newest.known or not may_change(metric):
        return None
    if weighing.doubted(*earlier, newest) or weighing.weak(newest):
        return None
    known = (o for o in map(fit, earlier) if comparable(o, newest, metric))
    first = min(known, key=lambda o: o.year or 0, default=None)
    return _change(first, newest, metric, words) if first else None


def comparable(one: Observation, newest: Observation, metric: Metric) -> bool:
    """Whether the figure of an earlier year may stand beside the newest."""
    years = (one.year or 0, newest.year or 0)
    if metric.years_mean == POOLED and years[1] - years[0] < YEARS:
        return False
    fair = weighing.together(one, newest) and not weighing.weak(one)
    return fair and not breaks.told(metric.name, years)


def _change(
    first: Observation, last: Observation, metric: Metric, words: Sentences
) -> Finding | None:
    years = (first.year or 0, last.year or 0)
    if weighing.overlap(first, last):
        bare = Finding("unsure", metric.name, years, weighing.LITTLE, 1.0, sure=False)
        said, figure = telling.level(last, metric, words)
        tail = say("We cannot say that it changed since {year}.", year=years[0])
        return bare.telling(said, years, (figure,)).adding(tail)
    size = weighing.effect(_in_money_of(last, first, metric), last, metric)
    sure = weighing.sureness(first, last, size)
    if sure is None or not sure.sure:
        # What a model or a survey without ranges tells of two years may be a change of the model.
        return None
    bare = Finding("change", metric.name, years, size, sure.weight, sure.sure)
    told = (telling.told(first, metric), telling.told(last, metric))
    if told[0].text == told[1].text:
        return None
    if words.what and first.value:
        return _money(bare, told, words.what)
    said, figure = telling.level(last, metric, words)
    tail = say("In {year} it was {value}.", year=years[0], value=told[0].text)
    return bare.telling(said, years, (figure, told[0])).adding(tail)


def _in_money_of(last: Observation, first: Observation, metric: Metric) -> Observation:
    """An amount of money as it would be in the last year had it risen as prices did."""
    risen = prices.risen(first.year or 0, last.year or 0) if metric.kind == "dollars" else None
    return first if risen is None else replace(first, value=(first.value or 0.0) * (1 + risen))


def _money(bare: Finding, told: tuple[Printed, Printed], what: str) -> Finding | None:
    """'From 2014 to 2023, … rose from $49,059 to $66,167. Prices rose 29%.'"""
    first, last = told
    before, after = (figure.observation.value or 0.0 for figure in told)
    risen = prices.risen(*bare.years)
    said = {
        "first": bare.years[0],
        "last": bare.years[1],
        "what": what,
        "place": last.observation.place.name,
        "before": first.text,
        "after": last.text,
        "percent": telling.percent(after / before - 1),
    }
    rose = say(
        "From {first} to {last}, {what} in {place} rose from {before} to {after}, or {percent}.",
        **said,
    )
    fell = say(
        "From {first} to {last}, {what} in {place} fell from {before} to {after}, or {percent}.",
        **said,
    )
    found = bare.telling(rose if after > before else fell, bare.years, told)
    if risen is None:
        return found
    prices_rose = say("Prices rose {percent}.", percent=telling.percent(risen))
    source = say("Prices: U.S. Bureau of Labor Statistics, Consumer Price Index (CPI-U).")
    return replace(found.adding(prices_rose), sources=(source,))
