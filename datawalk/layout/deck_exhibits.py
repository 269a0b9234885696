"""Where the parts of each exhibit stand in the frame of a slide."""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk.exhibits import Chart, Column, Map, Picture, Prose, Row, Stat, Table, WritingSpace
from datawalk.fonts import LEADING, width
from datawalk.layout import deck_table
from datawalk.layout.deck_slide import Frame, fit, overflow
from datawalk.layout.deck_text import BODY, SLACK, SMALLEST, height, one, sized, text_box
from datawalk.layout.page import Box, Drawing, Ink, Photo, Rect, Rule, Text, Type
from datawalk.prose import Words
from datawalk.theme import Theme

CHART_TYPE = Type(number=28, lead=24, heading=20, body=20, label=20, note=18)
"""Sizes on charts and maps, in points: values, names, legends."""
DENSE_TYPE = Type(number=24, lead=20, heading=18, body=18, label=18, note=18)
ROW = 1.3
"""Least height of a row of bars or dots, in ems of its label."""
TALLEST_ROW = 92.0
"""Points; a bar that is thicker looks like a block."""
REFERENCE_ROWS = 30.0
"""Points kept under bars and dots for the name of the benchmark."""
STAT_SIZES = (
    (170.0, 32.0, 24.0, 20.0),
    (150.0, 28.0, 24.0, 20.0),
    (130.0, 28.0, 24.0, 20.0),
    (110.0, 28.0, 22.0, 20.0),
    (90.0, 24.0, 20.0, 18.0),
    (72.0, 24.0, 20.0, 18.0),
    (56.0, 20.0, 18.0, 18.0),
)
"""Sizes of number, sentence, comparison and range, the first that fit are taken."""
GAP = 14.0


@dataclass(frozen=True, slots=True)
class Look:
    """Theme and the colour of the station."""

    theme: Theme
    color: str


def stat(exhibit: Stat, frame: Frame, look: Look) -> tuple[Box, ...]:
    """The number over its sentence; a share has its hundred squares on the right."""
    side = min(frame.h, 330.0) if exhibit.share is not None else 0.0
    text = frame.text
    room = text.w - (side + 48 if side else 0)
    stack = _stat_stack(exhibit, room, frame.h)
    boxes: list[Box] = []
    y = frame.y + (frame.h - _stacked(stack)) / 2
    for role, words, size, tall in stack:
        color = {"big": look.color, "range": look.theme.muted}.get(role, look.theme.ink)
        boxes.append(text_box(role, (text.x, y, room, tall), words, size, color))
        y += tall + GAP * (role != "big")
    if side:
        boxes.append(_icons(exhibit, Frame(frame.right - side, frame.y, side, frame.h), look))
    return tuple(boxes)


Stack = list[tuple[str, tuple[Words, ...], float, float]]


def _stat_stack(exhibit: Stat, room: float, tall: float) -> Stack:
    surely = " ".join(part for part in (exhibit.range, exhibit.note) if part)
    words = (
        ("big", one(exhibit.number)),
        ("sentence", (exhibit.sentence,)),
        ("comparison", one(exhibit.comparison)),
        ("range", one(surely)),
    )
    for sizes in STAT_SIZES:
        stack = [
            (role, said, size, height(said, room, size, role))
            for (role, said), size in zip(words, sizes, strict=True)
            if said
        ]
        wide = width(exhibit.number, "bold", sizes[0]) > room * SLACK
        if not wide and _stacked(stack) <= tall:
            return stack
    raise overflow("The big number with its words", "Shorten the sentence of the number.")


def _stacked(stack: Stack) -> float:
    return sum(item[3] for item in stack) + GAP * max(0, len(stack) - 2)


