"""Why a figure is not fit for print, and what is asked of the author then."""

from __future__ import annotations

from dataclasses import replace

from datawalk.metrics.knowledge import doubts
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import ALL, Doubt, Gap, Observation
from datawalk.metrics.words import wording
from datawalk.problems import Problem

UNSURE = Gap("unsure")
"""Why a figure that is graded weak is not printed."""
UNCHECKED = Gap("unchecked")
"""Why a figure in doubt of another place is not printed."""


def missing(observation: Observation, why: Gap) -> Observation:
    """The observation with its value struck out for a reason."""
    bare = replace(observation, value=None, pair=None, lower=None, upper=None)
    return replace(bare, missing=why, doubts=())


def doubtful(observation: Observation, doubt: Doubt, metric: Metric) -> Problem:
    """Asks a person to look at a figure and to answer."""
    asked = doubts.question(observation, doubt, lambda value: wording.figure(value, metric))
    group = f" of {observation.group}" if observation.group != ALL else ""
    when = f" ({observation.year})" if observation.year else ""
    return Problem(
        f"{observation.place.name}'s figure{group} for {observation.metric}{when} needs a second "
        f"look. {asked}",
        f"If you have checked it and it should be printed, write accept: [{doubt.name}] at this "
        "station, or at the top of the walk. Else choose another metric or year.",
        kind=f"doubt:{doubt.name}",
    )
