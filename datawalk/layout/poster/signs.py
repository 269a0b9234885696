"""Signs: the number of each station, to be found from across the room."""

from __future__ import annotations

from datawalk.layout.exhibits.look import FLOORS
from datawalk.layout.poster.sheet import size_in_points
from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rect, Text
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


def arrange_signs(
    measurer: Measurer, walk: Walk, theme: Theme, size: str, *, upright: bool
) -> Document:
    """A sheet for each station. Raises Problems for titles that are too long."""
    short, long = sorted(size_in_points(size))
    width, height = (short, long) if upright else (long, short)
    titles, type_size = _titles(
        measurer, walk, width - 2 * MARGIN, height * (1 - LEAST) - 2 * MARGIN - GAP
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
    """The number on a field of the station's colour, the title in its `words` of height below."""
    width, height = size
    color, inner = theme.pillar(station.pillar), width - 2 * MARGIN
    top = height - MARGIN - words
    tall = top - GAP - MARGIN
    number = str(station.number)
    figure = min(tall * 0.82 / fonts.CAP, inner * 0.8 / measurer.width(number, "black", 1.0))
    wide = measurer.width(number, "black", figure)
    baseline = MARGIN + tall / 2 + figure * fonts.CAP / 2
    ground = Rect(MARGIN, MARGIN, inner, tall, fill=color, radius=18)
    mark = Text((width - wide) / 2, baseline, number, "black", figure, theme.paper, wide)
    y = top + (words - text_height(len(lines), type_size, LEADING)) / 2
    title = text_ink(measurer, lines, MARGIN, y, type_size, theme.ink, LEADING, "center", inner)
    return Page(
        name=f"sign-{station.number}",
        title=f"{station.number}. {station.question}",
        width=width,
        height=height,
        boxes=(
            Box("number", MARGIN, MARGIN, inner, tall, (ground, mark)),
            Box("title", MARGIN, top, inner, words, (Part("H1", title),)),
        ),
        color=color,
        number=station.number,
    )


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
