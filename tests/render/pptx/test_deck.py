"""The PowerPoint file, read back."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.util import Pt

from datawalk.exhibits import Exhibit, Point, Series
from datawalk.layout.deck.deck import arrange_deck
from datawalk.prose import words
from datawalk.render.pptx.deck import pptx_bytes
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.words import say, speaking
from tests.figures.twelve import FORMS
from tests.layout.deck.test_deck import bars, deck, quote, sample_walk, table

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def blob() -> bytes:
    return pptx_bytes(arrange_deck(LATO, sample_walk(), base_theme()))


@pytest.fixture(scope="module")
def opened(blob: bytes) -> Any:
    return Presentation(io.BytesIO(blob))


def shown(*exhibits: Exhibit) -> Any:
    return Presentation(io.BytesIO(pptx_bytes(deck(*exhibits))))


def shapes(deck_: Any) -> Iterator[Any]:
    for slide in deck_.slides:
        yield from slide.shapes


def charts(deck_: Any) -> list[Any]:
    return [shape.chart for shape in shapes(deck_) if shape.has_chart]


def words_of(chart: Any) -> str:
    return " ".join(chart._chartSpace.xpath(".//a:t/text()"))


def descr(shape: Any) -> str:
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr", ""))


def test_two_runs_give_the_same_bytes(blob: bytes) -> None:
    assert pptx_bytes(arrange_deck(LATO, sample_walk(), base_theme())) == blob


def test_the_file_is_valid(blob: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(blob)
    assert [str(error) for error in validate_pptx(str(path)).errors] == []


def test_titles_stand_in_title_placeholders_and_are_unique(opened: Any) -> None:
    titles = [slide.shapes.title.text for slide in opened.slides]
    assert len(set(titles)) == len(titles)
    assert titles[0] == "Boone County Data Walk"


def test_questions_and_sources_stand_in_placeholders(opened: Any) -> None:
    held = [s.text_frame.text for s in shapes(opened) if s.is_placeholder and s.has_text_frame]
    assert any(text.startswith("What here matches") for text in held)
    assert any(text.startswith("Urban Institute, Mobility Metrics") for text in held)
    assert any("We moved three times" in text and "— Parent" in text for text in held)


LAYOUTS = """Opener, Question, Chart and questions, Table and questions, Text and questions, Chart,
Table, Picture, Quote, Questions, Text, Title only, Session: text, Session: table,
Session: picture, Session: title only, Cards: 2 in 1, Cards: 3 in 1, Cards: 4 in 2,
Cards: 6 in 3, Cover"""


def test_every_deck_has_the_usual_layouts_and_all_are_ours(opened: Any) -> None:
    names = [layout.name for layout in opened.slide_layouts]
    assert names[:21] == " ".join(LAYOUTS.split()).split(", ")
    assert len(set(names)) == len(names)
    assert {slide.slide_layout.name for slide in opened.slides} <= set(names)
    assert (opened.slide_width, opened.slide_height) == (Pt(960), Pt(540))


def test_a_new_slide_looks_like_ours(opened: Any) -> None:
    for layout in opened.slide_layouts:
        marks = [ph.placeholder_format for ph in layout.placeholders]
        assert any(m.type in (1, 3) for m in marks), layout.name  # a title
        assert len({m.idx for m in marks}) == len(marks)
        drawn = [s for s in layout.shapes if not s.is_placeholder]
        painted = layout._element.find(".//{*}cSld/{*}bg") is not None
        assert drawn or painted, layout.name


def test_what_stands_as_its_layout_says_is_not_said_again(opened: Any) -> None:
    """A change of the layout or the master then shows on every slide."""
    own: list[str] = []
    for slide in opened.slides:
        title = slide.shapes.title
        if title._element.find(".//{*}spPr/{*}xfrm") is not None:
            own.append(title.text)
        runs = title._element.iter(A + "rPr")
        assert not [r for r in runs if r.get("b") or len(r)], title.text
    assert own == []


def test_a_title_moved_on_the_layout_moves_on_its_slides(opened: Any) -> None:
    slide = next(s for s in opened.slides if s.slide_layout.name.startswith("Chart"))
    layout = slide.slide_layout
    held = next(ph for ph in layout.placeholders if ph.placeholder_format.type == 1)
    before = slide.shapes.title.top
    held.top += Pt(20)
    assert slide.shapes.title.top == before + Pt(20)
    held.top -= Pt(20)


def test_no_words_are_smaller_than_18_points(opened: Any) -> None:
    trees = [slide._element for slide in opened.slides]
    trees += [chart._chartSpace for chart in charts(opened)]
    sizes = [
        int(node.get("sz"))
        for tree in trees
        for tag in ("rPr", "endParaRPr", "defRPr")
        for node in tree.iter(A + tag)
        if node.get("sz")
    ]
    assert min(sizes) >= 1800


def test_every_run_says_its_language(opened: Any) -> None:
    for slide in opened.slides:
        for run in slide._element.iter(A + "r"):
            assert run.find(A + "rPr").get("lang") == "en-US"


def test_every_picture_of_something_is_told_in_words(opened: Any) -> None:
    for shape in shapes(opened):
        if shape.has_chart or shape.has_table or shape.shape_type in (6, 13):
            assert descr(shape), shape.name


def test_every_other_shape_has_words_or_is_decoration(opened: Any) -> None:
    for shape in shapes(opened):
        if shape.has_text_frame and not shape.text_frame.text:
            decorative = b"decorative" in __import__("lxml.etree").etree.tostring(shape._element)
            assert decorative or descr(shape) or shape.is_placeholder, shape.name


def test_shape_ids_are_unique_on_each_slide(opened: Any) -> None:
    for slide in opened.slides:
        ids = Counter(slide._element.xpath(".//p:cNvPr/@id"))
        assert max(ids.values()) == 1


def test_station_slides_have_notes(opened: Any) -> None:
    notes = [s.notes_slide.notes_text_frame for s in opened.slides if s.has_notes_slide]
    assert sum("Ask who is not in the room." in frame.text for frame in notes) == 2
    heads = [p for frame in notes for p in frame.paragraphs if p.text == "Say"]
    assert heads
    assert all(p.font.bold for p in heads)


def test_bars_hold_the_values_and_read_as_printed(opened: Any) -> None:
    chart = charts(opened)[0]
    points = bars().series[0].points
    assert list(chart.plots[0].series[0].values) == [p.value for p in points]
    assert list(chart.plots[0].categories)[-1] == "Greene County, MO"
    assert chart._chartSpace.xpath(".//c:dLbl/c:tx//a:t/text()") == ["no data"]
    codes = chart._chartSpace.xpath(".//c:dLbl/c:numFmt/@formatCode")
    assert set(codes) == {"0%"}
    assert len(chart._chartSpace.xpath(".//c:errBars")) == 1


def test_a_mark_behind_a_figure_is_kept_in_its_label() -> None:
    odd = (
        Point("Boone County", 0.845, "85%†", highlight=True),
        Point("Story County", 0.006, "less than 1%"),
    )
    chart = charts(shown(replace(bars(), series=(Series("", odd),), reference=None)))[0]
    codes = chart._chartSpace.xpath(".//c:dLbl/c:numFmt/@formatCode")
    assert codes == ['0%"†"', '"less than 1%"']


def test_lines_keep_their_gaps(opened: Any) -> None:
    chart = next(c for c in charts(opened) if "2018" in list(c.plots[0].categories))
    rows = {row.name: list(row.values) for row in chart.plots[0].series}
    assert rows["Boone County, MO"] == [0.80, 0.81, None, 0.82, 0.83, 0.84]
    assert rows["Champaign County, IL"][1] is None
    assert list(chart.plots[0].categories) == ["2018", "2019", "2020", "2021", "2022", "2023"]


def test_dots_hold_the_known_values_and_name_the_unknown(opened: Any) -> None:
    chart = next(c for c in charts(opened) if "American Indian" in words_of(c))
    dots = chart._chartSpace.xpath(".//c:ser")[-1]
    assert [float(v) for v in dots.xpath("./c:xVal//c:v/text()")] == [0.88, 0.71, 0.79, 0.85]
    names = [label.xpath(".//a:t/text()") for label in chart._chartSpace.xpath(".//c:dLbl")]
    assert ["American Indian or Alaska Native:", "no data"] in names


def test_a_distribution_has_a_dot_for_every_place_and_says_so(opened: Any) -> None:
    chart = next(c for c in charts(opened) if len(list(c.plots[0].series[0].values)) == 115)
    line = chart.plots[0].series[1]
    assert line.name == "Middle U.S. county"
    # Two of the 115 are named; the sample's names are no figures of its field.
    assert [len(list(row.values)) for row in chart.plots[0].series] == [115, 2, 1, 1]
    slide = next(
        s for s in opened.slides if any(x.has_chart and x.chart == chart for x in s.shapes)
    )
    said = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "Each dot is one of 115 Missouri counties." in said


def test_one_place_alone_makes_a_chart() -> None:
    alone = (bars().series[0].points[3],)
    chart = charts(shown(replace(bars(), series=(Series("", alone),), reference=None)))[0]
    assert list(chart.plots[0].series[0].values) == [0.84]


def test_axis_ids_are_positive(opened: Any) -> None:
    for chart in charts(opened):
        ids = chart._chartSpace.xpath(".//c:axId/@val | .//c:crossAx/@val")
        assert all(0 <= int(i) <= 0x7FFFFFFF for i in ids)


def test_workbooks_hold_no_formulas() -> None:
    sly = Point('=HYPERLINK("http://x.example")', 0.5, "50%")
    deck_ = shown(replace(bars(), series=(Series("=1+1", (sly,)),), reference=None))
    book = openpyxl.load_workbook(io.BytesIO(charts(deck_)[0].part.chart_workbook.xlsx_part.blob))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert any(cell.value == "=1+1" for cell in cells)


def test_tables_mark_their_head_and_our_place(opened: Any) -> None:
    tables = (shape.table for shape in shapes(opened) if shape.has_table)
    native = next(table for table in tables if table.cell(0, 1).text == "Boone County")
    assert native.first_row
    assert native.first_col
    assert native.cell(1, 1).text_frame.paragraphs[0].runs[0].font.bold
    assert not native.cell(1, 2).text_frame.paragraphs[0].runs[0].font.bold


def test_a_table_of_60_rows_keeps_every_row() -> None:
    tables = [shape.table for shape in shapes(shown(table(60))) if shape.has_table]
    labels = [t.cell(i, 0).text for t in tables for i in range(1, len(t.rows))]
    assert labels == [row.stub for row in table(60).rows]


def test_a_map_is_a_group_of_named_areas(opened: Any) -> None:
    group = next(s for s in shapes(opened) if s.shape_type == 6 and "Missouri" in descr(s))
    drawn = [child for child in group.shapes if child._element.xpath(".//a:custGeom")]
    areas = [child for child in drawn if child.name not in ("Edge", "Rim")]
    told = {descr(child) for child in areas}
    assert len(told) == 48
    assert all(descr(child).startswith(f"{child.name}: ") for child in areas)
    assert "County 27: 57¢" in told
    assert "County 13: no data" in told


def test_all_of_a_map_is_in_its_group_with_the_legend_as_shapes(opened: Any) -> None:
    slide = next(s for s in opened.slides if any("Missouri" in descr(x) for x in s.shapes))
    (map_,) = [shape for shape in slide.shapes if shape.shape_type == 6]
    (legend,) = [shape for shape in map_.shapes if shape.name == "Legend"]
    said = [shape.text_frame.text for shape in legend.shapes if shape.text_frame.text]
    assert said[0].startswith("Cents of each dollar")
    rows = [shape for shape in legend.shapes if shape.name == "Class"]
    assert sum(shape.name == "Swatch" for shape in legend.shapes) == len(rows) > 1
    assert all(row.text_frame.text in descr(legend) for row in rows)
    others = {shape.name for shape in slide.shapes} - {"Map"}
    assert not others & {"Swatch", "Class", "Ring", "Scale", "Locator", "Pointer"}


def test_only_web_addresses_become_links() -> None:
    said = words("[good](https://www.urban.org) and [bad](javascript:alert)")
    deck_ = shown(replace(quote("x", "y"), paragraphs=(said,)))
    rels = [r for slide in deck_.slides for r in slide.part.rels.values() if r.is_external]
    assert [rel.target_ref for rel in rels] == ["https://www.urban.org"]


def test_dates_inside_are_fixed(blob: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        names = package.namelist()
        assert names[0] == "[Content_Types].xml"
        assert names[1:] == sorted(names[1:])
        assert {info.date_time[0] for info in package.infolist()} == {1980}
        assert b"2000-01-01" in package.read("docProps/core.xml")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_shows_every_slide(blob: bytes, opened: Any, tmp_path: Path) -> None:
    from pypdf import PdfReader

    path = tmp_path / "deck.pptx"
    path.write_bytes(blob)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "deck.pptx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    pages = PdfReader(tmp_path / "deck.pdf").pages
    shown = [slide for slide in opened.slides if slide._element.get("show") != "0"]
    assert 0 < len(shown) < len(opened.slides)
    assert len(pages) == len(shown)
    asked = next(i for i, s in enumerate(shown) if "questions" in s.slide_layout.name)
    assert "What here matches" in " ".join(pages[asked].extract_text().split())


def test_words_are_those_of_the_layout_whatever_is_spoken_later() -> None:
    hung = (FORMS["dots"], FORMS["steps"], FORMS["lines"], table())
    with speaking("es"):
        laid = deck(*hung)
        wanted = {say("Names"), say("Of 100"), say("Years")}
        told = say("Table of {count} rows. Columns: {names}.", count="", names="").split()[0]
        station = say("Station {number}", number=1)
        spoken = pptx_bytes(laid)
    blob = pptx_bytes(laid)
    assert blob == spoken
    opened = Presentation(io.BytesIO(blob))
    assert wanted <= {series.name for chart in charts(opened) for series in chart.plots[0].series}
    descriptions = [descr(shape) for shape in shapes(opened)]
    assert station in descriptions
    assert any(f". {told}" in text for text in descriptions)


def test_all_colours_follow_the_theme(opened: Any) -> None:
    layouts = [layout._element for layout in opened.slide_layouts]
    charts = [s.chart._chartSpace for slide in opened.slides for s in slide.shapes if s.has_chart]
    for part in (*layouts, *charts, *(slide._element for slide in opened.slides)):
        assert not [node.get("val") for node in part.iter("{*}srgbClr", "{*}sysClr", "{*}prstClr")]
