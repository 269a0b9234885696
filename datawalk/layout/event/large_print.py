"""The words of the walk in large print: all that guests read at stations and on papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from datawalk.compose.event.agreement import agreement
from datawalk.compose.event.card import card_of
from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.telling import results_told
from datawalk.layout.event import consent, evaluation
from datawalk.layout.event.furniture import told
from datawalk.layout.event.guide.flow import FlowType, GuideFlow
from datawalk.layout.event.guide.parts import GuideList, GuidePart, GuideSection, GuideText
from datawalk.layout.event.sheet import INNER, LEFT, EventSheet, Materials
from datawalk.layout.paper.large_print import strong_theme
from datawalk.page.document import Page
from datawalk.walk import Station
from datawalk.words import say

TYPE = FlowType(head=30, station=20, aloud=20, body=20, cell=20)
GUESTS_PER_SET = 16
"""Of so many guests one may like larger letters."""


def copies(plan: EventPlan) -> int:
    """Sets to print."""
    return -(-plan.people // GUESTS_PER_SET)


def pages(materials: Materials) -> Iterator[Page]:
    """As many as the words take, all in strong contrast."""
    strong = replace(materials, theme=strong_theme(materials.theme))
    flow = GuideFlow(strong, TYPE)
    for section in _sections(strong):
        flow.section(section)
    for number, sheet in enumerate(flow.sheets, start=1):
        _foot(sheet, number, len(flow.sheets))
        yield sheet.page("large-print", f"large-print-{number}", say("Large print"))


def _foot(sheet: EventSheet, number: int, count: int) -> None:
    """In large letters too, where the line is short enough."""
    y = sheet.height - 0.74
    said = say("Page {number} of {count}", number=number, count=count)
    sheet.rule(LEFT, y, LEFT + INNER, y, line=0.02)
    walk = sheet.materials.walk
    line = f"{walk.title}. {said}"
    shown = line if sheet.fits_at(line, INNER, 20) else said
    sheet.text(LEFT, y + 0.06, INNER, shown, 20)


def _sections(materials: Materials) -> Iterator[GuideSection]:
    walk, plan = materials.walk, materials.plan
    lines = tuple(f"**{line}** {more}" for _, line, more in agreement())
    yield GuideSection(walk.title, (GuideText(told(walk)),))
    yield GuideSection(say("How we talk here"), (GuideList(lines),))
    yield from map(_station, walk.stations)
    if plan.occasion.ballot:
        yield _ballot(plan)
    steps = (say("I will"), say("With whom"), say("By when"))
    said = tuple(GuideText(f"**{step}** …") for step in steps)
    yield GuideSection(say("My step"), said)
    asked = say("Make **two** marks on each line: one for before, one for now. Skip any.")
    marks = tuple(map(say, evaluation.LINES))
    yield GuideSection(
        say("What changed for you today?"), (GuideText(asked), GuideList(marks, numbered=True))
    )
    uses = tuple(say(use) for _, use in consent.USES)
    asked = say("You can say no and still take part. Yes to one, no to another is fine.")
    yield GuideSection(
        say("May we use your picture or words?"), (GuideText(asked), GuideList(uses))
    )
    parts = [GuideText(results_told(plan))]
    if walk.event.contact:
        parts.append(GuideText(walk.event.contact))
    yield GuideSection(say("What happens next"), tuple(parts))


def _station(station: Station) -> GuideSection:
    """Its facts with what each leaves open, and what to talk about."""
    card = card_of(station)
    left, talk = say("It does not say"), say("Talk about")
    parts: list[GuidePart] = [
        GuideText(f"{fact.said} **{left}:** {fact.unsaid}") for fact in card.facts
    ]
    asked = (card.opening, *(question for _, question in card.ladder))
    parts.append(GuideText(f"**{talk}**"))
    parts.append(GuideList(asked))
    return GuideSection(f"{station.number}. {station.question}", tuple(parts), station.number)


def _ballot(plan: EventPlan) -> GuideSection:
    how = say("Make an X or a check in the box. Mark one, some or all.")
    if plan.occasion.ranked:
        how = say("One X in each column. A first choice is enough. Do not mark one idea twice.")
    return GuideSection(
        say("Which ideas come first?"), (GuideText(how), GuideList(plan.occasion.ballot, True))
    )
