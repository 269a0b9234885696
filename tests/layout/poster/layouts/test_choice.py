"""Which layout a station takes: by rules, by scores, and other than its neighbor's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.config.load import load
from datawalk.exhibits import Area, Exhibit, Map, Prose, Stat
from datawalk.layout.poster.layouts import choice, plain
from datawalk.layout.poster.layouts.choice import (
    LAYOUTS,
    PosterLayout,
    layout_named,
    neighbors,
    planned,
)
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.model import Observation, Printed
from datawalk.prepare.sketch import Wish
from datawalk.problems import At, Problems
from datawalk.prose import words
from datawalk.walk import Station, Takeaway
from tests.layout.poster.layouts.laid import PLACE as LAID
from tests.layout.poster.layouts.laid import TALK, picture, sheets, station

STAT = Stat(number="84", sentence=words("of every 100 adults have a job."), share=84)
LONG = Stat(number="84", sentence=words("of every 100 adults " * 40), share=84)
QUOTE = Prose(paragraphs=(words("I work two jobs."),), form="quote", by="Parent")
PLACE = Map(
    areas=(Area("1", "One", (((0, 0), (9, 0), (9, 9), (0, 9)),), "5%", 0),),
    shades=(),
    legend="",
    alt="A map",
)


@pytest.mark.parametrize(
    ("exhibits", "layouts"),
    [
        ((STAT,), ("number", "plain")),
        ((STAT, PLACE), ("map", "number", "plain")),
        ((picture(400, 200), STAT), ("voice", "plain")),
        ((QUOTE, QUOTE), ("voice", "plain")),
        ((QUOTE, STAT), ("plain",)),
        ((replace(STAT, share=None),), ("number", "plain")),
        ((replace(STAT, heading="Jobs", note="A note."),), ("number", "plain")),
        ((STAT, replace(PLACE, emphasis="main")), ("map", "plain")),
    ],
)
def test_rules_choose_from_what_a_station_holds(
    exhibits: tuple[Exhibit, ...], layouts: tuple[str, ...]
) -> None:
    assert planned(exhibits, station(*exhibits)) == layouts


def test_an_author_wins_over_rules_and_neighbors() -> None:
    wanted = replace(station(STAT), layout="number")
    assert planned((STAT,), wanted, "number") == ("number",)
    assert planned((STAT,), replace(wanted, layout="plain")) == ("plain",)
    assert planned((STAT,), replace(wanted, layout="", columns=(1, 1))) == ("plain",)
    with pytest.raises(Problems, match="layout: map does not suit"):
        planned((STAT,), replace(wanted, layout="map"))


@pytest.fixture
def rivals(monkeypatch: pytest.MonkeyPatch) -> Callable[[float, float], None]:
    """Two layouts that suit everything, the first in order and the second, with these scores."""

    def made(first: float, second: float) -> None:
        rows = {
            name: PosterLayout(lambda _e, _s, score=score: score, plain.lay, "anything")
            for name, score in (("one", first), ("two", second))
        }
        monkeypatch.setattr(choice, "LAYOUTS", rows)

    return made


@pytest.mark.parametrize(("second", "taken"), [(0.8, "two"), (0.79, "one"), (3.0, "two")])
def test_a_neighbor_takes_the_runner_up_if_it_suits_nearly_as_well(
    rivals: Callable[[float, float], None], second: float, taken: str
) -> None:
    rivals(1.0, second)
    assert planned((STAT,), station(STAT))[0] == "one"
    assert planned((STAT,), station(STAT), "one")[0] == taken
    assert planned((STAT,), station(STAT), "two")[0] == "one"


def test_three_neighbors_take_turns(rivals: Callable[[float, float], None]) -> None:
    rivals(1.0, 0.9)
    three = [replace(station(STAT), number=i) for i in (1, 2, 3)]
    assert neighbors(three) == {1: "", 2: "one", 3: "two"}
    assert [page.layout for page in sheets(*three).pages] == ["one", "two", "one"]
    held = [three[0], replace(three[1], columns=(1,)), three[2]]
    assert [page.layout for page in sheets(*held).pages] == ["one", "plain", "one"]


def test_every_layout_of_an_author_has_a_row() -> None:
    from typing import get_args

    from datawalk.config.station import LayoutName

    assert set(get_args(LayoutName)) == {*LAYOUTS, "plain"}
    assert layout_named("plain").lay is plain.lay


AT = At("walk.yaml", 3)
READY = At("station_templates/work/jobs.yaml", 9)


def led(*exhibits: Exhibit, takeaway: Takeaway | None = None) -> Station:
    return replace(station(*exhibits, TALK), takeaway=takeaway, at=AT)


def test_a_layout_that_is_lost_is_told() -> None:
    document = sheets(led(LONG, QUOTE))
    assert document.pages[0].layout == "plain"
    (told,) = document.left
    assert (told.severity, told.at) == ("advice", AT)
    assert "suits it best (layout: number)" in told.what
    assert "Write layout: number to hear" in told.try_this
    assert sheets(led(STAT, QUOTE)).left == ()


def test_a_wanted_layout_holds_and_says_what_does_not_fit() -> None:
    with pytest.raises(Problems, match="do not fit beside the number"):
        sheets(replace(led(LONG, QUOTE), layout="number"))


@pytest.fixture
def walk(write_walk: Callable[[str], Path]) -> Callable[[str], Path]:
    head = (
        'title: T\nplace: "29019"\ncompare: ["19103", us-median]\ndata: [metrics.csv]\n'
        "outputs: [{medium: poster}, {medium: handout}, {medium: deck}]\nstations:\n"
    )
    return lambda stations: write_walk(head + stations)


MANY = """\
  - template: work/jobs
    more_blocks:
      - {kind: table, of: [share_employed, pctl_income_20, pctl_income_50, pctl_income_80]}
      - {kind: text, heading: What we heard, text: Some words that stand beside other words here.}
