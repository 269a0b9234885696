"""The exit card for those who leave early, two on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.telling import results_told
from datawalk.layout.event.coded import coded, half, language_sign, random_numbers
from datawalk.layout.event.forms import Boxes, line_to_write
from datawalk.layout.event.sheet import LEFT, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.page.form import FormBox, SheetCode
from datawalk.words import later, say

GUESTS_PER_SHEET = 8
"""Every fourth guest may leave early, and a sheet has two cards."""
ASKED = (
    (
        "heard",
        later("I felt heard"),
        (
            ("no", later("no")),
            ("little", later("a little")),
            ("mostly", later("mostly")),
            ("yes", later("yes")),
        ),
    ),
    (
        "again",
        later("I would come again"),
        (("no", later("no")), ("maybe", later("maybe")), ("yes", later("yes"))),
    ),
)
FIRST, STEP = 2.95, 1.22


def pages(materials: Materials) -> Iterator[Page]:
    """Cards for a quarter of the guests."""
    plan = materials.plan
    blank = EventSheet(materials)
    tall = blank.height / 2
    boxes = [_card(blank, side * tall, tall) for side in range(2)]
    blank.dashes(0.1 - blank.dx, tall, blank.width - blank.dx - 0.1, tall)
    count = -(-plan.people // GUESTS_PER_SHEET)
    numbers = random_numbers(plan.key, "X", count * 2)
    for first in range(count):
        sheet = blank.again()
        for side in range(2):
            number = numbers[first * 2 + side]
            code = SheetCode(plan.key, "X", 0, "X", number, language_sign())
            piece = half(0, side * tall, sheet.width, tall)
            coded(sheet, "exit-card", code, boxes[side], (6.05, side * tall + 0.35), piece)
        yield sheet.page("exit-card", f"exit-card-{first + 1}", say("Exit card"))


def _card(sheet: EventSheet, top: float, tall: float) -> Boxes:
    muted = sheet.theme.muted
    kicker = say("Leaving early? 1 minute, no name")
    sheet.text(1.1, top + 0.32, 4.5, kicker, 12, "bold", muted, most=1)
    title = say("One thing before you go")
    sheet.text(1.1, top + 0.54, 4.6, title, 30, "black", role="H1", most=1)
    for asked, y in ((say("What will stay with you?"), 1.5), (say("What did we miss?"), 2.38)):
        sheet.text(LEFT, top + y, 5.1, asked, 15, "bold", role="H2", most=1)
        line_to_write(sheet, LEFT, top + y + 0.7, 8)
    boxes = []
    for i, (key, asked, words) in enumerate(ASKED):
        y = top + 3.36 + i * 0.48
        sheet.text(LEFT, y + 0.01, 2.35, say(asked), 15, "bold", most=1)
        for k, (word, label) in enumerate(words):
            x = FIRST + k * STEP
            boxes.append(FormBox(f"{key} {word}", x, y, 0.26))
            sheet.box(x, y, 0.26, 0.025)
            sheet.text(x + 0.35, y + 0.02, 0.84, say(label), 12, most=1)
    said = say(
        "Put it in the box by the door. {results}", results=results_told(sheet.materials.plan)
    )
    low = top + tall - 0.84
    sheet.text(1.1, low, 6.3, said, 12, "bold", align="center", most=1)
    title = sheet.materials.walk.title
    sheet.text(1.1, low + 0.24, 6.3, title, 10, color=muted, align="center", most=1)
    return tuple(boxes)
