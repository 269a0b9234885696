"""`kind: cycle`: steps that begin again, such as those of planning or of research."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.filled import figures_of
from datawalk.exhibits import Bullets, Exhibit
from datawalk.fields import Text


class CycleBlock(Block):
    """Steps in a ring: after the last one comes the first."""

    kind: Literal["cycle"]
    steps: tuple[Text, ...] = Field(
        min_length=3, max_length=7, description="The steps in their order, each in a few words."
    )
    here: int | None = Field(
        None, ge=1, le=7, description="The step that people are at, counted from 1."
    )

    @model_validator(mode="after")
    def _is_a_step(self) -> Self:
        if self.here and self.here > len(self.steps):
            raise ValueError(f"here: is step {self.here}, but there are {len(self.steps)} steps")
        return self

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        heading = context.fill(self.heading or "")
        steps = [context.fill(step) for step in self.steps]
        return (
            Bullets(
                heading=heading.text,
                items=tuple(step.words for step in steps),
                form="cycle",
                here=self.here or 0,
                figures=figures_of([heading, *steps]),
            ),
        )
