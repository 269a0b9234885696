"""Our own words: every message of the code is in every catalog, with the same names to fill in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from datawalk import kit
from datawalk.page.marks import Text
from datawalk.words import DOMAIN, LOCALE, say, say_many, speaking
from tests.conftest import ROOT

TERMINAL = ("app/prompts.py", "app/cli.py", "app/kits.py", "app/console.py", "app/planning.py")
"""What speaks to whoever types commands: in English."""
CATALOGS = sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}"))
WALK = """\
title: Recorrido
place: "29019"
language: es
data: [metrics.csv]
event: {link: "https://example.org"}
stations:
  - {title: Uno, blocks: [{kind: stat, metric: share_employed}]}
  - {title: Dos, blocks: [{kind: text, text: Hola}]}
"""


def messages() -> set[str | tuple[str, str]]:
    """Every message of the code, those for one or many as pairs; not what the terminal says."""
    found = extract_from_dir(
        ROOT / "datawalk",
        method_map=[("**.py", "python")],
        options_map={},
        keywords={"say": None, "later": None, "say_many": (1, 2)},
    )
    return {
        message if isinstance(message, str) else (message[0], message[1])
        for file, _, message, _, _ in found
        if message and file not in TERMINAL
    }


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("path", CATALOGS, ids=lambda p: p.parts[-3])
def test_a_catalog_has_every_message_and_its_names(path: Path) -> None:
    with path.open("rb") as file:
        catalog = {m.id: m.string for m in read_po(file) if m.id and not m.fuzzy}
    assert len(messages()) >= 200
    assert catalog.keys() == messages()
    for message, text in catalog.items():
        # Of one and many, either may leave the count out: "1 estación".
        free = set() if isinstance(message, str) else {"count"}
        asked = message if isinstance(message, str) else message[1]
        for form in [text] if isinstance(text, str) else text:
            assert form
            assert names(form) - free == names(asked) - free
            assert form.count("*") == asked.count("*")


def test_there_is_spanish() -> None:
    assert [path.parts[-3] for path in CATALOGS] == ["es"]


def test_says_it_in_the_language_of_the_walk_or_in_english() -> None:
    asked = {"number": 3, "count": 8}
    message = "{number} of {count}"
    for language, said in {"es-US": "3 de 8", "en": "3 of 8"}.items():
        with speaking(language):
            assert say(message, **asked) == said
    with speaking("tlh"):
        assert say(message, **asked) == "3 of 8"
    with speaking("es"):
        assert [say_many("1 station", "{count} stations", n) for n in (1, 5)] == [
            "1 estación",
            "5 estaciones",
        ]


def test_the_foot_of_a_poster_and_the_opening_slides_are_spanish(
    write_walk: Callable[[str], Path],
) -> None:
    made = kit.prepared(write_walk(WALK))
    posters, deck = made.documents
    inks = [
        ink.text for box in posters.pages[0].boxes for ink in box.leaves if isinstance(ink, Text)
    ]
    assert {"1 de 2", "Sigan leyendo:"} <= set(inks)
    titles = [page.title for page in deck.pages]
    assert "Cómo funciona este recorrido de datos" in titles
    assert "Fuentes y notas" in titles
    assert any("\nFuentes\n" in page.spoken for page in deck.pages)
