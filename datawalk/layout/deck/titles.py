"""Titles of which none occurs twice, so that every slide can be found by its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from datawalk.layout.deck.slide import Draft, by_number, first_that_fits
from datawalk.words import say


def unique(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts under titles of which none occurs twice."""
    numbered = _told_apart(list(drafts), _part)
    return _told_apart(numbered, _station_name)


def _told_apart(drafts: list[Draft], suffix: Callable[[Draft, int, int], str]) -> list[Draft]:
    # The slide that begins a station keeps its question as it is.
    keys = [(draft.title, suffix is _part and _key(draft), draft.opening) for draft in drafts]
    total, seen = Counter(keys), Counter[object]()
    begun = {draft.title for draft in drafts if draft.opening}
    result: list[Draft] = []
    for key, draft in zip(keys, drafts, strict=True):
        seen[key] += 1
        extra = suffix(draft, seen[key], total[key]) if total[key] > 1 else ""
        if not extra and draft.title in begun and not draft.opening:
            extra = f" ({say('more')})"
        result.append(replace(draft, title=_longer(draft, extra)))
    return result


def _longer(draft: Draft, extra: str) -> str:
    """The title with what tells it apart; a main point too long for both gives way."""
    if not extra or draft.station is None:
        return draft.title + extra
    titles = (draft.title, draft.station.question, by_number(draft.station))
    return first_that_fits(draft.measurer, (title + extra for title in titles), draft.stage)


def _key(draft: Draft) -> int:
    return draft.station.number if draft.station else 0


def _part(_draft: Draft, index: int, total: int) -> str:
    part = say("{number} of {count}", number=index, count=total)
    return f" ({part})"


def _station_name(draft: Draft, index: int, _total: int) -> str:
    if not draft.station:
        return f" ({index})"
    name = say("station {number}", number=draft.station.number)
    return f" ({name})"
