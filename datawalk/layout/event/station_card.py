"""A card for the host of each station: what to say, ask and not to say, to be read standing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from datawalk.compose.event.card import CardFact, HostCard, card_of, heads, without_facts
from datawalk.icons.choices import icon_for
from datawalk.layout.event.furniture import NOTE, foot, told
from datawalk.layout.event.sheet import INNER, LEFT, PALE, Edge, EventSheet, Materials, tint
from datawalk.page.document import Page
from datawalk.theme import mix
from datawalk.walk import Station
from datawalk.words import say

BAND, TAB = 1.7, 1.38
FACT_ROOM = 2.72
"""Inches for all facts."""
NUMBER, BESIDE = 1.05, 11.0
"""The column of numbers in inches, and the size of two that stand beside each other."""


def pages(materials: Materials) -> Iterator[Page]:
    """One for each station."""
    for station in materials.walk.stations:
        sheet = EventSheet(materials)
        _band(sheet, station)
        _talk(sheet, station, card_of(station))
        foot(sheet, told(materials.walk), say("For the host of this station"))
        number = station.number
        title = say("Station card {number}", number=number)
        yield sheet.page("station-card", f"station-card-{number}", title, number)


def _band(sheet: EventSheet, station: Station) -> None:
    theme, stop = sheet.theme, sheet.materials.stop(station.number)
    color, paper = theme.pillar(station.pillar), theme.paper
    sheet.rect(-sheet.dx, 0, sheet.width, BAND, color)
    right = sheet.width - sheet.dx
    sheet.icon(stop.icon, right - 1.95, 0.12, 1.5, mix(color, paper, 0.13))
    sheet.rect(LEFT, 0, 1.1, TAB - 0.13, paper)
    sheet.rect(LEFT, TAB - 0.26, 1.1, 0.26, paper, Edge(radius=0.13))
    sheet.icon(stop.icon, LEFT + 0.33, 0.1, 0.44, color)
    sheet.text(LEFT, 0.44, 1.1, str(station.number), 58, "black", color, "center")
    minutes = sheet.materials.plan.clock.round
    kicker = say("Station card. {minutes} minutes", minutes=minutes)
    room = sheet.inner - 1.35
    sheet.text(1.85, 0.24, room, kicker, 12, "bold", paper, most=1)
    sheet.text(
        1.85, 0.48, room, station.question, 30, "black", paper, role="H1", most=2, leading=1.08
    )


def _talk(sheet: EventSheet, station: Station, card: HostCard) -> None:
    theme, color = sheet.theme, sheet.materials.color(station.number)
    open_, know, open_ended, ask, close, write = heads()
    sheet.text(LEFT, 1.92, 1.1, open_, 15, "black", color, role="H2", most=1)
    sheet.text(1.65, 1.9, 6.35, card.opening, 17, "bold", most=2, leading=1.1)
    y = 2.55
    sheet.rect(LEFT, y, INNER, FACT_ROOM, tint(theme, color, PALE), Edge(radius=0.1))
    if card.facts:
        sheet.text(0.7, y + 0.08, 4.2, know, 15, "black", color, role="H2", most=1)
        sheet.text(5.15, y + 0.08, 2.7, open_ended, 15, "black", color, role="H2", most=1)
        _facts(sheet, card.facts, y + 0.44, color)
    else:
        said = without_facts(station)
        sheet.text(0.7, y + 0.9, 7.1, said, 20, "bold", color, align="center")
    y = 5.45
    sheet.text(LEFT, y, INNER, ask, 15, "black", theme.accent, role="H2", most=1)
    for i, (step, question) in enumerate(card.ladder):
        x, low = LEFT + i % 2 * 3.82, y + 0.37 + i // 2 * 0.58
        sheet.disc(i + 1, x, low + 0.03, 0.2, theme.accent, 15)
        sheet.text(x + 0.52, low - 0.03, 3.2, step, NOTE, "bold", theme.muted, most=1)
        sheet.text(x + 0.52, low + 0.13, 3.25, question, 15, "bold", most=1)
    y = 7.15
    sheet.rect(LEFT, y, INNER, 1.2, theme.paper, Edge(theme.accent, 0.03, 0.1))
    sheet.icon(icon_for("sign", "serve"), 0.68, y + 0.16, 0.5, theme.accent)
    sheet.text(1.35, y + 0.09, 6.4, card.hurt, 15, "black", theme.accent, role="H2", most=1)
    sheet.text(1.35, y + 0.4, 6.5, card.thanks, 15, most=2)
    for y, name, words in ((8.6, close, card.close), (9.2, write, card.write)):
        sheet.text(LEFT, y + 0.02, 1.15, name, 15, "black", color, role="H2", most=1)
        sheet.text(1.65, y, 6.3, words, 17, "bold" if name == close else "regular", most=2)


def _facts(sheet: EventSheet, facts: Sequence[CardFact], top: float, color: str) -> None:
    """Each in a row as tall as its words ask; all at the largest size that has room."""
    theme, room = sheet.theme, FACT_ROOM - 0.5
    size = next((s for s in (15.0, 12.0, 11.0) if sum(_talls(sheet, facts, s)) <= room), 10.0)
    talls = _talls(sheet, facts, size)
    spare = max(0.0, min(0.16, (room - sum(talls)) / len(facts)))
    y = top
    for fact, tall in zip(facts, talls, strict=True):
        sheet.rule(0.7, y, 7.8, y, mix(color, theme.paper, 0.6), 0.01)
        x, wide = _column(fact)
        if fact.number:
            _number(sheet, fact.number, y + 0.07, color)
        sheet.text(x, y + 0.08, wide, fact.said, size, leading=1.15)
        sheet.text(5.15, y + 0.08, 2.7, fact.unsaid, size, leading=1.15)
        y += tall + spare


def _number(sheet: EventSheet, number: str, y: float, color: str) -> None:
    """As large as a line has room for; two shares beside each other take several."""
    if sheet.fits(number, NUMBER, 1, 30, "black"):
        sheet.text(0.7, y, NUMBER, number, 30, "black", color, most=1)
    else:
        sheet.text(0.7, y, NUMBER, number, BESIDE, "black", color)


def _number_tall(sheet: EventSheet, number: str) -> float:
    one = sheet.fits(number, NUMBER, 1, 30, "black")
    return 0.4 if one else sheet.tall(number, NUMBER, BESIDE, "black")


def _column(fact: CardFact) -> tuple[float, float]:
    return (1.85, 3.1) if fact.number else (0.7, 4.25)


def _talls(sheet: EventSheet, facts: Sequence[CardFact], size: float) -> list[float]:
    return [
        0.14
        + max(
            sheet.tall(fact.said, _column(fact)[1], size),
            sheet.tall(fact.unsaid, 2.7, size),
            _number_tall(sheet, fact.number),
        )
        for fact in facts
    ]
