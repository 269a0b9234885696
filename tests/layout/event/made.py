"""What tests of the event's sheets share: a walk without data, and what is on its sheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from datawalk.layout.event.sheets import arrange_event
from datawalk.layout.mirror import directed
from datawalk.metrics.model import Place
from datawalk.page.document import Document, Page
from datawalk.page.ink import Leaf
from datawalk.page.marks import Text
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import About, Event, Station, Walk
from datawalk.walk.occasion import Occasion
from datawalk.words import speaking

PLACE = Place("29019", "county", "Boone County", "Missouri", "MO")
PILLARS = ("welcome", "work", "health", "voices", "vision", "education", "governance")
ICONS = ("hand-waving", "briefcase", "wallet", "stethoscope", "megaphone", "binoculars", "wind")
NAMES = (
    "Welcome",
    "Jobs",
    "Incomes",
    "Doctors",
    "Your story",
    "Our vision",
    "Clean air",
    "What would you tell the mayor about getting around here in the evening?",
)
OCCASION = Occasion(
    people=47,
    day=date(2027, 4, 15),
    starts=18 * 60,
    minutes=85,
    round=8,
    languages=("English", "Español"),
    ballot=(
        "Later buses for people who work at night",
        "Job training close to home",
        "Child care that fits work hours",
        "Help to find out what aid you and your family can get",
    ),
)


def station(number: int) -> Station:
    """A station without exhibits; every eighth has a title of its own, and no icon."""
    at = (number - 1) % len(NAMES)
    name, icon = NAMES[at], (*ICONS, "")[at]
    told = (number, name, "", PILLARS[at % len(PILLARS)], 8)
    return Station(*told, (), (), (), about=About(predictor=name), icon=icon)


def walk(stations: int = 6, language: str = "en", **said: object) -> Walk:
    """A walk whose occasion says this beside the usual."""
    occasion = replace(OCCASION, **said)  # type: ignore[arg-type]
    with_date = "Thursday, April 15, 2027" if occasion.day else "A day in spring"
    event = Event(date=with_date, venue="Public library, large room", occasion=occasion)
    every = tuple(station(number) for number in range(1, stations + 1))
    return Walk("Boone County Data Walk", PLACE, language, event, every)


def sheets(made: Walk, size: str = "letter") -> Document:
    """All sheets of a walk."""
    with speaking(made.language):
        return directed(arrange_event(LATO, made, base_theme(), size))


def leaves(page: Page) -> Iterator[Leaf]:
    for box in page.boxes:
        yield from box.leaves


def texts(page: Page) -> list[Text]:
    return [leaf for leaf in leaves(page) if isinstance(leaf, Text)]


def said(document: Document, sheet: str = "") -> str:
    """All words of a kind of sheet."""
    return " ".join(
        text.text for page in document.pages if sheet in ("", page.section) for text in texts(page)
    )


def collisions(page: Page) -> list[tuple[str, str]]:
    """Pairs of words of which the letters meet."""
    found = []
    every = [
        (t.x, t.y - t.size * 0.62, t.x + t.width, t.y + t.size * 0.1, t.text) for t in texts(page)
    ]
    for i, one in enumerate(every):
        for other in every[i + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            if across > 0.6 and down > 0.6:
                found.append((one[4], other[4]))
    return found
