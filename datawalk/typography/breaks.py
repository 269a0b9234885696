"""Words cut into the pieces that no line may end inside of, each in its face and measured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from datawalk.prose import SECOND, Run, Words
from datawalk.typography.fonts import Face
from datawalk.typography.scripts.directions import Base, base_of
from datawalk.typography.scripts.scripts import has_italics, unspaced
from datawalk.typography.scripts.typefaces import Faces, ready
from datawalk.typography.widths import width

_BREAKS = re.compile(rf"((?! …)[ \t\n{SECOND}]+)")
"""Where a line may end: dots that leave a sentence open stay with the word before them."""
HYPHENS = "-–—/"
_AFTER = re.compile(rf"(?<=[\w])((?!(?<=\d)-\d)[{HYPHENS}])(?=\w{{2}})")
"""Where a word may be parted; not between digits, as those of a phone."""

SMALLER = 0.8
"""Size of the second language in titles, where there is room above the floor.

Elsewhere it is as large, and lighter: regular under bold, italic under regular.
"""
_LIGHTER: Mapping[Face, Face] = {"bold": "regular", "regular": "italic"}


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
class Word:
    """What no line may end inside of, and what parts it from the word before: ' ', '\\n' or ''.

    `space` is the room between the two, in the face in which the word before ends. Widths are
    those at a size of one point.
    """

    pieces: tuple[Piece, ...]
    glue: str
    width: float
    space: float


@dataclass(frozen=True, slots=True)
class Cut:
    """A paragraph cut into words, and how it runs in the first and in the second language."""

    words: tuple[Word, ...]
    bases: tuple[Base, Base]


@lru_cache(maxsize=4096)
def cut_words(words: Words, face: Face, faces: Faces) -> Cut:
    """A paragraph cut into words, in a face of these."""
    found: list[Word] = []
    pending: list[Piece] = []
    glue = ""
    for token in (*_tokens(words, face, faces), ""):
        if isinstance(token, Piece):
            pending.append(token)
            continue
        if pending:
            wide = sum(piece.width for piece in pending)
            found.append(Word(tuple(pending), glue, wide, _space(found, glue, faces)))
            pending = []
        glue = token
    return Cut(tuple(found), (_base(found, second=False), _base(found, second=True)))


def unbroken(cut: Cut, room: float) -> Cut:
    """The paragraph with words that hold a hyphen, a dash or a slash whole, so far as a line of
    this room at a size of one point holds them."""
    found: list[Word] = []
    chain: list[Word] = []
    for word in (*cut.words, None):
        if word is not None and chain and not word.glue and _hyphened(chain[-1]):
            chain.append(word)
            continue
        wide = sum(one.width for one in chain)
        if len(chain) > 1 and wide <= room:
            pieces = tuple(piece for one in chain for piece in one.pieces)
            found.append(replace(chain[0], pieces=pieces, width=wide))
        else:
            found += chain
        chain = [word] if word is not None else []
    return replace(cut, words=tuple(found))


def _hyphened(word: Word) -> bool:
    """Whether it ends where only a hyphen, a dash or a slash lets a line end."""
    return word.pieces[-1].text[-1:] in HYPHENS


def _base(found: list[Word], *, second: bool) -> Base:
    pieces = (piece for word in found for piece in word.pieces)
    return base_of("".join(piece.text for piece in pieces if piece.second == second))


def _space(before: list[Word], glue: str, faces: Faces) -> float:
    if not before or not glue:
        return 0.0
    last = before[-1].pieces[-1]
    return width(glue, last.face, last.scale, faces)


def _tokens(words: Words, face: Face, faces: Faces) -> Iterator[Piece | str]:
    """Pieces, and between them the glue where one word ends and the next begins."""
    blank = Piece("", face, 0.0)
    lighter = _lighter(words, face)
    for run in words:
        for i, part in enumerate(_BREAKS.split(run.text)):
            if i % 2:  # what stood between two parts
                if SECOND in part:
                    small = SMALLER if face == "black" else 1.0
                    blank = replace(blank, second=True, scale=small)
                yield "\n" if part.strip(" \t") else " "
            elif part:
                styled = _face(run, lighter if blank.second else face)
                yield from _pieces(part, replace(blank, face=styled, link=run.link), faces)


def _pieces(word: str, blank: Piece, faces: Faces) -> Iterator[Piece | str]:
    for i, text in enumerate(_parts(word)):
        if i:
            yield ""
        wide = width(text, blank.face, blank.scale, faces)
        yield Piece(text, blank.face, wide, blank.link, "", blank.second, blank.scale)


def _parts(word: str) -> list[str]:
    """A word cut where a line may end inside it: after a hyphen, a dash or a slash.

    Chinese and Japanese have no spaces: their lines end where Unicode's rules (UAX 14) allow.
    """
    if ready() and unspaced(word):
        from uniseg.linebreak import line_break_units

        return list(line_break_units(word))
    return _AFTER.sub("\\1\0", word).split("\0")


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
