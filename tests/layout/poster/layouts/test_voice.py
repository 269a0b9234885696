"""Voices: a picture from edge to edge, quotes as large as they fit, and the rest below."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from datawalk.exhibits import Chart, Exhibit, Point, Prose, Series, Stat, WritingSpace
from datawalk.layout.poster.layouts import voice
from datawalk.layout.poster.type_scale import type_scale
from datawalk.metrics.model import NumberFormat
from datawalk.page.document import Page
from datawalk.page.ink import Part
from datawalk.page.marks import INCH, Photo, Text
from datawalk.prose import words
from tests.layout.poster.layouts.laid import (
    EVERY_SIZE,
    TALK,
    THEMES,
    picture,
    said,
    sheets,
    station,
    texts,
    wrong,
)


def quote(text: str, by: str = "Parent (sample)") -> Prose:
    return Prose(paragraphs=(words(text),), form="quote", by=by)


SHORT = quote("I work two jobs and I still can’t get ahead of rent.")
OTHER = quote("The last bus leaves before my shift ends.", "Night worker")
LONG = "We moved three times in two years, and my son had to change schools. "
LEAD = Prose(paragraphs=(words("Numbers count buses. Two neighbors say more."),), form="lead")
CHART = Chart(
    form="bars",
    series=(Series("", tuple(Point(f"Place {i}", 0.1 * i, f"{10 * i}%") for i in range(1, 6))),),
    format=NumberFormat(100, 0, "", "%"),
    alt="Bars.",
)
STAT = Stat(number="84", sentence=words("of every 100 adults have a job."), share=84)
BODY = Prose(paragraphs=(words("Some words."),))


def only(*exhibits: Exhibit, size: str = "24x36") -> Page:
    return sheets(station(*exhibits), size=size).pages[0]


def photo(page: Page) -> Photo:
    (found,) = [ink for box in page.boxes for ink in box.leaves if isinstance(ink, Photo)]
    return found


def spoken(page: Page, text: str) -> Text:
    return next(t for t in texts(page) if t.text.startswith(text))


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_every_size_is_clean(size: str) -> None:
    shown = station(LEAD, picture(4000, 2000), SHORT, OTHER, TALK)
    four = station(SHORT, OTHER, SHORT, OTHER, TALK, number=2)
    document = sheets(shown, four, size=size)
    assert wrong(document) == []
    assert "Picture: Ann" in said(document.pages[0])


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_can_be_read(theme: str) -> None:
    shown = station(LEAD, picture(4000, 2000), SHORT, OTHER, TALK)
    assert wrong(sheets(shown, theme=theme)) == []


@pytest.mark.parametrize(
    ("exhibits", "suits"),
    [
        ((SHORT, OTHER), True),
        ((picture(3000, 2000), CHART), True),
        ((LEAD, SHORT, OTHER, CHART), True),
        ((SHORT,), True),
        ((SHORT, CHART), False),
        ((CHART, SHORT, OTHER), False),
        ((STAT, SHORT, OTHER), False),
        ((BODY, SHORT, OTHER), False),
        ((), False),
    ],
)
def test_it_is_for_voices_that_come_first(exhibits: Sequence[Exhibit], suits: bool) -> None:
    assert voice.suits(exhibits) is suits


def test_quotes_stand_side_by_side_in_the_largest_size() -> None:
    page = only(SHORT, OTHER, TALK)
    first, second = spoken(page, "I work"), spoken(page, "The last")
    assert first.size == second.size == type_scale(1.0).quote
    assert first.y == second.y
    assert second.x > first.x + page.width * 0.4


def test_four_quotes_stand_in_two_rows() -> None:
    page = only(SHORT, OTHER, quote("Three."), quote("Four."), TALK)
    assert spoken(page, "Three").y == spoken(page, "Four").y > spoken(page, "I work").y


def test_a_quote_that_is_left_over_has_the_whole_row() -> None:
    left = quote("The library is where I do my homework. The people there know my name.")
    page = only(SHORT, OTHER, left, TALK)
    boxes = [box for box in page.boxes if box.exhibit in (SHORT, left)]
    assert [box.w > page.width * 0.9 for box in boxes] == [False, True]


def test_long_quotes_step_down_through_the_scale() -> None:
    type_ = type_scale(1.0)
    for times, size in ((2, type_.quote), (4, type_.takeaway), (7, type_.head)):
        assert spoken(only(*[quote(LONG * times)] * 2, TALK), "We moved").size == size


def test_a_word_that_is_too_long_for_large_quotes_hangs_in_plain_rows() -> None:
    page = only(quote("Donaudampfschifffahrtsgesellschaft"), OTHER, TALK)
    assert spoken(page, "Donau").face == "regular"


def test_a_wide_picture_reaches_from_edge_to_edge() -> None:
    shown = photo(only(picture(4000, 1400), SHORT, OTHER, TALK))
    assert (shown.x, shown.w) == (0, 24 * INCH)
    assert shown.h == pytest.approx(shown.w * 0.35)


def share(page: Page) -> float:
    """Of the sheet that the picture has."""
    return photo(page).w * photo(page).h / (page.width * page.height)


def kept(page: Page, width: int, height: int) -> float:
    """The share of the picture that is shown; it is not stretched."""
    left, top, right, low = photo(page).part
    seen = (right - left) * width / ((low - top) * height)
    assert seen == pytest.approx(photo(page).w / photo(page).h)
    return (right - left) * (low - top)


@pytest.mark.parametrize(
    ("size", "more"),
    [("18x24", ()), ("24x36", ()), ("36x48", ()), ("24x36", (CHART,)), ("36x48", (CHART,))],
)
def test_a_photo_of_a_camera_is_cut_to_both_edges_and_takes_a_fifth(
    size: str, more: tuple[Exhibit, ...]
) -> None:
    page = only(picture(4000, 2667), SHORT, OTHER, *more, TALK, size=size)
    assert (photo(page).x, photo(page).w) == (0, page.width)
    assert share(page) >= 0.2
    assert kept(page, 4000, 2667) >= 0.4
    _, top, _, low = photo(page).part
    assert top < 1 - low


@pytest.mark.parametrize("size", ["18x24", "24x36", "36x48"])
def test_a_tall_photo_stands_at_the_edge_beside_large_quotes(size: str) -> None:
    page = only(picture(3000, 4500), SHORT, OTHER, TALK, size=size)
    assert photo(page).x == 0
    # Notes are as large on a small sheet, so less is left for all else.
    assert share(page) >= (0.14 if size == "18x24" else 0.2)
    assert kept(page, 3000, 4500) >= (0.7 if size == "18x24" else 0.75)
    quotes = [box for box in page.boxes if box.exhibit in (SHORT, OTHER)]
    assert all(box.x > photo(page).w for box in quotes)
    assert wrong(sheets(station(picture(3000, 4500), SHORT, OTHER, TALK), size=size)) == []


def test_a_tall_picture_alone_stands_whole_in_the_middle() -> None:
    page = only(picture(2000, 3000), TALK)
    shown = photo(page)
    assert shown.x + shown.w / 2 == pytest.approx(page.width / 2)
    assert shown.h == pytest.approx(shown.w * 1.5)


def test_a_picture_with_few_dots_is_never_blown_up() -> None:
    page = only(picture(1200, 600), SHORT, OTHER, TALK)
    assert photo(page).w == pytest.approx(12 * INCH)
    assert kept(page, 1200, 600) == 1


def test_two_short_quotes_are_large_beside_a_picture() -> None:
    page = only(picture(4000, 2667), SHORT, OTHER, TALK)
    assert spoken(page, "I work").size >= 84


def test_a_small_picture_hangs_as_before() -> None:
    assert wrong(sheets(station(picture(300, 200), TALK))) == []
    assert photo(only(picture(300, 200), TALK)).x > 0


def test_a_chart_behind_the_voices_stands_below_them() -> None:
    page = only(picture(4000, 1600), SHORT, OTHER, CHART, TALK)
    chart = next(box for box in page.boxes if box.exhibit == CHART)
    assert chart.y > spoken(page, "I work").y
    assert photo(page).h <= 8.9 * INCH


def test_a_quote_is_told_as_one() -> None:
    page = only(SHORT, OTHER, TALK)
    roles = [
        [part.role for part in box.ink if isinstance(part, Part)]
        for box in page.boxes
        if box.exhibit in (SHORT, OTHER)
    ]
    assert roles == [["Artifact", "BlockQuote", "P"]] * 2


INVITED = Prose(
    paragraphs=(words("Tell us about a time when this place helped you."),), form="lead"
)
LINES = WritingSpace(form="lines", heading="It began when …", rows=5)
ZONE = WritingSpace(form="zone", heading="Draw it, or stick your note here")


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_an_invitation_to_tell_is_a_clean_sheet_at_every_size(size: str) -> None:
    assert wrong(sheets(station(INVITED, LINES, ZONE, TALK), size=size)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_who_is_invited_to_tell_writes_on_a_sheet_of_white_paper(theme: str) -> None:
    document = sheets(station(INVITED, LINES, ZONE, TALK), theme=theme)
    assert wrong(document) == []
    page = document.pages[0]
    assert page.layout == "voice"
    white = document.theme.paper
    panels = [box for box in page.boxes if box.role == "panel"]
    (paper,) = [b for b in panels if [getattr(i, "fill", "") for i in b.ink] == [white]]
    for exhibit in (LINES, ZONE):
        (box,) = [box for box in page.boxes if box.exhibit == exhibit]
        assert paper.x < box.x
        assert paper.y < box.y
        assert box.y + box.h < paper.y + paper.h
    with_quote = Prose(paragraphs=(words("We stay."),), form="quote")
    assert not voice.suits((INVITED, LINES, with_quote))
    assert not voice.suits((LINES,))
