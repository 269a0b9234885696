"""Native lines show what lines on paper do: large ends, ranges, and words over the field."""

from __future__ import annotations

from typing import Any

import pytest

from tests.figures.test_lines import CHANGE, FULL, KINDS
from tests.render.pptx.test_deck import charts, shown


def series_of(name: str) -> dict[str, Any]:
    (chart,) = charts(shown(KINDS[name]))
    found = chart._chartSpace.xpath(".//c:ser")
    return {series.xpath("./c:tx//c:v/text()")[0]: series for series in found}


def test_ranges_of_ours_are_lines_up_and_down_that_move_with_their_figure() -> None:
    held = series_of("sketch")
    ups = held["Boone County, MO"].xpath("./c:errBars/c:plus//c:pt/c:v/text()")
    assert [float(up) for up in ups] == pytest.approx([6000.0] * 9)
    assert not held["Middle U.S. county"].xpath("./c:errBars")


def test_the_first_and_the_last_mark_of_ours_are_large() -> None:
    held = series_of("sketch")
    ours = held["Boone County, MO"]
    assert ours.xpath("./c:dPt/c:idx/@val") == ["0", "9"]
    plain = int(ours.xpath("./c:marker/c:size/@val")[0])
    assert all(int(size) > plain for size in ours.xpath("./c:dPt/c:marker/c:size/@val"))
    assert held["Middle U.S. county"].xpath("./c:marker/c:symbol/@val") == ["none"]


def test_a_lone_figure_of_another_line_has_a_mark() -> None:
    held = series_of("all years missing but one")
    assert held["Boone"].xpath("./c:dPt")


def test_change_ranges_and_missing_years_are_told_beside_the_field() -> None:
    deck = shown(FULL)
    (chart,) = charts(deck)
    slide = next(slide for slide in deck.slides if any(part.has_chart for part in slide.shapes))
    assert not chart.has_title or not chart.chart_title.text_frame.text
    said = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "Thin lines show the likely range." in said
    assert "2020: no figure." in said
    told = slide.notes_slide.notes_text_frame.text
    assert f"Boone County, MO: {CHANGE.told}" in told
    assert "Thin lines show the range: 95 times in 100 the true number lies inside." in told
