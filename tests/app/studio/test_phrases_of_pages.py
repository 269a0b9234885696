"""The studio's own words: every one translated, and the language of the person asked for."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from datawalk.app.studio.pages.frame import HOME
from datawalk.app.studio.phrases import DOMAIN, LANGUAGES, preferred, told, told_many
from datawalk.words import LOCALE, speaking
from tests.app.studio.catalog import messages

OTHERS = [language for language in LANGUAGES if language != "en"]
TEMPLATES = sorted((HOME / "templates").glob("*.html"))
SAID_AS_IT_IS = {"datawalk studio", "Enter", "PDF", "↑", "↓"}
"""Names and keys, which are the same in every language."""


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalog_has_every_message_and_its_names(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / DOMAIN).open("rb") as file:
        catalog = {m.id: m.string for m in read_po(file) if m.id and not m.fuzzy}
    assert catalog.keys() == messages()
    for message, text in catalog.items():
        free = set() if isinstance(message, str) else {"count"}
        asked = message if isinstance(message, str) else message[1]
        for form in [text] if isinstance(text, str) else text:
            assert form
            assert names(asked) - names(form) <= free
            assert names(form) <= names(asked)


def _bare(path: Path) -> set[str]:
    """Words of a template that go through no catalog: between tags, or in attributes read aloud."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text("utf-8"), flags=re.S)
    text = re.sub(r"<!doctype[^>]*>", " ", text)
    spoken = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text)
    between = re.sub(r"<[^>]*>", "\n", text).splitlines()
    return {words.strip(" ,.:·–%\t") for words in (*spoken, *between)} - {""}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_no_words_of_a_page_pass_the_catalog_by(path: Path) -> None:
    lettered = {words for words in _bare(path) if re.search(r"[^\W\d]", words)}
    assert lettered <= SAID_AS_IT_IS


def test_messages_are_said_in_the_language_of_the_person() -> None:
    assert told("All walks") == "All walks"
    with speaking("es"):
        assert told("All walks") == "Todos los recorridos"
        assert told("Line {number}", number=3) == "Línea 3"
        assert told_many("1 station", "{count} stations", 1) == "1 estación"
        assert told_many("1 station", "{count} stations", 4) == "4 estaciones"


@pytest.mark.parametrize(
    ("remembered", "accepted", "language"),
    [
        ("", "", "en"),
        ("", "es-MX,es;q=0.9,en;q=0.8", "es"),
        ("", "de-DE,fr;q=0.9", "en"),
        ("", "en;q=0.2, es;q=0.7", "es"),
        ("", "es;q=0", "en"),
        ("", "es;q=much", "en"),
        ("en", "es", "en"),
        ("xx", "es", "es"),
    ],
)
def test_a_language_is_chosen_remembered_or_the_browsers(
    remembered: str, accepted: str, language: str
) -> None:
    assert preferred(remembered, accepted) == language
