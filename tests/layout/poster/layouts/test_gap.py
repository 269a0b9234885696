"""The gap layout: groups in large marks, the talk panel down the side, a box at the foot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import Bullets, Chart
from datawalk.layout.mirror import directed
from datawalk.metrics.findings.finding import Finding
from datawalk.page.document import Box, Page
from datawalk.page.figure import Drawing
from datawalk.page.marks import INCH, Rect, Rule
from datawalk.prose import words
from datawalk.walk import Station, Takeaway
from tests.figures.twelve import CLOSE, FORMS, GROUPS, several

from .laid import EVERY_SIZE, TALK, THEMES, said, sheets, station, wrong

CHART: Chart = replace(
    FORMS["dumbbell"], heading="Who?", note="The ranges say how sure. No figures: Elko.", block=1
)
THREE: Bullets = replace(
    TALK,
    items=(*TALK.items, words("Who could help?")),
    starters=("I add …", "We keep …", "Help from …"),
)


def gap_of(*exhibits: object, **more: object) -> Station:
    made = station(*exhibits, pillar="education")  # type: ignore[arg-type]
    told = Takeaway(words("In 2023, 52 of 100 women had it; for children it was 31."))
    return replace(made, **{"layout": "gap", "takeaway": told, **more})  # type: ignore[arg-type]


def of(page: Page, *roles: str) -> list[Box]:
    return [box for box in page.boxes if box.role in roles]


def panel(page: Page) -> Box:
    return next(box for box in page.boxes if box.role == "panel" and box.x > 0)


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize("chart", ["dumbbell", "dumbbell in lines"])
def test_every_size_is_clean_also_from_right_to_left(size: str, chart: str) -> None:
    shown = replace(FORMS[chart], note=CHART.note)
    assert wrong(sheets(gap_of(shown, THREE), size=size)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_is_clean(theme: str) -> None:
    assert wrong(sheets(gap_of(CHART, THREE), theme=theme)) == []


@pytest.mark.parametrize("size", ["18x24", "24x36", "36x48"])
def test_the_panel_stands_down_the_side_with_notes_of_their_own_size(size: str) -> None:
    page = sheets(gap_of(CHART, THREE), size=size).pages[0]
    side = panel(page)
    assert side.h > side.w
    assert side.x + side.w == pytest.approx(page.width)
    assert 0.25 <= side.w * side.h / page.width / page.height <= 0.32
    notes = [leaf for box in of(page, "zone") for leaf in box.leaves if isinstance(leaf, Rect)]
    assert len(notes) >= 6
    assert {(note.w, note.h) for note in notes} == {(3 * INCH, 3 * INCH)}
    assert all(side.x < note.x and note.x + note.w < page.width for note in notes)


@pytest.mark.parametrize("size", ["letter", "8x10", "tabloid"])
def test_sheets_on_a_table_have_lines(size: str) -> None:
    page = sheets(gap_of(CHART, THREE), size=size).pages[0]
    for zone in of(page, "zone"):
        assert sum(isinstance(leaf, Rule) for leaf in zone.leaves) >= 2
        assert not any(isinstance(leaf, Rect) for leaf in zone.leaves)


def test_a_sheet_that_reads_leftwards_has_it_on_the_left() -> None:
    document = directed(replace(sheets(gap_of(CHART, THREE)), language="ar"))
    page = document.pages[0]
    assert min(box.x for box in of(page, "panel")) == pytest.approx(0)


def test_how_sure_it_is_stands_in_a_box_and_not_in_small_type() -> None:
    page = sheets(gap_of(CHART, THREE)).pages[0]
    assert "How sure is it? The ranges say how sure." in " ".join(said(page).split())
    assert said(page).count("The ranges say how sure") == 1
    (card,) = [box for box in of(page, "exhibit") if box.exhibit is None]
    assert min(text.size for text in _texts(card)) == 32
    assert card.y > max(box.y for box in of(page, "exhibit") if box is not card)


def _texts(box: Box) -> list[object]:
    return [leaf for leaf in box.leaves if hasattr(leaf, "face")]


def test_the_takeaway_stands_beside_the_column() -> None:
    page = sheets(gap_of(CHART, THREE)).pages[0]
    (strip,) = of(page, "takeaway")
    assert strip.w == pytest.approx(panel(page).x)


def test_the_groups_have_most_of_the_room_beside_the_column() -> None:
    page = sheets(gap_of(CHART, THREE)).pages[0]
    drawing = next(leaf for box in page.boxes for leaf in box.leaves if isinstance(leaf, Drawing))
    (strip,) = of(page, "takeaway")
    room = panel(page).h - strip.h
    assert drawing.h >= 0.6 * room


LEADS = Finding("gap", "share_employed", (2023,), 2.0, 1.0, sure=True, block=1)


def test_a_gap_that_leads_takes_it_and_another_does_not() -> None:
    for finding, layout, column in (
        (LEADS, "", True),
        (replace(LEADS, sure=False), "", False),
        (replace(LEADS, tiny=True), "", False),
        (LEADS, "plain", False),
        (replace(LEADS, sure=False), "gap", True),
    ):
        held = gap_of(CHART, THREE, findings=(finding,), layout=layout)
        page = sheets(held).pages[0]
        assert any(box.role == "panel" and box.h > box.w for box in page.boxes) is column


def test_where_the_column_has_no_room_the_panel_lies_across() -> None:
    many = several("dumbbell", *(replace(GROUPS[1], label=f"County {i}") for i in range(9)))
    full = replace(many, series=(GROUPS[0], *many.series), block=1, heading="Who?")
    more = replace(CLOSE[0], label="Boone")
    second = several("dumbbell", more, heading="Who else?")
    page = sheets(gap_of(full, second, second, THREE, layout="", findings=(LEADS,))).pages[0]
    assert not wrong(sheets(gap_of(full, second, THREE, layout="", findings=(LEADS,))))
    assert of(page, "zone")


def test_a_heading_that_is_too_long_for_the_column_is_set_smaller() -> None:
    long = replace(THREE, heading="Talk about it with a neighbor")
    page = sheets(gap_of(CHART, long)).pages[0]
    assert "Talk about it with a neighbor" in said(page)
    assert wrong(sheets(gap_of(CHART, long))) == []
