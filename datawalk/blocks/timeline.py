"""`kind: timeline`: what happened here, in the order of time."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from pydantic import Field

from datawalk import prose
from datawalk.blocks.base import Block
from datawalk.blocks.context import Context, sourced
from datawalk.blocks.filled import Filled, figures_of
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Bullets, Exhibit
from datawalk.fields import Setting, Text, Title
from datawalk.problems import Problem, Problems
from datawalk.prose import Run
from datawalk.words import say

YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


class Happening(Setting):
    """One event, or an era with its end."""

    when: Title = Field(description='A year, or a date with its year: "1954", "May 17, 1954".')
    until: Title | None = Field(None, description="For an era: when it ended, or a word as today.")
    what: Text = Field(description="What happened.")
    source: Title | None = Field(None, description="Who says so.")


class TimelineBlock(Block):
    """What happened here: events and eras, oldest first."""

    kind: Literal["timeline"]
    supplement: Supplement | None = "history"
    events: tuple[Happening, ...] = Field(min_length=2, max_length=12)

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        wrong = [*self._undated(), *self._ended_early()] or self._out_of_order()
        if wrong:
            raise Problems(wrong)
        heading = context.fill(self.heading or say("How we got here"))
        told = [context.fill(event.what) for event in self.events]
        return (
            Bullets(
                heading=heading.text,
                items=tuple(
                    self._item(event, text) for event, text in zip(self.events, told, strict=True)
                ),
                form="timeline",
                spans=tuple(map(_span, self.events)),
                note=self._sources(),
                figures=figures_of([heading, *told]),
            ),
        )

    @staticmethod
    def _item(event: Happening, told: Filled) -> prose.Words:
        return (Run(_dated(event), bold=True), Run("\n"), *told.words)

    def _sources(self) -> str:
        named = dict.fromkeys(event.source for event in self.events if event.source)
        return sourced("; ".join(named)) if named else ""

    def _undated(self) -> list[Problem]:
        return [
            Problem(
                f'"{event.when}" holds no year of four digits.',
                'Write when: "1954", or a date with its year.',
            )
            for event in self.events
            if not YEAR.search(event.when)
        ]

    def _ended_early(self) -> list[Problem]:
        return [
            Problem(
                f'The era "{_dated(event)}" ends before it begins.',
                "Write the earlier year in when: and the later one in until:.",
            )
            for event in self.events
            if YEAR.search(event.when)
            and event.until
            and (end := YEAR.search(event.until))
            and int(end.group()) < _year(event)
        ]

    def _out_of_order(self) -> list[Problem]:
        return [
            Problem(
                f'"{later.when}" stands after "{earlier.when}", but came before it.',
                "Put the oldest event first.",
            )
            for earlier, later in pairwise(self.events)
            if _year(later) < _year(earlier)
        ]


def _dated(event: Happening) -> str:
    if not event.until:
        return event.when
    return say("{first} to {last}", first=event.when, last=event.until)


def _span(event: Happening) -> tuple[int, int | None]:
    """Its first and last year; an era that ends with a word, such as today, goes on."""
    if not event.until:
        return _year(event), _year(event)
    end = YEAR.search(event.until)
    return _year(event), int(end.group()) if end else None


def _year(event: Happening) -> int:
    found = YEAR.search(event.when)
    assert found, "undated events were refused"
    return int(found.group())
