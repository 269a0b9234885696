"""The slides of one exhibit, or of quotes that share one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from datawalk.exhibits import Bullets, Chart, Map, Picture, Prose, Stat, Table, WritingSpace
from datawalk.layout.deck import exhibits as place
from datawalk.layout.deck import rows
from datawalk.layout.deck.bare import bare
from datawalk.layout.deck.draft import Fill, SlideDraft
from datawalk.layout.deck.drawn import DRAWN, drawn_list
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.finding import says
from datawalk.layout.deck.heading import title_fits
from datawalk.layout.deck.number import stat
from datawalk.layout.deck.prompts import answering
from datawalk.layout.deck.quotes import quotes
from datawalk.layout.deck.running import running
from datawalk.layout.deck.shown import Group
from datawalk.layout.deck.slide import frame_of
from datawalk.layout.deck.steps import of_walking, steps
from datawalk.layout.deck.titled import draft_of
from datawalk.page.stage import Frame
from datawalk.problems import Problems
from datawalk.prose import plain
from datawalk.walk import Station

Room = Callable[[Frame], Frame]
"""What something has of a frame."""


def slides_of(
    group: Group, station: Station, look: DeckLook, first_room: Room = lambda frame: frame
) -> list[SlideDraft]:
    """One slide, or as many as its text, its rows or its quotes need; `first_room` is what the
    first of several has of its frame.

    Raises Problems for what fits on none.
    """
    first = group[0]
    match first:
        case Prose(form="quote"):
            return quotes([quote for quote in group if isinstance(quote, Prose)], station, look)
        case Bullets() if of_walking(first, station):
            return _steps(first, station, look)
        case Bullets() if first.form in DRAWN:
            return drawn_list(first, station, look)
        case Prose() | Bullets():
            return running(first, station, look)
        case Table():
            draft = draft_of(first, station, look, lambda f: rows.table(first, f, look))
            parts = rows.table_parts(look.measurer, first, frame_of(draft, look.theme))
            return [replace(draft, fill=_table(part, look)) for part in parts]
        case Stat():
            return [_number(first, station, look)]
        case Chart():
            plain = bare(first).chart
            draft = draft_of(first, station, look, _chart(plain, look))
            if first.form != "dumbbell":
                return [draft]
            frame = frame_of(draft, look.theme)
            places = place.parts_of(plain, frame, look, first_room(frame))
            return [replace(draft, fill=_chart(part, look)) for part in places]
        case Map():
            return [draft_of(first, station, look, lambda f: place.map_(first, f, look))]
        case Picture():
            named = _called(first, look)
            return [draft_of(named, station, look, lambda f: place.picture(named, f, look))]
        case WritingSpace() if station.number:
            return [draft_of(first, station, look, answering(first, station, look))]
        case WritingSpace():
            return [draft_of(first, station, look, lambda f: rows.writing(first, f, look))]
    raise AssertionError(first)


def _number(told: Stat, station: Station, look: DeckLook) -> SlideDraft:
    """A big number over its sentence, unless the title says what it counts."""
    draft = draft_of(told, station, look, lambda _: (), note="")
    titled = says(draft.title, told.number, plain(told.sentence))
    seen = replace(told, sentence=()) if titled else told
    return replace(draft, fill=lambda frame: stat(seen, frame, look))


def _called(picture: Picture, look: DeckLook) -> Picture:
    """A picture under its heading, or else under its caption where that may be a title."""
    name = picture.caption.rstrip(".")
    if picture.heading or not name or not title_fits(look.measurer, name, look.stage):
        return picture
    return replace(picture, heading=name, caption="")


def _steps(told: Bullets, station: Station, look: DeckLook) -> list[SlideDraft]:
    """The steps with their icons; where they are too long for that, as a list."""
    draft = draft_of(told, station, look, lambda f: steps(told, f, look))
    try:
        draft.fill(frame_of(draft, look.theme))
    except Problems:
        return running(told, station, look)
    return [draft]


def _chart(part: Chart, look: DeckLook) -> Fill:
    return lambda frame: place.chart(part, frame, look)


def _table(part: Table, look: DeckLook) -> Fill:
    return lambda frame: rows.table(part, frame, look)
