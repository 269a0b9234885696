"""Font files for letters that the bundled face lacks: finding them, and what they can print."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from datawalk.inputs import Stamp
from datawalk.typography.scripts import scripts

if TYPE_CHECKING:
    from uharfbuzz import Font as Shaper

NEEDED = ("uharfbuzz", "bidi", "uniseg")
"""Libraries of the extra `scripts`."""
ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
HEAVY = 600
"""From this weight on (OpenType's usWeightClass) a font is bold."""
RESTRICTED = 0x0002
"""OpenType's fsType: the maker allows no embedding."""
TALLEST = ("ÁÉÑ", 0.93)
"""Letters that stand high, and how high in Lato, in ems."""
CAPITALS = ("HEX7", 0.725)
"""Capitals and digits, which numbers in boxes are centred by."""
DEEPEST = ("gjpqyÇ", 0.21)
"""Letters that reach low, and how low in Lato."""
LATIN = frozenset(map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"))
"""What a face that everything is set in must have."""
LINE = 1.35
"""Room of a line in ems; letters of taller fonts are set smaller, so that lines keep apart."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """One font: a file, or `module:key` of a Python package; `index` is for collections.

    One that is `fitted` is set so small that its ink keeps to the lines of Lato. A file that was
    replaced has another `stamp`, and is another typeface: what was made of the old one is not its.
    """

    source: str
    index: int = 0
    fitted: bool = False
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A font made ready. `em` is its units per em, `scale` how large it is set beside Lato."""

    typeface: Typeface
    data: bytes
    shaper: Shaper
    characters: frozenset[int]
    em: int
    bold: bool
    scale: float


class UnusableFontError(ValueError):
    """Why a font cannot be used, in words for its owner."""


@dataclass(frozen=True, slots=True)
class Faces:
    """What stands in where the bundled face lacks a letter.

    `own` are the fonts of the walk, asked first. `language` tells Chinese from Japanese forms,
    and which way pages are read. `main` is the walk's own face, asked before Lato: a font for
    each of Lato's cuts, or none. With `arial`, Lato's letters are measured as wide as Arial's.
    """

    language: str = "en"
    own: tuple[Typeface, ...] = ()
    main: tuple[tuple[str, Typeface], ...] = ()
    arial: bool = False

    def unfitted(self) -> Faces:
        """The same for programs that set the faces at their own size, as PowerPoint does."""
        main = tuple((cut, replace(typeface, fitted=False)) for cut, typeface in self.main)
        return replace(self, main=main)

    def main_font(self, cut: str) -> Font | None:
        """The walk's own font for one of Lato's cuts, such as bold; None if it has none."""
        return next((load(typeface) for name, typeface in self.main if name == cut), None)


LATO_ALONE = Faces()
"""A walk in English that names no fonts."""


@cache
def ready() -> bool:
    """Whether the libraries of the extra `scripts` are there."""
    return all(find_spec(name) for name in NEEDED)


def font_for(character: str, faces: Faces, *, bold: bool) -> Font | None:
    """The font that prints a character; None if there is none, or nothing to shape it with."""
    if not ready():
        return None
    own = [font for face in faces.own if ord(character) in (font := load(face)).characters]
    if own:
        return min(own, key=lambda font: font.bold != bold)
    for row in scripts.wanted(character, faces.language):
        found = _found(row.bold if bold else row.regular) or _found(row.regular)
        if found and ord(character) in (font := load(found)).characters:
            return font
    return None


@lru_cache(maxsize=32)
def load(typeface: Typeface) -> Font:
    """Raises UnusableFontError."""
    import uharfbuzz
    from fontTools.ttLib import TTFont, TTLibError

    try:
        data = _unpacked(_read(typeface.source))
        table = TTFont(io.BytesIO(data), fontNumber=typeface.index, lazy=True)
        characters = frozenset(table.getBestCmap() or ())
        em = int(table["head"].unitsPerEm)
        weight, license_ = int(table["OS/2"].usWeightClass), int(table["OS/2"].fsType)
        tall = (table["hhea"].ascent - table["hhea"].descent) / em
        shaper = uharfbuzz.Font(uharfbuzz.Face(data, typeface.index))
    except UnusableFontError:
        raise
    except (OSError, TTLibError, KeyError, AssertionError, ValueError, EOFError) as fault:
        raise UnusableFontError("is no font that can be read") from fault
    except Exception as fault:  # fontTools raises struct.error, TypeError … on broken tables.
        raise UnusableFontError("is damaged") from fault
    if license_ & 0xF == RESTRICTED:
        raise UnusableFontError("may not be put into PDF files: its maker does not allow it")
    scale = 1.0 if _square(characters) or tall <= LINE else LINE / tall
    if typeface.fitted:
        scale = _fitting(shaper, em)
    return Font(typeface, data, shaper, characters, em, weight >= HEAVY, scale)


def family(typeface: Typeface) -> str:
    """The name that other programs know a font by."""
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(load(typeface).data), fontNumber=typeface.index, lazy=True) as table:
        return str(table["name"].getBestFamilyName() or "")


def _fitting(shaper: Shaper, em: int) -> float:
    """How large a font may be set so that its letters stand no higher or lower than Lato's."""
    highest, capitals = (
        max((_ink(shaper, c)[0] for c in letters), default=0) / em / most
        for letters, most in (TALLEST, CAPITALS)
    )
    lowest = max(_ink(shaper, c)[1] for c in DEEPEST[0]) / em / DEEPEST[1]
    return float(1 / max(1.0, highest, capitals, lowest))


def _ink(shaper: Shaper, character: str) -> tuple[int, int]:
    """How far a letter stands over the baseline and reaches under it, in units of the font."""
    glyph = shaper.get_nominal_glyph(ord(character))
    extents = shaper.get_glyph_extents(glyph) if glyph else None
    if extents is None:
        return 0, 0
    return extents.y_bearing, -(extents.y_bearing + extents.height)


def _square(characters: frozenset[int]) -> bool:
    """Whether this is a font of Chinese, Japanese or Korean, whose letters fit their em."""
    return ord("中") in characters or ord("한") in characters


def _read(source: str) -> bytes:
    module, _, key = source.partition(":")
    if key and find_spec(module):
        import importlib

        return bytes(importlib.import_module(module).fontbuffers[key]())
    return Path(source).read_bytes()


def _unpacked(data: bytes) -> bytes:
    """A font of the web (WOFF) as the TrueType or OpenType font inside it."""
    from fontTools.ttLib import TTFont

    if data[:4] == b"wOF2":
        raise UnusableFontError("is packed for web pages (WOFF2), which datawalk does not unpack")
    if data[:4] != b"wOFF":
        return data
    table = TTFont(io.BytesIO(data), recalcTimestamp=False)
    table.flavor = None
    plain = io.BytesIO()
    table.save(plain)
    return plain.getvalue()


@lru_cache(maxsize=64)
def _found(wanted: str) -> Typeface | None:
    """The typeface of a name in the table of scripts, if it is on this machine."""
    name, _, part = wanted.partition("#")
    module, _, key = name.partition(":")
    if key:
        return Typeface(name) if find_spec(module) else None
    path = _installed().get(name.lower())
    if path is None:
        return None
    return Typeface(str(path), _member(path, part) if part else 0)


def _member(path: Path, part: str) -> int:
    """Which font of a collection has a name that ends so."""
    from fontTools.ttLib import TTCollection

    with TTCollection(str(path), lazy=True) as collection:
        for index, font in enumerate(collection.fonts):
            if str(font["name"].getBestFamilyName()).split()[-1] == part:
                return index
    return 0


@cache
def _installed() -> Mapping[str, Path]:
    """The fonts of this machine by the names of their files; of equal names the first."""
    paths = [
        Path(folder, file)
        for top in _folders()
        for folder, _, files in os.walk(top)
        for file in files
        if file.lower().endswith(ENDINGS)
    ]
    return {path.stem.lower(): path for path in sorted(paths, reverse=True)}


def _folders() -> Iterable[Path]:
    """Where systems keep their fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home))
        return (
            Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"),
            Path(local, "Microsoft", "Windows", "Fonts"),
        )
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    )
