"""What station slides show: charts without sentences, titles that state the finding, short texts
for those who do not see them, and notes in the order of speaking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.exhibits import Chart, Map, Stat
from datawalk.figures.dumbbell.parts import DownLine, Dumbbell
from datawalk.layout.deck.bare import apart, bare
from datawalk.layout.deck.brief import LONGEST, brief, clipped
from datawalk.layout.deck.finding import MainPoint, says, titles
from datawalk.layout.deck.speaking import LEAST, MOST, words_in
from datawalk.metrics.words import claims
from datawalk.page.document import Box, Page
from datawalk.page.figure import Drawing
from datawalk.page.marks import Text
from datawalk.source import Unsaved
from datawalk.words import speaking
from tests.conftest import ROOT

BENCHMARK = "In the middle U.S. county it was 80."
JOBS = f"In 2023, 84 of every 100 adults in Boone County had a job. {BENCHMARK}"


@pytest.fixture(scope="module")
def boone() -> kit.Kit:
    return kit.prepared(ROOT / "configs" / "boone.yaml", only="deck")


@pytest.fixture(scope="module")
def columbia() -> kit.Kit:
    return kit.prepared(ROOT / "configs" / "columbia_city.yaml", only="deck")


def shown(prepared: kit.Kit) -> list[Page]:
    return [page for page in prepared.documents[0].pages if not page.hidden]


def charts(prepared: kit.Kit) -> Iterator[tuple[Page, Box, Chart]]:
    for page in shown(prepared):
        for box in page.boxes:
            if isinstance(box.exhibit, Chart) and box.role == "chart":
                yield page, box, box.exhibit


def inside(box: Box) -> str:
    drawings = [ink for ink in box.ink if isinstance(ink, Drawing)]
    return " ".join(m.text for d in drawings for m in d.plan.marks if isinstance(m, Text))


def test_no_figure_of_a_group_lies_on_the_line_of_everyone(boone: kit.Kit) -> None:
    found = [box for _, box, chart in charts(boone) if chart.form == "dumbbell"]
    plans = [i.plan.field for box in found for i in box.ink if isinstance(i, Drawing)]
    assert plans
    for plan in plans:
        assert isinstance(plan, Dumbbell)
        lines = [piece.x for piece in plan.pieces if isinstance(piece, DownLine)]
        assert lines
        for word in (spot.figure for spot in plan.spots if spot.row == 0):
            assert not any(word.left <= x <= word.left + word.width for x in lines)


def test_a_line_chart_has_names_and_figures_but_no_sentence_in_its_field(boone: kit.Kit) -> None:
    page, box, _ = next(found for found in charts(boone) if found[2].form == "lines")
    told = inside(box)
    assert "$51,228" in told
    assert "$66,167" in told
    for sentence in ("more than in", "How sure", "no figure", "Thin lines"):
        assert sentence not in told
    under = " ".join(str(part.exhibit) for part in page.boxes if part.role in ("subtitle", "title"))
    assert "Thin lines show the likely range" in under
    assert "2020: no\\xa0figure" in under
    assert "$14,939 more than in 2014" in page.spoken
    assert box.h >= page.height / 2
    native = next(ink for ink in box.ink if isinstance(ink, Drawing)).plan.native
    assert native is not None
    assert not getattr(native, "told", ())


def test_what_a_distribution_leaves_out_is_in_the_notes(boone: kit.Kit) -> None:
    page, box, chart = next(found for found in charts(boone) if found[2].form == "distribution")
    assert "89 counties" not in inside(box)
    assert "89 counties" in page.spoken
    assert "Middle Missouri county: 65" in page.spoken
    assert chart.second is None
    assert box.h >= page.height / 2


def test_groups_keep_their_large_marks_beside_the_questions(boone: kit.Kit) -> None:
    page, box, chart = next(found for found in charts(boone) if found[2].form == "dumbbell")
    names = [point.label for point in chart.series[0].points]
    assert names == [
        "Black residents",
        "Hispanic residents",
        "Native, Asian or other residents",
        "White residents",
    ]
    assert any(other.role == "panel" for other in page.boxes)
    assert "22 more of every 100" in page.spoken
    assert "22 more" not in inside(box)


def test_names_of_groups_share_two_words_at_least_before_they_are_cut() -> None:
    assert apart(["Men here", "Men there"]) == ("", ["Men here", "Men there"])
    assert apart(["Homes headed by men", "Homes headed by women"]) == (
        "Homes headed by",
        ["Men", "Women"],
    )
    assert apart(["Homes headed by men"]) == ("", ["Homes headed by men"])


def test_a_chart_that_says_nothing_inside_stays_as_it_is(boone: kit.Kit) -> None:
    chart = next(found for found in charts(boone) if found[2].form == "bars")[2]
    assert bare(chart).chart == chart


def test_a_takeaway_is_shortened_in_order() -> None:
    found = [title.text for title in titles(MainPoint(JOBS, (2023,)), "Boone County")]
    assert found == [
        JOBS,
        f"In 2023, 84 of every 100 adults here had a job. {BENCHMARK}",
        f"84 of every 100 adults here had a job. {BENCHMARK}",
        f"84 of every 100 adults here had a job. {BENCHMARK}",
        f"84 of every 100 adults here had a job. {BENCHMARK}",
        "84 of every 100 adults here had a job",
        "84 of every 100 adults here had a job",
    ]
    claim = "84% of adults, all ages, work in Boone County, a little more than in Adair, MO (80%)"
    *_, little, _, _, last = [title.text for title in titles(MainPoint(claim), "Boone County")]
    assert little == "84% of adults, all ages, work here, more than in Adair, MO (80%)"
    assert last == "84% of adults, all ages, work here"
    gap = "54 of 100 renters in Boone County have fast internet; for owners it is 76"
    *_, last = [title.text for title in titles(MainPoint(gap), "Boone County")]
    assert last == "54 of 100 renters here have fast internet"
    moved = {title.moved for title in titles(MainPoint(JOBS, (2023,)), "Boone County")}
    assert moved == {"", "2023"}


def test_a_gap_names_what_groups_share_once() -> None:
    said = "54 of 100 homes headed by Black residents have it; for homes headed by women it was 76."
    assert "54 of 100 homes headed by Black residents have it; for women it was 76" in [
        title.text for title in titles(MainPoint(said), "")
    ]


def test_spanish_takeaways_are_shortened_too() -> None:
    with speaking("es"):
        said = "En 2023, 84 de cada 100 adultos en Boone County tenían trabajo. Más."
        *_, last = titles(MainPoint(said, (2023,)), "Boone County")
        assert last.text == "84 de cada 100 adultos aquí tenían trabajo"
        few = claims.alone("El 84% trabaja, un poco más que en el condado del medio (80%)")
        assert few == "El 84% trabaja"


def test_no_main_slide_has_the_bare_name_of_its_metric_where_there_is_a_takeaway(
    boone: kit.Kit,
) -> None:
    pages = {page.number: page for page in shown(boone) if page.shows and page.number}
    for station in boone.walk.stations:
        leading = pages.get(station.number)
        if leading is None or not station.takeaway or station.takeaway.own:
            continue
        assert leading.title != leading.shows[0].heading, leading.title


def test_texts_for_those_who_do_not_see_are_short_and_whole(
    boone: kit.Kit, columbia: kit.Kit
) -> None:
    told = [
        (page, box)
        for prepared in (boone, columbia)
        for page in prepared.documents[0].pages
        for box in page.boxes
    ]
    for page, box in told:
        if isinstance(box.exhibit, Chart | Map) and box.role in ("chart", "map"):
            assert 20 < len(box.exhibit.alt) <= LONGEST, box.exhibit.alt
            assert "…-numbers.csv" not in box.exhibit.alt
        assert len(box.alt) <= LONGEST, page.title
    area = next(box.exhibit.alt for _, box in told if isinstance(box.exhibit, Map))
    assert area.startswith("Map: ")
    assert "Boone County: 26% (under 31%)" in area


def test_a_long_text_is_cut_between_words() -> None:
    assert clipped("a b") == "a b"
    assert clipped("word " * 80).endswith("word…")
    assert len(clipped("word " * 80)) <= LONGEST


def test_the_notes_have_every_figure_that_the_short_text_leaves_out(boone: kit.Kit) -> None:
    page, _, chart = next(found for found in charts(boone) if found[2].form == "lines")
    assert "2016 $51,689" not in chart.alt
    assert "2016 $51,689" in page.spoken
    assert brief(page.shows[0], "", "Income", "Boone County").startswith("Line chart: Income.")


@pytest.mark.parametrize("place", ["boone", "columbia"])
def test_every_shown_slide_has_40_to_110_words_to_say_ask_and_do_then(
    place: str, request: pytest.FixtureRequest
) -> None:
    for page in shown(request.getfixturevalue(place)):
        heads = [note.head for note in page.notes]
        assert heads[:3] == ["Say", "Ask", "Then"], page.title
        spoken = [line for note in page.notes[:3] for line in note.lines]
        assert LEAST <= words_in(spoken) <= MOST, (page.title, words_in(spoken))
        assert not any(line.count(";") > 2 for line in spoken), page.title


def test_main_slides_say_the_picture_the_number_with_its_year_and_who_counted(
    boone: kit.Kit,
) -> None:
    page, _, _ = next(found for found in charts(boone) if found[2].form == "lines")
    picture, point, counted = page.notes[0].lines
    assert picture.startswith("Each line is a place")
    assert "From 2014 to 2023" in point
    assert counted == "Who counted: U.S. Census Bureau, American Community Survey, 2014–2023."
    assert page.notes[1].lines == (
        "What do you notice about the line? How was life here five years ago?",
    )
    assert "station 4" in page.notes[2].lines[0]


def test_a_gap_does_not_open_a_station_that_presents_a_number_of_all(
    write_walk: Callable[[str], Path],
) -> None:
    text = """title: T
