"""Settings of the session around the walk: agenda, welcome, next steps, and its slides."""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from datawalk.blocks import AnyBlock
from datawalk.config.hours import minutes_of_day
from datawalk.config.pictures import PictureConfig
from datawalk.config.station import FurtherConfig
from datawalk.fields import Setting, Text, Title

PartName = Literal[
    "title",
    "heard",
    "welcome",
    "agenda",
    "takeaways",
    "hosts",
    "about",
    "framework",
    "walk",
    "stations",
    "comparison",
    "gaps",
    "supplements",
    "visioning",
    "next_steps",
    "resources",
    "contact",
    "metrics",
    "sources",
    "thanks",
]
PARTS: tuple[PartName, ...] = get_args(PartName)
"""The parts of a session in their usual order."""
WHOLE = frozenset({"title", "stations", "visioning", "sources"})
"""Parts that have slides of their own making, which blocks cannot replace."""
ONCE = frozenset({"title", "stations", "visioning"})
"""Parts that stand once, and whose titles are those of the walk and of its stations."""

ON_REQUEST = frozenset({"metrics"})
"""Parts that only stand where they are named."""


def _clock(text: str) -> str:
    if minutes_of_day(text) is None:
        hint = "Write a time of day such as 6:30 pm or 18:30."
        raise PydanticCustomError(
            "mistake", "{what} {hint}", {"what": f'"{text}" is no time.', "hint": hint}
        )
    return text


Clock = Annotated[
    str,
    Field(description="When it starts, such as 6:30 pm or 18:30.", max_length=20),
    AfterValidator(_clock),
]


class AgendaConfig(Setting):
    """A line of the agenda."""

    what: Title = Field(description="What is done then.")
    about: Title | None = Field(None, description="What that is, for those who have not done it.")
    minutes: int | None = Field(
        None,
        ge=1,
        le=600,
        description="Left out for the walk: those of its stations and of the ways between them.",
    )


class StepConfig(Setting):
    """What happens next, who sees to it, and by when."""

    what: Title = Field(description="What will be done.")
    who: Title | None = Field(None, description="Who sees to it.")
    when: Title | None = Field(None, description="As it should be printed, such as May 3.")


class PartConfig(Setting):
    """A part of the session by name, under a title of yours; slides of your own in its place, or
    beside it."""

    part: PartName | None = Field(None, description="The part that this is, or takes the place of.")
    title: Title | None = Field(None, description="The title of the part, or of your own slides.")
    blocks: tuple[AnyBlock, ...] = Field(
        (), description="What your own slides hold; ours if left out.", max_length=12
    )
    notes: Text | None = Field(None, description="What the speaker of your own slides says.")

    @property
    def shown(self) -> tuple[AnyBlock, ...]:
        """Its blocks but those that are hidden."""
        return tuple(block for block in self.blocks if not block.hide)

    @model_validator(mode="before")
    @classmethod
    def _named(cls, written: object) -> object:
        """A name alone is the part as we make it."""
        return {"part": written} if isinstance(written, str) else written

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.blocks and not self.title) or (self.title and not (self.blocks or self.part)):
            raise ValueError("your own slides need both title: and blocks:")
        if self.title and self.part in ONCE:
            raise ValueError(f"{self.part} has no title of its own; leave title: out")
        if not self.part and not self.blocks:
            raise ValueError("write the name of a part, or title: and blocks: of your own")
        if self.blocks and not self.shown:
            raise ValueError("all blocks of your own slides are hidden; show one of them")
        if self.blocks and self.part in WHOLE:
            raise ValueError(f"{self.part} cannot be replaced; put your own slides beside it")
        if self.notes and not self.blocks:
            raise ValueError("notes: go with slides of your own, which need blocks:")
        return self


class HeardConfig(Setting):
    """What people said at the walk, for the meeting after it."""

    what: Text = Field(description="What they said, in a sentence.")
    count: int | None = Field(None, ge=1, le=100_000, description="How many people said so.")
    quote: Text | None = Field(None, description="How one of them put it, with their leave.")
    by: Title | None = Field(None, description="Whose words these are, without a name.")


class ToolConfig(FurtherConfig):
    """Where people find more."""

    picture: PictureConfig | None = Field(None, description="What it looks like, for the deck.")


class SessionConfig(Setting):
    """The session around the walk, for the slides: what is left out is filled in for you."""

    starts: Clock | None = None
    walk: Literal["rotate", "together"] = Field(
        "rotate",
        description="Whether groups are at different stations at once, or all people at one; on "
        "calls they are always together.",
    )
    welcome: tuple[Text, ...] = Field(
        (), description="Restrooms, food, who translates: what people should know.", max_length=8
    )
    agenda: tuple[AgendaConfig, ...] = Field((), max_length=12)
    takeaways: tuple[Text, ...] = Field((), description="What people go home with.", max_length=6)
    next_steps: tuple[StepConfig, ...] = Field((), max_length=12)
    resources: tuple[ToolConfig, ...] = Field(
        (), description="Where people find more; those of the stations if left out.", max_length=20
    )
    heard: tuple[HeardConfig, ...] = Field(
        (),
        description="What people said: with it a deck with variant: report-back begins.",
        max_length=24,
    )
    parts: tuple[PartConfig, ...] = Field(
        (),
        description="The slides in their order; a part that is not named is left out. "
        "If left out: all but metrics, in the order of their list.",
        max_length=40,
    )

    @property
    def order(self) -> tuple[PartConfig, ...]:
        """The parts as written, or all in their usual order."""
        usual = (name for name in PARTS if name not in ON_REQUEST)
        return self.parts or tuple(PartConfig(part=name) for name in usual)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        named = [part.part for part in self.parts if part.part]
        twice = next((name for name in named if name in ONCE and named.count(name) > 1), None)
        if twice:
            raise ValueError(f"{twice} stands twice among the parts")
        if "title" in named and self.parts[0].part != "title":
            raise ValueError("title is the first slide, so it stands first among the parts")
        return self
