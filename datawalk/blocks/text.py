"""`kind: text`: paragraphs or a list."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk import prose
from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.filled import figures_of
from datawalk.exhibits import Bullets, Exhibit, Prose
from datawalk.fields import Text


class TextBlock(Block):
    """Words of your own: paragraphs (text), or a list (items)."""

    kind: Literal["text"]
    text: Text | None = Field(None, description="Paragraphs; a blank line parts them.")
    items: tuple[Text, ...] = Field((), description="The lines of a list.", max_length=12)
    numbered: bool = Field(False, description="Number the list.")
    lead: bool = Field(False, description="Set the text large, as an opening.")

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if self.text is None and not self.items:
            raise ValueError("write text: or items:")
        return self

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        heading = context.fill(self.heading or "")
        text = context.fill(self.text or "")
        items = [context.fill(item) for item in self.items]
        hung: list[Exhibit] = []
        if text.text:
            hung.append(
                Prose(
                    heading=heading.text,
                    paragraphs=prose.paragraphs(text.text),
                    form="lead" if self.lead else "body",
                    figures=figures_of([heading, text]),
                )
            )
        if items:
            hung.append(
                Bullets(
                    heading="" if hung else heading.text,
                    items=tuple(item.words for item in items),
                    form="numbers" if self.numbered else "bullets",
                    figures=figures_of(items),
                )
            )
        return tuple(hung)
