"""`kind: local_chart`: numbers of the community's own as bars, dots or lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks.base import Block
from datawalk.blocks.charts import alt
from datawalk.blocks.charts.charting import SURE
from datawalk.blocks.charts.years import MOST_PANELS
from datawalk.blocks.context import Context
from datawalk.blocks.own import areas as own_areas
from datawalk.blocks.own import times as own_times
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Chart, ChartForm, Exhibit, Point, Reference, Series
from datawalk.fields import FileName, Name, Title, When
from datawalk.metrics.local import origins
from datawalk.metrics.local.columns import digits
from datawalk.metrics.local.own import HIDDEN_WORDS, OwnFigure, OwnTable
from datawalk.metrics.local.protection.entries import Use
from datawalk.metrics.local.times import spread
from datawalk.metrics.model import NumberFormat
from datawalk.metrics.words import wording
from datawalk.problems import nearest, refuse
from datawalk.words import later, say

MOST_ROWS = 16
MOST_LINES = 4
OverYears = Literal["lines", "slope", "panels"]

SURE_FROM_90 = later(
    "Thin lines show the range: 95 times in 100 the true number lies inside, worked out from 90 "
    "percent margins."
)


class LocalChartBlock(Block):
    """A chart from a CSV or XLSX file of your own: areas, groups of people, or years."""

    kind: Literal["local_chart"]
    supplement: Supplement | None = "local data"
    file: FileName
    measure: Name = Field(description="The column to show; in a long table, the measure.")
    show: Literal["areas", "groups", "years", "change"] = Field(
        "areas",
        description="areas: bars; groups: bars or dots in the order of the file; years: lines; "
        "change: the first and the last year.",
    )
    over: Literal["years"] | None = Field(
        None, description="For areas and groups: a small chart of years for each."
    )
    areas: tuple[Name, ...] = Field((), description="Only these areas.", max_length=MOST_ROWS)
    group: Name | None = Field(None, description="Only this group of people.")
    year: When | None = None
    highlight: Name | None = Field(None, description="The area or group to stand out.")
    note: Title | None = Field(None, description="A remark under the chart.")
    source: Title | None = Field(
        None, description="Who counted, and when; local_data: says so for all blocks at once."
    )

    @model_validator(mode="after")
    def _over_goes_with_parts(self) -> Self:
        if self.over and self.show not in ("areas", "groups"):
            raise ValueError("over: years goes with show: areas or show: groups")
        return self

    def tables(self) -> dict[str, Use]:
        return {self.file: Use()}

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        own = context.own_table(self.file)
        if self.over or self.show in ("years", "change"):
            return (self._over_time(own, context),)
        timed = own_times.timed(own, self.measure, context.tell)
        if self._of_times(own) and len(timed.ordered) > 1:
            return (self.model_copy(update={"show": "years"})._over_time(own, context),)
        figures = self._in_areas(own, timed.of(self.year))
        rows = self._areas if self.show == "areas" else self._groups
        return (rows(own, figures, context),)

    def _of_times(self, own: OwnTable) -> bool:
        """Whether the rows are times of one place, so that bars would have no names."""
        named = (own.shape.area, own.shape.group)
        return self.show == "areas" and self.year is None and named == (None, None)

    def _in_areas(self, own: OwnTable, figures: Sequence[OwnFigure]) -> list[OwnFigure]:
        known = list(dict.fromkeys(figure.area for figure in figures))
        for area in self.areas:
            if area not in known:
                raise refuse(
                    f'{own.name} has no area "{area}".',
                    nearest(area, known) or f"It has: {', '.join(known[:12])}.",
                )
        return [figure for figure in figures if not self.areas or figure.area in self.areas]

    def _areas(self, own: OwnTable, figures: Sequence[OwnFigure], context: Context) -> Chart:
        figures = own_areas.of_group(own, figures, self.group)
        parts = [f for f in figures if self.areas or not own_areas.counts_all(own, f.area)]
        shown = sorted(parts, key=lambda f: (f.value is None, f.hidden, -(f.value or 0)))
        points = [(figure.area, figure) for figure in shown]
        everyone = self._everyone(own, figures, parts)
        rest = [f.area for f in figures if f not in parts and f is not everyone]
        self._tell_left_out(own, rest, context)
        return self._rows(own, "bars", points, everyone, context)

    def _groups(self, own: OwnTable, figures: Sequence[OwnFigure], context: Context) -> Chart:
        if not any(figure.group for figure in figures):
            # Without a column of groups they stand in the first column.
            figures = [replace(figure, group=figure.area, area="") for figure in figures]
        figures = own_areas.of_one_area(own, figures, None)
        parts = [f for f in figures if not own_areas.counts_all(own, f.group)]
        shown = [(f.group, f) for f in parts]
        form: Literal["bars", "dots"] = "dots" if own.measure(self.measure).rate else "bars"
        everyone = self._everyone(own, figures, parts)
        rest = [f.group for f in figures if f not in parts and f is not everyone]
        self._tell_left_out(own, rest, context)
        return self._rows(own, form, shown, everyone, context)

    @staticmethod
    def _tell_left_out(own: OwnTable, names: Sequence[str], context: Context) -> None:
        """Totals that the author has not named are told."""
        unsaid = [name for name in names if name not in own_areas.totals(own)]
        if unsaid:
            context.tell(own_times.left_out(own, unsaid))

    def _everyone(
        self, own: OwnTable, figures: Sequence[OwnFigure], parts: Sequence[OwnFigure]
    ) -> OwnFigure | None:
        """The figure of all together, which for a rate is a line to compare with."""
        rest = [figure for figure in figures if figure not in parts and figure.value is not None]
        return rest[0] if rest and own.measure(self.measure).rate else None

    def _rows(
        self,
        own: OwnTable,
        form: Literal["bars", "dots"],
        named: Sequence[tuple[str, OwnFigure]],
        everyone: OwnFigure | None,
        context: Context,
    ) -> Chart:
        if not named:
            what = "areas" if self.show == "areas" else "groups"
            raise refuse(
                f"{own.name} has no {what} to show here besides totals.",
                f"Write show: {'groups' if self.show == 'areas' else 'areas'}, or name the group "
                "in group:, or what is no total in areas:.",
            )
        if len(named) > MOST_ROWS:
            raise refuse(
                f"This chart has {len(named)} rows; a sheet can show {MOST_ROWS}.",
                "Name the ones that matter in areas:, or show them on a map.",
            )
        format_ = self._format(own, [figure for _, figure in named])
        points = tuple(self._point(label, figure, format_) for label, figure in named)
        shown = [(f, point.printed) for (_, f), point in zip(named, points, strict=True)]
        reference = None
        if everyone is not None and everyone.value is not None:
            label = everyone.area if self.show == "areas" else everyone.group
            reference = Reference(label, everyone.value, wording.number(everyone.value, format_))
            shown.append((everyone, reference.printed))
        series = (Series("", points),)
        year = named[0][1].year if named else ""
        chart = self._chart(own, form, series, [f for _, f in named], year, reference, context)
        return self._traced(chart, own, shown, context)

    def _over_time(self, own: OwnTable, context: Context) -> Chart:
        """Lines, the change, or a small chart for each area, or for each group of one area."""
        timed = own_times.spread_out(own, self.measure, context.tell)
        figures = self._in_areas(own, timed.figures)
        if self.over and self.show == "groups":
            figures = own_areas.of_one_area(own, figures, None)
        form: OverYears = "lines" if self.show == "years" else "slope"
        chosen = replace(timed, figures=tuple(figures))
        return self._years(own, chosen, context, "panels" if self.over else form)

    def _years(
        self, own: OwnTable, timed: own_times.Timed, context: Context, form: OverYears
    ) -> Chart:
        figures: Sequence[OwnFigure] = timed.figures
        by_group = bool(self.group) or len({figure.area for figure in figures}) > 1
        if by_group:
            figures = own_areas.of_group(own, figures, self.group)
        lines: dict[str, list[OwnFigure]] = {}
        for figure in figures:
            lines.setdefault(figure.area if by_group else figure.group, []).append(figure)
        most = MOST_PANELS if form == "panels" else MOST_LINES
        if len(lines) > most:
            raise refuse(
                f"This chart has {len(lines)} lines; {most} can be told apart.",
                "Name the areas that matter in areas:.",
            )
        ordered = timed.ordered
        if len(ordered) < 2:
            raise refuse(
                f"{own.name} has one year only; a line needs two.",
                "Give the table a column year, or use show: areas.",
            )
        if form == "slope":
            ordered = (ordered[0], ordered[-1])
            years = {period.text for period in ordered}
            figures = [figure for figure in figures if figure.year in years]
        format_ = self._format(own, figures)
        ours = self.highlight or ("" if form == "panels" else next(iter(lines)))
        series = []
        shown: list[tuple[OwnFigure | None, str]] = []
        for label, row in lines.items():
            held = {figure.year: figure for figure in row}
            points = tuple(
                replace(self._point(period.text, held.get(period.text), format_), when=when)
                for period, when in zip(ordered, own_times.places(ordered), strict=True)
            )
            series.append(Series(label, points, highlight=label == ours))
            at = zip(ordered, points, strict=True)
            shown += [(held.get(period.text), point.printed) for period, point in at]
        chart = self._chart(own, form, tuple(series), figures, "", None, context)
        return self._traced(chart, own, shown, context)

    def _traced(
        self,
        chart: Chart,
        own: OwnTable,
        shown: Sequence[tuple[OwnFigure | None, str]],
        context: Context,
    ) -> Chart:
        """The chart with the cells that its numbers come from."""
        credit = context.credit(own, self.source)
        return replace(chart, own=origins.of_figures(own, shown, credit))

    def _point(self, label: str, figure: OwnFigure | None, format_: NumberFormat) -> Point:
        ours = self.highlight == label
        if figure is None or figure.value is None:
            hidden = figure is not None and figure.hidden
            return Point(
                label, None, say(HIDDEN_WORDS) if hidden else wording.no_data(), highlight=ours
            )
        text = digits.under(figure.value, format_) or wording.number(figure.value, format_)
        return Point(label, figure.value, text, figure.lower, figure.upper, ours)

    def _chart(
        self,
        own: OwnTable,
        form: ChartForm,
        series: tuple[Series, ...],
        figures: Sequence[OwnFigure],
        year: str,
        reference: Reference | None,
        context: Context,
    ) -> Chart:
        label = own.measure(self.measure).label or self._called(own, form)
        usual = f"{label}, {year}" if year else label
        return Chart(
            heading=context.fill(self.heading or usual).text,
            note=self._notes(own, form, figures, context),
            terms=own.terms,
            form=form,
            series=series,
            format=self._format(own, figures),
            alt=alt.of_own(form, label, year, series, reference, own.name),
            reference=reference,
            starts_at_zero=form not in alt.OVER_YEARS,
        )

    def _format(self, own: OwnTable, figures: Sequence[OwnFigure]) -> NumberFormat:
        return own.format(self.measure, {figure.line for figure in figures})

    def _called(self, own: OwnTable, form: ChartForm) -> str:
        """What is shown, where nobody says it; a column that is called 2023 names no more."""
        told = spread.stem(self.measure)
        if form not in alt.OVER_YEARS or told is None:
            return own.called(self.measure)
        return told[0] or (own.shape.source.name if own.shape.source else own.name)

    def _notes(
        self, own: OwnTable, form: str, figures: Sequence[OwnFigure], context: Context
    ) -> str:
        hidden = [figure for figure in figures if figure.hidden]
        areas = {figure.area for figure in figures}
        lines = [f.area if len(areas) > 1 else f.group for f in hidden if form in alt.OVER_YEARS]
        told = (f"{line} {f.year}".strip() for line, f in zip(lines, hidden, strict=False))
        gaps = say("Hidden: {names}.", names=", ".join(told)) if lines else ""
        sure = ""
        if form not in alt.OVER_YEARS and any(figure.lower is not None for figure in figures):
            level = own.measure(self.measure).level
            sure = say(SURE_FROM_90 if level == 90 else SURE)
        parts = (
            context.fill(self.note or "").text,
            sure,
            own.hidden_note if hidden else "",
            gaps,
            context.credit(own, self.source),
        )
        return " ".join(part for part in parts if part)
