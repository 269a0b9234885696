"""Where tables, room to write, and quotes stand in the frame of a slide.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Prose, Row, Table, WritingColumn, WritingSpace
from datawalk.layout.deck import table as deck_table
from datawalk.layout.deck.exhibits import GAP, DeckLook
from datawalk.layout.deck.fit import fit, overflow
from datawalk.layout.deck.text import BODY, SMALLEST, height, one, sized, text_box
from datawalk.layout.exhibits.alternative import table_told
from datawalk.page.document import Box, Tracks
from datawalk.page.ink import Ink
from datawalk.page.marks import Rect, Rule, Text
from datawalk.page.stage import Frame
from datawalk.problems import Problems
from datawalk.prose import Words
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

WRITING_ROW = 58.0
"""Points; a row to write in."""
ROOMIER = 1.35
"""How much taller than needed the rows of a table may be."""


def table_parts(measurer: Measurer, exhibit: Table, frame: Frame) -> tuple[Table, ...]:
    """The table in parts that fit the frame together with its footnotes."""
    tall = frame.h - _footnotes(measurer, exhibit, frame)[1]
    return deck_table.parts(measurer, exhibit, frame.text.w, tall)


def table(
    exhibit: Table, frame: Frame, look: DeckLook, tallest: float | None = None
) -> tuple[Box, ...]:
    """The table flush with the title, its footnotes under it; `tallest` in points.

    Raises Problems where it does not fit: `table_parts` splits it for one frame alone.
    """
    text = frame.text
    notes, spare = _footnotes(look.measurer, exhibit, frame)
    grid = deck_table.fitted(look.measurer, exhibit, text.w, frame.h - spare)
    if not grid:
        raise overflow("The table", "Show fewer rows or columns, or shorten their names.")
    grid = grid.stretched(min(frame.h - spare, tallest or grid.h * ROOMIER))
    box = Box(
        "table",
        text.x,
        text.y,
        grid.w,
        grid.h,
        _table_ink(exhibit, grid, text, look),
        exhibit,
        sized(grid.size),
        table_told(exhibit),
        Tracks(grid.widths, grid.heights),
    )
    if not notes:
        return (box,)
    place = (text.x, text.y + grid.h + GAP, text.w, spare - GAP)
    return (box, text_box(look.measurer, "caption", place, notes, SMALLEST, look.theme.muted))


def _footnotes(measurer: Measurer, exhibit: Table, frame: Frame) -> tuple[tuple[Words, ...], float]:
    notes = tuple(words for note in exhibit.footnotes for words in one(note))
    tall = height(measurer, notes, frame.text.w, SMALLEST, "caption") + GAP if notes else 0.0
    return notes, tall


def _table_ink(
    exhibit: Table, grid: deck_table.TableMeasures, frame: Frame, look: DeckLook
) -> tuple[Ink, ...]:
    rows = [Row(exhibit.stub_head, exhibit.columns), *exhibit.rows]
    ink: list[Ink] = []
    y = frame.y
    for row, tall in zip(rows, grid.heights, strict=True):
        x = frame.x
        for i, (cell, wide) in enumerate(zip((row.stub, *row.cells), grid.widths, strict=True)):
            lines = deck_table.cell_lines(look.measurer, cell, wide, grid.size)
            right = deck_table.of_figures(exhibit, i - 1)
            ink += _cell_ink(
                look.measurer, lines, (x, y, wide, tall), grid.size, look.theme.ink, right
            )
            x += wide
        y += tall
        ink.append(Rule(frame.x, y, x, y, look.theme.rule, 1))
    return tuple(ink)


def _cell_ink(
    measurer: Measurer,
    lines: list[str],
    place: tuple[float, float, float, float],
    size: float,
    color: str,
    right: bool,
) -> list[Text]:
    x, y, wide, tall = place
    base = y + (tall - len(lines) * size * LEADING) / 2 + size * (LEADING - 0.2)
    texts = []
    for i, line in enumerate(lines):
        long = measurer.width(line, "bold", size)
        left = x + wide - deck_table.PAD_X - long if right else x + deck_table.PAD_X
        texts.append(Text(left, base + i * size * LEADING, line, "bold", size, color, long))
    return texts


def writing(exhibit: WritingSpace, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """Cards to fill in side by side, a table to sign, or ruled lines."""
    if exhibit.form == "table":
        return _to_sign(exhibit, frame, look)
    if exhibit.columns:
        return _cards(exhibit, frame.text, look)
    return _ruled(exhibit, frame.text, look)


def _to_sign(exhibit: WritingSpace, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """A table with as many of the empty rows as have room. Raises Problems for none."""
    for rows in range(exhibit.rows, 0, -1):
        blank = blank_table(exhibit, rows)
        if deck_table.fitted(look.measurer, blank, frame.text.w, frame.h):
            return table(blank, frame, look, (rows + 1) * WRITING_ROW)
    raise overflow("The table to write in", "Show fewer columns, or shorten their names.")


def blank_table(exhibit: WritingSpace, rows: int) -> Table:
    """A table with the heads of the writing space and empty rows."""
    head, *columns = (column.label for column in exhibit.columns)
    empty = Row("", ("",) * len(columns))
    return Table(stub_head=head, columns=tuple(columns), rows=(empty,) * rows)


def _cards(exhibit: WritingSpace, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """Cards side by side; below each other where their words are too wide for that."""
    count = len(exhibit.columns)
    wide, tall = ((side - 20 * (count - 1)) / count for side in (frame.w, frame.h))
    across = [Frame(frame.x + i * (wide + 20), frame.y, wide, frame.h) for i in range(count)]
    down = [Frame(frame.x, frame.y + i * (tall + 20), frame.w, tall) for i in range(count)]
    try:
        return _carded(exhibit, across, look)
    except Problems:
        return _carded(exhibit, down, look)


def _carded(exhibit: WritingSpace, places: list[Frame], look: DeckLook) -> tuple[Box, ...]:
    """Cards with their words in one size. Raises Problems for words that are too wide."""
    inner = [Frame(p.x + 14, p.y + 12, p.w - 28, p.h - 24) for p in places]
    pairs = list(zip(exhibit.columns, inner, strict=True))
    label = min(
        fit(
            look.measurer,
            one(c.label),
            f.w,
            f.h / 2,
            (BODY, 20.0, SMALLEST),
            "label",
            "a column's head",
        )
        for c, f in pairs
    )
    talls = [
        height(look.measurer, one(column.label), room.w, label, "label") for column, room in pairs
    ]
    hint = min(
        fit(
            look.measurer,
            one(c.hint),
            f.w,
            f.h - tall - 6,
            (20.0, SMALLEST),
            "hint",
            "a column's hint",
        )
        for (c, f), tall in zip(pairs, talls, strict=True)
    )
    boxes: list[Box] = []
    for (column, room), tall, place in zip(pairs, talls, places, strict=True):
        x, y, w, h = place.x, place.y, place.w, place.h
        panel = Rect(x, y, w, h, fill=look.theme.tint, stroke=look.theme.rule, line=1, radius=8)
        boxes.append(Box("panel", x, y, w, h, ink=(panel,)))
        boxes += _card(column, room, tall, (label, hint), look)
    return tuple(boxes)


def _card(
    column: WritingColumn, room: Frame, tall: float, sizes: tuple[float, float], look: DeckLook
) -> list[Box]:
    """The words of a card: its head of `tall` points, and the hint under it."""
    label, hint = one(column.label), one(column.hint)
    boxes = [
        text_box(
            look.measurer, "label", (room.x, room.y, room.w, tall), label, sizes[0], look.color
        )
    ]
    if hint:
        low = height(look.measurer, hint, room.w, sizes[1], "hint")
        where = (room.x, room.y + tall + 6, room.w, low)
        boxes.append(text_box(look.measurer, "hint", where, hint, sizes[1], look.theme.muted))
    return boxes


def _ruled(exhibit: WritingSpace, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    hint = one(exhibit.hint)
    tall = height(look.measurer, hint, frame.w, 20, "hint") + 8 if hint else 0.0
    step = min(100.0, (frame.h - tall) / max(1, exhibit.rows))
    rules = tuple(
        Rule(frame.x, y, frame.right, y, look.theme.muted, 1.2)
        for y in (frame.y + tall + step * (i + 1) for i in range(exhibit.rows))
    )
    lines = Box("lines", frame.x, frame.y + tall, frame.w, step * exhibit.rows, rules)
    said = (
        text_box(
            look.measurer, "hint", (frame.x, frame.y, frame.w, tall), hint, 20, look.theme.muted
        ),
    )
    return (*(said if hint else ()), lines)


def quotes(said: tuple[Prose, ...], frame: Frame, look: DeckLook, size: float) -> tuple[Box, ...]:
    """One to three quotes below each other, a large mark beside each."""
    text = frame.quoted
    heights = [quote_height(look.measurer, quote, text.w, size) for quote in said]
    gap = min(36.0, (frame.h - sum(heights)) / (len(said) + 1))
    y = frame.y + (frame.h - sum(heights) - gap * (len(said) - 1)) / 3
    boxes: list[Box] = []
    for quote, tall in zip(said, heights, strict=True):
        mark = (text.x - 50, y - 6, 46.0, 80 * LEADING)
        boxes.append(text_box(look.measurer, "mark", mark, one("“"), 80, look.theme.accent))
        boxes.append(_quote(quote, Frame(text.x, y, text.w, tall), look, size))
        y += tall + gap
    return tuple(boxes)


def _quote(quote: Prose, frame: Frame, look: DeckLook, size: float) -> Box:
    place = (frame.x, frame.y, frame.w, frame.h)
    box = text_box(look.measurer, "quote", place, quote.paragraphs, size, look.theme.ink, quote)
    return replace(box, type=Type(size, size, size, size, speaker(size), SMALLEST))


def speaker(size: float) -> float:
    """The size in which the speaker of a quote of `size` is named."""
    return max(20.0, size - 10)


def quote_height(measurer: Measurer, quote: Prose, room: float, size: float) -> float:
    """Points from the first line of a quote to the foot of its speaker."""
    by = height(measurer, one("— " + quote.by), room, speaker(size), "speaker") if quote.by else 0.0
    return height(measurer, quote.paragraphs, room, size, "quote") + by + (6 if by else 0)
