"""The key for sticky notes: four kinds, each with a color and a sign, to hang at each station."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.layout.event.furniture import foot, head
from datawalk.layout.event.sheet import INNER, LEFT, Edge, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.words import later, say

KINDS = (
    (
        "“",
        "#fff3a8",
        later("STORY"),
        later("yellow note"),
        later("It happened to me or near me."),
        later("“My shift ends at 11. The bus ends at 10.”"),
    ),
    (
        "#",
        "#f9c8dd",
        later("FACT"),
        later("pink note"),
        later("Something I know about this place."),
        later("“The clinic shuts at 5.”"),
    ),
    (
        "?",
        "#c9e4fb",
        later("QUESTION"),
        later("blue note"),
        later("Something I want to know."),
        later("“Does this count people who work for cash?”"),
    ),
    (
        "!",
        "#d2ecc2",
        later("IDEA"),
        later("green note"),
        later("Something that could help."),
        later("“A van when the shift changes.”"),
    ),
)
"""Sign, color of the note, name, color in words, meaning, example."""
TIPS = (
    later("One thought on one note."),
    later("Large letters, thick pen."),
    later("No names of people."),
    later("Color run out? Draw the sign in the corner."),
)
TOP, WIDE, GAP = 1.6, 3.67, 0.16


def pages(materials: Materials) -> Iterator[Page]:
    """One sheet, printed for each poster."""
    sheet = EventSheet(materials)
    head(sheet, "note", say("Hang at each station"), say("What to write on which note"))
    tall = (sheet.height - TOP - 2.7 - GAP) / 2
    for i, kind in enumerate(KINDS):
        _kind(sheet, kind, LEFT + i % 2 * (WIDE + GAP), TOP + i // 2 * (tall + GAP), tall)
    y = TOP + 2 * tall + GAP + 0.14
    _fix(sheet, y)
    _tips(sheet, y + 0.78)
    signs = say("The signs work without color: “ story, # fact, ? question, ! idea, x fix.")
    foot(sheet, signs, say("One for each poster"))
    yield sheet.page("note-key", "note-key", say("What to write on which note"))


def _kind(
    sheet: EventSheet, kind: tuple[str, str, str, str, str, str], x: float, y: float, tall: float
) -> None:
    sign, color, name, note, meant, example = kind
    theme = sheet.theme
    sheet.rect(x, y, WIDE, tall, color, Edge(theme.ink, 0.02, 0.06))
    _sign(sheet, sign, x + 0.15, y + 0.16, 0.36)
    sheet.text(x + 1.02, y + 0.12, WIDE - 1.15, say(name), 30, "black", role="H2", most=1)
    sheet.text(x + 1.02, y + 0.58, WIDE - 1.15, say(note), 12, "bold", most=1)
    low = sheet.text(x + 0.2, y + 1.06, WIDE - 0.4, say(meant), 17, "bold", most=2)
    sheet.text(x + 0.2, max(low + 0.1, y + tall - 1.0), WIDE - 0.4, say(example), 17, "italic")


def _sign(sheet: EventSheet, sign: str, x: float, y: float, radius: float) -> None:
    sheet.circle(x + radius, y + radius, radius, sheet.theme.paper, sheet.theme.ink)
    drop = 0.1 if sign == "“" else 0.0
    sheet.text(x, y + radius - 0.25 + drop, 2 * radius, sign, 30, "black", align="center")


def _fix(sheet: EventSheet, y: float) -> None:
    theme = sheet.theme
    sheet.rect(LEFT, y, INNER, 0.62, theme.paper, Edge(theme.accent, 0.025, 0.08))
    sheet.circle(0.95, y + 0.31, 0.2, theme.paper, theme.ink)
    sheet.text(0.75, y + 0.2, 0.4, "x", 12, "black", align="center")
    said = say(
        "**A number looks wrong?** Take any color. Write **FIX** first: “FIX: my town has two "
        "doctors, not four.”"
    )
    sheet.text(1.3, y + 0.1, INNER - 0.95, said, 12, most=2)


def _tips(sheet: EventSheet, y: float) -> None:
    for i, tip in enumerate(TIPS):
        x, low = LEFT + i % 2 * 3.4, y + i // 2 * 0.42
        sheet.disc(i + 1, x, low, 0.16, sheet.theme.ink)
        sheet.text(x + 0.44, low + 0.03, 3.6 if i % 2 else 2.9, say(tip), 12, "bold", most=1)
