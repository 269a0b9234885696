"""Ballots: mark all ideas that you want, or put three in order; a camera counts them."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.layout.event.forms import (
    Boxes,
    cross,
    form_foot,
    form_head,
    numbered,
    tick,
    with_spare,
)
from datawalk.layout.event.sheet import INNER, LEFT, Edge, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.page.form import FormBox
from datawalk.words import say

BOX, BOLD = 0.4, 0.035
HOW = 1.96
"""Where it says how to vote."""
APPROVAL_TOP, APPROVAL_PITCH = 3.42, 0.8
RANKED_TOP, RANKED_PITCH = 3.76, 0.76
COLUMNS = (5.3, 6.26, 7.22)
"""Where the boxes of first, second and third choices stand."""
SPARE = 2
"""Ballots for each ten guests beyond one for each: those who change their mind get a new one."""


def printed(materials: Materials) -> int:
    """How many ballots there are."""
    return with_spare(materials.plan.people, SPARE)


def pages(materials: Materials) -> Iterator[Page]:
    """One for each guest, with spare ones; nothing where there is no list of ideas."""
    occasion = materials.plan.occasion
    if not occasion.ballot:
        return
    letter, draw = ("R", _ranked) if occasion.ranked else ("B", _approval)
    yield from numbered(materials, "ballot", letter, printed(materials), say("Ballot"), draw)


def _approval(sheet: EventSheet) -> Boxes:
    form_head(sheet, say("Ballot. Vote for as many as you like"), say("Which ideas come first?"))
    how = say("Make an X or a check in the box. Mark one, some or all.")
    _how(sheet, 4.55, 2.5, how)
    _changed(sheet, 5.2)
    _examples(sheet)
    boxes = []
    for i, choice in enumerate(sheet.materials.plan.occasion.ballot):
        y = APPROVAL_TOP + i * APPROVAL_PITCH
        tall = APPROVAL_PITCH - 0.1
        sheet.rect(LEFT, y, INNER, tall, sheet.theme.paper, Edge(sheet.theme.muted, 0.014, 0.06))
        boxes.append(FormBox(f"{i + 1}", 0.72, y + 0.15, BOX))
        sheet.box(0.72, y + 0.15, BOX, BOLD)
        _choice(sheet, choice, 1.4, y + tall / 2, 6.45, 17)
    _foot(sheet)
    return tuple(boxes)


def _ranked(sheet: EventSheet) -> Boxes:
    form_head(sheet, say("Ballot. Put your top three in order"), say("Which ideas come first?"))
    how = say("One X in each column. A first choice is enough. Do not mark one idea twice.")
    _how(sheet, 4.75, 2.7, how)
    _changed(sheet, 5.4)
    _grids(sheet)
    ranks = COLUMNS[: min(3, len(sheet.materials.plan.occasion.ballot))]
    choices = sheet.materials.plan.occasion.ballot
    for i, (x, name) in enumerate(zip(ranks, (say("1st"), say("2nd"), say("3rd")), strict=False)):
        sheet.text(x - 0.25, 3.42, 0.9, name, 15, "black", align="center", role="H2", most=1)
        if i != 1:
            sheet.rect(
                x - 0.2, 3.72, 0.8, RANKED_PITCH * len(choices), sheet.wash, Edge(radius=0.05)
            )
    boxes = []
    for i, choice in enumerate(choices):
        y = RANKED_TOP + i * RANKED_PITCH
        _choice(sheet, choice, 0.6, y + 0.34, 4.4, 15)
        for rank, x in enumerate(ranks, start=1):
            boxes.append(FormBox(f"{i + 1} rank {rank}", x, y + 0.14, BOX))
            sheet.box(x, y + 0.14, BOX, BOLD)
        if i < len(choices) - 1:
            low = y + RANKED_PITCH - 0.03
            sheet.rule(LEFT, low, LEFT + INNER, low, sheet.grey, 0.01)
    _foot(sheet)
    return tuple(boxes)


def _choice(
    sheet: EventSheet, choice: str, x: float, middle: float, width: float, size: float
) -> None:
    one = sheet.fits(choice, width, 1, size, "bold")
    used = size if one else 15.0
    top = middle - (0.15 if one else 0.25) * used / 17
    sheet.text(x, top, width, choice, used, "bold", most=1 if one else 2, leading=1.05)


def _how(sheet: EventSheet, wide: float, room: float, said: str) -> None:
    theme = sheet.theme
    sheet.rect(LEFT, HOW, wide, 1.34, theme.paper, Edge(theme.ink, 0.018, 0.08))
    sheet.text(0.66, HOW + 0.07, room, say("How to vote"), 15, "black", role="H2", most=1)
    sheet.text(0.66, HOW + 0.36, room, said, 15, most=4, leading=1.1)


def _changed(sheet: EventSheet, x: float) -> None:
    theme, wide = sheet.theme, LEFT + INNER - x
    sheet.rect(x, HOW, wide, 1.34, theme.paper, Edge(theme.ink, 0.018, 0.08))
    room = wide - 0.28
    head = say("Changed your mind?")
    sheet.text(x + 0.14, HOW + 0.07, room, head, 15, "black", role="H2", most=1)
    said = say("Trade this ballot for a new one at the table. No one asks why.")
    sheet.text(x + 0.14, HOW + 0.36, room, said, 15, most=4, leading=1.1)


def _examples(sheet: EventSheet) -> None:
    """What to do with a box and what not: nothing around it, nothing through the words."""
    theme, y, side = sheet.theme, HOW + 0.42, 0.28
    sheet.text(3.2, HOW + 0.09, 0.8, say("Like this"), 11, "bold", theme.muted, most=1)
    for x, pen in ((3.2, cross), (3.62, tick)):
        sheet.box(x, y, side, 0.025)
        pen(sheet, x, y, side)
    sheet.rule(4.03, HOW + 0.12, 4.03, HOW + 1.22, theme.rule, 0.01)
    sheet.text(4.14, HOW + 0.09, 0.88, say("Not this"), 11, "bold", theme.muted, most=1)
    for low in (y, y + 0.44):
        sheet.box(4.16, low, side, 0.025)
        sheet.rule(4.58, low + 0.14, 4.86, low + 0.14, sheet.grey, 0.04)
    sheet.rect(4.51, y - 0.02, 0.44, 0.32, "", Edge(theme.ink, 0.03, 0.16))
    sheet.rule(4.52, y + 0.66, 4.92, y + 0.48, line=0.03)


def _grids(sheet: EventSheet) -> None:
    theme = sheet.theme
    shown = (
        (3.46, say("Like this"), ((0, 0), (1, 2))),
        (4.4, say("Not this"), ((0, 0), (0, 1))),
    )
    for x, name, marked in shown:
        sheet.text(x - 0.02, HOW + 0.09, 0.82, name, 11, "bold", theme.muted, most=1)
        for row in range(3):
            for column in range(3):
                sheet.box(x + column * 0.24, HOW + 0.42 + row * 0.26, 0.19, 0.015)
        for row, column in marked:
            cross(sheet, x + column * 0.24 - 0.02, HOW + 0.4 + row * 0.26, 0.23)


def _foot(sheet: EventSheet) -> None:
    said = say("Put it face down in the box. Do not fold it. **No name.**")
    small = say("The code names this sheet. It does not name you.")
    form_foot(sheet, said, small)
