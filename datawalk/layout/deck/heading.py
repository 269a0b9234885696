"""What stands over the frame of a slide: its title, the line over it and the line under it.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable

from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.text import SMALLEST, height, largest, one, text_box
from datawalk.page.document import Box
from datawalk.page.roles import BoxRole
from datawalk.page.stage import Stage
from datawalk.theme import TEXT, Theme, contrast
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import Measurer
from datawalk.walk import Station
from datawalk.words import say

SUBTITLES = (20.0, 18.0)
KICKERS = (20.0, SMALLEST)
SESSION_TITLES, ONE_LINE = (36.0, 34.0, 32.0), 0.66
"""Sizes of a title of one line, and how much of the room for two it takes."""
MOST_PARTS = " (10 of 10)"
"""What tells the slides of one exhibit apart, at its longest."""
KICKER_LEFT = 46.0
"""Points that the disc of a station takes before the line over its title."""
SUBTITLE_SHARE = 0.33
"""Share of the body's height that the line under the title may take, or three lines."""
_TWO = SUBTITLES[0] * LEADING * 2 + 0.1


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


def title_size(draft: SlideDraft) -> float:
    """The largest size at which the title of a slide fits in its lines; 0 where none does."""
    room = _title_room(draft.stage, numbered=draft.station is not None)
    return next(iter(_title_sizes(draft.measurer, draft.title, draft.stage, room)), 0.0)


def in_one_line(draft: SlideDraft) -> float:
    """The size of a title of the session, larger than that of a station where one line holds it.

    0 where it does not, and in a template.
    """
    stage = draft.stage
    if not stage.ours or draft.station is not None:
        return 0.0
    words, tall = one(draft.title), stage.title.h * ONE_LINE
    return largest(draft.measurer, words, stage.title.w, tall, SESSION_TITLES, "title") or 0.0


def title_box(draft: SlideDraft, theme: Theme) -> Box:
    """The title in the size of its role. Raises Problems where it does not fit."""
    stage, words = draft.stage, one(draft.title)
    room = _title_room(stage, numbered=draft.station is not None)
    size = draft.size or in_one_line(draft) or title_size(draft)
    if not size:
        size, tall = stage.titles[-1], _title_tall(stage)
        fit(draft.measurer, words, room, tall, (size,), "title", "the title")
    if stage.ours:
        tall = stage.title.h * (ONE_LINE if in_one_line(draft) else 1)
        whole = (stage.title.right - room, stage.title.y, room, tall)
        return text_box(draft.measurer, "title", whole, words, size, theme.ink)
    tall = height(draft.measurer, words, room, size, "title")
    spare = max(0.0, stage.title.h - tall)
    down = {"top": 0.0, "middle": spare / 2, "bottom": spare}[stage.anchor]
    place = (stage.title.right - room, stage.title.y + down, room, tall)
    role: BoxRole = "opener" if stage.opens else "title"
    return text_box(draft.measurer, role, place, words, size, stage.title_ink or theme.ink)


def kicker(draft: SlideDraft, theme: Theme) -> tuple[Box, ...]:
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
    seen = contrast(draft.color, theme.paper) >= TEXT
    color = draft.color if seen else theme.ink
    return (text_box(draft.measurer, "kicker", box, words, size, color),)


def under_fits(measurer: Measurer, text: str, stage: Stage, lines: int) -> bool:
    """Whether a station's slide has room for a text under its title, in one or two lines."""
    tall = SUBTITLES[0] * LEADING * lines + 0.1
    return bool(largest(measurer, one(text), stage.body.text.w, tall, SUBTITLES, "subtitle"))


def subtitle(draft: SlideDraft, theme: Theme, y: float) -> tuple[Box, ...]:
    """The line under the title from `y` points on. Raises Problems where it does not fit."""
    words = one(draft.subtitle)
    if not words:
        return ()
    body = draft.stage.body
    frame = body.text if draft.station else body
    size = largest(draft.measurer, words, frame.w, _TWO, SUBTITLES, "subtitle")
    most = max(SMALLEST * LEADING * 3 + 0.1, body.h * SUBTITLE_SHARE)
    size = size or fit(
        draft.measurer, words, frame.w, most, (SMALLEST,), "subtitle", "the line under the title"
    )
    place = (frame.x, y, frame.w, height(draft.measurer, words, frame.w, size, "subtitle"))
    return (text_box(draft.measurer, "subtitle", place, words, size, theme.muted),)
