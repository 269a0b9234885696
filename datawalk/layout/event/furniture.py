"""What several sheets of the event share: heads, feet, and stations in a circle."""

from __future__ import annotations

from datawalk.compose.event.plan import Stop
from datawalk.icons.choices import icon_for
from datawalk.layout.event.sheet import LEFT, Edge, EventSheet
from datawalk.theme import mix
from datawalk.walk import Walk

TITLE, KICKER, NOTE = 30.0, 12.0, 10.0
HEAD = 1.45
"""Where a plain head ends, in inches."""
FOOT = 0.62
"""What the foot takes of the sheet's end."""
GHOST = 0.13
"""How pale the large icon in a band is."""


def head(sheet: EventSheet, sign: str, kicker: str, title: str) -> float:
    """A plain head on white for sheets that are written on; returns where it ends."""
    ink = sheet.theme.ink
    sheet.rect(LEFT, 0.45, 0.78, 0.78, ink, Edge(radius=0.1))
    sheet.icon(icon_for("sign", sign), LEFT + 0.08, 0.53, 0.62, sheet.theme.paper)
    room = sheet.inner - 1.02
    sheet.text(LEFT + 0.96, 0.41, room, kicker, KICKER, "bold", sheet.theme.muted, most=1)
    sheet.text(LEFT + 0.96, 0.61, room, title, TITLE, "black", role="H1", most=1)
    sheet.rect(LEFT, 1.37, sheet.inner, 0.05, ink)
    return HEAD


def band(sheet: EventSheet, sign: str, kicker: str, title: str, tall: float = 1.6) -> float:
    """A dark band with a white tab for sheets that are read; returns where it ends."""
    color, paper = sheet.theme.pillar("welcome"), sheet.theme.paper
    sheet.rect(-sheet.dx, 0, sheet.width, tall, color)
    right = sheet.width - sheet.dx
    icon = icon_for("sign", sign)
    sheet.icon(icon, right - 1.85, 0.1, 1.4, mix(color, paper, GHOST))
    sheet.rect(LEFT, 0, 1.1, tall - 0.3, paper)
    sheet.rect(LEFT, tall - 0.45, 1.1, 0.26, paper, Edge(radius=0.13))
    sheet.icon(icon, LEFT + 0.1, 0.25, 0.9, color)
    room = sheet.inner - 1.35
    sheet.text(1.85, 0.36, room, kicker, KICKER, "bold", paper, most=1)
    sheet.text(1.85, 0.6, room, title, TITLE, "black", paper, role="H1", most=1)
    return tall


def foot(sheet: EventSheet, left: str, right: str = "") -> None:
    """A line at the end of the sheet, and small words under it."""
    y, muted = sheet.height - FOOT, sheet.theme.muted
    sheet.rule(LEFT, y, LEFT + sheet.inner, y, sheet.grey)
    beside = sheet.wide(right, NOTE, "bold")
    room = sheet.inner - (beside + 0.2 if right else 0)
    sheet.text(LEFT, y + 0.05, room, left, NOTE, color=muted, most=2, leading=1.15)
    if right:
        at = LEFT + sheet.inner - beside - 0.02
        sheet.text(at, y + 0.05, beside + 0.02, right, NOTE, "bold", muted, "right", most=1)


def told(walk: Walk) -> str:
    """Walk, day and place in a line."""
    return ". ".join(filter(None, (walk.title, walk.event.date, walk.event.venue))) + "."


def station_disc(sheet: EventSheet, stop: Stop, x: float, y: float, side: float) -> None:
    """A station's icon on its color; its number where it has no icon."""
    color = sheet.theme.pillar(stop.pillar)
    if not stop.icon:
        sheet.disc(stop.number, x, y, side / 2, color)
        return
    sheet.circle(x + side / 2, y + side / 2, side / 2, color)
    sheet.icon(stop.icon, x + side * 0.2, y + side * 0.2, side * 0.6, sheet.theme.paper)
