"""A stop of the walk: its exhibits, and what it says of itself and of its figures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk.exhibits import Exhibit, Prose
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.model import Printed
from datawalk.problems import NOWHERE, At
from datawalk.prose import Words
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
