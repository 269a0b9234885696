"""The slides of a station: what opens it, the one thing that it presents, and what waits behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from datawalk.exhibits import Stat
from datawalk.layout.deck.beside import MOST, beside_questions, with_questions
from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.heading import title_box
from datawalk.layout.deck.notes import asked_beside, questions_of
from datawalk.layout.deck.opening import on_section, opening
from datawalk.layout.deck.pair import is_pair, paired, side_by_side
from datawalk.layout.deck.shown import Group, grouped, shown
from datawalk.layout.deck.single import slides_of
from datawalk.layout.deck.slide import frame_of
from datawalk.layout.deck.talk import talk
from datawalk.layout.deck.vision import vision
from datawalk.problems import NOWHERE, At, Problems
from datawalk.walk import Station

Maker = Callable[[], list[SlideDraft]]


def station_makers(station: Station, look: DeckLook) -> list[tuple[Maker, At]]:
    """What makes the slides of a station, in order, and where a problem of each was written."""
    told = shown(station)
    made: list[tuple[Maker, At]] = []
    if station.pillar not in ("welcome", "vision"):
        made.append((lambda: [_opened(station, look)], station.at))
    if station.pillar == "vision" and look.variant != "report-back":
        return [*made, (lambda: vision(station, look), station.at)]
    made += [(_presented(group, station, look), _at(group, station)) for group in told.main]
    made += [(_behind(group, station, look), _at(group, station)) for group in told.others]
    return [*made, (lambda: _talked(station, look), station.at)]


def slides_makers(slides: Station, look: DeckLook) -> list[tuple[Maker, At]]:
    """The same for slides of the session, which have no number and hide nothing."""
    body = replace(look.stage.body, indent=0)
    flush = replace(look, stage=replace(look.stage, body=body))
    made = [(_made(group, slides, flush), _at(group, slides)) for group in paired(grouped(slides))]
    talked = (lambda: talk(slides, flush), slides.at)
    return [(_numberless(make), at) for make, at in (*made, talked)]


def _made(group: Group, station: Station, look: DeckLook) -> Maker:
    make = side_by_side if is_pair(group) else slides_of
    return lambda: make(group, station, look)


def _numberless(make: Maker) -> Maker:
    return lambda: [replace(draft, station=None) for draft in make()]


def _at(group: Group, station: Station) -> At:
    return group[0].at if group[0].at != NOWHERE else station.at


def _opened(station: Station, look: DeckLook) -> SlideDraft:
    """The opening; while groups walk at different stations it cannot match the room.

    One with nothing but the question says no more than what is presented after it, and on a call
    one without a number is read by nobody.
    """
    draft = _on_its_layout(station, look, shown(station).lead)
    bare = not draft.shows and not draft.told and bool(shown(station).main)
    spoken = look.variant == "virtual" and not draft.shows
    return replace(draft, hidden=look.rotates or bare or spoken)


def _on_its_layout(station: Station, look: DeckLook, lead: Stat | None) -> SlideDraft:
    """The opening on the layout that a template has for it, where that has room."""
    opened = on_section(look, station.pillar)
    draft = opening(station, opened, lead)
    if look.section is None:
        return draft
    try:
        title_box(draft, opened.theme)
        draft.fill(frame_of(draft, opened.theme))
    except Problems:
        return opening(station, look, lead)
    return draft


def _asks_beside(station: Station, look: DeckLook) -> bool:
    """Whether the questions stand beside what is presented: calls have a slide for each."""
    return look.variant == "room" and bool(shown(station).main and questions_of(station))


def _presented(group: Group, station: Station, look: DeckLook) -> Maker:
    def make() -> list[SlideDraft]:
        if not _asks_beside(station, look):
            drafts = slides_of(group, station, look)
        else:
            drafts = slides_of(group, station, look, lambda frame: beside_questions(frame, look))
            first = drafts[0]
            asked = questions_of(station)
            drafts[0] = replace(
                first,
                fill=with_questions(first.fill, asked, look),
                notes=asked_beside(first.notes, asked[:MOST]),
            )
        return [drafts[0], *_waiting(drafts[1:])]

    return make


def _behind(group: Group, station: Station, look: DeckLook) -> Maker:
    return lambda: list(_waiting(slides_of(group, station, look)))


def _talked(station: Station, look: DeckLook) -> list[SlideDraft]:
    drafts = talk(station, look)
    return list(_waiting(drafts)) if _asks_beside(station, look) else drafts


def _waiting(drafts: list[SlideDraft]) -> Iterator[SlideDraft]:
    return (replace(draft, backup=True) for draft in drafts)