def _icons(exhibit: Stat, frame: Frame, look: Look) -> Box:
    """Ten rows of ten squares, filled from the top left."""
    assert exhibit.share is not None
    y = frame.y + (frame.h - frame.w) / 2
    step = frame.w / 10
    side = step * 0.84
    ink = tuple(
        Rect(
            frame.x + (i % 10) * step + step - side,
            y + (i // 10) * step,
            side,
            side,
            fill=look.color if i < exhibit.share else look.theme.field,
            radius=side * 0.2,
        )
        for i in range(100)
    )
    return Box("icons", frame.x, y, frame.w, frame.w, ink=ink, exhibit=exhibit)


def chart(exhibit: Chart, frame: Frame, look: Look) -> tuple[Box, ...]:
    """A chart as large as the frame; few bars do not fill its height."""
    type_ = CHART_TYPE
    tall = frame.h
    if exhibit.form in ("bars", "dots"):
        rows = len(exhibit.series[0].points)
        spare = REFERENCE_ROWS if exhibit.reference else 0.0
        type_ = CHART_TYPE if (frame.h - spare) / rows >= 20 * ROW else DENSE_TYPE
        if (frame.h - spare) / rows < type_.label * ROW:
            most = int((frame.h - spare) / (type_.label * ROW))
            raise overflow(
                f"The chart with {rows} rows", f"A slide has room for {most}: compare fewer."
            )
        tall = min(frame.h, rows * TALLEST_ROW + spare)
    y = frame.y + (frame.h - tall) / 2
    ink = (Drawing(frame.x, y, frame.w, tall, exhibit, type_, look.color),)
    return (Box("chart", frame.x, y, frame.w, tall, ink, exhibit, type_),)


def map_(exhibit: Map, frame: Frame, look: Look) -> tuple[Box, ...]:
    """A map as large as the frame."""
    place = (frame.x, frame.y, frame.w, frame.h)
    ink = (Drawing(*place, exhibit, DENSE_TYPE, look.color),)
    return (Box("map", *place, ink, exhibit, DENSE_TYPE),)


def table_parts(exhibit: Table, frame: Frame) -> tuple[Table, ...]:
    """The table in parts that fit the frame together with its footnotes."""
    return deck_table.parts(exhibit, frame.text.w, frame.h - _footnotes(exhibit, frame)[1])


def table(exhibit: Table, frame: Frame, look: Look) -> tuple[Box, ...]:
    """The table flush with the title, its footnotes under it."""
    text = frame.text
    notes, spare = _footnotes(exhibit, frame)
    grid = deck_table.fitted(exhibit, text.w, frame.h - spare)
    assert grid, "table_parts has split it so that it fits"
    box = Box(
        "table",
        text.x,
        text.y,
        grid.w,
        grid.h,
        _table_ink(exhibit, grid, text, look),
        exhibit,
        sized(grid.size),
    )
    if not notes:
        return (box,)
    place = (text.x, text.y + grid.h + GAP, text.w, spare - GAP)
    return (box, text_box("caption", place, notes, SMALLEST, look.theme.muted))


def _footnotes(exhibit: Table, frame: Frame) -> tuple[tuple[Words, ...], float]:
    notes = tuple(words for note in exhibit.footnotes for words in one(note))
    tall = height(notes, frame.text.w, SMALLEST, "caption") + GAP if notes else 0.0
    return notes, tall


def _table_ink(exhibit: Table, grid: deck_table.Grid, frame: Frame, look: Look) -> tuple[Ink, ...]:
    rows = [Row(exhibit.stub_head, exhibit.columns), *exhibit.rows]
    ink: list[Ink] = []
    y = frame.y
    for row, tall in zip(rows, grid.heights, strict=True):
        x = frame.x
        for i, (cell, wide) in enumerate(zip((row.stub, *row.cells), grid.widths, strict=True)):
            lines = deck_table.cell_lines(cell, wide, grid.size)
            ink += _cell_ink(lines, (x, y, wide, tall), grid.size, look.theme.ink, i > 0)
            x += wide
        y += tall
        ink.append(Rule(frame.x, y, x, y, look.theme.rule, 1))
    return tuple(ink)


def _cell_ink(
    lines: list[str], place: tuple[float, float, float, float], size: float, color: str, right: bool
) -> list[Text]:
    x, y, wide, tall = place
    base = y + (tall - len(lines) * size * LEADING) / 2 + size * (LEADING - 0.2)
    texts = []
    for i, line in enumerate(lines):
        long = width(line, "bold", size)
        left = x + wide - deck_table.PAD_X - long if right else x + deck_table.PAD_X
        texts.append(Text(left, base + i * size * LEADING, line, "bold", size, color, long))
    return texts


def picture(exhibit: Picture, frame: Frame, look: Look) -> tuple[Box, ...]:
    """The picture as large as it goes; words under a wide one, beside a tall one."""
    words = one(". ".join(part for part in (exhibit.caption, exhibit.credit) if part))
    beside = exhibit.height > exhibit.width * 0.9
    text = frame.text
    if not words:
        return (_photo(exhibit, text),)
    if beside:
        room = text.w * 0.42
        size = fit(words, room, frame.h, (BODY, 20.0, SMALLEST), "caption", "the caption")
        held = _photo(exhibit, Frame(text.x, text.y, text.w - room - 24, text.h))
        place = (held.x + held.w + 24, frame.y, room, frame.h)
        return (held, text_box("caption", place, words, size, look.theme.muted))
    size = fit(words, text.w, frame.h / 3, (20.0, SMALLEST), "caption", "the caption")
    tall = height(words, text.w, size, "caption")
    held = _photo(exhibit, Frame(text.x, text.y, text.w, text.h - tall - 10))
    place = (text.x, held.y + held.h + 10, text.w, tall)
    return (held, text_box("caption", place, words, size, look.theme.muted))


def _photo(exhibit: Picture, frame: Frame) -> Box:
    scale = min(frame.w / exhibit.width, frame.h / exhibit.height)
    w, h = exhibit.width * scale, exhibit.height * scale
    return Box(
        "picture", frame.x, frame.y, w, h, (Photo(frame.x, frame.y, w, h, exhibit.data),), exhibit
    )


def writing(exhibit: WritingSpace, frame: Frame, look: Look) -> tuple[Box, ...]:
    """Columns of cards to fill in, a table to sign, or ruled lines."""
    if exhibit.form == "table":
        return table(blank_table(exhibit), frame, look)
    if exhibit.columns:
        return _cards(exhibit, frame.text, look)
    return _ruled(exhibit, frame.text, look)


def blank_table(exhibit: WritingSpace) -> Table:
    """A table with the heads of the writing space and empty rows."""
    head, *columns = (column.label for column in exhibit.columns)
    empty = Row("", ("",) * len(columns))
    return Table(stub_head=head, columns=tuple(columns), rows=(empty,) * exhibit.rows)


def _cards(exhibit: WritingSpace, frame: Frame, look: Look) -> tuple[Box, ...]:
    count = len(exhibit.columns)
    wide = (frame.w - 20 * (count - 1)) / count
    boxes: list[Box] = []
    for i, column in enumerate(exhibit.columns):
        place = Frame(frame.x + i * (wide + 20), frame.y, wide, frame.h)
        boxes += _card(column, place, look)
    return tuple(boxes)


def _card(column: Column, frame: Frame, look: Look) -> list[Box]:
    place = (frame.x, frame.y, frame.w, frame.h)
    card = Box("panel", *place, ink=(Rect(*place, fill=look.theme.tint, radius=8),))
    inner = Frame(frame.x + 14, frame.y + 12, frame.w - 28, frame.h - 24)
    label, hint = one(column.label), one(column.hint)
    size = fit(label, inner.w, inner.h / 2, (BODY, 20.0, SMALLEST), "label", "a column's head")
    tall = height(label, inner.w, size, "label")
    boxes = [card, text_box("label", (inner.x, inner.y, inner.w, tall), label, size, look.color)]
    if hint:
        y, left = inner.y + tall + 6, inner.h - tall - 6
        size = fit(hint, inner.w, left, (20.0, SMALLEST), "hint", "a column's hint")
        where = (inner.x, y, inner.w, height(hint, inner.w, size, "hint"))
        boxes.append(text_box("hint", where, hint, size, look.theme.muted))
    return boxes


def _ruled(exhibit: WritingSpace, frame: Frame, look: Look) -> tuple[Box, ...]:
    hint = one(exhibit.hint)
    tall = height(hint, frame.w, 20, "hint") + 8 if hint else 0.0
    step = min(72.0, (frame.h - tall) / max(1, exhibit.rows))
    rules = tuple(
        Rule(frame.x, y, frame.right, y, look.theme.muted, 1.2)
        for y in (frame.y + tall + step * (i + 1) for i in range(exhibit.rows))
    )
    lines = Box("lines", frame.x, frame.y + tall, frame.w, step * exhibit.rows, rules)
    said = (text_box("hint", (frame.x, frame.y, frame.w, tall), hint, 20, look.theme.muted),)
    return (*(said if hint else ()), lines)


def quotes(said: tuple[Prose, ...], frame: Frame, look: Look, size: float) -> tuple[Box, ...]:
    """One to three quotes below each other, a large mark beside each."""
    text = frame.text
    heights = [quote_height(quote, text.w, size) for quote in said]
    gap = min(36.0, (frame.h - sum(heights)) / (len(said) + 1))
    y = frame.y + (frame.h - sum(heights) - gap * (len(said) - 1)) / 3
    boxes: list[Box] = []
    for quote, tall in zip(said, heights, strict=True):
        mark = (text.x - 50, y - 6, 46.0, 80 * LEADING)
        boxes.append(text_box("mark", mark, one("“"), 80, look.theme.accent))
        boxes.append(_quote(quote, Frame(text.x, y, text.w, tall), look, size))
        y += tall + gap
    return tuple(boxes)


def _quote(quote: Prose, frame: Frame, look: Look, size: float) -> Box:
    place = (frame.x, frame.y, frame.w, frame.h)
    box = text_box("quote", place, quote.paragraphs, size, look.theme.ink, quote)
    return replace(box, type=Type(size, size, size, size, speaker(size), SMALLEST))


def speaker(size: float) -> float:
    """The size in which the speaker of a quote of `size` is named."""
    return max(20.0, size - 10)


def quote_height(quote: Prose, room: float, size: float) -> float:
    """Points from the first line of a quote to the foot of its speaker."""
    by = height(one("— " + quote.by), room, speaker(size), "speaker") if quote.by else 0.0
    return height(quote.paragraphs, room, size, "quote") + by + (6 if by else 0)
