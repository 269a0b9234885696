"""Settings of the event: when and where, who invites, how many come, and how they go round."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from datawalk.config.dates import day_of, numbered
from datawalk.config.pictures import PictureConfig
from datawalk.fields import FileName, Name, Setting, Title, spoken

SupplyName = Literal[
    "poster",
    "page",
    "color-page",
    "sticky-notes",
    "pen",
    "marker",
    "clipboard",
    "tape",
    "food",
    "interpreter",
    "child-care",
]
"""What has a price; the rest is lent."""


class HostConfig(Setting):
    """Somebody who invites; a name alone will do."""

    name: Title = Field(description="A person or a group.")
    role: Title | None = Field(None, description="What they do at the event.")
    organization: Title | None = Field(None, description="Where they are from.")
    photo: FileName | None = Field(
        None, description="A picture of their face, for the deck; initials if left out."
    )
    email: Name | None = Field(
        None,
        pattern=r"^[^\s@]+@[^\s@]+\.[^\s@]+$",
        max_length=80,
        description="For the slide that says how to reach people.",
    )
    phone: Name | None = Field(
        None,
        pattern=r"^\+?[\d ().-]{5,24}$",
        description="For the slide that says how to reach people.",
    )

    @model_validator(mode="before")
    @classmethod
    def _named(cls, written: object) -> object:
        said = spoken(written) and "name" not in written
        alone = said or isinstance(written, str | int | float)
        return {"name": written} if alone else written


def _choice(choices: tuple[str, ...]) -> tuple[str, ...]:
    """Nothing, or ideas to choose between, none of them twice."""
    if len(choices) == 1:
        told = {"what": "A ballot with one idea is no choice.", "hint": "Write two at least."}
        raise PydanticCustomError("mistake", "{what} {hint}", told)
    known: set[str] = set()
    for choice in choices:
        if choice.casefold() in known:
            told = {"what": f'"{choice}" is on the ballot twice.', "hint": "Take one out."}
            raise PydanticCustomError("mistake", "{what} {hint}", told)
        known.add(choice.casefold())
    return choices


def _real(text: str) -> str:
    """Words as they are; what looks like a day must be one."""
    if numbered(text) and not day_of(text):
        hint = "Write a day such as 2027-04-15, or words."
        raise PydanticCustomError(
            "mistake", "{what} {hint}", {"what": f'"{text}" is in no calendar.', "hint": hint}
        )
    return text


Day = Annotated[
    Title,
    Field(
        description="A day such as 2027-04-15 or March 14, 2027, for the plan and its calendar "
        "file; or words.",
    ),
    AfterValidator(_real),
]


class BreakConfig(Setting):
    """A break between two rounds."""

    after: int = Field(ge=1, le=39, description="The round after which it comes, from 1.")
    minutes: int = Field(ge=1, le=120, description="How long it is.")


Wall = Literal["north", "east", "south", "west"]


class OpeningConfig(Setting):
    """Where something is in a wall."""

    wall: Wall = Field(description="North is the upper wall of the plan.")
    at: float = Field(
        ge=0, le=500, description="Feet from the left end of the wall, or from its upper end."
    )


class DoorConfig(OpeningConfig):
    """A door; the first is the way in."""

    width: float = Field(3, ge=1, le=30, description="Feet.")


class TableConfig(Setting):
    """A table that stands in the room; all lengths in feet."""

    name: Title = Field(description="What it is for, such as Sign in.")
    x: float = Field(ge=0, le=500, description="From the west wall.")
    y: float = Field(ge=0, le=500, description="From the north wall.")
    width: float = Field(6, gt=0, le=100, description="From west to east.")
    depth: float = Field(2.5, gt=0, le=100, description="From north to south.")


class RoomConfig(Setting):
    """The room, for a plan of it to scale; all lengths in feet."""

    width: float = Field(ge=6, le=500, description="From west to east.")
    depth: float = Field(ge=6, le=500, description="From north to south.")
    doors: tuple[DoorConfig, ...] = Field(
        min_length=1, max_length=12, description="Doors; the first is the way in."
    )
    outlets: tuple[OpeningConfig, ...] = Field(
        (), max_length=40, description="Power outlets, which stay free."
    )
    tables: tuple[TableConfig, ...] = Field(
        (), max_length=20, description="Tables and what else stands in the room."
    )


Link = Annotated[str, Field(pattern=r"^https?://\S+$", max_length=300)]


class OnlineConfig(Setting):
    """A walk on a call: each station is a breakout room, and notes are in a shared document."""

    link: Link | None = Field(None, description="Where people join the call.")
    notes: Link | None = Field(None, description="The document that all note-takers write in.")
    rooms: tuple[Link, ...] = Field(
        (),
        max_length=80,
        description="A link to the room of each station, in their order, if rooms have links.",
    )


class EventConfig(Setting):
    """When and where, and who invites."""

    date: Day | None = None
    time: Title | None = Field(
        None,
        description="From when to when, such as 6:00 to 8:00 pm. The plan begins then, unless "
        "session: says when it starts.",
    )
    venue: Title | None = Field(None, description="Where it is held.")
    food: Title | None = Field(None, description="What there is to eat, such as Supper at 6:00.")
    childcare: Title | None = Field(None, description="Where children are looked after.")
    interpretation: Title | None = Field(
        None, description="Into which languages people interpret, and who signs."
    )
    access: Title | None = Field(
        None, description="Steps, elevators, buses, quiet rooms: who can get in, and how."
    )
    contact: Title | None = Field(None, description="Whom to call or write for what one needs.")
    hosts: tuple[HostConfig, ...] = Field(
        (), description="Who invites: names, or more about each.", max_length=12
    )
    logos: tuple[FileName, ...] = Field((), description="Pictures for the foot.", max_length=4)
    picture: PictureConfig | None = Field(
        None, description="For the first slide, in place of the way through the stations."
    )
    link: Name | None = Field(
        None,
        description="A web address; printed with a code for phones.",
        pattern=r"^https?://\S+$",
    )
    people: int | None = Field(
        None,
        ge=0,
        le=5000,
        description="How many you expect, for the plan; the last poster has a row for the "
        "promise of each, up to 20.",
    )
    groups: Literal["fixed", "mixed"] = Field(
        "fixed",
        description="Whether groups stay as they are from station to station, or people meet "
        "others at every station.",
    )
    group_count: int | None = Field(
        None, ge=1, le=200, description="How many groups; one for each station if left out."
    )
    minutes: int | None = Field(
        None,
        ge=1,
        le=1440,
        description="How long the event may last; `datawalk plan` says what does not fit.",
    )
    round: int | None = Field(
        None,
        ge=1,
        le=120,
        description="Minutes that a group has at each station; what most stations ask for if "
        "left out.",
    )
    move: int | None = Field(
        None, ge=1, le=15, description="Minutes from one station to the next; 1 if left out."
    )
    breaks: tuple[BreakConfig, ...] = Field((), max_length=10, description="Breaks between rounds.")
    languages: tuple[Title, ...] = Field(
        (),
        max_length=4,
        description="Languages that people speak at the tables, for the note sheets, such as "
        "English, Español; those of the walk if left out.",
    )
    ballot: Annotated[tuple[Title, ...], AfterValidator(_choice)] = Field(
        (),
        max_length=8,
        description="What people vote on at the end: 2 to 8 ideas, each in a few words.",
    )
    vote: Literal["approval", "ranked"] = Field(
        "approval",
        description="Whether people mark all ideas that they want, or put three in order.",
    )
    prices: dict[SupplyName, float] = Field(
        {}, description="What one costs, in dollars, for the list of supplies."
    )
    room: RoomConfig | None = Field(
        None, description="How large the room is and what stands in it, for the floor plan."
    )
    online: OnlineConfig | None = Field(
        None, description="The walk is on a call, with a breakout room for each station."
    )
