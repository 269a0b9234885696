"""The first slide in our own design, and what its words need in any."""

from __future__ import annotations

from datawalk.exhibits import Picture
from datawalk.layout.deck.fit import fit as fit_words
from datawalk.layout.deck.moderation import asked_in
from datawalk.layout.deck.path import path
from datawalk.layout.deck.photo import filled
from datawalk.layout.deck.text import BODY, SMALLEST, height, one, text_box
from datawalk.page.document import Box, Note, Page
from datawalk.page.marks import Disc, Photo, Rect
from datawalk.page.roles import BoxRole
from datawalk.page.stage import MARGIN, NARROW, TALL, Frame, Stage
from datawalk.problems import At, Problems
from datawalk.prose import Words
from datawalk.theme import Theme, mix
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import Measurer
from datawalk.walk import Walk
from datawalk.words import say, with_state

FIELD = 0.648
"""Share of the cover's height that its coloured field takes."""
COVER_LEFT = 64.0
COVER_SIZES = (80.0, 72.0, 66.0, 60.0, 54.0, 48.0, 40.0, 32.0)
LOGO = 64.0
HALF, NARROW_HALF = 0.5, 0.6
"""Shares of the width that the words have beside the way, on slides of 16:9 and narrower ones."""
TITLE_AT, TITLE_HIGH = 62.0, 190.0
BESIDE_SIZES = (54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, BODY)
PALE = 0.55
BESIDE = 600.0
"""Points; in a frame that is narrower logos stand under the words about the event."""


def cover(measurer: Measurer, walk: Walk, theme: Theme, stage: Stage) -> Page:
    """The first slide of our own design: the words beside the way of the walk.

    Words that are too long for that have the whole width. Raises Problems where they do not fit.
    """
    try:
        boxes = _beside(measurer, walk, theme, stage)
    except Problems:
        return _over(measurer, walk, theme, stage)
    color = theme.pillar("welcome")
    return Page("slide 1", walk.title, stage.width, stage.height, boxes, color, notes=welcome(walk))


def halves(stage: Stage) -> tuple[Frame, Frame]:
    """The dark part of the slide and the light one beside it."""
    wide = round(stage.width * (HALF if stage.width >= NARROW else NARROW_HALF))
    return (
        Frame(0, 0, wide, stage.height, 0),
        Frame(wide, 0, stage.width - wide, stage.height, 0),
    )


def _beside(measurer: Measurer, walk: Walk, theme: Theme, stage: Stage) -> tuple[Box, ...]:
    dark, light = halves(stage)
    unit, left = stage.height / TALL, stage.title.x
    room = dark.w - left - 24
    title, place = one(walk.title), one(with_state(walk.place.full))
    top, tall = TITLE_AT * unit, TITLE_HIGH * unit
    size = fit_words(measurer, title, room, tall, BESIDE_SIZES, "cover", "the title of the walk")
    low = top + tall + 14
    sizes = (BODY, 20.0, SMALLEST)
    small = fit_words(measurer, place, room, 60 * unit, sizes, "place", "the name of the place")
    high = height(measurer, place, room, small, "place")
    under = Frame(left, low + 22 + high + 30, room, stage.height - 34 - low - 52 - high, 0)
    bar = Rect(left, low, 72, 6, fill=mix(theme.accent, theme.paper, PALE), radius=3)
    field = Rect(dark.x, dark.y, dark.w, dark.h, fill=theme.pillar("welcome"))
    told = event(measurer, walk, theme.paper, theme.paper, under, logos=False)
    return (
        Box("panel", dark.x, dark.y, dark.w, dark.h, (field, bar)),
        text_box(measurer, "cover", (left, top, room, tall), title, size, theme.paper),
        text_box(measurer, "place", (left, low + 22, room, high), place, small, theme.paper),
        *told,
        *_way(measurer, walk, theme, light),
    )


def _way(measurer: Measurer, walk: Walk, theme: Theme, light: Frame) -> tuple[Box, ...]:
    """The picture of the event, else the way; over the logos on a white foot if there are any."""
    if not walk.event.logos:
        return _shown(measurer, walk, theme, light)
    foot = LOGO + 40
    over = Frame(light.x, light.y, light.w, light.h - foot, 0)
    under = Frame(light.x + 24, over.bottom, light.w - 48, foot - 20, 0)
    return (*_shown(measurer, walk, theme, over), *logos(walk, under))


def _shown(measurer: Measurer, walk: Walk, theme: Theme, room: Frame) -> tuple[Box, ...]:
    picture = walk.event.picture
    if picture is None:
        return path(walk.stations, room, measurer, theme)
    return (filled(picture, room),)


def _over(measurer: Measurer, walk: Walk, theme: Theme, stage: Stage) -> Page:
    color = theme.pillar("welcome")
    tall = round(stage.height * FIELD)
    place = (0.0, 0.0, stage.width, float(tall))
    field = Box("panel", *place, ink=(Rect(*place, fill=color),))
    room = Frame(COVER_LEFT, 0, stage.width - MARGIN - COVER_LEFT, tall)
    under = Frame(COVER_LEFT, tall + 44, room.w, stage.height - 24 - tall - 44)
    try:
        words = (
            *_cover_words(measurer, walk, theme, room),
            *event(measurer, walk, theme.ink, theme.muted, under),
        )
    except Problems as found:
        raise at_title(found) from None
    boxes = (field, *words, _stations_row(walk, theme, room), *logos(walk, under))
    size = (stage.width, stage.height)
    return Page("slide 1", walk.title, *size, boxes, color, notes=welcome(walk))


