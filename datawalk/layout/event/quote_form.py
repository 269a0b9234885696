"""A form for somebody's own words, with what they allow: how to sign it, and where it may stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from datawalk.layout.event.forms import Boxes, form_foot, form_head, line_to_write, numbered
from datawalk.layout.event.sheet import INNER, LEFT, Edge, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.page.form import FormBox
from datawalk.words import later, say

GUESTS_PER_SHEET = 4
BOX, LINES = 0.26, 5
IN_ROW, ROWS = 4, 3
"""Topics beside each other, and rows of them at most."""
SIGNED = (
    ("no name", later("no name")),
    ("role", later("a few words, such as “parent of two”:")),
    ("first name", later("my first name:")),
)
PLACES = (
    ("report", later("the report"), 0.5),
    ("web", later("the web page"), 2.2),
    ("poster", later("the next poster"), 4.05),
    ("team", later("only for the team"), 5.95),
)


def pages(materials: Materials) -> Iterator[Page]:
    """One for every fourth guest."""
    count = -(-materials.plan.people // GUESTS_PER_SHEET)
    yield from numbered(materials, "quote-form", "Q", count, say("Quote form"), _drawn)


def _drawn(sheet: EventSheet) -> Boxes:
    form_head(sheet, say("Quote form. One person, one thought"), say("In your own words"))
    asked = say("What is it like to live here? What should no one forget?")
    sheet.text(LEFT, 1.97, INNER, asked, 17, "bold", role="H2", most=1)
    theme = sheet.theme
    sheet.rect(LEFT, 2.38, INNER, 2.3, theme.paper, Edge(theme.muted, 0.016, 0.06))
    for k in range(LINES):
        sheet.rule(0.65, 2.78 + k * 0.42, 7.85, 2.78 + k * 0.42, sheet.grey)
    boxes = [*_topics(sheet, 4.82), *_signed(sheet, 6.42), *_allowed(sheet, 8.04)]
    y = 8.86
    sheet.rect(LEFT, y - 0.12, INNER, 0.5, sheet.wash, Edge(radius=0.06))
    boxes.append(_box(sheet, "read back", 0.64, y))
    said = say("It was read back to me, and it is right. **Nothing marked means no.**")
    sheet.text(1.02, y + 0.03, 6.8, said, 12, most=1)
    said = say("**Name no one else.** Leave out streets, schools and firms.")
    form_foot(sheet, said, say("With a first name we need the consent sheet too."))
    return tuple(boxes)


def _box(sheet: EventSheet, name: str, x: float, y: float) -> FormBox:
    sheet.box(x, y, BOX, 0.025)
    return FormBox(name, x, y, BOX)


def _topics(sheet: EventSheet, y: float) -> Iterator[FormBox]:
    """The stations, as far as they have room, and something else."""
    sheet.text(LEFT, y, INNER, say("It is about"), 15, "black", role="H2", most=1)
    stops = sheet.materials.plan.stops[: IN_ROW * ROWS - 1]
    told = [(f"station {stop.number}", f"{stop.number} {stop.name}") for stop in stops]
    for i, (name, label) in enumerate([*told, ("other", say("something else"))]):
        x, low = LEFT + i % IN_ROW * 1.9, y + 0.34 + i // IN_ROW * 0.4
        yield _box(sheet, name, x, low)
        one = sheet.fits(label, 1.48, 1, 12)
        top = low + (0.03 if one else -0.03)
        sheet.text(x + BOX + 0.08, top, 1.48, _short(sheet, label), 12, most=2, leading=1.0)


def _short(sheet: EventSheet, label: str) -> str:
    """A topic in two lines; of one that is longer its number alone."""
    if sheet.fits(label, 1.48, 2, 12):
        return label
    return say("station {number}", number=label.partition(" ")[0])


def _signed(sheet: EventSheet, y: float) -> Iterator[FormBox]:
    asked = say("How may we sign it? Mark one.")
    sheet.text(LEFT, y, INNER, asked, 15, "black", role="H2", most=1)
    for i, (name, label) in enumerate(SIGNED):
        low = y + 0.34 + i * 0.41
        yield _box(sheet, name, LEFT, low)
        sheet.text(LEFT + 0.36, low + 0.03, 3.2, say(label), 12, most=1)
        if i:
            line_to_write(sheet, 4.2, low + BOX, LEFT + INNER)


def _allowed(sheet: EventSheet, y: float) -> Iterator[FormBox]:
    asked = say("Where may it stand? Mark all that you allow.")
    sheet.text(LEFT, y, INNER, asked, 15, "black", role="H2", most=1)
    ends: Sequence[float] = (*(x for _, _, x in PLACES[1:]), LEFT + INNER)
    for (name, label, x), end in zip(PLACES, ends, strict=True):
        yield _box(sheet, name, x, y + 0.34)
        sheet.text(x + 0.36, y + 0.37, end - x - 0.42, say(label), 12, most=1)
