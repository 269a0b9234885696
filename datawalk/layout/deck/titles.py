"""Titles of which none occurs twice, so that every slide can be found by its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.heading import by_number, first_that_fits
from datawalk.words import say


def unique(drafts: Iterable[SlideDraft]) -> list[SlideDraft]:
    """The drafts under titles of which none occurs twice."""
    numbered = _told_apart(list(drafts), _part)
    return _told_apart(numbered, _station_name)


def _told_apart(
    drafts: list[SlideDraft], suffix: Callable[[SlideDraft, int, int], str]
) -> list[SlideDraft]:
    # The slide that begins a station keeps its question as it is.
    keys = [(draft.title, suffix is _part and _key(draft), draft.opening) for draft in drafts]
    total, seen = Counter(keys), Counter[object]()
    begun = set(_begun(drafts))
    presented = Counter(key for key, d in zip(keys, drafts, strict=True) if not d.backup)
    result: list[SlideDraft] = []
    for key, draft in zip(keys, drafts, strict=True):
        seen[key] += 1
        # What is presented is no part of a whole if the rest waits behind.
        whole = not draft.backup and seen[key] == presented[key] == 1
        extra = "" if whole or total[key] == 1 else suffix(draft, seen[key], total[key])
        if not extra and suffix is _part and (draft.title in begun) != draft.opening:
            extra = _station_name(draft, seen[key], total[key])
        result.append(replace(draft, title=_longer(draft, extra)))
    return result


def _begun(drafts: Iterable[SlideDraft]) -> Iterator[str]:
    """The titles that slides keep which begin a station; one that is hidden leaves its title to
    what is presented under the same."""
    found = list(drafts)
    presented = {d.title for d in found if not (d.opening or d.hidden or d.backup)}
    yield from (d.title for d in found if d.opening and not (d.hidden and d.title in presented))


def _longer(draft: SlideDraft, extra: str) -> str:
    """The title with what tells it apart; a main point too long for both gives way."""
    if not extra or draft.station is None:
        return draft.title + extra
    titles = (draft.title, draft.station.question, by_number(draft.station))
    return first_that_fits(draft.measurer, (title + extra for title in titles), draft.stage)


def _key(draft: SlideDraft) -> int:
    return draft.station.number if draft.station else 0


def _part(_draft: SlideDraft, index: int, total: int) -> str:
    part = say("{number} of {count}", number=index, count=total)
    return f" ({part})"


def _station_name(draft: SlideDraft, index: int, _total: int) -> str:
    if not draft.station:
        return f" ({index})"
    name = say("station {number}", number=draft.station.number)
    return f" ({name})"
