"""Characters that no printed text may hold: they are turned into a space, or refused by name."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("[\v\f\x1c-\x1f\x85\u2028\u2029]")
"""What programs put where a line or a field ends: a vertical tab is a soft line break of Office."""
_MARKS = "\ufeff"
"""A byte order mark that stands inside a text, where two files were joined."""
_PAIRS = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_STRANGE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OWN = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")

RETYPE = "Delete it, and type the words beside it again: copying brings such signs along."


def tidied(text: str) -> str:
    """`text` with a space for each control character that parts words.

    Halves of one character, as JSON escapes write them, are joined.
    """
    if text.isascii() and text.isprintable():
        return text
    return _BREAKS.sub(" ", paired(text).replace(_MARKS, ""))


def paired(text: str) -> str:
    """`text` with halves of one character joined, as JSON escapes write them."""
    return _PAIRS.sub(_whole, text)


def _whole(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")


def strange(text: str) -> tuple[str, ...]:
    """The characters of `text` that cannot be printed by any font, each once."""
    if text.isascii() and text.isprintable():
        return ()
    return tuple(dict.fromkeys(_STRANGE.findall(text)))


def private(character: str) -> bool:
    """Whether a character means something in one font only, such as a bullet of Wingdings."""
    return bool(_OWN.match(character))


def named(character: str) -> str:
    """'U+0000, which is no letter': what to call a character that cannot be shown."""
    code = f"U+{ord(character):04X}"
    if _TURNING.match(character):
        return f"{code}, a hidden sign that turns the direction of words"
    if unicodedata.category(character) == "Cs":
        return f"{code}, half of a character"
    return f"{code}, a hidden sign that is no letter"
