"""Words on slides keep to their boxes in Arial, though the sheets are measured in Lato."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from datawalk.brand.reading import read_brand
from datawalk.exhibits import WritingColumn, WritingSpace
from datawalk.layout.deck.deck import arrange_deck
from datawalk.page.document import Box, Document
from datawalk.page.marks import Text
from datawalk.theme import base_theme
from datawalk.typography.fonts import Face
from datawalk.typography.measure import LATO, Measurer
from datawalk.typography.scripts.typefaces import Faces
from tests.brand import templates
from tests.layout.deck.test_deck import deck, sample_walk

ARIAL = {"regular": "Helvetica", "bold": "Helvetica-Bold", "italic": "Helvetica-Oblique"}
"""Arial was drawn to the widths of Helvetica, which reportlab knows."""
IN_ARIAL = Measurer(Faces(arial=True))
HISSING = ("Safer crossings", "Discuss classes", "Access passes", "Businesses assess issues")
"""Words that are up to 18 percent wider in bold Arial than in Lato."""


def set_words(document: Document) -> Iterator[tuple[Box, Text]]:
    """Every line of words in boxes of their own; drawings measure theirs as they are drawn."""
    for page in document.pages:
        for box in page.boxes:
            if box.role in ("card", "invited", "title", "sentence", "bullets", "questions", "row"):
                yield from ((box, ink) for ink in box.leaves if isinstance(ink, Text))


def cards(*heads: str) -> WritingSpace:
    return WritingSpace(
        form="notes", columns=tuple(WritingColumn(head, "councils") for head in heads)
    )


@pytest.mark.parametrize("word", ["crossings", "classes", "señal", "Škoda", "Nguyễn"])
@pytest.mark.parametrize("face", ["regular", "bold"])
def test_letters_are_as_wide_as_in_arial(word: str, face: Face) -> None:
    arial = stringWidth(word.replace("Š", "S").replace("ễ", "e"), ARIAL[face], 24)
    assert IN_ARIAL.width(word, face, 24) == pytest.approx(arial)
    assert LATO.width(word, face, 24) != pytest.approx(arial, rel=1e-3)


def test_letters_that_are_not_known_have_more_room_than_in_lato() -> None:
    lato = LATO.width("Hawaiʻi", "regular", 24)
    assert IN_ARIAL.width("Hawaiʻi", "regular", 24) == pytest.approx(1.09 * lato)


def test_no_line_of_a_slide_is_wider_than_its_box(tmp_path: Path) -> None:
    brand = read_brand(templates.unusual(tmp_path))
    decks = (
        arrange_deck(LATO, sample_walk(), base_theme()),
        arrange_deck(LATO, sample_walk(), base_theme(), brand=brand),
        deck(cards(*HISSING)),
    )
    lines = [pair for document in decks for pair in set_words(document)]
    assert len(lines) > 100
    for box, text in lines:
        wide = stringWidth(text.text, ARIAL.get(text.face, "Helvetica-Bold"), text.size)
        assert text.x + wide <= box.x + box.w + 0.5, text.text


def test_cards_beside_each_other_have_words_of_one_size() -> None:
    (page,) = (p for p in deck(cards(*HISSING)).pages if any(b.role == "card" for b in p.boxes))
    sizes = {
        ink.size
        for box in page.boxes
        for ink in box.leaves
        if isinstance(ink, Text) and box.role == "card"
    }
    assert len(sizes) == 1
