"""Where each group is in each round, for the wall."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from datawalk.compose.event.telling import time_of
from datawalk.layout.event import rooms
from datawalk.layout.event.furniture import band, foot, told
from datawalk.layout.event.meeting import counted, met
from datawalk.layout.event.sheet import LEFT, PALE, Edge, EventSheet, Materials, tint
from datawalk.layout.event.signs import group_sign
from datawalk.page.document import Page
from datawalk.words import say, say_many

ROWS, FEW = 6, 4
"""Groups on an upright sheet, and on one that lies on its side."""
COLUMNS = 8
"""Rounds on an upright sheet; more lie on their side."""
MOST_COLUMNS = 14
"""Rounds on a sheet that lies on its side; more go on on the next."""
STUB = 1.86
"""Room for the shape and the name of a group."""
CHECKED = 1.12
"""The field that says what was counted."""


def pages(materials: Materials) -> Iterator[Page]:
    """Rows of groups and columns of rounds; with new people everywhere, what each round is."""
    plan = materials.plan
    count = plan.groups if not plan.rotation.mixed else 0
    rows = FEW if len(plan.stops) > COLUMNS else ROWS
    every = [range(i, min(i + rows, count)) for i in range(0, count, rows)] or [range(0)]
    turns = _turns(len(plan.stops))
    for i, (groups, rounds) in enumerate(product(every, turns if count else turns[:1])):
        sheet = EventSheet(materials, lying=len(plan.stops) > COLUMNS)
        _drawn(sheet, groups, rounds)
        name = f"rotation-{i + 1}"
        yield sheet.page("rotation", name, say("Where is my group?"))
    yield from rooms.pages(materials)


def _turns(count: int) -> list[range]:
    """Rounds on each sheet, about as many on each."""
    sheets = -(-count // MOST_COLUMNS)
    return [range(count * i // sheets, count * (i + 1) // sheets) for i in range(sheets)]


def _drawn(sheet: EventSheet, groups: range, rounds: range) -> None:
    plan, walk = sheet.materials.plan, sheet.materials.walk
    mixed = plan.rotation.mixed
    title = say("Where do I go?") if mixed else say("Where is my group?")
    top = band(sheet, "around", walk.title, title)
    lead = (
        say("Your own way is on your tag. Every time you meet other people.")
        if mixed
        else say("Find your shape. Go along the row. It is always the next number.")
    )
    if plan.occasion.online:
        lead = say("Find your group. Go along the row: each number is a room of the call.")
    sheet.text(LEFT, top + 0.2, sheet.inner, lead, 15, "bold", most=2)
    low = sheet.height - 0.75 - CHECKED
    if mixed:
        _rounds(sheet, top + 0.95, low)
    else:
        _grid(sheet, groups, rounds, top + 0.85, low)
    _checked(sheet, low)
    online = plan.occasion.online
    share = say("Show it, and send one to each host") if online else ""
    foot(sheet, told(walk), share or say("Hang 2, hand one to each host"))


def _grid(sheet: EventSheet, groups: range, rounds: range, top: float, low: float) -> None:
    plan, muted = sheet.materials.plan, sheet.theme.muted
    cell = (sheet.inner - STUB) / len(rounds)
    for i, turn in enumerate(plan.clock.rounds[rounds.start : rounds.stop]):
        x = LEFT + STUB + i * cell
        said = say("Round {number}", number=turn.number)
        sheet.text(x, top, cell, said, 10, "bold", muted, "center", most=1)
        clock = time_of(plan, turn.start)
        sheet.text(x, top + 0.17, cell, clock, 15, "black", align="center", most=1)
    row = min(0.98, (low - top - 0.6) / max(1, len(groups)))
    for i, group in enumerate(groups):
        y = top + 0.52 + i * row
        _row(sheet, group, rounds, (y, row, cell))
        if i + 1 < len(groups):
            sheet.rule(LEFT, y + row - 0.02, LEFT + sheet.inner, y + row - 0.02, sheet.theme.rule)


def _row(sheet: EventSheet, group: int, rounds: range, place: tuple[float, float, float]) -> None:
    """A group and where it is in these rounds; `place` is the top, height and width of a cell."""
    y, row, cell = place
    rotation, theme = sheet.materials.plan.rotation, sheet.theme
    sign, side = group_sign(group), min(0.66, row - 0.2)
    sheet.group(sign, LEFT, y + 0.1, side)
    room = STUB - side - 0.12
    below = sheet.text(LEFT + side + 0.1, y + 0.1, room, sign.name, 15, "black", most=2)
    people = say_many("1 person", "{count} people", rotation.sizes[group])
    if rotation.sets > 1:
        people += "\n" + say("set {number}", number=rotation.rings[group])
    sheet.text(LEFT + side + 0.1, below + 0.02, room, people, 11, color=theme.muted, most=2)
    for turn, number in enumerate(rotation.routes[group][rounds.start : rounds.stop]):
        stop = sheet.materials.stop(number)
        color, x = theme.pillar(stop.pillar), LEFT + STUB + turn * cell
        sheet.rect(
            x + 0.03, y + 0.03, cell - 0.06, row - 0.1, tint(theme, color), Edge(color, 0.018, 0.07)
        )
        wide = cell > 0.8
        figure = 30 if row > 0.8 and wide else 20
        room = cell * 0.5 if stop.icon and wide else cell
        sheet.text(x + 0.04, y + 0.05, room, str(number), figure, "black", color, "center", most=1)
        if wide:
            sheet.icon(stop.icon, x + cell * 0.54, y + 0.13, min(0.32, cell * 0.34), color)
        if row > 0.8 and wide and sheet.fits(stop.name, cell - 0.12, 2, 11, "bold"):
            sheet.text(
                x + 0.06,
                y + 0.53,
                cell - 0.12,
                stop.name,
                11,
                "bold",
                align="center",
                most=2,
                leading=1.05,
            )


def _rounds(sheet: EventSheet, top: float, low: float) -> None:
    """The clock times of each round, large."""
    plan, theme = sheet.materials.plan, sheet.theme
    rounds = plan.clock.rounds
    per = 3 if len(rounds) <= 9 else 4
    rows = -(-len(rounds) // per)
    wide, tall = sheet.inner / per, min(1.5, (low - top) / rows)
    for i, turn in enumerate(rounds):
        x, y = LEFT + i % per * wide, top + i // per * tall
        pale = tint(theme, theme.pillar("welcome"), PALE)
        sheet.rect(x + 0.05, y, wide - 0.1, tall - 0.12, pale, Edge(theme.ink, 0.015, 0.08))
        said = say("Round {number}", number=turn.number)
        sheet.text(x + 0.2, y + 0.06, wide - 0.4, said, 12, "bold", theme.muted, most=1)
        clock = f"{time_of(plan, turn.start)} – {time_of(plan, turn.end)}"
        sheet.text(x + 0.2, y + 0.32, wide - 0.4, clock, 20, "black", most=1)


def _checked(sheet: EventSheet, y: float) -> None:
    plan, theme = sheet.materials.plan, sheet.theme
    pale = tint(theme, theme.pillar("welcome"), PALE)
    sheet.rect(LEFT, y, sheet.inner, CHECKED, pale, Edge(radius=0.08))
    sheet.text(
        LEFT + 0.2, y + 0.08, sheet.inner - 0.4, say("Checked by count"), 12, "black", role="H2"
    )
    all_seen = say("Each one sees all {count} stations once.", count=len(plan.stops))
    lines = (counted(plan), all_seen, met(plan))
    for i, line in enumerate(lines):
        at = y + 0.35 + i * 0.235
        sheet.circle(LEFT + 0.25, at + 0.115, 0.035, theme.ink)
        sheet.text(LEFT + 0.38, at, sheet.inner - 0.6, line, 12, most=1)
