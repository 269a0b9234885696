"""The panel of a poster where people talk and stick their notes: a field for each question.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from datawalk.exhibits import Bullets
from datawalk.icons.choices import icon_for
from datawalk.layout import scales
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.sticky import NOTE
from datawalk.layout.poster import dots
from datawalk.layout.poster.places import PITCH, takes_notes
from datawalk.layout.poster.places import field as place
from datawalk.layout.poster.sheet import SheetArea
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Disc, Icon, Rect, Rule, Text
from datawalk.problems import Problem, Problems, refuse
from datawalk.prose import SECOND, Run, Words, one_line
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import text_height
from datawalk.walk import Station
from datawalk.words import say, say_many

LEAST, SHARE, MOST = 0.25, 0.275, 0.30
"""The shares of a sheet that a panel across it has: where exhibits need the room, as a rule, and
where two rows of notes ask for it."""
COLUMN = 0.394
"""The share of the width that one at the side has."""
BESIDE = 3
"""How many questions stand side by side."""
GAP = 0.4 * INCH
"""Between questions; on a 24 x 36 in sheet."""
BETWEEN = 0.25 * INCH
"""Between notes, which are of one size on every sheet."""
INSET = 0.15 * INCH
"""From the edge of a note to the beginning of an answer on it."""


@dataclass(frozen=True, slots=True)
class QuestionField:
    """A question, numbered, with its room for notes from `asked` points under its top on.

    All lengths are in points; those side by side are asked in the same height. One is answered
    with a `dot` on a strip.
    """

    number: int
    words: Words
    starter: str
    x: float
    y: float
    w: float
    h: float
    asked: float
    dot: bool = False


def heights(
    talk: Bullets, width: float, tall: float, margin: float, look: Look
) -> tuple[float, float]:
    """How high a panel across a sheet of these measures is, and at the least, in points."""
    type_ = type_scale(look.scale)
    over = 0.0
    if talk.dot:
        over = _asked(talk.items[0], width - 2 * margin, look) + dots.height(look)
        talk = _undotted(talk)
        over += _apart(type_) if talk.items else 0.0
    across = _across(talk)
    w = _column(width - 2 * margin, across, type_)
    rows = [talk.items[i : i + across] for i in range(0, len(talk.items), across)]
    asked = sum(max(_asked(words, w, look) for words in row) for row in rows)
    fixed = _top(type_) + over + asked + _foot(type_)
    note = NOTE + BETWEEN if takes_notes(look) else 3 * PITCH
    once, twice = (fixed + len(rows) * (n * note) for n in (1, 1 if over else 2))
    return max(tall * SHARE, once, min(twice, tall * MOST)), max(tall * LEAST, once)


def panel(
    talk: Bullets,
    station: Station,
    x: float,
    y: float,
    w: float,
    h: float,
    inset: float,
    look: Look,
) -> list[Box]:
    """The tinted panel with a rule in the colour of what people do, its heading and its fields.

    `inset` is free at its left and right. Raises Problems if the questions do not fit.
    """
    type_ = type_scale(look.scale)
    accent = look.theme.accent
    ground = mix(look.color, look.theme.paper, PALE)
    line = 0.12 * INCH * type_.enlarged
    edge = Rect(x, y, w, line, fill=accent) if w >= h else Rect(x, y, line, h, fill=accent)
    fields = list(_fields(talk, x + inset, y, w - 2 * inset, h, look))
    _require(fields, talk, station, look)
    return [
        Box("panel", x, y, w, h, (Rect(x, y, w, h, fill=ground), edge)),
        _words(talk, station, fields, x + inset, y, w - 2 * inset, look),
        *(
            dots.strip(chart, SheetArea(f.x, f.y + f.asked, f.w, f.h - f.asked), look)
            if f.dot and (chart := scales.of_station(station))
            else _notes(f, type_, look)
            for f in fields
        ),
    ]


PALE = 0.925
"""How much paper is in the ground of the panel."""


def _top(type_: TypeScale) -> float:
    """From the upper edge of the panel to the first questions."""
    return type_.head * 2.1


def _foot(type_: TypeScale) -> float:
    return type_.head * 0.4


def _apart(type_: TypeScale) -> float:
    """From a strip to the questions under it."""
    return 0.3 * INCH * type_.enlarged


def _undotted(talk: Bullets) -> Bullets:
    """The questions under a strip."""
    items, starters = talk.items[1:], talk.starters[1:]
    return replace(talk, dot=False, items=items, starters=starters, first=talk.first + 1)


def _across(talk: Bullets) -> int:
    return min(BESIDE, len(talk.items)) or 1


def _column(room: float, across: int, type_: TypeScale) -> float:
    return (room - (across - 1) * GAP * type_.enlarged) / across


def _indent(type_: TypeScale) -> float:
    return type_.question * 1.8


def _asked(words: Words, w: float, look: Look) -> float:
    """The height of a question with the room under it."""
    type_ = type_scale(look.scale)
    lines = look.measurer.balanced(words, w - _indent(type_), type_.question, "bold")
    return max(text_height(len(lines), type_.question), 1.5 * type_.question) + type_.question * 0.5


def _fields(
    talk: Bullets, x: float, y: float, w: float, h: float, look: Look
) -> Iterator[QuestionField]:
    """Questions side by side, or one under the other in a panel at the side.

    One that is answered with a dot stands over them, as wide as all of them.
    """
    type_ = type_scale(look.scale)
    top = y + _top(type_)
    across = _across(_undotted(talk) if talk.dot else talk) if w >= h else 1
    if talk.dot:
        asked = _asked(talk.items[0], w, look)
        tall = asked + dots.height(look)
        yield QuestionField(talk.first, talk.items[0], "", x, top, w, tall, asked, dot=True)
        top, talk = top + tall + _apart(type_), _undotted(talk)
    if talk.items:
        yield from _columns(talk, (x, top, w, y + h - _foot(type_) - top), across, look)


def _columns(
    talk: Bullets, room: tuple[float, float, float, float], across: int, look: Look
) -> Iterator[QuestionField]:
    """Questions in rows of so many."""
    x, top, w, h = room
    type_ = type_scale(look.scale)
    rows = ceil(len(talk.items) / across)
    gap = GAP * type_.enlarged
    wide = _column(w, across, type_)
    tall = h / rows
    starters = (*talk.starters, *("",) * len(talk.items))
    asked = [_asked(words, wide, look) for words in talk.items]
    for i, (words, starter) in enumerate(zip(talk.items, starters, strict=False)):
        row, column = divmod(i, across)
        left = x + column * (wide + gap)
        most = max(asked[row * across : (row + 1) * across])
        yield QuestionField(
            talk.first + i, words, starter, left, top + row * tall, wide, tall, most
        )


def _require(fields: list[QuestionField], talk: Bullets, station: Station, look: Look) -> None:
    type_, widest = type_scale(look.scale), look.measurer.widest_word
    long = next((field.starter for field in fields if not _begins(field, look)), "")
    if long:
        raise refuse(
            f'"{long[:60]}" is longer than the note that it stands on.',
            "Begin an answer in two or three words.",
            talk.at if talk.at.file else station.at,
        )
    room = min((field.h - field.asked for field in fields if not field.dot), default=2 * PITCH)
    broad = (widest(f.words, type_.question, "bold")[1] > f.w - _indent(type_) for f in fields)
    if room < 2 * PITCH or any(broad):
        raise Problems(
            [
                Problem(
                    "The questions do not fit the poster.",
                    "Ask fewer or shorter questions; two or three of at most two lines work best.",
                    talk.at if talk.at.file else station.at,
                )
            ]
        )


def _begins(field: QuestionField, look: Look) -> bool:
    """Whether the beginning of an answer stands on its note, or over the first line."""
    type_ = type_scale(look.scale)
    noted = takes_notes(look)
    side = min(NOTE, field.w, field.h - field.asked) - 2 * INSET
    room = side if noted else field.w
    lines = look.measurer.break_lines((Run(field.starter, italic=True),), room, type_.starter)
    return text_height(len(lines), type_.starter) <= side if noted else len(lines) <= 1


def _words(
    talk: Bullets,
    station: Station,
    fields: list[QuestionField],
    x: float,
    y: float,
    w: float,
    look: Look,
) -> Box:
    """The heading, how long it takes, and the questions."""
    type_ = type_scale(look.scale)
    ink: list[Ink] = [*_heading(talk, station, x, y + type_.head * 0.5, w, look)]
    questions: list[Ink] = []
    size = type_.question
    for field in fields:
        r = size * 0.74
        middle = field.y + r
        number = str(field.number)
        wide = look.measurer.width(number, "black", size)
        sign = (
            Disc(field.x + r, middle, r, look.theme.accent),
            Text(
                field.x + r - wide / 2,
                middle + size * fonts.CAP / 2,
                number,
                "black",
                size,
                look.theme.paper,
                wide,
            ),
        )
        room = field.w - _indent(type_)
        lines = look.measurer.balanced(field.words, room, size, "bold")
        low = middle - size * (fonts.ASCENT - 0.30)
        body = text_ink(
            look.measurer, lines, field.x + _indent(type_), low, size, look.theme.ink, width=room
        )
        questions.append(Part("LI", (Part("Lbl", sign), Part("LBody", body))))
    ink.append(Part("L", tuple(questions)))
    tall = max(f.y + f.asked for f in fields) - y
    return Box("talk", x, y, w, tall, tuple(ink), talk, look.type)


def _heading(
    talk: Bullets, station: Station, x: float, y: float, w: float, look: Look
) -> Iterator[Ink]:
    type_ = type_scale(look.scale)
    sign = type_.head * 1.2 if station.icon else 0.0
    said = look.measurer.balanced((Run(one_line(talk.heading)),), w, type_.head, "black")
    icon = [Icon(x, y, sign, icon_for("sign", "talk"), look.theme.accent)] if sign else []
    left = x + sign * 1.25
    yield Part(
        "H2", (*icon, *text_ink(look.measurer, said[:1], left, y, type_.head, look.theme.accent))
    )
    used = sign * 1.25 + (said[0].width if said else 0.0)
    size = type_.body
    low = y + (type_.head - size) * fonts.ASCENT
    right = 0.0
    if station.minutes:
        minutes = say_many("{count} minute", "{count} minutes", station.minutes)
        lines = look.measurer.break_lines((Run(minutes.replace(SECOND, " / ")),), w, size)
        right = lines[0].width
        if station.icon:
            side = type_.body * 1.2
            at = x + w - right - side * 1.3
            yield Icon(at, low, side, icon_for("sign", "minutes"), look.theme.ink)
            right += side * 1.3
        yield Part(
            "P", text_ink(look.measurer, lines, x, low, size, look.theme.ink, 1.22, "right", w)
        )
    hint = (
        say("Talk, then stick your notes here")
        if takes_notes(look)
        else say("Talk, then write here")
    )
    lines = look.measurer.break_lines((Run(hint),), w, size)
    left = x + used + type_.head * 0.7
    if len(lines) == 1 and left + lines[0].width + type_.head < x + w - right:
        yield Part("P", text_ink(look.measurer, lines, left, low, size, look.theme.ink))


def _notes(field: QuestionField, type_: TypeScale, look: Look) -> Box:
    """Places of the size of a sticky note, the first with the beginning of an answer."""
    y = field.y + field.asked
    h = field.y + field.h - y
    if not takes_notes(look):
        return Box("zone", field.x, y, field.w, h, tuple(_lines(field, y, h, type_, look)))
    across = max(1, int((field.w + BETWEEN) // (NOTE + BETWEEN)))
    down = max(1, int((h + BETWEEN) // (NOTE + BETWEEN)))
    side = min(NOTE, field.w, h)
    spread = min(0.5 * INCH, (field.w - across * side) / max(1, across - 1)) if across > 1 else 0.0
    left = field.x + (field.w - across * side - (across - 1) * spread) / 2
    slack = h - down * (side + BETWEEN) + BETWEEN
    y += slack / 3 if down == 1 else 0.0
    ink: list[Ink] = [
        place(
            SheetArea(left + i * (side + spread), y + j * (side + BETWEEN), side, side),
            look.color,
            look,
        )
        for j in range(down)
        for i in range(across)
    ]
    ink += _starter(field.starter, left + INSET, y + INSET, side - 2 * INSET, type_, look)
    return Box("zone", field.x, y, field.w, h, tuple(ink))


def _lines(field: QuestionField, y: float, h: float, type_: TypeScale, look: Look) -> Iterator[Ink]:
    """Lines to write on, on sheets that lie on a table."""
    yield from _starter(field.starter, field.x, y + PITCH - type_.starter, field.w, type_, look)
    for i in range(1, int(h // PITCH) + 1):
        low = y + i * PITCH
        yield Rule(field.x, low, field.x + field.w, low, look.theme.muted, 0.75)


def _starter(
    said: str, x: float, y: float, w: float, type_: TypeScale, look: Look
) -> Iterator[Part]:
    if said:
        lines = look.measurer.break_lines((Run(said, italic=True),), w, type_.starter)
        yield Part(
            "P", text_ink(look.measurer, lines, x, y, type_.starter, look.theme.muted, width=w)
        )
