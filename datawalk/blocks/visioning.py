"""`kind: visioning`: what we want, who can do what, and what each will do."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.exhibits import Exhibit, WritingColumn, WritingSpace
from datawalk.fields import Setting, Title
from datawalk.words import later, say


class Actor(Setting):
    """Someone who can act, with a column of room for notes."""

    label: Title = Field(description='Such as "What we can do".')
    hint: Title | None = Field(None, description="Who that is.")


ACTORS = (
    Actor(
        label=later("What we can do"),
        hint=later("neighbors, families, faith groups, schools"),
    ),
    Actor(
        label=later("What the city or county can do"),
        hint=later("councils, departments, services"),
    ),
    Actor(
        label=later("What others can do"),
        hint=later("employers, colleges, nonprofits, the state"),
    ),
)
VISION = later("In five years, people in {place} …")
COMMIT = later("I commit to …")
COMMITMENTS = (
    later("What I will do"),
    later("With whom"),
    later("By when"),
    later("My name (if I want)"),
)


class VisioningBlock(Block):
    """The last station: a vision to complete, columns of who can act, commitments to sign."""

    kind: Literal["visioning"]
    vision: Title = Field(VISION, description="The start of a sentence to finish.")
    lines: int = Field(3, ge=0, le=8, description="Ruled lines under the vision.")
    actors: tuple[Actor, ...] = Field(ACTORS, min_length=1, max_length=4)
    commit: Title | None = Field(COMMIT, description="Heading of the commitments.")
    commit_columns: tuple[Title, ...] = Field(
        COMMITMENTS,
        min_length=1,
        max_length=5,
        description="Heads of the columns of commitments.",
    )
    commit_rows: int = Field(5, ge=1, le=20, description="How many commitments there is room for.")

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        start = say(VISION, place="{place}") if self.vision == VISION else self.vision
        vision = WritingSpace(heading=context.fill(start).text, form="lines", rows=self.lines)
        actors = WritingSpace(
            heading=context.fill(self.heading or "").text,
            form="notes",
            columns=tuple(
                WritingColumn(context.fill(actor.label).text, context.fill(actor.hint or "").text)
                for actor in (map(_said, ACTORS) if self.actors == ACTORS else self.actors)
            ),
        )
        if not self.commit:
            return (vision, actors)
        table = WritingSpace(
            heading=context.fill(say(COMMIT) if self.commit == COMMIT else self.commit).text,
            form="table",
            columns=tuple(WritingColumn(context.fill(label).text) for label in self._commitments()),
            rows=self.commit_rows,
        )
        return (vision, actors, table)

    def _commitments(self) -> tuple[str, ...]:
        usual = self.commit_columns == COMMITMENTS
        return tuple(map(say, COMMITMENTS)) if usual else self.commit_columns


def _said(actor: Actor) -> Actor:
    """One of the usual actors in the language in use."""
    return Actor(label=say(actor.label), hint=say(actor.hint or ""))
