"""A giant number on a dark field, a share over a hundred people; all else stands below.

Several numbers of a table stand on cards in its place; where the data have none, a question mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import product
from typing import Protocol

from datawalk.exhibits import Exhibit, Stat, Table
from datawalk.layout.poster.body import hung
from datawalk.layout.poster.layouts import cards, unknown
from datawalk.layout.poster.layouts.number_field import ACROSS, CLOSE, NumberField, NumberForm
from datawalk.layout.poster.layouts.plain import inset
from datawalk.layout.poster.places import is_small
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.moves import Shift, moved
from datawalk.problems import Problem, Problems
from datawalk.walk import NOTHING, Station


class DarkField(Protocol):
    """Numbers on a ground that can be higher than it must be; lengths are points."""

    @property
    def height(self) -> float: ...
    def boxes(self, height: float) -> list[Box]: ...


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """A station that begins with a number, and gives no other exhibit more weight."""
    first = next(iter(exhibits), None)
    led = any(exhibit.emphasis == "main" for exhibit in exhibits if exhibit is not first)
    return (isinstance(first, Stat) or cards.suits(first) or unknown.suits(exhibits)) and not led


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """The field, as high as what hangs under it allows.

    Raises Problems for what does not fit.
    """
    table = cards.first(exhibits)
    if table:
        return _carded(table, exhibits[1:], room, station, sheet)
    if unknown.suits(exhibits):
        exhibits = unknown.asked(exhibits)
    *forms, last = _forms(sheet)
    for form in forms:
        with suppress(Problems):
            return _laid(exhibits, room, station, sheet, form)
    return _laid(exhibits, room, station, sheet, last)


def _forms(sheet: Sheet) -> Iterator[NumberForm]:
    """The ways to set the number, the best first."""
    type_ = type_scale(sheet.scale)
    large = (type_.number, type_.number_long)
    crowds = (ACROSS, CLOSE) if is_small(sheet.look) else (ACROSS,)
    yield from (NumberForm(size, across) for size, across in product(large, crowds))
    yield from (NumberForm(size, over=True) for size in large)
    yield NumberForm(type_.station)


def _laid(
    exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet, form: NumberForm
) -> list[Box]:
    stat, *others = exhibits
    assert isinstance(stat, Stat)
    field = NumberField(stat, room, sheet, form)
    if field.height > room.height:
        raise Problems([Problem("The number and its words do not fit the sheet.", at=stat.at)])
    # The sentence of a number says what is counted.
    told = station if stat.number == unknown.MARK else replace(station, about=NOTHING)
    return _over(field, others, room, told, sheet)


def _carded(
    table: Table, others: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet
) -> list[Box]:
    """The cards, as large as leaves the others their room. Raises Problems."""
    missing = Problems([Problem("The numbers do not fit the sheet.", at=table.at)])
    for field in cards.fields(table, station.about.definition, room, sheet):
        if field.height > room.height:
            continue
        try:
            return _over(field, others, room, replace(station, about=NOTHING), sheet)
        except Problems as found:
            missing = found
    raise missing


def _over(
    field: DarkField, others: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet
) -> list[Box]:
    """The field, and all else under it, or the card of the station where there is room for one.

    The field is as high as the others leave it. Raises Problems for what does not fit.
    """
    if others:
        return _parted(field, others, room, station, sheet)
    if station.card:
        with suppress(Problems):
            return _parted(field, (station.card,), room, replace(station, card=None), sheet)
    return field.boxes(room.height)


def _parted(
    field: DarkField, others: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet
) -> list[Box]:
    rest = inset(room.below(field.height), sheet)
    below = hung(others, rest, station, sheet)
    spare = max(0.0, rest.y + rest.height - max(box.y + box.h for box in below))
    lowered = (replace(b, y=b.y + spare, ink=moved(b.ink, Shift(0, spare))) for b in below)
    return [*field.boxes(field.height + spare), *lowered]
