"""The rooms of a call: their stations and links, who does what there, and where notes are."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.plan import EventPlan, Stop
from datawalk.layout.event.furniture import band, foot, station_disc, told
from datawalk.layout.event.sheet import INNER, LEFT, Edge, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.words import say

ROW, MOST_ROW = 0.44, 0.62
ROLES = 1.9
"""What the field with the duties takes."""


def rooms_of(plan: EventPlan) -> Iterator[tuple[int, int, Stop, str]]:
    """Each room: its number, its set, its station, and its link, which may be empty."""
    call = plan.occasion.online
    if not call:
        return
    stops = [(ring, stop) for ring in range(1, plan.rotation.sets + 1) for stop in plan.stops]
    for number, (ring, stop) in enumerate(stops, start=1):
        yield number, ring, stop, call.rooms[number - 1] if call.rooms else ""


def duties() -> tuple[tuple[str, str], ...]:
    """Who does what on a call."""
    return (
        (say("Lead"), say("Opens and closes the call. Welcomes, and asks each room for one line.")),
        (
            say("Timekeeper"),
            say("Writes to all rooms at 2 minutes left. Moves all, and callers."),
        ),
        (say("Host"), say("Stays in one room. Shows its slides. Reads the chat out loud.")),
        (say("Note-taker"), say("Writes their words in the shared document. No names.")),
    )


def pages(materials: Materials) -> Iterator[Page]:
    """For a walk on a call, as many sheets as the rooms take."""
    plan = materials.plan
    waiting = list(rooms_of(plan))
    number = 0
    while waiting:
        number += 1
        sheet = EventSheet(materials)
        y = band(sheet, "around", materials.walk.title, say("The rooms of the call")) + 0.2
        y = _joined(sheet, y)
        room = sheet.height - 0.75 - ROLES - y
        row = max(ROW, min(MOST_ROW, room / len(waiting)))
        held = max(1, int(room / row))
        for i, one in enumerate(waiting[:held]):
            _room(sheet, one, y + i * row, row)
        del waiting[:held]
        _duties(sheet, sheet.height - 0.7 - ROLES)
        foot(sheet, told(materials.walk), say("For the team: send it to each host"))
        yield sheet.page("rotation", f"rooms-{number}", say("The rooms of the call"))


def _joined(sheet: EventSheet, y: float) -> float:
    """Where people join, and where the notes are."""
    call = sheet.materials.plan.occasion.online
    assert call
    lines = (
        (say("All join here"), call.link or say("The link is not set yet.")),
        (say("Notes go here"), call.notes or say("The shared document is not set yet.")),
    )
    for name, link in lines:
        sheet.text(LEFT, y, 1.5, name, 12, "black", most=1)
        shown = link if sheet.fits(link, INNER - 1.55, 1, 12) else say("See the link in the walk.")
        sheet.text(LEFT + 1.55, y, INNER - 1.55, shown, 12, most=1)
        y += 0.27
    return y + 0.12


def _room(sheet: EventSheet, one: tuple[int, int, Stop, str], y: float, row: float) -> None:
    number, ring, stop, link = one
    plan = sheet.materials.plan
    color = sheet.theme.pillar(stop.pillar)
    sheet.disc(stop.number, LEFT, y + row / 2 - 0.16, 0.16, color)
    station_disc(sheet, stop, LEFT + 0.42, y + row / 2 - 0.16, 0.32)
    middle = y + row / 2 - 0.11
    if plan.rotation.sets > 1:
        ring_told = say("set {number}", number=ring)
        sheet.text(LEFT + INNER - 0.6, middle, 0.6, ring_told, 11, align="right", most=1)
    if sheet.fits(stop.name, 2.7, 1, 12, "black"):
        sheet.text(LEFT + 0.85, middle, 2.7, stop.name, 12, "black", most=1)
    else:
        sheet.text(LEFT + 0.85, y + 0.04, 2.7, stop.name, 11, "bold", most=2, leading=1.05)
    if link and sheet.fits(link, INNER - 4.2, 1, 11):
        sheet.text(LEFT + 3.6, middle, INNER - 4.2, link, 11, most=1)
    else:
        said = say("Room {number} of the call", number=number)
        sheet.text(LEFT + 3.6, middle, INNER - 4.2, said, 11, most=1)
    sheet.rule(LEFT, y + row, LEFT + INNER, y + row, sheet.theme.rule, 0.008)


def _duties(sheet: EventSheet, y: float) -> None:
    sheet.rect(LEFT, y, INNER, ROLES - 0.1, sheet.wash, Edge(radius=0.08))
    sheet.text(LEFT + 0.2, y + 0.1, 5, say("Who does what"), 15, "black", role="H2", most=1)
    for i, (who, what) in enumerate(duties()):
        at = y + 0.45 + i * 0.32
        sheet.text(LEFT + 0.2, at, 1.45, who, 12, "black", most=1)
        sheet.text(LEFT + 1.75, at, INNER - 1.9, what, 12, most=1)
