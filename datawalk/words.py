"""Our own words in the language of a walk, from the message catalogs in locale/: those of the
code from datawalk.po, those of the knowledge files (catalog.csv and its like) from metrics.po.

Catalogs are read as translators edit them (.po), so that a plain checkout and an installed
package need no step that compiles them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "datawalk.po"
KNOWLEDGE = "metrics.po"


def say(language: str, message: str, **values: object) -> str:
    """The message in a language, its {names} filled in; in English where nobody translated it."""
    return _translated(language, DOMAIN, "", message).format(**values)


def phrase(language: str, context: str, text: str) -> str:
    """A phrase of a knowledge file in a language, its {names} left open; in English where nobody
    translated it. `context` is the file and the column: 'catalog.csv label'.
    """
    return _translated(language, KNOWLEDGE, context, text)


def _translated(language: str, domain: str, context: str, text: str) -> str:
    return _messages(language.split("-")[0], domain).get((context, text)) or text


@cache
def _messages(language: str, domain: str) -> Mapping[tuple[str, str], str]:
    path = LOCALE / language / "LC_MESSAGES" / domain
    if not path.is_file():
        return {}
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    return {(m.context or "", str(m.id)): str(m.string) for m in catalog if m.id and not m.fuzzy}
