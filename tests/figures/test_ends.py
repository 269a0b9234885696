"""What both ends of an axis mean: on paper and on slides, and for readers from right to left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import Chart
from datawalk.figures import ends
from datawalk.page.figure import Drawing
from datawalk.page.marks import Text
from datawalk.typography.measure import LATO
from tests.figures.drawn import POSTER, SLIDE, chart, figure, point
from tests.figures.test_crowd import AIR
from tests.render.pptx.test_deck import shapes, shown

CLEAN = ("air less clean", "air more clean")


def air(form: str = "distribution", said: tuple[str, str] | None = CLEAN) -> Chart:
    rows = (point("Boone", 54, ours=True), point("Cole", 61))
    field = tuple(map(float, AIR)) if form == "distribution" else ()
    return replace(chart(form, *rows, field=field), ends=said)


def text(drawn: Drawing, part: str) -> Text:
    texts = (mark for mark in drawn.plan.marks if isinstance(mark, Text))
    (found,) = (mark for mark in texts if part in mark.text)
    return found


@pytest.mark.parametrize("form", ["distribution", "dots"])
@pytest.mark.parametrize(("width", "type_"), [(1540, POSTER), (800, SLIDE)])
def test_words_stand_at_both_ends_with_arrows_outside(form: str, width: float, type_: object):
    drawn = figure(air(form), width, type_, ideal=True)
    low, high = text(drawn, "less clean"), text(drawn, "more clean")
    assert (low.text, high.text) == ("← air less clean", "air more clean →")
    assert low.y == high.y <= drawn.h
    assert high.x + high.width == pytest.approx(width)
    assert drawn.plan.field
    assert low.x <= drawn.plan.field.left
    assert low.y > drawn.plan.field.bottom + type_.label


def test_arrows_of_words_that_run_leftwards_stand_outside_too() -> None:
    low, high = ends.words(LATO, air(said=("هواء أقل نقاء", "هواء أكثر نقاء")), (0, 900), 30)
    assert low[0].text.endswith("←")
    assert high[0].text.startswith("→")


def test_long_words_take_lines_and_never_meet() -> None:
    said = ("fewer live in high-poverty areas", "more live in high-poverty areas")
    low, high = ends.words(LATO, air(said=said), (0, 400), 20)
    assert len(low) > 1
    assert max(line.width for line in (*low, *high)) <= (400 - 20 * ends.APART) / 2
    room = ends.height(LATO, air(said=said), (0, 400), 20)
    assert room > ends.height(LATO, air(), (0, 400), 20) > 0
    assert ends.height(LATO, air(said=None), (0, 400), 20) == 0
    assert "poverty" in ends.too_wide(LATO, air(said=said), (0, 150), 20)


@pytest.mark.parametrize("form", ["distribution", "dots"])
def test_slides_have_them_under_the_chart(form: str) -> None:
    found = {s.text_frame.text: s for s in shapes(shown(air(form))) if s.has_text_frame}
    low, high = found["← air less clean"], found["air more clean →"]
    (native,) = (s for s in shapes(shown(air(form))) if s.has_chart)
    assert low.top == high.top >= native.top + native.height
    assert low.left < high.left
    assert high.left + high.width <= native.left + native.width + 1


@pytest.mark.parametrize("form", ["distribution", "dots"])
def test_a_sheet_without_room_leaves_them_out_on_paper_and_on_slides(form: str) -> None:
    drawn = figure(air(form), 800, SLIDE)
    assert not any("→" in mark.text for mark in drawn.plan.marks if isinstance(mark, Text))
