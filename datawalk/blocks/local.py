"""`kind: local_chart`: numbers of the community's own as bars, dots or lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks import alt, own_areas
from datawalk.blocks.base import Block
from datawalk.blocks.chart_years import MOST_PANELS
from datawalk.blocks.context import Context
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Chart, ChartForm, Exhibit, NumberFormat, Point, Reference, Series
from datawalk.fields import FileName, Name, Title, Year
from datawalk.metrics import wording
from datawalk.metrics.local.own import HIDDEN_WORDS, OwnFigure, OwnTable
from datawalk.metrics.local.sums import is_total
from datawalk.problems import nearest, refuse
from datawalk.words import later, say

MOST_ROWS = 16
MOST_LINES = 4
OverYears = Literal["lines", "slope", "panels"]

SURE = later("Thin lines show how sure each number is: 95 times in 100 it lies inside.")
SURE_FROM_90 = later(
    "Thin lines show how sure each number is: 95 times in 100 it lies inside, worked out from 90 "
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
    year: Year | None = None
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

    def tables(self) -> dict[str, frozenset[str]]:
        return {self.file: frozenset()}

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        own = context.own_table(self.file)
        figures = self._in_areas(own)
        if self.over:
            return (self._small(own, figures, context),)
        match self.show:
            case "areas":
                return (self._areas(own, figures, context),)
            case "groups":
                return (self._groups(own, figures, context),)
            case "years":
                return (self._years(own, figures, context, "lines"),)
            case "change":
                return (self._years(own, figures, context, "slope"),)

    def _in_areas(self, own: OwnTable) -> list[OwnFigure]:
        figures = own.figures(self.measure)
        known = list(dict.fromkeys(figure.area for figure in figures))
        for area in self.areas:
            if area not in known:
                raise refuse(
                    f'{own.name} has no area "{area}".',
                    nearest(area, known) or f"It has: {', '.join(known[:12])}.",
                )
        return [figure for figure in figures if not self.areas or figure.area in self.areas]

    def _areas(self, own: OwnTable, figures: Sequence[OwnFigure], context: Context) -> Chart:
        figures = own_areas.of_group(own, self._of_year(figures), self.group)
        parts = [f for f in figures if not is_total(f.area, own_areas.totals(own)) or self.areas]
        shown = sorted(parts, key=lambda f: (f.value is None, f.hidden, -(f.value or 0)))
        points = [(figure.area, figure) for figure in shown]
        return self._rows(own, "bars", points, self._everyone(own, figures, parts), context)

    def _groups(self, own: OwnTable, figures: Sequence[OwnFigure], context: Context) -> Chart:
        figures = own_areas.of_one_area(own, self._of_year(figures), None)
        parts = [f for f in figures if not is_total(f.group, own_areas.totals(own))]
        shown = [(f.group, f) for f in parts]
        form: Literal["bars", "dots"] = "dots" if own.measure(self.measure).rate else "bars"
        return self._rows(own, form, shown, self._everyone(own, figures, parts), context)

    def _of_year(self, figures: Sequence[OwnFigure]) -> list[OwnFigure]:
        return own_areas.newest(figures, None if self.year is None else str(self.year))

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
        if len(named) > MOST_ROWS:
            raise refuse(
                f"This chart has {len(named)} rows; a sheet can show {MOST_ROWS}.",
                "Name the ones that matter in areas:, or show them on a map.",
            )
        format_ = own.format(self.measure)
        points = tuple(self._point(label, figure, format_) for label, figure in named)
        reference = None
        if everyone is not None and everyone.value is not None:
            label = everyone.area if self.show == "areas" else everyone.group
            reference = Reference(label, everyone.value, wording.number(everyone.value, format_))
        series = (Series("", points),)
        year = named[0][1].year if named else ""
        return self._chart(own, form, series, [f for _, f in named], year, reference, context)

    def _small(self, own: OwnTable, figures: Sequence[OwnFigure], context: Context) -> Chart:
        """A small chart for each area, or for each group of one area."""
        if self.show == "groups":
            figures = own_areas.of_one_area(own, figures, None)
        return self._years(own, figures, context, "panels")

    def _years(
        self, own: OwnTable, figures: Sequence[OwnFigure], context: Context, form: OverYears
    ) -> Chart:
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
        years = sorted({figure.year for figure in figures})
        if len(years) < 2:
            raise refuse(
                f"{own.name} has one year only; a line needs two.",
                "Give the table a column year, or use show: areas.",
            )
        if form == "slope":
            years = [years[0], years[-1]]
            figures = [figure for figure in figures if figure.year in years]
        format_ = own.format(self.measure)
        ours = self.highlight or ("" if form == "panels" else next(iter(lines)))
        series = []
        for label, row in lines.items():
            held = own_areas.by_year(row)
            points = tuple(self._point(year, held.get(year), format_) for year in years)
            series.append(Series(label, points, highlight=label == ours))
        return self._chart(own, form, tuple(series), figures, "", None, context)

    def _point(self, label: str, figure: OwnFigure | None, format_: NumberFormat) -> Point:
        ours = self.highlight == label
        if figure is None or figure.value is None:
            hidden = figure is not None and figure.hidden
            return Point(
                label, None, say(HIDDEN_WORDS) if hidden else wording.no_data(), highlight=ours
            )
        text = wording.number(figure.value, format_)
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
        said = own.measure(self.measure)
        label = said.label or self.measure
        usual = f"{label}, {year}" if year else label
        return Chart(
            heading=context.fill(self.heading or usual).text,
            note=self._notes(own, form, figures, context),
            terms=own.terms,
            form=form,
            series=series,
            format=own.format(self.measure),
            alt=alt.of_own(form, label, year, series, reference, own.name),
            reference=reference,
            starts_at_zero=form not in alt.OVER_YEARS,
        )

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
