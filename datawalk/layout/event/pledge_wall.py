"""The pledge wall: sheets on which people write what they will do, side by side, without names."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.telling import results_told
from datawalk.layout.event.forms import Boxes, form_foot, form_head, line_to_write, numbered
from datawalk.layout.event.my_step import WHEN
from datawalk.layout.event.sheet import INNER, LEFT, Edge, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.page.form import FormBox
from datawalk.words import say

ROWS, TOP, PITCH, BOX = 8, 2.36, 0.94, 0.26
HELP = 5.9
"""Where the box of those who ask for help stands."""


def pages(materials: Materials) -> Iterator[Page]:
    """Room for half of the guests."""
    count = -(-materials.plan.people // (2 * ROWS))
    yield from numbered(materials, "pledge-wall", "G", count, say("Pledge wall"), _drawn)


def _drawn(sheet: EventSheet) -> Boxes:
    form_head(sheet, say("Pledge wall. Write it for all to see"), say("What we will do"))
    told = say("One step a row. It can be small. No names: say who you are, such as “a dad”.")
    sheet.text(LEFT, 1.97, INNER, told, 12, "bold", most=1)
    boxes: list[FormBox] = []
    for row in range(ROWS):
        boxes += _row(sheet, row + 1, TOP + row * PITCH)
    said = say("Take a photo of this wall. Then the host takes it down.")
    form_foot(sheet, said, results_told(sheet.materials.plan))
    return tuple(boxes)


def _row(sheet: EventSheet, number: int, y: float) -> Iterator[FormBox]:
    theme = sheet.theme
    sheet.rect(LEFT, y, INNER, PITCH - 0.08, theme.paper, Edge(theme.muted, 0.014, 0.05))
    sheet.text(0.6, y + 0.12, 0.8, say("I will"), 12, "black", most=1)
    line_to_write(sheet, 1.3, y + 0.4, 7.85)
    at = 1.3
    for name, label in WHEN:
        yield _box(sheet, f"{number} {name}", at, y + 0.52, say(label))
        at += BOX + 0.09 + sheet.wide(say(label), 12) + 0.26
    yield _box(sheet, f"{number} help", HELP, y + 0.52, say("I could use help"))


def _box(sheet: EventSheet, name: str, x: float, y: float, label: str) -> FormBox:
    sheet.box(x, y, BOX, 0.025)
    sheet.text(x + BOX + 0.08, y + 0.03, sheet.wide(label, 12) + 0.02, label, 12, most=1)
    return FormBox(name, x, y, BOX)
