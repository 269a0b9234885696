"""`kind: quote`: what people said, and who said it."""

from __future__ import annotations

import re
from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk import prose
from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.filled import figures_of
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Exhibit, Prose
from datawalk.fields import Setting, Text, Title
from datawalk.problems import refuse

MOST_WORDS = 100
"""Of a quote on a sheet: more is a page to read, not a voice to hear."""
FEW_WORDS = 30
"""What two quotes side by side hold in large type."""
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")


class Saying(Setting):
    """One quote."""

    text: Text = Field(description="The words, without quotation marks.")
    by: Title = Field(description='Who said it, such as "Parent of two, north side".')


class QuoteBlock(Block):
    """What residents said: one quote (text, by) or several (quotes)."""

    kind: Literal["quote"]
    supplement: Supplement | None = "voices"
    text: Text | None = Field(None, description="The words, without quotation marks.")
    by: Title | None = Field(None, description="Who said it.")
    quotes: tuple[Saying, ...] = Field((), description="Several quotes.", max_length=8)

    @model_validator(mode="after")
    def _says_who(self) -> Self:
        if bool(self.quotes) == bool(self.text):
            raise ValueError("write text: and by: for one quote, or quotes: for several")
        if self.text and not self.by:
            raise ValueError('say who said it with by:, such as by: "Parent, north side"')
        return self

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        single = (Saying(text=self.text, by=self.by),) if self.text and self.by else ()
        heading = context.fill(self.heading or "")
        return tuple(
            self._hung(saying, context, heading.text if i == 0 else "")
            for i, saying in enumerate(single or self.quotes)
        )

    @staticmethod
    def _hung(saying: Saying, context: Context, heading: str) -> Prose:
        text, by = context.fill(saying.text), context.fill(saying.by)
        _refuse_long(text.text)
        return Prose(
            heading=heading,
            paragraphs=prose.paragraphs(text.text),
            form="quote",
            by=by.text,
            figures=figures_of([text, by]),
        )


def _refuse_long(text: str) -> None:
    """Raises Problems that say what to cut."""
    count = len(text.split())
    if count <= MOST_WORDS:
        return
    first = _beginning(text)
    raise refuse(
        f"This quote has {count} words; a sheet has room for {MOST_WORDS}, and about {FEW_WORDS} "
        "can be set large.",
        f"Keep what says most, such as its first {len(first)} words, which end with "
        f"“… {' '.join(first[-4:])}”, and cut the rest, or part it into several quotes.",
    )


def _beginning(text: str) -> list[str]:
    """Its first sentences as far as they can be set large; of a longer one the words."""
    kept: list[str] = []
    for sentence in _SENTENCE.split(text.strip()):
        said = sentence.split()
        if len(kept) + len(said) > FEW_WORDS:
            break
        kept += said
    return kept or text.split()[:FEW_WORDS]
