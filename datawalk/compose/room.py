"""Sheets that have none of their figures ask for what people know."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from datawalk.exhibits import Bullets, Exhibit, Picture, Prose, WritingSpace, is_gap
from datawalk.words import say


def with_room(exhibits: list[Exhibit], *, left: bool, own: bool) -> list[Exhibit]:
    """A sheet that asks and has none of its figures gets room for what people know.

    `left` if figures of its own were left off. The first question is about what a sheet shows, so
    it goes, unless it is the author's `own`.
    """
    asks = [e for e in exhibits if isinstance(e, Bullets) and e.form == "questions"]
    data = [e for e in exhibits if e not in asks]
    if not asks or not (left or any(map(is_gap, data))) or not all(map(_says_no_figure, data)):
        return exhibits
    last = (data or asks)[-1]
    room = WritingSpace(
        form="zone",
        heading=say("What do you know about this?"),
        hint=say("Write what you have seen, or who would have the number."),
        at=last.at,
    )
    after = exhibits.index(last) + 1 if data else 0
    shown = exhibits if own else [_of_what_is_known(e, asks) for e in exhibits]
    return [*shown[:after], room, *shown[after:]]


def _says_no_figure(exhibit: Exhibit) -> bool:
    """Whether it is missing, or words or a picture beside what is."""
    said = isinstance(exhibit, Prose) and not exhibit.figures
    return said or is_gap(exhibit) or isinstance(exhibit, Picture)


def _of_what_is_known(exhibit: Exhibit, asks: Collection[Exhibit]) -> Exhibit:
    """The questions without the one about what is shown, if others are left."""
    if exhibit not in asks or not isinstance(exhibit, Bullets) or len(exhibit.items) < 2:
        return exhibit
    return replace(exhibit, items=exhibit.items[1:], starters=exhibit.starters[1:], dot=False)
