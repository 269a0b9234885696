"""What states are called in a language, and what their counties are called there.

Names of counties and cities stay as they are on official papers, but a state has a name in each
language (locale/states.csv, where it is another one than in English). In some states the parts
that stand in for counties are called otherwise (locale/parts.csv).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from datawalk.shipped import table

NOUNS: Mapping[str, tuple[str, str]] = {"en": ("county", "counties"), "es": ("condado", "condados")}
"""One and many, as our words have them."""

_home: ContextVar[str] = ContextVar("home", default="")


@contextmanager
def at_home(state: str) -> Iterator[None]:
    """Speak of a walk in this state."""
    token = _home.set(state)
    try:
        yield
    finally:
        _home.reset(token)


def home() -> str:
    """The state of the walk that is made; '' where none is."""
    return _home.get()


def named(text: str, language: str) -> str:
    """A state, or a place with its state behind it, in a language: 'Boone County, Misuri'."""
    names = _names().get(language, {})
    before, comma, last = text.rpartition(", ")
    return f"{before}{comma}{names[last]}" if last in names else text


def with_parts(message: str, told: Iterable[object], language: str) -> str:
    """A message of which one value is a state, with the word there for its counties."""
    state = next((value for value in told if isinstance(value, str) and value in _parts()), "")
    parts = _parts().get(state, {}).get(language)
    if not parts:
        return message
    one, many = NOUNS[language]
    return re.sub(rf"\b({many}|{one})\b", lambda word: parts[int(word[0] == many)], message)


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in table("locale/states.csv"):
        found.setdefault(row["language"], {})[row["state"]] = row["name"]
    return found


@cache
def _parts() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for row in table("locale/parts.csv"):
        found.setdefault(row["state"], {})[row["language"]] = (row["county"], row["counties"])
    return found
