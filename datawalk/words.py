"""Our own words in the language of a walk, from the message catalogs in locale/.

Catalogs are read as translators edit them (.po), so that a plain checkout and an installed
package need no step that compiles them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from datawalk.prose import SECOND, both

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "datawalk.po"


def say(language: str, message: str, **values: object) -> str:
    """The message in a language, its {names} filled in; in English where nobody translated it.

    For 'en+es', a bilingual sheet, in both.
    """
    first, _, second = language.partition("+")
    if second:
        return both(
            *(
                say(code, message, **{name: _part(value, i) for name, value in values.items()})
                for i, code in enumerate((first, second))
            )
        )
    return (_messages(language.split("-")[0]).get(message) or message).format(**values)


def _part(value: object, index: int) -> object:
    """What a value says in the first language, or in the second; most say one thing in both."""
    return value.split(SECOND)[-index] if isinstance(value, str) and SECOND in value else value


@cache
def _messages(language: str) -> Mapping[str, str]:
    path = LOCALE / language / "LC_MESSAGES" / DOMAIN
    if not path.is_file():
        return {}
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    return {str(m.id): str(m.string) for m in catalog if m.id and not m.fuzzy}
