"""Figures beside figures, in words: more than, higher than, too close to tell apart.

Words stay neutral: they say more or less, never better or worse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation, Place, Quality
from datawalk.metrics.places.places import called, level_of
from datawalk.metrics.words.credits import mark
from datawalk.metrics.words.difference import Difference, difference
from datawalk.metrics.words.wording import finer, from_steps, marked, printed, sides, steps
from datawalk.words import later, say

_LITTLE = 0.1
"""A difference under a tenth of the other figure is "a little"."""
_HUNDREDTH = 0.01
"""Without bounds, figures less than a hundredth apart are about the same."""

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
_EQUAL = later("the same as in {place} ({figure})")
_BESIDE = later("in {place}: {figure}")
_SAME = later("about the same as in {place} ({figure})")
_UNSURE = later("too unsure to tell apart from {place} ({figure})")
_TOLD: Mapping[str, Literal["same", "unsure", "silent"]] = {
    _EQUAL: "same",
    _SAME: "same",
    _UNSURE: "unsure",
    _BESIDE: "silent",
}
"""What the messages say that do not tell two figures apart."""
_LEVELS: Mapping[tuple[bool, bool], str] = {
    (True, False): later("▲ higher"),
    (True, True): later("▲ a little higher"),
    (False, False): later("▼ lower"),
    (False, True): later("▼ a little lower"),
}
"""What a cell says of two figures: by whether ours is more, and only a little."""


def compare(ours: Observation, other: Observation, metric: Metric) -> str:
    """'a little more than in the middle U.S. county (80%)'; '' where a figure is missing, or where
    the metric is none to rank places by.

    Figures with 95 percent bounds are more or less only if their difference is; about the same
    only if all of it is a little; else the bounds are too wide to tell. Without any bounds about
    the same is what lies within one step of print, and of a Weak figure nothing is said.
    """
    if not (ours.known and other.known and metric.ranked):
        return ""
    place = named_beside(other.place, ours.place)
    if ours.pair and other.pair:
        left, right = sides(other, metric)
        told = {"left": left, "right": right, "place": place}
        if other.year != ours.year:
            return say("{left} and {right} in {place} in {year}", **told, year=other.year)
        return say("{left} and {right} in {place}", **told)
    relation = _relation(ours, other, metric)
    beside = _beside(ours, other, metric, relation)
    if other.year != ours.year:
        beside = say("{figure} in {year}", figure=beside, year=other.year)
    return say(relation, place=place, figure=beside)


def tails() -> Iterator[re.Pattern[str]]:
    """What ends a title that sets two figures side by side."""
    for message in (*_RELATIONS.values(), _EQUAL, _SAME, _UNSURE):
        said = re.escape(say(message, place="\0", figure="\0")).replace("\0", ".+")
        yield re.compile(f", {said}$")


def relation(
    ours: Observation, other: Observation, metric: Metric
) -> Literal["apart", "same", "unsure", "silent"]:
    """Whether `compare` tells two figures apart, finds them (about) the same, cannot tell, or says
    nothing of a Weak one."""
    return _TOLD.get(_relation(ours, other, metric), "apart")


def level(ours: Observation, other: Observation, metric: Metric) -> str:
    """'▲ a little higher', for a cell beside both figures: what `compare` finds, by a sign and a
    word; a dash where a figure is missing or stands for another year.
    """
    if not (ours.known and other.known and metric.ranked) or ours.year != other.year:
        return "–"
    match relation(ours, other, metric):
        case "same":
            return say("● about the same")
        case "apart":
            one, two = ours.value or 0.0, other.value or 0.0
            return say(_LEVELS[one > two, abs(one - two) < _LITTLE * abs(two)])
        case "unsure" | "silent":
            return say("○ too unsure to tell")


def _relation(ours: Observation, other: Observation, metric: Metric) -> str:
    """The message that tells how ours lies to the other."""
    one, two = ours.value or 0.0, other.value or 0.0
    if one == two:
        return _EQUAL
    low, high = _span(ours, other, metric)
    little = _LITTLE * abs(two)
    if low is None or high is None:
        if Quality.WEAK in (ours.quality, other.quality):
            return _BESIDE
        if _alike(one, two, metric):
            return _SAME
    elif low <= 0 <= high:
        return _SAME if -little <= low and high <= little else _UNSURE
    return _RELATIONS[_ORDER.get(metric.kind, "amount"), one > two, abs(one - two) < little]


def _span(
    ours: Observation, other: Observation, metric: Metric
) -> tuple[float | None, float | None]:
    """The bounds of ours less the other's. A figure without bounds counts as sure; then the
    bounds of the other are taken as they are printed.
    """
    apart = difference(ours, other)
    if apart is None or apart.lower is not None:
        return (apart.lower, apart.upper) if apart else (None, None)
    one, two = ours.value or 0.0, other.value or 0.0
    if ours.lower is not None and ours.upper is not None:
        return _printed(ours.lower, two, metric), _printed(ours.upper, two, metric)
    if other.lower is not None and other.upper is not None:
        return _printed(one, other.upper, metric), _printed(one, other.lower, metric)
    return None, None


def _printed(one: float, two: float, metric: Metric) -> float:
    """How far two values are apart as they are printed."""
    scale = metric.format.multiply * 10**metric.format.decimals
    return (steps(one, metric.format) - steps(two, metric.format)) / float(scale)


def _alike(one: float, two: float, metric: Metric) -> bool:
    """Less apart than a step of print, or than a hundredth."""
    if (one == 0) != (two == 0):
        return False
    step = float(0.1**metric.format.decimals) / metric.format.multiply
    return abs(one - two) < max(step, _HUNDREDTH * abs(two))


def _beside(ours: Observation, other: Observation, metric: Metric, relation: str) -> str:
    """The other's figure; with a digit more where it reads like ours and is not."""
    if other.value == 0:
        return say("none") + mark(other)
    told = marked(other, metric)
    if (
        relation in (_BESIDE, _EQUAL, _SAME, _UNSURE)
        or printed(ours, metric).text != printed(other, metric).text
    ):
        return told
    more = replace(metric, format=finer(metric.format))
    return say("{figure}; here {ours}", figure=marked(other, more), ours=marked(ours, more))


