"""`kind: visioning`: what we want, who can do what, and what each will do."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.exhibits import Column, Exhibit, WritingSpace
from datawalk.fields import Setting, Title


class Actor(Setting):
    """Someone who can act, with a column of room for notes."""

    label: Title = Field(description='Such as "What WE can do".')
    hint: Title | None = Field(None, description="Who that is.")


ACTORS = (
    Actor(label="What WE can do", hint="neighbors, families, faith groups, schools"),
    Actor(label="What the CITY or COUNTY can do", hint="councils, departments, services"),
    Actor(label="What OTHERS can do", hint="employers, colleges, nonprofits, the state"),
)


class VisioningBlock(Block):
    """The last station: a vision to complete, columns of who can act, commitments to sign."""

    kind: Literal["visioning"]
    vision: Title = Field(
        "In five years, people in {place} …", description="The start of a sentence to finish."
    )
    lines: int = Field(3, ge=0, le=8, description="Ruled lines under the vision.")
    actors: tuple[Actor, ...] = Field(ACTORS, min_length=1, max_length=4)
    commit: Title | None = Field("I commit to …", description="Heading of the commitments.")
    commit_columns: tuple[Title, ...] = Field(
        ("What I will do", "With whom", "By when", "My name (if I want)"),
        min_length=1,
        max_length=5,
    )
    commit_rows: int = Field(5, ge=1, le=20)

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        vision = WritingSpace(heading=context.fill(self.vision).text, form="lines", rows=self.lines)
        actors = WritingSpace(
            heading=context.fill(self.heading or "").text,
            form="notes",
            columns=tuple(
                Column(context.fill(actor.label).text, context.fill(actor.hint or "").text)
                for actor in self.actors
            ),
        )
        if not self.commit:
            return (vision, actors)
        table = WritingSpace(
            heading=context.fill(self.commit).text,
            form="table",
            columns=tuple(Column(context.fill(label).text) for label in self.commit_columns),
            rows=self.commit_rows,
        )
        return (vision, actors, table)
