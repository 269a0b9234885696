"""Finding listed words and phrases in texts, on their own and in any case."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=256)
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Matches any of the phrases as whole words; one in capitals is matched in capitals alone.

    Longer phrases win, so that "the poor people" is found as a whole.
    """
    parts = []
    for phrase in sorted(phrases, key=len, reverse=True):
        written = re.escape(phrase).replace(r"\ ", r"\s+")
        parts.append(written if phrase.isupper() else f"(?i:{written})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])")


def first(phrases: Iterable[str], text: str) -> str:
    """The first of the phrases in a text, as it is written there, or nothing."""
    found = pattern(tuple(phrases)).search(text)
    return " ".join(found[0].split()) if found else ""
