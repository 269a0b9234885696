"""What forms that people fill in share: heads, numbers that tell nobody apart, and pen marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from datawalk.layout.event.coded import coded, language_sign, random_numbers
from datawalk.layout.event.sheet import EventSheet, Materials
from datawalk.page.document import Page
from datawalk.page.form import FormBox, SheetCode

Boxes = tuple[FormBox, ...]
SPARE_TENTHS = 1
"""Forms for each ten guests beyond one for each."""
CODE_ROOM = 4.3
"""Inches beside the code."""


def with_spare(people: int, tenths: int = SPARE_TENTHS) -> int:
    """One for each, and so many for each ten, rounded up."""
    return people + -(-people * tenths // 10)


def numbered(
    materials: Materials,
    kind: str,
    letter: str,
    count: int,
    title: str,
    draw: Callable[[EventSheet], Boxes],
) -> Iterator[Page]:
    """As many sheets that are alike but for their code, which is drawn last."""
    blank = EventSheet(materials)
    boxes = draw(blank)
    for number in random_numbers(materials.plan.key, letter, count):
        sheet = blank.again()
        code = SheetCode(materials.plan.key, letter, 0, "X", number, language_sign())
        coded(sheet, kind, code, boxes)
        yield sheet.page(kind, f"{kind}-{number:04d}", title)


def form_head(sheet: EventSheet, kicker: str, title: str) -> None:
    """A head between the first mark and the code."""
    sheet.text(1.25, 0.34, CODE_ROOM, kicker, 12, "bold", sheet.theme.muted, most=1)
    sheet.text(1.25, 0.58, CODE_ROOM, title, 30, "black", role="H1", most=2, leading=1.05)


def form_foot(sheet: EventSheet, said: str, small: str) -> None:
    """Two lines between the marks at the end."""
    low = sheet.height - 0.98
    sheet.text(1.25, low, 6.1, said, 12, most=1)
    sheet.text(1.25, low + 0.25, 6.1, small, 11, color=sheet.theme.muted, most=1)


def cross(sheet: EventSheet, x: float, y: float, side: float) -> None:
    """A box marked with an X, as it should be."""
    sheet.rule(x + 0.05, y + 0.05, x + side - 0.05, y + side - 0.05, line=0.035)
    sheet.rule(x + side - 0.05, y + 0.05, x + 0.05, y + side - 0.05, line=0.035)


def tick(sheet: EventSheet, x: float, y: float, side: float) -> None:
    """A box marked with a check."""
    low = (x + side * 0.42, y + side - 0.06)
    sheet.rule(x + 0.05, y + side * 0.55, *low, line=0.035)
    sheet.rule(*low, x + side + 0.03, y - 0.02, line=0.035)


def line_to_write(sheet: EventSheet, x: float, y: float, end: float) -> None:
    """A thin line from `x` to `end`, in inches."""
    sheet.rule(x, y, end, y, line=0.012)
