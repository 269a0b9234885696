"""`kind: chart`: one metric of places, over years, or of groups of people."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks.base import Block
from datawalk.blocks.charts import (
    among as chart_among,
)
from datawalk.blocks.charts import (
    apart as chart_apart,
)
from datawalk.blocks.charts import (
    dumbbells,
    pairs,
)
from datawalk.blocks.charts import (
    groups as chart_groups,
)
from datawalk.blocks.charts import (
    places as chart_places,
)
from datawalk.blocks.charts import (
    years as chart_years,
)
from datawalk.blocks.charts.charting import ChartRequest
from datawalk.blocks.context import Context
from datawalk.blocks.stat import alone
from datawalk.exhibits import Exhibit
from datawalk.fields import MetricName, Title, Year
from datawalk.metrics.knowledge.bases import PEOPLE
from datawalk.metrics.knowledge.groups import BY, GroupKind
from datawalk.metrics.model import Place

Show = Literal["places", "neighbors", "difference", "years", "change", "distribution", GroupKind]


class ChartBlock(Block):
    """Bars of places, lines and changes over years, groups, or where we stand among all."""

    kind: Literal["chart"]
    metric: MetricName
    show: Show = Field(
        "places",
        description="places: bars; neighbors: bars of the counties next to ours; "
        "difference: how far each is from the benchmark; years: lines; "
        "change: two years; distribution: all counties; race, income, age …: groups of people.",
    )
    beside: Literal["places", "years", "benchmark"] | None = Field(
        None,
        description="For groups of people: a bar for each of up to three places, or two years; "
        "benchmark: how far each group is from it.",
    )
    over: Literal["years"] | None = Field(
        None, description="For places, neighbors and groups: a small chart of years for each."
    )
    year: Year | None = None
    years: tuple[Year, Year] | None = Field(
        None,
        description="The two years to set beside each other; usually the first and the newest.",
    )
    prices: bool = Field(
        True,
        description="For years of dollars: a dotted line of what prices alone would have done.",
    )
    among: Literal["state", "us"] = Field(
        "state", description="For a distribution: the counties of the state, or of the country."
    )
    note: Title | None = Field(None, description="A remark under the chart.")

    @model_validator(mode="after")
    def _settings_that_go_together(self) -> Self:
        if self.beside and self.show not in BY:
            raise ValueError("beside: goes with groups of people, such as show: race")
        if self.over and self.show not in ("places", "neighbors", *BY):
            raise ValueError("over: years goes with show: places, neighbors, race, income, age …")
        if self.over and self.beside:
            raise ValueError("write beside: or over:, not both")
        if self.years and self.show != "change" and self.beside != "years":
            raise ValueError("years: goes with show: change, or with beside: years")
        if self.years and self.years[0] >= self.years[1]:
            raise ValueError("write the earlier year first, as in years: [2016, 2023]")
        return self

    def metrics(self) -> set[str]:
        people = {PEOPLE} if self.show == "distribution" else set()
        return super().metrics() | {self.metric} | pairs.needed(self.metric, self.show) | people

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        metric = context.metric(self.metric)
        words = (self.heading or "", self.note or "")
        if metric.kind == "pair" and not (self.beside or self.over):
            return (pairs.exhibit(metric, self.show, self.year, *words, context),)
        metric = context.single(self.metric, "these bars", "Leave beside: and over: out.")
        return (self._exhibit(ChartRequest(metric, context, *words, self.year, self.years)),)

    def _exhibit(self, asked: ChartRequest) -> Exhibit:
        match self.show:
            case "places":
                return self._places(asked, asked.context.peers())
            case "neighbors":
                beside = asked.context.neighbours()
                if not beside:
                    return alone(asked.metric.label, asked.context)
                return self._places(asked, beside)
            case "difference":
                return chart_apart.places(asked)
            case "years":
                return chart_years.lines(asked, prices=self.prices)
            case "change":
                return chart_years.slope(asked)
            case "distribution":
                return chart_among.distribution(asked, self.among)
            case kind:
                return self._groups(asked, kind)

    def _places(self, asked: ChartRequest, beside: tuple[Place, ...]) -> Exhibit:
        form = chart_years.panels if self.over else chart_places.bars
        return form(asked, beside)

    def _groups(self, asked: ChartRequest, kind: str) -> Exhibit:
        if self.over:
            return chart_groups.panels(asked, kind)
        match self.beside:
            case "places":
                return chart_groups.beside_places(asked, kind)
            case "years":
                return chart_groups.beside_years(asked, kind)
            case "benchmark":
                return chart_apart.groups(asked, kind)
            case _:
                return dumbbells.groups(asked, kind)
