"""Figures in words. No other module rounds a figure.

Words stay neutral: they say more or less, never better or worse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from datawalk.exhibits import NumberFormat
from datawalk.metrics.catalog import Metric
from datawalk.metrics.credits import MARKS as MARKS
from datawalk.metrics.credits import source_line as source_line
from datawalk.metrics.difference import Difference, difference
from datawalk.metrics.model import Observation, Place, Printed
from datawalk.metrics.places import called, level_of
from datawalk.words import later, say

MINUS = "\u2212"
LONGEST_TITLE = 110
"""Two lines of a slide title, in characters."""


def no_data() -> str:
    """What stands where there is no figure."""
    return say("no data")


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
_SAME = later("about the same as in {place} ({figure})")
_CLOSE = later("too close to tell apart from the figure in {place} ({figure})")


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


def number(value: float, form: NumberFormat) -> str:
    """'$66,167', '84%', '−0.25'."""
    return from_steps(steps(value, form), form)


def printed(observation: Observation, metric: Metric) -> Printed:
    """The figure for a table or a chart; both sides of a pair; 'no data' where there is none."""
    if observation.pair:
        left, right = (number(side, metric.format) for side in observation.pair)
        return Printed(say("{left} next to {right}", left=left, right=right), observation)
    if observation.value is None:
        return Printed(no_data(), observation)
    return Printed(number(observation.value, metric.format), observation)


def headline(observation: Observation, metric: Metric) -> str:
    """The big number that the sentence of the metric completes; '' where there is none.

    A share is told of 100, so it has no percent sign; a pair shows its left side.
    """
    if observation.pair:
        return number(observation.pair[0], metric.format)
    if observation.value is None:
        return ""
    text = number(observation.value, metric.format)
    return text.removesuffix("%") if metric.kind == "share" else text


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


def compare(ours: Observation, other: Observation, metric: Metric) -> str:
    """'a little more than in the middle U.S. county (80%)'; '' where a figure is missing.

    About the same is what prints the same or, where the other has no bounds, lies within our 95
    percent bounds. Two figures with bounds are told apart only if their difference can be.
    """
    if not (ours.known and other.known):
        return ""
    place = _called(other.place, ours.place)
    if ours.pair and other.pair:
        left, right = (number(side, metric.format) for side in other.pair)
        told = {"left": left, "right": right, "place": place}
        if other.year != ours.year:
            words = later("{left} of home value and {right} of homes in {place} in {year}")
            return say(words, **told, year=other.year)
        return say("{left} of home value and {right} of homes in {place}", **told)
    figure = printed(other, metric).text
    if other.year != ours.year:
        figure = say("{figure} in {year}", figure=figure, year=other.year)
    return say(_relation(ours, other, metric), place=place, figure=figure)


def takeaway(ours: Observation, reference: Observation | None, metric: Metric) -> str:
    """A slide title that says what the figure says; '' where there is none."""
    if not ours.known:
        return ""
    sides = ours.pair or (ours.value or 0.0, 0.0)
    value, right = (number(side, metric.format) for side in sides)
    claim = metric.claim.format(value=value, right=right, place=_called(ours.place, ours.place))
    claim = claim[0].upper() + claim[1:]
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

    `values` are those of all places, our own among them. Equal figures are told as such: many
    counties share one.
    """
    below = sum(other < value and not _equal(other, value) for other in values)
    same = max(sum(_equal(other, value) for other in values) - 1, 0)
    others = max(len(values) - 1, 0)
    told = {"others": others, "below": below, "same": same, "where": where}
    if not same and not below:
        return say("lower than all {others:,} other {where}", **told)
    if not same and below == others:
        return say("higher than all {others:,} other {where}", **told)
    if not same:
        return say("higher than {below:,} of {others:,} other {where}", **told)
    if not below:
        return say("the same as {same:,} of {others:,} other {where}", **told)
    words = later("higher than {below:,} and the same as {same:,} of {others:,} other {where}")
    return say(words, **told)


def _equal(one: float, two: float) -> bool:
    return abs(one - two) <= 1e-9 * max(abs(one), abs(two))


def _bounded(bound: float, metric: Metric) -> float:
    """A bound without what cannot be: less than none, more than all."""
    return min(max(bound, 0.0), 1.0) if metric.kind == "share" else bound


def _rough(bound: float, metric: Metric) -> str:
    """A bound for print: dollars to the nearest thousand, all else as the figure itself."""
    if metric.kind != "dollars" or abs(bound) < 10_000:
        return number(bound, metric.format)
    return number(steps(bound, NumberFormat(0.001)) * 1000, metric.format)


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


def _relation(ours: Observation, other: Observation, metric: Metric) -> str:
    """The message that tells how ours lies to the other."""
    one, two = ours.value or 0.0, other.value or 0.0
    if steps(one, metric.format) == steps(two, metric.format):
        return _SAME
    apart = difference(ours, other)
    if apart and apart.told_apart is False:
        return _CLOSE
    if apart and apart.told_apart is None and _within(two, ours):
        return _SAME
    little = abs(one - two) < _LITTLE * abs(two)
    return _RELATIONS[_ORDER.get(metric.kind, "amount"), one > two, little]


def _within(value: float, ours: Observation) -> bool:
    low, high = ours.lower, ours.upper
    return low is not None and high is not None and low <= value <= high


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
