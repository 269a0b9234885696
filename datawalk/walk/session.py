"""What slides show before, between and after the stations."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Picture
from datawalk.prose import Words
from datawalk.walk.station import Station


@dataclass(frozen=True, slots=True)
class Predictor:
    """One of the 24 things that the framework looks at, and the stations about it."""

    name: str
    stations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Pillar:
    """A pillar of the framework: `key` chooses its colour, `short` is its name where room lacks."""

    key: str
    name: str
    short: str
    predictors: tuple[Predictor, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """What the metrics are chosen by."""

    pillars: tuple[Pillar, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A part of the agenda: its clock time or how long it takes, what is done, and what that is."""

    when: str
    what: Words
    about: Words = ()
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class SessionPart:
    """Slides beside those of the stations; `name` says which part, for those of the author's
    `own` the part that they replace, if any.

    `slides` hold exhibits like a station, under the number 0; None where the deck draws the part
    from the walk itself, under the author's `title` if there is one. `pictures` are those of its
    items, None for an item without.
    """

    name: str
    slides: Station | None = None
    framework: Framework | None = None
    agenda: tuple[AgendaItem, ...] = ()
    own: bool = False
    title: str = ""
    pictures: tuple[Picture | None, ...] = ()


PLAIN_SESSION = tuple(map(SessionPart, ("title", "walk", "stations", "sources")))
"""The parts that need nothing but the stations."""
