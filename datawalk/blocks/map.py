"""`kind: map`: the counties or cities of the state, or areas and points of your own."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.maps import cities as map_cities
from datawalk.blocks.maps import counties as map_counties
from datawalk.blocks.maps import own as map_own
from datawalk.blocks.maps.areas import Wishes
from datawalk.blocks.maps.own import OwnMap
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Exhibit
from datawalk.fields import FileName, MetricName, Name, Title, When, whole_year
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.local.protection.entries import Use
from datawalk.problems import refuse


class MapBlock(Block):
    """A metric in the counties or cities of the state, or your own table on your boundaries."""

    kind: Literal["map"]
    metric: MetricName | None = None
    year: When | None = None
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
    layer: Name | None = Field(
        None, description="Which layer of the boundaries, where the file has several."
    )
    key: Name | None = Field(None, description="The property of the areas that names them.")
    table: FileName | None = Field(None, description="A CSV or XLSX file with a row for each area.")
    table_key: Name | None = Field(
        None, description="The column of the table that names the areas, if not called as key:."
    )
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
        if (self.layer or self.table_key) and not self.boundaries:
            raise ValueError("layer: and table_key: go with boundaries of your own")
        if self.cities and not self.metric:
            raise ValueError("cities: goes with a metric; name points of your own with points:")
        if self.metric:
            whole_year(self.year)
        return self

    def supplies(self) -> Supplement | None:
        return self.supplement or ("local data" if self.table else None)

    def metrics(self) -> set[str]:
        return super().metrics() | ({self.metric} if self.metric else set())

    def tables(self) -> dict[str, Use]:
        keys = frozenset({self.table_key or self.key or ""})
        return {self.table: Use(labels=keys)} if self.table else {}

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        year = whole_year(self.year) if self.metric else None
        wishes = Wishes(self.heading, self.legend, self.shades, year)
        if not self.metric:
            return (map_own.drawn(self._own(), wishes, context),)
        metric = context.single(self.metric, "a map", "Use a chart for it.")
        if context.place.level == "county":
            return (self._counties(metric, wishes, context),)
        return (self._cities(metric, wishes, context),)

    def _counties(self, metric: Metric, wishes: Wishes, context: Context) -> Exhibit:
        if self.show == "country":
            raise refuse(
                f"A map of the country shows cities, and {context.place.name} is a county.",
                "Use show: state or show: neighbors.",
            )
        spots = map_cities.named_spots(context) if self.cities else ()
        return map_counties.drawn(metric, context, self.show or "state", wishes, spots)

    def _cities(self, metric: Metric, wishes: Wishes, context: Context) -> Exhibit:
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
        return map_cities.drawn(metric, context, self.show, wishes)

    def _own(self) -> OwnMap:
        assert self.boundaries
        assert self.key
        assert self.table
        assert self.column
        return OwnMap(
            self.boundaries,
            self.key,
            self.table,
            self.column,
            self.prefix,
            self.suffix,
            self.highlight or "",
            self.points,
            self.point_name or "",
            self.source,
            self.year,
            self.layer,
            self.table_key,
        )
