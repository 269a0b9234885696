"""Figures that a person changes in PowerPoint's data sheet change everything that shows them."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openxml_audit import validate_pptx
from pptx import Presentation

from datawalk import figures
from datawalk.exhibits import Bullets, Chart, Point, Series
from datawalk.figures.native import with_native
from datawalk.figures.scale import step_over, top_over
from datawalk.layout.deck.exhibits import DENSE_TYPE
from datawalk.metrics.model import NumberFormat
from datawalk.page.document import Box
from datawalk.prose import words
from datawalk.render.pptx.deck import pptx_bytes
from datawalk.render.pptx.figures.diverging import add_diverging
from datawalk.render.pptx.palette import Palette
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from tests.figures.test_forms import EXAMPLES as FORMS
from tests.figures.test_shapes import EXAMPLES as SHAPES
from tests.layout.deck.test_deck import deck
from tests.render.pptx.test_deck import charts, shown

NATIVE = ("bars", "dots", "pairs", "steps", "lines", "distribution", "many names", "many places")
NATIVE_TOO = ("slope", "grouped", "panels", "diverging")
EXAMPLES = {name: FORMS[name] for name in NATIVE} | {name: SHAPES[name] for name in NATIVE_TOO}


def sheet_of(chart: Any) -> list[list[Any]]:
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [list(row) for row in book.active.iter_rows(values_only=True)]


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_shape_stands_over_a_chart(name: str) -> None:
    deck_ = shown(EXAMPLES[name])
    for slide in deck_.slides:
        frames = [shape for shape in slide.shapes if shape.has_chart]
        others = [shape for shape in slide.shapes if not shape.has_chart]
        for frame in frames:
            inside = [
                shape.name
                for shape in others
                if shape.top >= frame.top
                and shape.top + shape.height <= frame.top + frame.height
                and shape.left >= frame.left
                and shape.left + shape.width <= frame.left + frame.width
            ]
            assert inside == []


@pytest.mark.parametrize("name", ["bars", "one bar", "equal bars"])
def test_the_benchmark_is_a_series_with_its_name_and_value(name: str) -> None:
    (chart,) = charts(shown(FORMS[name]))
    head, *rows = sheet_of(chart)
    assert head[2] == "Middle U.S. county"
    assert {row[2] for row in rows} == {0.8}
    # A line of trend runs through two points or more.
    assert len(rows) >= 2
    series = chart._chartSpace.xpath(".//c:ser")[1]
    assert series.xpath("./c:trendline/c:name")[0].text == "Middle U.S. county"
    (said,) = series.xpath("./c:dLbls/c:dLbl[not(c:tx)]")
    shows = [said.xpath(f"./c:show{part}/@val")[0] for part in ("SerName", "Val")]
    assert shows == ["1", "1"]
    told = series.xpath("./c:dLbls/c:dLbl/c:tx//a:t/text()")
    assert told == [p.printed for p in FORMS[name].series[0].points if p.value is None]


def test_the_benchmark_of_dots_runs_through_all_rows() -> None:
    (chart,) = charts(shown(FORMS["dots"]))
    line = next(s for s in chart.plots[0].series if s.name == "State of Missouri")
    xs, ys = (line._element.xpath(f"./c:{axis}//c:v/text()") for axis in ("xVal", "yVal"))
    assert [float(x) for x in xs] == [0.28, 0.28]
    assert [float(y) for y in ys] == [0.5, 3.5]
    fields = line._element.xpath(".//a:fld")
    assert [field.get("type") for field in fields] == ["SERIESNAME", "XVALUE"]
    assert [field.xpath("./a:t/text()")[0] for field in fields] == ["State of Missouri", "28%"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_figures_beside_marks_are_read_from_the_data_sheet(name: str) -> None:
    printed = {
        p.printed for row in EXAMPLES[name].series for p in row.points if p.value is not None
    }
    for chart in charts(shown(EXAMPLES[name])):
        fixed = chart._chartSpace.xpath(".//c:dLbl/c:tx//a:r/a:t/text()")
        assert printed.isdisjoint(fixed)


@pytest.mark.parametrize("name", ["bars", "dots", "pairs", "lines", "slope", "grouped"])
def test_the_range_gives_way_to_a_larger_figure(name: str) -> None:
    (chart,) = charts(shown(EXAMPLES[name]))
    for axis in chart._chartSpace.xpath(".//c:valAx[c:axPos/@val != 'l' or not(//c:scatterChart)]"):
        assert not axis.xpath("./c:scaling/c:max")
        assert axis.xpath("./c:majorUnit")


def test_small_charts_keep_one_scale_whatever_is_changed() -> None:
    """Else a changed figure would make one chart unlike the others."""
    for chart in charts(shown(EXAMPLES["panels"])):
        assert chart._chartSpace.xpath(".//c:valAx/c:scaling/c:max")


def test_a_line_tells_its_last_figure_and_the_benchmark_its_own() -> None:
    """Its first figure has no room here: other lines and how sure it is are over and under it."""
    (chart,) = charts(shown(EXAMPLES["lines"]))
    said = {
        series.xpath("./c:tx//c:v/text()")[0]: [
            (label.xpath("./c:idx/@val")[0], label.xpath("./c:dLblPos/@val")[0])
            for label in series.xpath("./c:dLbls/c:dLbl")
        ]
        for series in chart._chartSpace.xpath(".//c:ser")
    }
    assert said["Boone County, MO"] == [("3", "r")]
    assert said["Middle U.S. county"] == [("3", "r")]
    assert said["Prince of Wales-Hyder Census Area, AK"] == [("1", "r")]
    (late,) = chart._chartSpace.xpath('.//c:ser[contains(c:tx, "Prince")]//c:dLbl/c:numFmt')
    code = late.get("formatCode")
    # Spaces make it as wide as the name over it, inside the words that end it.
    assert (code[:10], code[10:].strip("\u00a0")) == ('0%" (2015)', '"')


def test_a_line_tells_its_first_figure_where_nothing_else_is() -> None:
    held = ((2019, 0.5), (2021, 0.6))
    points = tuple(Point(f"{year}", value, f"{value:.0%}") for year, value in held)
    alone = replace(FORMS["lines"], series=(Series("Hill", points, True),), reference=None)
    (chart,) = charts(shown(alone))
    (first, *_) = chart._chartSpace.xpath(".//c:ser[1]/c:dLbls/c:dLbl")
    assert first.xpath("./c:idx/@val") == ["0"]
    assert first.xpath("./c:dLblPos/@val")[0] in ("t", "b")


def test_times_that_are_no_years_read_as_they_are_called() -> None:
    names, ends = ("Q1 2022", "Q2 2022", "Q4 2022", "Q1 2023"), (2022.25, 2022.5, 2023.0, 2023.25)
    quarters = list(zip(names, ends, strict=True))
    points = tuple(Point(text, 0.5 + at % 1, "50%", when=at) for text, at in quarters)
    (chart,) = charts(shown(replace(FORMS["lines"], series=(Series("Hill", points, True),))))
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    column = [row[0] for row in book.active.iter_rows(min_row=2)]
    assert [cell.number_format for cell in column] == [
        *('"Q1 2022"', '"Q2 2022"', '" "', '"Q4 2022"', '"Q1 2023"')
    ]
    days = [cell.value for cell in column]
    assert [day - days[0] for day in days] == [0, 93, 186, 279, 372]
    named = chart._chartSpace.xpath(".//c:ser")[-1].xpath(".//c:dLbl//a:t/text()")
    assert named == [*names]


def test_years_that_are_placed_at_their_ends_stand_as_years_in_the_data_sheet() -> None:
    points = tuple(Point(f"{year}", 0.5, "50%", when=year + 1.0) for year in (2019, 2021, 2022))
    (chart,) = charts(shown(replace(FORMS["lines"], series=(Series("Hill", points, True),))))
    assert [row[0] for row in sheet_of(chart)[1:]] == [2019, 2021, 2022]


def test_a_label_says_what_is_printed_where_a_computer_has_noise() -> None:
    """Excel shows 60505.49999999999 as 60,506."""
    points = (Point("2014", 60505.49999999999, "60,505"), Point("2023", 73405.0, "73,405"))
    example = replace(FORMS["lines"], series=(Series("Hill", points),), format=NumberFormat())
    (chart,) = charts(shown(replace(example, form="slope", reference=None)))
    code, *_ = chart._chartSpace.xpath(".//c:dLbl/c:numFmt/@formatCode")
    assert code == '"60,505"'


def test_an_open_range_ends_on_a_step_over_the_largest_figure() -> None:
    """As PowerPoint would end it by itself: at least a twentieth of the range above."""
    assert step_over(0.0, 0.84) == 0.05
    assert top_over(0.0, 0.84, 0.05) == pytest.approx(0.9)
    assert top_over(0.0, 100.0, step_over(0.0, 100.0)) == pytest.approx(110.0)
    assert top_over(-0.3, 0.52, 0.05) == pytest.approx(0.6)


@pytest.mark.parametrize("name", ["bars", "bars under zero", "dots", "pairs", "grouped"])
def test_a_fixed_range_reaches_over_the_largest_figure_too(name: str) -> None:
    chart = FORMS.get(name) or SHAPES[name]
    (native,) = charts(shown(chart))
    held = [v for row in chart.series for p in row.points for v in (p.value, p.lower, p.upper)]
    known = [v for v in held if v is not None]
    (low,) = native._chartSpace.xpath(".//c:valAx[1]/c:scaling/c:min/@val")
    for most in native._chartSpace.xpath(".//c:valAx[1]/c:scaling/c:max/@val"):
        assert float(most) - max(known) >= 0.05 * (max(known) - float(low))


def test_a_line_without_figures_is_told_with_its_reason() -> None:
    (chart,) = charts(shown(FORMS["lines without data"]))
    assert next(s.name for s in chart.plots[0].series) == "Ada County, ID: too few people"


def test_lengths_are_those_of_the_data_without_noise() -> None:
    """0.00057 times 100,000 is 56.99999999999999 to a computer."""
    odd = (Point("Boone", 0.00057, "57", highlight=True), Point("Story", 0.00029, "29"))
    per = replace(FORMS["bars"].format, multiply=100_000, suffix="")
    bars: Chart = replace(
        FORMS["bars"], series=(replace(FORMS["bars"].series[0], points=odd),), format=per
    )
    (chart,) = charts(shown(bars))
    assert [row[1] for row in sheet_of(chart)[1:]] == [57, 29]
    assert chart._chartSpace.xpath(".//c:ser")[0].xpath("./c:val//c:v/text()") == ["57.0", "29.0"]


def test_a_changed_face_of_the_theme_changes_all_words() -> None:
    deck_ = shown(FORMS["bars"], Bullets(items=(words("One"), words("Two"))))
    faces = {
        node.get("typeface")
        for slide in deck_.slides
        for node in slide._element.iter("{*}latin", "{*}buFont", "{*}cs", "{*}ea")
    }
    assert faces == {"+mn-lt"}


def test_formats_may_hold_any_sign() -> None:
    """A unit of the community's own data could be "R&D <grants>"."""
    odd = replace(FORMS["bars"], format=NumberFormat(suffix=' "R&D" <grants>'))
    (chart,) = charts(shown(odd))
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert book.active["B2"].number_format == '#,##0" ”R&D” <grants>"'
    assert chart._chartSpace.xpath(".//c:val//c:formatCode/text()")[0] == ('#,##0" ”R&D” <grants>"')


