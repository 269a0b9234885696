"""What files are called."""

from __future__ import annotations

import pytest

from datawalk.metrics.model import Place
from datawalk.naming import LONGEST, stem_of

BOONE = Place("29019", "county", "Boone County", "Missouri", "MO")


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Boone County Data Walk", "boone-county-missouri-data-walk"),
        ("Boone County, Missouri: jobs", "boone-county-missouri-jobs"),
        ("Jobs in Boone County", "boone-county-missouri-jobs-in-boone-county"),
        ("Recorrido de datos del año", "boone-county-missouri-recorrido-de-datos-del-ano"),
        ("数据漫步", "boone-county-missouri"),
        ("../../etc/passwd", "boone-county-missouri-etc-passwd"),
    ],
)
def test_files_are_named_after_place_and_title(title: str, stem: str) -> None:
    assert stem_of(title, BOONE) == stem


def test_a_long_title_is_cut() -> None:
    assert len(stem_of("word " * 100, BOONE)) <= LONGEST
