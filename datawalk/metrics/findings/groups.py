"""What groups of people show: the gap between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from datawalk.metrics.findings import telling, weighing
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.knowledge import doubts
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.knowledge.takeaways import Sentences, sentences
from datawalk.metrics.model import Observation
from datawalk.words import say

Groups = Mapping[str, Observation]
"""Figures of one year by what the group is called inside a sentence, in their usual order."""


def gap(groups: Groups, metric: Metric) -> Finding | None:
    """The strongest gap between two groups; None where none can be told.

    Where there are but two, and their ranges overlap, that is said instead. Figures that say
    nothing of a place alone show no gap, nor do those that sources advise not to rank by.
    """
    known = {name: o for name, o in groups.items() if _tells(o)}
    first = next(iter(known.values()), None)
    words = sentences(first) if first else None
    if words is None or not words.gap or not metric.ranked:
        return None
    pairs = [pair for pair in combinations(known.items(), 2) if _fair(*pair)]
    found = [one for pair in pairs if (one := _gap(*pair, metric, words))]
    if found:
        return max(found, key=lambda one: (one.score, one.effect))
    return _unsure(*pairs[0], metric, words) if len(known) == 2 and pairs else None


def _tells(found: Observation) -> bool:
    known = found.value is not None and bool(found.year)
    return known and not (doubts.where(found) or weighing.doubted(found) or weighing.weak(found))


_Named = tuple[str, Observation]


def _fair(one: _Named, two: _Named) -> bool:
    return weighing.together(one[1], two[1]) and one[1].year == two[1].year


def _gap(one: _Named, two: _Named, metric: Metric, words: Sentences) -> Finding | None:
    size = weighing.effect(one[1], two[1], metric)
    sure = weighing.sureness(one[1], two[1], size)
    if sure is None:
        return None
    bare = Finding("gap", metric.name, (), size, sure.weight, sure.sure)
    bare = replace(bare, tiny=weighing.tiny(one[1], two[1], metric))
    return _told(one, two, metric, words, bare)


def _unsure(one: _Named, two: _Named, metric: Metric, words: Sentences) -> Finding | None:
    if not weighing.overlap(one[1], two[1]):
        return None
    bare = Finding("unsure", metric.name, (), weighing.LITTLE, 1.0, sure=False)
    found = _told(one, two, metric, words, bare)
    return found and found.adding(say("We cannot say that they differ."))


def _in_order(one: _Named, two: _Named, metric: Metric) -> tuple[_Named, _Named]:
    """First the group that least of what is good reaches, or most of what is not: no group is the
    measure of others by accident."""
    first, second = sorted((one, two), key=lambda named: named[1].value or 0.0)
    return (second, first) if metric.direction == "lower" else (first, second)


def _told(
    one: _Named, two: _Named, metric: Metric, words: Sentences, bare: Finding
) -> Finding | None:
    one, two = _in_order(one, two, metric)
    figures = (telling.told(one[1], metric), telling.told(two[1], metric))
    if figures[0].text == figures[1].text:
        return None
    said = telling.gap(*figures, (one[0], two[0]), words)
    return bare.telling(said, (one[1].year or 0,), figures)
