"""A booklet for each guest: two sides of a sheet, folded once, with the stations in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from datawalk.compose.event.agreement import agreement
from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.telling import results_told, span_of
from datawalk.icons.choices import icon_for
from datawalk.layout.event.forms import line_to_write
from datawalk.layout.event.furniture import station_disc
from datawalk.layout.event.sheet import Edge, EventSheet, Materials
from datawalk.layout.event.signs import GroupSign, group_sign
from datawalk.page.document import Page
from datawalk.words import say

HALF, MARGIN = 5.5, 0.45
INNER = HALF - 2 * MARGIN
LINE = 0.34
"""From one line to write on to the next."""


@dataclass(frozen=True, slots=True)
class Booklet:
    """Whose it is: of a group, or of one person who meets others at every station."""

    key: str
    route: Sequence[int]
    sign: GroupSign | None = None


def copies(plan: EventPlan) -> int:
    """As many of each as its group has people, and a spare one."""
    return 1 if plan.rotation.mixed else plan.rotation.largest + 1


def pages(materials: Materials) -> Iterator[Page]:
    """The outside and the inside of each booklet."""
    for booklet in _booklets(materials.plan):
        for side, draw in (("outside", _outside), ("inside", _inside)):
            sheet = EventSheet(materials, lying=True)
            draw(sheet, booklet)
            yield sheet.page("booklet", f"booklet-{booklet.key}-{side}", say("Booklet"))


def _booklets(plan: EventPlan) -> Iterator[Booklet]:
    for i, route in enumerate(plan.rotation.routes):
        if plan.rotation.mixed:
            yield Booklet(f"{i + 1}", route)
        else:
            sign = group_sign(i)
            yield Booklet(sign.letter, route, sign)


def _outside(sheet: EventSheet, booklet: Booklet) -> None:
    """The last page on the left, the first on the right."""
    _last(sheet)
    _first(sheet, booklet, HALF)
    _fold(sheet)


def _first(sheet: EventSheet, booklet: Booklet, x: float) -> None:
    walk, plan, theme = sheet.materials.walk, sheet.materials.plan, sheet.theme
    color, paper = theme.pillar("welcome"), theme.paper
    left, room = x + MARGIN, INNER
    sheet.rect(x, 0, HALF + sheet.dx, 2.75, color)
    sheet.text(left, 0.42, room, say("My booklet"), 15, "bold", paper, most=1)
    sheet.text(left, 0.74, room, walk.title, 30, "black", paper, role="H1", most=2, leading=1.08)
    start, end = span_of(plan)
    when = ", ".join(filter(None, (walk.event.date, f"{start}–{end}")))
    y = sheet.text(left, 1.82, room, when, 12, "bold", paper, most=2)
    sheet.text(left, y + 0.03, room, walk.event.venue, 12, color=paper, most=1)
    y = 3.0
    if booklet.sign:
        sheet.group(booklet.sign, left, y, 0.8)
        name = say("Group {name}", name=booklet.sign.name)
        sheet.text(left + 1.0, y + 0.18, room - 1.0, name, 20, "black", role="H2", most=1)
    else:
        said = say("New people at every station")
        sheet.text(left, y + 0.18, room, said, 20, "black", role="H2", most=1)
    y = sheet.text(left, 4.05, room, say("My way"), 15, "black", role="H2", most=1)
    _way(sheet, booklet, left, y + 0.1)
    y = 5.75
    sheet.text(left, y, room, say("My name, if I like"), 12, "bold", most=1)
    line_to_write(sheet, left, y + 0.62, left + room)
    said = say("This booklet is yours. Nobody collects it. You may draw, or leave it empty.")
    sheet.text(left, sheet.height - 1.1, room, said, 12, most=2)


def _way(sheet: EventSheet, booklet: Booklet, x: float, y: float) -> None:
    """All numbers in their order, in as many rows as they take."""
    in_row = 9 if len(booklet.route) <= 18 else 14
    step = INNER / in_row
    for i, number in enumerate(booklet.route):
        color = sheet.materials.color(number)
        at = x + i % in_row * step, y + i // in_row * (step + 0.04)
        sheet.disc(number, *at, step * 0.43, color, 15 if step > 0.4 else 10)


def _last(sheet: EventSheet) -> None:
    walk, theme = sheet.materials.walk, sheet.theme
    left, room = MARGIN, INNER
    y = sheet.text(left, 0.45, room, say("How we talk here"), 15, "black", role="H2", most=1) + 0.05
    for icon, line, _ in agreement():
        sheet.icon(icon, left, y + 0.01, 0.22, theme.pillar("welcome"))
        y = sheet.text(left + 0.34, y, room - 0.34, line, 12, most=1) + 0.08
    y = sheet.text(left, y + 0.2, room, say("What I heard"), 15, "black", role="H2", most=1)
    low = sheet.height - 2.5
    y = _lines(sheet, left, y + 0.36, low - 0.3, room)
    sheet.rect(left, low, room, 1.75, sheet.wash, Edge(radius=0.06))
    sheet.icon(icon_for("sign", "mail"), left + 0.14, low + 0.16, 0.3, theme.accent)
    said = results_told(sheet.materials.plan)
    y = sheet.text(left + 0.58, low + 0.15, room - 0.7, said, 12, "bold", most=2) + 0.08
    for more in (walk.event.contact, walk.event.link.partition("://")[2].rstrip("/")):
        if more and sheet.fits(more, room - 0.7, 2, 12):
            y = sheet.text(left + 0.58, y, room - 0.7, more, 12, most=2) + 0.05


def _fold(sheet: EventSheet) -> None:
    said = say("Print on both sides, flipped on the short edge. Fold in the middle.")
    sheet.text(MARGIN, sheet.height - 0.58, INNER, said, 10, color=sheet.theme.muted, most=1)


def _lines(sheet: EventSheet, x: float, y: float, low: float, room: float) -> float:
    while y <= low:
        line_to_write(sheet, x, y, x + room)
        y += LINE
    return y


def _inside(sheet: EventSheet, booklet: Booklet) -> None:
    """The stations in the order of the way, on two halves."""
    half = -(-len(booklet.route) // 2)
    top, low = 0.4, sheet.height - 0.4
    pitch = (low - top) / half
    for i, number in enumerate(booklet.route):
        _station(sheet, number, i // half * HALF + MARGIN, top + i % half * pitch, pitch)


def _station(sheet: EventSheet, number: int, x: float, y: float, tall: float) -> None:
    stop = sheet.materials.stop(number)
    station = next(s for s in sheet.materials.walk.stations if s.number == number)
    color = sheet.materials.color(number)
    side = min(0.42, tall * 0.7)
    station_disc(sheet, stop, x, y + 0.02, side)
    room = INNER - 0.55
    size = 12 if tall > 0.7 else 10
    most = 2 if tall > 0.5 else 1
    title = f"{number}. {station.question}"
    if not sheet.fits(title, room, most, size, "black"):
        title = f"{number}. {stop.name}"
    end = y + 0.02
    if sheet.fits(title, room, most, size, "black"):
        end = sheet.text(x + 0.55, end, room, title, size, "black", color, role="H2", most=most)
    else:
        end = sheet.text(x + 0.55, end, room, str(number), size, "black", color, role="H2")
    _lines(sheet, x, max(end, y + side) + 0.3, y + tall - 0.12, INNER)
