"""Our groups, large in a box of their own: on one line where they lie apart, else one line each.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.figures.dumbbell.frame import COLUMN, DumbbellFrame
from datawalk.figures.dumbbell.lanes import REFERENCE, on_lines
from datawalk.figures.dumbbell.line import on_a_line
from datawalk.figures.dumbbell.parts import (
    LINE,
    CrossLine,
    DownLine,
    GapBracket,
    GroupMark,
    OursBox,
    Piece,
    Wording,
    between,
)
from datawalk.figures.styles import DASHED
from datawalk.prose import Run
from datawalk.typography import fonts

DASH = 1.1
"""Length of the sample of the line of everyone, in ems."""
BRACKET, TICK, GUIDE = 0.085, 0.35, 0.05
"""Thickness of the bracket, height of its ends, and lines down to it, in ems."""


def ours(frame: DumbbellFrame, top: float, air: float) -> tuple[list[Piece], float]:
    """All of the box from `top` down, and where it ends."""
    head, y = _head(frame, top + frame.pad * 0.6)
    rows = on_a_line if frame.way.line else on_lines
    low, body, y = rows(frame, y + frame.size * (0.35 + 0.3 * air), air)
    if not head:
        body += _in_column(frame, body)
    foot, y = _foot(frame, y, low)
    y += frame.pad * 0.6
    ground = OursBox(0, top, frame.width, y - top, frame.size * 0.3)
    pieces = [ground, *body, *foot, *head]
    return [*_behind(frame, pieces), *_over(pieces)], y


def _behind(frame: DumbbellFrame, pieces: list[Piece]) -> Iterator[Piece]:
    """The box, and what lies under the marks: the line of everyone and those to the bracket."""
    words = [*_words(pieces)]
    yield from (piece for piece in pieces if isinstance(piece, (OursBox, CrossLine)))
    for piece in pieces:
        if isinstance(piece, DownLine):
            yield from between(piece, words, frame.size * 0.15)


def _over(pieces: list[Piece]) -> Iterator[Piece]:
    return (piece for piece in pieces if not isinstance(piece, (OursBox, CrossLine, DownLine)))


def _words(pieces: list[Piece]) -> Iterator[Wording]:
    for piece in pieces:
        if isinstance(piece, Wording):
            yield piece
        elif isinstance(piece, GroupMark):
            yield piece.figure


def _head(frame: DumbbellFrame, top: float) -> tuple[list[Piece], float]:
    """The name of our place, and that of the line of everyone beside it or under it."""
    size, room = frame.type.heading, frame.width - 2 * frame.pad
    if frame.way.headless and frame.chart.reference is None:
        return [], top
    names = frame.measurer.balanced((Run(frame.ours.label),), room, size, "bold")
    wide = max(line.width for line in names)
    tall = ((len(names) - 1) * LINE + fonts.CAP) * size
    y = top + size * 0.15
    texts = tuple(line.text for line in names)
    name = Wording(texts, frame.pad, y + tall / 2, size, "bold", "ours", wide)
    y += tall + size * 0.25
    line = frame.chart.reference
    if line is None:
        return [name], y
    dash, gap = DASH * frame.size, 0.4 * frame.size
    lines = frame.lines(f"{line.label}: {line.printed}", room - dash - gap)
    beside = frame.width - frame.pad - max(one.width for one in lines)
    if beside - dash - gap > name.left + name.width + frame.size:
        left, middle = beside, name.y
    else:
        left, middle = frame.pad + dash + gap, y + frame.size * 0.2 + frame.tall(lines) / 2
        y += frame.tall(lines) + frame.size * 0.5
    start = left - gap - dash
    swatch = CrossLine(start, start + dash, middle, REFERENCE * frame.size, "ink", DASHED)
    return [name, swatch, frame.word(lines, left, middle)], y


def _in_column(frame: DumbbellFrame, body: list[Piece]) -> list[Piece]:
    """The name of our place at the height of its marks."""
    y = next(piece.y for piece in body if isinstance(piece, GroupMark))
    lines = frame.lines(frame.ours.label, frame.width * COLUMN)
    return [frame.word(lines, frame.pad + frame.column, y, hue="ours", side="right")]


def _foot(frame: DumbbellFrame, y: float, low: float) -> tuple[list[Piece], float]:
    """The bracket under all, with words, and lines down to it from where the marks are."""
    pair, named = frame.pair, frame.chart.bracket
    if pair is None or named is None:
        return [], y
    size, room = frame.size, frame.width - 2 * frame.pad
    fits = frame.text(named.words, "bold", frame.type.heading) <= room
    words = frame.type.heading if fits else frame.type.body
    first, second = sorted(frame.field.x(p.value or 0.0) for p in pair)
    y += size * 0.55
    found: list[Piece] = [GapBracket(first, second, y, TICK * size, BRACKET * size)]
    if frame.way.line:
        found += [DownLine(x, low, y - TICK * size, GUIDE * size, "muted") for x in (first, second)]
    lines = frame.measurer.balanced((Run(named.words),), room, words, "bold")
    tall = ((len(lines) - 1) * LINE + fonts.CAP) * words
    wide = max(line.width for line in lines)
    middle = min(
        max((first + second) / 2, frame.pad + wide / 2), frame.width - frame.pad - wide / 2
    )
    y += size * 0.45
    texts = tuple(line.text for line in lines)
    found.append(Wording(texts, middle, y + tall / 2, words, "bold", "ink", wide, "center"))
    return found, y + tall + words * fonts.DESCENT
