"""The slides before and after the stations: how the walk works, and the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from datawalk.layout.deck.disc import disc
from datawalk.layout.deck.draft import Fill, SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.jumps import ROUTE, first_of
from datawalk.layout.deck.route import round_trip, walked
from datawalk.layout.deck.slide import frame_alone, frame_of
from datawalk.layout.deck.text import SMALLEST, height, largest, one, text_box
from datawalk.page.document import Box, Note
from datawalk.page.stage import Frame, Variant
from datawalk.problems import At, Problems
from datawalk.prose import Run, Words
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import Measurer
from datawalk.walk import Station, Walk
from datawalk.words import say, say_many

ROW_SIZES = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0, SMALLEST)
ROW_LEFT, ROW_RIGHT = 72.0, 84.0
"""Points of a row that the disc and the minutes take."""
ROW_TALL = 46.0
"""Points; less does not hold two lines of 18 points."""
LOW_ROW = 26.0
"""Points; such a row has one line, where all stations stand on one slide by that."""
ROW_GAP = 10.0
"""Points between the words of two rows, where 18 points leave as much."""
MOST_ROWS = 9
"""Rows of stations on one slide; more stand in two columns."""
SOURCE_SIZES = (24.0, 22.0, 20.0, SMALLEST)
COLUMN_GAP = 30.0
ONE_COLUMN = 5
"""Stations that stand below each other."""
WIDE_ENOUGH = 660.0
"""Points; a slide that is narrower has one column."""


def how_it_works(walk: Walk, look: DeckLook, title: str = "") -> list[SlideDraft]:
    """The way from station to station as a ring where groups are at different ones, and where it
    has room; else the stations with their minutes, on as few slides as have room for them."""
    stations, theme = walk.stations, look.theme
    whole = SlideDraft(
        title=title or say("How this data walk works"),
        color=theme.pillar("welcome"),
        fill=_Rows(stations, 1, look),
        subtitle=_in_short(len(stations), walk.minutes, look.variant),
        at=At(where="stations"),
        stage=look.stage,
        measurer=look.measurer,
        anchors=(ROUTE,),
    )
    ring = partial(round_trip, stations, look=look)
    told = (*_told(whole.subtitle), *_in_turn(stations))
    for draft in (whole, replace(whole, subtitle="")) if look.rotates else ():
        if _fits(ring, frame_alone(draft, theme)):
            return [replace(draft, fill=ring, notes=told)]
    for draft in (whole, replace(whole, subtitle="")):
        if rows := _on_one(stations, frame_alone(draft, theme), look):
            return [replace(draft, fill=rows, notes=_told(whole.subtitle))]
    parts = _in_rows(stations, frame_of(whole, theme), look)
    return [replace(whole, fill=part, notes=_told(whole.subtitle)) for part in parts]


def _on_one(stations: Sequence[Station], frame: Frame, look: DeckLook) -> _Rows | None:
    """All rows on one slide, in two columns or in low rows if need be; None where they have no
    room."""
    for tall in (ROW_TALL, LOW_ROW):
        for columns in (2, 1) if len(stations) > ONE_COLUMN else (1,):
            first, *others = _parted(stations, frame, columns, tall, look)
            if not others and _fits(first, frame):
                return first
    return None


def _in_rows(stations: Sequence[Station], frame: Frame, look: DeckLook) -> list[_Rows]:
    """A part for each slide, in two columns where their titles have room there."""
    wide = frame.w >= WIDE_ENOUGH and len(stations) > ONE_COLUMN
    for columns in (2, 1) if wide else (1,):
        parts = _parted(stations, frame, columns, ROW_TALL, look)
        if all(_fits(part, frame) for part in parts):
            break
    sizes = [part.largest(frame) for part in parts if _fits(part, frame)]
    return [replace(part, most=min(sizes, default=part.most)) for part in parts]


def _parted(
    stations: Sequence[Station], frame: Frame, columns: int, tall: float, look: DeckLook
) -> list[_Rows]:
    """As few parts as hold rows of at least so many points, evenly filled."""
    # Our own design holds nine rows of one line; where there is less room, rows have two lines.
    most = columns * max(1, min(MOST_ROWS + (tall == LOW_ROW), int(frame.h / tall)))
    count = -(-len(stations) // most) or 1
    each = -(-len(stations) // count) or 1
    starts = range(0, len(stations), each)
    return [_Rows(tuple(stations[i : i + each]), columns, look) for i in starts]


def _fits(fill: Fill, frame: Frame) -> bool:
    try:
        fill(frame)
    except Problems:
        return False
    return True


def _in_turn(stations: Sequence[Station]) -> tuple[Note, ...]:
    """What stands at each disc, for who reads the notes."""
    lines = (f"{s.number} {s.question}" for s in walked(stations))
    return (Note(say("If someone asks"), tuple(lines)),)


def _told(in_short: str) -> tuple[Note, ...]:
    return (Note(say("Say"), (in_short, say("Start where you like, and take your time."))),)


def _in_short(count: int, minutes: int, variant: Variant) -> str:
    stations = say_many("1 station", "{count} stations", count)
    if variant == "virtual":
        return say("{stations}. We look at each together, talk, and write.", stations=stations)
    if not minutes:
        return say("{stations}. Look, read, talk, write. Then walk on.", stations=stations)
    return say(
        "{stations}, about {minutes} minutes in all. Look, read, talk, write. Then walk on.",
        stations=stations,
        minutes=minutes,
    )


def _places(count: int, columns: int, frame: Frame) -> list[Frame]:
    """A row for each station, column by column."""
    each = -(-count // columns)
    wide = (frame.w - COLUMN_GAP * (columns - 1)) / columns
    step = min(88.0, frame.h / each)
    return [
        Frame(frame.x + i // each * (wide + COLUMN_GAP), frame.y + i % each * step, wide, step)
        for i in range(count)
    ]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Places a row for each station: disc, question of at most `most` points, minutes."""

    stations: tuple[Station, ...]
    columns: int
    look: DeckLook
    most: float = ROW_SIZES[0]

    def __call__(self, frame: Frame) -> tuple[Box, ...]:
        rows = _places(len(self.stations), self.columns, frame)
        size = self.largest(frame)
        return tuple(
            box
            for station, row in zip(self.stations, rows, strict=True)
            for box in self._row(station, row, size)
        )

    def largest(self, frame: Frame) -> float:
        """The largest size at which all questions fit. Raises Problems."""
        rows = _places(len(self.stations), self.columns, frame)
        sizes = (self._size(*pair) for pair in zip(self.stations, rows, strict=True))
        return min(self.most, *sizes)

    def _size(self, station: Station, frame: Frame) -> float:
        """The largest size at which a title fits its row."""
        sizes = tuple(size for size in ROW_SIZES if size * LEADING <= frame.h)
        what, room = f"station {station.number}'s title", frame.w - ROW_LEFT - ROW_RIGHT
        measurer, words = self.look.measurer, one(station.question)
        apart = largest(measurer, words, room, frame.h - ROW_GAP, sizes, "row")
        return apart or fit(measurer, words, room, frame.h, sizes, "row", what)

    def _row(self, station: Station, frame: Frame, size: float) -> tuple[Box, ...]:
        r = min(28.0, frame.h / 2 - 3)
        left, room = frame.x + ROW_LEFT, frame.w - ROW_LEFT - ROW_RIGHT
        question = one(station.question)
        color = self.look.theme.pillar(station.pillar)
        middle = frame.y + frame.h / 2
        boxes = [
            disc(self.look.measurer, station, (frame.x + 28, middle), r, color, self.look.theme),
            text_box(
                self.look.measurer,
                "row",
                (left, frame.y, room, frame.h),
                question,
                size,
                self.look.theme.ink,
            ),
        ]
        if station.minutes:
            place = (frame.right - ROW_RIGHT + 10, frame.y, ROW_RIGHT - 10, frame.h)
            minutes = one(say("{minutes} min", minutes=station.minutes))
            boxes.append(
                text_box(self.look.measurer, "minutes", place, minutes, 20, self.look.theme.muted)
            )
        return tuple(replace(box, jump=first_of(station.number)) for box in boxes)


