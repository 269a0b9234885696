"""Places beside each other in one year: bars, and where we stand among all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from datawalk.blocks.charts.charting import ChartRequest
from datawalk.blocks.fitness import missing
from datawalk.blocks.stat import gap_note
from datawalk.exhibits import Chart, Exhibit, Prose, Series, in_columns
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Gap, Observation, Place, Quality
from datawalk.metrics.words import claims
from datawalk.prose import words
from datawalk.words import say, say_many

FEWEST = 8
"""A distribution of fewer places than this would be no crowd."""
MOST_NAMED = 4
"""Other places whose names a distribution has room for, beside ours."""


def bars(asked: ChartRequest, beside: tuple[Place, ...]) -> Exhibit:
    """Our place and others, the highest first where places may be ranked by the figure."""
    context, metric = asked.context, asked.metric
    ours = context.ours(metric.name, asked.year)
    if not ours.known:
        context.gap(ours)
        return gap_note(metric, ours, context)
    others = [context.observe(metric.name, other, ours.year) for other in beside]
    shown = ordered([ours, *others], metric)
    points = tuple(asked.point(o, o.place.short, o is ours) for o in shown)
    reference, traced = asked.reference(ours.year)
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


def distribution(asked: ChartRequest, among: Literal["state", "us"]) -> Exhibit:
    """Every county (or city) of the state or the country, ours and its peers named."""
    context, metric = asked.context, asked.metric
    ours = context.ours(metric.name, asked.year)
    if ours.value is None:
        context.gap(ours)
        return gap_note(metric, ours, context)
    around, state = _field(asked, ours.year, context.place.state if among == "state" else None)
    values = [o.value for o in around if o.value is not None]
    if len(values) < FEWEST:
        few = missing(ours, Gap("few places", count=len(values)))
        context.alone(few)
        return gap_note(metric, few, context)
    peers = [context.observe(metric.name, peer, ours.year) for peer in context.peers()]
    near = [o for o in peers if o.known and (state is None or o.place.state == state)]
    named = [ours, *near[:MOST_NAMED]]
    named += _ends(around, named) if metric.ranked and state else []
    reference, traced = asked.reference(ours.year)
    return asked.chart(
        "distribution",
        ours.year,
        (Series("", tuple(asked.point(o, o.place.name, o is ours) for o in named)),),
        (*asked.printed(named), *traced),
        reference=reference,
        field=tuple(sorted(values)),
        field_label=_told(ours.value, values, _crowd(context.place, state), metric),
        takeaway=claims.among(ours, values, _others(context.place, state), metric),
    )


def _field(
    asked: ChartRequest, year: int | None, state: str | None
) -> tuple[list[Observation], str | None]:
    """The figures of the state, or of the country: a state of few counties is no crowd."""
    found = _known(asked, year, state)
    if len(found) < FEWEST and state:
        return _known(asked, year, None), None
    return found, state


def _known(asked: ChartRequest, year: int | None, state: str | None) -> list[Observation]:
    context = asked.context
    around = context.store.across(asked.metric.name, context.place.level, year, state)
    return [o for o in map(context.fit, around) if o.value is not None]


def _ends(around: Sequence[Observation], named: Sequence[Observation]) -> list[Observation]:
    """The lowest and the highest place, where they stand alone, surely, and names are to spare."""
    ranked = sorted(around, key=lambda o: o.value or 0.0)
    places = {o.place for o in named}
    ends = [
        end
        for end, next_ in ((ranked[0], ranked[1]), (ranked[-1], ranked[-2]))
        if end.value != next_.value and end.quality is not Quality.WEAK and end.place not in places
    ]
    return ends[: max(0, MOST_NAMED + 1 - len(named))]


def _told(ours: float, values: Sequence[float], where: str, metric: Metric) -> str:
    """What a dot or a column is, and how many places stand on each side of ours."""
    count = len(values)
    if in_columns(values):
        kind = say("Taller columns hold more of {count:,} {where}.", count=count, where=where)
    else:
        kind = say("Each dot is one of {count:,} {where}.", count=count, where=where)
    if not metric.ranked:
        return kind
    below, same, above = claims.beside(ours, values)
    told = {"below": below, "same": same, "above": above}
    if same:
        sides = say("Lower in {below:,}, the same in {same:,}, higher in {above:,}.", **told)
    else:
        sides = say("Lower in {below:,}, higher in {above:,}.", **told)
    return f"{kind} {sides}"


def _others(place: Place, state: str | None) -> str:
    """'{others} other Missouri counties with a figure', the count open."""
    told = {"others": claims.OTHERS, "state": state}
    if place.level == "county":
        if state:
            return say("{others} others in {state} with a figure", **told)
        return say("{others} other U.S. counties with a figure", **told)
    if state:
        return say("{others} other larger {state} cities", **told)
    return say("{others} other larger U.S. cities", **told)


def _crowd(place: Place, state: str | None) -> str:
    """'Missouri counties', 'U.S. cities'."""
    if state:
        if place.level == "county":
            return say("{state} counties", state=state)
        return say("larger {state} cities", state=state)
    return say("U.S. counties") if place.level == "county" else say("larger U.S. cities")
