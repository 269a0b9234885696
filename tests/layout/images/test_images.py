"""Pictures of single exhibits: each is there, whole, legible, and says who counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.check.contrast import check_contrast
from datawalk.check.page import check
from datawalk.config.templates import names
from datawalk.exhibits import Exhibit, Map, Prose, Row, Stat, WritingSpace
from datawalk.layout.exhibits.alternative import alternative
from datawalk.layout.images.blank import blank
from datawalk.layout.images.card import CARDS, look_at
from datawalk.layout.images.images import arrange_images
from datawalk.page.document import Document, Page
from datawalk.page.figure import Drawing
from datawalk.page.marks import Rect, Text
from datawalk.problems import Problems
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Walk
from datawalk.words import speaking
from tests.conftest import ROOT
from tests.layout.poster.test_poster import AT, CHART, PLACE, QUOTE, STAT, TABLE, TALK, station
from tests.typography.scripts.test_scripts import ARABIC

SHAPES = (None, *CARDS)
LONG_TITLE = "Why do so many people who work here every day live so far away from their work, " * 2


@cache
def boone() -> Walk:
    return kit.prepared(ROOT / "configs" / "boone.yaml", only="handout").walk


def pictures(*exhibits: Exhibit, shape: str | None = None, width: float = 7, **kw: str) -> Document:
    told = replace(station(*exhibits), **kw)
    walk = Walk("A walk", PLACE, "en", Event(link="https://example.org"), (told,))
    return arrange_images(LATO, walk, base_theme(), width, shape)


def texts(page: Page) -> list[Text]:
    """All words of a page, those of its charts and maps too."""
    found: list[Text] = []
    for leaf in (leaf for box in page.boxes for leaf in box.leaves):
        marks = leaf.plan.marks if isinstance(leaf, Drawing) else (leaf,)
        found += [mark for mark in marks if isinstance(mark, Text)]
    return found


def said(page: Page) -> str:
    return " ".join(" ".join(text.text for text in texts(page)).split())


@pytest.mark.parametrize("shape", SHAPES)
def test_all_that_a_walk_shows_is_on_one_picture_each(shape: str | None) -> None:
    walk = boone()
    made = arrange_images(LATO, walk, base_theme(), 7, shape)
    shown = [id(exhibit) for page in made.pages for exhibit in page.shows]
    wanted = [e for s in walk.stations for e in s.exhibits if not isinstance(e, WritingSpace)]
    assert shown == [id(exhibit) for exhibit in wanted]
    assert made.left == ()
    assert [*check(made), *check_contrast(made)] == []
    assert len({page.name for page in made.pages}) == len(made.pages)


@pytest.mark.parametrize(("shape", "ratio"), [("square", 1), ("wide", 16 / 9), ("story", 9 / 16)])
def test_a_shape_is_kept(shape: str, ratio: float) -> None:
    (page,) = pictures(CHART, shape=shape).pages
    assert page.width / page.height == pytest.approx(ratio)


@pytest.mark.parametrize("width", [3, 5, 7, 20])
def test_a_picture_is_as_wide_as_asked_and_as_tall_as_it_must(width: float) -> None:
    low, tall = pictures(QUOTE, TABLE, width=width).pages
    assert low.width == tall.width == width * 72
    assert low.height < tall.height


def test_an_app_covers_nothing_of_a_story() -> None:
    for page in pictures(STAT, CHART, TABLE, QUOTE, shape="story").pages:
        boxes = [box for box in page.boxes if box.role != "stripe"]
        assert min(box.y for box in boxes) >= 250 / 3
        assert max(box.y + box.h for box in boxes) <= page.height - 250 / 3


def test_the_main_point_is_the_title_and_what_it_answers_stands_over_it() -> None:
    chart = replace(CHART, heading="Adults with a job", takeaway="84% have a job")
    (page,) = pictures(chart).pages
    assert page.title == "84% have a job"
    assert said(page).startswith("Can people here find a good job? 84% have a job Adults with a")
    (number,) = pictures(replace(STAT, heading="")).pages
    assert number.title == "Can people here find a good job?"


@pytest.mark.parametrize("shape", SHAPES)
def test_every_picture_says_whose_it_is_and_who_counted(shape: str | None) -> None:
    sources = tuple(f"Counted by the office with number {i}, 2023." for i in range(29))
    last = "Urban Institute. † Marginal: use with care."
    (page,) = pictures(replace(CHART, sources=(*sources, last)), shape=shape).pages
    told = said(page)
    assert "A walk" in told
    assert PLACE.full in told
    assert sources[0] in told
    assert last in told
    assert page.caption
    assert page.caption.sources == (*sources, last)
    whole = all(source in told for source in sources)
    assert whole != ("The text with this picture tells more about the sources." in told)
    assert whole == (shape is None)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "exhibit", [STAT, CHART, TABLE, QUOTE, TALK], ids=lambda e: type(e).__name__
)
def test_the_longest_titles_fit_or_are_told(shape: str | None, exhibit: Exhibit) -> None:
    made = pictures(replace(exhibit, heading=LONG_TITLE), QUOTE, shape=shape)
    assert [*check(made), *check_contrast(made)] == []
    assert all(left.at == exhibit.at and left.severity == "warning" for left in made.left)


def test_what_does_not_fit_is_left_out_and_told() -> None:
    tall = replace(TABLE, rows=(Row("A row", ("1",) * len(TABLE.columns)),) * 60, kind="table")
    made = pictures(tall, QUOTE, shape="square")
    assert len(made.pages) == 1
    (left,) = made.left
    assert (
        left.what == "There is no picture of this table: it is too tall, even in the smallest type."
    )
    assert (left.at, left.severity) == (AT, "warning")
    assert pictures(tall).left == ()


def test_a_word_that_is_too_wide_is_named() -> None:
    wide = Prose(paragraphs=(words("x" * 200),), at=AT, kind="text")
    with pytest.raises(Problems, match='no picture of this text: the word "xxx') as found:
        pictures(wide)
    assert found.value.problems[0].severity == "problem"


def test_nothing_but_room_to_write_makes_no_picture() -> None:
    with pytest.raises(Problems, match="only room to write"):
        pictures(WritingSpace(form="zone"))


def test_a_warning_reaches_the_author(write_walk: Callable[[str], Path]) -> None:
    items = "".join(f"          - {'Many words of item ' * 6}{i}\n" for i in range(12))
    walk = write_walk(
        'title: T\nplace: "29019"\ndata: [metrics.csv]\n'
        "outputs: [{medium: images, for: wide}]\nstations:\n  - title: A\n    blocks:\n"
        f"      - {{kind: quote, text: Hello, by: A}}\n      - kind: text\n        items:\n{items}"
    )
    (told,) = kit.prepared(walk).warnings
    assert told.at.line == 9
    assert "no picture of this text" in told.what
    with pytest.raises(Problems, match="no picture"):
        kit.prepared(walk, strict=True)


def test_a_network_says_what_its_lines_stand_for() -> None:
    pages = arrange_images(LATO, boone(), base_theme(), 7, "square").pages
    (network,) = (page for page in pages if page.name.endswith("ecosystem"))
    assert len(network.shows) == 1
    for words_ in ("laptops", "space", "a nurse on"):
        assert words_ in said(network)


def test_a_share_has_its_squares_under_the_number_where_that_is_narrow() -> None:
    for shape in ("square", "story", "wide"):
        (page,) = pictures(replace(STAT, share=84), shape=shape).pages
        squares = [m for box in page.boxes for m in box.leaves if isinstance(m, Rect) and m.radius]
        assert len(squares) == 100
        number = next(text for text in texts(page) if text.face == "black" and text.size > 40)
        assert (squares[0].y > number.y) == (shape != "wide")


@pytest.mark.parametrize("shape", SHAPES)
def test_pages_read_from_the_right_are_turned_round(
    shape: str | None, write_walk: Callable[[str], Path]
) -> None:
    spec = f"for: {shape}" if shape else "width: 7"
    walk = write_walk(
        f'title: {ARABIC}\nlanguage: ar\nplace: "29019"\ndata: [metrics.csv]\n'
        f"outputs: [{{medium: images, {spec}}}]\nstations:\n  - title: {ARABIC}\n    blocks:\n"
        f"      - {{kind: quote, text: {ARABIC}, by: {ARABIC}}}\n"
    )
    (document,) = kit.prepared(walk).documents
    (page,) = document.pages
    title = next(box for box in page.boxes if box.role == "title")
    ends = {round(leaf.x + leaf.width) for leaf in title.leaves if isinstance(leaf, Text)}
    assert ends == {round(title.x + title.w)}


@pytest.mark.parametrize("shape", ["square", "wide"])
def test_ready_stations_make_pictures(shape: str, write_walk: Callable[[str], Path]) -> None:
    listed = "".join(f"  - template: {name}\n" for name in names()[::4])
    walk = write_walk(
        'title: T\nplace: "29019"\ncompare: [us-median]\ndata: [metrics.csv]\naccept: [jump]\n'
        f"language: es\noutputs: [{{medium: images, for: {shape}}}]\nstations:\n{listed}"
    )
    made = kit.prepared(walk)
    (document,) = made.documents
    assert len(document.pages) > 10
    assert made.unfit == ()


def test_alternative_texts_say_what_stands_there() -> None:
    shown = Stat(number="84", sentence=words("of 100 have **a job**."), range="between 81 and 88")
    with speaking("en"):
        assert alternative(shown) == ("84 of 100 have a job.\nHow sure is it? Between 81 and 88.")
        assert alternative(replace(QUOTE, note="A *note*.")).endswith("— Parent\nA note.")
        assert alternative(TABLE).splitlines()[0].startswith(f"{TABLE.rows[0].stub}: ")
        assert alternative(TALK).startswith("1. ")


def test_stations_keep_their_numbers_in_names() -> None:
    for page in arrange_images(LATO, boone(), base_theme(), 7, None).pages:
        assert page.number
        block = page.shows[0].block
        assert page.name.startswith(f"{page.number:02}-{boone().stations[page.number - 1].pillar}-")
        assert f"-block{block}-" in page.name


@pytest.mark.parametrize("width", [4, 7, 12])
def test_a_map_leaves_little_room_empty(width: float) -> None:
    made = arrange_images(LATO, boone(), base_theme(), width, None)
    maps = [page for page in made.pages if isinstance(page.shows[0], Map)]
    assert len(maps) == 2
    for page in maps:
        shown = next(box for box in page.boxes if box.role == "exhibit")
        left = blank(page.shows[0], shown.w, shown.h, look_at(LATO, 1, base_theme(), "#000000"))
        assert left < shown.h * 0.2
