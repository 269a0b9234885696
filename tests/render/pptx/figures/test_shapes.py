"""Changes, groups, small charts and differences as native charts, read back."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from openxml_audit import validate_pptx

from datawalk.render.pptx.deck import pptx_bytes
from tests.figures.test_shapes import EXAMPLES
from tests.layout.deck.test_deck import deck
from tests.render.pptx.test_deck import charts, shapes, shown


def cells(chart: Any) -> list[list[Any]]:
    """The workbook behind a chart, without its head."""
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [list(row) for row in book.active.iter_rows(values_only=True)][1:]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_file_is_valid(name: str, tmp_path: Any) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(pptx_bytes(deck(EXAMPLES[name])))
    assert [str(error) for error in validate_pptx(str(path)).errors] == []


@pytest.mark.parametrize("name", ["slope", "grouped", "grouped under zero"])
def test_workbooks_hold_the_values_and_gaps(name: str) -> None:
    example = EXAMPLES[name]
    (chart,) = charts(shown(example))
    held = sorted(example.series, key=lambda row: row.highlight and name == "slope")
    wanted = list(zip(*(tuple(p.value for p in row.points) for row in held), strict=True))
    assert [tuple(row[1:]) for row in cells(chart)] == wanted


def test_differences_of_shares_stand_in_the_workbook_in_points() -> None:
    (chart,) = charts(shown(EXAMPLES["diverging"]))
    assert cells(chart) == [
        ["Polk County, IA", 8, 0],
        ["Boone County, MO", 4, 0],
        ["Champaign County, IL", -12, 0],
        ["Petroleum County, MT", None, 0],
    ]
    assert [series.name for series in chart.plots[0].series][1] == "Middle U.S. county: 80%"


def test_a_change_is_named_at_its_ends_and_says_what_is_missing() -> None:
    (chart,) = charts(shown(EXAMPLES["slope"]))
    names = [series.name for series in chart.plots[0].series]
    assert "Story County, IA (2016: too few people)" in names
    assert names[-1] == "Boone County, MO"
    assert list(chart.plots[0].categories) == ["2016", "2023"]
    said = chart._chartSpace.xpath(".//c:ser")[-1].xpath("./c:dLbls/c:dLbl/c:dLblPos/@val")
    assert said == ["l", "r"]


def test_groups_keep_their_order_and_name_what_is_missing() -> None:
    deck_ = shown(EXAMPLES["grouped"])
    (chart,) = charts(deck_)
    assert list(chart.plots[0].categories) == [
        "Black residents",
        "Hispanic residents (San Francisco, CA: too few people)",
        "Residents of another race or more than one: too few people",
    ]
    assert chart.has_legend
    names = [series.name for series in chart.plots[0].series]
    assert names == ["Los Angeles, CA", "San Francisco, CA", "San Diego, CA"]


def test_each_small_chart_has_its_figures_and_is_told_in_words() -> None:
    example = EXAMPLES["panels"]
    deck_ = shown(example)
    found = charts(deck_)
    assert len(found) == len(example.series)
    for chart, series in zip(found, example.series, strict=True):
        labels = {int(p.label): p.value for p in series.points}
        assert {row[0]: row[1] for row in cells(chart) if row[0] in labels} == labels
    ranges = {
        tuple(chart._chartSpace.xpath(".//c:valAx/c:scaling/*[self::c:min or self::c:max]/@val"))
        for chart in found
    }
    assert len(ranges) == 1
    told = [s._element.xpath(".//p:cNvPr/@descr")[0] for s in shapes(deck_) if s.has_chart]
    assert told[0].startswith("Black residents: 2014 67%")


def test_a_line_breaks_where_years_are_left_out() -> None:
    """2018 to 2021 is more than the usual two years: 2020 is an empty row."""
    chart = charts(shown(EXAMPLES["panels"]))[0]
    assert [row[0] for row in cells(chart)] == [2014, 2016, 2018, 2020, 2021, 2023]
    assert cells(chart)[3][1:] == [None, None]


def test_differences_read_as_printed_and_ours_stands_out() -> None:
    deck_ = shown(EXAMPLES["diverging"])
    (chart,) = charts(deck_)
    first = chart._chartSpace.xpath(".//c:ser")[0]
    codes = first.xpath(".//c:dLbl/c:numFmt/@formatCode")
    assert set(codes) == {'#,##0" points more";#,##0" points less";#,##0'}
    assert chart._chartSpace.xpath(".//c:dPt/c:idx/@val") == ["1"]
    assert len(chart._chartSpace.xpath(".//c:errBars")) == 1
    told = chart._chartSpace.xpath(".//c:dLbl//a:t/text()")
    assert " ".join(told) == "no figure for this county in any year"


def test_everything_stays_on_the_slide() -> None:
    for name, example in EXAMPLES.items():
        deck_ = shown(example)
        for shape in shapes(deck_):
            assert shape.left >= 0, name
            assert shape.left + shape.width <= deck_.slide_width, (name, shape.name)
            assert shape.top + shape.height <= deck_.slide_height, (name, shape.name)