place: "29019"
data: [metrics.csv]
outputs: [{medium: deck}]
session: {walk: together}
stations:
  - question: Who is online?
    blocks:
      - {kind: stat, metric: share_digital_access}
      - {kind: gap, metric: share_digital_access, groups: [Black, Hispanic]}
"""
    (document,) = kit.prepared(write_walk(text)).documents
    ours = [page for page in document.pages if page.number == 1]
    opening, presented, *behind = ours
    assert not any(box.role == "big" for box in opening.boxes)
    assert "73" in presented.title
    assert any(page.hidden for page in behind)


@pytest.mark.parametrize("name", ["boone", "columbia_city", "webinar"])
def test_what_a_title_says_of_a_big_number_stands_nowhere_else(name: str) -> None:
    seen = 0
    for document in kit.prepared(ROOT / "configs" / f"{name}.yaml", only="deck").documents:
        for page in document.pages:
            numbers = [e for e in page.shows if isinstance(e, Stat)]
            if numbers and not any(box.role == "opener" for box in page.boxes):
                sentences = [inside(box) for box in page.boxes if box.role == "sentence"]
                for sentence in sentences:
                    assert not says(page.title, numbers[0].number, sentence), page.title
                seen += 1
    assert seen or name != "webinar"


def test_a_title_says_a_number_only_with_what_it_counts() -> None:
    counted = "of every 100 households in Boone County have a computer and fast internet."
    assert says("73 of every 100 households here had a computer and fast internet", "73", counted)
    assert not says("In 2023, 73 people asked for help", "73", counted)
    assert not says("Who of all households has a computer and fast internet?", "73", counted)


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_questions_have_one_size_through_a_deck_which_their_layout_has_too(size: str) -> None:
    path = ROOT / "configs" / "boone.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "{medium: deck}", f"{{medium: deck, size: '{size}'}}"
    )
    (document,) = kit.prepared(Unsaved(text.encode(), path), only="deck").documents
    pages = (*document.pages, *(p for p in document.layouts if p.layout or p.name))
    sizes = {b.type.body for p in pages for b in p.boxes if b.role == "asked" and b.type}
    assert len(sizes) == 1
    assert sizes >= {24.0 if size == "16:9" else 20.0}
