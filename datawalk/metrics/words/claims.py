"""What a figure says, as a title: a sentence of its own, beside another, or among many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from datawalk.metrics.knowledge import doubts
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation
from datawalk.metrics.words.comparing import compare, named_beside, tails
from datawalk.metrics.words.credits import mark
from datawalk.metrics.words.wording import figure, marked
from datawalk.words import later, say

LONGEST_TITLE = 110
"""Two lines of a slide title, in characters."""

OTHERS = "{others}"
"""Stays open in the words for other places until they are counted."""
_STANDING: Mapping[str, tuple[str, str]] = {
    "all": (
        later("higher than in all {others}"),
        later("lower than in all {others}"),
    ),
    "some": (
        later("higher than in {count:,} of {others}"),
        later("lower than in {count:,} of {others}"),
    ),
    "some and the same": (
        later("higher than in {count:,} and the same as in {same:,} of {others}"),
        later("lower than in {count:,} and the same as in {same:,} of {others}"),
    ),
}
"""What is said of a place among others: that it is higher, and that it is lower."""


def takeaway(
    ours: Observation, reference: Observation | None, metric: Metric, *, dated: bool = False
) -> str:
    """A slide title that says what the figure says, and its year if it is `dated`; else ''."""
    if not ours.known:
        return ""
    claim = stated(ours, metric)
    if dated:
        claim = say("{claim} in {year}", claim=claim, year=ours.year)
    if reference is None or not reference.known or not metric.ranked:
        return claim
    beside = named_beside(reference.place, ours.place, article=False)
    told = marked(reference, metric)
    for title in (f"{claim}, {compare(ours, reference, metric)}", f"{claim} ({beside}: {told})"):
        if len(title) <= LONGEST_TITLE and not (ours.pair and title.endswith(beside)):
            return title
    return claim


def alone(title: str) -> str:
    """A title without what it says of another place, which stands beside its figure."""
    found = (tail.search(title) for tail in tails())
    starts = [match.start() for match in found if match]
    return title[: min(starts)] if starts else title


def stated(ours: Observation, metric: Metric) -> str:
    """The figure as a sentence without its full stop: '84% of adults … have a job in Boone'."""
    sides = ours.pair or (ours.value or 0.0, 0.0)
    value, right = (figure(side, metric) + mark(ours) for side in sides)
    where = doubts.where(ours) or named_beside(ours.place, ours.place)
    claim = metric.claim.format(value=value, right=right, place=where)
    return claim[0].upper() + claim[1:]


def among(ours: Observation, values: Sequence[float], where: str, metric: Metric) -> str:
    """A slide title that says how our figure stands among those of all places."""
    claim = stated(ours, metric)
    if ours.value is None or not metric.ranked:
        return claim
    stands = standing(ours.value, values, where)
    told = {"place": ours.place.name, "figure": marked(ours, metric), "standing": stands}
    named = (
        say("{what} in {place}: {figure}, {standing}", what=what, **told)
        for what in (metric.label, metric.short)
    )
    titles = (f"{claim}, {stands}", *named)
    return next((title for title in titles if len(title) <= LONGEST_TITLE), claim)


def standing(value: float, values: Sequence[float], where: str) -> str:
    """'higher than in 62 of 114 other Missouri counties'; `where` is '{others} other Missouri
    counties', its count open.

    `values` are those of all places, our own among them. The side with more places is told, and
    equal figures as such: many counties share one.
    """
    below, same, above = beside(value, values)
    others = max(len(values) - 1, 0)
    high = below >= above
    told = {
        "others": where.format(others=f"{others:,}"),
        "count": max(below, above),
        "same": same,
    }
    if same == others > 0:
        return say("the same as in {same:,} of {others}", **told)
    if max(below, above) == others:
        higher, lower = _STANDING["all"]
    else:
        higher, lower = _STANDING["some and the same" if same else "some"]
    return say(higher if high else lower, **told)


def beside(value: float, values: Sequence[float]) -> tuple[int, int, int]:
    """How many other places have a lower, the same and a higher figure.

    `values` are those of all places, our own among them.
    """
    same = max(sum(_equal(other, value) for other in values) - 1, 0)
    below = sum(other < value and not _equal(other, value) for other in values)
    return below, same, max(len(values) - 1, 0) - same - below


def _equal(one: float, two: float) -> bool:
    return abs(one - two) <= 1e-9 * max(abs(one), abs(two))
