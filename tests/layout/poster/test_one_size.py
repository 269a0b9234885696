"""One size of type for a walk: most sheets choose it, and one that has no room for it says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import Exhibit
from datawalk.layout.poster.poster import arrange_posters
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Document
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Takeaway, Walk
from tests.layout.poster.test_poster import CHART, LONG, PLACE, STAT, TABLE, TALK, station

FULL = (replace(LONG, paragraphs=(words("many words " * 140),)), TABLE, TALK)
"""More than there is room for in the larger type, written by an author."""
EASY = (STAT, CHART, TALK)
ROOMY, TIGHT = type_scale(1).roomy.body, type_scale(1).tight.body


def laid(*stations: tuple[Exhibit, ...]) -> Document:
    made = [replace(station(*shown), number=i) for i, shown in enumerate(stations, start=1)]
    walk = Walk("A walk", PLACE, "en", Event(), tuple(made))
    return arrange_posters(LATO, walk, base_theme(), "24x36")


def bodies(document: Document) -> list[set[float]]:
    """The sizes of what stands in exhibits, page by page."""
    return [
        {box.type.body for box in page.boxes if box.role == "exhibit" and box.type}
        for page in document.pages
    ]


def test_one_full_sheet_leaves_the_type_of_the_others_as_it_is() -> None:
    document = laid(EASY, FULL, EASY)
    assert bodies(document) == [{ROOMY}, {TIGHT}, {ROOMY}]
    (told,) = document.left
    assert "smaller than that of the others" in told.what


@pytest.mark.parametrize("full", [2, 3])
def test_where_most_are_full_all_are_set_smaller(full: int) -> None:
    document = laid(EASY, *[FULL] * full)
    assert bodies(document) == [{TIGHT}] * (full + 1)
    assert not document.left


@pytest.mark.parametrize(
    ("many", "size", "said"), [(96, ROOMY, True), (108, TIGHT, True), (123, ROOMY, False)]
)
def test_type_is_set_smaller_only_where_that_saves_the_takeaway(
    many: int, size: float, said: bool
) -> None:
    told = Takeaway(words("In 2023, many words of ours stood here too. " * 4))
    full = (replace(LONG, paragraphs=(words("many words " * many),)), TABLE, TALK)
    walk = Walk("A walk", PLACE, "en", Event(), (replace(station(*full), takeaway=told),))
    made = arrange_posters(LATO, walk, base_theme(), "24x36")
    assert bodies(made) == [{size}]
    assert any(box.role == "takeaway" for box in made.pages[0].boxes) is said


def test_a_takeaway_that_gives_way_is_told() -> None:
    long = Takeaway(words("In 2023, many words of ours stood here too. " * 9))
    shown = replace(station(*EASY), takeaway=long)
    walk = Walk("A walk", PLACE, "en", Event(), (shown,))
    told = arrange_posters(LATO, walk, base_theme(), "24x36").left
    assert [one.severity for one in told if "takeaway" in one.what] == ["advice"]
    short = replace(shown, takeaway=Takeaway(words("In 2023, few words.")))
    walk = replace(walk, stations=(short,))
    assert not arrange_posters(LATO, walk, base_theme(), "24x36").left
