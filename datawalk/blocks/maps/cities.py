"""Cities as points of a map: each shaded by its figure, or only named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from datawalk.blocks.charts import alt
from datawalk.blocks.context import Context
from datawalk.blocks.maps.areas import Wishes, dated, locator
from datawalk.blocks.maps.classes import classes, counted, counts
from datawalk.blocks.stat import gap_note, number_alone
from datawalk.exhibits import Area, Exhibit, Locator, Map, Shade, Spot
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Gap, Observation
from datawalk.metrics.places import boundaries, cities
from datawalk.metrics.places.boundaries import Mark
from datawalk.metrics.places.cities import Basemap
from datawalk.metrics.places.places import display_name
from datawalk.problems import refuse
from datawalk.words import say

FEW = 5
"""A state with fewer cities than this tells little: the whole country is shown."""

Reach = Literal["state", "country"]


def drawn(metric: Metric, context: Context, show: Reach | None, wishes: Wishes) -> Exhibit:
    """A metric in the cities of the state, or of the country. Raises Problems."""
    ours = context.ours(metric.name, wishes.year)
    if ours.value is None:
        context.gap(ours)
        return gap_note(metric, ours, context)
    reach, around = _around(metric, ours, context, show)
    if not any(o.known for key, o in around.items() if key != context.place.geoid):
        return number_alone(metric, ours, Gap("lone city"), context)
    ground = cities.country() if reach == "country" else cities.state(context.place.geoid[:2])
    if context.place.geoid not in ground.marks:
        raise refuse(
            f"Where {context.place.name} lies is not known, so no map can show it.",
            "Use a chart with show: places or show: distribution, or your own boundaries.",
        )
    shown = {key: o for key, o in sorted(around.items()) if key in ground.marks}
    return _map(metric, ours, shown, ground, reach, wishes, context)


def _map(
    metric: Metric,
    ours: Observation,
    shown: Mapping[str, Observation],
    ground: Basemap,
    reach: Reach,
    wishes: Wishes,
    context: Context,
) -> Map:
    """The cities `shown`, all of which have their marks on the ground."""
    values = {key: o.value for key, o in shown.items() if o.value is not None}
    cut = classes(values, wishes.shades, metric.format, "cities")
    spots = tuple(
        _spot(o, ground.marks[key], context, None if o.value is None else cut.shade_of(o.value))
        for key, o in shown.items()
    )
    named = {context.place.geoid, *(peer.geoid for peer in context.peers())} & shown.keys()
    unknown = len(shown) - len(values)
    when = f", {ours.year}" if ours.year else ""
    legend = context.fill(wishes.legend or metric.label, ours.year).text
    heading = context.fill(wishes.heading or f"{metric.label}{when}", ours.year).text
    return Map(
        heading=context.in_its_year(heading, (ours,)),
        areas=tuple(Area(s.key, s.name, s.rings, "", None, ground=True) for s in ground.states),
        shades=cut.shades,
        legend=dated(legend, when),
        headed=wishes.heading is not None,
        alt=alt.of_cities(
            legend,
            when,
            say("the country") if reach == "country" else context.place.state,
            next(spot for spot in spots if spot.highlight),
            values[context.place.geoid],
            tuple(values.values()),
            cut,
            ranked=metric.ranked,
        ),
        spots=spots,
        unknown=_unsure(unknown) if unknown else None,
        counts=counts("cities"),
        figures=tuple(context.printed(shown[key]) for key in sorted(named)),
        locator=_in_the_country(context) if reach == "state" else None,
        note=_corners(reach),
    )


def _unsure(count: int) -> Shade:
    return Shade(say("no sure figure"), counted(count, "cities"), count)


def _around(
    metric: Metric, ours: Observation, context: Context, show: Reach | None
) -> tuple[Reach, Mapping[str, Observation]]:
    """The cities to show: those of the state if it has enough of them."""
    beside = context.store.across(metric.name, "place", ours.year, context.place.state)
    if show == "state" or (show is None and sum(o.known for o in beside) >= FEW):
        return "state", {o.place.geoid: context.fit(o) for o in beside}
    everywhere = context.store.across(metric.name, "place", ours.year)
    return "country", {o.place.geoid: context.fit(o) for o in everywhere}


def _spot(found: Observation, mark: Mark, context: Context, shade: int | None) -> Spot:
    ours = found.place == context.place
    printed = context.printed(found).text
    named = ours or found.place in context.peers()
    label = f"{found.place.name}: {printed}"
    return Spot(
        label if named else "",
        mark.x,
        mark.y,
        name=found.place.full,
        printed=printed,
        shade=shade,
        classed=True,
        highlight=ours,
    )


def _corners(reach: Reach) -> str:
    if reach == "state":
        return ""
    return say("Alaska and Hawaii are moved, and Alaska is drawn smaller; the scale is not theirs.")


def _in_the_country(context: Context) -> Locator:
    """Our state in the country."""
    return locator(say("United States"), cities.country().states, context.place.geoid[:2])


def named_spots(context: Context) -> tuple[Spot, ...]:
    """The cities of the state of a county, on the plane of its counties' map."""
    code = context.place.geoid[:2]
    if boundaries.vintage_of(code, {context.place.geoid}) != "2023":
        return ()
    return tuple(
        Spot(display_name(mark.name, "place"), mark.x, mark.y)
        for _, mark in sorted(cities.on_counties(code).items())
    )
