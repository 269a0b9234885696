"""Breaking words into lines. What is measured here is what every painter draws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise

from datawalk import fonts
from datawalk.fonts import Face
from datawalk.layout.page import Text
from datawalk.lettering.directions import (
    Base,
    Stretch,
    base_of,
    one_way,
    reads_rightwards,
    stretches,
)
from datawalk.lettering.scripts import has_italics, unspaced
from datawalk.lettering.typefaces import Faces, ready
from datawalk.prose import SECOND, Run, Words

_BREAKS = re.compile(rf"([ \t\n{SECOND}]+)")
_AFTER = re.compile(r"(?<=[\w])([-–—/])(?=\w{2})")


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line in one face; `width` is in points.

    Words of the `second` language may be set smaller than the first: by `scale`.
    """

    text: str
    face: Face
    width: float
    link: str = ""
    base: Base = ""
    second: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type, its pieces in the order of reading. `base` is how its paragraph runs."""

    pieces: tuple[Piece, ...]
    base: Base = ""

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Word:
    """What no line may end inside of, and what parts it from the word before: ' ', '\\n' or ''.

    Widths are those at a size of one point.
    """

    pieces: tuple[Piece, ...]
    glue: str
    width: float


SMALLER = 0.8
"""Size of the second language in titles, where there is room above the floor.

