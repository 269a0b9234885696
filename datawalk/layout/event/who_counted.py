"""Who counted this, when and how: a sheet for the wall beside each poster with numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from datawalk.compose.event.counted import CountedNumber, counted
from datawalk.icons.choices import icon_for
from datawalk.layout.event.furniture import band, foot
from datawalk.layout.event.sheet import INNER, LEFT, PALE, Edge, EventSheet, Materials, tint
from datawalk.page.document import Page
from datawalk.walk import Station
from datawalk.words import say

TOP, GAP = 1.8, 0.12
FIELD = 0.72
"""What the field for doubts takes above the foot."""
LARGE, SMALL = 15.0, 12.0
"""Type that all numbers of a station have room in, or that more have."""
PAD, ROW_GAP, LIFT = 0.12, 0.05, 0.04
SOURCES_ROOM = 1.2
NAME, VALUE = (3.0, 1.05), (4.1, 3.75)
"""Where what is told stands, its name and its words, and the room of each."""


def pages(materials: Materials) -> Iterator[Page]:
    """As many as the numbers of each station take; none where none hangs."""
    for station in materials.walk.stations:
        left = list(counted(station))
        if not left and not station.sources:
            continue
        number = 0
        while left or not number:
            number += 1
            sheet = EventSheet(materials)
            left = _drawn(sheet, station, left)
            name = f"who-counted-{station.number}-{number}"
            title = say("Who counted? Station {number}", number=station.number)
            yield sheet.page("who-counted", name, title, station.number)


def _drawn(
    sheet: EventSheet, station: Station, numbers: Sequence[CountedNumber]
) -> list[CountedNumber]:
    """A sheet with as many numbers as have room; returns the others."""
    kicker = say("Hang beside poster {number}. Ask us anything", number=station.number)
    band(sheet, "search", kicker, say("Who counted this?"))
    y, low = TOP, sheet.height - 0.72 - FIELD
    room = low - TOP - (SOURCES_ROOM if station.sources else 0.0)
    every = sum(_tall(sheet, number, LARGE) + GAP for number in numbers)
    size = LARGE if every <= room else SMALL
    left = list(numbers)
    while left and y + _tall(sheet, left[0], size) <= low:
        y = _number(sheet, station, left.pop(0), y, size) + GAP
    if not left:
        _sources(sheet, station, y, low)
    _doubt(sheet, low + 0.06)
    foot(sheet, _credit(sheet), station.question)
    return left


def _credit(sheet: EventSheet) -> str:
    return sheet.materials.walk.event.link or sheet.materials.walk.title


def _rows(number: CountedNumber) -> tuple[tuple[str, str], ...]:
    return (
        (say("Who"), number.who),
        (say("When"), number.when),
        (say("How"), number.how),
        (say("How sure"), number.sure),
        (say("Left out"), number.left),
    )


def _tall(sheet: EventSheet, number: CountedNumber, size: float) -> float:
    rows = sum(sheet.tall(said, VALUE[1], size) + ROW_GAP + LIFT for _, said in _rows(number))
    what = sheet.tall(number.what, 2.15, size, "bold") + 0.62
    return 2 * PAD + max(rows, what)


def _number(
    sheet: EventSheet, station: Station, number: CountedNumber, y: float, size: float
) -> float:
    theme, tall = sheet.theme, _tall(sheet, number, size)
    color = theme.pillar(station.pillar)
    sheet.rect(LEFT, y, INNER, tall, tint(theme, color, PALE), Edge(radius=0.06))
    value = 30 if size == LARGE else 20
    said, under = number.number, 0.5 if number.number else 0.0
    sheet.text(0.66, y + PAD - 0.04, 2.2, said, value, "black", color, role="H2", most=1)
    sheet.text(0.66, y + PAD + under, 2.15, number.what, size, "bold")
    low = y + PAD
    for name, said in _rows(number):
        sheet.text(NAME[0], low, NAME[1], name, size, "bold", theme.muted, most=1)
        low = sheet.text(VALUE[0], low, VALUE[1], said, size) + ROW_GAP
    return y + tall


def _sources(sheet: EventSheet, station: Station, y: float, low: float) -> None:
    """What the foot of the poster says, as far as it has room here."""
    if not station.sources or y + 0.6 > low:
        return
    said = say("On the foot of the poster")
    y = sheet.text(LEFT, y + 0.05, INNER, said, 12, "black", role="H2", most=1) + 0.03
    for line in station.sources:
        if y + sheet.tall(line, INNER, 11) > low:
            return
        y = sheet.text(LEFT, y, INNER, line, 11) + 0.04


def _doubt(sheet: EventSheet, y: float) -> None:
    accent = sheet.theme.accent
    sheet.rect(LEFT, y, INNER, 0.6, sheet.theme.paper, Edge(accent, 0.025, 0.08))
    sheet.icon(icon_for("sign", "pencil"), 0.64, y + 0.14, 0.32, accent)
    said = say(
        "**Do you think a number is wrong?** Tell a note-taker, who ticks “fix a number”. We ask "
        "those who counted, and tell you what they say."
    )
    sheet.text(1.12, y + 0.09, INNER - 0.8, said, 12, most=2)
