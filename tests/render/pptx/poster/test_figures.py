"""What posters in PowerPoint show beside words: native, told in words, and with right numbers."""

from __future__ import annotations

from typing import Any

from datawalk.exhibits import Chart, Map, Table, WritingSpace
from datawalk.figures.native.scale import Scale
from datawalk.page.document import Document
from datawalk.page.figure import Drawing
from datawalk.page.marks import Photo, Symbol
from tests.render.pptx.poster.test_poster import POINT, A, identity, kind, lines_on


def test_charts_are_native_and_hold_the_right_numbers(sheets: Document, posters: Any) -> None:
    seen = 0
    for page, slide in zip(sheets.pages, posters.slides, strict=True):
        drawings = [leaf for box in page.boxes for leaf in box.leaves if isinstance(leaf, Drawing)]
        native = [shape for shape in slide.shapes if shape.has_chart]
        for drawing in drawings:
            chart = drawing.exhibit
            if not isinstance(chart, Chart) or chart.form not in (
                "bars",
                "dots",
                "dumbbell",
                "lines",
            ):
                continue
            seen += 1
            (shape,) = [s for s in native if identity(s).get("descr") == chart.alt]
            numbers = [float(v.text) for v in shape.chart._chartSpace.iter("{*}v") if _number(v)]
            scale = Scale(chart.format)
            for row in chart.series:
                for point in row.points:
                    if point.value is not None:
                        assert any(abs(scale.stored(point.value) - n) < 1e-9 for n in numbers)
            assert abs(shape.width - drawing.w * POINT) < 5
            assert abs(shape.top - drawing.y * POINT) < 5
            assert shape.chart.part.chart_workbook.xlsx_part is not None
    assert seen >= 4


def _number(value: Any) -> bool:
    return value.text.replace(".", "", 1).replace("-", "").replace("E", "").isdigit()


def test_labels_of_charts_are_as_large_as_on_paper(sheets: Document, posters: Any) -> None:
    for page, slide in zip(sheets.pages, posters.slides, strict=True):
        drawings = [leaf for box in page.boxes for leaf in box.leaves if isinstance(leaf, Drawing)]
        for shape in (shape for shape in slide.shapes if shape.has_chart):
            alt = identity(shape).get("descr")
            drawing = next(d for d in drawings if d.exhibit.alt == alt)
            text = shape.chart._chartSpace.find("{*}txPr").find(".//" + A + "defRPr")
            assert abs(int(text.get("sz")) / 100 - drawing.type.label) < 0.1


def test_maps_are_areas_that_say_their_name(sheets: Document, posters: Any) -> None:
    maps = [
        (drawing.exhibit, slide)
        for page, slide in zip(sheets.pages, posters.slides, strict=True)
        for box in page.boxes
        for drawing in box.leaves
        if isinstance(drawing, Drawing) and isinstance(drawing.exhibit, Map)
    ]
    assert len(maps) >= 2
    for exhibit, slide in maps:
        (group,) = [s for s in slide.shapes if identity(s).get("descr") == exhibit.alt]
        told = {identity(shape).get("descr") for shape in group.shapes}
        assert {f"{area.label}: {area.printed}" for area in exhibit.areas} <= told


def test_tables_are_native_and_stand_where_they_stand_on_paper(
    sheets: Document, posters: Any
) -> None:
    seen = 0
    for page, slide in zip(sheets.pages, posters.slides, strict=True):
        native = [s for s in slide.shapes if s.has_table and s.table.cell(1, 0).text_frame.text]
        tables = [box for box in page.boxes if isinstance(box.exhibit, Table)]
        assert len(native) == len(tables)
        for shape, box in zip(native, tables, strict=True):
            seen += 1
            table = box.exhibit
            assert isinstance(table, Table)
            rows = [
                [cell.text_frame.text.replace("\v", " ") for cell in r.cells]
                for r in shape.table.rows
            ]
            assert rows[0] == [table.stub_head, *table.columns]
            assert rows[1:] == [[row.stub, *row.cells] for row in table.rows]
            assert shape.table.first_row
            assert shape.table.first_col
            assert abs(shape.left - box.x * POINT) < 5
            assert abs(sum(c.width for c in shape.table.columns) - box.w * POINT) < 50
            low = shape.top + sum(row.height for row in shape.table.rows)
            assert low <= (box.y + box.h) * POINT + 50
    assert seen >= 2


