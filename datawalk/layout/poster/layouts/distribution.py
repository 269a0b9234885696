"""A cloud of all places across the sheet; under it what was before, and how sure the figure is."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from datawalk.exhibits import Chart, Exhibit
from datawalk.layout.exhibits import setting
from datawalk.layout.poster.body import hung
from datawalk.layout.poster.layouts.plain import inset
from datawalk.layout.poster.opening import opening
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Icon
from datawalk.problems import Problems
from datawalk.prose import Words
from datawalk.typography.measure import Line, text_height
from datawalk.walk import NOTHING, Station

GAP = 0.4 * INCH
"""Between sentences side by side, and over them; on a 24 x 36 in sheet."""
SIGN, TEXT = 2.2, 2.8
"""The side of an icon, and from its left edge to the words, in ems."""


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """A station whose first exhibit shows all places, and no other has more weight."""
    first = next(iter(exhibits), None)
    led = any(exhibit.emphasis == "main" for exhibit in exhibits if exhibit is not first)
    return isinstance(first, Chart) and first.form == "distribution" and not led


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """Sentences stand large at the foot; where they have no room, they are left to the speaker.

    Raises Problems for what does not fit.
    """
    chart, *others = exhibits
    assert isinstance(chart, Chart)
    main = replace(chart, emphasis="main")
    area = inset(room, sheet)
    if chart.asides:
        with suppress(Problems):
            asides = _asides(chart, area, station, sheet)
            rest = replace(area, height=asides.y - GAP * _enlarged(sheet) - area.y)
            shown = [replace(main, asides=()), *others]
            return [*hung(shown, rest, _told(shown, rest, station, sheet), sheet), asides]
    shown = [main, *others]
    return hung(shown, area, _told(shown, area, station, sheet), sheet)


def _told(shown: Sequence[Exhibit], area: SheetArea, station: Station, sheet: Sheet) -> Station:
    """The station with what it counts, where that leaves all places their ideal room.

    Why it matters is left to the speaker.
    """
    look = sheet.look
    about = replace(station.about, why=())
    above = opening(about, area.x, area.y, area.width, look, reason=False)
    ideal = sum(setting.heights(exhibit, area.width, look)[1] for exhibit in shown)
    gaps = look.gap(1.45) * len(shown)
    fits = bool(about.definition) and above.h + gaps + ideal <= area.height
    return replace(station, about=about if fits else NOTHING)


def _enlarged(sheet: Sheet) -> float:
    return type_scale(sheet.scale).enlarged


def _asides(chart: Chart, area: SheetArea, station: Station, sheet: Sheet) -> Box:
    """The sentences side by side at the foot of the area, each with its icon."""
    look, gap = sheet.look, GAP * _enlarged(sheet)
    size, count = look.type.body, len(chart.asides)
    wide = (area.width - gap * (count - 1)) / count
    aside = size * TEXT if station.icon else 0.0
    texts = [_lines(words, wide - aside, sheet) for _, words in chart.asides]
    tall = max(text_height(max(map(len, texts)), size), size * SIGN)
    y = area.y + area.height - tall
    ink: list[Ink] = []
    for i, ((icon, _), lines) in enumerate(zip(chart.asides, texts, strict=True)):
        x = area.x + i * (wide + gap)
        ink += [Icon(x, y, size * SIGN, icon, look.color)] if station.icon else []
        said = text_ink(look.measurer, lines, x + aside, y, size, look.theme.ink, width=wide)
        ink.append(Part("P", said))
    return Box("exhibit", area.x, y, area.width, tall, tuple(ink), type=look.type)


def _lines(words: Words, width: float, sheet: Sheet) -> tuple[Line, ...]:
    look = sheet.look
    return look.measurer.balanced(words, width, look.type.body, "regular")
