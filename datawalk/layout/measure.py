"""Breaking words into lines. What is measured here is what every painter draws."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from datawalk import fonts
from datawalk.fonts import Face
from datawalk.layout.page import Text
from datawalk.prose import Run, Words

_BREAKS = re.compile(r"([ \t\n]+)")
_AFTER = re.compile(r"(?<=[\w])([-–—/])(?=\w{2})")


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line in one face; `width` is in points."""

    text: str
    face: Face
    width: float
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type."""

    pieces: tuple[Piece, ...]

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


_Word = tuple[Piece, ...]


@lru_cache(maxsize=4096)
def break_lines(
    words: Words, width: float, size: float, face: Face = "regular"
) -> tuple[Line, ...]:
    """Fill lines of `width` points greedily. A single word may be wider than its line."""
    lines: list[Line] = []
    current: list[Piece] = []
    used = 0.0
    for word, glue in _words(words, size, face):
        word_width = sum(piece.width for piece in word)
        if glue == "\n" or (current and used + _glue_width(glue, size, face) + word_width > width):
            lines.append(_line(current))
            current, used = [], 0.0
        if current and glue:
            space = Piece(glue, current[-1].face, fonts.width(glue, current[-1].face, size))
            current.append(space)
            used += space.width
        current += word
        used += word_width
    return (*lines, _line(current)) if current else tuple(lines)


def balanced(words: Words, width: float, size: float, face: Face) -> tuple[Line, ...]:
    """Lines of about equal length, as few as `break_lines` needs: for titles and headings."""
    best = break_lines(words, width, size, face)
    low, high = width * 0.4, width
    for _ in range(7):
        middle = (low + high) / 2
        tried = break_lines(words, middle, size, face)
        if len(tried) == len(best) and all(line.width <= width for line in tried):
            best, high = tried, middle
        else:
            low = middle
    return best


def widest_word(words: Words, size: float, face: Face = "regular") -> tuple[str, float]:
    """The word that needs the most room, and how much."""
    measured = [
        ("".join(p.text for p in word), sum(p.width for p in word))
        for word, _ in _words(words, size, face)
    ]
    return max(measured, key=lambda pair: pair[1], default=("", 0.0))


def text_ink(
    lines: tuple[Line, ...],
    x: float,
    y: float,
    size: float,
    color: str,
    leading: float = fonts.LEADING,
    align: str = "left",
    width: float = 0.0,
) -> tuple[Text, ...]:
    """The lines set with the top of the first at `y`; `align` is left, right or center."""
    ink: list[Text] = []
    for i, line in enumerate(lines):
        slack = {"left": 0.0, "right": width - line.width, "center": (width - line.width) / 2}
        at = x + slack[align]
        baseline = y + size * (fonts.ASCENT + leading * i)
        for piece in line.pieces:
            if piece.text.strip():
                ink.append(
                    Text(at, baseline, piece.text, piece.face, size, color, piece.width, piece.link)
                )
            at += piece.width
    return tuple(ink)


def text_height(count: int, size: float, leading: float = fonts.LEADING) -> float:
    """From the top of the capitals of the first line to the foot of the last."""
    return 0.0 if count == 0 else size * (fonts.ASCENT + fonts.DESCENT + leading * (count - 1))


def _line(pieces: list[Piece]) -> Line:
    """A line; neighbours in the same face become one piece."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and (last.face, last.link) == (piece.face, piece.link):
            merged[-1] = Piece(
                last.text + piece.text, last.face, last.width + piece.width, last.link
            )
        else:
            merged.append(piece)
    return Line(tuple(merged))


def _glue_width(glue: str, size: float, face: Face) -> float:
    return fonts.width(glue, face, size) if glue.strip("\n") else 0.0


def _words(words: Words, size: float, face: Face) -> list[tuple[_Word, str]]:
    """The words, each with what parts it from the one before: ' ', '\\n' or nothing."""
    found: list[tuple[_Word, str]] = []
    pending: list[Piece] = []
    glue = ""
    for run in words:
        styled = _face(run, face)
        for part in _BREAKS.split(run.text):
            if not part:
                continue
            if part.isspace() and part != "\u00a0":
                found, pending = _closed(found, pending, glue)
                glue = "\n" if "\n" in part else " "
                continue
            for piece, last in _parts(part):
                pending.append(Piece(piece, styled, fonts.width(piece, styled, size), run.link))
                if not last:
                    found, pending = _closed(found, pending, glue)
                    glue = ""
    return _closed(found, pending, glue)[0]


def _parts(word: str) -> list[tuple[str, bool]]:
    """A word cut where a line may end inside it: after a hyphen, a dash or a slash."""
    cut = _AFTER.sub("\\1\0", word).split("\0")
    return [(piece, i == len(cut) - 1) for i, piece in enumerate(cut)]


def _closed(
    found: list[tuple[_Word, str]], pending: list[Piece], glue: str
) -> tuple[list[tuple[_Word, str]], list[Piece]]:
    return ([*found, (tuple(pending), glue)], []) if pending else (found, pending)


def _face(run: Run, face: Face) -> Face:
    if face == "black" or not (run.bold or run.italic):
        return face
    if run.bold and run.italic:
        return "bolditalic"
    if run.italic and face == "bold":
        return "bolditalic"
    return "bold" if run.bold else "italic"