"""


def test_what_came_with_a_ready_station_gives_way_to_its_layout(
    walk: Callable[[str], Path],
) -> None:
    made = kit.prepared(walk(MANY))
    posters, handout, _ = made.documents
    (page,) = posters.pages
    told = [problem for problem in made.advice if "leaves it out" in problem.what]
    assert page.layout == "number"
    assert told
    gone = {e for e in made.walk.stations[0].exhibits if e not in page.shows}
    assert {exhibit.at for exhibit in gone} == {problem.at for problem in told}
    assert all(exhibit.at.file.startswith("station_templates/") for exhibit in gone)
    assert gone <= {exhibit for one in handout.pages for exhibit in one.shows}


def test_an_authors_own_blocks_are_never_left_out(walk: Callable[[str], Path]) -> None:
    made = kit.prepared(walk(MANY))
    shown = made.documents[0].pages[0].shows
    own = [e for e in made.walk.stations[0].exhibits if not e.at.file.startswith("station_t")]
    assert own
    assert all(any(e is one for one in shown) for e in own)


RUN = "".join(
    f"  - title: Station {i}\n    pillar: work\n    blocks: [{{kind: text, text: Words {i}.}}]\n"
    for i in range(4)
)


def test_words_change_no_other_sheet(walk: Callable[[str], Path]) -> None:
    path = walk(RUN)
    before = kit.sketch(load(path), Wish(only="poster"))
    path.write_text(path.read_text(encoding="utf-8").replace("Words 1.", "Others."), "utf-8")
    again = kit.sketch(load(path), Wish(only="poster"), before)
    pairs = zip(before.kit.documents[0].pages, again.kit.documents[0].pages, strict=True)
    assert [one is other for one, other in pairs] == [True, False, True, True]


def test_a_neighbor_is_laid_out_again_where_it_has_to_differ(
    walk: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def suits(exhibits: object, station: Station) -> float:
        return 1.0 if "Words" in str(exhibits) else 0.0

    rows = {name: PosterLayout(suits, plain.lay, "words") for name in ("one", "two")}
    monkeypatch.setattr(choice, "LAYOUTS", rows)
    path = walk(RUN)
    before = kit.sketch(load(path), Wish(only="poster"))
    path.write_text(path.read_text(encoding="utf-8").replace("Words 0.", "Others."), "utf-8")
    again = kit.sketch(load(path), Wish(only="poster"), before)
    assert again.kit == kit.prepared(path, only="poster")
    assert [page.layout for page in again.kit.documents[0].pages] == ["plain", "one", "two", "one"]


def test_of_numbers_on_cards_none_outdoes_another() -> None:
    """The second shows more than the first; both stand on cards."""
    figures = [
        Printed(str(value), Observation(metric, LAID, 2023, value=value))
        for metric, value in (("a", 0.1), ("b", 0.9))
    ]
    stats = tuple(replace(STAT, figures=(figure,)) for figure in figures)
    found = Finding("level", "b", (2023,), 2.0, 1.0, sure=True, figures=(figures[1],))
    held = replace(station(*stats), findings=(found,))
    assert planned(stats, held)[0] == "number"
    apart = (stats[0], replace(stats[1], heading="Mine"))
    assert planned(apart, held)[0] == "plain"
