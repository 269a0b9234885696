"""Settings of a station: a template, blocks, and what is told about them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from datawalk.blocks import AnyBlock
from datawalk.config.sheets import Writing
from datawalk.exhibits import Titles
from datawalk.fields import Name, Setting, Takeaway, Text, Title, is_switch, mistake
from datawalk.icons.choices import unknown
from datawalk.icons.outlines import names
from datawalk.metrics.knowledge.doubts import DoubtName

Pillar = Literal[
    "welcome",
    "work",
    "education",
    "neighborhoods",
    "health",
    "governance",
    "voices",
    "vision",
]

ACCEPT: Any = Field(
    (), description="Doubts about figures that a person has checked, such as jump or twins."
)


def _said(takeaway: object) -> object:
    """What is written of a takeaway, if it may be one."""
    if takeaway is not None and is_switch(takeaway):
        raise mistake(
            "takeaway: is what people should take home, in words; it turns nothing off.",
            "For a station without one, write titles: question.",
        )
    return takeaway


class TermConfig(Setting):
    """A word that readers may not know."""

    term: Title = Field(description="The word.")
    meaning: Text = Field(description="What it means, in plain words.")


class FurtherConfig(Setting):
    """Where a local group finds more about the topic."""

    name: Title = Field(description="Who has it, or what it is called.")
    finds: Text = Field(description="What one finds there.")
    link: Name | None = Field(
        None, description="Its web address, if it is the same for all.", pattern=r"^https://\S+$"
    )


Share = Annotated[int, Field(ge=1, le=6)]
"""A part of the width of a sheet, next to the others."""


TITLES: Any = Field(
    None,
    description="What stands over charts and maps: question (usual on posters, where the band has "
    "it), takeaway (usual on slides: the main point with its number) or neutral (what it shows).",
)


def _drawn(name: str) -> str:
    """The icon, if there is one of this name."""
    if name not in names():
        raise mistake(*unknown(name))
    return name


IconName = Annotated[
    Name,
    AfterValidator(_drawn),
    WithJsonSchema({"enum": list(names()), "type": "string"}),
]


LayoutName = Literal[
    "number", "chart", "gap", "map", "distribution", "voice", "welcome", "visioning", "plain"
]


class StationConfig(Setting):
    """One stop: a template, blocks of your own, or a template with keys replaced."""

    template: Name | None = Field(
        None, description="A ready station, such as work/jobs; `datawalk templates` lists them."
    )
    question: Title | None = Field(None, description="The title, as a question.")
    title: Title | None = Field(None, description="The title of a station that asks nothing.")
    kicker: Title | None = Field(None, description="The short line above the title.")
    pillar: Pillar = Field("voices", description="Gives the station its colour.")
    predictor: Name | None = Field(
        None, description="What the station is about: one of the 24 predictors of the framework."
    )
    definition: Text | None = Field(
        None, description="What is counted, in plain words; printed under the title."
    )
    takeaway: Annotated[Takeaway | None, BeforeValidator(_said)] = Field(
        None,
        description="What people should take home, in a sentence or two with the year; if left "
        "out, the strongest finding of the figures, unless titles: is question or neutral.",
    )
    why: Text | None = Field(None, description="Why it matters here, in one sentence.")
    glossary: tuple[TermConfig, ...] = Field(
        (), description="Words to explain, for the speaker of the slides.", max_length=8
    )
    further: tuple[FurtherConfig, ...] = Field(
        (), description="Where a local group finds more.", max_length=8
    )
    icon: IconName | None = Field(
        None,
        description="The icon beside its number; that of its predictor, or of its pillar, "
        "if left out.",
    )
    minutes: int = Field(8, ge=1, le=90, description="How long a group stays.")
    facilitator: Text | None = Field(None, description="Notes for the person who runs it.")
    accept: tuple[DoubtName, ...] = ACCEPT
    titles: Titles | None = TITLES
    columns: tuple[Share, ...] = Field(
        (),
        max_length=3,
        description="On posters: how blocks side by side share the width, such as [2, 1]; "
        "[1] sets all under each other.",
    )
    layout: LayoutName | None = Field(
        None,
        description="How its poster is laid out: number (a giant number), chart (one wide "
        "line over years), gap (groups of people in large marks, questions down the side), map, "
        "distribution (all places as dots), voice (a picture, large quotes), welcome, visioning "
        "or plain (rows on white); the one that suits what it shows, if left out.",
    )
    writing: Writing | None = Field(
        None,
        description="Where people write: panel, at the foot of the poster, or sheet, on a sheet of "
        "its own beside it with more places for notes; what the poster output says, if left out.",
    )
    sheets: int = Field(
        1, ge=1, le=4, description="The most sheets that its poster may take, if one is too small."
    )
    blocks: tuple[AnyBlock, ...] = Field(
        (), description="What the station shows, in this order.", max_length=12
    )
    more_blocks: tuple[AnyBlock, ...] = Field(
        (), description="Blocks to add to those of the template.", max_length=12
    )

    @property
    def shown(self) -> tuple[AnyBlock, ...]:
        """All its blocks but those that are hidden."""
        return tuple(block for block in (*self.blocks, *self.more_blocks) if not block.hide)

    @property
    def heading(self) -> str:
        return self.title or self.question or ""
