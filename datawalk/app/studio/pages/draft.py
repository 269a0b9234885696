"""A walk that is being begun. It stands in the addresses of the three steps, so that going back,
a second tab and a closed browser lose nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any
from urllib.parse import urlencode

from babel.dates import format_date, format_time
from starlette.datastructures import ImmutableMultiDict

from datawalk.app.new.walk import NewEvent
from datawalk.app.studio.line.seeking import place_of
from datawalk.app.studio.phrases import told
from datawalk.metrics.model import Place
from datawalk.words import speaking

LONGEST = 160
"""Letters of one field."""
MOST_HOSTS = 12
MOST_STATIONS = 40
WALKS = ("en", "es", "en,es")
"""The languages that a new walk may have."""
_TERRITORY = "US"


@dataclass(frozen=True, slots=True)
class NewWalk:
    """What was chosen so far, as it was typed. `seen` tells that questions were chosen."""

    typed: str = ""
    code: str = ""
    name: str = ""
    day: str = ""
    hour: str = ""
    venue: str = ""
    hosts: str = ""
    spoken: str = "en"
    take: tuple[str, ...] = ()
    seen: bool = False

    @property
    def place(self) -> Place | None:
        return place_of(self.code)

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """All that was typed in the first step, for the forms of the others."""
        names = ("typed", "code", "name", "day", "hour", "venue", "hosts", "spoken")
        return tuple((name, value) for name in names if (value := getattr(self, name)))

    @property
    def query(self) -> str:
        """All of it, as a part of an address."""
        seen = [("seen", "1")] if self.seen else []
        return urlencode([*self.fields, *seen, *(("take", name) for name in self.take)])

    @property
    def invitation(self) -> NewEvent:
        """The same in the words of the walk that is to be written."""
        first, *others = self.spoken.split(",")
        with speaking(first):
            place = self.place
            named = told("{place} Data Walk", place=place.name) if place and first != "en" else ""
        hosts = [_line(host) for host in self.hosts.splitlines()]
        return NewEvent(
            _line(self.name) or named,
            _day(self.day, first),
            _hour(self.hour, first),
            _line(self.venue),
            tuple(host for host in hosts if host)[:MOST_HOSTS],
            () if self.spoken == "en" else (first, *others),
        )

    def taking(self, templates: Sequence[str]) -> NewWalk:
        return replace(self, take=tuple(templates), seen=True)


def drafted(sent: ImmutableMultiDict[str, Any], known: Sequence[str] = ()) -> NewWalk:
    """The draft in an address or a form; of templates only those that are `known`."""

    def field(name: str, most: int = LONGEST) -> str:
        value = sent.get(name, "")
        return "".join(c for c in str(value)[:most] if c.isprintable() or c == "\n").strip()

    spoken = field("spoken")
    take = [name for name in sent.getlist("take")[:MOST_STATIONS] if name in known]
    return NewWalk(
        field("typed"),
        field("code", 7),
        field("name"),
        field("day"),
        field("hour"),
        field("venue"),
        field("hosts", LONGEST * MOST_HOSTS),
        spoken if spoken in WALKS else "en",
        tuple(dict.fromkeys(take)),
        bool(field("seen")),
    )


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def _day(typed: str, language: str) -> str:
    """A day as people write it; what is no day stays as it was typed."""
    try:
        return format_date(date.fromisoformat(typed), "long", locale=f"{language}_{_TERRITORY}")
    except ValueError:
        return _line(typed)


def _hour(typed: str, language: str) -> str:
    try:
        found = time.fromisoformat(typed)
    except ValueError:
        return _line(typed)
    said = format_time(found, "short", locale=f"{language}_{_TERRITORY}")
    return " ".join(said.split()).replace("AM", "am").replace("PM", "pm")
