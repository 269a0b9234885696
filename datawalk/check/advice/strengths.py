"""Whether a walk shows what its community has, beside what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.check.advice.told import advice
from datawalk.exhibits import Exhibit
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import ALL, Observation
from datawalk.problems import Problem
from datawalk.walk import Walk

KINDS = {"quote", "narrative", "programs", "ecosystem", "evaluation"}
"""Blocks that show what people say, do and run."""
FEWEST = 2
"""Stations with data from which on the rule speaks."""
RULE = "strengths beside gaps: Data You Can Use and NNIP, Guide to Data Chats"


def advise(walk: Walk) -> Iterator[Problem]:
    """One piece of advice for a walk where no sheet shows a strength."""
    data = [s for s in walk.stations if any(_known(e) for e in s.exhibits)]
    shown = [exhibit for station in walk.stations for exhibit in station.exhibits]
    if len(data) < FEWEST or any(exhibit.kind in KINDS for exhibit in shown):
        return
    if not any(better(exhibit, walk) for exhibit in shown):
        yield advice(
            f"No station shows what {walk.place.name} has or does well.",
            "Add what residents say (kind: quote), who helps (kind: programs) "
            "or a number that compares well.",
            RULE,
        )


def _known(exhibit: Exhibit) -> bool:
    return any(figure.observation.known for figure in exhibit.figures)


def better(exhibit: Exhibit, walk: Walk) -> bool:
    """Whether our place does better than another, or a middle, on the same exhibit."""
    seen = [f.observation for f in exhibit.figures if f.observation.group == ALL]
    ours = [o for o in seen if o.place == walk.place]
    others = [o for o in seen if o.place != walk.place]
    return any(_beats(one, other) for one in ours for other in others)


def _beats(one: Observation, other: Observation) -> bool:
    if (one.metric, one.year) != (other.metric, other.year):
        return False
    if one.value is None or other.value is None:
        return False
    metric = catalog().metrics.get(one.metric)
    if metric is None or metric.direction == "neither":
        return False
    return one.value > other.value if metric.direction == "higher" else one.value < other.value
