"""Places and numbers are found by typing, with slips of letters, and fast."""

from __future__ import annotations

import random
import time

import pytest

from datawalk.app.studio.preview.choices import DOTS, NumberBoard, number_board
from datawalk.app.studio.preview.matching import WordIndex, _distance
from datawalk.app.studio.preview.place_finder import PlaceFinder
from datawalk.metrics.places import towns
from datawalk.metrics.places.gazetteer import meant
from tests.conftest import ROOT

SAMPLE = ROOT / "samples" / "metrics.csv"


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return PlaceFinder()


@pytest.fixture(scope="module")
def board() -> NumberBoard:
    return number_board([SAMPLE], meant("29019").place)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("boone mo", "29019"),
        ("Boone County, Missouri", "29019"),
        ("boone county misouri", "29019"),
        ("missoula cnty", "30063"),
        ("Boone Co. MO", "29019"),
        ("boone co, mo", "29019"),
        ("colmbia mo", "2915670"),
        ("columbia missouri", "2915670"),
        ("dona ana", "35013"),
        ("Saint Louis", "2965000"),
        ("winston salem", "3775000"),
        ("los angles", "0644000"),
        ("honolulu", "15003"),
        ("29019", "29019"),
        ("lovng texas", "48301"),
    ],
)
def test_the_first_place_is_the_one_that_is_meant(
    finder: PlaceFinder, typed: str, wanted: str
) -> None:
    assert finder.search(typed)[0].place.geoid == wanted


def test_a_beginning_finds_many_and_nonsense_none(finder: PlaceFinder) -> None:
    assert len(finder.search("b")) == 12
    assert finder.search("") == () == finder.search("  ")
    assert finder.search("qqqqzzzz") == ()
    assert finder.search("<script>") == ()


def test_places_are_found_at_once(finder: PlaceFinder) -> None:
    for typed in ("b", "colmbia", "boone county misouri"):
        start = time.process_time()
        finder.search(typed)
        assert time.process_time() - start < 0.2


def test_a_town_leads_to_its_county(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = (
        towns.Town("Ashland", "MO", -92.26, 38.77, 4700),
        towns.Town("Columbia", "MO", -92.33, 38.95, 126000),
    )
    monkeypatch.setattr(towns, "listed", lambda: listed)
    finder = PlaceFinder()
    finder.learn_towns()
    hit = finder.search("ashlnd mo")[0]
    assert (hit.kind, hit.town, hit.place.geoid) == ("town", "Ashland", "29019")
    assert [hit.kind for hit in finder.search("columbia mo")] == ["city"]


def test_numbers_have_all_that_is_to_know_before_one_is_chosen(board: NumberBoard) -> None:
    jobs = board.of("share_employed")
    assert jobs
    assert (jobs.value, jobs.year, jobs.sure, jobs.dots) == ("84%", 2023, "Sure", 3)
    assert jobs.range == "between 81 and 88 of 100"
    for choice in board.choices:
        assert bool(choice.value) != bool(choice.why)
        assert choice.dots == DOTS[choice.sureness]
        assert len(choice.accept) <= len(choice.doubts)
    assert [c.strength for c in board.choices] == sorted(c.strength for c in board.choices)


def test_a_doubt_stands_beside_its_number() -> None:
    board = number_board([ROOT / "samples" / "metrics.csv"], meant("29019").place)
    doubted = [choice for choice in board.choices if choice.accept]
    for choice in doubted:
        assert all(choice.doubts)
        assert choice.strength >= 3000


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("job", "share_employed"), ("internet", "share_digital_access"), ("homeles", "homeless")],
)
def test_numbers_are_found_by_their_words(board: NumberBoard, typed: str, wanted: str) -> None:
    assert any(wanted in choice.metric for choice in board.search(typed)[:3])
    assert board.search("") == board.choices


def test_spanish_numbers_are_found_by_words_of_both_languages() -> None:
    board = number_board([SAMPLE], meant("29019").place, "es")
    assert board.of("share_employed").sure == "Seguro"  # type: ignore[union-attr]
    for typed in ("internet", "aire", "job"):
        assert board.search(typed)


def plain_distance(word: str, other: str) -> int:
    """The same the slow way."""
    before = list(range(len(word) + 1))
    best = before[-1]
    for j, sign in enumerate(other, 1):
        row = [j]
        for i, letter in enumerate(word, 1):
            row.append(min(before[i] + 1, row[-1] + 1, before[i - 1] + (letter != sign)))
        before, best = row, min(best, row[-1])
    return best


def test_slips_are_counted_right() -> None:
    made = random.Random(7)
    for _ in range(3000):
        word = "".join(made.choice("abc") for _ in range(made.randint(3, 8)))
        other = "".join(made.choice("abc") for _ in range(made.randint(1, 12)))
        marks = {s: sum(1 << i for i, c in enumerate(word) if c == s) for s in set(word)}
        assert _distance(marks, len(word), other, 20) == plain_distance(word, other)


def test_an_index_of_nothing_finds_nothing() -> None:
    assert WordIndex(()).search("any") == []
