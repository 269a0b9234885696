"""Consent: a yes or a no to each use of somebody's picture or words. No mark is no leave."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.icons.choices import icon_for
from datawalk.layout.event.forms import (
    Boxes,
    form_foot,
    form_head,
    line_to_write,
    numbered,
    with_spare,
)
from datawalk.layout.event.sheet import INNER, LEFT, Edge, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.page.form import FormBox
from datawalk.words import later, say

USES = (
    ("face", later("A photo where people can tell it is me")),
    ("room", later("A photo of the room, from far away")),
    ("words", later("My words, with no name")),
    ("named", later("My words, with my first name")),
)
YES, NO, BOX = 6.35, 7.3, 0.36
TOP, PITCH = 2.66, 0.72


def pages(materials: Materials) -> Iterator[Page]:
    """One for each guest and a tenth more."""
    count = with_spare(materials.plan.people)
    yield from numbered(materials, "consent", "P", count, say("Consent"), _drawn)


def _drawn(sheet: EventSheet) -> Boxes:
    form_head(sheet, say("Leave for photos and quotes"), say("May we use your picture or words?"))
    told = say("You can say no and still take part. Yes to one, no to another is fine.")
    sheet.text(LEFT, 1.97, INNER, told, 15, "bold", most=1)
    for x, name in ((YES, say("Yes")), (NO, say("No"))):
        sheet.text(x - 0.2, 2.34, BOX + 0.4, name, 15, "black", align="center", role="H2", most=1)
    talk = icon_for("sign", "talk")
    icons = (icon_for("word", "camera"), icon_for("sign", "here"), talk, talk)
    boxes = []
    for i, ((key, use), icon) in enumerate(zip(USES, icons, strict=True)):
        y = TOP + i * PITCH
        theme = sheet.theme
        sheet.rect(LEFT, y, INNER, PITCH - 0.08, theme.paper, Edge(theme.muted, 0.014, 0.06))
        sheet.icon(icon, 0.64, y + 0.12, 0.4)
        sheet.text(1.22, y + 0.18, 4.9, say(use), 15, "bold", most=1)
        for x, answer in ((YES, "yes"), (NO, "no")):
            boxes.append(FormBox(f"{key} {answer}", x, y + 0.14, BOX))
            sheet.box(x, y + 0.14, BOX, 0.03)
    _where(sheet, 5.66)
    _signed(sheet)
    said = say("**Host:** keep this apart from the sign-in list and the notes.")
    form_foot(sheet, said, say("Nothing marked means no."))
    return tuple(boxes)


def _where(sheet: EventSheet, y: float) -> None:
    head = say("Where they may be used")
    sheet.text(LEFT, y, INNER, head, 15, "black", role="H2", most=1)
    told = say(
        "In the report, on the web page of this walk, and on the next posters. Never to sell a "
        "thing. We show you your quote first if you ask."
    )
    sheet.text(LEFT, y + 0.28, INNER, told, 12, most=2)


def _signed(sheet: EventSheet) -> None:
    fields = (
        (say("Your name"), LEFT, 6.5, 4.3),
        (say("Date"), 5.1, 6.5, 2.9),
        (say("Sign here"), LEFT, 7.25, 4.3),
        (say("Email or phone (if you like)"), 5.1, 7.25, 2.9),
    )
    for name, x, y, wide in fields:
        sheet.text(x, y, wide, name, 12, "bold", most=1)
        line_to_write(sheet, x, y + 0.6, x + wide)
    sheet.rect(LEFT, 8.05, INNER, 0.78, sheet.wash, Edge(radius=0.06))
    young = say("Under 18? A parent or guardian signs here.")
    sheet.text(0.64, 8.13, 7.2, young, 12, "bold", most=1)
    line_to_write(sheet, 0.64, 8.67, 7.86)
    contact = sheet.materials.walk.event.contact or say("tell the host")
    told = say(
        "**Change your mind** at any time: {contact}. We take it off the web within 10 days. "
        "We cannot take back a sheet that is printed.",
        contact=contact,
    )
    sheet.text(LEFT, 8.98, INNER, told, 12, most=3)
