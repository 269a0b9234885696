"""Areas shaded by their figures: what maps of counties and of areas of your own share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from datawalk.blocks.charts import alt
from datawalk.blocks.context import Context
from datawalk.blocks.maps.classes import Classes, classes, counted, counts
from datawalk.exhibits import Area, Locator, Map, Shade
from datawalk.metrics.model import NumberFormat
from datawalk.metrics.places import boundaries
from datawalk.metrics.places.boundaries import Boundary


@dataclass(frozen=True)
class Wishes:
    """What the author asks of any map; `shades` is how many classes there may be."""

    heading: str | None
    legend: str | None
    shades: int
    year: int | None


@dataclass(frozen=True)
class MapValues:
    """What a map shows: values by area, as numbers and as printed, and where to find them.

    `called` is what its areas are: "counties" or "areas". `ours` is the key of the area to
    outline, or ''. Where places may not be ranked by the values, no words do.
    """

    label: str
    values: Mapping[str, float]
    printed: Callable[[str], str]
    format: NumberFormat
    where: str
    called: str
    ours: str
    year: int | None = None
    ranked: bool = True


def shaded(
    shown: MapValues, shapes: Sequence[Boundary], unknown: str, wishes: Wishes, context: Context
) -> Map:
    """The areas in classes, without names; `unknown` is the legend of those without a value."""
    cut = classes(shown.values, wishes.shades, shown.format, shown.called)
    areas = tuple(_area(shape, shown, cut) for shape in shapes)
    without = sum(area.shade is None for area in areas)
    legend = context.fill(wishes.legend or shown.label, shown.year).text
    when = f", {shown.year}" if shown.year else ""
    return Map(
        heading=context.fill(wishes.heading or f"{shown.label}{when}", shown.year).text,
        areas=areas,
        shades=cut.shades,
        legend=dated(legend, when),
        headed=wishes.heading is not None,
        alt=alt.of_map(
            legend,
            when,
            areas,
            shown.values,
            cut,
            context.place.full,
            shown.where,
            ranked=shown.ranked,
        ),
        unknown=Shade(unknown, counted(without, shown.called), without) if without else None,
        ours=next((f"{area.label}: {area.printed}" for area in areas if area.highlight), ""),
        counts=counts(shown.called),
    )


def _area(shape: Boundary, shown: MapValues, cut: Classes) -> Area:
    value = shown.values.get(shape.key)
    return Area(
        shape.key,
        shape.name,
        shape.rings,
        shown.printed(shape.key),
        None if value is None else cut.shade_of(value),
        highlight=shape.key == shown.ours,
    )


def dated(legend: str, when: str) -> str:
    """What the colours stand for, and when: a large map has no other heading."""
    return legend if when.removeprefix(", ") in legend else f"{legend}{when}"


def in_its_state(context: Context) -> Locator | None:
    """Our county in its state; where a city lies the boundaries do not tell, nor where a county
    lay that is gone."""
    place = context.place
    if place.level != "county":
        return None
    found = locator(place.state, boundaries.counties(place.geoid[:2], {place.geoid}), place.geoid)
    return found if found.here else None


def locator(label: str, shapes: Sequence[Boundary], key: str) -> Locator:
    """All shapes, and that of the `key` among them."""
    return Locator(
        label,
        tuple(ring for shape in shapes for ring in shape.rings),
        tuple(ring for shape in shapes if shape.key == key for ring in shape.rings),
    )
