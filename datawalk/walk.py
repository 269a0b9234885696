"""The walk as it will be shown: stations of exhibits, every number already in words."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Exhibit, Picture
from datawalk.metrics.model import Place
from datawalk.problems import NOWHERE, At
from datawalk.prose import Words


@dataclass(frozen=True, slots=True)
class Event:
    """When and where; every field may be empty."""

    date: str = ""
    venue: str = ""
    hosts: tuple[str, ...] = ()
    logos: tuple[Picture, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class Station:
    """A stop of the walk. `question` is its title, `kicker` the line above it.

    `sources` are the lines of the foot: who counted this, when, and how sure it is.
    """

    number: int
    question: str
    kicker: str
    pillar: str
    minutes: int
    notes: tuple[Words, ...]
    exhibits: tuple[Exhibit, ...]
    sources: tuple[str, ...]
    at: At = NOWHERE


@dataclass(frozen=True, slots=True)
class Walk:
    """Everything that the pages need."""

    title: str
    place: Place
    language: str
    event: Event
    stations: tuple[Station, ...]
