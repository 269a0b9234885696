"""Figures in words. No other module rounds a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from datawalk.metrics.knowledge import families
from datawalk.metrics.knowledge.catalog import Kind, Metric
from datawalk.metrics.model import Gap, NumberFormat, Observation, Printed
from datawalk.metrics.words.credits import mark
from datawalk.metrics.words.credits import source_line as source_line
from datawalk.words import say

MINUS = "\u2212"


NOTHING = Gap("nothing")
"""Why there is no figure where nothing is known of it."""


def no_data() -> str:
    """What stands where there is no figure."""
    return say("no data")


def steps(value: float, form: NumberFormat) -> int:
    """The printed figure counted in units of its last digit: 0.1249 with one decimal as a
    percentage is 125.

    Rounds the number as it is written (its shortest digits), halves away from zero.
    """
    exact = Decimal(repr(float(value))) * Decimal(repr(float(form.multiply)))
    return int(exact.scaleb(form.decimals).to_integral_value(ROUND_HALF_UP))


def from_steps(step: int, form: NumberFormat) -> str:
    """The text of a figure counted in units of its last digit."""
    digits = f"{Decimal(abs(step)).scaleb(-form.decimals):,.{form.decimals}f}"
    return f"{MINUS if step < 0 else ''}{form.prefix}{digits}{form.suffix}"


def is_percent(form: NumberFormat) -> bool:
    """Whether it writes whole numbers of 100."""
    return (form.suffix, form.decimals) == ("%", 0)


def number(value: float, form: NumberFormat) -> str:
    """'$66,167', '84%', '−0.25'."""
    return from_steps(steps(value, form), form)


def finer(form: NumberFormat) -> NumberFormat:
    """The format with one more digit."""
    return replace(form, decimals=form.decimals + 1)


def figure(value: float, metric: Metric) -> str:
    """A figure of a metric: what is above none never reads as none, nor a part as all."""
    return edged(value, metric.kind, metric.format)


def printed(observation: Observation, metric: Metric) -> Printed:
    """The figure for a table or a chart; both sides of a pair; 'no data' where there is none."""
    if observation.pair:
        left, right = (figure(side, metric) for side in observation.pair)
        return Printed(say("{left} next to {right}", left=left, right=right), observation)
    if observation.value is None:
        return Printed(no_data(), observation)
    return Printed(figure(observation.value, metric), observation)


def marked(observation: Observation, metric: Metric) -> str:
    """The figure as it is printed, with the mark of its quality."""
    return printed(observation, metric).text + mark(observation)


def headline(observation: Observation, metric: Metric) -> str:
    """The big number that the sentence of the metric completes; '' where there is none.

    A share is told of 100, so it has no percent sign; a pair shows its left side. What is above
    0 is not told as 0.
    """
    if observation.pair:
        return figure(observation.pair[0], metric)
    if observation.value is None:
        return ""
    plain = replace(metric.format, suffix="") if metric.kind == "share" else metric.format
    step = steps(observation.value, plain)
    if observation.value > 0 and step == 0:
        return f"<{from_steps(1, plain)}"
    if metric.kind == "share" and observation.value < 1 and step == steps(1, plain):
        return f">{from_steps(step - 1, plain)}"
    return from_steps(step, plain)


def edged(value: float, kind: Kind, form: NumberFormat) -> str:
    """A figure of a kind in a format: what is above none never reads as none, nor a part as all."""
    step = steps(value, form)
    if value > 0 and step == 0:
        return say("under {number}", number=from_steps(1, form))
    if kind in ("share", "pair") and value < 1 and step == steps(1, form):
        return say("over {number}", number=from_steps(step - 1, form))
    return from_steps(step, form)


def hardly_any(value: float, metric: Metric) -> bool:
    """Whether a share is above 0 and yet 0 of 100 when it is printed."""
    return value > 0 and is_percent(metric.format) and not steps(value, metric.format)


def of_100(value: float) -> int:
    """A share as a count of 100."""
    return steps(value, NumberFormat(100))


def range_words(observation: Observation, metric: Metric) -> str:
    """How sure a figure is, such as 'between 81 and 88 of 100'; '' without bounds that differ."""
    if observation.value is None or observation.lower is None or observation.upper is None:
        return ""
    ours = number(observation.value, metric.format)
    bounds = [_bounded(bound, metric) for bound in (observation.lower, observation.upper)]
    if {number(bound, metric.format) for bound in bounds} == {ours}:
        return ""
    if metric.kind == "share" and metric.format.decimals == 0:
        low, high = (str(of_100(bound)) for bound in bounds)
        words = say("between {low} and {high} of 100", low=low, high=high)
    else:
        low, high = (_rough(bound, metric) for bound in bounds)
        words = say("between {low} and {high}", low=low, high=high)
    return words if low != high else ""


def counts_within(observation: Observation) -> tuple[int, int]:
    """The bounds of a share as counts of 100, cut where a share ends. It must have bounds."""
    assert observation.lower is not None
    assert observation.upper is not None
    return max(0, of_100(observation.lower)), min(100, of_100(observation.upper))


def sides(observation: Observation, metric: Metric) -> tuple[str, str]:
    """Both sides of a pair with what each is a share of: '3.4% of home value', '11.8% of homes'."""
    assert observation.pair
    own = families.member(metric.name)
    named = (own.left, own.right) if own else ("", "")
    told = zip(observation.pair, named, strict=True)
    left, right = (f"{figure(side, metric)} {name}".rstrip() for side, name in told)
    return left, right


def apart(observation: Observation, metric: Metric) -> tuple[str, bool]:
    """How many points the left side of a pair is from the right, and whether it is more: '8.4'.

    Counted from the figures as they are stored; '' for none.
    """
    left, right = observation.pair or (0.0, 0.0)
    bare = replace(metric.format, prefix="", suffix="")
    return number(abs(left - right), bare) if steps(left - right, bare) else "", left > right


def _bounded(bound: float, metric: Metric) -> float:
    """A bound without what cannot be: less than none, more than all."""
    return min(max(bound, 0.0), 1.0) if metric.kind == "share" else bound


def _rough(bound: float, metric: Metric) -> str:
    """A bound for print: dollars to the nearest thousand, all else as the figure itself."""
    if metric.kind != "dollars" or abs(bound) < 10_000:
        return number(bound, metric.format)
    return number(steps(bound, NumberFormat(0.001)) * 1000, metric.format)


def spans(years: Iterable[int]) -> str:
    """Years in order as '2014 to 2016, 2018 and 2019, 2021'."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(_span(run) for run in runs)


def _span(run: Sequence[int]) -> str:
    if len(run) == 1:
        return str(run[0])
    if len(run) == 2:
        return say("{first} and {last}", first=run[0], last=run[-1])
    return say("{first} to {last}", first=run[0], last=run[-1])
