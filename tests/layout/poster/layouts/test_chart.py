"""One wide line: large on every sheet, with its takeaway, and what else there is beneath."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import Bullets, Chart, Table
from datawalk.exhibits.words import Row
from datawalk.layout.poster.layouts import chart as of_chart
from datawalk.page.document import Box, Document, Page
from datawalk.page.figure import Drawing
from datawalk.prose import words
from datawalk.walk import Takeaway
from tests.figures.test_lines import FULL, KINDS
from tests.figures.test_lineup import LINE
from tests.layout.poster.layouts.laid import (
    EVERY_SIZE,
    TALK,
    THEMES,
    said,
    sheets,
    station,
    wrong,
)

HEADED = replace(FULL, heading="Yearly income of the household in the middle")
BENEATH = replace(LINE, heading="100 households in line by income")
TABLE = Table(
    stub_head="", columns=("2014", "2023"), rows=(Row("Lowest fifth", ("$17,446", "$25,896")),)
)
TOLD = Takeaway(words("From 2014 to 2023, the income rose 29%. Prices rose 29%."))


def laid(*exhibits: object, size: str = "24x36", theme: str = "default") -> Document:
    held = replace(station(*exhibits, pillar="work"), takeaway=TOLD)  # type: ignore[arg-type]
    return sheets(held, size=size, theme=theme)


def box_of(page: Page, form: str = "lines") -> Box:
    (found,) = (b for b in page.boxes if isinstance(b.exhibit, Chart) and b.exhibit.form == form)
    return found


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_it_is_a_clean_sheet_at_every_size(size: str) -> None:
    assert wrong(laid(HEADED, BENEATH, TALK, size=size)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_clean_in_every_theme(theme: str) -> None:
    assert wrong(laid(HEADED, BENEATH, TALK, theme=theme)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_clean_with_every_kind_of_lines(kind: str) -> None:
    assert wrong(laid(KINDS[kind], TALK)) == []


@pytest.mark.parametrize("size", ["18x24", "24x36", "36x48"])
@pytest.mark.parametrize("beneath", [(), (BENEATH,)], ids=["alone", "with a line of 100"])
def test_the_line_takes_much_of_the_sheet_over_the_whole_width(
    size: str, beneath: tuple[Chart, ...]
) -> None:
    page = laid(HEADED, *beneath, TALK, size=size).pages[0]
    box = box_of(page)
    assert box.h >= (0.29 if not beneath else 0.24) * page.height
    assert box.w >= 0.9 * page.width
    assert "From 2014 to 2023" in said(page)
    for other in beneath:
        assert box_of(page, other.form).y >= box.y + box.h


def test_a_second_exhibit_stands_beneath_and_is_smaller() -> None:
    page = laid(HEADED, BENEATH, TALK).pages[0]
    first, second = box_of(page), box_of(page, "lineup")
    assert first.w * first.h > second.w * second.h
    drawn = [ink for ink in second.leaves if isinstance(ink, Drawing)]
    assert len(drawn) == 1


def test_it_suits_lines_of_six_years_before_all_else() -> None:
    two = KINDS["two years"]
    assert of_chart.suits([HEADED, TABLE])
    assert of_chart.suits([TABLE, replace(HEADED, emphasis="main")])
    assert not of_chart.suits([TABLE, HEADED])
    assert not of_chart.suits([replace(two, heading="Two years")])
    assert not of_chart.suits([replace(HEADED, span="half")])
    assert not of_chart.suits([])
    assert not of_chart.suits([Bullets(items=(words("One"),))])


def test_what_is_counted_gives_way_to_the_takeaway() -> None:
    """The takeaway answers the title; the line would be small under both."""
    held = replace(station(HEADED, BENEATH, TALK, pillar="work"), takeaway=TOLD)
    about = replace(held.about, definition=words("What it is. " * 20), why=words("Why. " * 20))
    page = sheets(replace(held, about=about)).pages[0]
    assert "From 2014 to 2023" in said(page)
    assert "What it is." not in said(page)
