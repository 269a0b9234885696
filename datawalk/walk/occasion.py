"""What an organizer says of the event: the plan of the walk is made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from datawalk.problems import NOWHERE, At

USUAL_ROUND = 8
"""Minutes at a station that asks for none of its own."""
USUAL_MOVE = 1
"""Minutes from one station to the next; enough for 40 feet at a slow walk."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A break after a round, counted from 1."""

    after: int
    minutes: int


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A line of an agenda that its author wrote; the walk itself has no minutes."""

    what: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Opening:
    """A door or an outlet in a wall: feet from the wall's left end, seen on the plan.

    Outlets have no width.
    """

    wall: str
    at: float
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class RoomTable:
    """A table on the plan, all in feet from the room's left top."""

    name: str
    x: float
    y: float
    width: float
    depth: float


@dataclass(frozen=True, slots=True)
class Hall:
    """The room in feet: north is up, and walls are named by it."""

    width: float
    depth: float
    doors: tuple[Opening, ...] = ()
    outlets: tuple[Opening, ...] = ()
    tables: tuple[RoomTable, ...] = ()


@dataclass(frozen=True, slots=True)
class OnlineCall:
    """A call with breakout rooms; links that nobody gave are empty."""

    link: str = ""
    notes: str = ""
    rooms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """How many come, when, and how they go round. What is 0 or empty was not said.

    `starts` is in minutes after midnight. `poster` is how wide posters are, in inches.
    `translations` are the codes of the other languages of the walk. The `audience` is that of its
    walk. `lines` are where its settings stand; they change nothing.
    """

    people: int = 0
    day: date | None = None
    starts: int | None = None
    minutes: int = 0
    mixed: bool = False
    group_count: int = 0
    round: int = 0
    move: int = 0
    pauses: tuple[Pause, ...] = ()
    agenda: tuple[AgendaLine, ...] = ()
    languages: tuple[str, ...] = ()
    prices: tuple[tuple[str, float], ...] = ()
    hall: Hall | None = None
    poster: float = 24.0
    together: bool = False
    ballot: tuple[str, ...] = ()
    ranked: bool = False
    translations: tuple[str, ...] = ()
    audience: str = ""
    online: OnlineCall | None = None
    lines: tuple[tuple[str, At], ...] = field(default=(), compare=False)

    def line(self, *names: str) -> At:
        """Where the first of these settings stands that is written; else where the event does."""
        written = dict(self.lines)
        return next((written[n] for n in (*names, "event") if n in written), NOWHERE)

    def round_minutes(self, stations: Sequence[int]) -> int:
        """Minutes of each round: as said, else what most stations ask for.

        Groups change places all at once, so every round is as long.
        """
        asked = [minutes for minutes in stations if minutes]
        most = max(asked, key=lambda minutes: (asked.count(minutes), minutes), default=USUAL_ROUND)
        return self.round or most

    @property
    def move_minutes(self) -> int:
        return self.move or USUAL_MOVE

    def walking(self, stations: Sequence[int]) -> int:
        """Minutes from the start of the first round to the end of the last, breaks counted."""
        rounds = len(stations)
        moves = max(0, rounds - 1) * self.move_minutes
        paused = sum(pause.minutes for pause in self.pauses if pause.after < rounds)
        return rounds * self.round_minutes(stations) + moves + paused


NO_OCCASION = Occasion()
"""Of a walk that says nothing of its event."""
