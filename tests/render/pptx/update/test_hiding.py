"""A number that is hidden now is in no part of an edited deck any more, or its slide is told."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches

from datawalk import kit
from datawalk.render.pptx.update.amounts import amounts, tells
from tests.render.pptx.update.test_update import shapes

WALK = """title: W
place: "29019"
data: [metrics.csv]
outputs: [{medium: deck}]
session: {parts: [title, stations]}
stations:
  - title: Our numbers
    blocks:
      - {kind: table, file: s.csv, source: s}
      - {kind: local_chart, file: s.csv, measure: Asthma, source: s}
  - title: Parts
    blocks: [{kind: hundred, file: h.csv, measure: People, source: s}]
  - title: Steps
    blocks: [{kind: hundred, file: st.csv, measure: People, falling: true, source: s}]
  - title: Map
    blocks:
      - {kind: map, boundaries: a.geojson, key: Area, table: s.csv, column: Asthma, source: s}
"""
AREAS = ("North", "South", "East", "West")
SECRET = 1237
"""What is told of the north at first; it is hidden later."""
OLD = re.compile(rb"1,?237\b|15\.9\d*|39\.55\d*|\b40 of 100")


def outline(number: int, name: str) -> str:
    west, east = -92.4 + number / 10, -92.3 + number / 10
    ring = f"[[{west}, 38.9], [{east}, 38.9], [{east}, 39], [{west}, 39], [{west}, 38.9]]"
    shape = f'{{"type": "Polygon", "coordinates": [{ring}]}}'
    return f'{{"type": "Feature", "properties": {{"Area": "{name}"}}, "geometry": {shape}}}'


def counted(folder: Path, north: int) -> None:
    (folder / "s.csv").write_text(
        f"Area,Asthma,Asked\nNorth,{north},2310\nSouth,3127,8410\nEast,2291,7530\nWest,4417,9644\n"
    )
    (folder / "h.csv").write_text(
        f"Answer,People\nYes,{north}\nNo,3127\nPerhaps,2291\nNever,1113\nTotal,{north + 6531}\n"
    )
    (folder / "st.csv").write_text(f"Step,People\nInvited,3127\nCame,2291\nStayed,{north}\n")


@pytest.fixture
def folder(write_walk: Callable[[str], Path]) -> Path:
    """A walk with its deck, in which nothing is hidden."""
    found = write_walk(WALK).parent
    outlines = ", ".join(outline(i, name) for i, name in enumerate(AREAS))
    (found / "a.geojson").write_text(f'{{"type": "FeatureCollection", "features": [{outlines}]}}')
    counted(found, SECRET)
    render(found)
    return found


def render(folder: Path, *, update: bool = False) -> list[str]:
    ready = kit.prepared(folder / "walk.yaml")
    return [told.what for told in kit.rendered(ready, folder / "out", update=update).told]


def deck_of(folder: Path) -> Path:
    return folder / "out" / "boone-county-missouri-w-deck.pptx"


def after(folder: Path, change: Callable[[Any], None]) -> tuple[list[str], Any]:
    """What is told, and the deck, once a person changed it and the north has 7 people."""
    deck: Any = Presentation(str(deck_of(folder)))
    change(deck)
    deck.save(str(deck_of(folder)))
    counted(folder, 7)
    return render(folder, update=True), Presentation(str(deck_of(folder)))


def everything(blob: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        for name in package.namelist():
            if name.endswith(".xlsx"):
                yield from everything(package.read(name))
            else:
                yield name, package.read(name)


def leaks(path: Path) -> list[tuple[str, bytes]]:
    """Old numbers anywhere in a deck, those in paragraphs of several runs too."""
    found = []
    for name, data in everything(path.read_bytes()):
        text = re.sub(rb"</?a:(t|r|rPr)\b[^>]*>", b"", data)
        found += [(name, match) for part in (data, text) for match in OLD.findall(part)]
    return found


def first(deck: Any, kind: str) -> Any:
    return next(s for s in shapes(deck, kind) if of_areas(s))


def of_areas(shape: Any) -> bool:
    """Whether a chart or a table is that of the areas; other shapes are."""
    if shape.has_chart:
        return bool(shape.chart.plots[0].series[0].name == "Asthma")
    return not shape.has_table or "Area" in shape.table.cell(0, 0).text


def notes(deck: Any, kind: str) -> Any:
    return next(
        s.notes_slide.notes_text_frame
        for s in deck.slides
        if any(x.name.startswith(f"{kind} ") and of_areas(x) for x in s.shapes)
    )


def nothing(deck: Any) -> None:
    first(deck, "Table").left = Inches(2)


def table_with_a_column(deck: Any) -> None:
    shape = first(deck, "Table")
    shape.left = Inches(2)
    table = shape.table
    table.cell(0, 2).text = "People asked"
    table._tbl.tblGrid.append(deepcopy(table._tbl.tblGrid[-1]))
    for number, row in enumerate(table._tbl.tr_lst):
        row.insert(len(row.tc_lst), deepcopy(row.tc_lst[-1]))
        table.cell(number, 3).text = "1,237 of 2,310" if number == 1 else "more"


def table_with_other_names(deck: Any) -> None:
    table = first(deck, "Table").table
    table.cell(0, 1).text = "With asthma"
    table.cell(1, 0).text = "The north"


def words_of_notes(deck: Any) -> None:
    notes(deck, "Table").text = "In the North, 1237 people have asthma."
    frame = notes(deck, "Chart")
    frame.text = "North has 1,"
    run = frame.paragraphs[0].add_run()
    run.text = "237 people"
    run.font.bold = True


def titles(deck: Any) -> None:
    for kind, title in (("Chart", "Only 1,237 people in North"), ("100 squares", "Yes: 15.9 %")):
        next(
            s for s in deck.slides if any(x.name.startswith(kind) for x in s.shapes)
        ).shapes.title.text = title
    deck.slides[-3].shapes.title.text = "Just 40 of 100 Stayed"


def other_texts(deck: Any) -> None:
    for kind in ("Chart", "Map"):
        first(deck, kind)._element.xpath(".//p:cNvPr")[0].set("descr", "North has 1,237, as I see")


def hidden_slide_of_ones_own(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide._element.set("show", "0")
    slide.shapes.add_textbox(0, 0, 999999, 999999).text_frame.text = "North 1237; South 3,127"
    data = CategoryChartData()
    data.categories = ["North", "South"]
    data.add_series("Asthma", (1237, 3127))
    column = XL_CHART_TYPE.COLUMN_CLUSTERED
    slide.shapes.add_chart(column, 0, 0, Inches(5), Inches(3), data)


def chart_off_the_page(deck: Any) -> None:
    for shape in list(shapes(deck, "Chart")):
        shape._element.getparent().remove(shape._element)


def slide_off_the_show(deck: Any) -> None:
    listed = deck.slides._sldIdLst
    listed.remove(listed[-1])


def properties(deck: Any) -> None:
    deck.core_properties.title = "North had 1,237"
    deck.core_properties.comments = "1,237 people in North"
    package = deck.part.package
    names = (
        b"<Properties xmlns='urn:p'><TitlesOfParts><v>North 1,237</v></TitlesOfParts></Properties>"
    )
    app = Part(PackURI("/docProps/app.xml"), "application/xml", package, names)
    package.relate_to(app, "urn:extended-properties")
    note = b"<c xmlns='urn:c'><text>In North they are 1237 people</text></c>"
    part = Part(PackURI("/ppt/comments/comment1.xml"), "application/xml", package, note)
    deck.slides[1].part.relate_to(part, "urn:comments")


def data_by_hand(deck: Any) -> None:
    """Another number of the south, in the chart and its workbook."""
    data = CategoryChartData()
    plot = first(deck, "Chart").chart.plots[0]
    data.categories = list(plot.categories)
    for series in plot.series:
        data.add_series(series.name, [3333 if v == 3127 else v for v in series.values])
    first(deck, "Chart").chart.replace_data(data)


def picture_without_it(deck: Any) -> None:
    """The chart shows the number no longer; its workbook holds it still."""
    points = first(deck, "Chart").chart._chartSpace.xpath(".//c:val//c:pt[c:v='1237.0']")
    assert points
    for point in points:
        point.getparent().remove(point)


def figures_of_a_table(deck: Any) -> None:
    first(deck, "Table").table.cell(2, 1).text = "3333"


def colors_of_drawings(deck: Any) -> None:
    for kind in ("Map", "# squares"):
        fill = first(deck, kind)._element.xpath(".//p:spPr/a:solidFill/*")[0]
        fill.set("val", "accent6")


@pytest.mark.parametrize(
    "change",
    [
        nothing,
        data_by_hand,
        picture_without_it,
        figures_of_a_table,
        colors_of_drawings,
        table_with_a_column,
        table_with_other_names,
        words_of_notes,
        titles,
        other_texts,
        hidden_slide_of_ones_own,
        chart_off_the_page,
        slide_off_the_show,
        properties,
    ],
)
def test_no_part_of_the_deck_tells_it(folder: Path, change: Callable[[Any], None]) -> None:
    assert leaks(deck_of(folder))
    after(folder, change)
    assert leaks(deck_of(folder)) == []


def test_what_is_hidden_goes_before_what_a_person_changed(folder: Path) -> None:
    told, deck = after(folder, data_by_hand)
    shown = list(first(deck, "Chart").chart.plots[0].series[0].values)
    assert 3127 in shown, "drawn anew: bars tell what is hidden, too"
    assert any("(chart" in text and "were taken out" in text for text in told)


def test_what_a_person_changed_beside_hidden_numbers_is_kept(folder: Path) -> None:
    counted(folder, 7)
    render(folder)
    deck: Any = Presentation(str(deck_of(folder)))
    data_by_hand(deck)
    deck.save(str(deck_of(folder)))
    told = render(folder, update=True)
    deck = Presentation(str(deck_of(folder)))
    assert 3333 in list(first(deck, "Chart").chart.plots[0].series[0].values)
    assert any("keeps what you wrote" in text and "(chart)" in text for text in told)


def test_what_stands_there_instead(folder: Path) -> None:
    def change(deck: Any) -> None:
        table_with_a_column(deck)
        words_of_notes(deck)

    told, deck = after(folder, change)
    rows = first(deck, "Table").table.rows
    cells = [[cell.text for cell in row.cells] for row in rows]
    assert cells[1] == ["North", "hidden", "hidden", "hidden of hidden"]
    assert cells[2] == ["South", "3127", "8410", "more"]
    assert notes(deck, "Table").text == "In the North, hidden people have asthma."
    assert notes(deck, "Chart").text == "North has hidden people"
    (taken,) = (text for text in told if "hidden now" in text and "taken out" in text)
    assert "slide 3 (table)" in taken
    assert "(notes)" in taken
    assert any(
        "boone-county-missouri-w-deck-before.pptx still shows the numbers" in text for text in told
    )


def test_short_numbers_are_taken_only_where_their_name_stands(folder: Path) -> None:
    (folder / "walk.yaml").write_text(WALK.replace("title: W\n", "title: W\nmin_count: 0\n"))
    counted(folder, 7)
    render(folder)
    deck: Any = Presentation(str(deck_of(folder)))
    notes(deck, "Table").text = "North: 7 people. We met 7 times."
    notes(deck, "Chart").text = "We met 7 times."
    deck.save(str(deck_of(folder)))
    (folder / "walk.yaml").write_text(WALK)
    told = render(folder, update=True)
    deck = Presentation(str(deck_of(folder)))
    assert "North: hidden people" in notes(deck, "Table").text
    assert notes(deck, "Chart").text == "We met 7 times."
    slide = next(
        i for i, s in enumerate(deck.slides, start=1) if first(deck, "Chart").part is s.part
    )
    doubt = f"may still show a number that is hidden now: slide {slide} (notes)"
    assert any(doubt in text for text in told), told


def test_a_number_that_others_have_too_stays_theirs(folder: Path) -> None:
    def change(deck: Any) -> None:
        notes(deck, "Table").text = "South: 3,127, and North: 1,237."

    _, deck = after(folder, change)
    assert notes(deck, "Table").text == "South: 3,127, and North: hidden."


def test_a_picture_beside_hidden_numbers_is_told(folder: Path) -> None:
    photo = io.BytesIO()
    Image.new("RGB", (9, 9)).save(photo, "PNG")

    def change(deck: Any) -> None:
        slide = next(s for s in deck.slides if any(x.name.startswith("Chart") for x in s.shapes))
        slide.shapes.add_picture(photo, 0, 0)

    told, _ = after(folder, change)
    assert any("may still show" in text and "(picture)" in text for text in told)


def test_without_update_the_edited_deck_is_told(folder: Path) -> None:
    deck: Any = Presentation(str(deck_of(folder)))
    nothing(deck)
    deck.save(str(deck_of(folder)))
    assert not any("hidden now" in text for text in render(folder))
    counted(folder, 7)
    (told,) = render(folder)
    assert told.endswith("It shows numbers that are hidden now to protect people.")


@pytest.mark.parametrize(
    ("text", "value", "found"),
    [
        ("1,237", 1237, True),
        ("1.237", 1237, True),
        ("1 237", 1237, True),
        ("1237", 1237, True),
        ("1237.0", 1237, True),
        ("12,375", 1237, False),
        ("51237", 1237, False),
        ("15.9 %", 0.1589, True),
        ("16%", 15.9, True),
        ("40", 39.5586, True),
        ("41", 39.5586, False),
        ("B1237", 1237, False),
        ("12", 1237, False),
    ],
)
def test_numbers_in_words(text: str, value: float, found: bool) -> None:
    assert any(tells(amount, value) for amount in amounts(f"so {text}, then")) == found
