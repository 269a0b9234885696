"""Everything that the pages need of a walk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from datawalk.blocks.supplements import Supplement
from datawalk.metrics.model import Place, Printed
from datawalk.problems import Problem
from datawalk.walk.event import Event
from datawalk.walk.occasion import USUAL_MOVE
from datawalk.walk.session import PLAIN_SESSION, SessionPart
from datawalk.walk.station import Station

SourcesIn = Literal["", "handout", "deck"]


@dataclass(frozen=True, slots=True)
class Walk:
    """Everything that the pages need. `figures` are those in the title and about the event.

    `supplements` are the stations where each kind of supplement stands, `session` the parts of
    the slides in their order. All people walk `together`, or groups rotate; `icons` may stand on
    pages. `only` is the number of the one station that pages are made of. `sources_in` is the
    output that tells all sources of each station, beside the posters.
    """

    title: str
    place: Place
    language: str
    event: Event
    stations: tuple[Station, ...]
    figures: tuple[Printed, ...] = ()
    supplements: Mapping[Supplement, tuple[int, ...]] = field(default_factory=dict)
    session: tuple[SessionPart, ...] = PLAIN_SESSION
    together: bool = False
    icons: bool = True
    only: int | None = None
    sources_in: SourcesIn = ""

    def alone(self, number: int) -> Walk:
        """The walk as the pages of one station see it: of the others, what is on the way. Their
        names are known where people are welcomed, for there the way is told."""
        ours = next((s for s in self.stations if s.number == number), None)
        named = ours is not None and ours.welcomes
        others = (s.passed if named else s.unnamed for s in self.stations)
        stations = tuple(ours if ours and s.number == number else s for s in others)
        told = (self.title, self.place, self.language, self.event, stations)
        return Walk(*told, session=(), only=number, sources_in=self.sources_in)

    @property
    def told(self) -> tuple[Station, ...]:
        """The stations, and what the session says before and after them."""
        return (*self.stations, *(part.slides for part in self.session if part.slides))

    @property
    def minutes(self) -> int:
        """How long one group needs for all stations and the ways between them; 0 if none does.

        Where it is known how many come, as long as in the plan of the event.
        """
        if self.event.occasion.people and not self.together:
            return self.event.occasion.walking([station.minutes for station in self.stations])
        at_stations = sum(station.minutes for station in self.stations)
        return at_stations + USUAL_MOVE * (len(self.stations) - 1) if at_stations else 0


@dataclass(frozen=True, slots=True)
class Composed:
    """A walk, and what its author should know although it stops nothing."""

    walk: Walk
    warnings: tuple[Problem, ...]
