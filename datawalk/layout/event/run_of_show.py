"""The run of show: every part by the clock, what to say and do, and what to cut when it is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.compose.event.clock import FORM, STEP, EventPart
from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.telling import span_of, time_of
from datawalk.compose.event.timeline import results_by
from datawalk.compose.event.wording import month_day
from datawalk.icons.choices import icon_for
from datawalk.layout.event.furniture import foot, head
from datawalk.layout.event.sheet import LEFT, PALE, EventSheet, Materials, tint
from datawalk.layout.event.signs import group_sign
from datawalk.page.document import Page
from datawalk.words import say, say_many

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


@dataclass(frozen=True, slots=True)
class ShowRow:
    """A part as it is told: its name, what is said, done, and watched for."""

    what: str
    say: str = ""
    do: str = ""
    watch: str = ""


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
    row = ShowRow(
        say("Set up"),
        say("Doors open {minutes} minutes before.", minutes=DOORS),
        say("Posters up. Clear a 60-inch way. Test the bell."),
        say("Shoes on cables. Chairs in the way."),
    )
    tall = _words_tall(sheet, row)
    sheet.rect(LEFT, y, sheet.inner, tall, sheet.wash)
    starts = sheet.materials.plan.clock.starts
    clock = time_of(sheet.materials.plan, -SETUP) if starts is not None else f"-0:{SETUP}"
    _words(sheet, row, clock, SETUP, y)
    return _ended(sheet, y + tall)


def _part(sheet: EventSheet, part: EventPart, y: float) -> float:
    plan, theme = sheet.materials.plan, sheet.theme
    row, tall = row_of(plan, part), _tall(sheet, part)
    if part.kind == "rounds":
        pale = tint(theme, theme.pillar("welcome"), PALE)
        sheet.rect(LEFT, y, sheet.inner, tall, pale)
    _words(sheet, row, time_of(plan, part.start), part.minutes, y)
    if part.cut:
        sheet.rect(0.55, y + 0.33, 0.52, 0.21, theme.paper, theme.accent, 0.015, 0.04)
        sheet.icon(icon_for("sign", "cut"), 0.58, y + 0.345, 0.18, theme.accent)
        sheet.text(0.8, y + 0.325, 0.25, str(part.cut), SMALL, "black", theme.accent)
    elif part.keep:
        sheet.rect(0.55, y + 0.33, 0.72, 0.2, theme.ink, radius=0.03)
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
        sheet.rect(x, top, min(step - 0.09, 1.9), 0.54, theme.paper, theme.ink, 0.015, 0.05)
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
    sheet.rect(LEFT, y, sheet.inner, CUTS - 0.08, theme.paper, theme.accent, 0.025, 0.06)
    sheet.icon(icon_for("sign", "cut"), 0.62, y + 0.12, 0.34, theme.accent)
    late = say("Late? Cut in this order")
    sheet.text(1.08, y + 0.08, 1.3, late, PLAIN, "black", theme.accent, role="H2", most=2)
    for i, said in enumerate(cuts(plan)):
        sheet.text(2.4 + i * 2.05, y + 0.1, 1.92, said, SMALL, most=2)


def cuts(plan: EventPlan) -> tuple[str, ...]:
    """What to cut first, with the minutes saved, and last what to keep."""
    found: list[str] = []
    papers = any(part.kind == "papers" for part in plan.clock.parts)
    if papers:
        said = say("Hand out the form at the door. Saves {minutes} minutes.", minutes=FORM)
        found.append(f"**1** {said}")
    if plan.clock.shorter:
        said = say(
            "Make each round {minutes} minutes. Saves {saved}.",
            minutes=plan.clock.round - 1,
            saved=plan.clock.shorter,
        )
        found.append(f"**{len(found) + 1}** {said}")
    if papers:
        said = say("My step: take the card home. Saves {minutes}.", minutes=STEP)
        found.append(f"**{len(found) + 1}** {said}")
    if any(part.kind == "share" for part in plan.clock.parts):
        found.append(say("**Keep:** one line from each station. What happens next."))
    else:
        found.append(say("**Keep:** the last part, with what happens next."))
    return tuple(found)


def row_of(plan: EventPlan, part: EventPart) -> ShowRow:
    """What is told of a part; of an author's own its name."""
    match part.kind:
        case "own":
            return ShowRow(part.what)
        case "rounds":
            return _rounds(plan, part)
        case "welcome":
            return ShowRow(
                say("Welcome, all together"),
                say(
                    "“You know what it is like to live here. The numbers need what you know. "
                    "You may pass at any time.”"
                ),
                say("Read the agreement. Point to restrooms and the quiet corner."),
                _late(plan),
            )
        case "first":
            look = say("“Look at your tag. Go to the first number.”")
            shown = say("Hold up the signs of the groups.")
            if plan.rotation.mixed:
                shown = say("Point to the numbers of the stations.")
            return ShowRow(
                say("Go to your first station"), look, shown, say("Wheels and canes go first.")
            )
        case "back":
            return ShowRow(
                say("Come back"),
                say("“Please find a chair.”"),
                say("Note sheets to the table."),
                say("Sheets left at stations."),
            )
        case "share":
            takers = say_many(
                "1 note-taker, 1 minute.",
                "{count} note-takers, 1 minute each.",
                len(plan.stops),
            )
            return ShowRow(
                say("One line from each station"),
                say("“What is one thing we should not lose?”"),
                takers,
                say("This is what the night is for."),
            )
        case "papers":
            return ShowRow(
                say("Paper time"),
                say("“First the ballot. Then your step. Then the form. All are your choice.”"),
                say("Pass three papers, one at a time. Say how to mark."),
                say("Readers: offer to read it aloud."),
            )
        case "next":
            return _next(plan)


def _late(plan: EventPlan) -> str:
    rotation = plan.rotation
    if rotation.mixed:
        return say("Late guests get a spare tag.")
    least = rotation.sizes.index(min(rotation.sizes))
    return say("Late guests join {group}.", group=group_sign(least).name)


def _rounds(plan: EventPlan, part: EventPart) -> ShowRow:
    rounds = say_many(
        "{count} round: {talk} min to talk, {move} to move",
        "{count} rounds: {talk} min to talk, {move} to move",
        len(plan.clock.rounds),
        talk=plan.clock.round,
        move=plan.clock.move,
    )
    if plan.rotation.mixed:
        move = say("Move: “The next number on your tag.”")
    else:
        move = say("Move: “Next number. After {last} comes 1.”", last=len(plan.stops))
    told = "\n".join(
        (
            say("Start: “Look first, one minute. Then talk.”"),
            say("2 left: “Last thoughts. Notes, read back.”"),
            move,
        )
    )
    ring = say("Ring once at 2 minutes left. Ring twice to move.")
    for turn in plan.clock.rounds:
        if turn.pause:
            pause = say(
                "Break of {minutes} minutes after round {number}.",
                minutes=turn.pause,
                number=turn.number,
            )
            ring += " " + pause
    name = f"{part.what}: {rounds}" if part.what else rounds
    return ShowRow(name, told, ring, say("One voice takes over: “Let’s hear someone new.”"))


def _next(plan: EventPlan) -> ShowRow:
    if plan.occasion.day:
        by = month_day(results_by(plan.occasion.day))
        told = say("“You get the results by {day}. Here is who will act on them.”", day=by)
    else:
        told = say("“You get the results in ten days. Here is who will act on them.”")
    return ShowRow(
        say("What happens next"),
        told,
        say("Say three dates. Thank all. Point to the boxes."),
        say("Promises no one can keep."),
    )
