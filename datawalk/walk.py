"""The walk as it will be shown: stations of exhibits, every number already in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Exhibit, Picture, Prose
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.model import Place, Printed
from datawalk.occasion import NO_OCCASION, Occasion
from datawalk.problems import NOWHERE, At, Problem
from datawalk.prose import Run, Words
from datawalk.words import say


@dataclass(frozen=True, slots=True)
class Term:
    """A word that a reader may not know, and what it means here."""

    term: str
    meaning: Words


@dataclass(frozen=True, slots=True)
class FurtherSource:
    """Where a local group finds more, and what; `link` may be empty."""

    name: str
    finds: Words
    link: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """Every field may be empty. `definition` and `why` are one paragraph each."""

    predictor: str = ""
    definition: Words = ()
    why: Words = ()
    glossary: tuple[Term, ...] = ()
    further: tuple[FurtherSource, ...] = ()


NOTHING = About()
"""What a station says that says nothing about itself."""


@dataclass(frozen=True, slots=True)
class Takeaway:
    """What a station says in a sentence or two, with its year and its numbers.

    `figures` are those that it prints, `sources` who counted what is no figure of the data.
    `repeats` tells that a big number of the station says the same: a sheet that shows it need not
    say it again. `own` ones are their author's words, which no sheet may drop for want of room.
    """

    words: Words = ()
    figures: tuple[Printed, ...] = ()
    sources: tuple[str, ...] = ()
    repeats: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Host:
    """Who invites; all but the name may be empty."""

    name: str
    role: str = ""
    organization: str = ""
    photo: Picture | None = None
    email: str = ""
    phone: str = ""

    @property
    def reached(self) -> tuple[Words, ...]:
        """Where people reach them, as links."""
        dialed = "".join(sign for sign in self.phone if sign in "+0123456789")
        mail: Words = (Run(self.email, link=f"mailto:{self.email}"),) if self.email else ()
        call: Words = (Run(self.phone, link=f"tel:{dialed}"),) if self.phone else ()
        return tuple(words for words in (mail, call) if words)


@dataclass(frozen=True, slots=True)
class Event:
    """When and where; every field may be empty. `people` are how many are expected.

    `hosts` are the names of those who invite, `hosting` tells more of each. The `picture` stands
    on the first slide.
    What people need to know before they come stands on the cover and on the flyer; `welcomes` are
    the greeting in each language of the walk. The plan of the event is made from the `occasion`.
    """

    date: str = ""
    venue: str = ""
    hosts: tuple[str, ...] = ()
    logos: tuple[Picture, ...] = ()
    link: str = ""
    people: int = 0
    time: str = ""
    food: str = ""
    childcare: str = ""
    interpretation: str = ""
    access: str = ""
    contact: str = ""
    welcomes: tuple[str, ...] = ()
    hosting: tuple[Host, ...] = ()
    occasion: Occasion = NO_OCCASION
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class SheetNumber:
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
    is the one of them that this is. `layout` is the one that its author wants, `icon` the name of
    its icon, `writing` where people write; all may be empty. `findings` are what its figures show,
    the strongest first, each with its score and its block; the `takeaway` is what its author wrote,
    else the strongest.
    The `card` says what its data lack, or how sure its number is, where a sheet has room for it.
    `lines` are where the settings stand that its author wrote.
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
    part: SheetNumber | None = None
    icon: str = ""
    layout: str = ""
    takeaway: Takeaway | None = None
    card: Prose | None = None
    findings: tuple[Finding, ...] = ()
    writing: str = ""
    at: At = NOWHERE
    lines: tuple[tuple[str, At], ...] = ()

    def line(self, *settings: str) -> At:
        """Where the first of these settings stands that is written; else where the station does."""
        written = dict(self.lines)
        return next((written[name] for name in settings if name in written), self.at)

    @property
    def name(self) -> str:
        """Its short name, such as on the way through all stations."""
        return self.about.predictor or self.kicker or self.question

    @property
    def passed(self) -> Station:
        """The station as others tell of it: its number, its names, its sign and its time."""
        about = About(predictor=self.about.predictor)
        named = (self.number, self.question, self.kicker, self.pillar, self.minutes)
        return Station(*named, (), (), (), about=about, icon=self.icon)

    @property
    def unnamed(self) -> Station:
        """The station as it is passed, without the words that are written for it."""
        return replace(self.passed, question="", kicker="")

    @property
    def welcomes(self) -> bool:
        """Whether it may tell of all other stations by their names."""
        return self.pillar == "welcome"

    @property
    def leading(self) -> int | None:
        """The block that is to be shown before all: that of a gap which is large and sure."""
        return next((found.block for found in self.findings if found.leads), None)


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


MOVE = 1
"""Minutes from one station to the next."""


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
        return at_stations + MOVE * (len(self.stations) - 1) if at_stations else 0


@dataclass(frozen=True, slots=True)
class Composed:
    """A walk, and what its author should know although it stops nothing."""

    walk: Walk
    warnings: tuple[Problem, ...]
