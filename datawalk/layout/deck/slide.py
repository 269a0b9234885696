"""One slide: its title, stripe, disc, subtitle and foot, and the frame left for the exhibit.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from datawalk.exhibits import Exhibit
from datawalk.layout.deck.disc import disc_of
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.text import SMALLEST, height, largest, one, text_box
from datawalk.page.document import Box, Note, Page
from datawalk.page.marks import Rect
from datawalk.page.roles import BoxRole
from datawalk.page.stage import PLAIN, Frame, Stage
from datawalk.problems import NOWHERE, At
from datawalk.prose import Words
from datawalk.theme import Theme
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import Measurer
from datawalk.walk import Station
from datawalk.words import say

BAND = 10.8
"""The stripe along the upper edge (deck-direction.md, sketches)."""
SUBTITLES = (20.0, 18.0)
KICKERS = (20.0, SMALLEST)
SESSION_TITLES, ONE_LINE = (36.0, 34.0, 32.0), 0.66
"""Sizes of a title of one line, and how much of the room for two it takes."""
KICKER_LEFT = 46.0
"""Points that the disc of a station takes before the line over its title."""
SUBTITLE_SHARE = 0.33
"""Share of the body's height that the line under the title may take, or three lines."""
NUMBER_WIDE = 60.0
SOURCE_LINES = 2
LOW = 340.0
"""Points; a body that is lower has one line for the source."""
ROOMY = 340.0
"""Points under title and subtitle; where there are as many, a longer source has a third line."""


Fill = Callable[[Frame], tuple[Box, ...]]
"""Places an exhibit in the frame that the furniture of its slide leaves."""


@dataclass(frozen=True)
class SlideDraft:
    """A slide before its title is made unique. `fill` places what it `shows` in the frame.

    An `opening` begins a station or ends the session; in our own design it has a ground of its
    own, and `told` is what stands under its title. A `hidden` slide is not presented; a `backup`
    waits behind all others.
    """

    title: str
    color: str
    fill: Fill
    measurer: Measurer
    station: Station | None = None
    subtitle: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    tinted: bool = False
    foot: bool = True
    at: At = NOWHERE
    shows: tuple[Exhibit, ...] = ()
    stage: Stage = PLAIN
    section: str = ""
    hidden: bool = False
    backup: bool = False
    opening: bool = False
    told: tuple[Words, ...] = ()


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
    title = _title(draft, theme)
    low = title.y + title.h if stage.stacked else 0.0
    subtitle = _subtitle(draft, theme, max(body.y, low + 2))
    if subtitle:
        low = subtitle[0].y + subtitle[0].h
    elif reserved:
        # What slides of stations show begins at one height, with or without a line over it.
        low += 2 + SUBTITLES[0] * LEADING
    top = max(body.y, low + 10)
    source = _source(draft, theme, roomy=body.bottom - top >= ROOMY)
    bottom = source[0].y - 10 if source else body.bottom
    if not source and stage.number is None:
        bottom -= SMALLEST * LEADING * (SOURCE_LINES if reserved else 1) + 10
    frame = Frame(body.x, top, body.w, bottom - top, body.indent)
    over = (*_kicker(draft), *_disc(draft, theme, title))
    return _Parts(over, title, subtitle, source, frame)


def slide(draft: SlideDraft, theme: Theme, name: str) -> Page:
    """The page of a draft. Raises Problems where its words do not fit."""
    parts, stage = _parts(draft, theme), draft.stage
    title, under = parts.title, parts.subtitle
    boxes = (
        *under,
        *draft.fill(parts.frame),
        *parts.source,
        number_box(draft.measurer, stage, theme.muted),
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
    )


def grounds(rects: tuple[Rect, ...], role: BoxRole) -> tuple[Box, ...]:
    """What lies behind: `ground` is painted by the template itself, `panel` by us."""
    return tuple(Box(role, rect.x, rect.y, rect.w, rect.h, ink=(rect,)) for rect in rects)


def frame_of(draft: SlideDraft, theme: Theme) -> Frame:
    """The frame under a title that may still be told apart from others, to split things for."""
    return _parts(replace(draft, title=f"{draft.title} (10 of 10)"), theme).frame


def where(draft: SlideDraft) -> At:
    """The place in the file that a problem of this slide points to."""
    if draft.at != NOWHERE:
        return draft.at
    if draft.station and draft.station.at != NOWHERE:
        return draft.station.at
    name = f"station {draft.station.number}" if draft.station else "walk"
    return At(where=f"{name} › slide “{draft.title}”")


def title_fits(measurer: Measurer, title: str, stage: Stage) -> bool:
    """Whether a station's slide can carry the title in as many lines as its design has."""
    return any(_title_sizes(measurer, title, stage, _title_room(stage, numbered=True)))


def first_that_fits(measurer: Measurer, titles: Iterable[str], stage: Stage) -> str:
    """The first title that a station's slide can carry, or the last."""
    found = list(titles)
    return next((title for title in found if title_fits(measurer, title, stage)), found[-1])


def by_number(station: Station) -> str:
    """What a slide is called whose station has a question too long for its title."""
    return say("Station {number}", number=station.number)


def _title_room(stage: Stage, *, numbered: bool) -> float:
    """Width of a title in points, beside the disc of a station."""
    return stage.title.text.w if numbered else stage.title.w


