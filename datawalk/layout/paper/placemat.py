"""The placemat: the whole walk on one sheet, for talk at tables."""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Bullets, WritingSpace
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.look import Look
from datawalk.layout.paper.leaf import lying, paper_of
from datawalk.layout.paper.placemat_cell import PlacematCell, cell_boxes, cell_of, main
from datawalk.metrics.words.credits import marks_in
from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rule
from datawalk.problems import NOWHERE, Problem, Problems
from datawalk.prose import Run
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer, text_height
from datawalk.typography.sizes import Type
from datawalk.walk import Station, Walk
from datawalk.words import later, say

TYPE = Type(number=40, lead=15, heading=14.6, body=11, label=11.6, note=9)
TITLE = 26.0
MARGIN = 40.0
GUTTER = 22.0
MOST_ACROSS = 6
LARGER = (1.7, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0)
"""Type as large as the walk leaves room for."""
EMPTY = 0.15
"""An empty cell costs as much as type that is smaller by this much."""
ASKED = (
    later("What here surprises you?"),
    later("What fits what you know, and what is missing?"),
    later("What should we work on first?"),
)
WRITING = 54.0
"""The least height under each question to write in, in points."""
WHERE = later("Who counted this, when and how: see the poster or the handout of each station.")


def arrange_placemat(measurer: Measurer, walk: Walk, theme: Theme, size: str) -> Document:
    """One sheet. Raises Problems where the stations do not fit on it."""
    width, height = lying(size)
    plain = Look(TYPE, paper_of(theme), theme.pillar("welcome"), TYPE.body / 50, measurer=measurer)
    inner = width - 2 * MARGIN
    head = _head(walk, inner, plain)
    talk = _talk(walk, inner, height, plain)
    y = head.y + head.h + GUTTER * 0.8
    rows = _rows(walk, inner, talk[0].y - GUTTER * 1.3 - y, plain)
    cells = _placed(measurer, rows, y, talk[0].y - GUTTER * 1.3, inner)
    page = Page(
        name="placemat",
        title=walk.title,
        width=width,
        height=height,
        boxes=(head, *cells, *talk),
        color=plain.color,
        shows=tuple(e for station in walk.stations if (e := main(station))),
    )
    return Document("placemat", walk.title, walk.language, (page,), theme)


def _rows(walk: Walk, width: float, room: float, plain: Look) -> list[list[PlacematCell]]:
    """The cells in rows: large type and few empty cells, charts drawn where there is room.

    Raises Problems.
    """
    count = len(walk.stations)
    for drawn in (True, False):
        options = [
            (larger - EMPTY * (-count % across), -across, rows)
            for larger in LARGER
            for across in range(1, min(MOST_ACROSS, count) + 1)
            if (rows := _grid(walk, across, width, _larger(plain, larger), drawn=drawn))
            and _tall(rows) <= room
        ]
        if options:
            return max(options, key=lambda option: option[:2])[2]
    raise Problems([_too_many(walk, width, plain)])


def _larger(plain: Look, by: float) -> Look:
    return replace(plain, type=_scaled(plain.type, by), scale=plain.scale * by)


def _scaled(type_: Type, larger: float) -> Type:
    """Larger words; notes stay as they are."""
    return replace(
        type_,
        number=type_.number * larger,
        lead=type_.lead * larger,
        heading=type_.heading * larger,
        body=type_.body * larger,
        label=type_.label * larger,
    )


def _grid(
    walk: Walk, across: int, width: float, look: Look, *, drawn: bool
) -> list[list[PlacematCell]]:
    """Rows of so many cells; empty where a word is too wide for one."""
    column = _column(across, width)
    cells = [cell_of(station, column, look, drawn=drawn) for station in walk.stations]
    whole = [cell for cell in cells if cell]
    if len(whole) < len(cells):
        return []
    return [whole[i : i + across] for i in range(0, len(whole), across)]


def _column(across: int, width: float) -> float:
    return (width - GUTTER * (across - 1)) / across


def _tall(rows: list[list[PlacematCell]]) -> float:
    return sum(map(_row_height, rows)) + GUTTER * 1.4 * (len(rows) - 1)


def _row_height(row: list[PlacematCell]) -> float:
    """Titles and figures of a row start on one height each."""
    return _row_head(row) + max(cell.lead_height for cell in row)


