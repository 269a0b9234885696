"""`kind: narrative`: stories told about the place, what they leave out, and who decides."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from datawalk import prose
from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.filled import figures_of
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Exhibit, Prose
from datawalk.fields import Setting, Text, Title
from datawalk.words import later, say, say_many

PROMPTS = {
    "by": (later("Who tells it"), later("Who tells this story?")),
    "missing": (later("What it leaves out"), later("What does this story leave out?")),
    "power": (later("Who decides"), later("Who decides about this, and who could?")),
}
"""Each part of a story: its label, and what is asked where nobody has written it yet."""


class Story(Setting):
    """A story that is told about the place. What is left out becomes a question to the group."""

    told: Text = Field(description="The story, in the words in which it is told.")
    by: Title | None = Field(None, description="Who tells it, as a group, not as a name.")
    missing: Text | None = Field(None, description="What it leaves out.")
    power: Text | None = Field(None, description="Who decides about this.")


class NarrativeBlock(Block):
    """Stories told about the place: by whom, what they leave out, and who decides."""

    kind: Literal["narrative"]
    supplement: Supplement | None = "narrative"
    stories: tuple[Story, ...] = Field(min_length=1, max_length=4)

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        many = len(self.stories)
        usual = say_many("A story told here", "Stories told here", many)
        heading = self.heading or usual
        return tuple(
            self._hung(story, context, heading if i == 0 else "")
            for i, story in enumerate(self.stories)
        )

    @staticmethod
    def _hung(story: Story, context: Context, heading: str) -> Prose:
        written = [f"“{story.told}”"]
        for key, (label, prompt) in PROMPTS.items():
            said = getattr(story, key)
            written.append(f"**{say(label)}:** {said}" if said else f"*{say(prompt)}*")
        filled = [context.fill(text) for text in (heading, *written)]
        return Prose(
            heading=filled[0].text,
            paragraphs=tuple(
                paragraph for text in filled[1:] for paragraph in prose.paragraphs(text.text)
            ),
            figures=figures_of(filled),
        )
