"""Which language each part of a text is in, as far as its letters tell."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from datawalk.shipped import table
from datawalk.typography.scripts.scripts import JAPANESE, SHARED, language_of

EAST_ASIAN = (*JAPANESE, "Hang", "Bopo")
TAGS = {"ja": "ja-JP", "ko": "ko-KR"}


@lru_cache(maxsize=20_000)
def spoken(text: str, tag: str) -> tuple[tuple[str, str], ...]:
    """The parts of a text with their language tags, in a document whose tag is `tag`.

    Letters of its own script are of its language; signs and figures are of the letters before
    them. `spoken("She said: مرحبا", "en-US")` has two parts.
    """
    if text.isascii() and _own_script(tag) == "Latn":
        return ((text, tag),) if text else ()
    scripts = _scripts(text)
    parts = []
    for script, group in groupby(zip(scripts, text, strict=True), key=lambda pair: pair[0]):
        part = "".join(character for _, character in group)
        parts.append((part, _tag(script, part, tag)))
    return tuple(parts)


def _scripts(text: str) -> list[str]:
    """The script of each character; signs have that of the letter before them, else after."""
    from fontTools import unicodedata as table

    found = [str(table.script(character)) for character in text]
    found = ["Hani" if script in EAST_ASIAN else script for script in found]
    last = next((script for script in found if script not in SHARED), "")
    for i, script in enumerate(found):
        last = found[i] = last if script in SHARED else script
    return found


def _tag(script: str, part: str, tag: str) -> str:
    if not script or (script == _own_script(tag) and script != "Hani"):
        return tag
    east = language_of(part, "")
    if east:
        return tag if tag.startswith(east) else TAGS.get(east, tag)
    if script == _own_script(tag):
        return tag
    return next((row["tag"] for row in _table() if row["script"] == script), tag)


@lru_cache(maxsize=256)
def _own_script(tag: str) -> str:
    """The script that a language is written in; Latin for all that the table does not name."""
    language = tag.split("-")[0]
    return next((row["script"] for row in _table() if language in row["also"].split()), "Latn")


def _table() -> tuple[dict[str, str], ...]:
    """For each script the language that most often writes it here (`tag`), and who `also` does."""
    return table("typography/scripts/tongues.csv")