def _row_head(row: list[PlacematCell]) -> float:
    return max(cell.head for cell in row) + row[0].look.gap(0.7)


def _too_many(walk: Walk, width: float, look: Look) -> Problem:
    """Names the station that takes the most room."""
    column = _column(min(MOST_ACROSS, len(walk.stations)), width)

    def needs(station: Station) -> float:
        cell = cell_of(station, column, look, drawn=False)
        return _row_height([cell]) if cell else float("inf")

    tallest = max(walk.stations, key=needs)
    shown = main(tallest)
    return Problem(
        f"The placemat has no room for {len(walk.stations)} stations at "
        f"{look.type.body:.0f} pt. This one takes the most.",
        "Shorten its title or the sentence of its number, use a larger sheet (a3), or show "
        "fewer stations.",
        shown.at if shown and shown.at != NOWHERE else tallest.at,
    )


def _placed(
    measurer: Measurer, rows: list[list[PlacematCell]], y: float, bottom: float, width: float
) -> list[Box]:
    """The rows from the top, what room is left shared between them."""
    column = _column(len(rows[0]), width)
    spare = (bottom - y - _tall(rows)) / len(rows)
    boxes: list[Box] = []
    for i, row in enumerate(rows):
        if i:
            line = row[0].look.theme.rule
            at = y - GUTTER * 0.7
            rule = Rule(MARGIN, at, MARGIN + width, at, line, 0.8)
            boxes.append(Box("rule", MARGIN, at, width, 0, (rule,)))
        below = _row_height(row) - _row_head(row) + spare
        for j, cell in enumerate(row):
            x = MARGIN + j * (column + GUTTER)
            boxes += cell_boxes(measurer, cell, x, y, column, (y + _row_head(row), below))
        y += _row_head(row) + below + GUTTER * 1.4
    return boxes


def _head(walk: Walk, width: float, look: Look) -> Box:
    """The walk's title, and when and where, over a rule."""
    title = look.measurer.balanced((Run(walk.title),), width * 0.6, TITLE, "black")
    size = look.type.label
    said = " · ".join(part for part in (walk.event.date, walk.event.venue) if part)
    event = look.measurer.break_lines((Run(said),), width * 0.36, size) if said else ()
    tall = max(text_height(len(title), TITLE, 1.1), text_height(len(event), size))
    rule = MARGIN + tall + 5
    under = MARGIN + tall - text_height(len(event), size)
    ink: list[Ink] = [
        Part("H1", text_ink(look.measurer, title, MARGIN, MARGIN, TITLE, look.theme.ink, 1.1)),
        Part(
            "P",
            text_ink(
                look.measurer, event, MARGIN, under, size, look.theme.muted, 1.22, "right", width
            ),
        ),
        Rule(MARGIN, rule, MARGIN + width, rule, look.color, 2.2),
    ]
    return Box("band", MARGIN, MARGIN, width, rule - MARGIN, tuple(ink))


def _talk(walk: Walk, width: float, height: float, look: Look) -> list[Box]:
    """Questions at the foot, each over room to write, and where the sources stand."""
    size = look.type.note
    seen = [f.observation for s in walk.stations if (e := main(s)) for f in e.figures]
    said = " ".join([*marks_in(seen), say(WHERE)])
    notes = look.measurer.break_lines((Run(said),), width, size)
    low = height - MARGIN - text_height(len(notes), size)
    foot = Box(
        "foot",
        MARGIN,
        low,
        width,
        height - MARGIN - low,
        (Part("P", text_ink(look.measurer, notes, MARGIN, low, size, look.theme.muted)),),
    )
    column = _column(len(ASKED), width)
    lines = WritingSpace(form="lines", rows=3)
    asks = [
        Bullets(items=((Run(say(question)),),), form="questions", first=i)
        for i, question in enumerate(ASKED, start=1)
    ]
    tall = max(setting.heights(one, column, look)[1] for one in asks)
    top = low - look.gap(0.8) - WRITING - tall
    boxes: list[Box] = []
    for i, one in enumerate(asks):
        x = MARGIN + i * (column + GUTTER)
        words = setting.ink(one, x, top, column, tall, look)
        boxes.append(Box("talk", x, top, column, tall, words, one, look.type))
        ruled = setting.ink(lines, x, top + tall, column, WRITING, look)
        boxes.append(Box("zone", x, top + tall, column, WRITING, ruled, lines, look.type))
    return [*boxes, foot]
