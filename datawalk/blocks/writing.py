"""`kind: writing`: room for sticky notes, dots or handwriting."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.exhibits import Exhibit, WritingColumn, WritingSpace
from datawalk.fields import Title
from datawalk.words import say


class WritingBlock(Block):
    """A field for sticky notes (zone), choices to put dots on (dots), or ruled lines (lines)."""

    kind: Literal["writing"]
    heading: Title | None = Field(None, description="What people are asked to write.")
    form: Literal["zone", "dots", "lines"] = "zone"
    hint: Title | None = Field(None, description="How to do it, in a few words.")
    choices: tuple[Title, ...] = Field((), description="For dots: the choices.", max_length=8)
    rows: int = Field(3, ge=1, le=12, description="For lines: how many.")

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        return (
            WritingSpace(
                heading=context.fill(self.heading or say("Write or draw it here")).text,
                form=self.form,
                columns=tuple(WritingColumn(context.fill(choice).text) for choice in self.choices),
                rows=self.rows,
                hint=context.fill(self.hint or "").text,
            ),
        )
