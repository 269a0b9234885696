"""Groups of people in large marks; how sure the figures are, in a box at the foot.

The talk panel stands in a column down the side of the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.exhibits import Chart, Exhibit
from datawalk.icons.choices import icon_for
from datawalk.layout.exhibits.look import Look
from datawalk.layout.poster.body import hung
from datawalk.layout.poster.layouts.plain import inset
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Icon, Rect
from datawalk.prose import Run, words
from datawalk.typography.measure import text_height
from datawalk.walk import Station
from datawalk.words import say

PAD = 0.3 * INCH
"""Inside the box at the foot; on a 24 x 36 in sheet."""
LEADING = 1.22


def main_gap(exhibits: Sequence[Exhibit]) -> Chart | None:
    """The groups that have the most weight on the sheet, if any have."""
    found = (e for e in exhibits if isinstance(e, Chart) and e.form == "dumbbell")
    return next((chart for chart in found if chart.emphasis == "main"), None)


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """A station whose main exhibit is groups of people on one scale."""
    return main_gap(exhibits) is not None


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """The groups before all else. Raises Problems for what does not fit."""
    main = main_gap(exhibits)
    assert main
    others = [exhibit for exhibit in exhibits if exhibit is not main]
    area = inset(room, sheet)
    if not main.note:
        return hung([main, *others], area, station, sheet)
    card = _card(main, area, station, sheet.look)
    shown = [replace(main, note=""), *others]
    left = replace(area, height=area.height - card.h - sheet.look.gap(0.8))
    return [*hung(shown, left, station, sheet), card]


def _card(main: Chart, area: SheetArea, station: Station, look: Look) -> Box:
    """How sure the figures are, and what is missing, at the foot of the area."""
    type_ = type_scale(look.scale)
    size, pad = type_.label, PAD * type_.enlarged
    sign = size * 1.8 if station.icon else 0.0
    left = area.x + pad + sign * 1.3
    room = area.x + area.width - pad - left
    said = (Run(say("How sure is it?") + " ", bold=True), *words(main.note))
    lines = look.measurer.break_lines(said, room, size)
    tall = max(text_height(len(lines), size, LEADING), sign) + 1.4 * pad
    top = area.y + area.height - tall
    ink: list[Ink] = [
        Rect(
            area.x,
            top,
            area.width,
            tall,
            fill=look.theme.paper,
            stroke=look.color,
            line=0.04 * INCH * type_.enlarged,
            radius=0.12 * INCH,
            dash=0.14 * INCH,
        )
    ]
    if sign:
        ink.append(
            Icon(area.x + pad, top + 0.7 * pad, sign, icon_for("sign", "missing"), look.color)
        )
    ink.append(
        Part(
            "P",
            text_ink(look.measurer, lines, left, top + 0.7 * pad, size, look.theme.ink, LEADING),
        )
    )
    return Box("exhibit", area.x, top, area.width, tall, tuple(ink), None, look.type)
