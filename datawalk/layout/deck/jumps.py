"""Where clicks lead: from the route to the stations, from a station to what waits, and back.

A slide that clicks lead to has names, its anchors; a box names in `jump` the one it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from datawalk.layout.deck.draft import SlideDraft
from datawalk.page.document import Page

ROUTE = "route"


def first_of(number: int) -> str:
    """The anchor of the first slide of a station."""
    return f"station {number}"


def _main(number: int) -> str:
    return f"main {number}"


def _more(number: int) -> str:
    """The anchor of the first slide that waits behind a station."""
    return f"more {number}"


def anchored(drafts: Sequence[SlideDraft]) -> list[SlideDraft]:
    """The drafts with their anchors, each on one slide: one that is presented, if there is any."""
    holder: dict[str, int] = {}
    for i in sorted(range(len(drafts)), key=lambda i: drafts[i].hidden):
        for name in _names(drafts[i]):
            holder.setdefault(name, i)
    return [
        replace(
            draft,
            anchors=tuple(name for name, held in holder.items() if held == i),
            more=draft.more or _leads_on(draft, holder, i),
        )
        for i, draft in enumerate(drafts)
    ]


def _names(draft: SlideDraft) -> Iterator[str]:
    if draft.station is None:
        yield from draft.anchors
    elif draft.backup:
        yield _more(draft.station.number)
    else:
        yield first_of(draft.station.number)
        if not draft.opening:
            yield _main(draft.station.number)


def _leads_on(draft: SlideDraft, holder: dict[str, int], index: int) -> str:
    """From the main slide of a station to what waits behind it."""
    number = draft.station.number if draft.station else 0
    leads = holder.get(_main(number)) == index and _more(number) in holder
    return _more(number) if leads else ""


def leading_on(drafts: Sequence[SlideDraft], part: str) -> list[SlideDraft]:
    """The slides of a part of the session, of which the first leads to those that wait, and each of
    them back; nothing in a template, where the line would take room that they need."""
    first, *others = drafts
    if not others or first.stage.kicker is None:
        return list(drafts)
    main, more = f"main {part}", f"more {part}"
    behind = (replace(draft, anchors=(*draft.anchors, more), more=main) for draft in others)
    return [replace(first, anchors=(*first.anchors, main), more=more), *behind]


def leading_back(page: Page, draft: SlideDraft) -> Page:
    """The page of a station, whose disc leads to where people came from."""
    if draft.station is None:
        return page
    back = _main(draft.station.number) if draft.backup else ROUTE
    boxes = (replace(box, jump=back) if box.role == "disc" else box for box in page.boxes)
    return replace(page, boxes=tuple(boxes))
