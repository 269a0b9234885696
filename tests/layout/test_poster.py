"""Posters: everything on the sheet, nothing over anything, nothing under the floor."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datawalk.check import check
from datawalk.exhibits import (
    Bullets,
    Chart,
    Exhibit,
    NumberFormat,
    Point,
    Prose,
    Row,
    Series,
    Stat,
    Table,
    WritingSpace,
)
from datawalk.layout.page import Document, Page, Text
from datawalk.layout.poster import SIZES, arrange_posters, size_in_points
from datawalk.metrics.model import Place
from datawalk.problems import At, Problems
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.walk import (
    Event,
    Station,
    Walk,
)

PLACE = Place("29019", "county", "Boone County", "Missouri", "MO")
AT = At("walk.yaml", 7, "stations › 1 Jobs › block 1 (text)")
STAT = Stat(number="84", sentence=words("of every 100 adults have a job."), share=84, at=AT)
TABLE = Table(
    heading="By the numbers",
    stub_head="",
    columns=("Boone County, MO", "Middle U.S. county"),
    rows=(Row("Adults 25–54 with a job", ("84%", "80%")), Row("Income", ("$66,167", "no data"))),
    highlight_column=0,
    at=AT,
)
QUOTE = Prose(paragraphs=(words("I work two jobs."),), form="quote", by="Parent", at=AT)
TALK = Bullets(
    heading="Talk about it",
    items=(words("What do you notice?"), words("What should change first?")),
    form="questions",
    at=AT,
)
CHART = Chart(
    heading="Adults with a job",
    form="bars",
    series=(Series("", tuple(Point(f"Place {i}", 0.1 * i, f"{10 * i}%") for i in range(1, 6))),),
    format=NumberFormat(100, 0, "", "%"),
    alt="Bars.",
    at=AT,
)
LONG = Prose(paragraphs=(words("many words " * 60),), at=AT)


def station(*exhibits: Exhibit, question: str = "Can people here find a good job?") -> Station:
    return Station(1, question, "Rewarding work", "work", 8, (), exhibits, ("Source: us, 2023.",))


def posters(*stations: Station, size: str = "24x36") -> Document:
    walk = Walk("A walk", PLACE, "en", Event(), stations)
    return arrange_posters(walk, base_theme(), size)


def texts(page: Page) -> list[Text]:
    return [ink for box in page.boxes for ink in box.ink if isinstance(ink, Text)]


@pytest.mark.parametrize("size", [*SIZES, "18x24", "24x36", "36x24", "36x48", "48x36"])
def test_every_size_is_clean(size: str) -> None:
    document = posters(station(STAT, CHART, TABLE, QUOTE, TALK), size=size)
    assert check(document) == []
    page = document.pages[0]
    assert (page.width, page.height) == size_in_points(size)
    said = " ".join(text.text for text in texts(page))
    for words_ in ("84", "$66,167", "no data", "Parent", "Talk about it".upper()):
        assert words_ in said


def test_talk_panel_takes_a_fifth() -> None:
    page = posters(station(STAT, TABLE, TALK)).pages[0]
    panel = next(box for box in page.boxes if box.role == "panel")
    assert panel.h >= page.height * 0.2 - 0.01


def test_type_is_recomposed_with_the_sheet_not_shrunk() -> None:
    small, large = (posters(station(STAT, TALK), size=s).pages[0] for s in ("18x24", "36x48"))
    assert max(t.size for t in texts(small)) < max(t.size for t in texts(large))


def test_too_much_is_a_problem_that_says_how_much() -> None:
    with pytest.raises(Problems) as found:
        posters(station(*[LONG] * 9, TALK))
    (problem,) = found.value.problems
    assert "in too tall even at the smallest size (32 pt)" in problem.what
    assert problem.at == AT


def test_title_that_is_too_long_is_a_problem() -> None:
    with pytest.raises(Problems, match="needs more than three lines"):
        posters(station(STAT, question="Why " * 60))


def test_word_wider_than_the_sheet_is_a_problem() -> None:
    with pytest.raises(Problems, match="is wider than its column"):
        posters(station(Prose(paragraphs=(words("x" * 200),), at=AT)))


def test_all_stations_are_named_at_once() -> None:
    with pytest.raises(Problems) as found:
        posters(station(*[LONG] * 9), station(*[LONG] * 9))
    assert len(found.value.problems) == 2


EXHIBITS = st.lists(
    st.sampled_from(
        [
            STAT,
            TABLE,
            QUOTE,
            CHART,
            TALK,
            Prose(paragraphs=(words("Some words of an opening."),), form="lead", at=AT),
            Bullets(items=(words("One thing"), words("Another thing")), at=AT),
            WritingSpace(heading="Write here", form="lines", at=AT),
            WritingSpace(heading="Stick here", form="zone", at=AT),
        ]
    ),
    min_size=1,
    max_size=7,
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(EXHIBITS, st.sampled_from(["24x36", "36x24", "tabloid"]))
def test_any_mixture_is_clean_or_a_problem(exhibits: list[Exhibit], size: str) -> None:
    try:
        document = posters(station(*exhibits), size=size)
    except Problems as found:
        told = [p.what for p in found.problems if "too tall" in p.what or "do not fit" in p.what]
        document = None if len(told) == len(found.problems) else pytest.fail(str(found))
    if document:
        assert check(document) == []
