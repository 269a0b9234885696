"""What an organiser does in PowerPoint, and what becomes of a deck then."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pptx.util import Emu, Pt

from datawalk.layout.deck.deck import arrange_deck
from datawalk.page.stage import PLAIN, Stage, plain_stage
from datawalk.render.pptx.deck import pptx_bytes
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from tests.layout.deck.test_deck import sample_walk

Frame = tuple[int, int, int, int]
STAGES = (PLAIN, plain_stage(720.0, 540.0))
MOVED = Pt(18)
CLOSE = Pt(2)


@cache
def blob(stage: Stage) -> bytes:
    return pptx_bytes(arrange_deck(LATO, sample_walk(), base_theme(), stage))


@pytest.fixture(params=STAGES, ids=["16:9", "4:3"])
def deck(request: pytest.FixtureRequest) -> Any:
    return Presentation(io.BytesIO(blob(request.param)))


def frame(shape: Any) -> Frame:
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


def kind(shape: Any) -> str:
    return str(shape._element.xpath(".//p:ph")[0].get("type", ""))


def data_titles(deck: Any) -> Iterator[Any]:
    """Titles of slides that show data, those of which the session has others."""
    for slide in deck.slides:
        named = slide.slide_layout.name
        if slide.shapes.title is not None and named.startswith(("Chart", "Table", "Text", "Map")):
            yield slide.shapes.title


def test_a_title_that_is_moved_on_the_master_moves_on_all_slides_of_data(deck: Any) -> None:
    before = [frame(title) for title in data_titles(deck)]
    assert len(before) > 1
    (held,) = (s for s in deck.slide_master.placeholders if kind(s) == "title")
    held.top = Emu(held.top + MOVED)
    after = [frame(title) for title in data_titles(deck)]
    assert after == [(x, y + MOVED, right, low + MOVED) for x, y, right, low in before]


def test_words_say_nothing_that_the_master_says_of_its_titles(deck: Any) -> None:
    """A size or a face that is changed there is seen on every slide of data."""
    (style,) = deck.slide_master._element.xpath(".//p:titleStyle/a:lvl1pPr/a:defRPr")
    assert (style.get("sz"), style.get("b")) in (("3000", "1"), ("2800", "1"))
    (held,) = (s for s in deck.slide_master.placeholders if kind(s) == "title")
    assert not held._element.xpath(".//@sz | .//a:defRPr | .//a:latin")
    for title in data_titles(deck):
        layout = title.part.slide_layout.placeholders
        above = next(s for s in layout if kind(s) == "title")
        for shape in (title, above):
            assert not shape._element.xpath(".//@sz | .//@b | .//a:latin | .//a:solidFill")


def test_faces_are_those_of_the_theme(deck: Any) -> None:
    sheets = (deck.slide_master, *deck.slide_layouts, *deck.slides)
    faces = {face for s in sheets for face in s._element.xpath(".//a:latin/@typeface")}
    assert faces <= {"+mj-lt", "+mn-lt"}


def test_reset_slide_leaves_no_words_over_others(deck: Any) -> None:
    """It takes away places, sizes and colours that placeholders have of their own."""
    for slide in deck.slides:
        written = [s for s in slide.placeholders if s.has_text_frame and s.text_frame.text]
        for shape in written:
            look = shape._element.spPr
            for own in list(look):
                look.remove(own)
            for said in shape._element.xpath(".//a:rPr | .//a:endParaRPr"):
                said.attrib.pop("sz", None)
        for one, other in combinations(written, 2):
            assert not covers(frame(one), frame(other)), (slide.slide_layout.name, one.name)


def covers(one: Frame, other: Frame) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return wide > CLOSE and tall > CLOSE


def test_a_new_slide_of_each_layout_has_its_places(deck: Any) -> None:
    for layout in deck.slide_layouts:
        slide = deck.slides.add_slide(layout)
        held = list(slide.placeholders)
        assert slide.shapes.title is not None, layout.name
        for shape in held:
            x, y, right, low = frame(shape)
            assert min(x, y) >= 0
            assert right <= deck.slide_width
            assert low <= deck.slide_height
        for one, other in combinations(held, 2):
            assert not covers(frame(one), frame(other)), (layout.name, one.name, other.name)
        hints = [shape.name for shape in layout.placeholders]
        assert len(set(hints)) == len(hints)


def test_a_changed_title_stays_in_its_place_and_look(deck: Any) -> None:
    title = next(data_titles(deck))
    before = frame(title)
    title.text_frame.text = "A title of our own that is so long that it takes two lines here"
    assert frame(title) == before
    assert title._element.xpath(".//a:normAutofit")


def test_no_colour_of_a_slide_is_its_own_and_so_all_follow_the_theme(deck: Any) -> None:
    """Somebody who changes the colours of the theme changes slides, layouts, charts and tables."""
    sheets = (deck.slide_master, *deck.slide_layouts, *deck.slides)
    charts = [s.chart._chartSpace for slide in deck.slides for s in slide.shapes if s.has_chart]
    assert charts
    for part in (*(sheet._element for sheet in sheets), *charts):
        assert not part.xpath(".//*[local-name()='srgbClr']")


def test_the_data_of_a_chart_are_what_its_bars_are_drawn_from(deck: Any) -> None:
    """Somebody who changes a cell changes the mark that was made of it."""
    charts = [s.chart for slide in deck.slides for s in slide.shapes if s.has_chart]
    for chart in charts:
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        for kept in chart._chartSpace.xpath(".//c:ser/c:val/c:numRef"):
            sheet, cells = kept.findtext("{*}f").replace("$", "").split("!")
            held = [cell.value for (cell,) in book[sheet.strip("'")][cells]]
            points = list(kept.iter("{*}pt"))
            drawn = {int(p.get("idx")): float(p.findtext("{*}v")) for p in points}
            assert drawn == {i: v for i, v in enumerate(held) if v is not None}


def test_a_copied_slide_and_a_deleted_one_leave_a_deck_that_opens(deck: Any) -> None:
    ids = deck.slides._sldIdLst
    for entry in list(ids)[2:4]:
        deck.part.drop_rel(entry.rId)
        ids.remove(entry)
    ids.insert(1, list(ids)[-1])
    out = io.BytesIO()
    deck.save(out)
    again = Presentation(out)
    assert len(again.slides) == len(list(ids))
    assert all(slide.slide_layout.name for slide in again.slides)
