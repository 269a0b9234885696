"""The walk as it will be shown: stations of exhibits, every number already in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from datawalk.about import NOTHING, About
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Exhibit, Picture
from datawalk.metrics.model import Place, Printed
from datawalk.problems import NOWHERE, At, Problem
from datawalk.prose import Words
from datawalk.words import say


@dataclass(frozen=True, slots=True)
class Event:
    """When and where; every field may be empty."""

    date: str = ""
    venue: str = ""
    hosts: tuple[str, ...] = ()
    logos: tuple[Picture, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Which of its sheets this is of a station that takes several, counted from 1."""

    number: int
    count: int

    def __str__(self) -> str:
        return say("sheet {number} of {count}", number=self.number, count=self.count)


@dataclass(frozen=True, slots=True)
class Station:
    """A stop of the walk. `question` is its title, `kicker` the line above it.

    `sources` are the lines of the foot: who counted this, when, and how sure it is. `asked` are
    the figures in the title and the kicker, `said` those in the notes. `columns` are the shares
    of the width that exhibits side by side have, `sheets` the most sheets it may take; `part`
    is the one of them that this is.
    """

    number: int
    question: str
    kicker: str
    pillar: str
    minutes: int
    notes: tuple[Words, ...]
    exhibits: tuple[Exhibit, ...]
    sources: tuple[str, ...]
    asked: tuple[Printed, ...] = ()
    said: tuple[Printed, ...] = ()
    about: About = NOTHING
    columns: tuple[int, ...] = ()
    sheets: int = 1
    part: Part | None = None
    at: At = NOWHERE


@dataclass(frozen=True, slots=True)
class Walk:
    """Everything that the pages need. `figures` are those in the title and about the event.

    `supplements` are the stations where each kind of supplement stands.
    """

    title: str
    place: Place
    language: str
    event: Event
    stations: tuple[Station, ...]
    figures: tuple[Printed, ...] = ()
    supplements: Mapping[Supplement, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Composed:
    """A walk, and what its author should know although it stops nothing."""

    walk: Walk
    warnings: tuple[Problem, ...]
