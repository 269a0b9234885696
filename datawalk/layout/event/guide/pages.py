"""The guide on paper: a cover with the evening as a bar and the contents, then its sections."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.clock import PartKind
from datawalk.compose.event.telling import time_of
from datawalk.icons.choices import icon_for
from datawalk.layout.event.furniture import foot, told
from datawalk.layout.event.guide.content import guide_of
from datawalk.layout.event.guide.flow import GuideFlow
from datawalk.layout.event.guide.parts import Guide
from datawalk.layout.event.sheet import INNER, LEFT, Edge, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.theme import mix
from datawalk.words import later, say

BAND, BAR = 4.35, 0.42
SHORT: dict[PartKind, str] = {
    "welcome": later("Welcome"),
    "rounds": later("Rounds"),
    "share": later("Share"),
    "papers": later("Papers"),
    "next": later("Next"),
}
"""What parts of the evening are called under the bar; others are too short for a name."""
LEAST_LABEL = 0.62
"""Inches from one name under the bar to the next."""


def pages(materials: Materials) -> Iterator[Page]:
    """The cover and as many pages as the sections take."""
    guide = guide_of(materials.walk, materials.plan)
    flow = GuideFlow(materials)
    for section in guide.sections:
        flow.section(section)
    cover = EventSheet(materials)
    _cover(cover, guide, flow.starts)
    every = [cover, *flow.sheets]
    for number, sheet in enumerate(every, start=1):
        said = guide.page.format(number=number, count=len(every))
        left = told(materials.walk)
        if number == 1:
            left = say("Is anything not clear? Ask the lead before the doors open.")
        foot(sheet, left, said)
        yield sheet.page("guide", f"guide-{number}", guide.title)


def _cover(sheet: EventSheet, guide: Guide, starts: dict[str, int]) -> None:
    theme = sheet.theme
    color, paper = theme.pillar("welcome"), theme.paper
    sheet.rect(-sheet.dx, 0, sheet.width, BAND, color)
    icon = icon_for("pillar", "welcome")
    sheet.icon(icon, sheet.width - sheet.dx - 3.3, 0.7, 3.1, mix(color, paper, 0.13))
    sheet.rect(LEFT, 0, 1.5, 1.55, paper)
    sheet.rect(LEFT, 1.3, 1.5, 0.5, paper, Edge(radius=0.15))
    sheet.icon(icon, LEFT + 0.25, 0.4, 1.0, color)
    sheet.text(LEFT, 2.02, INNER, guide.walk, 15, "bold", paper, most=1)
    y = sheet.text(LEFT, 2.22, INNER, guide.title, 58, "black", paper, role="H1", most=1)
    y = sheet.text(LEFT, y + 0.02, 6.2, guide.lead, 17, "bold", paper, most=2)
    sheet.text(LEFT, max(y + 0.12, 3.9), INNER, guide.told, 12, "bold", paper, most=2)
    y = BAND + 0.22
    sheet.text(LEFT, y, INNER, say("Your three jobs"), 15, "black", role="H2", most=1)
    _jobs(sheet, guide, y + 0.34)
    y += 1.98
    minutes = sheet.materials.plan.clock.minutes
    said = say("Your {minutes} minutes", minutes=minutes)
    sheet.text(LEFT, y, INNER, said, 15, "black", role="H2", most=1)
    _bar(sheet, y + 0.34)
    y += 1.34
    sheet.text(LEFT, y, INNER, say("In this guide"), 15, "black", role="H2", most=1)
    _contents(sheet, guide, starts, y + 0.32)


def _jobs(sheet: EventSheet, guide: Guide, y: float) -> None:
    wide = (INNER - 0.3) / 3
    for i, (icon, name, what) in enumerate(guide.jobs):
        x = LEFT + i * (wide + 0.15)
        sheet.rect(x, y, wide, 1.42, sheet.wash, Edge(radius=0.06))
        sheet.icon(icon, x + 0.14, y + 0.14, 0.4, sheet.theme.pillar("welcome"))
        hue = sheet.theme.pillar("welcome")
        room = wide - 0.72
        sheet.text(x + 0.66, y + 0.2, room, name, 15, "black", hue, role="H2", most=1)
        sheet.text(x + 0.14, y + 0.66, wide - 0.26, what, 12, most=3)


def _bar(sheet: EventSheet, y: float) -> None:
    """Every part as wide as it is long, with its start where a name has room."""
    plan, theme = sheet.materials.plan, sheet.theme
    hues = (theme.pillar("welcome"), theme.muted)
    last = LEFT - LEAST_LABEL
    for i, part in enumerate(plan.clock.parts):
        x = LEFT + INNER * part.start / plan.clock.minutes
        wide = INNER * part.minutes / plan.clock.minutes
        hue = theme.accent if part.kind == "rounds" else hues[i % 2]
        sheet.rect(x, y, max(0.02, wide - 0.02), BAR, hue)
        if part.kind == "rounds":
            rounds, minutes = len(plan.clock.rounds), part.minutes
            inside = say("{count} rounds, {minutes} minutes", count=rounds, minutes=minutes)
            if sheet.fits(inside, wide - 0.2, 1, 12, "bold"):
                top = y + 0.1
                sheet.text(x + 0.1, top, wide - 0.2, inside, 12, "bold", theme.paper, most=1)
        name = SHORT.get(part.kind)
        if not name or x - last < LEAST_LABEL:
            continue
        room = LEFT + INNER - x
        if sheet.fits(say(name), min(room, LEAST_LABEL + 0.4), 1, 11):
            sheet.text(x, y + BAR + 0.05, room, time_of(plan, part.start), 12, "black", most=1)
            sheet.text(x, y + BAR + 0.25, room, say(name), 11, most=1)
            last = x + max(0.0, sheet.wide(say(name), 11) - LEAST_LABEL + 0.1)


def _contents(sheet: EventSheet, guide: Guide, starts: dict[str, int], y: float) -> None:
    """Sections with their pages, in two columns; the cover is page 1."""
    listed = [section.title for section in guide.sections if section.station is None]
    half = -(-len(listed) // 2)
    for i, title in enumerate(listed):
        x, low = LEFT + i // half * 3.85, y + i % half * 0.26
        sheet.text(x, low, 3.2, title, 12, most=1)
        sheet.text(x + 3.2, low, 0.4, str(starts[title] + 1), 12, "black", align="right", most=1)
