"""The Spanish of the pages for facilitators is whole, and none of it is left from older pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from markdown_it import MarkdownIt

from docs.making.examples import DOCS

PAGES = sorted((DOCS / "facilitators").glob("*.md"))
CATALOGS = DOCS / "locale" / "es" / "LC_MESSAGES" / "facilitators"
KEPT = re.compile(r"`[^`]*`|\]\([^)]*\)")
"""Code, and where links lead: both stay as they are."""


def catalog(path: Path) -> dict[str, str]:
    with (CATALOGS / f"{path.stem}.po").open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file) if m.id and not m.fuzzy}


def told(path: Path) -> set[str]:
    """Every text of a page that a reader sees, and the words of its pictures."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^:{3,}\{tab-item\} (.*)$", r"\n\1\n", text, flags=re.MULTILINE)
    text = re.sub(r"^:.*$", "", text, flags=re.MULTILINE)
    tokens = MarkdownIt().enable("table").parse(text)
    said = {" ".join(token.content.split()) for token in tokens if token.type == "inline"}
    return {one for one in said if one}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_text_is_translated_and_no_other(path: Path) -> None:
    alts = set(re.findall(r"^:alt: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE))
    shown = {alt for alt in alts if alt in catalog(path)}
    assert told(path) | shown == catalog(path).keys()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_code_and_links_stay_as_they_are(path: Path) -> None:
    for message, text in catalog(path).items():
        assert text
        assert set(KEPT.findall(message)) <= set(KEPT.findall(text)), message
        assert message.count("**") == text.count("**"), message
