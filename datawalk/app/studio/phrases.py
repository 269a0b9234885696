"""The studio's own words, in the language of the person at the browser.

They stand in studio.po, apart from those of walks: the person who makes a walk may read another
language than those who come to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from gettext import c2py
from typing import NamedTuple

from babel.messages.pofile import read_po

from datawalk.words import LOCALE, spoken

DOMAIN = "studio.po"
LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español"}
"""Those that the studio speaks, as they call themselves."""


class _Many(NamedTuple):
    one: str
    many: str


@lru_cache(maxsize=8)
def _messages(language: str) -> Mapping[str | _Many, tuple[str, ...]]:
    path = LOCALE / language / "LC_MESSAGES" / DOMAIN
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        found = [m for m in read_po(file, locale=language) if m.id and not m.fuzzy]
    return {
        m.id if isinstance(m.id, str) else _Many(*m.id): forms
        for m in found
        if (forms := (m.string,) if isinstance(m.string, str) else tuple(m.string or ()))
        and forms[0]
    }


@lru_cache(maxsize=8)
def _rule(language: str) -> str:
    with (LOCALE / language / "LC_MESSAGES" / DOMAIN).open("rb") as file:
        return read_po(file, locale=language).plural_expr


def told(message: str, **values: object) -> str:
    """The message, its {names} filled in; in English where nobody translated it."""
    (found,) = _messages(spoken()).get(message, (message,))
    return found.format(**values) if values else found


def told_many(one: str, many: str, count: int, **values: object) -> str:
    """The message for one or for many, {count} and other {names} filled in."""
    forms = _messages(spoken()).get(_Many(one, many))
    chosen = forms[c2py(_rule(spoken()))(count)] if forms else (one if count == 1 else many)
    return chosen.format(count=count, **values)


def preferred(remembered: str, accepted: str) -> str:
    """The language that was chosen, else the first of the browser's that is spoken here."""
    if remembered in LANGUAGES:
        return remembered
    wished = [_wish(part, i) for i, part in enumerate(accepted.split(","))]
    ours = [wish for wish in sorted(wished) if wish[2] in LANGUAGES and wish[0] < 0]
    return ours[0][2] if ours else "en"


def _wish(part: str, place: int) -> tuple[float, int, str]:
    """How much a language of Accept-Language is wished for (the lower the more), and its code."""
    name, _, weight = part.partition(";q=")
    try:
        wished = float(weight or 1)
    except ValueError:
        wished = 0.0
    return -wished, place, name.strip().lower().partition("-")[0]
