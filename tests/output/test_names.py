"""What files are called."""

from __future__ import annotations

import unicodedata

import pytest

from datawalk.metrics.model import Place
from datawalk.output.names import LONGEST, MOST_BYTES, stem_of

BOONE = Place("29019", "county", "Boone County", "Missouri", "MO")


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Boone County Data Walk", "boone-county-missouri-data-walk"),
        ("Boone County, Missouri: jobs", "boone-county-missouri-jobs"),
        ("Jobs in Boone County", "boone-county-missouri-jobs-in-boone-county"),
        ("Recorrido de datos del año", "boone-county-missouri-recorrido-de-datos-del-ano"),
        ("数据漫步", "boone-county-missouri-数据漫步"),
        ("Прогулка, Ёлка и чай!", "boone-county-missouri-прогулка-ёлка-и-чай"),
        ("डेटा की सैर", "boone-county-missouri-डेटा-की-सैर"),
        ("데이터 산책", "boone-county-missouri-데이터-산책"),
        ("جولة البيانات", "boone-county-missouri-جولة-البيانات"),
        ("Bước đi, ÅRSMØTE", "boone-county-missouri-buoc-đi-arsmøte"),
        ("\u0301 …!", "boone-county-missouri"),
        ("../../etc/passwd", "boone-county-missouri-etc-passwd"),
    ],
)
def test_files_are_named_after_place_and_title(title: str, stem: str) -> None:
    assert stem_of(title, BOONE) == stem


@pytest.mark.parametrize("word", ["word ", "데이터", "की", "𐓀", "ё"])
def test_a_long_title_is_cut(word: str) -> None:
    for shift in range(4):
        stem = stem_of("x" * shift + word * 100, BOONE)
        assert len(stem) <= LONGEST
        assert len(stem.encode()) <= MOST_BYTES
        assert unicodedata.normalize("NFC", stem) == stem


def test_the_same_letters_give_the_same_name() -> None:
    for title in ("서울 산책", "Ёлка", "año"):
        apart, composed = (unicodedata.normalize(form, title) for form in ("NFD", "NFC"))
        assert stem_of(apart, BOONE) == stem_of(composed, BOONE)
