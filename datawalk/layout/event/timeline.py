"""What happens when, from eight weeks before to a month after."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.telling import step_told, step_when
from datawalk.compose.event.timeline import TimelineStep
from datawalk.compose.event.wording import short_day
from datawalk.layout.event.furniture import foot, head
from datawalk.layout.event.sheet import INNER, LEFT, PALE, Edge, EventSheet, Materials, tint
from datawalk.page.document import Page
from datawalk.words import say

TOP = 1.55


def pages(materials: Materials) -> Iterator[Page]:
    """One sheet, where the day is known."""
    steps = materials.plan.steps
    if not steps:
        return
    sheet = EventSheet(materials)
    head(sheet, "when", say("Timeline. Counted back from the date"), say("What happens when"))
    color = sheet.theme.pillar("welcome")
    step = (sheet.height - 0.75 - TOP) / len(steps)
    sheet.rule(2.4, TOP + 0.25, 2.4, TOP + step * (len(steps) - 1) + 0.25, color, 0.04)
    for i, one in enumerate(steps):
        _row(sheet, one, TOP + i * step)
    moved = say(
        "A day on a weekend moves to the Friday before. The dates are in a calendar file too."
    )
    foot(sheet, moved, say("Tick when done"))
    yield sheet.page("timeline", "timeline", say("What happens when"))


def _row(sheet: EventSheet, step: TimelineStep, y: float) -> None:
    theme = sheet.theme
    color, accent = theme.pillar("welcome"), theme.accent
    hue = accent if step.kind == "results" else color
    large = step.kind in ("day", "results")
    if large:
        ground = tint(theme, color, PALE) if step.kind == "day" else theme.paper
        sheet.rect(LEFT, y - 0.06, INNER, 0.64, ground, Edge(hue, 0.025, 0.08))
        sheet.rule(2.4, y - 0.04, 2.4, y + 0.56, color, 0.04)
    head_hue = accent if step.kind == "results" else theme.ink
    sheet.text(0.62, y - 0.02, 1.65, step_when(step), 12, "black", head_hue, most=1)
    sheet.text(0.62, y + 0.2, 1.65, short_day(step.day), 12, color=theme.muted, most=1)
    sheet.circle(2.4, y + 0.25, 0.15 if large else 0.11, theme.paper)
    sheet.circle(2.4, y + 0.25, 0.12 if large else 0.08, hue)
    said, room = step_told(sheet.materials.plan, step), 4.6
    tall = sheet.tall(said, room, 12)
    sheet.text(2.7, y + 0.23 - tall / 2, room, said, 12, most=2)
    sheet.rect(7.5, y + 0.12, 0.26, 0.26, theme.paper, Edge(theme.ink, 0.018, 0.02))
