"""One slide: its title, stripe, disc, subtitle and foot, and the frame left for the exhibit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from datawalk.exhibits import Exhibit
from datawalk.fonts import LEADING
from datawalk.layout.deck_text import SMALLEST, height, hue, largest, one, text_box, too_wide
from datawalk.layout.page import Box, Disc, Page, Rect
from datawalk.problems import NOWHERE, At, Problems, refuse
from datawalk.prose import Words, plain
from datawalk.theme import Theme
from datawalk.walk import Station
from datawalk.words import say

WIDE, TALL = 960.0, 540.0
"""A slide of 13.333 x 7.5 in, in points."""
LEFT, RIGHT = 40.0, 920.0
TEXT_LEFT = 112.0
"""Where titles and running text begin, right of the disc."""
TOP, FOOT = 26.0, 522.0
STRIPE = 14.0
DISC = 28.0
"""Radius of the numbered disc."""
TITLES = (36.0, 32.0, 28.0)
SUBTITLES = (20.0, 18.0)
NUMBER_WIDE = 60.0
SOURCE_LINES = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """Room for an exhibit, in points."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    def inset(self, left: float) -> Frame:
        """The frame without `left` points on its left."""
        return Frame(self.x + left, self.y, self.w - left, self.h)

    @property
    def text(self) -> Frame:
        """The part in which running text stands, flush with the title."""
        return self.inset(TEXT_LEFT - LEFT)


Fill = Callable[[Frame], tuple[Box, ...]]
"""Places an exhibit in the frame that the furniture of its slide leaves."""