def sources(walk: Walk, look: DeckLook, title: str = "") -> list[SlideDraft]:
    """Every source once, with the stations that rest on it."""
    told: dict[str, list[int]] = {}
    theme, stage = look.theme, look.stage
    for station in walk.told:
        for line in station.sources:
            told.setdefault(line, []).append(station.number)
    words = tuple(_source(line, numbers) for line, numbers in told.items())
    color = theme.pillar("welcome")
    title = title or say("Sources and notes")
    draft = SlideDraft(
        title, color, lambda _: (), at=At(where="sources"), stage=stage, measurer=look.measurer
    )
    frame = frame_of(draft, theme)
    parts = _source_parts(look.measurer, words, frame)
    size = min((_source_size(look.measurer, part, frame) for part in parts), default=SMALLEST)
    return [replace(draft, fill=_Sources(part, look, size)) for part in parts]


def _source_size(measurer: Measurer, words: tuple[Words, ...], frame: Frame) -> float:
    return fit(measurer, words, frame.w, frame.h, SOURCE_SIZES, "body", "the sources")


def _source(line: str, numbers: list[int]) -> Words:
    # Slides of the session have no number.
    numbers = [number for number in numbers if number]
    named = ", ".join(map(str, numbers))
    if not numbers:
        return (Run(line),)
    if len(numbers) > 1:
        stations = say("Stations {numbers}: ", numbers=named)
    else:
        stations = say("Station {numbers}: ", numbers=named)
    return (Run(stations, bold=True), Run(line))


def _source_parts(
    measurer: Measurer, words: tuple[Words, ...], frame: Frame
) -> list[tuple[Words, ...]]:
    """The sources in as few parts as fit the frame at 18 points, evenly filled."""
    for line in words:
        fit(measurer, (line,), frame.w, frame.h, (SMALLEST,), "body", "the source")
    fewest = len(_filled(measurer, words, frame.w, frame.h))
    tried = (_filled(measurer, words, frame.w, frame.h * share / 10) for share in range(5, 11))
    return next(parts for parts in tried if len(parts) == fewest)


def _filled(
    measurer: Measurer, words: tuple[Words, ...], wide: float, tall: float
) -> list[tuple[Words, ...]]:
    """Parts that are filled one after the other up to `tall` points."""
    parts: list[tuple[Words, ...]] = []
    for line in words:
        longer = (*parts[-1], line) if parts else ()
        if longer and height(measurer, longer, wide, SMALLEST, "body") <= tall:
            parts[-1] = longer
        else:
            parts.append((line,))
    return parts


@dataclass(frozen=True, slots=True)
class _Sources:
    words: tuple[Words, ...]
    look: DeckLook
    size: float

    def __call__(self, frame: Frame) -> tuple[Box, ...]:
        measurer, ink = self.look.measurer, self.look.theme.ink
        tall = height(measurer, self.words, frame.w, self.size, "body")
        place = (frame.x, frame.y, frame.w, tall)
        return (text_box(measurer, "body", place, self.words, self.size, ink),)
