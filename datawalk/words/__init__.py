"""Our own words in the language of a walk, from the message catalogs in locale/.

Those of the code are in datawalk.po, those of the knowledge files (catalog.csv and its like) in
metrics.po. Catalogs are read as translators edit them (.po), so that a plain checkout and an
installed package need no step that compiles them. Which language is spoken is ambient, as it is
for gettext: words are said everywhere.

Figures keep the commas and points of U.S. English (1,234.5), as Spanish in the United States and
Mexico writes them too (CLDR, es-US and es-MX). Names of places stay as they are on official
papers: "Boone County" needs no article, and so fits any sentence that an author writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from gettext import c2py
from pathlib import Path
from typing import Any

from datawalk.prose import SECOND, both
from datawalk.words.states import named, with_parts

LOCALE = Path(__file__).parents[1] / "locale"
DOMAIN = "datawalk.po"
KNOWLEDGE = "metrics.po"
AND = "+"
"""Between the codes of the two languages of a bilingual sheet: en+es."""

_spoken: ContextVar[str] = ContextVar("spoken", default="en")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything in a language: a code such as 'es', or 'en+es' for both on one sheet."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """The code of the language in use, of a bilingual sheet the first."""
    return _spoken.get().partition(AND)[0]


def translated(language: str) -> bool:
    """Whether our own words are there in a language."""
    return language.startswith("en") or bool(_messages(language.split("-")[0]))


def say(message: str, **values: object) -> str:
    """The message, its {names} filled in; in English where nobody translated it."""
    return _in_each(values, lambda code: _messages(code).get(message) or message)


def later(message: str) -> str:
    """A message that is said where it is used, marked here for those who collect messages."""
    return message


def say_many(one: str, many: str, count: int, **values: object) -> str:
    """The message for one or for many, {count} and other {names} filled in."""

    def chosen(code: str) -> str:
        forms = _messages(code).get((one, many))
        if not forms:
            return one if count == 1 else many
        return str(forms[_plural(code)(count)])

    return _in_each({"count": count, **values}, chosen)


def phrase(language: str, context: str, text: str) -> str:
    """A phrase of a knowledge file in a language, its {names} left open; in English where nobody
    translated it. `context` is the file and the column: 'catalog.csv label'.
    """
    return _phrases(language.split("-")[0]).get((context, text)) or text


def _in_each(values: Mapping[str, object], message: Callable[[str], Any]) -> str:
    """The message in the language in use, or in both; a value may have a part for each."""
    first, *others = _spoken.get().split(AND)
    # What would be English only because nobody translated it, is no second language.
    codes = [first, *(code for code in others if translated(code))]
    told = (_filled(message, values, code.split("-")[0], i) for i, code in enumerate(codes))
    return both(*told) if len(codes) > 1 else next(told)


def _filled(
    message: Callable[[str], Any], values: Mapping[str, object], language: str, index: int
) -> str:
    """The message in one language; states and their counties are called as they are there."""
    parts = {name: _part(value, index) for name, value in values.items()}
    text = with_parts(str(message(language)), parts.values(), language)
    said = {k: named(v, language) if isinstance(v, str) else v for k, v in parts.items()}
    return text.format(**said)


def with_state(text: str) -> str:
    """A place with its state, as the language in use calls that: 'Boone County, Misuri'."""
    return named(text, spoken().split("-")[0])


def _part(value: object, index: int) -> object:
    """What a value says in the first language, or in the second; most say one thing in both."""
    return value.split(SECOND)[-index] if isinstance(value, str) and SECOND in value else value


@lru_cache(maxsize=32)
def _catalog(language: str, domain: str) -> Any:
    """What translators wrote; nothing in a language that nobody wrote in."""
    path = LOCALE / language / "LC_MESSAGES" / domain
    if not path.is_file():
        return ()
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file, locale=language)


@lru_cache(maxsize=32)
def _plural(language: str) -> Callable[[int], int]:
    """Which form of a message a count takes."""
    return c2py(_catalog(language, DOMAIN).plural_expr)


@lru_cache(maxsize=32)
def _messages(language: str) -> Mapping[Any, Any]:
    """Translations by message; those for one or many by both, as a tuple of their forms."""
    return {m.id: m.string for m in _catalog(language, DOMAIN) if m.id and not m.fuzzy}


@lru_cache(maxsize=32)
def _phrases(language: str) -> Mapping[tuple[str, str], str]:
    """Translations by context and phrase."""
    found = _catalog(language, KNOWLEDGE)
    return {(m.context or "", m.id): m.string for m in found if m.id and not m.fuzzy}
