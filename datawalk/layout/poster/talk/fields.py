"""The fields of a talk panel: a question each, with room for notes; side by side or in a column.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from datawalk.exhibits import Bullets
from datawalk.layout.exhibits.look import Look
from datawalk.layout.poster import dots
from datawalk.layout.poster.places import PITCH
from datawalk.layout.poster.talk.notes import begins
from datawalk.layout.poster.talk.question import QuestionField
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.marks import INCH
from datawalk.problems import Problem, Problems, refuse
from datawalk.prose import Words
from datawalk.typography.measure import text_height
from datawalk.walk import Station

BESIDE = 3
"""How many questions stand side by side."""
GAP = 0.4 * INCH
"""Between questions; on a 24 x 36 in sheet."""
APART = 0.3 * INCH
"""From a strip to the questions under it; on the same."""


def head_room(type_: TypeScale) -> float:
    """From the upper edge of the panel to the first questions."""
    return type_.head * 2.1


def foot_room(type_: TypeScale) -> float:
    """Under the last notes."""
    return type_.head * 0.4


def side_by_side(talk: Bullets) -> int:
    """How many questions a panel across a sheet has in a row."""
    return min(BESIDE, len(talk.items)) or 1


def column_width(room: float, across: int, type_: TypeScale) -> float:
    """The width of each of so many fields in a row."""
    return (room - (across - 1) * GAP * type_.enlarged) / across


def indent(type_: TypeScale) -> float:
    """From the left of a field to the words of its question."""
    return type_.question * 1.8


def asked_height(words: Words, w: float, look: Look) -> float:
    """The height of a question with the room under it."""
    type_ = type_scale(look.scale)
    lines = look.measurer.balanced(words, w - indent(type_), type_.question, "bold")
    return max(text_height(len(lines), type_.question), 1.5 * type_.question) + type_.question * 0.5


def undotted(talk: Bullets) -> Bullets:
    """The questions under a strip for dots."""
    items, starters = talk.items[1:], talk.starters[1:]
    return replace(talk, dot=False, items=items, starters=starters, first=talk.first + 1)


def strip_height(talk: Bullets, w: float, look: Look) -> float:
    """Of a question that is answered with a dot, with its strip and the room under it."""
    apart = APART * type_scale(look.scale).enlarged if talk.items[1:] else 0.0
    return asked_height(talk.items[0], w, look) + dots.height(look) + apart


def fields(
    talk: Bullets, x: float, y: float, w: float, h: float, look: Look
) -> Iterator[QuestionField]:
    """Questions side by side, or one under the other in a panel at the side.

    One that is answered with a dot stands over them, as wide as all of them.
    """
    type_ = type_scale(look.scale)
    top = y + head_room(type_)
    beside = side_by_side(undotted(talk) if talk.dot else talk) if w >= h else 1
    if talk.dot:
        asked = asked_height(talk.items[0], w, look)
        tall = asked + dots.height(look)
        yield QuestionField(talk.first, talk.items[0], "", x, top, w, tall, asked, dot=True)
        top, talk = top + strip_height(talk, w, look), undotted(talk)
    if talk.items:
        room = (x, top, w, y + h - foot_room(type_) - top)
        yield from _in_rows(talk, room, beside, look)


def _in_rows(
    talk: Bullets, room: tuple[float, float, float, float], beside: int, look: Look
) -> Iterator[QuestionField]:
    """Questions in rows of so many; `room` is left, top, width and height."""
    x, top, w, h = room
    type_ = type_scale(look.scale)
    rows = ceil(len(talk.items) / beside)
    gap = GAP * type_.enlarged
    wide = column_width(w, beside, type_)
    tall = h / rows
    starters = (*talk.starters, *("",) * len(talk.items))
    asked = [asked_height(words, wide, look) for words in talk.items]
    for i, (words, starter) in enumerate(zip(talk.items, starters, strict=False)):
        row, column = divmod(i, beside)
        left = x + column * (wide + gap)
        most = max(asked[row * beside : (row + 1) * beside])
        yield QuestionField(
            talk.first + i, words, starter, left, top + row * tall, wide, tall, most
        )


def require(fields: list[QuestionField], talk: Bullets, station: Station, look: Look) -> None:
    """Raises Problems where words do not fit their fields."""
    type_, widest = type_scale(look.scale), look.measurer.widest_word
    long = next((field.starter for field in fields if not begins(field, look)), "")
    if long:
        raise refuse(
            f'"{long[:60]}" is longer than the note that it stands on.',
            "Begin an answer in two or three words.",
            talk.at if talk.at.file else station.at,
            kind="starter-long",
        )
    room = min((field.h - field.asked for field in fields if not field.dot), default=2 * PITCH)
    broad = (widest(f.words, type_.question, "bold")[1] > f.w - indent(type_) for f in fields)
    if room < 2 * PITCH or any(broad):
        raise Problems(
            [
                Problem(
                    "The questions do not fit the sheet.",
                    "Ask fewer or shorter questions; two or three of at most two lines work best.",
                    talk.at if talk.at.file else station.at,
                    kind="questions-long",
                )
            ]
        )
