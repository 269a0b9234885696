"""A metric in the counties of the state, or in ours and those next to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from datawalk.blocks.charts import alt
from datawalk.blocks.context import Context
from datawalk.blocks.fitness import UNSURE
from datawalk.blocks.maps import beside
from datawalk.blocks.maps.areas import MapValues, Wishes, in_its_state, shaded
from datawalk.blocks.stat import alone, gap_note, number_alone
from datawalk.exhibits import Exhibit, Map, Spot
from datawalk.metrics.files.cases import too_few
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Gap, Observation, Printed
from datawalk.metrics.places import boundaries
from datawalk.metrics.places.boundaries import Boundary, edge
from datawalk.metrics.words import wording
from datawalk.words import say

Reach = Literal["state", "neighbors"]
MOST_ISLANDS = 8
"""So many other counties of its state are listed beside an island."""


def drawn(
    metric: Metric, context: Context, show: Reach, wishes: Wishes, spots: tuple[Spot, ...]
) -> Exhibit:
    """The map, or a remark that says why there is none."""
    ours = context.ours(metric.name, wishes.year)
    if ours.value is None:
        context.gap(ours)
        return gap_note(metric, ours, context)
    if show == "neighbors" and not context.neighbours():
        return alone(metric.label, context)
    by_key = _around(metric, ours, context, show)
    if not any(o.known for key, o in by_key.items() if key != context.place.geoid):
        why = Gap("lone county", state=context.place.state)
        return number_alone(metric, ours, why, context)
    return replace(_map(metric, ours, by_key, show, wishes, context), spots=spots)


def _map(
    metric: Metric,
    ours: Observation,
    by_key: Mapping[str, Observation],
    show: Reach,
    wishes: Wishes,
    context: Context,
) -> Map:
    shown = MapValues(
        metric.label,
        {key: o.value for key, o in by_key.items() if o.value is not None},
        lambda key: context.printed(by_key[key]).text if key in by_key else wording.no_data(),
        metric.format,
        say(alt.NAMED),
        called="counties",
        ours=context.place.geoid,
        year=ours.year,
        ranked=metric.ranked,
    )
    shapes = [
        replace(shape, name=by_key[shape.key].place.name) if shape.key in by_key else shape
        for shape in _shapes(context.place.geoid, by_key, show)
    ]
    made = shaded(shown, shapes, _why_unknown(by_key.values()), wishes, context)
    made = replace(made, heading=context.in_its_year(made.heading, (ours,)))
    around = _beside(ours, by_key, context)
    listed = beside.near(ours, around, context)
    made = replace(
        made,
        near=beside.rows(listed, context) if len(listed) > 1 else (),
        near_head=say("Nearby") if context.neighbours() else context.place.state,
        edge=edge(tuple(shapes)),
    )
    if show == "neighbors":
        return replace(
            made,
            named=tuple(sorted(by_key)),
            valued=tuple(sorted(by_key)),
            locator=in_its_state(context),
            figures=_printed(listed, context),
        )
    return _of_state(made, ours, by_key, metric, listed, context)


def _of_state(
    made: Map,
    ours: Observation,
    by_key: Mapping[str, Observation],
    metric: Metric,
    listed: Sequence[Observation],
    context: Context,
) -> Map:
    """With the extremes called out, and the figures of the counties next to ours on them."""
    stands, key = beside.extremes(by_key, metric), ours.place.geoid
    called = tuple(beside.called_out(by_key, key, stands, context))
    peers = {peer.geoid for peer in context.peers()} & by_key.keys()
    named = sorted(peers - {one.key for one in called})
    also = [by_key[one] for one in (*named, *(one.key for one in called))]
    return replace(
        made,
        named=tuple(named),
        valued=tuple(o.place.geoid for o in listed if o.known and o.place.geoid in by_key),
        ours=beside.told(key, ours.place.name, context.printed(ours).text, stands),
        called=called,
        figures=_printed(dict.fromkeys([*listed, *also]), context),
    )


def _printed(listed: Iterable[Observation], context: Context) -> tuple[Printed, ...]:
    return tuple(context.printed(found) for found in listed)


def _beside(
    ours: Observation, by_key: Mapping[str, Observation], context: Context
) -> list[Observation]:
    """The counties next to ours, across state lines too; of an island, the others of its state,
    where they are not many."""
    near = context.neighbours()
    if not near:
        others = [o for o in by_key.values() if o.place != ours.place]
        return others if len(others) <= MOST_ISLANDS else []
    return [
        by_key[place.geoid]
        if place.geoid in by_key
        else context.observe(ours.metric, place, ours.year)
        for place in near
    ]


def _around(
    metric: Metric, ours: Observation, context: Context, show: Reach
) -> dict[str, Observation]:
    """The figures of all counties to be drawn, by code, fit to print."""
    if show == "neighbors":
        others = [context.observe(metric.name, p, ours.year) for p in context.neighbours()]
        return {o.place.geoid: o for o in (ours, *others)}
    around = context.store.across(metric.name, "county", ours.year, context.place.state)
    return {o.place.geoid: context.fit(o) for o in around}


def _shapes(geoid: str, by_key: Mapping[str, Observation], show: Reach) -> tuple[Boundary, ...]:
    if show == "neighbors":
        return boundaries.around(geoid)
    return boundaries.counties(geoid[:2], by_key)


def _why_unknown(around: Iterable[Observation]) -> str:
    """Few words for the legend: hidden as too weak or of too few people, not there, or several."""
    unknown = [o for o in around if not o.known]
    weak = {o.missing == UNSURE for o in unknown}
    few = {too_few(o) for o in unknown}
    if few == {True}:
        return say("too few cases")
    if True in few:
        return say("no figure to show")
    if len(weak) == 1:
        return say("too unsure to show") if weak.pop() else say("no figure")
    return say("no sure figure")
