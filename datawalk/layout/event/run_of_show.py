"""The run of show: every part by the clock, what to say and do, and what to cut when it is late."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.clock import EventPart
from datawalk.compose.event.telling import span_of, time_of
from datawalk.icons.choices import icon_for
from datawalk.layout.event.call_rows import before_call
from datawalk.layout.event.furniture import foot, head
from datawalk.layout.event.sheet import LEFT, PALE, Edge, EventSheet, Materials, tint
from datawalk.layout.event.show_row import ShowRow
from datawalk.layout.event.show_rows import cuts, row_of
from datawalk.page.document import Page
from datawalk.words import say

SETUP, DOORS = 45, 15
"""Minutes before the beginning."""
TOP = 1.82
CUTS = 0.66
"""The field that says what to cut."""
COLUMNS = ((0.5, 0.8), (1.32, 0.42), (1.86, 1.5), (3.38, 2.9), (6.32, 2.3), (8.66, 1.84))
"""Where each column begins, and its width."""
SMALL, PLAIN = 11.0, 12.0
PER_ROW = 6
"""Rounds in a row of the strip."""
STRIP = 0.6


def pages(materials: Materials) -> Iterator[Page]:
    """One sheet, or as many as a long agenda takes."""
    plan = materials.plan
    parts = list(plan.clock.parts)
    number = 0
    while number == 0 or parts:
        number += 1
        sheet = EventSheet(materials, lying=True)
        y = _head(sheet)
        if number == 1:
            y = _setup(sheet, y)
        while parts and y + _tall(sheet, parts[0]) <= _low(sheet):
            y = _part(sheet, parts.pop(0), y)
        _cuts(sheet)
        bells = say("Bell: once, 2 minutes left; twice, move. Times hold the time to move.")
        if plan.occasion.online:
            bells = say("Bell: write to all rooms. Arrow: move all to the next room.")
        foot(sheet, bells, say("Page {number}", number=number))
        yield sheet.page("run-of-show", f"run-of-show-{number}", say("Run of show"))


def _low(sheet: EventSheet) -> float:
    return sheet.height - 0.62 - CUTS - 0.04


def _head(sheet: EventSheet) -> float:
    plan, theme = sheet.materials.plan, sheet.theme
    kicker = say(
        "Run of show. {people} people, {stations} stations, {minutes} minutes",
        people=plan.people,
        stations=len(plan.stops),
        minutes=plan.clock.minutes,
    )
    start, end = span_of(plan)
    day = sheet.materials.walk.event.date
    span = say("{start} to {end}", start=start, end=end)
    head(sheet, "clock", kicker, f"{day}, {span}" if day else span)
    sheet.rect(LEFT, 1.5, sheet.inner, 0.3, theme.ink)
    names = (say("Clock"), say("Min"), say("Part"), say("Say"), say("Do"), say("Watch for"))
    for (x, width), name in zip(COLUMNS, names, strict=True):
        sheet.text(x + 0.06, 1.53, width, name, PLAIN, "black", theme.paper, role="H2", most=1)
    return TOP


def _setup(sheet: EventSheet, y: float) -> float:
    """What comes before the beginning."""
    online = sheet.materials.plan.occasion.online
    row = before_call(DOORS) if online else _before_doors()
    tall = _words_tall(sheet, row)
    sheet.rect(LEFT, y, sheet.inner, tall, sheet.wash)
    starts = sheet.materials.plan.clock.starts
    clock = time_of(sheet.materials.plan, -SETUP) if starts is not None else f"-0:{SETUP}"
    _words(sheet, row, clock, SETUP, y)
    return _ended(sheet, y + tall)


def _before_doors() -> ShowRow:
    return ShowRow(
        say("Set up"),
        say("Doors open {minutes} minutes before.", minutes=DOORS),
        say("Posters up. Clear a 60-inch way. Test the bell."),
        say("Shoes on cables. Chairs in the way."),
    )


def _part(sheet: EventSheet, part: EventPart, y: float) -> float:
    plan, theme = sheet.materials.plan, sheet.theme
    row, tall = row_of(plan, part), _tall(sheet, part)
    if part.kind == "rounds":
        pale = tint(theme, theme.pillar("welcome"), PALE)
        sheet.rect(LEFT, y, sheet.inner, tall, pale)
    _words(sheet, row, time_of(plan, part.start), part.minutes, y)
    if part.cut:
        sheet.rect(0.55, y + 0.33, 0.52, 0.21, theme.paper, Edge(theme.accent, 0.015, 0.04))
        sheet.icon(icon_for("sign", "cut"), 0.58, y + 0.345, 0.18, theme.accent)
        sheet.text(0.8, y + 0.325, 0.25, str(part.cut), SMALL, "black", theme.accent)
    elif part.keep:
        sheet.rect(0.55, y + 0.33, 0.72, 0.2, theme.ink, Edge(radius=0.03))
        sheet.text(0.55, y + 0.325, 0.72, say("keep"), 10, "black", theme.paper, "center", most=1)
    if part.kind == "rounds":
        _strip(sheet, y + _words_tall(sheet, row))
    return _ended(sheet, y + tall)


def _ended(sheet: EventSheet, y: float) -> float:
    sheet.rule(LEFT, y, LEFT + sheet.inner, y, sheet.grey, 0.01)
    return y


def _words(sheet: EventSheet, row: ShowRow, clock: str, minutes: int, y: float) -> None:
    top = y + 0.015
    sheet.text(0.56, top, 0.76, clock, 15, "black", most=1)
    sheet.text(1.3, top + 0.03, 0.42, str(minutes), PLAIN, "bold", align="right")
    said = (row.what, row.say, row.do, row.watch)
    for i, ((x, width), words) in enumerate(zip(COLUMNS[2:], said, strict=True)):
        if i == 0:
            sheet.text(x + 0.06, top + 0.03, width - 0.1, words, PLAIN, "bold")
        elif words:
            sheet.text(x + 0.06, top + 0.03, width - 0.1, words, SMALL)


def _words_tall(sheet: EventSheet, row: ShowRow) -> float:
    (_, first), *rest = COLUMNS[2:]
    tall = sheet.tall(row.what, first - 0.1, PLAIN, "bold")
    others = zip(rest, (row.say, row.do, row.watch), strict=True)
    talls = (sheet.tall(words, width - 0.1, SMALL) for (_, width), words in others)
    return max(0.34, max(tall, *talls) + 0.12)


def _tall(sheet: EventSheet, part: EventPart) -> float:
    row = row_of(sheet.materials.plan, part)
    marked = 0.56 if part.cut or part.keep else 0.0
    tall = max(_words_tall(sheet, row), marked)
    if part.kind == "rounds":
        rows = -(-len(sheet.materials.plan.clock.rounds) // PER_ROW)
        return _words_tall(sheet, row) + rows * STRIP
    return tall


def _strip(sheet: EventSheet, y: float) -> None:
    """Each round: its start, the bell and the move."""
    plan, theme = sheet.materials.plan, sheet.theme
    rounds = plan.clock.rounds
    step = (sheet.inner - 0.13) / min(PER_ROW, len(rounds))
    for i, turn in enumerate(rounds):
        x, top = 0.62 + i % PER_ROW * step, y + i // PER_ROW * STRIP
        sheet.rect(x, top, min(step - 0.09, 1.9), 0.54, theme.paper, Edge(theme.ink, 0.015, 0.05))
        name = say("Round {number}", number=turn.number)
        sheet.text(x + 0.08, top + 0.02, 0.72, name, 10, "bold", theme.muted, most=1)
        start = time_of(plan, turn.start)
        sheet.text(x + 0.08, top + 0.17, 0.75, start, 17, "black", most=1)
        moments = (("bell", turn.bell), ("on", turn.end))
        for k, (sign, moment) in enumerate(moments):
            low = top + 0.06 + k * 0.24
            sheet.icon(icon_for("sign", sign), x + 0.8, low + 0.02, 0.16, theme.accent)
            sheet.text(x + 0.99, low - 0.03, 0.55, time_of(plan, moment), PLAIN, "bold", most=1)


def _cuts(sheet: EventSheet) -> None:
    plan, theme = sheet.materials.plan, sheet.theme
    y = sheet.height - 0.62 - CUTS
    sheet.rect(LEFT, y, sheet.inner, CUTS - 0.08, theme.paper, Edge(theme.accent, 0.025, 0.06))
    sheet.icon(icon_for("sign", "cut"), 0.62, y + 0.12, 0.34, theme.accent)
    late = say("Late? Cut in this order")
    sheet.text(1.08, y + 0.08, 1.3, late, PLAIN, "black", theme.accent, role="H2", most=2)
    for i, said in enumerate(cuts(plan)):
        sheet.text(2.4 + i * 2.05, y + 0.1, 1.92, said, SMALL, most=2)
