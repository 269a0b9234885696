"""`kind: map`: the counties or cities of the state, or areas and points of your own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks import alt, map_cities, own_areas
from datawalk.blocks.base import Block
from datawalk.blocks.classes import Classes, classes, counted
from datawalk.blocks.context import Context, missing, unsure
from datawalk.blocks.stat import alone, gap_note
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Area, Exhibit, Locator, Map, NumberFormat, Shade, Spot
from datawalk.fields import FileName, MetricName, Name, Title, Year
from datawalk.metrics import boundaries, wording
from datawalk.metrics.boundaries import Shape
from datawalk.metrics.catalog import Metric
from datawalk.metrics.model import Observation, Printed
from datawalk.metrics.own import HIDDEN_WORDS, OwnFigure, OwnTable
from datawalk.problems import nearest, refuse
from datawalk.words import say


class MapBlock(Block):
    """A metric in the counties or cities of the state, or your own table on your boundaries."""

    kind: Literal["map"]
    metric: MetricName | None = None
    year: Year | None = None
    show: Literal["state", "neighbors", "country"] | None = Field(
        None,
        description="The counties of the state or those next to ours; the cities of the state or "
        "of the country. If left out, the state; the country for a city with few others around.",
    )
    cities: bool = Field(False, description="Names the larger cities on a map of counties.")
    legend: Title | None = Field(None, description="What the colours stand for.")
    shades: int = Field(5, ge=2, le=5, description="How many classes.")
    boundaries: FileName | None = Field(
        None, description="GeoJSON, zipped Shapefile or GeoPackage with your own areas."
    )
    key: Name | None = Field(None, description="The property of the areas that names them.")
    table: FileName | None = Field(None, description="A CSV or XLSX file with a row for each area.")
    column: Name | None = Field(None, description="The column of the table to show.")
    prefix: str = Field("", max_length=8, description="Written before each number, such as $.")
    suffix: str = Field("", max_length=20, description="Written behind each number, such as %.")
    highlight: Name | None = Field(None, description="The area to outline.")
    points: FileName | None = Field(None, description="GeoJSON with points to mark.")
    point_name: Name | None = Field(None, description="The property that names each point.")
    source: Title | None = Field(
        None, description="Who counted, and when; local_data: says so for all blocks at once."
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if bool(self.metric) == bool(self.boundaries):
            raise ValueError("write metric: for the state's counties, or boundaries: for your own")
        if self.boundaries and not (self.key and self.table and self.column):
            raise ValueError("boundaries of your own need key:, table: and column:")
        if self.points and not self.point_name:
            raise ValueError("points need point_name:, the property that names them")
        if self.points and not self.boundaries:
            raise ValueError("points go with boundaries of your own")
        if self.cities and not self.metric:
            raise ValueError("cities: goes with a metric; name points of your own with points:")
        return self

    def supplies(self) -> Supplement | None:
        return self.supplement or ("local data" if self.table else None)

    def metrics(self) -> set[str]:
        return super().metrics() | ({self.metric} if self.metric else set())

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        if self.metric:
            return (
                self._counties(
                    context.single(self.metric, "a map", "Use a chart for it."), context
                ),
            )
        return (self._own(context),)

    def _counties(self, metric: Metric, context: Context) -> Exhibit:
        if context.place.level != "county":
            return self._cities(metric, context)
        if self.show == "country":
            raise refuse(
                f"A map of the country shows cities, and {context.place.name} is a county.",
                "Use show: state or show: neighbors.",
            )
        ours = context.ours(metric.name, self.year)
        if ours.value is None:
            context.gap(ours)
            return gap_note(metric, ours, context)
        if self.show == "neighbors" and not context.neighbours():
            return alone(metric.label, context)
        by_key = self._around(metric, ours, context)
        if not any(o.known for key, o in by_key.items() if key != context.place.geoid):
            lone = missing(
                ours,
                say("the data hold no other county of {state} to map", state=context.place.state),
            )
            context.gap(lone)
            return gap_note(metric, lone, context)
        shapes = [
            replace(shape, name=by_key[shape.key].place.name) if shape.key in by_key else shape
            for shape in self._shapes(context.place.geoid, by_key)
        ]
        shown = _Shown(
            metric.label,
            {key: o.value for key, o in by_key.items() if o.value is not None},
            lambda key: context.printed(by_key[key]).text if key in by_key else wording.no_data(),
            metric.format,
            say(alt.NAMED),
        )
        named = {peer.geoid for peer in context.peers()} & by_key.keys()
        if self.show == "neighbors":
            named = set(by_key)
        return self._built(
            context,
            shown,
            shapes,
            ours_key=context.place.geoid,
            year=ours.year,
            named=tuple(sorted(named)),
            areas_called="counties",
            unknown_label=_why_unknown(by_key.values()),
            locator=self._locator(context) if self.show == "neighbors" else None,
            figures=tuple(context.printed(o) for o in (ours, *(by_key[key] for key in named))),
        )

    def _cities(self, metric: Metric, context: Context) -> Exhibit:
        if self.show == "neighbors":
            raise refuse(
                f"Neighbors are known for counties only, and {context.place.name} is a city.",
                "Use show: state or show: country.",
            )
        if self.cities:
            raise refuse(
                f"The map of {metric.name} shows cities already: {context.place.name} is one.",
                "Leave cities: out.",
            )
        return map_cities.drawn(
            metric, context, self.year, self.show, self.shades, self.heading, self.legend
        )

    def _around(
        self, metric: Metric, ours: Observation, context: Context
    ) -> dict[str, Observation]:
        """The figures of all counties to be drawn, by code, fit to print."""
        if self.show == "neighbors":
            beside = [context.observe(metric.name, p, ours.year) for p in context.neighbours()]
            return {o.place.geoid: o for o in (ours, *beside)}
        around = context.store.across(metric.name, "county", ours.year, context.place.state)
        return {o.place.geoid: context.fit(o) for o in around}

    def _shapes(self, geoid: str, by_key: Mapping[str, Observation]) -> tuple[Shape, ...]:
        if self.show == "neighbors":
            return boundaries.around(geoid)
        return boundaries.counties(geoid[:2], by_key)

    def _own(self, context: Context) -> Map:
        assert self.boundaries
        assert self.key
        assert self.table
        assert self.column
        shapes = boundaries.read_boundaries(context.locate(self.boundaries), self.key)
        keys = {shape.key for shape in shapes}
        if self.highlight and self.highlight not in keys:
            raise refuse(
                f'There is no area "{self.highlight}" to outline.', nearest(self.highlight, keys)
            )
        own = context.own_table(self.table)
        year = None if self.year is None else str(self.year)
        joined = own_areas.joined(
            own, self.key, self.column, year, keys, self.boundaries, context.tell
        )
        return self._of_own(own, joined, shapes, context)

    def _of_own(
        self,
        own: OwnTable,
        joined: Mapping[str, OwnFigure],
        shapes: Sequence[Shape],
        context: Context,
    ) -> Map:
        assert self.column
        said = own.measure(self.column)
        format_ = own.format(self.column)
        if self.prefix or self.suffix:
            format_ = replace(format_, prefix=self.prefix, suffix=self.suffix)
        hidden = {key for key, figure in joined.items() if figure.hidden}
        numbers = {key: f.value for key, f in joined.items() if f.value is not None}
        shown = _Shown(
            said.label or self.column,
            numbers,
            lambda key: (
                wording.number(numbers[key], format_)
                if key in numbers
                else say(HIDDEN_WORDS)
                if key in hidden
                else wording.no_data()
            ),
            format_,
            alt.from_file(own.name),
        )
        built = self._built(
            context,
            shown,
            shapes,
            ours_key=self.highlight or "",
            year=None,
            named=own_areas.named([shape.key for shape in shapes]),
            areas_called="areas",
            unknown_label=own_areas.unknown_label(hidden, len(shapes) - len(numbers)),
            figures=(),
            locator=self._locator(context),
        )
        notes = (
            own.meaning(self.column),
            own.hidden_note if hidden else "",
            own_areas.which(hidden, len(shapes) - len(numbers)),
            context.credit(own, self.source),
        )
        return replace(built, note=" ".join(part for part in notes if part), terms=own.terms)

    def _built(
        self,
        context: Context,
        shown: _Shown,
        shapes: Sequence[Shape],
        *,
        ours_key: str,
        year: int | None,
        named: tuple[str, ...],
        areas_called: str,
        unknown_label: str,
        figures: tuple[Printed, ...],
        locator: Locator | None,
    ) -> Map:
        cut = classes(shown.values, self.shades, shown.format, areas_called)
        areas = tuple(_area(shape, shown, cut, ours_key) for shape in shapes)
        unknown = sum(area.shade is None for area in areas)
        legend = context.fill(self.legend or shown.label, year).text
        when = f", {year}" if year else ""
        return Map(
            heading=context.fill(self.heading or f"{shown.label}{when}", year).text,
            areas=areas,
            shades=cut.shades,
            legend=legend,
            alt=alt.of_map(legend, when, areas, shown.values, cut, context.place.full, shown.where),
            spots=self._spots(context),
            named=named,
            unknown=Shade(unknown_label, counted(unknown, areas_called)) if unknown else None,
            figures=figures,
            locator=locator,
        )

    def _locator(self, context: Context) -> Locator | None:
        """Our county in its state; where a city lies the boundaries do not tell."""
        place = context.place
        if place.level != "county":
            return None
        state = boundaries.counties(place.geoid[:2], {place.geoid})
        return Locator(
            place.state,
            tuple(ring for shape in state for ring in shape.rings),
            tuple(ring for shape in state if shape.key == place.geoid for ring in shape.rings),
        )

    def _spots(self, context: Context) -> tuple[Spot, ...]:
        if self.cities:
            return map_cities.named_spots(context)
        if not self.points or not self.boundaries or not self.point_name:
            return ()
        found = boundaries.read_points(
            context.locate(self.points),
            self.point_name,
            context.locate(self.boundaries),
        )
        return tuple(Spot(point.name, point.x, point.y) for point in found)


@dataclass(frozen=True)
class _Shown:
    """What a map shows: values by area, as numbers and as printed, and where to find them."""

    label: str
    values: Mapping[str, float]
    printed: Callable[[str], str]
    format: NumberFormat
    where: str


def _area(shape: Shape, shown: _Shown, cut: Classes, ours_key: str) -> Area:
    value = shown.values.get(shape.key)
    return Area(
        shape.key,
        shape.name,
        shape.rings,
        shown.printed(shape.key),
        None if value is None else cut.shade_of(value),
        highlight=shape.key == ours_key,
    )


def _why_unknown(around: Iterable[Observation]) -> str:
    """Few words for the legend: hidden as too weak, not there, or both."""
    weak = {o.missing == unsure() for o in around if not o.known}
    if len(weak) == 1:
        return say("too unsure to show") if weak.pop() else say("no figure")
    return say("no sure figure")
