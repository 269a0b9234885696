"""A card for whoever keeps the time of a group, two on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.telling import time_of
from datawalk.layout.event.furniture import station_disc
from datawalk.layout.event.sheet import PALE, Edge, EventSheet, Materials, tint
from datawalk.layout.event.signs import GroupSign, group_sign
from datawalk.page.document import Page
from datawalk.words import say

HALF = 5.5
BAND = 1.5


def pages(materials: Materials) -> Iterator[Page]:
    """Two groups on a sheet; with new people everywhere, two stations."""
    plan = materials.plan
    count = len(plan.stops) if plan.rotation.mixed else plan.groups
    for first in range(0, count, 2):
        sheet = EventSheet(materials, lying=True)
        for half, card in enumerate(range(first, min(first + 2, count))):
            _card(sheet, card, half * HALF)
        sheet.dashes(HALF, BAND, HALF, sheet.height - 0.1)
        sheet.icon("scissors", HALF - 0.1, sheet.height - 0.35, 0.2, sheet.theme.muted)
        yield sheet.page("timekeeper", f"timekeeper-{first // 2 + 1}", say("Timekeeper"))


def _card(sheet: EventSheet, card: int, x: float) -> None:
    plan, theme = sheet.materials.plan, sheet.theme
    mixed = plan.rotation.mixed
    sign = None if mixed else group_sign(card)
    name = say("Station {number}", number=card + 1) if sign is None else sign.name
    _head(sheet, x, sign, card, name)
    heads = (
        (0.45, 0.9, say("Start")),
        (1.4, 1.7, say("Station")),
        (3.1, 1.05, say("Say “2 left”")),
        (4.2, 0.9, say("Move")),
    )
    for left, wide, said in heads:
        sheet.text(x + left, BAND + 0.14, wide, said, 12, "black", role="H2", most=2)
    rounds = plan.clock.rounds
    room = sheet.height - 0.35 - BAND - 0.5 - 1.7
    step = min(0.72, room / len(rounds))
    for turn in rounds:
        number = card + 1 if mixed else plan.rotation.routes[card][turn.number - 1]
        stop, y = sheet.materials.stop(number), BAND + 0.48 + (turn.number - 1) * step
        color, low = theme.pillar(stop.pillar), min(step - 0.06, 0.64)
        sheet.rect(x + 0.4, y, 4.7, low, tint(theme, color, PALE), Edge(radius=0.06))
        figure = 20 if step > 0.5 else 15
        mid = y + low / 2 - figure / 72 * 0.62
        sheet.text(x + 0.48, mid, 0.9, time_of(plan, turn.start), figure, "black", most=1)
        station_disc(
            sheet, stop, x + 1.36, y + low / 2 - min(0.23, low * 0.36), min(0.46, low * 0.72)
        )
        sheet.text(x + 1.9, mid, 0.4, str(number), figure, "black", color)
        _name(sheet, stop.name, x + 2.22, y + low / 2)
        last = 17 if step > 0.5 else 12
        for left, moment in ((3.2, turn.bell), (4.2, turn.end)):
            top = y + low / 2 - last / 72 * 0.62
            sheet.text(x + left, top, 0.85, time_of(plan, moment), last, "bold", most=1)
    _sayings(sheet, x, BAND + 0.48 + len(rounds) * step + 0.06)


def _name(sheet: EventSheet, name: str, x: float, middle: float) -> None:
    """The name of a station beside its number, where it has room."""
    if sheet.fits(name, 0.95, 2, 11, "bold"):
        two = not sheet.fits(name, 0.95, 1, 10, "bold")
        top = middle - (0.18 if two else 0.1)
        sheet.text(x, top, 0.95, name, 11, "bold", most=2 if two else 1, leading=1.05)


def _head(sheet: EventSheet, x: float, sign: GroupSign | None, card: int, name: str) -> None:
    theme = sheet.theme
    left = x - (sheet.dx if not x else 0)
    sheet.rect(left, 0, HALF + sheet.dx, BAND, theme.ink)
    sheet.rect(x + 0.45, 0.25, 1, 1, theme.paper, Edge(radius=0.12))
    if sign:
        sheet.group(sign, x + 0.55, 0.35, 0.8)
    else:
        station_disc(sheet, sheet.materials.stop(card + 1), x + 0.55, 0.35, 0.8)
    sheet.text(x + 1.65, 0.28, 3.5, say("Timekeeper for"), 12, "bold", theme.paper)
    sheet.text(x + 1.65, 0.48, 3.6, name, 30, "black", theme.paper, role="H1", most=1)
    said = say("You watch the clock. You may still talk.")
    sheet.text(x + 1.65, 1.05, 3.6, said, 12, color=theme.paper, most=1)


def _sayings(sheet: EventSheet, x: float, y: float) -> None:
    plan, theme = sheet.materials.plan, sheet.theme
    sheet.text(x + 0.45, y, 4.6, say("What to say"), 15, "black", theme.accent, role="H2")
    start = say("“We have {minutes} minutes.”", minutes=plan.clock.round)
    online = plan.occasion.online
    said = (
        (say("At the start"), start),
        (
            say("2 left") if online else say("One bell"),
            say("“2 minutes left. Please read the notes back.”"),
        ),
        (say("The end") if online else say("Two bells"), say("“Thank you. Next number.”")),
    )
    for i, (when, words) in enumerate(said):
        sheet.text(x + 0.45, y + 0.3 + i * 0.25, 1.2, when, 12, "black", most=1)
        sheet.text(x + 1.65, y + 0.3 + i * 0.25, 3.5, words, 12, most=1)
    sheet.rect(x + 0.4, y + 1.12, 4.7, 0.36, sheet.wash, Edge(radius=0.06))
    last = say("No bell heard? Trust your watch. Move together.")
    if online:
        last = say("No message? Trust your watch. Ask the host to move you.")
    sheet.text(x + 0.55, y + 1.17, 4.4, last, 12, "bold", most=1)
