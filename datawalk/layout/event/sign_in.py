"""The list to sign in, where leave is asked for elsewhere and needs have no names."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.wording import long_day_within
from datawalk.icons.choices import icon_for
from datawalk.layout.event.furniture import foot, head
from datawalk.layout.event.sheet import INNER, LEFT, Edge, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.words import later, say

ROWS, ROW = 10, 0.48
NEEDS = (
    ("interpretation", later("Language help")),
    ("hearing", later("Hearing")),
    ("large-print", later("Large print")),
    ("seat", later("A seat")),
    ("access", later("Step-free way")),
    ("childcare", later("Child care")),
    ("read-aloud", later("Read to me")),
    ("quiet", later("Quiet place")),
)
STROKES = 8
"""Small boxes under each need."""


def pages(materials: Materials) -> Iterator[Page]:
    """Ten rows on a sheet."""
    count = -(-materials.plan.people // ROWS)
    for number in range(1, count + 1):
        sheet = EventSheet(materials)
        _drawn(sheet, number, count)
        title = say("Sign in, sheet {number}", number=number)
        yield sheet.page("sign-in", f"sign-in-{number}", title)


def _drawn(sheet: EventSheet, number: int, count: int) -> None:
    walk, plan = sheet.materials.walk, sheet.materials.plan
    kicker = say("Sign in. {walk}", walk=walk.title)
    head(sheet, "pencil", kicker, say("Welcome. Please sign in"))
    promise = say(
        "Fill in only what you like. We use this list to send you the results. We do not share it."
    )
    sheet.text(LEFT, 1.52, INNER, promise, 12, most=1)
    _table(sheet, 1.98)
    _leave(sheet, 7.46)
    _needs(sheet, 8.34)
    kept = say("Kept by the host in a folder. Shredded after the results are sent.")
    if plan.steps:
        day = long_day_within(plan.steps[-1].day)
        kept = say("Kept by the host in a folder. Shredded by {day}.", day=day)
    foot(sheet, kept, say("Sheet {number} of {count}", number=number, count=count))


def _table(sheet: EventSheet, y: float) -> None:
    theme = sheet.theme
    sheet.rect(LEFT, y, INNER, 0.52, theme.ink)
    sheet.text(0.62, y + 0.14, 2.4, say("Name"), 12, "black", theme.paper, role="H2")
    sheet.text(3.2, y + 0.14, 2.6, say("Email or phone"), 12, "black", theme.paper, role="H2")
    for x, said in ((5.98, say("Send me the results")), (7.0, say("Tell me of next steps"))):
        sheet.text(x, y + 0.06, 0.98, said, 11, "bold", theme.paper, role="H2", most=2, leading=1.1)
    top = y + 0.52
    for i in range(ROWS):
        low = top + (i + 1) * ROW
        sheet.rule(LEFT, low, LEFT + INNER, low, line=0.01)
        sheet.box(6.28, low - 0.36)
        sheet.box(7.3, low - 0.36)
    for x in (3.1, 5.88):
        sheet.rule(x, top, x, top + ROWS * ROW, theme.rule, 0.01)


def _leave(sheet: EventSheet, y: float) -> None:
    sheet.rect(LEFT, y, INNER, 0.74, sheet.wash, Edge(radius=0.06))
    sheet.icon(icon_for("word", "camera"), 0.64, y + 0.16, 0.42)
    said = say(
        "**Photos and quotes are asked on another sheet.** Your name here gives us no leave to "
        "use your picture or your words."
    )
    sheet.text(1.2, y + 0.13, 6.65, said, 12, most=2)


def _needs(sheet: EventSheet, y: float) -> None:
    theme = sheet.theme
    asked = say("Would something help you tonight? Just point.")
    sheet.text(LEFT, y, INNER, asked, 15, "black", theme.accent, role="H2", most=1)
    greeter = say("Greeter: bring it now. Then fill one small box. Write no name.")
    sheet.text(LEFT, y + 0.27, INNER, greeter, 12, color=theme.muted, most=1)
    for i, (sign, label) in enumerate(NEEDS):
        x = LEFT + i * 0.945
        sheet.rect(x, y + 0.62, 0.88, 1.18, theme.paper, Edge(theme.ink, 0.018, 0.07))
        sheet.icon(icon_for("sign", sign), x + 0.25, y + 0.68, 0.38)
        sheet.text(
            x + 0.03, y + 1.04, 0.82, say(label), 11, "bold", align="center", most=2, leading=1.0
        )
        for k in range(STROKES):
            at = (x + 0.09 + k % 4 * 0.18, y + 1.41 + k // 4 * 0.17)
            sheet.rect(*at, 0.14, 0.14, theme.paper, Edge(theme.muted, 0.012))
