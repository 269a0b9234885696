"""Signs: the number of each station, to be found from across the room."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.layout.exhibits.look import FLOORS
from datawalk.layout.poster.sheet import SheetArea, size_in_points
from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Icon, Rect, Text
from datawalk.problems import Problem, Problems
from datawalk.prose import Run
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.walk import Station, Walk

MARGIN = 36.0
TITLES = (56.0, 50.0, FLOORS["signs"].words)
LEAST = 0.42
"""The least share of the sheet's height for the number."""
GAP = 24.0
LEADING = 1.1
EDGE, ROUND = 8.0, 18.0
"""The frame's thickness, and the radius of its corners."""


def arrange_signs(
    measurer: Measurer, walk: Walk, theme: Theme, size: str, *, upright: bool
) -> Document:
    """A sheet for each station. Raises Problems for titles that are too long."""
    short, long = sorted(size_in_points(size))
    width, height = (short, long) if upright else (long, short)
    titles, type_size = _titles(
        measurer, walk, width - 2 * MARGIN - GAP, height * (1 - LEAST) - 2 * MARGIN - GAP
    )
    # All numbers are as large as the longest title leaves room for, so that they match.
    words = max(text_height(len(lines), type_size, LEADING) for lines in titles)
    pages = [
        _sign(measurer, station, theme, (width, height), lines, type_size, words)
        for station, lines in zip(walk.stations, titles, strict=True)
    ]
    return Document("signs", walk.title, walk.language, tuple(pages), theme)


def _sign(
    measurer: Measurer,
    station: Station,
    theme: Theme,
    size: tuple[float, float],
    lines: tuple[Line, ...],
    type_size: float,
    words: float,
) -> Page:
    """Icon and number on white in a frame, and under them the title on the station's colour.

    A white ground saves the ink of office printers.
    """
    width, height = size
    color, inner = theme.pillar(station.pillar), width - 2 * MARGIN
    band = words + GAP
    top = height - MARGIN - band
    frame = Rect(MARGIN, MARGIN, inner, height - 2 * MARGIN, theme.paper, color, EDGE, ROUND)
    ground = (
        Rect(MARGIN, top, inner, band, fill=color, radius=ROUND),
        Rect(MARGIN, top, inner, band / 2, fill=color),
    )
    room = SheetArea(MARGIN, MARGIN, inner, top - MARGIN)
    ink = _numbered(measurer, station, theme, room, beside=width > height)
    y = top + (band - text_height(len(lines), type_size, LEADING)) / 2
    title = text_ink(measurer, lines, MARGIN, y, type_size, theme.paper, LEADING, "center", inner)
    return Page(
        name=f"sign-{station.number}",
        title=f"{station.number}. {station.question}",
        width=width,
        height=height,
        boxes=(
            Box("number", MARGIN, MARGIN, inner, top - MARGIN, (frame, *ink)),
            Box("title", MARGIN, top, inner, band, (*ground, Part("H1", title))),
        ),
        color=color,
        number=station.number,
    )


def _numbered(
    measurer: Measurer, station: Station, theme: Theme, room: SheetArea, *, beside: bool
) -> Iterator[Icon | Text]:
    """The icon, and `beside` it or under it the number; alone, the number in the middle."""
    color, number = theme.pillar(station.pillar), str(station.number)
    beside = beside and bool(station.icon)
    side = min(room.width * 0.34, room.height * 0.62) if station.icon else 0.0
    under = side * 0.9 if station.icon and not beside else 0.0
    left = side * 1.15 if beside else 0.0
    free = room.width * 0.88 - left
    tall = (room.height - under) * 0.74
    figure = min(tall / fonts.CAP, free / measurer.width("00", "black", 1.0))
    wide = measurer.width(number, "black", figure)
    x = room.x + (room.width - left - wide) / 2
    middle = room.y + under + (room.height - under) / 2
    if station.icon:
        at = x if beside else room.x + (room.width - side) / 2
        high = middle - side / 2 if beside else room.y + GAP
        yield Icon(at, high, side, station.icon, color)
    baseline = middle + figure * fonts.CAP / 2
    yield Text(x + left, baseline, number, "black", figure, color, wide)


def _titles(
    measurer: Measurer, walk: Walk, width: float, room: float
) -> tuple[list[tuple[Line, ...]], float]:
    """The titles in the largest size in which all fit under their numbers. Raises Problems."""
    for size in TITLES:
        found = [_lines(measurer, station, width, room, size) for station in walk.stations]
        if all(found):
            return found, size
    raise Problems(
        [
            Problem(
                f'The title "{station.question[:60]}…" does not fit a sign.',
                "Shorten it; a question of about 40 characters reads best.",
                station.line("title", "question"),
                kind="title-long",
            )
            for station, lines in zip(walk.stations, found, strict=True)
            if not lines
        ]
    )


def _lines(
    measurer: Measurer, station: Station, width: float, room: float, size: float
) -> tuple[Line, ...]:
    """The title broken into lines; none where it does not fit."""
    said = (Run(station.question),)
    lines = measurer.balanced(said, width, size, "bold")
    wide = max(line.width for line in lines) > width
    return () if wide or text_height(len(lines), size, LEADING) > room else lines
