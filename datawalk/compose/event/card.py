"""What a host says at a station: an opening, facts with what each leaves open, and a close."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from datawalk.compose.event.counted import latest
from datawalk.exhibits import Bullets
from datawalk.metrics.findings.finding import Finding, Kind
from datawalk.metrics.knowledge.unsaid import unsaid
from datawalk.prose import plain
from datawalk.walk import Station
from datawalk.words import later, say

MOST_WORDS = 150
"""On a card: what can be taken in while people wait."""
MOST_FACTS = 3
LEFT_OPEN: Mapping[Kind, str] = {
    "gap": later("Why the gap is there."),
    "change": later("Who gained and who lost."),
    "beside": later("Why the two places differ."),
    "rank": later("Why places differ."),
    "unsure": later("How it is for you."),
}
"""What a comparison does not say, next to what its figure does not."""
LADDER = (
    (later("See"), later("What do you notice?")),
    (later("Feel"), later("What surprises you?")),
    (later("Think"), later("Why might this be?")),
    (later("Decide"), later("What one change helps most?")),
)
"""Observe, reflect, interpret, decide: each after the one before."""


@dataclass(frozen=True, slots=True)
class CardFact:
    """A sentence that figures of the station bear out, its number, and what it does not say.

    Without a finding they are the author's own.
    """

    number: str
    said: str
    unsaid: str
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class HostCard:
    """All that is said at a station; without figures there are no facts."""

    opening: str
    facts: tuple[CardFact, ...]
    ladder: tuple[tuple[str, str], ...]
    hurt: str
    thanks: str
    close: str
    write: str

    @property
    def spoken(self) -> tuple[str, ...]:
        """Everything under the title."""
        steps = (word for step in self.ladder for word in step)
        return (
            self.opening,
            *(word for fact in self.facts for word in (fact.number, fact.said, fact.unsaid)),
            *steps,
            *(self.hurt, self.thanks, self.close, self.write),
        )

    @property
    def words(self) -> int:
        """How many words the host has before them, with those of the heads."""
        return sum(len(part.split()) for part in (*self.spoken, *heads()))


def heads() -> tuple[str, ...]:
    """The heads of a card: open, facts, what they leave open, ask, close, write."""
    return (
        say("Open"),
        say("What we know"),
        say("It does not say"),
        say("Then ask, in this order"),
        say("Close"),
        say("Write"),
    )


def card_of(station: Station) -> HostCard:
    """The card of a station, of at most 150 words: longer facts are left out, never cut."""
    bare = HostCard(
        _opening(station),
        (),
        tuple((say(step), say(question)) for step, question in LADDER),
        say("When it hurts"),
        say("“Thank you for telling us. Take the time you need.” Point to the quiet corner."),
        say("“What one line should the whole room hear?”"),
        say("Their words, one note a line. No names."),
    )
    left = MOST_WORDS - bare.words
    facts: list[CardFact] = []
    for fact in (*_facts(station), *([] if station.findings else _own(station))):
        words = sum(len(part.split()) for part in (fact.number, fact.said, fact.unsaid))
        if words <= left and len(facts) < MOST_FACTS:
            facts.append(fact)
            left -= words
    return HostCard(
        bare.opening, tuple(facts), bare.ladder, bare.hurt, bare.thanks, bare.close, bare.write
    )


def without_facts(station: Station) -> str:
    """What a host is told where a card has no facts: no numbers hang there, or only those of the
    poster."""
    if any(exhibit.figures or exhibit.own for exhibit in station.exhibits):
        return say("Read the numbers on the poster together. Then ask what they leave out.")
    return say("No numbers hang here. What people say is what we learn.")


def _opening(station: Station) -> str:
    """The first question of the station that the host does not ask later; else one for any."""
    talks = (e for e in station.exhibits if isinstance(e, Bullets) and e.form == "questions")
    later_on = tuple(say(question).strip("¿?").casefold() for _, question in LADDER)
    asked = (plain(item) for talk in talks for item in talk.items)
    fresh = (one for one in asked if not one.strip("¿").casefold().startswith(later_on))
    return next(fresh, say("What comes to mind when you read this title?"))


def _facts(station: Station) -> Iterator[CardFact]:
    """Of each metric its strongest sentence first, then what others add. What was said is not
    said again, nor left open again."""
    found = sorted(station.findings, key=lambda finding: -finding.score)
    strongest = tuple({one.metric: one for one in reversed(found)}.values())[::-1]
    levels = {one.metric: one for one in found if one.kind == "level"}
    told: set[str] = set()
    for finding in (*strongest, *(one for one in found if one not in strongest)):
        level = levels.get(finding.metric)
        adds = finding.sentence.removeprefix(level.sentence).strip() if level else ""
        if level and adds != finding.sentence:
            if level.sentence not in told:
                told.add(level.sentence)
                yield CardFact(_number(level), level.sentence, unsaid(finding.metric), level)
            if adds:
                yield CardFact("", adds, say(LEFT_OPEN[finding.kind]), finding)
        elif finding.kind == "level":
            yield CardFact(_number(finding), finding.sentence, unsaid(finding.metric), finding)
        else:
            left = say(LEFT_OPEN[finding.kind])
            yield CardFact(_number(finding), finding.sentence, left, finding)


def _number(finding: Finding) -> str:
    figure = latest(finding)
    return figure.text if figure else ""


def _own(station: Station) -> Iterator[CardFact]:
    """What the author took from figures of their own."""
    if station.takeaway:
        yield CardFact("", plain(station.takeaway.words), say("How each of these people lives."))
