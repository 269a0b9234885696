"""What a person changed in charts, tables, drawings and texts of a deck is kept, and told."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from pptx.chart.data import CategoryChartData

from datawalk.render.pptx.names import alt_changed, figures_changed
from datawalk.render.pptx.update.identity import identity
from datawalk.render.pptx.update.refresh import in_step
from datawalk.render.pptx.update.update import Updated, updated
from tests.conftest import ROOT
from tests.render.pptx.figures.test_live import EXAMPLES
from tests.render.pptx.test_deck import charts, shown
from tests.render.pptx.update.test_update import OURS as LINE
from tests.render.pptx.update.test_update import (
    WALK,
    chart,
    edited,
    jobs_table,
    opened,
    rendered,
    shapes,
    sound,
    values,
)

OURS = "Boone County, MO"
MINE = 0.777


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A deck, and the same with another figure of our place: 84% became 62%."""
    folder = tmp_path_factory.mktemp("walk")
    (folder / "walk.yaml").write_text(WALK, encoding="utf-8")
    figures = (ROOT / "samples" / "metrics.csv").read_text(encoding="utf-8")
    (folder / "metrics.csv").write_text(figures, encoding="utf-8")
    before = rendered(folder)
    changed = figures.replace(f"{LINE}0.8411", f"{LINE}0.6184")
    (folder / "metrics.csv").write_text(changed, encoding="utf-8")
    return before, rendered(folder)


def numbers_by_hand(deck: Any) -> None:
    """As PowerPoint does with Edit Data: the chart and its workbook."""
    data = CategoryChartData(number_format="0%")
    found = values(deck)
    data.categories = list(found)
    for series in chart(deck).chart.plots[0].series:
        told = dict(zip(found, series.values, strict=True))
        if OURS in told and told[OURS] == found[OURS]:
            told[OURS] = MINE
        data.add_series(series.name, list(told.values()))
    chart(deck).chart.replace_data(data)


def picture_by_hand(deck: Any) -> None:
    """What the chart shows, and not its workbook."""
    points = chart(deck)._element, chart(deck).chart._chartSpace.xpath(".//c:val//c:pt/c:v")
    next(node for node in points[1] if node.text.startswith("0.841")).text = str(MINE)


def workbook_by_hand(deck: Any) -> None:
    """The workbook, in a program that does not know of the chart."""
    part = chart(deck).chart.part.chart_workbook.xlsx_part
    book = openpyxl.load_workbook(io.BytesIO(part.blob))
    for row in book.active.iter_rows():
        for cell in row:
            if isinstance(cell.value, float) and round(cell.value, 3) == 0.841:
                cell.value = MINE
    out = io.BytesIO()
    book.save(out)
    part._blob = out.getvalue()


def told(found: Updated) -> set[str]:
    return {spot.kind for spot in found.edited}


def cells(deck: Any) -> list[Any]:
    blob = chart(deck).chart.part.chart_workbook.xlsx_part.blob
    rows = openpyxl.load_workbook(io.BytesIO(blob)).active.iter_rows(values_only=True)
    return [value for row in rows for value in row]


@pytest.mark.parametrize("change", [numbers_by_hand, picture_by_hand, workbook_by_hand])
def test_a_chart_whose_data_a_person_changed_is_kept(
    decks: tuple[bytes, bytes], change: Callable[[Any], None]
) -> None:
    before, after = decks
    mine = edited(before, change)
    found = updated(mine, after)
    deck = opened(found.content)
    assert told(found) == {"Chart"}
    assert values(deck) == values(opened(mine))
    assert cells(deck) == cells(opened(mine))
    assert MINE in (*values(deck).values(), *cells(deck))
    assert "Chart" not in {spot.kind for spot in found.refreshed}
    again = updated(found.content, after)
    assert told(again) == {"Chart"}
    assert values(opened(again.content)) == values(deck)


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_chart_of_ours_is_taken_for_changed(name: str) -> None:
    deck_ = shown(EXAMPLES[name])
    parts = [found.part for found in charts(deck_)]
    assert parts
    assert all(in_step(part) for part in parts)
    for slide in deck_.slides:
        for shape in slide.shapes:
            assert not figures_changed(shape._element, slide.part)
            assert not alt_changed(shape._element)
    for part in parts:
        point = next(part._element.iter("{*}pt"))
        point.find("{*}v").text = "99"
        assert not in_step(part)


