"""A column for each pillar, to say what people hope for."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.icons.choices import icon_for
from datawalk.layout.exhibits.sticky import NOTE
from datawalk.layout.poster import places
from datawalk.layout.poster.layouts.visioning.section import (
    GAP,
    LIGHT,
    PALE,
    ROUND,
    VisionSection,
    open_field,
    too_small,
)
from datawalk.layout.poster.sheet import SheetArea
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Icon, Rect
from datawalk.prose import SECOND, Run
from datawalk.theme import mix
from datawalk.typography.measure import Line, text_height
from datawalk.words import later, say

HOPES = (
    ("work", later("Work")),
    ("education", later("Schools")),
    ("neighborhoods", later("Neighbors")),
    ("health", later("Health")),
    ("governance", later("Decisions")),
)
"""A column for each pillar, in its colour, and what it is called in one word."""


def hopes(section: VisionSection) -> list[Box]:
    """A column for each pillar, with its name on its colour and a field for notes under it."""
    sheet, area, f = section.sheet, section.inner, section.f
    theme, count = sheet.look.theme, len(HOPES)
    # Notes need their own width: it is taken from the gaps and from the edges of the columns.
    spare = max(0.0, area.width - count * NOTE) if places.takes_notes(sheet.look) else area.width
    gap, edge = min(GAP * f, spare / 12), min(0.25 * INCH * f, spare / 24)
    wide = (area.width - (count - 1) * gap) / count
    names, size = _hope_names(wide - 2 * edge, section)
    tall = text_height(max(map(len, names)), size)
    head = tall + size * 0.9
    ink: list[Ink] = []
    starters: list[Ink] = []
    for i, (pillar, _) in enumerate(HOPES):
        color = theme.pillar(pillar)
        x = area.x + i * (wide + gap)
        light = mix(color, theme.paper, LIGHT)
        ink += _headed(SheetArea(x, area.y, wide, area.height), head, color, light, ROUND * f)
        left = x + edge
        if section.signs:
            side = size * 1.5
            icon = icon_for("pillar", pillar)
            ink.append(Icon(left, area.y + (head - side) / 2, side, icon, theme.paper))
            left += side * 1.2
        low = area.y + (head - tall) / 2
        ink.append(Part("P", text_ink(sheet.look.measurer, names[i], left, low, size, theme.paper)))
        free = SheetArea(
            x + edge, area.y + head + edge, wide - 2 * edge, area.height - head - 2 * edge
        )
        ink += open_field(free, color, section)
        starters += places.beginning(say("… can …") if i == 0 else "", free, sheet.look)
    return [*section.boxes(mix(sheet.color, theme.paper, PALE), ink), section.starting(starters)]


def _hope_names(room: float, section: VisionSection) -> tuple[list[tuple[Line, ...]], float]:
    """The names in the largest size in which each takes a line for each language."""
    type_, measurer = section.type_, section.sheet.look.measurer
    for size in (type_.body, type_.label):
        beside = size * 1.8 if section.signs else 0.0
        said = [say(name) for _, name in HOPES]
        face = type_.heaviest("".join(said), size)
        names = [measurer.break_lines((Run(name),), room - beside, size, face) for name in said]
        most = 1 + max(name.count(SECOND) for name in said)
        if all(
            len(name) <= most and all(line.width <= room - beside for line in name)
            for name in names
        ):
            return names, size
    raise too_small(section.space)


def _headed(area: SheetArea, head: float, color: str, light: str, radius: float) -> Iterator[Rect]:
    """A light column whose upper end, with round corners, is in a full colour."""
    yield Rect(area.x, area.y, area.width, area.height, fill=light, radius=radius)
    yield Rect(area.x, area.y, area.width, head, fill=color, radius=radius)
    yield Rect(area.x, area.y + head / 2, area.width, head / 2, fill=color)
