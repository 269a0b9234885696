"""A chart tells the same on paper as on a slide: its range, its order, what stands out."""

from __future__ import annotations

from typing import get_args

import pytest

from datawalk.exhibits import ChartForm
from datawalk.metrics.words import wording

from . import on_paper, on_slide
from .drawn import PERCENT
from .twelve import FORMS, MAP, THREE, over, several

LINES = [name for name in FORMS if name.startswith("lines")]
BARS = [n for n, e in FORMS.items() if e.form in ("bars", "grouped", "diverging", "pairs", "steps")]


def test_every_form_has_an_example() -> None:
    """All places together have tests of their own."""
    told = {example.form for example in FORMS.values()}
    assert told == {*get_args(ChartForm)} - {"distribution"}


@pytest.mark.parametrize("name", FORMS)
def test_the_range_is_the_same(name: str) -> None:
    paper, slide = on_paper.range_of(FORMS[name]), on_slide.range_of(FORMS[name])
    assert slide == (paper and pytest.approx(paper))


@pytest.mark.parametrize("name", FORMS)
def test_rows_years_and_places_are_in_the_same_order(name: str) -> None:
    names = on_paper.names(FORMS[name])
    assert names == on_slide.names(FORMS[name])
    held = FORMS[name].series if FORMS[name].form == "panels" else FORMS[name].series[0].points
    assert {*names} == {one.label for one in held}


@pytest.mark.parametrize("name", BARS)
def test_bars_are_in_the_same_order(name: str) -> None:
    """Those of a group too."""
    assert on_paper.bars(FORMS[name]) == on_slide.bars(FORMS[name])
    assert on_paper.bars(FORMS[name])


def test_a_key_is_in_the_same_order() -> None:
    assert on_paper.key(FORMS["grouped"]) == on_slide.key(FORMS["grouped"])
    assert on_paper.key(FORMS["grouped"]) == ("Story", "Boone", "Elko")


@pytest.mark.parametrize("name", [*LINES, "slope"])
def test_names_at_the_ends_of_lines_are_in_the_same_order(name: str) -> None:
    assert on_paper.ends(FORMS[name]) == on_slide.ends(FORMS[name])
    assert len(on_paper.ends(FORMS[name])) == len(FORMS[name].series)


@pytest.mark.parametrize("name", [*LINES, "slope"])
def test_lines_lie_over_each_other_in_the_same_order(name: str) -> None:
    """Ours is painted last."""
    order = [*on_paper.looks(FORMS[name])]
    assert order == [*on_slide.looks(FORMS[name])]
    assert order[-1] == "Boone"


@pytest.mark.parametrize("name", FORMS)
def test_the_same_stands_out(name: str) -> None:
    assert on_paper.ours(FORMS[name]) == on_slide.ours(FORMS[name])
    assert on_paper.ours(FORMS[name])


@pytest.mark.parametrize("name", [*LINES, "slope"])
def test_lines_have_the_same_dashes_and_marks(name: str) -> None:
    paper, slide = on_paper.looks(FORMS[name]), on_slide.looks(FORMS[name])
    assert {n: look[1:] for n, look in paper.items()} == {n: look[1:] for n, look in slide.items()}


@pytest.mark.parametrize("name", [*LINES, "slope"])
def test_lines_have_the_same_colors(name: str) -> None:
    paper, slide = on_paper.looks(FORMS[name]), on_slide.looks(FORMS[name])
    assert {n: look[0] for n, look in paper.items()} == {n: look[0] for n, look in slide.items()}


@pytest.mark.parametrize("name", [*LINES, "panels", "panels from zero"])
def test_years_stand_in_the_same_places_and_lines_break_alike(name: str) -> None:
    paper, slide = on_paper.times(FORMS[name]), on_slide.times(FORMS[name])
    assert [len(piece) for piece in paper] == [len(piece) for piece in slide]
    for drawn, native in zip(paper, slide, strict=True):
        assert native == pytest.approx(drawn)


@pytest.mark.parametrize("name", LINES)
def test_the_same_values_are_written_at_the_axis(name: str) -> None:
    assert on_paper.ticks(FORMS[name]) == on_slide.ticks(FORMS[name])


def test_an_axis_on_paper_ends_at_what_is_written_there() -> None:
    example = several(
        "lines", over(THREE, "Boone", 0.02, 0.07, 0.1, ours=True), starts_at_zero=False
    )
    ends = on_paper.range_of(example)
    assert ends
    written = [wording.number(end, PERCENT) for end in ends]
    assert [float(text[:-1]) / 100 for text in written] == pytest.approx(ends)


@pytest.mark.parametrize("name", [n for n, e in FORMS.items() if e.reference])
def test_the_benchmark_is_the_same_dashed_line(name: str) -> None:
    assert on_paper.benchmark(FORMS[name]) == on_slide.benchmark(FORMS[name]) == "dashed"


def test_a_map_has_the_same_classes() -> None:
    assert on_paper.map_classes(MAP) == on_slide.map_classes(MAP)
    areas, key = on_paper.map_classes(MAP)
    assert len(areas) == len(MAP.areas)
    assert [label for label, _ in key] == ["under 5", "5 to 7", "7 or more", "no data"]