def test_a_chart_that_was_moved_and_saved_is_not_taken_for_changed(
    decks: tuple[bytes, bytes],
) -> None:
    before, after = decks

    def change(deck: Any) -> None:
        chart(deck).left = 1_000_000
        for node in chart(deck).chart._chartSpace.xpath(".//c:val//c:pt/c:v"):
            node.text = f"{float(node.text):.17g}"

    found = updated(edited(before, change), after)
    assert told(found) == set()
    assert values(opened(found.content))[OURS] == 0.6184


def test_words_in_a_chart_are_kept(decks: tuple[bytes, bytes]) -> None:
    before, after = decks

    def change(deck: Any) -> None:
        chart(deck).chart.chart_title.text_frame.text = "Our own title"

    found = updated(edited(before, change), after)
    assert told(found) == {"Chart"}
    assert chart(opened(found.content)).chart.chart_title.text_frame.text == "Our own title"


def test_a_table_whose_figures_a_person_changed_is_kept(decks: tuple[bytes, bytes]) -> None:
    before, after = decks

    def change(deck: Any) -> None:
        jobs_table(deck).table.cell(1, 1).text = "about 8 in 10"

    found = updated(edited(before, change), after)
    assert told(found) == {"Table"}
    assert jobs_table(opened(found.content)).table.cell(1, 1).text == "about 8 in 10"


def described(deck: Any, kind: str) -> Any:
    return next(shapes(deck, kind))._element.xpath(".//p:cNvPr")[0]


@pytest.mark.parametrize("kind", ["Chart", "Map", "Icon array", "Table"])
def test_texts_for_those_who_do_not_see_are_kept(decks: tuple[bytes, bytes], kind: str) -> None:
    before, after = decks

    def change(deck: Any) -> None:
        described(deck, kind).set("descr", "As I would say it.")

    mine = edited(before, change)
    for _ in range(2):
        found = updated(mine, after)
        deck, mine = opened(found.content), found.content
        assert described(deck, kind).get("descr") == "As I would say it."
        assert told(found) == {f"{kind}, alt text"}
    assert values(deck)[OURS] == 0.6184


def test_a_text_that_a_program_dropped_is_put_back(decks: tuple[bytes, bytes]) -> None:
    before, after = decks
    blank = edited(before, lambda deck: described(deck, "Chart").set("descr", ""))
    for fresh in (before, after):
        found = updated(blank, fresh)
        assert told(found) == set()
        now = described(opened(found.content), "Chart").get("descr")
        assert now == described(opened(fresh), "Chart").get("descr") != ""


@pytest.mark.parametrize("kind", ["Map", "Icon array"])
def test_a_drawing_that_a_person_changed_is_kept(decks: tuple[bytes, bytes], kind: str) -> None:
    before, after = decks

    def fill(deck: Any) -> Any:
        return next(shapes(deck, kind))._element.xpath(".//p:spPr/a:solidFill/*")[0]

    found = updated(edited(before, lambda deck: fill(deck).set("val", "accent6")), after)
    assert told(found) == {kind}
    assert fill(opened(found.content)).get("val") == "accent6"


def test_words_in_a_drawing_are_kept(decks: tuple[bytes, bytes]) -> None:
    before, after = decks

    def text(deck: Any) -> Any:
        return next(shapes(deck, "Map"))._element.xpath(".//a:t")[0]

    found = updated(edited(before, lambda deck: setattr(text(deck), "text", "Home")), after)
    assert told(found) == {"Map"}
    assert text(opened(found.content)).text == "Home"


def test_notes_are_kept(decks: tuple[bytes, bytes]) -> None:
    before, after = decks

    def notes(deck: Any) -> Any:
        return next(
            slide.notes_slide.notes_text_frame
            for slide in deck.slides
            if any(shape.has_chart for shape in slide.shapes)
        )

    found = updated(edited(before, lambda deck: setattr(notes(deck), "text", "Mine")), after)
    assert notes(opened(found.content)).text == "Mine"
    assert {kind.partition(" ")[0] for kind in told(found)} == {"Notes"}


def test_decks_of_earlier_versions_still_get_their_figures(
    decks: tuple[bytes, bytes], tmp_path: Any
) -> None:
    """Their names have no codes of figures."""
    before, after = decks

    def change(deck: Any) -> None:
        for slide in deck.slides:
            for shape in slide.shapes:
                found = identity(shape._element)
                if found and found.figures:
                    shape.name = shape.name[:-9]

    found = updated(edited(before, change), after)
    assert told(found) == set()
    assert values(sound(found, tmp_path))[OURS] == 0.6184
