"""Places beside each other in one year, as bars."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.blocks.charts.charting import ChartRequest
from datawalk.blocks.stat import by_itself, gap_note
from datawalk.exhibits import Chart, Exhibit, Prose, Series
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation, Place
from datawalk.prose import words
from datawalk.words import say_many


def bars(asked: ChartRequest, beside: tuple[Place, ...]) -> Exhibit:
    """Our place and others, the highest first where places may be ranked by the figure.

    One bar that has nothing to be seen beside is a number.
    """
    context, metric = asked.context, asked.metric
    ours = context.ours(metric.name, asked.year)
    if not ours.known:
        context.gap(ours)
        return gap_note(metric, ours, context)
    others = [context.observe(metric.name, other, ours.year) for other in beside]
    shown = ordered([ours, *others], metric)
    points = tuple(asked.point(o, o.place.short, o is ours) for o in shown)
    reference, traced = asked.reference(ours.year)
    if reference is None and not any(o.known for o in others):
        return by_itself(metric, ours, context, asked.heading, asked.note)
    chart = asked.chart(
        "bars",
        ours.year,
        (Series("", points),),
        (*asked.printed(shown), *traced),
        reference=reference,
        takeaway=asked.takeaway(ours),
    )
    known = [o for o in shown if o.value is not None]
    return _none(chart, len(known)) if all(map(_is_none, known)) else chart


def ordered(found: Sequence[Observation], metric: Metric) -> list[Observation]:
    """The highest first, or as they are where the metric is none to rank places by."""
    if not metric.ranked:
        return list(found)
    return sorted(found, key=lambda o: (o.value is None, -(o.value or 0)))


def _is_none(observation: Observation) -> bool:
    """Whether a figure is 0 for sure."""
    return observation.value == 0 and not observation.upper


def _none(chart: Chart, count: int) -> Prose:
    """A sentence in place of bars that have no length."""
    told = [say_many("None here.", "None in all {count} places with figures.", count)]
    if chart.reference:
        told.append(f"{chart.reference.label}: {chart.reference.printed}.")
    return Prose(
        heading=chart.heading,
        note=chart.note,
        figures=chart.figures,
        paragraphs=tuple(map(words, told)),
    )
