"""Name tags, eight on a sheet: the shape of the group, the name, and the person's own way."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.telling import time_of
from datawalk.icons.choices import icon_for
from datawalk.layout.event.furniture import station_disc
from datawalk.layout.event.sheet import Edge, EventSheet, Materials
from datawalk.layout.event.signs import group_sign
from datawalk.page.document import Page
from datawalk.words import say

WIDE, TALL = 3.375, 7 / 3
LEFT, TOP = 0.6875, 0.5833
ACROSS, DOWN = 3.75, 2.5
EACH = 8
MORE = 1.1
"""Tags for each person: some are spoilt, and some come who did not say so."""


def count(people: int) -> int:
    """How many tags are made."""
    return -(-people * 11 // 10)


MOST_IN_LINE = 15
"""Stations that stay far enough apart in one line of a tag."""


def pages(materials: Materials) -> Iterator[Page]:
    """Tags in the order of arrival; spare ones go on from the first."""
    plan = materials.plan
    made = count(plan.people)
    for first in range(0, made, EACH):
        sheet = EventSheet(materials)
        said = say("Print at 100%. Hand out in order of arrival: neighbors go different ways.")
        sheet.text(LEFT, 0.24, 7.1, said, 10, color=sheet.theme.muted, most=1)
        for i, person in enumerate(range(first, min(first + EACH, made))):
            _tag(sheet, person % plan.people, LEFT + i % 2 * ACROSS, TOP + i // 2 * DOWN)
        number = first // EACH + 1
        yield sheet.page("tags", f"tags-{number}", say("Name tags {number}", number=number))


def _tag(sheet: EventSheet, person: int, x: float, y: float) -> None:
    plan, theme = sheet.materials.plan, sheet.theme
    route = plan.rotation.route_of(person)
    way = plan.rotation.routes[route]
    sheet.rect(x, y, WIDE, TALL, theme.paper, Edge(theme.rule, 0.01, 0.1))
    if plan.rotation.mixed:
        station_disc(sheet, sheet.materials.stop(way[0]), x + 0.14, y + 0.12, 0.62)
        kicker, name = say("I start at"), sheet.materials.stop(way[0]).name
    else:
        sign = group_sign(route)
        sheet.group(sign, x + 0.14, y + 0.12, 0.62)
        kicker, name = say("I am in"), sign.name
    sheet.text(x + 0.86, y + 0.11, 2.3, kicker, 10, "bold", theme.muted)
    if sheet.fits(name, 2.4, 1, 20, "black"):
        sheet.text(x + 0.86, y + 0.27, 2.4, name, 20, "black", most=1)
    sheet.text(x + 0.14, y + 0.82, 2.2, say("My name"), 10, "bold", theme.muted)
    sheet.rule(x + 0.14, y + 1.55, x + WIDE - 0.14, y + 1.55, line=0.014)
    sheet.text(x + 0.14, y + 1.6, 1.3, say("My way"), 10, "bold", theme.muted)
    begins = say("I start at {time}", time=time_of(plan, plan.clock.rounds[0].start))
    if plan.rotation.sets > 1:
        begins += " · " + say("set {number}", number=plan.rotation.rings[route])
    sheet.text(x + 1.2, y + 1.6, WIDE - 1.34, begins, 10, "bold", theme.muted, "right", most=1)
    _way(sheet, way, x + 0.14, y + 1.83)


def _way(sheet: EventSheet, way: tuple[int, ...], x: float, y: float) -> None:
    """The stations in a line, or in two where they are many; the first one filled."""
    theme = sheet.theme
    rows = 1 if len(way) <= MOST_IN_LINE else 2
    per = -(-len(way) // rows)
    step = min(0.52, (WIDE - 0.28 - 0.34) / max(1, per - 1))
    radius = min(0.17 if rows == 1 else 0.115, step * 0.38)
    y -= 0.1 if rows == 2 else 0
    for i, number in enumerate(way):
        color, left = sheet.materials.color(number), x + i % per * step
        y += 0.25 if i == per else 0
        size = 12 if radius > 0.13 else 10
        sheet.disc(number, left, y + 0.17 - radius, radius, color, size, hollow=i > 0)
        gap = step - 2 * radius
        if i + 1 < len(way) and rows == 1 and gap > 0.08:
            sheet.icon(
                icon_for("sign", "on"),
                left + 2 * radius + gap / 2 - 0.06,
                y + 0.11,
                0.12,
                theme.muted,
            )
