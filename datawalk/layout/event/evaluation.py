"""The evaluation: six lines, each marked for before and for now, at the end."""

from __future__ import annotations

from collections.abc import Iterator

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

LINES = (
    later("I know where these numbers come from."),
    later("I can say what the numbers leave out."),
    later("I trust that these numbers are fair."),
    later("My voice counts in plans for this place."),
    later("I know someone here I can work with."),
    later("I know one thing I can do next."),
)
WORDS = (
    ("no", later("no")),
    ("little", later("a little")),
    ("mostly", later("mostly")),
    ("yes", later("yes")),
)
PLACES = (4.0, 4.82, 5.98, 7.14)
"""Where the box of each word stands."""
TOP, PITCH, BOX = 2.42, 1.02, 0.26


def pages(materials: Materials) -> Iterator[Page]:
    """One for each guest and a tenth more, in no order."""
    count = with_spare(materials.plan.people)
    yield from numbered(materials, "evaluation", "E", count, say("Evaluation"), _drawn)


def _drawn(sheet: EventSheet) -> Boxes:
    theme = sheet.theme
    form_head(sheet, say("Your view. 2 minutes"), say("What changed for you today?"))
    asked = say("Make **two** marks on each line: one for before, one for now. Skip any.")
    sheet.text(LEFT, 1.99, INNER, asked, 15, most=1)
    boxes = []
    for i, line in enumerate(LINES):
        y = TOP + i * PITCH
        sheet.rect(LEFT, y, INNER, PITCH - 0.1, theme.paper, Edge(theme.muted, 0.014, 0.06))
        sheet.text(0.66, y + 0.12, 2.4, say(line), 15, "bold", most=3, leading=1.12)
        for k, (time, name) in enumerate((("before", say("Before")), ("now", say("Now")))):
            low = y + 0.12 + k * 0.41
            with sheet.line():
                sheet.text(3.2, low + 0.02, 0.75, name, 12, "black", most=1)
                _answers(sheet, low)
            for (word, _), x in zip(WORDS, PLACES, strict=True):
                boxes.append(FormBox(f"{i + 1} {time} {word}", x, low, BOX))
        sheet.rule(3.2, y + 0.455, 7.85, y + 0.455, theme.rule, 0.008)
    asked = say("What should we change next time?")
    sheet.text(LEFT, 8.62, INNER, asked, 15, "bold", role="H2", most=1)
    for k in range(2):
        line_to_write(sheet, LEFT, 9.24 + k * 0.4, LEFT + INNER)
    said = say("**No name, please.** Put it in the box by the door.")
    form_foot(sheet, said, say("We publish the totals, never single sheets."))
    return tuple(boxes)


def _answers(sheet: EventSheet, y: float) -> None:
    """A box for each word."""
    for (_, label), x in zip(WORDS, PLACES, strict=True):
        sheet.box(x, y, BOX, 0.025)
        sheet.text(x + 0.33, y + 0.02, 0.82 if x > 4 else 0.45, say(label), 12, most=1)
