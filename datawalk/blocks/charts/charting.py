"""What all forms of `kind: chart` share: what was asked for, points, and the chart itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from datawalk.blocks.charts import alt
from datawalk.blocks.context import Context
from datawalk.exhibits import Chart, ChartForm, Point, Reference, Series
from datawalk.metrics.knowledge import breaks
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation, Place, Printed
from datawalk.metrics.places.places import called
from datawalk.metrics.words import claims, reasons
from datawalk.words import later, say

SURE = later("Thin lines show the range: 95 times in 100 the true number lies inside.")


@dataclass(frozen=True)
class ChartRequest:
    """A chart as its author asked for it: a metric, and words and years where they are written."""

    metric: Metric
    context: Context
    heading: str = ""
    note: str = ""
    year: int | None = None
    years: tuple[int, int] | None = None

    def noting(self, note: str) -> ChartRequest:
        """The same with a remark, unless the author wrote one."""
        return replace(self, note=self.note or note)

    def noting_all(self, *notes: str) -> ChartRequest:
        """The same with what its author remarks, and all of these after it."""
        return replace(self, note=" ".join(filter(None, (self.note, *notes))))

    def group(self, label: str) -> str:
        """A group as it is printed beside figures of the metric."""
        return self.context.group(label, self.metric.name)

    def point(self, observation: Observation, label: str, ours: bool) -> Point:
        """A mark for a figure; without one, the words that say why."""
        printed = self.context.printed(observation).text
        return Point(
            label,
            observation.value,
            printed if observation.known else reasons.told(observation.missing),
            observation.lower if observation.known else None,
            observation.upper if observation.known else None,
            highlight=ours,
        )

    def printed(self, observations: Iterable[Observation]) -> tuple[Printed, ...]:
        return tuple(self.context.printed(o) for o in observations)

    def reference(self, year: int | None) -> tuple[Reference | None, tuple[Printed, ...]]:
        """The middle that the walk compares with, and its figure to trace."""
        return self.line_of(self.context.benchmark(), year)

    def line_of(
        self, place: Place | None, year: int | None
    ) -> tuple[Reference | None, tuple[Printed, ...]]:
        """A place as a line to compare with; nothing where it has no figure, or where places may
        not be ranked by it.
        """
        if place is None or not self.metric.ranked:
            return None, ()
        found = self.context.observe(self.metric.name, place, year)
        if found.value is None:
            return None, ()
        printed = self.context.printed(found)
        return Reference(called(found.place), found.value, printed.text), (printed,)

    def takeaway(self, ours: Observation) -> str:
        beside = self.context.beside()
        other = self.context.observe(self.metric.name, beside, ours.year) if beside else None
        told = other if other and other.known else None
        dated = self.context.store.dated(ours)
        return claims.takeaway(ours, told, self.context.counted(ours), dated=dated)

    def chart(
        self,
        form: ChartForm,
        year: int | None,
        series: tuple[Series, ...],
        figures: tuple[Printed, ...],
        *,
        takeaway: str = "",
        reference: Reference | None = None,
        field: tuple[float, ...] = (),
        field_label: str = "",
        note: str = "",
    ) -> Chart:
        """The exhibit with its heading, note and alternative text."""
        label = self.metric.label
        usual = label if form in alt.OVER_YEARS or not year else f"{label}, {year}"
        remark = self.note or note or _usual_note(series, form)
        years = {f.observation.year for f in figures if f.observation.known and f.observation.year}
        counted = breaks.told(self.metric.name, years)
        heading = self.context.fill(self.heading or usual, year).text
        if form not in alt.OVER_YEARS:
            heading = self.context.in_its_year(heading, (f.observation for f in figures))
        return Chart(
            heading=heading,
            note=" ".join(filter(None, (self.context.fill(remark, year).text, counted))),
            form=form,
            series=series,
            format=self.metric.format,
            alt=alt.of_chart(form, self.metric, series, reference, year, field, takeaway),
            reference=reference,
            field=field,
            field_label=field_label,
            ends=(self.metric.less, self.metric.more) if form in alt.WITH_ENDS else None,
            takeaway=takeaway,
            starts_at_zero=form not in alt.OVER_YEARS,
            figures=figures,
        )


def _usual_note(series: tuple[Series, ...], form: str) -> str:
    bounded = any(point.lower is not None for row in series for point in row.points)
    return say(SURE) if bounded and form in ("bars", "dots", "grouped", "diverging") else ""
