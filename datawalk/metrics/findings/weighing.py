"""How large the difference of two figures is, and how far the data bear it out."""

from __future__ import annotations

import math
from dataclasses import dataclass

from datawalk.metrics.files.columns import is_draft
from datawalk.metrics.findings.finding import LARGE
from datawalk.metrics.knowledge import bases
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation, Quality
from datawalk.metrics.words.difference import difference

POINTS = 0.10
"""A large difference of shares: 10 people more of each 100."""
TIMES = 1.5
"""A large ratio of two figures."""
GRADES = 0.25
"""A large difference of what students gain in a school year: a quarter of it."""
FEWEST = 0.01
"""Shares less than one person of each 100 apart are never large, however small they are."""
MOST = 2.0
"""No effect counts for more than two large ones: above, rates of small places would win always."""
UNBOUNDED = 0.5
"""Sureness of survey figures that come without ranges: half of that of ranges that lie apart."""
USE_WITH_CARE = 0.5
"""What a figure graded Marginal, or not graded at all, leaves of sureness."""
LITTLE = 0.1
"""The effect of what tells no difference: it wins where nothing else can be said."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """From 0 to 1; `sure` where ranges lie apart or everyone was counted, and the grades allow."""

    weight: float
    sure: bool


def effect(one: Observation, two: Observation, metric: Metric) -> float:
    """How far two figures are apart; 1 is large, 2 the most."""
    a, b = one.value or 0.0, two.value or 0.0
    apart = abs(a - b)
    match metric.kind:
        case "share":
            times = _times(a, b) if apart >= FEWEST else 0.0
            found = max(apart / POINTS, times)
        case "index":
            found = apart / (100 * POINTS)
        case "grade":
            found = apart / GRADES
        case _:
            found = _times(a, b)
    return min(found, MOST)


def _times(a: float, b: float) -> float:
    """The ratio of two figures, 1 for one and a half times; the most beside none."""
    low, high = sorted((abs(a), abs(b)))
    if low == high:
        return 0.0
    return math.log(high / low) / math.log(TIMES) if low else MOST


def sureness(one: Observation, two: Observation, size: float) -> Sureness | None:
    """Of two figures of groups or years; None where nothing may be said of their difference.

    That is a Weak figure, ranges of the difference around 0, and a difference without ranges
    that is not large, unless everyone was counted.
    """
    if weak(one, two):
        return None
    care = USE_WITH_CARE if {one.quality, two.quality} != {Quality.STRONG} else 1.0
    apart = difference(one, two)
    if apart is None or apart.told_apart is False:
        return None
    if apart.told_apart or counted(one):
        return Sureness(care, care == 1.0)
    return Sureness(UNBOUNDED * care, False) if size >= LARGE else None


def counted(observation: Observation) -> bool:
    """Whether the figure is told of a full count of people or cases, rather than of a survey."""
    return bases.base(observation.metric, observation.group_kind) is not None


def overlap(one: Observation, two: Observation) -> bool:
    """Whether their ranges do not let us say that two figures differ."""
    apart = difference(one, two)
    return apart is not None and apart.told_apart is False


def weak(*found: Observation) -> bool:
    """Whether any figure is graded Weak: a community should not act on it."""
    return any(o.quality is Quality.WEAK for o in found)


def together(*found: Observation) -> bool:
    """Whether figures may stand beside each other: known, and of one edition; a draft is one of
    its own."""
    origins = [o.origin for o in found if o.origin]
    editions = {origin.edition for origin in origins}
    files = {origin.file for origin in origins if is_draft(origin.edition)}
    return all(o.known for o in found) and len(editions) <= 1 and len(files) <= 1
