"""How we talk here: six lines for the wall by the door, and room for what people add."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.agreement import agreement
from datawalk.icons.choices import icon_for
from datawalk.layout.event.forms import line_to_write
from datawalk.layout.event.furniture import band, foot
from datawalk.layout.event.sheet import INNER, LEFT, PALE, EventSheet, Materials, tint
from datawalk.page.document import Page
from datawalk.words import say

TOP, PITCH = 1.82, 0.98


def pages(materials: Materials) -> Iterator[Page]:
    """One sheet."""
    sheet = EventSheet(materials)
    theme = sheet.theme
    band(sheet, "promise", materials.walk.title, say("How we talk here"))
    color = theme.pillar("welcome")
    for i, (icon, line, more) in enumerate(agreement()):
        y = TOP + i * PITCH
        sheet.circle(0.95, y + 0.42, 0.38, tint(theme, color))
        sheet.icon(icon, 0.69, y + 0.16, 0.52, color)
        sheet.text(1.6, y + 0.08, INNER - 1.1, line, 20, "black", role="H2", most=1)
        sheet.text(1.6, y + 0.48, INNER - 1.1, more, 15, most=1)
        sheet.rule(1.6, y + PITCH - 0.05, LEFT + INNER, y + PITCH - 0.05, theme.rule)
    _added(sheet, TOP + 6 * PITCH + 0.1)
    said = say("Do you want to change a line? Say so, and we all decide. You may always pass.")
    foot(sheet, said, say("For the wall by the door"))
    yield sheet.page("agreement", "agreement", say("How we talk here"))


def _added(sheet: EventSheet, y: float) -> None:
    theme = sheet.theme
    tall = sheet.height - 0.75 - y
    sheet.rect(-sheet.dx, y, sheet.width, tall, tint(theme, theme.accent, PALE))
    sheet.rule(-sheet.dx, y, sheet.width - sheet.dx, y, theme.accent, 0.03)
    sheet.icon(icon_for("sign", "pencil"), LEFT, y + 0.14, 0.3, theme.accent)
    asked = say("What do we add? Say it, and we write it here.")
    sheet.text(LEFT + 0.42, y + 0.15, 6.9, asked, 17, "black", theme.accent, role="H2", most=1)
    lines = int((tall - 0.7) / 0.46)
    for k in range(lines):
        line_to_write(sheet, LEFT, y + 0.98 + k * 0.46, LEFT + INNER)