def test_tables_to_write_in_are_native_too(sheets: Document, posters: Any) -> None:
    page, slide = sheets.pages[-1], posters.slides[len(sheets.pages) - 1]
    (shape,) = [shape for shape in slide.shapes if shape.has_table]
    heads = [" ".join(cell.text_frame.text.split()) for cell in shape.table.rows[0].cells]
    assert heads == ["What I will do", "With whom", "By when", "My name (if I want)"]
    assert shape.table.first_row
    count = len(shape.table.rows) - 1
    assert count >= 5
    assert identity(shape).get("descr").startswith(f"Table of {count} rows. Columns: With whom")
    (box,) = [
        box
        for box in page.boxes
        if isinstance(box.exhibit, WritingSpace) and box.exhibit.form == "table"
    ]
    low = shape.top + sum(row.height for row in shape.table.rows)
    assert abs(low - (box.y + box.h) * POINT) < 50
    assert abs(sum(column.width for column in shape.table.columns) - box.w * POINT) < 50


def test_rows_of_a_table_have_room_for_their_lines(posters: Any) -> None:
    """PowerPoint would make a row taller, and push what follows over what stands below."""
    for slide in posters.slides:
        for shape in (shape for shape in slide.shapes if shape.has_table):
            for row in shape.table.rows:
                for cell in row.cells:
                    sizes = [run.font.size for p in cell.text_frame.paragraphs for run in p.runs]
                    lines = cell.text_frame.text.count("\v") + 1
                    tall = max(sizes, default=0) * 1.2 * lines
                    assert cell.margin_top + tall + cell.margin_bottom <= row.height + POINT


def test_codes_and_squares_are_shapes_and_only_photos_are_pictures(
    sheets: Document, posters: Any
) -> None:
    for page, slide in zip(sheets.pages, posters.slides, strict=True):
        inks = [leaf for box in page.boxes for leaf in box.leaves]
        pictures = [shape for shape in slide.shapes if shape.shape_type == 13]
        assert len(pictures) == sum(isinstance(ink, Photo) for ink in inks)
        codes = [shape for shape in slide.shapes if kind(shape) == "Code for phones"]
        assert len(codes) == sum(isinstance(ink, Symbol) for ink in inks) == 1
        assert "https://example.org/data-walk" in identity(codes[0]).get("descr")
        for icons in (shape for shape in slide.shapes if kind(shape) == "Icon array"):
            people = [shape for shape in icons.shapes if shape.name.startswith("Icon")]
            assert len(people) == 100


def test_why_there_is_no_figure_stands_in_its_row(sheets: Document, posters: Any) -> None:
    page, slide = sheets.pages[6], posters.slides[6]
    (drawing,) = [
        leaf
        for box in page.boxes
        for leaf in box.leaves
        if isinstance(leaf, Drawing) and isinstance(leaf.exhibit, Chart)
    ]
    (chart,) = [shape for shape in slide.shapes if shape.has_chart]
    assert "hidden" not in " ".join(v.text for v in chart.chart._chartSpace.iter("{*}v", A + "t"))
    (why,) = [shape for shape in slide.shapes if kind(shape) == "65 and older"]
    assert why.text_frame.text == "hidden to protect privacy"
    assert abs(why.top + why.height - (drawing.y + drawing.h) * POINT) < 60 * POINT
    assert chart.left < why.left < chart.left + chart.width


def test_dots_of_all_places_say_what_they_are(posters: Any) -> None:
    lines = lines_on(posters.slides[3])
    assert "Each dot is one of 115 Missouri counties." in lines
    assert "clean air (100 is the cleanest). It was higher in 89" in lines
    assert "of the 114 other Missouri counties with a figure." in lines


def test_a_bow_of_a_network_goes_through_its_words(posters: Any) -> None:
    shapes_ = {kind(shape): shape for shape in posters.slides[8].shapes}
    bow, number = shapes_["Tie from School to Food pantry"], shapes_["Words 2"]
    assert next(bow._element.iter(A + "tailEnd")).get("type") == "triangle"
    # The middle of a parabola is half as far out as the point that draws it.
    assert abs(bow.left + bow.width / 2 - number.left - number.width / 2) < POINT
