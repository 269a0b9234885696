"""What to type where something else than expected was read."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.fields import spoken
from datawalk.source import slips

A_TEXT = "a text"
A_LIST = "a list (one line each, starting with a dash)"
A_SET = "a set of settings"
BLOCKS = ("blocks", "more_blocks")
_A_BLOCK = 'Begin each block with a dash, indented under {key}: as in "- kind: text".'


def to_type(key: str, given: object, expected: str) -> str:
    """What to type for a setting that is read as something else; '' where nobody knows."""
    match expected, given:
        case "a text", dict() if given and not spoken(given):
            return _as_text(given)
        case _, dict() if key == "stations":
            return 'Begin each station with a dash, as in "- title: ...".'
        case _ if key in BLOCKS and expected in (A_LIST, A_SET):
            if isinstance(given, str) and expected == A_SET:
                return f"Write - kind: {given}, and its settings under it."
            return _A_BLOCK.format(key=key)
        case "a list (one line each, starting with a dash)", str():
            return f"Write {key}: and under it - {slips.quoted(given)}"
        case "a list (one line each, starting with a dash)", dict():
            first = next((text for text in given.values() if isinstance(text, str)), "")
            return f"Write a line for each, such as: - {slips.quoted(first)}" if first else ""
    return ""


def _as_text(given: dict[str, object]) -> str:
    (word, text), *more = given.items()
    if not isinstance(text, str):
        return f"Put it in quotes: {slips.quoted(word)}." if text is None else ""
    if more:
        return f"Write a line for each, such as: - {slips.quoted(text)}"
    return (
        f"A colon parts words from a setting. Put it in quotes: {slips.quoted(f'{word}: {text}')}"
    )


def stray(key: str, given: object, known: Sequence[str]) -> str:
    """What to type for a word that is no setting: a text with a comma, or a block out of place."""
    if given is None and (" " in key or slips.has_curly(key)):
        curly = " Curly quotes hold no text together." if slips.has_curly(key) else ""
        return f"A comma ends a text in brackets: put the text in straight quotes.{curly}"
    if key == "kind" and "blocks" in known:
        return _A_BLOCK.format(key="blocks")
    return ""


def without_kind(given: object) -> str:
    """What to type for a block that does not say what it is."""
    if not isinstance(given, dict):
        return ""
    if any(key in given for key in BLOCKS):
        return "Blocks hold no blocks: take the inner blocks: out, and move its lines left."
    (word, inner), *more = given.items()
    if isinstance(inner, dict) and not more:
        return f"Write - kind: {word}, and its settings under it."
    return "Write kind: first, as in - kind: text."
