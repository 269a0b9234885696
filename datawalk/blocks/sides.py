"""`kind: sides`: what speaks for something and what against it, side by side."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.filled import figures_of
from datawalk.exhibits import Bullets, Exhibit
from datawalk.fields import Setting, Text, Title


class Side(Setting):
    """One of the two lists, with its name."""

    name: Title = Field(description="What stands over the list, such as What it makes possible.")
    items: tuple[Text, ...] = Field(
        min_length=1, max_length=6, description="Lines of a few words each."
    )


class SidesBlock(Block):
    """Two lists side by side: for and against, then and now, what we know and what we do not."""

    kind: Literal["sides"]
    sides: tuple[Side, Side] = Field(description="The left one, then the right one.")

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        heading = context.fill(self.heading or "")
        names = [context.fill(side.name) for side in self.sides]
        items = [context.fill(item) for side in self.sides for item in side.items]
        return (
            Bullets(
                heading=heading.text,
                items=tuple(item.words for item in items),
                form="sides",
                heads=tuple(name.text for name in names),
                split=len(self.sides[0].items),
                figures=figures_of([heading, *names, *items]),
            ),
        )
