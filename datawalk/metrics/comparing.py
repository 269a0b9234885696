"""Figures beside figures, in words: more than, higher than, too close to tell apart.

Words stay neutral: they say more or less, never better or worse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from datawalk.metrics.catalog import Metric
from datawalk.metrics.difference import Difference, difference
from datawalk.metrics.model import Observation, Place
from datawalk.metrics.places import called, level_of
from datawalk.metrics.wording import from_steps, number, printed, sides, steps
from datawalk.words import later, say

LONGEST_TITLE = 110
"""Two lines of a slide title, in characters."""

_LITTLE = 0.1
"""A difference under a tenth of the other figure is "a little"."""

_ORDER: Mapping[str, Literal["height", "number"]] = {
    "index": "height",
    "count": "number",
    "rate": "number",
    "per100": "number",
}
"""Metrics that are higher or lower, more or fewer; all others have more or less of something."""
_RELATIONS: Mapping[tuple[str, bool, bool], str] = {
    ("height", True, False): later("higher than in {place} ({figure})"),
    ("height", True, True): later("a little higher than in {place} ({figure})"),
    ("height", False, False): later("lower than in {place} ({figure})"),
    ("height", False, True): later("a little lower than in {place} ({figure})"),
    ("number", True, False): later("more than in {place} ({figure})"),
    ("number", True, True): later("a little more than in {place} ({figure})"),
    ("number", False, False): later("fewer than in {place} ({figure})"),
    ("number", False, True): later("a little fewer than in {place} ({figure})"),
    ("amount", True, False): later("more than in {place} ({figure})"),
    ("amount", True, True): later("a little more than in {place} ({figure})"),
    ("amount", False, False): later("less than in {place} ({figure})"),
    ("amount", False, True): later("a little less than in {place} ({figure})"),
}
"""What is said of two figures: by what is counted, whether ours is more, and only a little."""
_STANDING: Mapping[str, tuple[str, str]] = {
    "all": (
        later("higher than all {others:,} other {where}"),
        later("lower than all {others:,} other {where}"),
    ),
    "some": (
        later("higher than {count:,} of {others:,} other {where}"),
        later("lower than {count:,} of {others:,} other {where}"),
    ),
    "some and the same": (
        later("higher than {count:,} and the same as {same:,} of {others:,} other {where}"),
        later("lower than {count:,} and the same as {same:,} of {others:,} other {where}"),
    ),
}
"""What is said of a place among others: that it is higher, and that it is lower."""
_SAME = later("about the same as in {place} ({figure})")
_CLOSE = later("too close to tell apart from the figure in {place} ({figure})")


def compare(ours: Observation, other: Observation, metric: Metric) -> str:
    """'a little more than in the middle U.S. county (80%)'; '' where a figure is missing.

    About the same is what prints the same or, where the other has no bounds, lies within our 95
    percent bounds as they are printed. Two figures with bounds are told apart only if their
    difference can be.
    """
    if not (ours.known and other.known):
        return ""
    place = _called(other.place, ours.place)
    if ours.pair and other.pair:
        left, right = sides(other, metric)
        told = {"left": left, "right": right, "place": place}
        if other.year != ours.year:
            return say("{left} and {right} in {place} in {year}", **told, year=other.year)
        return say("{left} and {right} in {place}", **told)
    figure = printed(other, metric).text
    if other.year != ours.year:
        figure = say("{figure} in {year}", figure=figure, year=other.year)
    return say(_relation(ours, other, metric), place=place, figure=figure)


def _relation(ours: Observation, other: Observation, metric: Metric) -> str:
    """The message that tells how ours lies to the other."""
    one, two = ours.value or 0.0, other.value or 0.0
    if steps(one, metric.format) == steps(two, metric.format):
        return _SAME
    apart = difference(ours, other)
    if apart and apart.told_apart is False:
        return _CLOSE
    if apart and apart.told_apart is None and _within(two, ours, metric):
        return _SAME
    little = abs(one - two) < _LITTLE * abs(two)
    return _RELATIONS[_ORDER.get(metric.kind, "amount"), one > two, little]


def _within(value: float, ours: Observation, metric: Metric) -> bool:
    if ours.lower is None or ours.upper is None:
        return False
    low, found, high = (steps(v, metric.format) for v in (ours.lower, value, ours.upper))
    return low <= found <= high


def _called(place: Place, beside: Place, *, article: bool = True) -> str:
    """A place inside a sentence; with its state where the other place is in another one."""
    if place.level == "benchmark":
        name = called(place)[0].lower() + called(place)[1:]
        if not article:
            return name
        # Two messages, since counties and cities take different articles in other languages.
        county = level_of(place) == "county"
        return say("the {county}", county=name) if county else say("the {city}", city=name)
    return place.name if place.state == beside.state else place.short


def takeaway(
    ours: Observation, reference: Observation | None, metric: Metric, *, dated: bool = False
) -> str:
    """A slide title that says what the figure says, and its year if it is `dated`; else ''."""
    if not ours.known:
        return ""
    sides = ours.pair or (ours.value or 0.0, 0.0)
    value, right = (number(side, metric.format) for side in sides)
    claim = metric.claim.format(value=value, right=right, place=_called(ours.place, ours.place))
    claim = claim[0].upper() + claim[1:]
    if dated:
        claim = say("{claim} in {year}", claim=claim, year=ours.year)
    if reference is None or not reference.known:
        return claim
    beside = _called(reference.place, ours.place, article=False)
    told = printed(reference, metric).text
    for title in (f"{claim}, {compare(ours, reference, metric)}", f"{claim} ({beside}: {told})"):
        if len(title) <= LONGEST_TITLE and not (ours.pair and title.endswith(beside)):
            return title
    return claim


def standing(value: float, values: Sequence[float], where: str) -> str:
    """'higher than 62 of 114 other Missouri counties'; `where` is 'Missouri counties'.

    `values` are those of all places, our own among them. The side with more places is told, and
    equal figures as such: many counties share one.
    """
    same = max(sum(_equal(other, value) for other in values) - 1, 0)
    others = max(len(values) - 1, 0)
    below = sum(other < value and not _equal(other, value) for other in values)
    above = others - same - below
    high = below >= above
    told = {"others": others, "count": max(below, above), "same": same, "where": where}
    if same == others > 0:
        return say("the same as {same:,} of {others:,} other {where}", **told)
    if max(below, above) == others:
        higher, lower = _STANDING["all"]
    else:
        higher, lower = _STANDING["some and the same" if same else "some"]
    return say(higher if high else lower, **told)


def _equal(one: float, two: float) -> bool:
    return abs(one - two) <= 1e-9 * max(abs(one), abs(two))


def gap(one: Observation, two: Observation, metric: Metric) -> tuple[str, str]:
    """The difference of two figures as they are printed, and 'more' or 'fewer': ('12', 'fewer').

    A share is told of 100, in people, so it has fewer, not less. Both are '' where the printed
    figures are the same.
    """
    apart = steps(one.value or 0.0, metric.format) - steps(two.value or 0.0, metric.format)
    if not apart:
        return "", ""
    return _of(abs(apart), metric), _people(apart, metric)


def gap_range(found: Difference, metric: Metric) -> str:
    """'between 8 and 16 fewer of 100', 'between 5 fewer and 1 more of 100'; '' without bounds."""
    if found.lower is None or found.upper is None:
        return ""
    low, high = (steps(bound, metric.format) for bound in (found.lower, found.upper))
    near, far = sorted((abs(low), abs(high)))
    if not low < 0 < high:
        if near == far:
            return ""
        more = _people(low + high, metric)
        told = {"near": _of(near, metric), "far": _of(far, metric), "more": more}
        if metric.kind == "share":
            return say("between {near} and {far} {more} of 100", **told)
        return say("between {near} and {far} {more}", **told)
    told = {
        "less": _of(abs(low), metric),
        "fewer": _people(low, metric),
        "more": _of(abs(high), metric),
        "greater": _people(high, metric),
    }
    if metric.kind == "share":
        return say("between {less} {fewer} and {more} {greater} of 100", **told)
    return say("between {less} {fewer} and {more} {greater}", **told)


def _of(step: int, metric: Metric) -> str:
    text = from_steps(step, metric.format)
    return text.removesuffix("%") if metric.kind == "share" else text


def _people(apart: float, metric: Metric) -> str:
    order = "number" if metric.kind == "share" else _ORDER.get(metric.kind, "amount")
    if order == "height":
        return say("higher") if apart > 0 else say("lower")
    if apart > 0:
        return say("more")
    return say("fewer") if order == "number" else say("less")