def test_the_workbook_of_dots_names_its_rows_and_has_its_figures_in_percent() -> None:
    (chart,) = charts(shown(FORMS["dots"]))
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    rows = {row[2].value: row for row in book.active.iter_rows() if row[2].value}
    x, y, _ = rows["Black residents"]
    assert (x.value, x.number_format) == (0.44, "0%")
    assert (y.value, y.number_format) == (2, "General")


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_chart_without_any_figure_is_a_valid_file(name: str, tmp_path: Path) -> None:
    def unknown(point: Point) -> Point:
        return replace(point, value=None, printed="no figure", lower=None, upper=None)

    silent = tuple(
        replace(row, points=tuple(map(unknown, row.points))) for row in EXAMPLES[name].series
    )
    path = tmp_path / "deck.pptx"
    path.write_bytes(pptx_bytes(deck(replace(EXAMPLES[name], series=silent))))
    assert [str(error) for error in validate_pptx(str(path)).errors] == []


@pytest.mark.parametrize("wide", [200, 300, 480, 860])
def test_bars_are_seen_beside_long_figures_on_narrow_slides(wide: float) -> None:
    long = "$12,030 more than there"
    points = tuple(replace(p, printed=long) for p in SHAPES["diverging"].series[0].points)
    rows = (replace(SHAPES["diverging"].series[0], points=points),)
    example = replace(SHAPES["diverging"], series=rows)
    place = (0.0, 0.0, wide, 300.0)
    plan = figures.drawn(LATO, example, place, DENSE_TYPE, base_theme(), "#0b5c66")
    plan = with_native(plan, LATO, base_theme())
    box = Box("chart", *place, (plan,), example, DENSE_TYPE)
    deck_ = Presentation()
    slide = deck_.slides.add_slide(deck_.slide_layouts[6])
    add_diverging(SlideCanvas(slide, Palette(base_theme()), "en-US", "#0b5c66"), box)
    field = plan.plan.field
    assert field
    assert field.low < -0.15
    assert field.high > 0.11
    assert 0.2 / (field.high - field.low) >= 0.08 - 1e-9