@dataclass(frozen=True)
class Draft:
    """A slide before its title is made unique. `fill` places what it `shows` in the frame."""

    title: str
    color: str
    fill: Fill
    station: Station | None = None
    subtitle: str = ""
    sources: tuple[str, ...] = ()
    notes: str = ""
    tinted: bool = False
    foot: bool = True
    at: At = NOWHERE
    shows: tuple[Exhibit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands around the frame, and the frame."""

    title: Box
    subtitle: tuple[Box, ...]
    source: tuple[Box, ...]
    frame: Frame


def _parts(draft: Draft, theme: Theme) -> _Parts:
    title = _title(draft, theme)
    subtitle = _subtitle(draft, theme, title.y + title.h + 4)
    source = _source(draft, theme)
    under = subtitle[0] if subtitle else title
    top = under.y + under.h + 14
    bottom = (source[0].y if source else FOOT - SMALLEST * LEADING) - 10
    return _Parts(title, subtitle, source, Frame(LEFT, top, RIGHT - LEFT, bottom - top))


def slide(draft: Draft, theme: Theme, name: str) -> Page:
    """The page of a draft. Raises Problems where its words do not fit."""
    parts = _parts(draft, theme)
    title, under = parts.title, parts.subtitle
    boxes = (*under, *draft.fill(parts.frame), *parts.source, _number(theme))
    panel = _panel(draft, theme, parts.frame.y)
    return Page(
        name=name,
        title=draft.title,
        width=WIDE,
        height=TALL,
        boxes=(*panel, _stripe(draft), title, *_disc(draft, theme, title), *boxes),
        color=draft.color,
        number=draft.station.number if draft.station else None,
        notes=draft.notes,
        shows=draft.shows,
    )


def frame_of(draft: Draft, theme: Theme) -> Frame:
    """The frame under a title that may still be told apart from others, to split things for."""
    return _parts(replace(draft, title=f"{draft.title} (10 of 10)"), theme).frame


def where(draft: Draft) -> At:
    """The place in the file that a problem of this slide points to."""
    if draft.at != NOWHERE:
        return draft.at
    if draft.station and draft.station.at != NOWHERE:
        return draft.station.at
    name = f"station {draft.station.number}" if draft.station else "walk"
    return At(where=f"{name} › slide “{draft.title}”")


def overflow(what: str, advice: str) -> Problems:
    """What to raise when words do not fit on a slide; the caller adds the place."""
    return refuse(f"{what} does not fit on a slide (deck, 13.3 x 7.5 in).", advice)


def fit(
    words: tuple[Words, ...],
    room: float,
    tall: float,
    sizes: tuple[float, ...],
    role: str,
    what: str,
) -> float:
    """The largest of `sizes` at which the words fit. Raises Problems where none does."""
    size = largest(words, room, tall, sizes, role)
    if size is not None:
        return size
    wide = too_wide(words, room, sizes[-1], role)
    if wide:
        raise overflow(f"The word “{wide}” of {what}", "Use a shorter word, or part it in two.")
    over = height(words, room, sizes[-1], role) - tall
    sample = plain(words[0])[:50]
    raise overflow(
        f"{what[:1].upper()}{what[1:]} “{sample}…”, {over / 72:.1f} in too tall at the "
        f"smallest size ({sizes[-1]:.0f} pt),",
        "Shorten it.",
    )


def title_fits(title: str) -> bool:
    """Whether a station's slide can carry the title in two lines of the smallest size."""
    least = TITLES[-1]
    tall = least * LEADING * 2 + 0.1
    return bool(largest(one(title), RIGHT - TEXT_LEFT, tall, (least,), "title"))


def _title(draft: Draft, theme: Theme) -> Box:
    words = one(draft.title)
    room = RIGHT - TEXT_LEFT if draft.station else RIGHT - LEFT
    tall = [size * LEADING * 2 + 0.1 for size in TITLES]
    sizes = [s for s, t in zip(TITLES, tall, strict=True) if largest(words, room, t, (s,), "title")]
    if not sizes:
        fit(words, room, tall[-1], TITLES[-1:], "title", "the title")
    # One line in the second size reads better than two in the first.
    size = next((s for s in sizes[:2] if height(words, room, s, "title") < 2 * s), sizes[0])
    place = (RIGHT - room, TOP, room, height(words, room, size, "title"))
    return text_box("title", place, words, size, theme.ink)


def _subtitle(draft: Draft, theme: Theme, y: float) -> tuple[Box, ...]:
    words = one(draft.subtitle)
    if not words:
        return ()
    room = RIGHT - TEXT_LEFT if draft.station else RIGHT - LEFT
    two = SUBTITLES[0] * LEADING * 2 + 0.1
    size = largest(words, room, two, SUBTITLES, "subtitle")
    three = SMALLEST * LEADING * 3 + 0.1
    size = size or fit(words, room, three, (SMALLEST,), "subtitle", "the line under the title")
    place = (RIGHT - room, y, room, height(words, room, size, "subtitle"))
    return (text_box("subtitle", place, words, size, theme.muted),)


def _source(draft: Draft, theme: Theme) -> tuple[Box, ...]:
    if not draft.foot or not draft.sources:
        return ()
    room = RIGHT - LEFT - NUMBER_WIDE
    words = one(_short_source(draft.sources, room))
    tall = height(words, room, SMALLEST, "source")
    return (text_box("source", (LEFT, FOOT - tall, room, tall), words, SMALLEST, theme.muted),)


def _short_source(sources: tuple[str, ...], room: float) -> str:
    """All sources in two lines, else the first and where the rest is, else only where."""
    more = say("More about the sources on the last slide.")
    tall = SMALLEST * LEADING * SOURCE_LINES + 0.1
    for text in (" ".join(sources), f"{sources[0]} {more}", more):
        if height(one(text), room, SMALLEST, "source") <= tall:
            return text
    return more


def _number(theme: Theme) -> Box:
    tall = SMALLEST * LEADING
    place = (RIGHT - NUMBER_WIDE + 10, FOOT - tall, NUMBER_WIDE - 10, tall)
    return text_box("number", place, one("0"), SMALLEST, theme.muted)


def _panel(draft: Draft, theme: Theme, top: float) -> tuple[Box, ...]:
    if not draft.tinted:
        return ()
    place = (0.0, top - 4, WIDE, TALL - top + 4)
    return (Box("panel", *place, ink=(Rect(*place, fill=theme.tint),)),)


def _stripe(draft: Draft) -> Box:
    return Box("stripe", 0, 0, STRIPE, TALL, ink=(Rect(0, 0, STRIPE, TALL, fill=draft.color),))


def _disc(draft: Draft, theme: Theme, title: Box) -> tuple[Box, ...]:
    """The station's number, in the middle of the title's first line."""
    if draft.station is None:
        return ()
    size = title.type.body if title.type else TITLES[0]
    middle = TOP + size * LEADING / 2
    return (disc(draft.station, (LEFT + DISC, middle), DISC, draft.color, theme),)


def disc(
    station: Station, centre: tuple[float, float], radius: float, color: str, theme: Theme
) -> Box:
    """A disc with the station's number; `centre` and `radius` in points."""
    x, y = centre
    place = (x - radius, y - radius, 2 * radius, 2 * radius)
    size = max(SMALLEST, round(radius * 1.15))
    words = text_box("disc", place, one(str(station.number)), size, hue("paper", theme, color))
    return replace(words, ink=(Disc(x, y, radius, color), *words.ink))
