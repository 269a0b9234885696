"""My step: a part to hand in and a part to keep, two on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.telling import results_told
from datawalk.layout.event.coded import coded, half, language_sign, random_numbers
from datawalk.layout.event.forms import Boxes, line_to_write, with_spare
from datawalk.layout.event.sheet import PALE, Edge, EventSheet, Materials, tint
from datawalk.page.document import Page
from datawalk.page.form import FormBox, SheetCode
from datawalk.words import later, say

TEAR = 5.6
"""Where the part to hand in ends."""
WHEN = (
    ("week", later("this week")),
    ("month", later("this month")),
    ("season", later("this season")),
)


def pages(materials: Materials) -> Iterator[Page]:
    """One for each guest and a tenth more, two on a sheet."""
    plan = materials.plan
    blank = EventSheet(materials)
    tall = blank.height / 2
    boxes = [_card(blank, side * tall, tall) for side in range(2)]
    blank.dashes(0.1 - blank.dx, tall, blank.width - blank.dx - 0.1, tall)
    count = -(-with_spare(plan.people) // 2)
    numbers = random_numbers(plan.key, "C", count * 2)
    for first in range(count):
        sheet = blank.again()
        for side in range(2):
            number = numbers[first * 2 + side]
            code = SheetCode(plan.key, "C", 0, "X", number, language_sign())
            piece = half(0, side * tall, TEAR + sheet.dx, tall)
            coded(sheet, "my-step", code, boxes[side], (3.24, side * tall + 0.35), piece)
        yield sheet.page("my-step", f"my-step-{first + 1}", say("My step"))


def _card(sheet: EventSheet, top: float, tall: float) -> Boxes:
    boxes = _hand_in(sheet, top, tall)
    sheet.dashes(TEAR, top + 0.4, TEAR, top + tall - 0.1)
    sheet.icon("scissors", TEAR - 0.11, top + 0.15, 0.22, sheet.theme.muted)
    _keep(sheet, top)
    return boxes


def _hand_in(sheet: EventSheet, top: float, tall: float) -> Boxes:
    muted = sheet.theme.muted
    sheet.text(1.1, top + 0.32, 1.9, say("Hand this part in"), 11, "bold", muted, most=1)
    sheet.text(1.1, top + 0.53, 1.9, say("My step"), 30, "black", role="H1", most=1)
    sheet.text(1.1, top + 1.06, 1.9, say("It can be small."), 12, most=1)
    sheet.text(0.4, top + 1.92, 2.5, say("I will"), 15, "black", role="H2", most=1)
    for k in range(2):
        line_to_write(sheet, 0.4, top + 2.5 + k * 0.4, 5.2)
    sheet.text(0.4, top + 3.0, 1.1, say("With whom"), 12, "bold", most=1)
    line_to_write(sheet, 1.55, top + 3.2, 5.2)
    sheet.text(0.4, top + 3.46, 1.1, say("By when"), 12, "bold", most=1)
    boxes, at = [], 1.55
    wide = [sheet.wide(say(label), 12) + 0.32 for _, label in WHEN]
    gap = max(0.12, (5.25 - at - sum(wide)) / (len(wide) - 1))
    for (name, label), room in zip(WHEN, wide, strict=True):
        boxes.append(FormBox(name, at, top + 3.45, 0.24))
        sheet.box(at, top + 3.45, 0.24, 0.025)
        sheet.text(at + 0.3, top + 3.46, room - 0.28, say(label), 12, most=1)
        at += room + gap
    asked = say("Name or phone, only if you want a reminder")
    sheet.text(0.4, top + 3.86, 4.8, asked, 11, color=muted, most=1)
    line_to_write(sheet, 0.4, top + 4.44, 5.2)
    walk = sheet.materials.walk
    low = top + tall - 0.8
    sheet.text(1.0, low, 3.6, walk.title, 11, color=muted, align="center", most=1)
    if walk.event.date:
        sheet.text(1.0, low + 0.2, 3.6, walk.event.date, 11, color=muted, align="center", most=1)
    return tuple(boxes)


def _keep(sheet: EventSheet, top: float) -> None:
    theme = sheet.theme
    color, right = theme.pillar("vision"), 8.15
    sheet.rect(5.85, top + 0.35, 2.3, 0.46, color, Edge(radius=0.06))
    keep = say("Keep this part")
    sheet.text(5.9, top + 0.46, 2.2, keep, 12, "black", theme.paper, "center", most=1)
    sheet.text(5.85, top + 0.96, 2.3, say("My step"), 20, "black", role="H2", most=1)
    sheet.text(5.85, top + 1.4, 2.3, say("I will"), 12, "bold", most=1)
    for k in range(3):
        line_to_write(sheet, 5.85, top + 2.0 + k * 0.4, right)
    sheet.text(5.85, top + 2.99, 1.0, say("By"), 12, "bold", most=1)
    line_to_write(sheet, 6.65, top + 3.2, right)
    sheet.rect(5.85, top + 3.5, 2.3, 1.1, tint(theme, color, PALE), Edge(radius=0.06))
    said = results_told(sheet.materials.plan)
    low = sheet.text(5.98, top + 3.58, 2.05, said, 12, "bold", most=3)
    if link := sheet.materials.walk.event.link:
        bare = link.partition("://")[2].rstrip("/")
        if sheet.fits(bare, 2.05, 1, 11):
            sheet.text(5.98, low + 0.08, 2.05, bare, 11, most=1)
