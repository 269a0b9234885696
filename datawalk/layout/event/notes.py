"""Note sheets: what is said at a station, eight notes on a sheet that a camera reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from datawalk.compose.event.clock import Round
from datawalk.compose.event.plan import Stop
from datawalk.compose.event.telling import time_of
from datawalk.layout.event.coded import coded, language_sign
from datawalk.layout.event.sheet import INNER, LEFT, Edge, EventSheet, Materials
from datawalk.layout.event.signs import GroupSign, group_sign
from datawalk.page.document import Page
from datawalk.page.form import FormBox, SheetCode
from datawalk.typography.fonts import Face
from datawalk.words import later, say

NOTES = 8
TOP, PITCH, FRAME = 2.68, 0.9, 0.84
BOX = 0.22
STRIP = 0.58
"""From the top of a frame to its boxes."""
FIRST, QUOTE = 1.0, 6.42
"""Where the first box stands, and the one for leave to quote."""
BOLD_LINE = 0.035
GROUPS_IN_ROW = 7
"""Boxes for groups beside each other; two rows of them have room."""
KINDS = (
    ("fact", later("fact")),
    ("story", later("story")),
    ("question", later("question")),
    ("idea", later("idea")),
    ("fix", later("fix a number")),
)


@dataclass(frozen=True, slots=True)
class NoteSheet:
    """A sheet for a station: of a group in a round, of a round with new people, or spare.

    On a spare one groups may be marked, `groups` of them.
    """

    stop: Stop
    number: int
    turn: Round | None = None
    sign: GroupSign | None = None
    groups: int = 0


def pages(materials: Materials) -> Iterator[Page]:
    """By station, each group as it comes."""
    yield from note_pages(materials, note_sheets(materials), "notes")


def note_pages(materials: Materials, notes: Iterable[NoteSheet], kind: str) -> Iterator[Page]:
    """The page of each sheet, among those of a kind."""
    body = EventSheet(materials)
    boxes = tuple(_boxes(body))
    _body(body, boxes)
    for note in notes:
        sheet = EventSheet(materials)
        groups = tuple(_group_boxes(note.groups))
        _coded(sheet, note, (*boxes, *groups))
        _head(sheet, note)
        _group_signs(sheet, groups)
        sheet.ink += body.ink
        name = f"{kind}-{note.stop.number}-{note.sign.letter if note.sign else 'X'}-{note.number}"
        title = say("Notes, station {number}", number=note.stop.number)
        if note.sign:
            title += f": {note.sign.name}"
        yield sheet.page(kind, name, title, note.stop.number)


def note_sheets(materials: Materials) -> Iterator[NoteSheet]:
    """All sheets but the spare ones, numbered through."""
    plan = materials.plan
    number = 0
    for stop in plan.stops:
        for turn in plan.clock.rounds:
            for ring in range(1, plan.rotation.sets + 1):
                there = plan.rotation.at(ring, stop.number, turn.number - 1)
                signs = [None] if plan.rotation.mixed else [group_sign(g) for g in there]
                for sign in signs:
                    number += 1
                    yield NoteSheet(stop, number, turn, sign)


def _coded(sheet: EventSheet, note: NoteSheet, boxes: tuple[FormBox, ...]) -> None:
    plan = sheet.materials.plan
    letter = note.sign.letter if note.sign else "X"
    code = SheetCode(plan.key, "N", note.stop.number, letter, note.number, language_sign())
    coded(sheet, "notes", code, boxes)


def _body(sheet: EventSheet, boxes: tuple[FormBox, ...]) -> None:
    """What is the same on every sheet."""
    _how(sheet)
    for i in range(NOTES):
        _frame(sheet, i + 1, TOP + i * PITCH)
    for box in boxes:
        quote = box.name.endswith("quote")
        sheet.box(box.x, box.y, box.side, BOLD_LINE if quote else 0.02)
    _labels(sheet, boxes)
    low = sheet.height - 0.98
    last = say("**Last minute:** read the lines back. “Did I get that right?”")
    sheet.text(1.25, low, 4.5, last, 12, most=1)
    sheet.text(5.5, low, 1.8, say("Never write names."), 12, "black", align="right", most=1)
    spoken = say("Words spoken in")
    sheet.text(1.25, low + 0.28, 1.5, spoken, 12, "bold", most=1)


def _head(sheet: EventSheet, note: NoteSheet) -> None:
    plan, ink = sheet.materials.plan, sheet.theme.ink
    sheet.rect(1.25, 0.42, 0.74, 0.74, sheet.theme.paper, Edge(ink, 0.03, 0.1))
    sheet.text(1.25, 0.54, 0.74, str(note.stop.number), 30, "black", align="center")
    kicker = say("Note sheet. For the note-taker")
    if note.groups:
        kicker = say("Spare note sheet. Mark your group")
    sheet.text(2.14, 0.33, 3.3, kicker, 12, "bold", sheet.theme.muted, most=1)
    name = note.stop.name
    if sheet.fits(name, 3.3, 1, 20, "black"):
        sheet.text(2.14, 0.53, 3.3, name, 30, "black", role="H1", most=1)
    else:
        sheet.text(2.14, 0.55, 3.3, name, 17, "black", role="H1", most=2, leading=1.05)
    if note.sign:
        sheet.group(note.sign, 1.38, 1.26, 0.46)
        group = say("Group {name}", name=note.sign.name)
    elif note.groups:
        return
    elif note.turn:
        group = say("New people in every round")
    else:
        group = say("Spare sheet. Group: ______________")
    sheet.text(2.14, 1.17, 3.3, group, 15, "black", most=1)
    if note.turn:
        start, end = time_of(plan, note.turn.start), time_of(plan, note.turn.end)
        said = say(
            "Round {number}, {start} to {end}", number=note.turn.number, start=start, end=end
        )
        sheet.text(2.14, 1.44, 3.3, said, 12, most=1)


def _group_boxes(groups: int) -> Iterator[FormBox]:
    """A box for each group, in rows between the number and the code."""
    for group in range(groups):
        row, place = divmod(group, GROUPS_IN_ROW)
        letter = group_sign(group).letter
        yield FormBox(f"group {letter}", 1.25 + place * 0.58, 1.24 + row * 0.4, BOX)


def _group_signs(sheet: EventSheet, boxes: tuple[FormBox, ...]) -> None:
    for group, box in enumerate(boxes):
        sheet.box(box.x, box.y, box.side)
        sheet.group(group_sign(group), box.x + BOX + 0.08, box.y + 0.01, 0.2)


def _how(sheet: EventSheet) -> None:
    """What to do, and what the kinds of notes mean."""
    y = 1.98
    sheet.rect(LEFT, y - 0.08, INNER, 0.46, sheet.wash, Edge(radius=0.06))
    steps = (
        say("Write **their words**, not yours"),
        say("Tick **one kind**"),
        say("Ask: **may we quote it?**"),
    )
    for i, (said, x, room) in enumerate(zip(steps, (0.62, 3.4, 5.3), (2.3, 1.5, 2.2), strict=True)):
        sheet.disc(i + 1, x, y, 0.15, sheet.theme.ink)
        sheet.text(x + 0.38, y + 0.02, room, said, 12, most=1)
    meant = say(
        "**fact**: they know it · **story**: it happened · **idea**: it could help · "
        "**fix a number**: it looks wrong"
    )
    sheet.text(LEFT, 2.4, INNER, meant, 11, align="center", most=1)


def _frame(sheet: EventSheet, number: int, y: float) -> None:
    sheet.rect(LEFT, y, INNER, FRAME, sheet.theme.paper, Edge(sheet.theme.muted, 0.016, 0.05))
    sheet.text(0.52, y + 0.08, 0.4, str(number), 17, "black", align="center")
    sheet.dashes(1.0, y + 0.27, 7.9, y + 0.27)
    sheet.rule(1.0, y + 0.54, 7.9, y + 0.54, sheet.grey, 0.008)
    sheet.rule(6.25, y + 0.6, 6.25, y + 0.79, sheet.grey)


def _boxes(sheet: EventSheet) -> Iterator[FormBox]:
    """The boxes of all notes and those of the languages, in the column of letter."""
    places = _places(sheet)
    for note in range(NOTES):
        y = TOP + note * PITCH + STRIP
        for (kind, _), x in zip(KINDS, places, strict=True):
            yield FormBox(f"{note + 1} {kind}", x, y, BOX)
        yield FormBox(f"{note + 1} quote", QUOTE, y, BOX)
    low = sheet.height - 0.7
    for i, x in enumerate(_spoken(sheet)):
        yield FormBox(f"language {i + 1}", x, low, BOX)


def _places(sheet: EventSheet) -> list[float]:
    """Where each kind has its box: they share the room before the line as their words ask."""
    words = [sheet.wide(say(label), 12) for _, label in KINDS]
    free = QUOTE - 0.25 - FIRST - sum(words) - len(words) * (BOX + 0.06)
    gap = max(0.1, free / len(words))
    at, found = FIRST, []
    for word in words:
        found.append(at)
        at += BOX + 0.06 + word + gap
    return found


def _languages(sheet: EventSheet) -> tuple[str, ...]:
    return (*sheet.materials.plan.occasion.languages[:3], say("other"))


def _spoken(sheet: EventSheet) -> list[float]:
    at, found = 2.75, []
    for name in _languages(sheet):
        found.append(at)
        at += BOX + 0.06 + sheet.wide(name, 12) + 0.28
    return found


def _labels(sheet: EventSheet, boxes: tuple[FormBox, ...]) -> None:
    """The words beside boxes, those of a note in a line."""
    kinds = [*(say(label) for _, label in KINDS), say("may quote")]
    rows = [kinds] * NOTES + [list(_languages(sheet))]
    left = iter(boxes)
    for row in rows:
        with sheet.line():
            for label, box in zip(row, left, strict=False):
                _label(sheet, box, label)


def _label(sheet: EventSheet, box: FormBox, label: str) -> None:
    face: Face = "bold" if box.name.endswith("quote") else "regular"
    room = 1.25 if face == "bold" else sheet.wide(label, 12) + 0.02
    sheet.text(box.x + BOX + 0.06, box.y + 0.005, room, label, 12, face, most=1)
