"""The placemat: a card for every station, and pictures that say what the station says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.check.contrast import check_contrast
from datawalk.check.page import check
from datawalk.exhibits import Chart, Point, Prose, Series
from datawalk.layout.paper.placemat.mini import Hundred, Mini, Spark, Strip, TwoMarks, mini_of
from datawalk.layout.paper.placemat.sheet import SIZES, arrange_placemat
from datawalk.layout.poster.type_scale import TypeScale
from datawalk.output.numbers import numbers
from datawalk.page.document import Document
from datawalk.page.marks import Icon, Rect, Rule, Text
from datawalk.problems import Problems
from datawalk.prose import plain, words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Walk
from tests.layout.paper.test_paper import said, sizes, walk
from tests.layout.poster.test_poster import AT, CHART, STAT, TALK, station


def placemat(made: Walk, size: str = "tabloid") -> Document:
    document = arrange_placemat(LATO, made, base_theme(), size)
    assert check(document) == []
    assert check_contrast(document) == []
    return document


def listed(sizes_: TypeScale) -> set[float]:
    return {getattr(sizes_, name) for name in TypeScale.__slots__}


def chart(form: str, *points: Point, label: str = "") -> Chart:
    line = Series(label, points, highlight=True)
    return replace(CHART, form=form, series=(line,))  # type: ignore[arg-type]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 11, 40])
@pytest.mark.parametrize("size", ["tabloid", "a3"])
def test_every_station_has_a_card_however_many_they_are(count: int, size: str) -> None:
    stations = [replace(station(STAT, CHART, TALK), number=i + 1) for i in range(count)]
    document = placemat(walk(*stations), size)
    cards = [box for page in document.pages for box in page.boxes if box.role == "title"]
    numbers_ = [next(ink.text for ink in card.leaves if isinstance(ink, Text)) for card in cards]
    assert numbers_ == [str(i + 1) for i in range(count)]
    assert len({page.name for page in document.pages}) == len(document.pages)
    for page in document.pages:
        low = min(box.y for box in page.boxes if box.role == "foot")
        panels = [box for box in page.boxes if box.role == "panel"]
        assert all(box.y + box.h <= low for box in panels)


def test_few_stations_need_one_sheet_and_many_more() -> None:
    one = [replace(station(STAT), number=i) for i in range(1, 7)]
    many = [replace(station(STAT), number=i) for i in range(1, 41)]
    assert len(placemat(walk(*one)).pages) == 1
    pages = placemat(walk(*many)).pages
    assert len(pages) > 1
    assert len(pages) < 8
    assert pages[1].title == f"A walk (2 of {len(pages)})"


def test_its_type_has_sizes_of_the_table_alone() -> None:
    stations = [replace(station(STAT, CHART, TALK), number=i + 1) for i in range(9)]
    radius = {s * 0.95 * 1.36 for s in listed(SIZES)} | {s * 0.95 * 1.1 for s in listed(SIZES)}
    for made in (walk(station(STAT)), walk(*stations)):
        strange = sizes(placemat(made)) - listed(SIZES)
        assert all(any(abs(size - known) < 0.01 for known in radius) for size in strange)


def test_a_share_fills_as_many_squares() -> None:
    document = placemat(walk(station(STAT)))
    (box,) = (box for box in document.pages[0].boxes if box.role == "exhibit")
    squares = [ink for ink in box.leaves if isinstance(ink, Rect)]
    assert len(squares) == 100
    assert len([square for square in squares if not square.stroke]) == STAT.share


def test_a_line_tells_its_first_and_its_last_figure() -> None:
    points = (Point("2014", 5.0, "$5"), Point("2015", None, "no data"), Point("2016", 7.0, "$7"))
    mini = mini_of(station(chart("lines", *points)))
    assert mini.value == "$7"
    assert mini.notes == ("2014: $5. 2016: $7.",)
    assert mini.drawn == Spark(((2014, 5.0), (2015, None), (2016, 7.0)), "$5", "$7")


def test_a_gap_names_both_groups_and_says_when_they_cannot_be_told_apart() -> None:
    low, high = Point("Renters", 0.4, "40%", 0.3, 0.5), Point("Owners", 0.6, "60%", 0.55, 0.65)
    mini = mini_of(station(chart("dots", high, low)))
    assert mini.value == "40% and 60%"
    assert mini.notes == ("Renters: 40%.", "Owners: 60%.")
    assert mini.drawn == TwoMarks(0.4, 0.6, 0.0, 1.0)
    unsure = mini_of(station(chart("dots", high, replace(low, upper=0.58))))
    assert unsure.value == "40% to 60%"
    assert unsure.notes[-1] == "Too unsure to tell apart."


def test_ours_stands_among_all_places_of_a_distribution() -> None:
    ours = Point("Here", 54.0, "54", highlight=True)
    mini = mini_of(station(replace(chart("distribution", ours), field=(10.0, 60.0))))
    assert (mini.value, mini.drawn) == ("54", Strip((10.0, 60.0), 54.0, None))


def test_without_a_figure_a_card_asks_and_has_more_lines() -> None:
    text = Prose(paragraphs=(words("Some words."),), at=AT)
    assert mini_of(station(text, TALK)) == Mini(TALK.items[0])
    document = placemat(walk(station(text, TALK)))
    zones = [box for box in document.pages[0].boxes if box.role == "zone"]
    assert len([ink for ink in zones[0].leaves if isinstance(ink, Rule)]) > 3


def test_a_short_quote_stands_on_the_card_and_a_long_one_does_not() -> None:
    quote = Prose(paragraphs=(words("The bus is late."),), form="quote", by="A rider", at=AT)
    assert plain(mini_of(station(quote, TALK)).sentence) == "The bus is late."
    long = replace(quote, paragraphs=(words("word " * 400),))
    assert mini_of(station(long, TALK)).sentence == TALK.items[0]


def test_without_icons_there_are_none() -> None:
    assert not [ink for box in placemat(walk(station(STAT))).pages[0].boxes for ink in box.leaves
                if isinstance(ink, Icon)]  # fmt: skip
    signed = walk(replace(station(STAT), icon="briefcase"))
    icons = [
        ink
        for box in placemat(signed).pages[0].boxes
        for ink in box.leaves
        if isinstance(ink, Icon)
    ]
    assert {"briefcase", "hand-waving", "binoculars"} <= {icon.name for icon in icons}


def test_a_sentence_longer_than_a_sheet_is_named_with_its_place() -> None:
    long = replace(STAT, sentence=words("many words " * 600))
    with pytest.raises(Problems) as caught:
        arrange_placemat(LATO, walk(station(STAT), station(long)), base_theme(), "tabloid")
    (problem,) = caught.value.problems
    assert "too long for a card" in problem.what
    assert problem.at == AT


def test_figures_on_cards_are_those_of_the_list_of_numbers(
    write_walk: Callable[[str], Path],
) -> None:
    stations = "".join(
        f"  - template: {name}\n" for name in ("work/jobs", "work/income", "health/air")
    )
    path = write_walk(
        'title: One\nplace: "29019"\ncompare: [us-median]\ndata: [metrics.csv]\n'
        f"outputs: [{{medium: placemat}}]\nstations:\n{stations}"
    )
    made = kit.prepared(path)
    (document,) = made.documents
    printed = {row.printed for row in numbers(made.walk, made.documents)}
    minis = [mini_of(one) for one in made.walk.stations]
    values = {mini.value.replace("%", "") for mini in minis if mini.drawn}
    assert values
    assert values <= {text.replace("%", "") for text in printed}
    assert all(mini.value in said(document) for mini in minis)
    shares = [mini.drawn.share for mini in minis if isinstance(mini.drawn, Hundred)]
    assert all(str(share) in values for share in shares)
