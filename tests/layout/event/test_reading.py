"""What stands on the sheets is plain: grade 8 at most in English, plain in Spanish."""

from __future__ import annotations

import re

import pytest
import textstat

from datawalk.page.ink import Part, leaves
from datawalk.page.marks import Text
from tests.config.test_stations import NORMAL, PLAIN, grade, syllables
from tests.layout.event.made import sheets, walk

__all__ = ["syllables"]
HARDEST = 8.0
READ = (
    "run-of-show",
    "rotation",
    "timekeeper",
    "tags",
    "sign-in",
    "station-card",
    "notes",
    "ballot",
    "tally",
    "my-step",
    "evaluation",
    "consent",
    "exit-card",
    "timeline",
    "guide",
    "spare-notes",
    "note-key",
    "agreement",
    "booklet",
    "large-print",
    "pledge-wall",
    "quote-form",
    "debrief",
    "invitation",
)
WHOLE = ("guide", "large-print", "invitation")
"""Sheets of several pages that go on from one to the next."""


def sentences(language: str, sheet: str) -> list[str]:
    """What is said on the first sheet of a kind, or on all of it, in whole sentences; labels are
    none."""
    document = sheets(walk(language=language))
    pages = [page for page in document.pages if page.section == sheet]
    boxes = (box for page in pages[: None if sheet in WHOLE else 1] for box in page.boxes)
    found: list[str] = []
    for part in (ink for box in boxes for ink in box.ink if isinstance(ink, Part)):
        said = " ".join(text.text for text in leaves(part.ink) if isinstance(text, Text))
        found += re.findall(r"[A-ZÁÉÍÓÚÑ“¿][^.?!:]{12,}[.?!]", said)
    return [re.sub(r"[“”]", "", text) for text in found]


@pytest.mark.usefixtures("syllables")
@pytest.mark.parametrize("sheet", READ)
def test_english_is_of_grade_8_at_most(sheet: str) -> None:
    said = sentences("en", sheet)
    assert said
    assert grade(*said) <= HARDEST


@pytest.mark.parametrize("sheet", READ)
def test_spanish_is_plain(sheet: str) -> None:
    textstat.set_lang("es")
    said = " ".join(sentences("es", sheet))
    assert textstat.fernandez_huerta(said) >= PLAIN
    assert textstat.szigriszt_pazos(said) >= NORMAL
