"""What stands on the sheets is plain: grade 8 at most in English, plain in Spanish."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
import textstat

from datawalk.layout.event.sheets import SHEETS
from datawalk.page.document import Document
from datawalk.page.ink import Part, leaves
from datawalk.page.marks import Text
from datawalk.walk.occasion import OnlineCall
from tests.config.test_stations import NORMAL, PLAIN, grade, syllables
from tests.layout.event.made import sheets, walk
from tests.layout.event.test_guide import finding
from tests.layout.event.test_sheets import ROOM

__all__ = ["syllables"]
HARDEST = 8.0
WHOLE = ("guide", "large-print", "invitation")
"""Sheets of several pages that go on from one to the next."""
KINDS: Mapping[str, Mapping[str, object]] = {
    "in a room": {"hall": ROOM},
    "new people everywhere": {"mixed": True, "people": 36},
    "two sets": {"people": 90},
    "ranked": {"ranked": True},
    "little known": {"ballot": (), "day": None, "starts": None},
    "on a call": {"online": OnlineCall("https://meet.example.org")},
    "a call of which little is known": {"online": OnlineCall(), "ballot": (), "day": None},
}
FACT = {
    "en": "In 2023, 84 of every 100 adults had a job.",
    "es": "En 2023, 84 de cada 100 adultos tenían trabajo.",
}
METRICS = ("share_employed", "share_digital_access", "share_in_preschool")


def sentences(document: Document, sheet: str) -> list[str]:
    """What is said on the first sheet of a kind, or on all of it, in whole sentences; labels are
    none."""
    pages = [page for page in document.pages if page.section == sheet]
    boxes = (box for page in pages[: None if sheet in WHOLE else 1] for box in page.boxes)
    found: list[str] = []
    for part in (ink for box in boxes for ink in box.ink if isinstance(ink, Part)):
        said = " ".join(text.text for text in leaves(part.ink) if isinstance(text, Text))
        found += re.findall(r"[A-ZÁÉÍÓÚÑ“¿][^.?!:]{12,}[.?!]", said)
    return [re.sub(r"[“”]", "", text) for text in found]


def told(kind: str, language: str) -> dict[str, list[str]]:
    """The sentences of every sheet that such an event has."""
    walked = walk(6, language, minutes=0, **KINDS[kind])
    facts = tuple(finding(name, FACT[language]) for name in METRICS)
    stations = tuple(replace(one, findings=facts) for one in walked.stations)
    document = sheets(replace(walked, stations=stations))
    made = {page.section for page in document.pages}
    return {one.name: sentences(document, one.name) for one in SHEETS if one.name in made}


def test_every_sheet_is_read() -> None:
    said = told("in a room", "en")
    assert all(said.values())
    assert said.keys() == {one.name for one in SHEETS}


@pytest.mark.usefixtures("syllables")
@pytest.mark.parametrize("kind", KINDS)
def test_english_is_of_grade_8_at_most(kind: str) -> None:
    for sheet, said in told(kind, "en").items():
        assert grade(*said) <= HARDEST, sheet


@pytest.mark.parametrize("kind", KINDS)
def test_spanish_is_plain(kind: str) -> None:
    textstat.set_lang("es")
    for sheet, said in told(kind, "es").items():
        assert textstat.fernandez_huerta(" ".join(said)) >= PLAIN, sheet
        assert textstat.szigriszt_pazos(" ".join(said)) >= NORMAL, sheet
