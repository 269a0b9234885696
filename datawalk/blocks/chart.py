"""`kind: chart`: one metric as bars, lines, dots or a distribution."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from pydantic import Field

from datawalk.blocks import alt
from datawalk.blocks.base import Block
from datawalk.blocks.context import Context, missing
from datawalk.blocks.silence import silence
from datawalk.blocks.stat import alone, gap_note, group_gap
from datawalk.exhibits import Chart, Exhibit, Point, Reference, Series
from datawalk.fields import MetricName, Title, Year
from datawalk.metrics import wording
from datawalk.metrics.catalog import Metric
from datawalk.metrics.groups import GroupKind
from datawalk.metrics.model import Observation, Place, Printed

Show = Literal["places", "neighbors", "years", "distribution"] | GroupKind


FEWEST_YEARS = 2
"""A line through fewer years would be a dot."""
FEWEST = 8
"""A distribution of fewer places than this would be no crowd."""


class ChartBlock(Block):
    """Bars of places, a line over years, dots of groups, or where we stand among all counties."""

    kind: Literal["chart"]
    metric: MetricName
    show: Show = Field(
        "places",
        description="places: bars; neighbors: bars of the counties next to ours; years: lines; "
        "distribution: all counties; race, income, age …: groups of people.",
    )
    year: Year | None = None
    among: Literal["state", "us"] = Field(
        "state", description="For a distribution: the counties of the state, or of the country."
    )
    note: Title | None = Field(None, description="A remark under the chart.")

    def metrics(self) -> set[str]:
        return super().metrics() | {self.metric}

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        metric = context.single(self.metric, "bars", "Use a stat or a table for it.")
        match self.show:
            case "places":
                return (self._places(metric, context, context.peers()),)
            case "neighbors":
                beside = context.neighbours()
                return (
                    self._places(metric, context, beside)
                    if beside
                    else alone(metric.label, context),
                )
            case "years":
                return (self._years(metric, context),)
            case "distribution":
                return (self._distribution(metric, context),)
            case kind:
                return (self._groups(metric, kind, context),)

    def _places(self, metric: Metric, context: Context, beside: tuple[Place, ...]) -> Exhibit:
        ours = context.ours(self.metric, self.year)
        if not ours.known:
            context.gap(ours)
            return gap_note(metric, ours, context)
        others = [context.observe(self.metric, other, ours.year) for other in beside]
        shown = sorted([ours, *others], key=lambda o: (o.value is None, -(o.value or 0)))
        points = tuple(self._point(context, o, o.place.short, o is ours) for o in shown)
        reference, traced = self._reference(metric, context, ours)
        return self._chart(
            metric,
            context,
            form="bars",
            year=ours.year,
            series=(Series("", points),),
            reference=reference,
            takeaway=self._takeaway(metric, context, ours),
            figures=(*(context.printed(o) for o in shown), *traced),
        )

    def _takeaway(self, metric: Metric, context: Context, ours: Observation) -> str:
        beside = context.beside()
        other = context.observe(self.metric, beside, ours.year) if beside else None
        return wording.takeaway(ours, other if other and other.known else None, metric)

    def _reference(
        self, metric: Metric, context: Context, ours: Observation
    ) -> tuple[Reference | None, tuple[Printed, ...]]:
        benchmark = context.benchmark()
        if benchmark is None:
            return None, ()
        found = context.observe(metric.name, benchmark, ours.year)
        if found.value is None:
            return None, ()
        printed = context.printed(found)
        return Reference(found.place.name, found.value, printed.text), (printed,)

    def _years(self, metric: Metric, context: Context) -> Exhibit:
        newest = context.ours(self.metric)
        if not newest.known:
            context.gap(newest)
            return gap_note(metric, newest, context)
        rows = [(place, self._row(context, place)) for place in (context.place, *context.peers())]
        rows = [(place, row) for place, row in rows if any(o.known for o in row)]
        if not rows or sum(o.known for o in rows[0][1]) < FEWEST_YEARS:
            # A dot is no trend: what there is, stands beside the others.
            single = self.model_copy(update={"note": "No other year has a figure for us."})
            return single._places(metric, context, context.peers())
        series = tuple(
            Series(
                place.short,
                tuple(self._point(context, o, str(o.year), place is context.place) for o in row),
                highlight=place is context.place,
            )
            for place, row in rows
        )
        return self._chart(
            metric,
            context,
            form="lines",
            year=newest.year,
            series=series,
            takeaway="",
            note=silence(rows),
            figures=tuple(context.printed(o) for _, row in rows for o in row),
        )

    def _row(self, context: Context, place: Place) -> list[Observation]:
        """Every year of a yearly metric from the first to the last: no gap closes unseen.

        A metric that comes every few years has the years that it has.
        """
        held = {o.year: context.fit(o) for o in context.store.series(self.metric, place) if o.year}
        if not held:
            return []
        steps = [after - before for before, after in pairwise(sorted(held))]
        yearly = 2 * steps.count(1) > len(steps)
        years = range(min(held), max(held) + 1) if yearly else sorted(held)
        return [
            held.get(year) or Observation(self.metric, place, year, missing=wording.NO_DATA)
            for year in years
        ]

    def _distribution(self, metric: Metric, context: Context) -> Exhibit:
        ours = context.ours(self.metric, self.year)
        if ours.value is None:
            context.gap(ours)
            return gap_note(metric, ours, context)
        state = context.place.state if self.among == "state" else None
        values = self._values(context, ours.year, state)
        if len(values) < FEWEST and state:
            # A state of few counties is no crowd to stand in; the country is.
            state = None
            values = self._values(context, ours.year, state)
        if len(values) < FEWEST:
            few = missing(ours, f"the data have only {len(values)} places to stand among")
            context.gap(few)
            return gap_note(metric, few, context)
        peers = [context.observe(self.metric, peer, ours.year) for peer in context.peers()]
        near = [o for o in peers if o.known and (state is None or o.place.state == state)]
        named = [ours, *near[:2]]
        kind = "counties" if context.place.level == "county" else "cities"
        where = f"{context.place.state} {kind}" if state else f"U.S. {kind}"
        reference, traced = self._reference(metric, context, ours)
        return self._chart(
            metric,
            context,
            form="distribution",
            year=ours.year,
            series=(
                Series("", tuple(self._point(context, o, o.place.name, o is ours) for o in named)),
            ),
            reference=reference,
            field=tuple(sorted(values)),
            field_label=f"Each mark is one of {len(values):,} {where}.",
            takeaway=f"{context.place.name} is {wording.standing(ours.value, values)} {where}",
            figures=(*(context.printed(o) for o in named), *traced),
        )

    def _values(self, context: Context, year: int | None, state: str | None) -> list[float]:
        around = context.store.across(self.metric, context.place.level, year, state)
        return [o.value for o in map(context.fit, around) if o.value is not None]

    def _groups(self, metric: Metric, kind: str, context: Context) -> Exhibit:
        found = context.store.groups(self.metric, context.place, kind, self.year)
        groups = [context.fit(o) for o in found]
        if not any(o.known for o in groups):
            return group_gap(metric, kind, found, self.heading or "", context)
        year = groups[0].year
        everyone = context.store.everyone(self.metric, context.place, kind, year)
        reference = None
        traced: tuple[Printed, ...] = ()
        if everyone.value is not None:
            traced = (context.printed(everyone),)
            reference = Reference("Everyone", everyone.value, traced[0].text)
        points = tuple(self._point(context, o, context.group(o.group), False) for o in groups)
        return self._chart(
            metric,
            context,
            form="dots",
            year=year,
            series=(Series("", points),),
            reference=reference,
            takeaway="",
            figures=(*(context.printed(o) for o in groups), *traced),
        )

    @staticmethod
    def _point(context: Context, observation: Observation, label: str, ours: bool) -> Point:
        printed = context.printed(observation).text
        return Point(
            label,
            observation.value,
            printed if observation.known else observation.missing,
            observation.lower if observation.known else None,
            observation.upper if observation.known else None,
            highlight=ours,
        )

    def _chart(
        self,
        metric: Metric,
        context: Context,
        *,
        form: Literal["bars", "dots", "lines", "distribution"],
        year: int | None,
        series: tuple[Series, ...],
        takeaway: str,
        figures: tuple[Printed, ...],
        reference: Reference | None = None,
        field: tuple[float, ...] = (),
        field_label: str = "",
        note: str = "",
    ) -> Chart:
        usual = metric.label if form == "lines" or not year else f"{metric.label}, {year}"
        return Chart(
            heading=context.fill(self.heading or usual, year).text,
            note=context.fill(self.note or note or self._usual_note(series, form), year).text,
            form=form,
            series=series,
            format=metric.format,
            alt=alt.of_chart(form, metric, series, reference, year, field, takeaway),
            reference=reference,
            field=field,
            field_label=field_label,
            takeaway=takeaway,
            starts_at_zero=form != "lines",
            figures=figures,
        )

    @staticmethod
    def _usual_note(series: tuple[Series, ...], form: str) -> str:
        bounded = any(point.lower is not None for row in series for point in row.points)
        if bounded and form in ("bars", "dots"):
            return "Thin lines show how sure each number is: 95 times in 100 it lies inside."
        return ""
