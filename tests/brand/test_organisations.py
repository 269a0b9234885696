"""Decks in templates shaped as those of universities and agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from datawalk.brand.reading import read_brand
from datawalk.check.contrast import check_contrast
from datawalk.layout.deck.deck import arrange_deck
from datawalk.page.document import Document, Page
from datawalk.page.stage import Brand
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from tests.brand.organisations import ORGANISATIONS
from tests.layout.deck.test_deck import sample_walk


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("organisations")


@cache
def brand_of(name: str, folder: Path) -> Brand:
    return read_brand(ORGANISATIONS[name](folder))


def deck_in(name: str, folder: Path) -> Document:
    return arrange_deck(LATO, sample_walk(), base_theme(), brand=brand_of(name, folder))


def sizes(pages: Iterator[Page], role: str) -> set[float]:
    boxes = (box for page in pages for box in page.boxes if box.role == role and box.type)
    return {box.type.body for box in boxes if box.type}


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_titles_of_one_role_have_one_size_and_all_can_be_read(name: str, folder: Path) -> None:
    document = deck_in(name, folder)
    assert check_contrast(document) == []
    after = document.pages[1:]
    stations = sizes((page for page in after if page.number is not None), "title")
    session = sizes((page for page in after if page.number is None), "title")
    assert len(stations) == len(session) == 1
    assert min(stations | session) >= 20


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_every_part_of_the_session_has_one_slide(name: str, folder: Path) -> None:
    shown = [page.title for page in deck_in(name, folder).pages if not page.hidden]
    assert [title for title in shown if re.search(r"\(\d+ of \d+\)$", title)] == []
    assert len(shown) <= 25


@pytest.mark.parametrize("name", ["side_band", "dark_ground", "sixteen_ten", "split_section"])
def test_stations_open_on_the_layout_for_sections(name: str, folder: Path) -> None:
    brand = brand_of(name, folder)
    assert brand.section
    assert brand.sheets.section == (0, 2)
    opened = [page for page in deck_in(name, folder).pages if page.key.startswith("opening")]
    assert opened
    assert {page.layout for page in opened} <= {"Opener", "Question", "Close"}


def test_a_section_whose_ground_changes_under_the_number_opens_none(folder: Path) -> None:
    brand = brand_of("top_band", folder)
    assert brand.section is None
    assert any("stations open elsewhere" in line for line in brand.instead)


def test_a_number_that_the_template_shows_itself_is_not_shown_twice(folder: Path) -> None:
    assert brand_of("own_number", folder).stage.numbered
    roles = {box.role for page in deck_in("own_number", folder).pages for box in page.boxes}
    assert "number" not in roles
    assert not brand_of("footer_bar", folder).stage.numbered


def test_a_short_title_over_a_wide_body_is_made_as_wide(folder: Path) -> None:
    stage = brand_of("centred", folder).stage
    assert stage.title.w == stage.body.w
