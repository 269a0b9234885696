"""How large the difference of two figures is, and how far the data bear it out."""

from __future__ import annotations

import math
from dataclasses import dataclass

from datawalk.metrics.files.columns import is_draft
from datawalk.metrics.findings.finding import LARGE
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.knowledge.takeaways import sentences
from datawalk.metrics.model import Observation, Quality
from datawalk.metrics.words.difference import difference

POINTS = 0.10
"""A large difference of shares: 10 people more of each 100."""
TIMES = 1.5
"""A large ratio of two figures."""
GRADES = 0.25
"""A large difference of what students gain in a school year: a quarter of it."""
FEWEST = 0.02
"""Of shares less than two people of each 100 apart only the points count: twice of few is few."""
HARDLY = 0.05
"""Where neither share comes to five people of each 100, their ratio tells of hardly anyone."""
ALL = 10.0
"""The effect of something beside nothing."""
UNBOUNDED = 0.5
"""Sureness of survey figures that come without ranges: half of that of ranges that lie apart."""
USE_WITH_CARE = 0.5
"""What a figure graded Marginal, or not graded at all, leaves of sureness."""
WHOSE = frozenset({"twins", "wider-area"})
"""Doubts about whose figure it is; all others are about whether it is right."""
LITTLE = 0.1
"""The effect of what tells no difference: it wins where nothing else can be said."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """From 0 to 1; `sure` where ranges lie apart or everyone was counted, and the grades allow."""

    weight: float
    sure: bool


def effect(one: Observation, two: Observation, metric: Metric) -> float:
    """How far two figures are apart; 1 is large."""
    a, b = one.value or 0.0, two.value or 0.0
    apart = abs(a - b)
    match metric.kind:
        case "share":
            return _of_shares(a, b)
        case "index":
            return apart / (100 * POINTS)
        case "grade":
            return apart / GRADES
        case _:
            return _times(a, b)


def of_pair(found: Observation) -> float:
    """How far both sides of a pair are apart, as shares."""
    return _of_shares(*(found.pair or (0.0, 0.0)))


def tiny(one: Observation, two: Observation, metric: Metric) -> bool:
    """Whether two shares are far apart by their ratio alone, and both hardly any."""
    a, b = one.value or 0.0, two.value or 0.0
    return metric.kind == "share" and max(a, b) < HARDLY and abs(a - b) < POINTS


def _of_shares(a: float, b: float) -> float:
    apart = round(abs(a - b), 9)  # without the noise of binary fractions
    return max(apart / POINTS, _times(a, b) if apart >= FEWEST else 0.0)


def _times(a: float, b: float) -> float:
    """The ratio of two figures, 1 for one and a half times."""
    low, high = sorted((abs(a), abs(b)))
    if low == high:
        return 0.0
    return min(math.log(high / low) / math.log(TIMES), ALL) if low else ALL


def sureness(one: Observation, two: Observation, size: float) -> Sureness | None:
    """Of two figures of groups or years; None where nothing may be said of their difference.

    That is a Weak figure, ranges of the difference around 0, and, unless everyone was counted, a
    difference without ranges that is not large.
    """
    if weak(one, two):
        return None
    care = USE_WITH_CARE if {one.quality, two.quality} != {Quality.STRONG} else 1.0
    apart = difference(one, two)
    if apart is None or apart.told_apart is False:
        return None
    if apart.told_apart or counted(one):
        return Sureness(care, care == 1.0)
    large = size >= LARGE and not _edge(one) and not _edge(two)
    return Sureness(UNBOUNDED * care, sure=False) if large else None


def _edge(found: Observation) -> bool:
    """Whether an estimate is none or all: then it may be one of few schools, or areas."""
    return found.value in (0, 1)


def counted(observation: Observation) -> bool:
    """Whether everyone, or every case, was counted, rather than asked in a survey or modeled."""
    words = sentences(observation)
    return words is not None and words.counted


def overlap(one: Observation, two: Observation) -> bool:
    """Whether their ranges do not let us say that two figures differ."""
    apart = difference(one, two)
    return apart is not None and apart.told_apart is False


def weak(*found: Observation) -> bool:
    """Whether any figure is graded Weak: a community should not act on it."""
    return any(o.quality is Quality.WEAK for o in found)


def doubted(*found: Observation) -> bool:
    """Whether any figure may not be right, even where a person has answered the doubt."""
    return any(doubt.name not in WHOSE for o in found for doubt in o.doubts)


def together(*found: Observation) -> bool:
    """Whether figures may stand beside each other: known, and of one edition; a draft is one of
    its own."""
    origins = [o.origin for o in found if o.origin]
    editions = {origin.edition for origin in origins}
    files = {origin.file for origin in origins if is_draft(origin.edition)}
    return all(o.known for o in found) and len(editions) <= 1 and len(files) <= 1
