"""One slide: its title, stripe, disc, subtitle and foot, and the frame left for the exhibit.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk.layout.deck.credit import NUMBER_WIDE, SOURCE_LINES, credit
from datawalk.layout.deck.disc import disc_of
from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.heading import MOST_PARTS, SUBTITLES, kicker, subtitle, title_box
from datawalk.layout.deck.more import more, more_tall
from datawalk.layout.deck.text import SMALLEST, one, text_box
from datawalk.page.document import Box, Note, Page
from datawalk.page.marks import Rect
from datawalk.page.roles import BoxRole
from datawalk.page.stage import Frame, Stage
from datawalk.problems import NOWHERE, At, Problems
from datawalk.theme import Theme
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import Measurer
from datawalk.words import say

BAND = 10.8
"""The stripe along the upper edge (deck-direction.md, sketches)."""
ROOMY = 340.0
"""Points under title and subtitle; where there are as many, a longer source has a third line."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands around the frame, and the frame."""

    over: tuple[Box, ...]
    title: Box
    subtitle: tuple[Box, ...]
    source: tuple[Box, ...]
    frame: Frame


def _parts(draft: SlideDraft, theme: Theme) -> _Parts:
    stage, body = draft.stage, draft.stage.body
    reserved = bool(stage.ours and draft.station and draft.foot)
    title = title_box(draft, theme)
    low = title.y + title.h if stage.stacked else 0.0
    under = subtitle(draft, theme, max(body.y, low + 2))
    if under:
        low = under[0].y + under[0].h
    elif reserved:
        # What slides of stations show begins at one height, with or without a line over it.
        low += 2 + SUBTITLES[0] * LEADING
    top = max(body.y, low + 10)
    source = credit(draft, theme, roomy=body.bottom - top >= ROOMY)
    bottom = source[0].y - 10 if source else body.bottom
    if not source:
        number = SMALLEST * LEADING * (SOURCE_LINES if reserved else 1) + 10
        bottom -= number if stage.number is None else more_tall(draft)
    frame = Frame(body.x, top, body.w, bottom - top, body.indent)
    over = (*kicker(draft, theme), *_disc(draft, theme, title))
    return _Parts(over, title, under, source, frame)


def slide(draft: SlideDraft, theme: Theme, name: str) -> Page:
    """The page of a draft. Raises Problems where its words do not fit.

    Where a template has too little room, the line under the title goes to the notes.
    """
    try:
        return _slide(draft, theme, name)
    except Problems:
        if draft.stage.ours or not draft.subtitle:
            raise
        return _slide(_untold(draft), theme, name)


def _untold(draft: SlideDraft) -> SlideDraft:
    """Without the line under its title, which the speaker is told."""
    note = Note(say("What it is"), (draft.subtitle,))
    return replace(draft, subtitle="", notes=(*draft.notes, note))


def _slide(draft: SlideDraft, theme: Theme, name: str) -> Page:
    parts, stage = _parts(draft, theme), draft.stage
    title, under = parts.title, parts.subtitle
    boxes = (
        *under,
        *draft.fill(parts.frame),
        *more(draft, theme),
        *parts.source,
        *(() if stage.numbered else (number_box(draft.measurer, stage, theme.muted),)),
    )
    behind = (*grounds(stage.grounds, "ground"), *grounds(stage.cards, "panel"))
    behind = (*behind, *_panel(draft, theme, parts.frame), *_stripe(draft))
    return page_of(draft, name, (*behind, title, *parts.over, *boxes))


def page_of(draft: SlideDraft, name: str, boxes: tuple[Box, ...]) -> Page:
    """The boxes of a draft as a page, with what else is known of it."""
    return Page(
        name=name,
        title=draft.title,
        width=draft.stage.width,
        height=draft.stage.height,
        boxes=boxes,
        color=draft.color,
        number=draft.station.number if draft.station else None,
        notes=draft.notes,
        shows=draft.shows,
        section=draft.section,
        hidden=draft.hidden,
        anchors=draft.anchors,
    )


def grounds(rects: tuple[Rect, ...], role: BoxRole) -> tuple[Box, ...]:
    """What lies behind: `ground` is painted by the template itself, `panel` by us."""
    return tuple(Box(role, rect.x, rect.y, rect.w, rect.h, ink=(rect,)) for rect in rects)


def frame_alone(draft: SlideDraft, theme: Theme) -> Frame:
    """The frame under a title that stands on one slide alone."""
    return _parts(draft, theme).frame


def frame_of(draft: SlideDraft, theme: Theme) -> Frame:
    """The frame under a title that may still be told apart from others, to split things for.

    A longer title may be set smaller, and so leave more room than the one that it was.
    """
    told_apart = replace(draft, title=draft.title + MOST_PARTS)
    frames = [_parts(one_of, theme).frame for one_of in (draft, told_apart)]
    return min(frames, key=lambda frame: frame.h)


def where(draft: SlideDraft) -> At:
    """The place in the file that a problem of this slide points to."""
    if draft.at != NOWHERE:
        return draft.at
    if draft.station and draft.station.at != NOWHERE:
        return draft.station.at
    name = f"station {draft.station.number}" if draft.station else "walk"
    return At(where=f"{name} › slide “{draft.title}”")


def number_box(measurer: Measurer, stage: Stage, color: str) -> Box:
    """The number of the slide, in `color` where the stage has none of its own."""
    tall, body = SMALLEST * LEADING, stage.body
    wide = NUMBER_WIDE - 10
    spot = stage.number or Frame(body.right - wide, body.bottom - tall, wide, tall)
    y = min(spot.y + (spot.h - tall) / 2, stage.height - tall)
    place = (spot.x, y, spot.w, tall)
    return text_box(measurer, "number", place, one("0"), SMALLEST, stage.number_ink or color)


def _panel(draft: SlideDraft, theme: Theme, frame: Frame) -> tuple[Box, ...]:
    """The tint behind a talk: to the edges in our design, inside the body of a template."""
    if not draft.tinted:
        return ()
    stage = draft.stage
    rect = Rect(0.0, frame.y - 4, stage.width, stage.height - frame.y + 4, fill=theme.tint)
    if not stage.ours:
        x, y, w, h = frame.x, frame.y, frame.w, frame.h
        rect = Rect(x, y, w, h, fill=theme.tint, radius=8)
    return grounds((rect,), "panel")


def _stripe(draft: SlideDraft) -> tuple[Box, ...]:
    """The station's colour along the upper edge; a template has its own furniture."""
    if not draft.stage.ours:
        return ()
    place = (0.0, 0.0, draft.stage.width, BAND)
    return (Box("stripe", *place, ink=(Rect(*place, fill=draft.color),)),)


def _disc(draft: SlideDraft, theme: Theme, title: Box) -> tuple[Box, ...]:
    if draft.station is None:
        return ()
    return (disc_of(draft.measurer, draft.station, draft.stage, title, draft.color, theme),)