def _title_sizes(measurer: Measurer, title: str, stage: Stage, room: float) -> list[float]:
    words, lines = one(title), stage.title_lines
    tall = (min(lines * size * LEADING, _title_tall(stage)) + 0.1 for size in stage.titles)
    pairs = zip(stage.titles, tall, strict=True)
    return [size for size, t in pairs if largest(measurer, words, room, t, (size,), "title")]


def _title_tall(stage: Stage) -> float:
    """Height that a title may take: its frame, and never less than its smallest lines."""
    return max(stage.title.h, stage.title_lines * stage.titles[-1] * LEADING)


def _title(draft: SlideDraft, theme: Theme) -> Box:
    stage, words = draft.stage, one(draft.title)
    room = _title_room(stage, numbered=draft.station is not None)
    sizes = _title_sizes(draft.measurer, draft.title, stage, room)
    if not sizes:
        fit(
            draft.measurer, words, room, _title_tall(stage), stage.titles[-1:], "title", "the title"
        )
    # One line in the second size reads better than two in the first.
    size = next(
        (s for s in sizes[:2] if height(draft.measurer, words, room, s, "title") < 2 * s), sizes[0]
    )
    if stage.ours and draft.station is None:
        return _session_title(draft, theme, size)
    if stage.ours:
        whole = (stage.title.right - room, stage.title.y, room, stage.title.h)
        return text_box(draft.measurer, "title", whole, words, size, theme.ink)
    tall = height(draft.measurer, words, room, size, "title")
    spare = max(0.0, stage.title.h - tall)
    down = {"top": 0.0, "middle": spare / 2, "bottom": spare}[stage.anchor]
    place = (stage.title.right - room, stage.title.y + down, room, tall)
    return text_box(draft.measurer, "title", place, words, size, stage.title_ink or theme.ink)


def _session_title(draft: SlideDraft, theme: Theme, size: float) -> Box:
    """One line, larger and lower than that of a station where it fits so."""
    frame, words = draft.stage.title, one(draft.title)
    tall = frame.h * ONE_LINE
    larger = largest(draft.measurer, words, frame.w, tall, SESSION_TITLES, "title")
    place = (frame.x, frame.y, frame.w, tall if larger else frame.h)
    return text_box(draft.measurer, "title", place, words, larger or size, theme.ink)


def _kicker(draft: SlideDraft) -> tuple[Box, ...]:
    """The line over the title: what the station is about, or the part of the session."""
    room, text = draft.stage.kicker, draft.station.kicker if draft.station else draft.section
    words = one(text)
    if not room or not words:
        return ()
    frame = room.inset(KICKER_LEFT) if draft.station else room
    size = largest(draft.measurer, words, frame.w, frame.h, KICKERS, "kicker")
    if not size:
        return ()
    box = (frame.x, frame.y, frame.w, frame.h)
    return (text_box(draft.measurer, "kicker", box, words, size, draft.color),)


def _subtitle(draft: SlideDraft, theme: Theme, y: float) -> tuple[Box, ...]:
    words = one(draft.subtitle)
    if not words:
        return ()
    body = draft.stage.body
    frame = body.text if draft.station else body
    two = SUBTITLES[0] * LEADING * 2 + 0.1
    size = largest(draft.measurer, words, frame.w, two, SUBTITLES, "subtitle")
    most = max(SMALLEST * LEADING * 3 + 0.1, body.h * SUBTITLE_SHARE)
    size = size or fit(
        draft.measurer, words, frame.w, most, (SMALLEST,), "subtitle", "the line under the title"
    )
    place = (frame.x, y, frame.w, height(draft.measurer, words, frame.w, size, "subtitle"))
    return (text_box(draft.measurer, "subtitle", place, words, size, theme.muted),)


def _source(draft: SlideDraft, theme: Theme, *, roomy: bool) -> tuple[Box, ...]:
    if not draft.foot or not draft.sources:
        return ()
    body = draft.stage.body
    room = body.w - (0.0 if draft.stage.number else NUMBER_WIDE)
    lines = SOURCE_LINES if body.h >= LOW else 1
    words = one(
        _short_source(
            draft.measurer, draft.sources, room, lines, lines + (roomy and not draft.stage.ours)
        )
    )
    tall = height(draft.measurer, words, room, SMALLEST, "source")
    if draft.stage.ours:
        tall = max(tall, SMALLEST * LEADING * SOURCE_LINES)
    place = (body.x, body.bottom - tall, room, tall)
    return (text_box(draft.measurer, "source", place, words, SMALLEST, theme.muted),)


def _short_source(
    measurer: Measurer, sources: tuple[str, ...], room: float, lines: int, most: int
) -> str:
    """All sources in so many lines; else the first ones in at most `most`, and where the rest is.

    What to take care of stands behind the sources themselves, and before who put them together.
    """
    more = say("More about the sources under “Sources and notes”.")
    firsts = (" ".join((*sources[:count], more)) for count in range(len(sources) - 1, 0, -1))
    tried = ((" ".join(sources), lines), *((text, most) for text in (*firsts, sources[0])))
    for text, count in tried:
        if (
            height(measurer, one(text), room, SMALLEST, "source")
            <= SMALLEST * LEADING * count + 0.1
        ):
            return text
    return more


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
