"""Breaking words into lines. What is measured here is what every painter draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from datawalk.prose import Words
from datawalk.typography import fonts
from datawalk.typography.breaks import Cut, Piece, Word, cut_words, unbroken
from datawalk.typography.fonts import Face
from datawalk.typography.scripts.directions import Base, reads_rightwards
from datawalk.typography.scripts.typefaces import LATO_ALONE, Faces
from datawalk.typography.widths import width


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


SLACK = 0.98
"""Share of a box's width that lines may fill; office programs differ a little in what they fill."""


@dataclass(frozen=True, slots=True)
class Measurer:
    """Measures words in the faces that they are set in, and breaks them into lines.

    What stands on a page was measured by one of these; layouts hand it down.

    Where office programs show them in a face that is `wider` times as wide, lines fill less.
    """

    faces: Faces = LATO_ALONE
    wider: float = 1.0

    @property
    def rightwards(self) -> bool:
        """Whether pages are read from left to right."""
        return reads_rightwards(self.faces.language)

    @property
    def slack(self) -> float:
        """Share of a box's width that lines may fill in an office program."""
        return SLACK / self.wider

    def width(self, text: str, face: Face, size: float) -> float:
        """The advance width of `text` in points."""
        return width(text, face, size, self.faces)

    def shown(self, text: str, face: Face, size: float) -> float:
        """The width in points that a text may take in an office program."""
        return self.width(text, face, size) / self.slack

    def break_lines(
        self, words: Words, width: float, size: float, face: Face = "regular"
    ) -> tuple[Line, ...]:
        """Fill lines of `width` points greedily; the last is not left with hardly a word.

        A single word may be wider than its line.
        """
        return _broken(words, width, size, face, self.faces)

    def balanced(self, words: Words, width: float, size: float, face: Face) -> tuple[Line, ...]:
        """Lines of about equal length, as few as they can be: for titles and headings.

        No line ends behind a hyphen, but of a word that is wider than a line.
        """
        return _balanced(words, width, size, face, self.faces)

    def widest_word(self, words: Words, size: float, face: Face = "regular") -> tuple[str, float]:
        """The word that needs the most room, and how much."""
        text, wide = _widest(words, face, self.faces)
        return text, wide * size


LATO = Measurer()
"""Measures a walk in English that names no fonts."""

ORPHAN, EASED = 0.16, 0.34
"""The share of its line under which a last line is an orphan, and up to which it is filled."""

_Span = tuple[int, int]
"""The words of a line: the first, and the one after the last."""


@lru_cache(maxsize=4096)
def _broken(words: Words, room: float, size: float, face: Face, faces: Faces) -> tuple[Line, ...]:
    cut = cut_words(words, face, faces)
    spans = _spans(cut.words, room / size, _blank(face, faces))
    return _lines(cut, _eased(cut.words, spans, room / size), size)


@lru_cache(maxsize=4096)
def _balanced(words: Words, room: float, size: float, face: Face, faces: Faces) -> tuple[Line, ...]:
    cut = unbroken(cut_words(words, face, faces), room / size)
    parts = cut.words
    blank = _blank(face, faces)
    best = _spans(parts, room / size, blank)
    low, high = room * 0.4 / size, room / size
    for _ in range(7):
        middle = (low + high) / 2
        tried = _spans(parts, middle, blank)
        if len(tried) == len(best) and all(_width(parts[a:b]) * size <= room for a, b in tried):
            best, high = tried, middle
        else:
            low = middle
    return _lines(cut, best, size)


def _blank(face: Face, faces: Faces) -> float:
    return width(" ", face, 1, faces)


def _spans(parts: tuple[Word, ...], room: float, blank: float) -> list[_Span]:
    """Which words stand on each line of `room` times the size of type; so wide is a space."""
    spans: list[_Span] = []
    start, used = 0, 0.0
    for i, word in enumerate(parts):
        glue = blank if word.glue == " " else 0.0
        if word.glue == "\n" or (i > start and used + glue + word.width > room):
            spans.append((start, i))
            start, used = i, 0.0
        if i > start:
            used += word.space
        used += word.width
    return [*spans, (start, len(parts))] if start < len(parts) else spans


def _eased(parts: tuple[Word, ...], spans: list[_Span], room: float) -> list[_Span]:
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


def _width(line: tuple[Word, ...]) -> float:
    return sum(word.space for word in line[1:]) + sum(word.width for word in line)


def _lines(cut: Cut, spans: list[_Span], size: float) -> tuple[Line, ...]:
    """The lines at a size of type."""
    made: list[Line] = []
    for start, end in spans:
        pieces: list[Piece] = []
        for word in cut.words[start:end]:
            if pieces and word.glue:
                last = pieces[-1]
                kind = last.base, last.second, last.scale
                pieces.append(Piece(word.glue, last.face, word.space, "", *kind))
            pieces += word.pieces
        base = cut.bases[bool(pieces) and pieces[0].second]
        made.append(_line(pieces, size, base))
    return tuple(made)


@lru_cache(maxsize=4096)
def _widest(words: Words, face: Face, faces: Faces) -> tuple[str, float]:
    parts = cut_words(words, face, faces).words
    widest = max(parts, key=lambda word: word.width, default=None)
    if widest is None:
        return "", 0.0
    return "".join(piece.text for piece in widest.pieces), widest.width


def surplus(lines: Sequence[Line], most: int) -> tuple[int, int]:
    """How many lines are too many where there is room for `most`, and the words in them."""
    over = lines[most:]
    return len(over), sum(len(piece.text.split()) for line in over for piece in line.pieces)


def text_height(count: int, size: float, leading: float = fonts.LEADING) -> float:
    """From the top of the capitals of the first line to the foot of the last."""
    return 0.0 if count == 0 else size * (fonts.ASCENT + fonts.DESCENT + leading * (count - 1))


def _line(pieces: list[Piece], size: float, base: Base) -> Line:
    """A line; neighbours in the same face become one piece."""
    merged: list[Piece] = []
    for _, group in groupby(pieces, key=lambda piece: (piece.face, piece.link)):
        same = list(group)
        text = "".join([piece.text for piece in same])
        width = sum([piece.width * size for piece in same])
        merged.append(replace(same[0], text=text, width=width))
    return Line(tuple(merged), base)
