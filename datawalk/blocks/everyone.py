"""The figure of all groups together, and how it is told from the place's own figure."""

from __future__ import annotations

from datawalk.blocks.context import Context
from datawalk.metrics.files.columns import edition_called
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.knowledge.groups import EVERYONE
from datawalk.metrics.model import Observation
from datawalk.metrics.words import wording
from datawalk.words import say, spoken


def everyone(
    context: Context, metric: Metric, kind: str, year: int | None
) -> tuple[str, Observation] | None:
    """What all groups of a kind are called, and their figure; None where there is none to show.

    The sheet has a figure of everyone already. One that reads otherwise says which year, survey
    or edition it is of; where it cannot, it is left out: two numbers for one thing confuse.
    """
    whole = context.fit(context.store.everyone(metric.name, context.place, kind, year))
    if whole.value is None:
        return None
    label = context.group(EVERYONE, metric.name)
    ours = context.store.observe(metric.name, context.place)
    if not ours.known or _reads_alike(ours, whole, metric):
        return label, whole
    which = _which(ours, whole, metric)
    return (say("{everyone} ({which})", everyone=label, which=which), whole) if which else None


def _reads_alike(ours: Observation, whole: Observation, metric: Metric) -> bool:
    texts = {wording.printed(o, metric).text for o in (ours, whole)}
    return len(texts) == 1 and ours.year == whole.year


def _which(ours: Observation, whole: Observation, metric: Metric) -> str:
    """'2021, five-year average': what tells one from the other; '' for nothing."""
    parts = [str(whole.year)] if whole.year and whole.year != ours.year else []
    if metric.groups_mean and metric.groups_mean != metric.years_mean:
        parts.append(metric.groups_mean)
    elif whole.origin and ours.origin and whole.origin.edition != ours.origin.edition:
        parts.append(edition_called(whole.origin.edition, spoken()))
    return ", ".join(parts)
