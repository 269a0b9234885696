"""What stands over charts, in the three ways and on both media."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from datawalk import kit
from datawalk.check.page import check
from datawalk.exhibits import Exhibit, Titles
from datawalk.page.document import Page
from datawalk.page.marks import Text
from tests.layout.deck.test_deck import bars, deck, dots
from tests.layout.poster.test_poster import posters, station, texts

QUESTION = "Can people here find a good job?"
POINT = "Most adults here work, a little more than in the middle U.S. county"
SHOWN = bars().heading


def on_paper(chart: Exhibit) -> tuple[Page, str]:
    document = posters(station(chart, question=QUESTION))
    assert check(document) == []
    (page,) = document.pages
    return page, " ".join(ink.text for ink in texts(page))


@pytest.mark.parametrize("titles", [None, "question", "neutral"])
def test_paper_asks_in_its_band_and_says_over_a_chart_what_it_shows(titles: Titles | None) -> None:
    page, said = on_paper(replace(bars(), titles=titles))
    assert SHOWN in said
    assert POINT not in said
    assert QUESTION in page.title


def test_paper_tells_the_main_point_and_below_what_is_shown() -> None:
    page, said = on_paper(replace(bars(), titles="takeaway"))
    assert said.index(POINT) < said.index(SHOWN)
    assert QUESTION in page.title


@pytest.mark.parametrize(
    ("titles", "title"),
    [(None, POINT), ("takeaway", POINT), ("neutral", SHOWN), ("question", "What now?")],
)
def test_slides(titles: Titles | None, title: str) -> None:
    document = deck(replace(bars(), titles=titles))
    page = next(p for p in document.pages if any(box.role == "chart" for box in p.boxes))
    assert page.title == title
    subtitle = " ".join(
        ink.text
        for box in page.boxes
        if box.role == "subtitle"
        for ink in box.leaves
        if isinstance(ink, Text)
    )
    assert (SHOWN in subtitle) == (title != SHOWN)


@pytest.mark.parametrize("titles", get_args(Titles))
def test_a_chart_without_a_main_point_says_what_it_shows(titles: Titles) -> None:
    _, said = on_paper(replace(dots(), titles=titles))
    assert dots().heading in said
    if titles != "question":
        assert dots().heading in [page.title for page in deck(replace(dots(), titles=titles)).pages]


def test_a_walk_chooses_and_a_station_chooses_for_itself(
    write_walk: Callable[[str], Path],
) -> None:
    chart = "{kind: chart, metric: share_employed}"
    path = write_walk(
        'title: W\nplace: "29019"\ncompare: [us-median]\ndata: [metrics.csv]\n'
        "titles: takeaway\nstations:\n"
        f"  - {{question: 'Who works?', blocks: [{chart}]}}\n"
        f"  - {{question: 'Who else?', titles: neutral, blocks: [{chart}]}}\n"
    )
    first, second = kit.prepared(path, only="poster").documents[0].pages
    assert "of adults ages 25 to 54 have a job in Boone County" in " ".join(
        ink.text for ink in texts(first)
    )
    assert "have a job in Boone County" not in " ".join(ink.text for ink in texts(second))
    deck_ = kit.prepared(path, only="deck").documents[0]
    titles = [page.title for page in deck_.pages]
    assert "Adults ages 25 to 54 who have a job, 2023" in titles
