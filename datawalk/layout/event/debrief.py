"""What the team writes down before it goes home: counts, surprises, calls, who does what."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.timeline import StepKind
from datawalk.compose.event.wording import short_day
from datawalk.layout.event import ballot
from datawalk.layout.event.coded import coded, language_sign
from datawalk.layout.event.forms import form_foot, form_head, line_to_write
from datawalk.layout.event.notes import note_sheets
from datawalk.layout.event.sheet import INNER, LEFT, Edge, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.page.form import FormBox, SheetCode
from datawalk.words import later, say

BOX = 0.26
JOBS: tuple[tuple[str, StepKind], ...] = (
    (later("Photograph all sheets. Lock up the paper"), "day"),
    (later("Check the notes on the screen"), "notes"),
    (later("Send results to all who asked"), "results"),
    (later("Answer each number called wrong"), "follow-up"),
)
SAVED: tuple[str, StepKind] = (later("Save the shared notes and the chat"), "day")
"""The first job where there is no paper."""
TIME = (
    ("short", later("too short"), 3.0),
    ("right", later("right"), 4.75),
    ("long", later("too long"), 6.1),
)


def pages(materials: Materials) -> Iterator[Page]:
    """One sheet."""
    sheet = EventSheet(materials)
    boxes = _drawn(sheet)
    coded(sheet, "debrief", SheetCode(materials.plan.key, "D", 0, "X", 1, language_sign()), boxes)
    yield sheet.page("debrief", "debrief-1", say("Debrief"))


def _drawn(sheet: EventSheet) -> tuple[FormBox, ...]:
    kicker = say("Team, 20 minutes, before anyone goes home")
    form_head(sheet, kicker, say("What did we learn?"))
    _counts(sheet, 1.98)
    for y, asked, beside in (
        (3.02, say("2  What surprised us? (4 minutes)"), ""),
        (4.06, say("3  Do we owe someone a call? (3)"), say("Write a role, not a story.")),
    ):
        sheet.text(LEFT, y, 5.2, asked, 15, "black", role="H2", most=1)
        sheet.text(5.3, y + 0.04, 2.7, beside, 12, align="right", most=1)
        for k in range(2):
            line_to_write(sheet, LEFT, y + 0.6 + k * 0.34, LEFT + INNER)
    _wrong(sheet, 5.1)
    _kept(sheet, 6.62)
    boxes = tuple(_time(sheet, 7.6))
    _next(sheet, 8.02)
    said = say("**No names of guests on this sheet.** Thank each other.")
    online = sheet.materials.plan.occasion.online
    with_what = say("Keep it with the shared notes.") if online else ""
    form_foot(sheet, said, with_what or say("Keep it with the note sheets."))
    return boxes


def _head(sheet: EventSheet, y: float, said: str) -> None:
    sheet.text(LEFT, y, INNER, said, 15, "black", role="H2", most=1)


def _counts(sheet: EventSheet, y: float) -> None:
    fields = _fields(sheet.materials)
    _head(sheet, y, say("1  Count (2 minutes)"))
    wide = (INNER - 0.12 * (len(fields) - 1)) / len(fields)
    for i, field in enumerate(fields):
        x = LEFT + i * (wide + 0.12)
        sheet.rect(x, y + 0.32, wide, 0.42, sheet.theme.paper, Edge(sheet.theme.ink, 0.018, 0.05))
        sheet.text(x, y + 0.77, wide, field, 12, align="center", most=1)


def _fields(materials: Materials) -> tuple[str, ...]:
    """What is counted; on a call nothing was printed."""
    occasion = materials.plan.occasion
    if occasion.online:
        voted = (say("votes"),) if occasion.ballot else ()
        return say("people came"), say("notes"), *voted, say("my steps")
    notes = sum(1 for _ in note_sheets(materials))
    voted = (say("ballots of {count}", count=ballot.printed(materials)),) if occasion.ballot else ()
    noted = say("notes of {count}", count=notes)
    return say("people came"), noted, *voted, say("my steps"), say("consents")


def _bar(sheet: EventSheet, y: float, columns: tuple[tuple[float, float, str], ...]) -> None:
    sheet.rect(LEFT, y, INNER, 0.28, sheet.theme.ink)
    for x, width, name in columns:
        sheet.text(x, y + 0.03, width, name, 12, "black", sheet.theme.paper, role="H2", most=1)


def _wrong(sheet: EventSheet, y: float) -> None:
    _head(sheet, y, say("4  Numbers that people say are wrong (3)"))
    columns = (
        (0.62, 1.8, say("Number")),
        (2.5, 2.8, say("What they said")),
        (5.4, 1.5, say("Who checks")),
        (7.0, 0.95, say("By")),
    )
    _bar(sheet, y + 0.32, columns)
    for k in range(3):
        line_to_write(sheet, LEFT, y + 0.88 + k * 0.29, LEFT + INNER)


def _kept(sheet: EventSheet, y: float) -> None:
    wide = (INNER - 0.16) / 2
    for i, said in enumerate((say("5  Keep (2)"), say("6  Change (2)"))):
        x = LEFT + i * (wide + 0.16)
        sheet.rect(x, y + 0.06, wide, 0.84, sheet.wash, Edge(radius=0.06))
        sheet.text(x + 0.12, y + 0.12, wide - 0.2, said, 15, "black", role="H2", most=1)


def _time(sheet: EventSheet, y: float) -> Iterator[FormBox]:
    sheet.text(LEFT, y + 0.02, 2.45, say("Time at stations was"), 12, "bold", most=1)
    for name, label, x in TIME:
        sheet.box(x, y, BOX, 0.025)
        sheet.text(x + 0.35, y + 0.03, 1.3, say(label), 12, most=1)
        yield FormBox(f"time {name}", x, y, BOX)


def _next(sheet: EventSheet, y: float) -> None:
    _head(sheet, y, say("7  Who does what next (4)"))
    columns = ((0.62, 3.7, say("Job")), (4.5, 1.9, say("Role")), (6.6, 1.35, say("By")))
    _bar(sheet, y + 0.32, columns)
    days = {step.kind: short_day(step.day) for step in sheet.materials.plan.steps}
    jobs = (SAVED, *JOBS[1:]) if sheet.materials.plan.occasion.online else JOBS
    for i, (job, kind) in enumerate(jobs):
        low = y + 0.64 + i * 0.3
        sheet.text(0.62, low, 3.8, say(job), 12, most=1)
        line_to_write(sheet, 4.5, low + 0.22, 6.4)
        if kind in days:
            sheet.text(6.6, low, 1.4, days[kind], 12, "bold", most=1)
        else:
            line_to_write(sheet, 6.6, low + 0.22, LEFT + INNER)