Elsewhere it is as large, and lighter: regular under bold, italic under regular.
"""
_LIGHTER: Mapping[Face, Face] = {"bold": "regular", "regular": "italic"}

ORPHAN, EASED = 0.16, 0.34
"""The share of its line under which a last line is an orphan, and up to which it is filled."""

_Span = tuple[int, int]
"""The words of a line: the first, and the one after the last."""


def break_lines(
    words: Words, width: float, size: float, face: Face = "regular"
) -> tuple[Line, ...]:
    """Fill lines of `width` points greedily; the last is not left with hardly a word.

    A single word may be wider than its line.
    """
    return _broken(words, width, size, face, fonts.faces())


@lru_cache(maxsize=4096)
def _broken(words: Words, width: float, size: float, face: Face, faces: Faces) -> tuple[Line, ...]:
    parts = _words(words, face, faces)
    return _lines(parts, _eased(parts, _spans(parts, width / size, face), width / size), size)


def balanced(words: Words, width: float, size: float, face: Face) -> tuple[Line, ...]:
    """Lines of about equal length, as few as `break_lines` needs: for titles and headings."""
    return _balanced(words, width, size, face, fonts.faces())


@lru_cache(maxsize=4096)
def _balanced(
    words: Words, width: float, size: float, face: Face, faces: Faces
) -> tuple[Line, ...]:
    parts = _words(words, face, faces)
    best = _spans(parts, width / size, face)
    low, high = width * 0.4 / size, width / size
    for _ in range(7):
        middle = (low + high) / 2
        tried = _spans(parts, middle, face)
        if len(tried) == len(best) and all(_width(parts[a:b]) * size <= width for a, b in tried):
            best, high = tried, middle
        else:
            low = middle
    return _lines(parts, best, size)


def _spans(parts: tuple[_Word, ...], room: float, face: Face) -> list[_Span]:
    """Which words stand on each line of `room` times the size of type."""
    spans: list[_Span] = []
    start, used = 0, 0.0
    for i, word in enumerate(parts):
        glue = fonts.width(word.glue, face, 1) if word.glue == " " else 0.0
        if word.glue == "\n" or (i > start and used + glue + word.width > room):
            spans.append((start, i))
            start, used = i, 0.0
        if i > start and word.glue:
            used += _space(parts[i - 1], word)
        used += word.width
    return [*spans, (start, len(parts))] if start < len(parts) else spans


def _eased(parts: tuple[_Word, ...], spans: list[_Span], room: float) -> list[_Span]:
    """Words taken down from the last line but one where the last is nearly empty."""
    if len(spans) < 2:
        return spans
    (first, cut), (_, end) = spans[-2:]
    if parts[cut].glue != " " or _width(parts[cut:end]) >= room * ORPHAN:
        return spans
    while cut - first > 2 and parts[cut - 1].glue == " ":
        longer = _width(parts[cut - 1 : end])
        if longer > room * EASED:
            break
        cut -= 1
    return [*spans[:-2], (first, cut), (cut, end)]


def _space(before: _Word, word: _Word) -> float:
    """The room between two words of a line, in the face of the first."""
    last = before.pieces[-1]
    return fonts.width(word.glue, last.face, last.scale) if word.glue else 0.0


def _width(line: tuple[_Word, ...]) -> float:
    spaces = sum(_space(before, word) for before, word in pairwise(line))
    return spaces + sum(word.width for word in line)


def _lines(parts: tuple[_Word, ...], spans: list[_Span], size: float) -> tuple[Line, ...]:
    """The lines at a size of type; neighbours in the same face become one piece."""
    made: list[Line] = []
    bases = {second: base_of(_said(parts, second=second)) for second in (False, True)}
    for start, end in spans:
        pieces: list[Piece] = []
        for i in range(start, end):
            if i > start and parts[i].glue:
                last = parts[i - 1].pieces[-1]
                space = _space(parts[i - 1], parts[i])
                pieces.append(replace(last, text=parts[i].glue, width=space, link=""))
            pieces += parts[i].pieces
        base = bases[bool(pieces) and pieces[0].second]
        made.append(_line([replace(piece, width=piece.width * size) for piece in pieces], base))
    return tuple(made)


def _said(parts: tuple[_Word, ...], *, second: bool) -> str:
    pieces = (piece for word in parts for piece in word.pieces)
    return "".join(piece.text for piece in pieces if piece.second == second)


def widest_word(words: Words, size: float, face: Face = "regular") -> tuple[str, float]:
    """The word that needs the most room, and how much."""
    parts = _words(words, face, fonts.faces())
    widest = max(parts, key=lambda word: word.width, default=None)
    if widest is None:
        return "", 0.0
    return "".join(piece.text for piece in widest.pieces), widest.width * size


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
    """The lines set with the top of the first at `y`; `align` is left, right or center.

    A paragraph that runs leftwards on a page read rightwards stands at the right of `width`.
    """
    ink: list[Text] = []
    for i, line in enumerate(lines):
        side = align
        if align == "left" and width and against(line):
            side = "right"
        slack = {"left": 0.0, "right": width - line.width, "center": (width - line.width) / 2}
        at = x + slack[side]
        baseline = y + size * (fonts.ASCENT + leading * i)
        for start, piece in placed(line, size):
            if piece.text.strip():
                ink.append(_set(piece, at + start, baseline, size, color))
    return tuple(ink)


def _set(piece: Piece, x: float, y: float, size: float, color: str) -> Text:
    return Text(
        x,
        y,
        piece.text,
        piece.face,
        size * piece.scale,
        color,
        piece.width,
        piece.link,
        piece.base,
        piece.second,
    )


def against(line: Line) -> bool:
    """Whether a line runs from right to left on a page that is read from left to right."""
    return line.base == "R" and reads_rightwards(fonts.faces().language)


def placed(line: Line, size: float) -> list[tuple[float, Piece]]:
    """The pieces of a line as they are read, with the left end of each; 0 is that of the line.

    Pages read from right to left are turned round as a whole (layout/mirror.py), so on them
    these are distances from the right.
    """
    if len(line.pieces) < 2:
        return [(0.0, replace(piece, base=line.base)) for piece in line.pieces]
    turned = not reads_rightwards(fonts.faces().language)
    parts = list(_from_left(line, size))
    ends = list(accumulate((piece.width for _, piece in parts), initial=0.0))
    lefts = [ends[-1] - end for end in ends[1:]] if turned else ends[:-1]
    both = zip(lefts, parts, strict=True)
    return [(left, piece) for left, (_, piece) in sorted(both, key=lambda item: item[1][0])]


def _from_left(line: Line, size: float) -> Iterator[tuple[int, Piece]]:
    """Parts of one direction from left to right, with the letter that each begins with."""
    if one_way(line.text) and line.base != "R":
        starts = accumulate((len(piece.text) for piece in line.pieces), initial=0)
        yield from zip(starts, line.pieces, strict=False)
        return
    for stretch in stretches(line.text, line.base):
        parts = list(_within(line, stretch, size))
        yield from parts[::-1] if stretch.rtl else parts


def _within(line: Line, stretch: Stretch, size: float) -> Iterator[tuple[int, Piece]]:
    """The parts of the pieces that lie in a stretch, as they are read."""
    start = 0
    for piece in line.pieces:
        low, high = max(start, stretch.start), min(start + len(piece.text), stretch.end)
        if low < high:
            text = piece.text[low - start : high - start]
            width = fonts.width(text, piece.face, size * piece.scale)
            base: Base = "R" if stretch.rtl else "L"
            yield low, replace(piece, text=text, width=width, base=base)
        start += len(piece.text)


def text_height(count: int, size: float, leading: float = fonts.LEADING) -> float:
    """From the top of the capitals of the first line to the foot of the last."""
    return 0.0 if count == 0 else size * (fonts.ASCENT + fonts.DESCENT + leading * (count - 1))


def _line(pieces: list[Piece], base: Base) -> Line:
    """A line; neighbours in the same face become one piece."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and (last.face, last.link) == (piece.face, piece.link):
            joined = last.text + piece.text
            merged[-1] = replace(last, text=joined, width=last.width + piece.width)
        else:
            merged.append(piece)
    return Line(tuple(merged), base)