def at_title(found: Problems) -> Problems:
    """Problems of the first slide, with their place in the walk."""
    return Problems(problem.located(At(where="title")) for problem in found.problems)


def welcome(walk: Walk) -> tuple[Note, ...]:
    """What is said while the first slide is up."""
    named = ", ".join(part for part in (walk.title, walk.event.date, walk.event.venue) if part)
    begin = say("Welcome people while they come in, and show them where to sit. Say what this is.")
    link = (Note(say("Link"), (walk.event.link,)),) if walk.event.link else ()
    return (Note(say("Say"), (begin, named)), *asked_in("title"), *link)


def _cover_words(measurer: Measurer, walk: Walk, theme: Theme, frame: Frame) -> tuple[Box, ...]:
    """Title and place at the foot of the coloured field."""
    room, title, place = frame.w, one(walk.title), one(with_state(walk.place.full))
    most = frame.h * 0.6
    flat = next((s for s in COVER_SIZES if height(measurer, title, room, s, "cover") < s * 2), None)
    one_line = flat if flat and flat >= 54 else None
    size = one_line or fit_words(
        measurer, title, room, most, COVER_SIZES, "cover", "the title of the walk"
    )
    tall = height(measurer, title, room, size, "cover")
    sizes = (28.0, 24.0, 20.0, SMALLEST)
    small = fit_words(measurer, place, room, 28 * LEADING, sizes, "place", "the name of the place")
    base = frame.h - 46 - 28 * LEADING
    spot, where = (frame.x, base - 8 - tall, room, tall), (frame.x, base, room, 28 * LEADING)
    return (
        text_box(measurer, "cover", spot, title, size, theme.paper),
        text_box(measurer, "place", where, place, small, theme.paper),
    )


def event(
    measurer: Measurer, walk: Walk, ink: str, muted: str, frame: Frame, *, logos: bool = True
) -> tuple[Box, ...]:
    """Date and venue, and who invites, from the top of the frame; its `logos` leave room.

    Raises Problems at the line of the event that does not fit.
    """
    shown = walk.event.logos if logos else ()
    beside = shown and frame.w >= BESIDE
    room = frame.w * (0.62 if beside else 1)
    lowest = frame.bottom - (LOGO + 8 if shown and not beside else 0)
    when = (*one(walk.event.date), *one(walk.event.venue))
    hosts = one(" · ".join(walk.event.hosts))
    least = height(measurer, hosts, room, SMALLEST, "hosts") + height(
        measurer, when, room, SMALLEST, "event"
    )
    if least + 8 > lowest - frame.y and any(part.name == "hosts" for part in walk.session):
        hosts = ()  # They have a slide of their own.
    boxes: list[Box] = []
    y = frame.y
    if when and hosts:
        # The hosts keep room for their words in the smallest type.
        least = height(measurer, hosts, room, SMALLEST, "hosts") + 8
        most = max(lowest - y - least, height(measurer, when, room, SMALLEST, "event"))
    else:
        most = lowest - y
    lines: tuple[tuple[BoxRole, tuple[Words, ...], tuple[float, ...], str], ...] = (
        ("event", when, (26.0, 24.0, 20.0, SMALLEST), ink),
        ("hosts", hosts, (20.0, SMALLEST), muted),
    )
    for role, words, sizes, color in lines:
        if words:
            left = most if role == "event" else lowest - y
            try:
                said = "the line about the event"
                size = fit_words(measurer, words, room, left, sizes, role, said)
            except Problems as found:
                raise _at_event(found, walk, role) from None
            tall = height(measurer, words, room, size, role)
            boxes.append(text_box(measurer, role, (frame.x, y, room, tall), words, size, color))
            y += tall + 8
    return tuple(boxes)


def _at_event(found: Problems, walk: Walk, role: BoxRole) -> Problems:
    """Problems of a line about the event, with the setting that says most of it."""
    key = "date" if len(walk.event.date) > len(walk.event.venue) else "venue"
    at = At(where=f"event › {'hosts' if role == 'hosts' else key}")
    return Problems(problem.located(at) for problem in found.problems)


def _stations_row(walk: Walk, theme: Theme, frame: Frame) -> Box:
    """A disc in the colour of each station on the edge of the field."""
    r, step = 13.0, min(40.0, frame.w / max(1, len(walk.stations)))
    ink: list[Disc] = []
    for i, station in enumerate(walk.stations):
        x = frame.x + r + i * step
        ink += [
            Disc(x, frame.h, r + 3, theme.paper),
            Disc(x, frame.h, r, theme.pillar(station.pillar)),
        ]
    return Box("panel", frame.x, frame.h - r, step * len(walk.stations), 2 * r, tuple(ink))


def logos(walk: Walk, frame: Frame) -> tuple[Box, ...]:
    """Logos in a row at the right of a frame, or at its foot, each as tall as the others."""
    boxes: list[Box] = []
    beside = frame.w >= BESIDE
    room = frame.w * (0.34 if beside else 1) / max(1, len(walk.event.logos))
    top = frame.y + 16 if beside else frame.bottom - LOGO
    x = frame.right
    for logo in reversed(walk.event.logos):
        scale = min(LOGO / logo.height, (room - 16) / logo.width)
        w, h = logo.width * scale, logo.height * scale
        x -= w
        y = top + (LOGO - h) / 2
        boxes.append(_logo(logo, Frame(x, y, w, h)))
        x -= 16
    return tuple(reversed(boxes))


def _logo(logo: Picture, frame: Frame) -> Box:
    place = (frame.x, frame.y, frame.w, frame.h)
    return Box("picture", *place, ink=(Photo(*place, logo.data),), exhibit=logo)