def named_beside(place: Place, beside: Place, *, article: bool = True) -> str:
    """A place inside a sentence; with its state where the other place is in another one."""
    if place.level == "benchmark":
        name = called(place)[0].lower() + called(place)[1:]
        if not article:
            return name
        # Two messages, since counties and cities take different articles in other languages.
        county = level_of(place) == "county"
        return say("the {county}", county=name) if county else say("the {city}", city=name)
    return place.name if place.state == beside.state else place.short


def gap(one: Observation, two: Observation, metric: Metric) -> tuple[str, str]:
    """The difference of two figures that stand beside it, and 'more' or 'fewer': ('12', 'fewer').

    It is that of the figures as they are stored. Where readers who take one printed figure from
    the other get another one, the true one lies between both, and both are told: ('16–17',
    'more'). So every figure keeps its one rounding. Dollars, and others that are many, are told as
    readers get them. A share is told of 100, in people, so it has fewer, not less. Both are ''
    where it would be printed as none.
    """
    values = one.value or 0.0, two.value or 0.0
    apart = steps(values[0] - values[1], metric.format)
    read = steps(values[0], metric.format) - steps(values[1], metric.format)
    if not apart or not read:
        return "", ""
    if apart == read or abs(read) * _HUNDREDTH > 1:
        return _of(abs(read), metric), _people(read, metric)
    low, high = (_of(abs(step), metric) for step in sorted((apart, read), key=abs))
    return f"{low}–{high}", _people(read, metric)


def stored_gap(one: Observation, two: Observation, metric: Metric) -> tuple[str, str]:
    """The same where at most one of both figures stands beside it, so that nobody reckons."""
    apart = steps((one.value or 0.0) - (two.value or 0.0), metric.format)
    return (_of(abs(apart), metric), _people(apart, metric)) if apart else ("", "")


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