@lru_cache(maxsize=4096)
def _words(words: Words, face: Face, _faces: Faces) -> tuple[_Word, ...]:
    """Widths depend on the faces in use: these are named so that they are remembered apart."""
    found: list[_Word] = []
    pending: list[Piece] = []
    glue = ""
    blank = Piece("", face, 0.0)
    lighter = _lighter(words, face)
    for run in words:
        for part in _BREAKS.split(run.text):
            if not part:
                continue
            if part.isspace() and part != "\u00a0":
                found, pending = _closed(found, pending, glue)
                glue = " " if part.strip(" \t") == "" else "\n"
                if SECOND in part:
                    small = SMALLER if face == "black" else 1.0
                    blank = replace(blank, second=True, scale=small)
                continue
            styled = _face(run, lighter if blank.second else face)
            for piece, last in _parts(part):
                wide = fonts.width(piece, styled, blank.scale)
                pending.append(replace(blank, text=piece, face=styled, width=wide, link=run.link))
                if not last:
                    found, pending = _closed(found, pending, glue)
                    glue = ""
    return tuple(_closed(found, pending, glue)[0])


def _parts(word: str) -> list[tuple[str, bool]]:
    """A word cut where a line may end inside it: after a hyphen, a dash or a slash.

    Chinese and Japanese have no spaces: their lines end where Unicode's rules (UAX 14) allow.
    """
    if ready() and unspaced(word):
        from uniseg.linebreak import line_break_units

        cut = list(line_break_units(word))
    else:
        cut = _AFTER.sub("\\1\0", word).split("\0")
    return [(piece, i == len(cut) - 1) for i, piece in enumerate(cut)]


def _closed(found: list[_Word], pending: list[Piece], glue: str) -> tuple[list[_Word], list[Piece]]:
    if not pending:
        return found, pending
    width = sum(piece.width for piece in pending)
    return [*found, _Word(tuple(pending), glue, width)], []


def _lighter(words: Words, face: Face) -> Face:
    """The face of the second language; Chinese among slanted digits would look torn."""
    said = "".join(run.text for run in words).partition(SECOND)[2]
    return _LIGHTER.get(face, face) if face == "bold" or has_italics(said) else face


def _face(run: Run, face: Face) -> Face:
    if face == "black" or not (run.bold or run.italic):
        return face
    if run.bold and run.italic:
        return "bolditalic"
    if run.italic and face == "bold":
        return "bolditalic"
    return "bold" if run.bold else "italic"
