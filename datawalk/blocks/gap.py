"""`kind: gap`: the difference between two groups of people, and how sure it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from pydantic import Field

from datawalk import prose
from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.everyone import everyone
from datawalk.blocks.stat import gap_note, group_gap
from datawalk.exhibits import Exhibit, Prose, Stat
from datawalk.fields import MetricName, Title, Year
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.knowledge.groups import GroupKind, inside
from datawalk.metrics.model import Observation, Printed
from datawalk.metrics.words import comparing
from datawalk.metrics.words.difference import Difference, difference
from datawalk.problems import nearest, refuse
from datawalk.words import later, say

LEVEL = later("95 times in 100 the difference lies inside.")
UNBOUNDED = later("The data do not say how sure this difference is.")


class GapBlock(Block):
    """How far two groups are apart, or that the figures cannot tell them apart."""

    kind: Literal["gap"]
    metric: MetricName
    by: GroupKind = Field("race", description="The kind of groups.")
    groups: tuple[Title, Title] = Field(
        description="Two groups, such as [Black, Hispanic]; the first is told against the second."
    )
    year: Year | None = None

    def metrics(self) -> set[str]:
        return super().metrics() | {self.metric}

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        metric = context.single(self.metric, "a gap", "Use a table with across: for it.")
        held = context.store.groups(self.metric, context.place, self.by, self.year)
        if not held:
            return (group_gap(metric, self.by, held, self.heading or metric.label, context),)
        one, two = (context.fit(self._meant(name, held)) for name in self.groups)
        found = difference(one, two)
        if found is None:
            lacking = one if not one.known else two
            gap = lacking.missing and replace(
                lacking.missing, group=lacking.group, metric=metric.name
            )
            lacking = replace(lacking, missing=gap)
            context.gap(lacking)
            return (gap_note(metric, lacking, context),)
        return (self._told(metric, context, one, two, found),)

    def _meant(self, name: str, held: tuple[Observation, ...]) -> Observation:
        """The group whose label is, or has as a word, what was written. Raises Problems."""
        wanted = name.casefold()
        labels = [o.group.casefold() for o in held]
        found = [o for o, label in zip(held, labels, strict=True) if label == wanted]
        found = found or [
            o
            for o, label in zip(held, labels, strict=True)
            if label.startswith(wanted) or f" {wanted} " in f" {label} "
        ]
        if len(found) == 1:
            return found[0]
        known = "; ".join(o.group for o in held)
        what = "means several groups" if found else "is no group"
        near = "" if found else nearest(name, [o.group for o in held])
        raise refuse(
            f'"{name}" {what} of {self.metric} by {self.by}.', near or f"The groups are: {known}."
        )

    def _told(
        self,
        metric: Metric,
        context: Context,
        one: Observation,
        two: Observation,
        found: Difference,
    ) -> Exhibit:
        first, second = context.printed(one), context.printed(two)
        heading = context.fill(self.heading or _titled(metric, one), one.year).text
        heading = context.in_its_year(heading, (one, two))
        together = everyone(context, metric, self.by, one.year)
        all_of_us = context.printed(together[1]) if together else None
        figures = (first, second, *([all_of_us] if all_of_us else []))
        number, more = comparing.gap(one, two, metric)
        if found.told_apart is False or not more:
            return self._alike(heading, metric, context, found, first, second, figures)
        told = {
            "more": more,
            "what": metric.unit,
            "one": inside(context.group(one.group, metric.name)),
            "first": first.text,
            "two": inside(context.group(two.group, metric.name)),
            "second": second.text,
        }
        words = later("{more} {what} among **{one}** ({first}) than among **{two}** ({second}).")
        text = say(words, **told)
        return Stat(
            heading=heading,
            number=number,
            sentence=prose.words(text),
            range=comparing.gap_range(found, metric),
            comparison=f"{together[0]}: {all_of_us.text}" if together and all_of_us else "",
            note=say(UNBOUNDED if found.told_apart is None else LEVEL),
            figures=(Printed(number, _apart(one, two, found)), *figures),
        )

    @staticmethod
    def _alike(
        heading: str,
        metric: Metric,
        context: Context,
        found: Difference,
        first: Printed,
        second: Printed,
        figures: tuple[Printed, ...],
    ) -> Prose:
        groups = [
            f"{context.group(p.observation.group, metric.name)}: {p.text}." for p in (first, second)
        ]
        span = comparing.gap_range(found, metric)
        said = " ".join(groups)
        if found.told_apart is None:
            parts = [say("**The same number.**"), said, say(UNBOUNDED)]
        else:
            parts = [say("**We cannot tell them apart.**"), said]
            parts += [say("The difference is {span}.", span=span), say(LEVEL)] if span else []
        return Prose(heading=heading, paragraphs=(prose.words(" ".join(parts)),), figures=figures)


def _titled(metric: Metric, one: Observation) -> str:
    return f"{metric.label}, {one.year}" if one.year else metric.label


def _apart(one: Observation, two: Observation, found: Difference) -> Observation:
    """The difference itself as a figure, for the table of numbers."""
    return Observation(
        one.metric,
        one.place,
        one.year,
        one.group_kind,
        f"{one.group} less {two.group}",
        value=round(found.value, 12),  # without the noise of binary fractions
        lower=found.lower,
        upper=found.upper,
        origin=one.origin and replace(one.origin, line=0),
    )
