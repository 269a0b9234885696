"""`kind: hundred`: 100 people in the parts of a whole, step by step, or in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks.base import Block
from datawalk.blocks.charts import alt, lineup
from datawalk.blocks.charts.charting import ChartRequest
from datawalk.blocks.context import Context
from datawalk.blocks.own import parts as own_parts
from datawalk.blocks.own.parts import PartOfWhole, Step
from datawalk.blocks.stat import gap_note
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Chart, Exhibit, Point, Series
from datawalk.fields import FileName, MetricName, Name, Title, When, whole_year
from datawalk.metrics.knowledge import families, lineups
from datawalk.metrics.local import origins
from datawalk.metrics.local.own import HIDDEN_WORDS
from datawalk.metrics.local.protection.entries import Use
from datawalk.metrics.model import NumberFormat, OwnPrinted, Printed
from datawalk.metrics.words import wording
from datawalk.metrics.words.credits import mark
from datawalk.problems import nearest, refuse
from datawalk.words import say

PERCENT = NumberFormat(100, 1, "", "%")
"""True shares stand beside counts of 100, so they say one digit more."""
ADDS_UP = 0.005
"""Shares of a whole are printed to the hundredth, so this much off is still all of it."""


class HundredBlock(Block):
    """100 squares in the parts of a whole, from the data or a file of your own; or 100 in line."""

    kind: Literal["hundred"]
    metric: MetricName | None = Field(
        None,
        description="One of the metrics that make up a whole, such as share_desc_rep_hispanic; "
        "or of one in a line of 100, such as pctl_income_50.",
    )
    file: FileName | None = Field(None, description="A CSV or XLSX file with a row for each part.")
    measure: Name | None = Field(None, description="The column with counts or percents.")
    of: Title | None = Field(None, description="What the 100 are; people if left out.")
    falling: bool = Field(
        False, description="Each row is a part of the row before, such as started and finished."
    )
    areas: tuple[Name, ...] = Field((), description="Only this area.", max_length=1)
    highlight: Name | None = Field(None, description="The part to stand out.")
    year: When | None = None
    note: Title | None = Field(None, description="A remark under the chart.")
    source: Title | None = Field(None, description="Who counted, and when.")

    @model_validator(mode="after")
    def _one_whole(self) -> Self:
        if bool(self.metric) == bool(self.file):
            raise ValueError("write metric: for parts from the data, or file: for your own")
        if bool(self.file) != bool(self.measure):
            raise ValueError("file: and measure: go together")
        if self.metric and self.falling:
            raise ValueError("falling: is for a file: of your own")
        if self.metric:
            whole_year(self.year)
        return self

    def supplies(self) -> Supplement | None:
        return self.supplement or ("local data" if self.file else None)

    def metrics(self) -> set[str]:
        named = self.metric or ""
        whole = {member.metric for member in families.family(named)}
        return super().metrics() | whole | {one.metric for one in lineups.lineup(named)}

    def tables(self) -> dict[str, Use]:
        steps = frozenset({self.measure or ""} if self.falling else ())
        return {self.file: Use(steps=steps)} if self.file else {}

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        if self.metric in lineups.lined_up():
            metric = context.metric(self.metric)
            year = whole_year(self.year)
            words = (self.heading or "", self.note or "")
            return (lineup.exhibit(ChartRequest(metric, context, *words, year)),)
        if self.metric:
            return (self._published(self.metric, context),)
        return (self._own(self.file or "", self.measure or "", context),)

    def _published(self, name: str, context: Context) -> Exhibit:
        metric = context.metric(name)
        members = families.family(name)
        if not members or not members[0].parts:
            known = ", ".join(families.wholes())
            raise refuse(
                f"{name} is not one of several parts that make up a whole.",
                f"These are: {known}.",
            )
        asked = whole_year(self.year)
        newest = [context.store.observe(m.metric, context.place, asked).year for m in members]
        year = asked or max((found for found in newest if found), default=None)
        found = [context.observe(m.metric, context.place, year) for m in members]
        lacking = next((o for o in found if o.value is None), None)
        if lacking:
            context.gap(lacking)
            return gap_note(metric, lacking, context, heading=members[0].family)
        told = [PartOfWhole(m.name, o.value or 0.0) for m, o in zip(members, found, strict=True)]
        whole = sum(part.share for part in told)
        if abs(whole - 1) > ADDS_UP:
            raise refuse(
                f"The parts of {name} add up to {whole:.1%} for {context.place.name}, not to all."
            )
        marks = [mark(o) for o in found]
        label, of = members[0].family, self.of or members[0].parts
        chart = self._parts(told, marks, label, of, f"{year}", context)
        figures = tuple(
            Printed(point.printed, o)
            for point, o in zip(chart.series[0].points, found, strict=True)
        )
        # Published parts are groups of people: none leads the title for being the largest.
        plain = chart if self.highlight else replace(chart, takeaway="")
        return self._finished(plain, context, say(alt.LISTED), year=year, figures=figures)

    def _own(self, file: str, measure: str, context: Context) -> Exhibit:
        own = context.own_table(file)
        area = next(iter(self.areas), None)
        figures = own_parts.rows(own, measure, self.year, area, context.tell)
        label = own.called(measure)
        of, when = self.of or say("people"), figures[0].year
        if self.falling:
            steps = own_parts.steps(own, measure, figures)
            chart = self._steps(steps, label, of, when)
            held = [step.figure for step in steps]
            hidden = any(step.missing == say(HIDDEN_WORDS) for step in steps)
        else:
            parts = own_parts.parts(own, measure, figures)
            chart = self._parts(parts, [""] * len(parts), label, of, when, context)
            held = [part.figure for part in parts]
            hidden = any(part.hidden for part in parts)
        credit = context.credit(own, self.source)
        notes = (own.hidden_note if hidden else "", credit)
        points = zip(held, chart.series[0].points, strict=True)
        return self._finished(
            chart,
            context,
            alt.from_file(own.name),
            terms=own.terms,
            note=" ".join(note for note in (chart.note, *notes) if note),
            own=origins.of_figures(own, ((f, point.printed) for f, point in points), credit),
        )

    def _parts(
        self,
        parts: Sequence[PartOfWhole],
        marks: Sequence[str],
        label: str,
        of: str,
        when: str,
        context: Context,
    ) -> Chart:
        """Each part has as many squares as its share is rounded to wherever else it is told, so
        that no sheet contradicts another. All squares may then be one or two more or fewer than
        100, and the chart says so: sharing out just 100 would print a part of 76.4% as 77.
        """
        labels = [part.label for part in parts]
        if self.highlight and self.highlight not in labels:
            raise refuse(
                f'There is no part "{self.highlight}".',
                nearest(self.highlight, labels) or f"The parts are: {'; '.join(labels)}.",
            )
        points = tuple(
            Point(
                part.label,
                part.share,
                wording.edged(part.share, "share", PERCENT) + sign,
                highlight=part.label == self.highlight,
                count=wording.of_100(part.share),
            )
            for part, sign in zip(parts, marks, strict=True)
        )
        whole = sum(point.count or 0 for point in points)
        ours = next((point for point in points if point.highlight), None)
        told = ours or max(points, key=lambda point: point.value or 0.0)
        return Chart(
            heading=self.heading or _titled(label, of, when),
            note="" if whole == 100 else say("Rounded, the squares add up to {sum}.", sum=whole),
            form="parts",
            series=(Series(say("Share of all {of}", of=of), points),),
            format=PERCENT,
            alt=alt.of_parts(label, of, when, points),
            takeaway=say(
                "{label}: {share} of {of} in {place}",
                label=told.label,
                share=told.printed,
                of=of,
                place=context.place.name,
            ),
        )

    def _steps(self, steps: Sequence[Step], label: str, of: str, when: str) -> Chart:
        points = []
        before = 100
        for step in steps:
            count = None if step.share is None else wording.of_100(step.share)
            fewer = 0 if count is None else before - count
            told = say("{count} fewer", count=fewer) if fewer else ""
            printed = step.missing if count is None else say("{count} of 100", count=count)
            points.append(Point(step.label, step.share, printed, remark=told, count=count))
            before = before if count is None else count
        known = [point for point in points if point.count is not None]
        last = known[-1]
        return Chart(
            heading=self.heading or _titled(label, of, when),
            form="steps",
            series=(Series(of, tuple(points)),),
            format=NumberFormat(100, 0, "", "%"),
            alt=alt.of_steps(label, of, when, points),
            takeaway=say(
                "Of 100 {of}, {count}: {label}",
                of=of,
                count=last.count,
                label=last.label,
            ),
        )

    def _finished(
        self,
        chart: Chart,
        context: Context,
        where: str,
        *,
        year: int | None = None,
        note: str = "",
        terms: str = "",
        figures: tuple[Printed, ...] = (),
        own: tuple[OwnPrinted, ...] = (),
    ) -> Chart:
        said = (context.fill(self.note or "").text, note or chart.note)
        return replace(
            chart,
            heading=context.fill(chart.heading, year).text,
            note=" ".join(part for part in said if part),
            alt=f"{chart.alt} {where}",
            terms=terms,
            figures=figures,
            own=own,
        )


def _titled(label: str, of: str, when: str) -> str:
    title = say("{label}: of every 100 {of}", label=label, of=of)
    return f"{title}, {when}" if when else title
