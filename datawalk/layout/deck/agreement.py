"""One size for the titles of a role through a deck: the largest that all of them need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from datawalk.layout.deck.beside import Asking
from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.heading import in_one_line, title_size
from datawalk.layout.deck.opener import opener_size
from datawalk.layout.deck.slide import frame_alone
from datawalk.theme import Theme

Group = tuple[str, object]
"""What titles look alike for, and where they stand."""
LEAST_ASKED = 22.0
"""Points; the least common size of questions beside what they ask about."""


def agreed(drafts: Iterable[SlideDraft]) -> list[SlideDraft]:
    """The drafts with the size that the titles of their role have in common.

    A title that fits in no size keeps its own, which tells how much too long it is.
    """
    found = list(drafts)
    sizes = [_own_size(draft) for draft in found]
    common: dict[Group, float] = {}
    for draft, size in zip(found, sizes, strict=True):
        if size:
            group = _group(draft)
            common[group] = min(size, common.get(group, size))
    return [
        replace(draft, size=common[_group(draft)]) if size else draft
        for draft, size in zip(found, sizes, strict=True)
    ]


def asked_alike(drafts: Sequence[SlideDraft], theme: Theme) -> tuple[list[SlideDraft], float]:
    """The drafts with questions of one size beside what they ask about, and that size.

    Questions too long for a size that is read from the back of a room keep their own.
    """
    asking = [(draft, draft.fill) for draft in drafts if isinstance(draft.fill, Asking)]
    found = [fill.largest(frame_alone(draft, theme)) for draft, fill in asking if not draft.hidden]
    least = min(LEAST_ASKED, max(found, default=0.0))
    most = min((size for size in found if size >= least), default=0.0) or LEAST_ASKED
    return [
        replace(draft, fill=replace(draft.fill, most=most))
        if isinstance(draft.fill, Asking)
        else draft
        for draft in drafts
    ], most


def _own_size(draft: SlideDraft) -> float:
    return opener_size(draft) if _apart(draft) else in_one_line(draft) or title_size(draft)


def _apart(draft: SlideDraft) -> bool:
    """Whether a slide has a ground and a title of its own."""
    return draft.opening and draft.stage.ours


def _group(draft: SlideDraft) -> Group:
    if _apart(draft):
        kind = "parting" if draft.station is None else "number" if draft.shows else "question"
    else:
        alone = in_one_line(draft) if draft.stage.ours else draft.station is None
        kind = "session" if alone else "title"
    return kind, draft.stage.title
