"""Signs: the number of each station, to be found from across the room."""

from __future__ import annotations

from datawalk import fonts
from datawalk.layout.look import FLOORS
from datawalk.layout.measure import Line, balanced, text_height, text_ink, widest_word
from datawalk.layout.page import Box, Document, Page, Rect, Text
from datawalk.layout.poster import size_in_points
from datawalk.problems import Problem, Problems, refuse
from datawalk.prose import Run
from datawalk.theme import Theme
from datawalk.walk import Station, Walk

MARGIN = 36.0
TITLES = (72.0, 64.0, 56.0, 50.0, FLOORS["signs"].words)
LEAST = 0.42
"""The least share of the sheet's height for the number."""
GAP = 24.0
LEADING = 1.1


def arrange_signs(walk: Walk, theme: Theme, size: str, *, upright: bool) -> Document:
    """A sheet for each station. Raises Problems for titles that are too long."""
    short, long = sorted(size_in_points(size))
    width, height = (short, long) if upright else (long, short)
    pages: list[Page] = []
    problems: list[Problem] = []
    for station in walk.stations:
        try:
            pages.append(_sign(station, theme, width, height))
        except Problems as found:
            problems += found.problems
    if problems:
        raise Problems(problems)
    return Document("signs", walk.title, walk.language, tuple(pages), theme)


def _sign(station: Station, theme: Theme, width: float, height: float) -> Page:
    """The number on a field of the station's colour, the title below it."""
    color = theme.pillar(station.pillar)
    inner = width - 2 * MARGIN
    lines, size = _title(station, inner, height * (1 - LEAST) - 2 * MARGIN - GAP)
    words = text_height(len(lines), size, LEADING)
    top = height - MARGIN - words
    tall = top - GAP - MARGIN
    number = str(station.number)
    figure = min(tall * 0.82 / fonts.CAP, inner * 0.8 / fonts.width(number, "black", 1.0))
    wide = fonts.width(number, "black", figure)
    baseline = MARGIN + tall / 2 + figure * fonts.CAP / 2
    ground = Rect(MARGIN, MARGIN, inner, tall, fill=color, radius=18)
    mark = Text((width - wide) / 2, baseline, number, "black", figure, theme.paper, wide)
    title = text_ink(lines, MARGIN, top, size, theme.ink, LEADING, "center", inner)
    return Page(
        name=f"sign-{station.number}",
        title=f"{station.number}. {station.question}",
        width=width,
        height=height,
        boxes=(
            Box("number", MARGIN, MARGIN, inner, tall, (ground, mark)),
            Box("title", MARGIN, top, inner, words, title),
        ),
        color=color,
        number=station.number,
    )


def _title(station: Station, width: float, room: float) -> tuple[tuple[Line, ...], float]:
    """The title in the largest size that fits the room under the number."""
    said = (Run(station.question),)
    for size in TITLES:
        if widest_word(said, size, "bold")[1] > width:
            continue
        lines = balanced(said, width, size, "bold")
        if text_height(len(lines), size, LEADING) <= room:
            return lines, size
    raise refuse(
        f'The title "{station.question[:60]}…" does not fit a sign.',
        "Shorten it; a question of about 40 characters reads best.",
        station.at,
    )
