"""What groups of people show: the gap between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from datawalk.metrics.findings import telling, weighing
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.knowledge import doubts
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.knowledge.takeaways import sentences
from datawalk.metrics.model import Observation
from datawalk.words import say


def gap(groups: Sequence[Observation], metric: Metric) -> Finding | None:
    """The strongest gap between two groups of a kind in one year; None where none can be told.

    The groups stand in their usual order. Where there are but two, and their ranges overlap, that
    is said instead. Figures that say nothing of a place, or of the group alone, show no gap.
    """
    known = [o for o in groups if o.value is not None and o.year and not doubts.where(o)]
    pairs = [pair for pair in combinations(known, 2) if weighing.together(*pair)]
    found = [one for pair in pairs if (one := _gap(*pair, metric))]
    if found:
        return max(found, key=lambda one: one.score)
    return _unsure(*pairs[0], metric) if len(known) == 2 and pairs else None


def _gap(one: Observation, two: Observation, metric: Metric) -> Finding | None:
    size = weighing.effect(one, two, metric)
    sure = weighing.sureness(one, two, size)
    if sure is None:
        return None
    return _told(one, two, metric, Finding("gap", metric.name, (), size, sure.weight, sure.sure))


def _unsure(one: Observation, two: Observation, metric: Metric) -> Finding | None:
    if not weighing.overlap(one, two) or weighing.weak(one, two):
        return None
    bare = Finding("unsure", metric.name, (), weighing.LITTLE, 1.0, sure=False)
    found = _told(one, two, metric, bare)
    return found and found.adding(say("We cannot say that they differ."))


def _told(one: Observation, two: Observation, metric: Metric, bare: Finding) -> Finding | None:
    words = sentences(one)
    if not metric.ranked or words is None or one.group_kind not in words.by:
        return None
    first, second = telling.told(one, metric), telling.told(two, metric)
    if first.text == second.text:
        return None
    return bare.telling(telling.gap(first, second, words), (one.year or 0,), (first, second))
