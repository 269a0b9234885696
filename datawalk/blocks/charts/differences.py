"""How far one figure is from another, in words beside a mark."""

from __future__ import annotations

from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation
from datawalk.metrics.words import comparing
from datawalk.words import say


def in_words(one: Observation, middle: Observation, metric: Metric, *, alone: bool) -> str:
    """'6 points more', '$1,200 less', 'the same'; `alone` where `one` is not printed beside it."""
    told = comparing.stored_gap if alone else comparing.gap
    number, more = told(one, middle, metric)
    if not number:
        return say("the same")
    if metric.kind == "share":
        return _points(number, (one.value or 0.0) > (middle.value or 0.0))
    return say("{number} {more}", number=number, more=more)


def _points(number: str, more: bool) -> str:
    if number == "1":
        return say("1 point more") if more else say("1 point less")
    if more:
        return say("{number} points more", number=number)
    return say("{number} points less", number=number)
