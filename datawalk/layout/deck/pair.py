"""Two exhibits of half a slide's width side by side, as an author's own slides may have them.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from datawalk.exhibits import Stat
from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.shown import Group
from datawalk.layout.deck.single import slides_of
from datawalk.layout.deck.slide import frame_alone
from datawalk.layout.deck.text import BODY, SMALLEST, height, text_box
from datawalk.page.document import Box
from datawalk.page.stage import Frame
from datawalk.problems import Problems
from datawalk.prose import Run
from datawalk.typography.fonts import LEADING
from datawalk.walk import Station

GAP, UNDER = 36.0, 8.0
"""Between both, and under the heading of one."""
HEADS, HEAD_TALL = (BODY, 20.0, SMALLEST), 4 * SMALLEST * LEADING + 1


def paired(groups: Iterable[Group]) -> Iterator[Group]:
    """The groups; neighbours that are both written with half the width are one."""
    waiting: Group = ()
    for group in groups:
        half = len(group) == 1 and group[0].span == "half"
        if half and waiting:
            yield (*waiting, *group)
            waiting = ()
            continue
        if waiting:
            yield waiting
        waiting = group if half else ()
        if not half:
            yield group
    if waiting:
        yield waiting


def is_pair(group: Group) -> bool:
    """Whether these are two halves of a slide."""
    return len(group) == 2 and all(exhibit.span == "half" for exhibit in group)


def side_by_side(group: Group, station: Station, look: DeckLook) -> list[SlideDraft]:
    """One slide under the title of its part; a slide for each where both have no room on one.

    Raises Problems for what fits on none.
    """
    apart = [slides_of((exhibit,), station, look) for exhibit in group]
    alone = [draft for drafts in apart for draft in drafts]
    if len(alone) != len(group):
        return alone
    first, second = alone
    whole = replace(
        first,
        title=station.question,
        subtitle="",
        sources=tuple(dict.fromkeys((*first.sources, *second.sources))),
        notes=(*first.notes, *(note for note in second.notes if note not in first.notes)),
        shows=group,
        alt="",
        fill=lambda frame: tuple(_halves(alone, station.question, frame, look)),
    )
    try:
        whole.fill(frame_alone(whole, look.theme))
    except Problems:
        return alone
    return [whole]


def _halves(drafts: list[SlideDraft], title: str, frame: Frame, look: DeckLook) -> Iterator[Box]:
    wide = (frame.w - GAP) / 2
    heads = [_head_of(draft, title) for draft in drafts]
    talls = [_head_tall(head, wide, look) for head in heads]
    low = frame.y + max(talls)
    for i, (draft, head) in enumerate(zip(drafts, heads, strict=True)):
        x = frame.x + i * (wide + GAP)
        if head:
            yield _head(head, Frame(x, frame.y, wide, max(talls) - UNDER, 0), look)
        yield from draft.fill(Frame(x, low, wide, frame.bottom - low, 0))


def _head_of(draft: SlideDraft, title: str) -> str:
    """What its own slide would be called, unless the title says it, or its number."""
    (shown,) = draft.shows
    told = shown.heading if isinstance(shown, Stat) else draft.title
    return "" if told == title else told


def _head_tall(head: str, wide: float, look: DeckLook) -> float:
    """Room for a heading, with what stays free under it."""
    if not head:
        return 0.0
    words = ((Run(head, bold=True),),)
    size = fit(look.measurer, words, wide, HEAD_TALL, HEADS, "card", "the heading")
    return height(look.measurer, words, wide, size, "card") + UNDER


def _head(head: str, place: Frame, look: DeckLook) -> Box:
    words = ((Run(head, bold=True),),)
    size = fit(look.measurer, words, place.w, place.h, HEADS, "card", "the heading")
    spot = (place.x, place.y, place.w, place.h)
    return text_box(look.measurer, "card", spot, words, size, look.theme.ink)
