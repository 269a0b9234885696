"""Which script a character belongs to, and the fonts that are looked for to print it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from datawalk.shipped import table

EXTRA = "pip install '.[scripts]' in the folder of datawalk"
"""What brings the libraries that set letters beyond Lato, and FiraGO."""
JAPANESE = ("Hira", "Kana")
SHARED = ("Zyyy", "Zinh")
"""Common and inherited: signs that stand with the letters around them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A font that prints a script: its files without their endings, and what to install.

    `#JP` behind the name of a collection tells which of its fonts; `module:key` is a font in a
    Python package. Chinese, Japanese and Korean draw the same character differently, so a row of
    the script `Hani` is for one `language`.
    """

    script: str
    language: str
    called: str
    font: str
    regular: str
    bold: str
    install: str


@lru_cache(maxsize=20_000)
def script_of(character: str) -> str:
    """The code of ISO 15924, such as 'Arab'; scripts of Japanese, Chinese and Korean are 'Hani'.

    A sign of few scripts, such as the Arabic question mark, has the first in our table.
    """
    from fontTools import unicodedata as table

    script = str(table.script(character))
    if script in (*JAPANESE, "Hang", "Bopo") or _full_width(character, script):
        return "Hani"
    signs = table.script_extension(character)
    return next((row.script for row in _table() if row.script in signs), script)


def _full_width(character: str, script: str) -> bool:
    """Whether this is a sign of East Asian type, such as 。 or （."""
    return script in SHARED and unicodedata.east_asian_width(character) in "WF"


@lru_cache(maxsize=20_000)
def unspaced(word: str) -> bool:
    """Whether a word is of Chinese or Japanese, which put no space between words."""
    return not word.isascii() and any(
        script_of(c) == "Hani" and not unicodedata.name(c, "").startswith("HANGUL") for c in word
    )


SLANTED = ("Latn", "Cyrl", "Grek", *SHARED)
"""Scripts that have italics."""


def has_italics(text: str) -> bool:
    """Whether a text is of a script that can be told from others by italics."""
    return text.isascii() or all(script_of(character) in SLANTED for character in text)


def stays_with(character: str) -> bool:
    """Whether this takes the font of the letter before it: marks and full stops, but no space.

    All spaces are the bundled face's, since lines are measured word by word.
    """
    from fontTools import unicodedata as table

    return table.script(character) in SHARED and not (character.isspace() or character.isdecimal())


def wanted(character: str, language: str) -> tuple[Wanted, ...]:
    """The fonts to look for, the best first; none for a script that datawalk does not know."""
    script = script_of(character)
    rows = [row for row in _table() if row.script == script]
    if script != "Hani":
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: row.language != _east_asian(language)))


@lru_cache(maxsize=20_000)
def language_of(text: str, language: str) -> str:
    """The language of a text in a walk of `language`: kana and Hangul tell, Han does not."""
    if text.isascii():
        return language
    names = [unicodedata.name(character, "") for character in text]
    if any(name.startswith(("HIRAGANA", "KATAKANA")) for name in names):
        return "ja"
    return "ko" if any(name.startswith("HANGUL") for name in names) else language


def _east_asian(language: str) -> str:
    """Whose forms of Han characters to print."""
    if language in ("zh-TW", "zh-HK", "zh-MO"):
        return "zh-TW"
    return language[:2] if language[:2] in ("ja", "ko") else "zh"


@cache
def _table() -> tuple[Wanted, ...]:
    return tuple(Wanted(**row) for row in table("typography/scripts/scripts.csv"))
