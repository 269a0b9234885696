"""The way from station to station as a ring of discs: groups begin anywhere and walk on.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from datawalk.layout.deck.disc import disc
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit, overflow
from datawalk.layout.deck.jumps import first_of
from datawalk.layout.deck.text import BODY, SMALLEST, height, one, text_box, too_wide
from datawalk.page.document import Box
from datawalk.page.marks import Disc, Rect
from datawalk.page.stage import Frame
from datawalk.prose import Run, Words
from datawalk.theme import mix
from datawalk.typography.fonts import LEADING
from datawalk.walk import Station
from datawalk.words import say, say_many

LEAST, MOST = 3, 12
"""Stations that a ring may have."""
RADIUS, SMALL, DOT, APART, PALE = 27.0, 20.0, 3.4, 16.0, 0.55
ROOMY = 780.0
"""Points; on a slide that is narrower, discs are small."""
PAD, GAP, UNDER = 18.0, 12.0, 4.0
STRIP, STRIP_DISC = 32.0, 13.0
"""Under the ring, for stations where all are together: the height, and the radius of discs."""
SIZES = (22.0, 20.0, SMALLEST)


@dataclass(frozen=True, slots=True)
class _RouteRow:
    """Stations side by side, from left to right: their words stand under their discs, or over."""

    stations: tuple[Station, ...]
    middle: float
    below: bool


def walked(stations: Sequence[Station]) -> tuple[Station, ...]:
    """Those that groups go to in turn: at the first and the last all are together."""
    return tuple(s for s in stations if s.pillar not in ("welcome", "vision"))


def round_trip(stations: Sequence[Station], frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """Discs on a dotted way, which lead to their stations, over those that are no part of it.

    Raises Problems where it has no room.
    """
    ring = walked(stations)
    if not LEAST <= len(ring) <= MOST:
        raise overflow("The way as a ring", "A list tells it.")
    apart = tuple(station for station in stations if station not in ring)
    strip = STRIP if apart else 0.0
    over = replace(frame, h=frame.h - strip)
    under = Frame(frame.x, over.bottom, frame.w, strip, 0)
    held = [*_ring(ring, over, look), *_apart(apart, under, look)]
    return tuple(sorted(held, key=lambda box: _place_of(box, stations)))


def _place_of(box: Box, stations: Sequence[Station]) -> int:
    """The ground first, then what belongs to each station, then the rest: as it is read."""
    if box.role == "panel":
        return -1
    jumps = [first_of(station.number) for station in stations]
    return jumps.index(box.jump) if box.jump else len(stations)


def _ring(ring: tuple[Station, ...], frame: Frame, look: DeckLook) -> list[Box]:
    each, r = -(-len(ring) // 2), _radius(frame)
    top = frame.y + r + UNDER + DOT
    low = frame.bottom - r - UNDER - DOT
    rows = (_RouteRow(ring[:each], top, True), _RouteRow(ring[each:][::-1], low, False))
    wide = (frame.w - 2 * PAD) / each
    room = wide - GAP
    line, line_size, line_tall = _walk_on(ring, frame, look)
    tall = (low - top - line_tall) / 2 - r - UNDER - GAP / 2
    size = _size(ring, room, tall, look)
    boxes = [_ground(frame, top, low, rows, wide, look)]
    for row in rows:
        boxes += _row(row, frame, (wide, room, size), look)
    place = (frame.x + 2 * PAD, (top + low - line_tall) / 2, frame.w - 4 * PAD, line_tall)
    color = look.theme.pillar("welcome")
    return [*boxes, text_box(look.measurer, "person", place, line, line_size, color)]


def _apart(apart: Sequence[Station], frame: Frame, look: DeckLook) -> list[Box]:
    """The stations where all are together, as small discs before what says so."""
    if not apart:
        return []
    boxes: list[Box] = []
    x, middle = frame.x, frame.bottom - STRIP_DISC
    for station in apart:
        color = look.theme.pillar(station.pillar)
        spot = (x + STRIP_DISC, middle)
        made = disc(look.measurer, station, spot, STRIP_DISC, color, look.theme)
        boxes.append(replace(made, jump=first_of(station.number)))
        x += 2 * STRIP_DISC + UNDER
    named = ", ".join(str(station.number) for station in apart)
    told = say_many(
        "Station {numbers}: all of us together.",
        "Stations {numbers}: all of us together.",
        len(apart),
        numbers=named,
    )
    place = (x + UNDER, middle - STRIP_DISC, frame.right - x - UNDER, 2 * STRIP_DISC)
    size = fit(look.measurer, one(told), place[2], place[3], (SMALLEST,), "row", "the stations")
    return [*boxes, text_box(look.measurer, "row", place, one(told), size, look.theme.muted)]


def _walk_on(
    ring: Sequence[Station], frame: Frame, look: DeckLook
) -> tuple[tuple[Words, ...], float, float]:
    first, last = ring[0].number, ring[-1].number
    words = say(
        "When time is up, walk to the next number. After {last} comes {first}.",
        last=last,
        first=first,
    )
    line = one(words)
    room = frame.w - 4 * PAD
    sizes = (BODY, 22.0, 20.0, SMALLEST) if frame.w >= ROOMY else (SMALLEST,)
    size = fit(look.measurer, line, room, 2 * BODY * LEADING, sizes, "person", "the way")
    return line, size, height(look.measurer, line, room, size, "person")


def _size(ring: Sequence[Station], room: float, tall: float, look: DeckLook) -> float:
    """One size for all stations. Raises Problems."""
    for size in SIZES:
        said = [_told(station) for station in ring]
        fits = all(height(look.measurer, words, room, size, "person") <= tall for words in said)
        broad = any(too_wide(look.measurer, words, room, size, "person") for words in said)
        if fits and not broad:
            return size
    raise overflow("The way as a ring", "Shorten the questions of stations.")


def _told(station: Station) -> tuple[Words, ...]:
    return ((Run(station.question, bold=True),),)


def _radius(frame: Frame) -> float:
    return RADIUS if frame.w >= ROOMY else SMALL


def _row(
    row: _RouteRow, frame: Frame, sizes: tuple[float, float, float], look: DeckLook
) -> list[Box]:
    wide, room, size = sizes
    r = _radius(frame)
    boxes: list[Box] = []
    for x, station in zip(_middles(row, frame, wide), row.stations, strict=True):
        color = look.theme.pillar(station.pillar)
        said = _told(station)
        tall = height(look.measurer, said, room, size, "person")
        top = row.middle + r + UNDER if row.below else row.middle - r - UNDER - tall
        held = (x - room / 2, top, room, tall)
        made = (
            disc(look.measurer, station, (x, row.middle), r, color, look.theme),
            text_box(look.measurer, "person", held, said, size, look.theme.ink),
        )
        boxes += (replace(box, jump=first_of(station.number)) for box in made)
    return boxes


def _middles(row: _RouteRow, frame: Frame, wide: float) -> list[float]:
    """Where discs stand: fewer ones of the second row are spread under those of the first."""
    left, count = frame.x + PAD, len(row.stations)
    span = frame.w - 2 * PAD
    step = span / count if count else wide
    return [left + step * (i + 0.5) for i in range(count)]


def _ground(
    frame: Frame,
    top: float,
    low: float,
    rows: tuple[_RouteRow, _RouteRow],
    wide: float,
    look: DeckLook,
) -> Box:
    """The tint with the dotted way round it, free around the discs."""
    theme = look.theme
    ground = Rect(frame.x, frame.y, frame.w, frame.h, fill=theme.tint, radius=8)
    color = mix(theme.accent, theme.paper, PALE)
    spots = [(x, row.middle) for row in rows for x in _middles(row, frame, wide)]
    left, right = frame.x + PAD, frame.right - PAD
    across, down = int((right - left) / APART), int((low - top) / APART)
    way = [
        *((left + (right - left) * i / across, y) for i in range(across + 1) for y in (top, low)),
        *((x, top + (low - top) * i / down) for i in range(1, down) for x in (left, right)),
    ]
    free = _radius(frame) + 2 * DOT
    dots = (
        Disc(x, y, DOT, color)
        for x, y in way
        if all((x - a) ** 2 + (y - b) ** 2 > free**2 for a, b in spots)
    )
    return Box("panel", frame.x, frame.y, frame.w, frame.h, (ground, *dots))
