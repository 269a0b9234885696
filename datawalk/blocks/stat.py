"""`kind: stat`: one big number in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk import prose
from datawalk.blocks.base import Block
from datawalk.blocks.cards import NO_FIGURES, NO_NUMBER
from datawalk.blocks.context import Context, UnreadError, sourced
from datawalk.blocks.fitness import UNSURE
from datawalk.exhibits import Exhibit, Prose, Stat
from datawalk.fields import MetricName, Text, Title, Year
from datawalk.metrics.files.cases import too_few
from datawalk.metrics.findings import telling
from datawalk.metrics.knowledge import doubts, zeros
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.knowledge.groups import BY
from datawalk.metrics.knowledge.takeaways import sentences
from datawalk.metrics.model import Gap, Observation, Printed
from datawalk.metrics.words import comparing, reasons, wording
from datawalk.metrics.words.credits import mark
from datawalk.metrics.words.simple import simple
from datawalk.problems import Problem
from datawalk.words import later, say


class StatBlock(Block):
    """A number from the data (metric), or one of your own (number, sentence and source)."""

    kind: Literal["stat"]
    metric: MetricName | None = None
    year: Year | None = None
    number: Title | None = Field(None, description="A number of your own, such as 12,400.")
    sentence: Text | None = Field(None, description="The words that follow the number.")
    source: Title | None = Field(None, description="Who counted your own number, and when.")
    icons: bool = Field(True, description="Show a share as 100 squares.")

    @model_validator(mode="after")
    def _one_number(self) -> Self:
        if bool(self.metric) == bool(self.number):
            raise ValueError("write metric: for a number from the data, or number: for your own")
        if self.number and not (self.sentence and self.source):
            raise ValueError("a number of your own needs sentence: and source:")
        return self

    def metrics(self) -> set[str]:
        return super().metrics() | ({self.metric} if self.metric else set())

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        if self.metric is None:
            return (self._typed(context),)
        metric = context.metric(self.metric)
        ours = context.ours(self.metric, self.year)
        if not ours.known:
            context.gap(ours)
            return (gap_note(metric, ours, context),)
        return (self._counted(context.counted(ours), ours, context),)

    def _typed(self, context: Context) -> Stat:
        sentence = context.fill(self.sentence or "")
        return Stat(
            heading=context.fill(self.heading or "").text,
            number=context.fill(self.number or "").text,
            sentence=sentence.words,
            note=sourced(context.fill(self.source or "").text),
            figures=sentence.figures,
        )

    def _counted(self, metric: Metric, ours: Observation, context: Context) -> Stat:
        number = wording.headline(ours, metric) + mark(ours)
        figure = context.printed(ours) if ours.pair else Printed(number, ours)
        share = None if ours.value is None or metric.kind != "share" else wording.of_100(ours.value)
        written = self.sentence or _about_whom(metric, ours)
        right = wording.figure(ours.pair[1], metric) + mark(ours) if ours.pair else ""
        sentence = context.fill(written.replace("{right}", right), ours.year)
        if context.store.dated(ours) and f"{ours.year}" not in sentence.text:
            when = say("This is the number of {year}.", year=ours.year)
            sentence = replace(sentence, text=f"{sentence.text} {when}")
        other = self._other(metric, ours, context)
        comparison = comparing.compare(ours, other, metric) if other else ""
        beside = [context.printed(other)] if other and comparison else []
        return Stat(
            heading=context.fill(self.heading or "", ours.year).text,
            number=number,
            sentence=sentence.words,
            share=share if self.icons else None,
            each=metric.each or "person",
            range=(span := wording.range_words(ours, metric)),
            within=wording.counts_within(ours) if span and share is not None else None,
            about="" if share is None else _about(ours.value or 0.0, metric),
            comparison=comparison,
            figures=(figure, *sentence.figures, *beside),
        )

    @staticmethod
    def _other(metric: Metric, ours: Observation, context: Context) -> Observation | None:
        beside = context.beside()
        if beside is None:
            return None
        other = context.observe(metric.name, beside, ours.year)
        return other if other.known else None


def _about_whom(metric: Metric, ours: Observation) -> str:
    """The sentence of the metric, about the wider area where the figure is one of that."""
    where = doubts.where(ours)
    return metric.sentence.replace("{place}", where) if where else metric.sentence


def _about(share: float, metric: Metric) -> str:
    """'About 1 in 5' beside 21%; '' where no simple fraction is near."""
    if wording.hardly_any(share, metric):
        return say("fewer than 1 of 100")
    found = simple(share)
    if found == (1, 2):
        return say("About half")
    return say("About {count} in {all}", count=found[0], all=found[1]) if found else ""


def gap_note(
    metric: Metric, ours: Observation, context: Context, by: str = "", heading: str = ""
) -> Prose:
    """A sheet that lacks its number says so, and why; then what the middle is."""
    why = reasons.told(ours.missing)
    told = {"place": ours.place.name, "why": why}
    if zeros.says_all(ours):
        text = say("**{what}.** Who could help us change that?", what=_begun(why))
    elif by:
        text = say(NO_FIGURES, by=say(by), **told)
    else:
        text = say(NO_NUMBER, **told)
    known = () if by or zeros.says_all(ours) else _elsewhere(metric, context)
    return Prose(
        heading=heading or metric.label,
        paragraphs=tuple(prose.words(said) for said in (text, *(said for said, _ in known))),
        form="card",
        figures=(context.printed(ours), *(figure for _, figure in known)),
    )


def _elsewhere(metric: Metric, context: Context) -> tuple[tuple[str, Printed], ...]:
    """What the middle is that the walk compares with, in a sentence; () where nobody knows."""
    middle = context.benchmark()
    found = context.observe(metric.name, middle) if middle else None
    words = sentences(found) if found and found.known and found.year else None
    return (telling.level(found, metric, words),) if found and words else ()


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def group_gap(
    metric: Metric, kind: str, found: tuple[Observation, ...], heading: str, context: Context
) -> Prose:
    """A sheet that lacks figures by group says so; the number of everyone may well be there.

    `found` are the groups of that kind, none of which has a figure fit to print. Raises UnreadError
    where their file was not given.
    """
    if not found and context.lacks(metric.name, kind):
        raise UnreadError
    overall = context.store.observe(metric.name, context.place)
    if not found and not overall.known:
        context.gap(overall)
        return gap_note(metric, overall, context)
    weak = any(o.known for o in found)
    few = next((o.missing for o in found if too_few(o)), None)
    why = few or (UNSURE if weak else Gap("not published"))
    ours = Observation(metric.name, context.place, None, missing=why)
    context.gap(ours, f"figures {BY[kind]}", kind)
    # The heading without "({year})": no year has these figures.
    timeless = heading.partition("{year}")[0].rstrip(" ,(")
    named = context.fill(timeless).text or f"{metric.short}, {say(BY[kind])}"
    return gap_note(metric, ours, context, BY[kind], named)


def number_alone(metric: Metric, ours: Observation, why: Gap, context: Context) -> Exhibit:
    """The figure itself, where there are no other places to show it among; the author is told.

    Raises UnreadError where a file would have them that was not given.
    """
    if file := context.store.unread_others(context.place):
        context.unread(file)
        raise UnreadError
    what = f"{context.place.name} stands alone for {metric.name}: {reasons.noted(why)}."
    told = f"{what} The sheet shows its number by itself."
    context.tell(Problem(told, severity="warning"))
    return by_itself(metric, ours, context)


def by_itself(
    metric: Metric, ours: Observation, context: Context, heading: str = "", note: str = ""
) -> Exhibit:
    """The number of a figure that has no other to be drawn beside, as `kind: stat` shows it.

    Its sentence says what is counted, where its author wrote no heading.
    """
    stat = StatBlock(kind="stat", metric=metric.name, year=ours.year, heading=heading or None)
    (shown,) = stat.exhibits(context)
    return replace(shown, note=context.fill(note, ours.year).text)


def alone(heading: str, context: Context) -> Prose:
    """A sheet about neighbours of a county that has none says so."""
    words = later("**No county that we have data for borders on {place}.**")
    text = say(words, place=context.place.name)
    context.tell(
        Problem(
            f"{context.place.name} has no neighbors in the data. The sheet says so.",
            "Islands have none; else use the Urban Institute's whole file.",
            severity="warning",
        )
    )
    return Prose(heading=heading, paragraphs=(prose.words(text),))
