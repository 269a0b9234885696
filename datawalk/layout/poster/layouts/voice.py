"""A picture from edge to edge and what people said, large; what else there is stands below.

Where people are only invited to tell, a sheet of paper to write on lies in their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from datawalk.exhibits import Exhibit, Picture, Prose, WritingSpace
from datawalk.layout.poster.body import hung
from datawalk.layout.poster.layouts.plain import inset
from datawalk.layout.poster.layouts.quotes import Quotes
from datawalk.layout.poster.layouts.scene import beside, is_tall, shown
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Rect
from datawalk.problems import Problem, Problems
from datawalk.theme import mix
from datawalk.typography.measure import text_height
from datawalk.walk import Station

TALLEST = 8.9 * INCH
"""The most height of a picture where other things stand under it; on a 24 x 36 in sheet."""
LEAST = (0.2, 0.08)
"""The least share of a sheet for a picture that is its main thing; and where there is no room."""
SHARES = (0.75, 0.6, 0.45, 0.3)
"""How much of the height it takes of what the quotes leave, where other things stand there too."""
LIGHT = 0.8
"""How much paper is in the ground."""
GAP = 0.4 * INCH
"""Around the parts; on a 24 x 36 in sheet."""


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """A picture or two quotes, with nothing before them but an opening in large type; or a quote
    alone; or an opening with nothing but room to write."""
    voiced = _Voiced.of(exhibits)
    alone = bool(voiced.quotes) and not voiced.others
    return bool(voiced.picture) or len(voiced.quotes) > 1 or alone or voiced.invites


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """The quotes in the largest size in which all fits. Raises Problems if none does."""
    type_ = type_scale(sheet.scale)
    voiced = _Voiced.of(exhibits)
    sizes = (type_.quote, type_.takeaway, type_.head) if voiced.quotes else (type_.quote,)
    shared = voiced.picture and _tells_more(voiced, station)
    tries = [
        _Try(size, share, least)
        for least in (LEAST if voiced.picture else LEAST[:1])
        for size in sizes
        for share in (SHARES if shared else (1.0,))
    ]
    for one in tries:
        try:
            return _laid(voiced, room, station, sheet, one)
        except Problems:
            if one == tries[-1]:
                raise
    raise AssertionError(tries)


@dataclass(frozen=True, slots=True)
class _Try:
    """The size of quotes, how much of the height a picture takes, and the least of the sheet."""

    size: float
    share: float
    least: float


@dataclass(frozen=True, slots=True)
class _Voiced:
    """What a station holds, by its place on the sheet."""

    lead: Prose | None
    picture: Picture | None
    quotes: tuple[Prose, ...]
    others: tuple[Exhibit, ...]

    @classmethod
    def of(cls, exhibits: Sequence[Exhibit]) -> _Voiced:
        """The opening, one picture and the quotes that come first, in whatever order."""
        held = list(exhibits)
        lead = held.pop(0) if held and _is(held[0], "lead") else None
        picture: Picture | None = None
        quotes: list[Prose] = []
        while held:
            first = held[0]
            if isinstance(first, Picture) and picture is None:
                picture = first
            elif isinstance(first, Prose) and first.form == "quote":
                quotes.append(first)
            else:
                break
            held.pop(0)
        assert lead is None or isinstance(lead, Prose)
        return cls(lead, picture, tuple(quotes), tuple(held))

    @property
    def invites(self) -> bool:
        """Whether people are asked to tell, and nothing is told."""
        told = self.picture or self.quotes or not self.others
        return self.lead is not None and not told and all(map(_is_room, self.others))


def _is_room(exhibit: Exhibit) -> bool:
    return isinstance(exhibit, WritingSpace)


def _is(exhibit: Exhibit, form: str) -> bool:
    return isinstance(exhibit, Prose) and exhibit.form == form and not exhibit.heading


def _laid(
    voiced: _Voiced, room: SheetArea, station: Station, sheet: Sheet, tried: _Try
) -> list[Box]:
    """Under the opening the picture, as high as the rest leaves room; quotes; the others."""
    told = _tells_more(voiced, station) and not voiced.invites
    area, boxes = room, list[Box]()
    if voiced.lead:
        boxes.append(_opening(voiced.lead, area, sheet))
        area = area.below(boxes[0].h)
    tall = voiced.picture and voiced.quotes and is_tall(voiced.picture)
    spoken = _beside if tall else _under
    boxes += spoken(voiced, area, sheet, tried, told=told)
    if voiced.invites:
        boxes += _paper(voiced.others, area, station, sheet)
    low = max(box.y + box.h for box in boxes) if told else room.y + room.height
    if told:
        area = area.below(low - area.y)
        boxes += hung(voiced.others, inset(area, sheet), station, sheet)
    ground = Rect(room.x, room.y, room.width, low - room.y, fill=_light(sheet))
    return [Box("panel", room.x, room.y, room.width, low - room.y, (ground,)), *boxes]


def _margins(room: SheetArea, sheet: Sheet) -> tuple[float, float]:
    free = inset(room, sheet)
    return free.x - room.x, room.x + room.width - free.x - free.width


def _under(
    voiced: _Voiced, area: SheetArea, sheet: Sheet, tried: _Try, *, told: bool
) -> Iterator[Box]:
    """The picture, and under it the quotes. Raises Problems."""
    margins = _margins(area, sheet)
    quotes = None
    if voiced.quotes:
        quotes = Quotes(voiced.quotes, area.width, margins, tried.size, sheet)
    said = quotes.height if quotes else 0.0
    if voiced.picture:
        most = (area.height - said) * tried.share
        if told:
            most = min(most, TALLEST * type_scale(sheet.scale).enlarged)
        room = replace(area, height=most)
        picture = shown(voiced.picture, room, margins, sheet, tried.least)
        yield picture
        area = area.below(picture.h)
    if quotes:
        if area.height < said - 0.01:
            raise _no_room(voiced.quotes[0])
        yield from quotes.boxes(replace(area, height=said if told else area.height))


def _beside(
    voiced: _Voiced, area: SheetArea, sheet: Sheet, tried: _Try, *, told: bool
) -> Iterator[Box]:
    """A tall picture at the edge, and beside it the quotes. Raises Problems."""
    assert voiced.picture
    margins = _margins(area, sheet)
    room = replace(area, height=area.height * (tried.share if told else 1.0))
    picture = beside(voiced.picture, room, margins, sheet, tried.least)
    yield picture
    column = replace(room, x=area.x + picture.w, width=area.width - picture.w, height=picture.h)
    sides = (GAP * 1.5 * type_scale(sheet.scale).enlarged, margins[1])
    quotes = Quotes(voiced.quotes, column.width, sides, tried.size, sheet, across=1)
    if quotes.height > column.height + 0.01:
        raise _no_room(voiced.quotes[0])
    yield from quotes.boxes(column)


def _paper(
    exhibits: Sequence[Exhibit], area: SheetArea, station: Station, sheet: Sheet
) -> Iterator[Box]:
    """A white sheet of paper with the room to write. Raises Problems where it is too small."""
    left, right = _margins(area, sheet)
    gap = GAP * type_scale(sheet.scale).enlarged
    x, y, wide, tall = area.x + left, area.y, area.width - left - right, area.height - gap
    paper = Rect(x, y, wide, tall, fill=sheet.look.theme.paper, radius=gap / 2)
    yield Box("panel", x, y, wide, tall, (paper,))
    free = SheetArea(x + gap, y + gap, wide - 2 * gap, tall - 2 * gap)
    yield from hung(exhibits, free, station, sheet)


def _tells_more(voiced: _Voiced, station: Station) -> bool:
    return bool(voiced.others or station.about.definition or station.about.why)


def _opening(lead: Prose, area: SheetArea, sheet: Sheet) -> Box:
    """The opening in the size of a takeaway."""
    size, free = type_scale(sheet.scale).takeaway, inset(area, sheet)
    top = area.y + GAP * type_scale(sheet.scale).enlarged
    y, ink = top, list[Ink]()
    for part in lead.paragraphs:
        if sheet.look.measurer.widest_word(part, size, "bold")[1] > free.width:
            raise _no_room(lead)
        lines = sheet.look.measurer.balanced(part, free.width, size, "bold")
        said = text_ink(
            sheet.look.measurer,
            lines,
            free.x,
            y,
            size,
            sheet.look.theme.ink,
            1.16,
            width=free.width,
        )
        ink.append(Part("P", said))
        y += text_height(len(lines), size, 1.16) + size * 0.4
    tall = y - area.y
    type_ = sheet.look.type
    return Box("exhibit", area.x, area.y, area.width, tall, tuple(ink), lead, type_)


def _light(sheet: Sheet) -> str:
    return mix(sheet.color, sheet.look.theme.paper, LIGHT)


def _no_room(exhibit: Exhibit) -> Problems:
    return Problems([Problem("There is too little room for large quotes.", at=exhibit.at)])
