"""`kind: questions`: what the group talks about at this station."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.filled import figures_of
from datawalk.exhibits import Bullets, Exhibit
from datawalk.fields import Text
from datawalk.words import say


class QuestionsBlock(Block):
    """Two or three questions: notice, feel, understand, decide. One at least."""

    kind: Literal["questions"]
    questions: tuple[Text, ...] = Field(
        description="The questions, in this order.", min_length=1, max_length=6
    )
    starters: tuple[Text, ...] = Field(
        default=(),
        description=(
            "The beginning of an answer for each question, in the same order. It stands on the "
            'first note: "Where I live …".'
        ),
        max_length=6,
    )

    dot: bool = Field(
        False,
        description="On posters the first question asks for one dot, on a strip with the scale of "
        "the chart of all places (show: distribution) over it.",
    )

    @model_validator(mode="after")
    def _one_for_each(self) -> Self:
        if len(self.starters) > len(self.questions):
            raise ValueError("write one beginning (starters:) for each question, and no more")
        return self

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        filled = [context.fill(question) for question in self.questions]
        starters = [context.fill(starter) for starter in self.starters]
        heading = context.fill(self.heading or say("Your turn"))
        return (
            Bullets(
                heading=heading.text,
                items=tuple(question.words for question in filled),
                form="questions",
                starters=tuple(starter.text for starter in starters),
                dot=self.dot,
                figures=figures_of([*filled, *starters]),
            ),
        )
