"""Settings of an audience: a walk of its own for some people, from the same file."""

from __future__ import annotations

from pydantic import Field, model_validator

from datawalk.config.event import Day
from datawalk.config.session import Clock
from datawalk.fields import Name, Setting, Text, Title


class AudienceStationConfig(Setting):
    """A station as an audience meets it; its number or its name alone will do."""

    station: Name = Field(
        description="A station of the walk: its number in the list, its template, or its title."
    )
    question: Title | None = Field(None, description="Its title for this audience.")
    questions: tuple[Text, ...] = Field(
        (), max_length=6, description="What this audience talks about, in place of its questions."
    )
    minutes: int | None = Field(None, ge=1, le=90, description="How long a group stays.")

    @model_validator(mode="before")
    @classmethod
    def _named(cls, written: object) -> object:
        if isinstance(written, dict):
            number = written.get("station")
            return {**written, "station": str(number)} if isinstance(number, int) else written
        return {"station": str(written)} if isinstance(written, str | int) else written


class AudienceConfig(Setting):
    """Some people, such as teens, who get a walk of their own; what is left out is as for all."""

    name: Name = Field(max_length=40, description="Who they are, such as Teens.")
    stations: tuple[AudienceStationConfig, ...] = Field(
        (), max_length=40, description="Their stations, in the order of their walk; one at least."
    )
    title: Title | None = Field(
        None, description="What their walk is called; the walk's title and their name if left out."
    )
    welcome: tuple[Text, ...] = Field(
        (), max_length=8, description="What they should know when they come."
    )
    date: Day | None = None
    starts: Clock | None = None
    time: Title | None = Field(None, description="From when to when, for the cover and the flyer.")
    venue: Title | None = Field(None, description="Where their walk is held.")
    people: int | None = Field(None, ge=0, le=5000, description="How many you expect.")
    minutes: int | None = Field(None, ge=1, le=1440, description="How long their event may last.")
    round: int | None = Field(
        None, ge=1, le=120, description="Minutes that a group has at each station."
    )
