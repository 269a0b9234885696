"""Posters as PowerPoint, read back: the same sheets as the PDF, made of native objects."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from openxml_audit import validate_pptx
from pptx import Presentation

from datawalk import kit
from datawalk.config.outputs import PosterOutput
from datawalk.exhibits import Prose
from datawalk.layout.poster.editable import editable
from datawalk.layout.poster.poster import arrange_posters
from datawalk.output.posters import poster_files
from datawalk.page.document import Document, Page
from datawalk.page.figure import Drawing
from datawalk.page.ink import Ink, Paragraph, Part, TableGrid
from datawalk.page.marks import Text
from datawalk.problems import Problems
from datawalk.render.pdf.painter import pdf_bytes
from datawalk.render.pptx.poster.poster import poster_bytes
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from tests.compose.test_bilingual import WALK
from tests.layout.deck.test_deck import sample_walk
from tests.output.test_posters import walk
from tests.typography.scripts.test_scripts import ARABIC, needs_font
from tests.typography.scripts.test_scripts import walk as lettered

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
POINT = 12_700


def identity(shape: Any) -> Any:
    return shape._element.xpath(".//p:cNvPr")[0]


def kind(shape: Any) -> str:
    """What a shape is called, without the code by which it is found again."""
    return re.sub(r"( [0-9a-f]{6})( [0-9a-f]{4})?( [0-9a-f]{8})?$", "", str(shape.name))


def decorative(shape: Any) -> bool:
    return next(identity(shape).iter(DECORATIVE), None) is not None


def lines_on(slide: Any, *, tables: bool = False) -> list[str]:
    """Every line of text boxes and tables, or of `tables` alone, in reading order."""
    said: list[str] = []
    for shape in slide.shapes:
        frames = [shape.text_frame] if shape.has_text_frame and not tables else []
        if shape.has_table:
            frames = [cell.text_frame for row in shape.table.rows for cell in row.cells]
        said += [line for f in frames for p in f.paragraphs for line in p.text.split("\v") if line]
    return said


def lines_of(page: Page) -> list[str]:
    """Every line that the PDF paints outside of charts and maps, in reading order."""
    return [line for box in page.boxes for line in _lines(box.ink)]


def _lines(inks: Iterable[Ink]) -> Iterator[str]:
    for ink in inks:
        if isinstance(ink, Paragraph) and ink.form == "number":
            # The raised mark behind a number has a box of its own.
            yield from (text.text for text in ink.texts)
        elif isinstance(ink, Paragraph):
            yield from map(_line, ink.lines)
        elif isinstance(ink, Text):
            yield ink.text
        elif isinstance(ink, Part | TableGrid):
            yield from _lines(ink.part.ink if isinstance(ink, TableGrid) else ink.ink)


def _line(texts: tuple[Text, ...]) -> str:
    said, last = texts[0].text, texts[0]
    for text in texts[1:]:
        apart = text.x - last.x - last.width > 0.1 * text.size and not said.endswith(" ")
        said, last = said + " " * apart + text.text, text
    return said


@pytest.mark.parametrize("size", ["24x36", "letter", "a1", "40x56"])
def test_pages_have_the_size_of_the_sheets(size: str) -> None:
    laid = editable(arrange_posters(LATO, walk("minimal"), base_theme(), size))
    deck = Presentation(io.BytesIO(poster_bytes(laid)))
    page = laid.pages[0]
    assert abs(deck.slide_width - page.width * POINT) < POINT
    assert abs(deck.slide_height - page.height * POINT) < POINT
    assert (
        max(deck.slide_width, deck.slide_height) <= 51_206_400
    )  # ECMA-376, ST_SlideSizeCoordinate
    assert len(deck.slides) == len(laid.pages)


def test_every_line_is_that_of_the_pdf_in_the_same_order(sheets: Document, posters: Any) -> None:
    for page, slide in zip(sheets.pages, posters.slides, strict=True):
        drawn = any(isinstance(leaf, Drawing) for box in page.boxes for leaf in box.leaves)
        expected, found = lines_of(page), lines_on(slide)
        assert len(expected) > 5
        if not drawn:
            assert found == expected
        # Words inside charts and maps stand between the others.
        rest = iter(found)
        missing = [line for line in expected if not any(line == own for own in rest)]
        assert missing == []


def test_every_word_of_the_pdf_is_there(sheets: Document, posters: Any) -> None:
    with pdfplumber.open(io.BytesIO(pdf_bytes(sheets))) as pdf:
        plain = 0
        for page, paper, slide in zip(sheets.pages, pdf.pages, posters.slides, strict=True):
            if any(isinstance(leaf, Drawing) for box in page.boxes for leaf in box.leaves):
                continue
            plain += 1
            assert Counter(paper.extract_text().split()) == Counter(
                " ".join(lines_on(slide)).split()
            )
    assert plain >= 1


def test_no_line_is_broken_by_the_program_that_shows_it(posters: Any) -> None:
    for slide in posters.slides:
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text and not shape.name.isdigit():
                body = shape._element.find(".//" + A + "bodyPr")
                if body.get("wrap") != "none":
                    # Names of organizations in a network have boxes of their own.
                    assert shape.shape_type == 1, shape.text_frame.text


def test_titles_stand_in_title_placeholders_and_are_unique(posters: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in posters.slides]
    assert len(set(titles)) == len(titles)
    assert titles[1] == "Can people\vhere find a job?"
    assert [layout.name for layout in posters.slide_layouts] == ["Poster"]


def test_sheets_of_one_station_have_titles_of_their_own(write_walk: Callable[[str], Path]) -> None:
    text = WALK.replace(", {medium: handout, second: es}", "").replace(", second: es", "")
    text = text.replace("    blocks:", "    sheets: 2\n    blocks:", 1)
    more = "      - {kind: chart, metric: share_employed, show: years}\n" * 6
    (laid,) = kit.prepared(write_walk(text + more)).documents
    assert len(laid.pages) == 2
    deck = Presentation(io.BytesIO(poster_bytes(editable(laid))))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles == [f"Work · sheet {n} of 2\nIs there work?" for n in (1, 2)]
    for page, slide in zip(laid.pages, deck.slides, strict=True):
        assert Counter(lines_of(page)) - Counter(lines_on(slide)) == Counter()


def test_everything_is_told_in_words_or_decoration(posters: Any) -> None:
    for slide in posters.slides:
        for shape in slide.shapes:
            words = shape.has_text_frame and shape.text_frame.text.strip()
            if shape.has_chart or shape.has_table or shape.shape_type in (5, 6, 13):
                assert identity(shape).get("descr") or decorative(shape), shape.name
            elif not words and "Tie from" not in shape.name:
                assert decorative(shape), shape.name


def test_runs_say_their_language_and_black_type_its_name(posters: Any) -> None:
    for slide in posters.slides:
        for run in slide._element.iter(A + "r"):
            assert run.find(A + "rPr").get("sz")
        title = slide.shapes.title._element
        assert {run.get("lang") for run in title.iter(A + "rPr")} == {"en-US"}
        assert {face.get("typeface") for face in title.iter(A + "latin")} == {"Lato Black"}
    theme = next(
        r.target_part for r in posters.slide_master.part.rels.values() if "theme" in r.reltype
    )
    assert theme.blob.count(b'<a:latin typeface="Lato"') == 2


def test_a_second_language_is_marked_as_such(write_walk: Callable[[str], Path]) -> None:
    path = write_walk(WALK.replace("size: 24x36", "size: 24x36, format: pptx"))
    prepared = kit.prepared(path)
    (laid,) = [d for d in prepared.documents if d.second and d.medium == "poster"]
    deck = Presentation(io.BytesIO(poster_bytes(editable(laid))))
    for slide in deck.slides:
        title = slide.shapes.title._element
        assert {run.get("lang") for run in title.iter(A + "rPr")} == {"en-US", "es-US"}
    for page, slide in zip(laid.pages, deck.slides, strict=True):
        assert Counter(lines_of(page)) - Counter(lines_on(slide)) == Counter()


def test_two_runs_give_the_same_bytes(sheets: Document, posters_blob: bytes) -> None:
    assert poster_bytes(sheets) == posters_blob


def test_the_file_is_valid(posters_blob: bytes, tmp_path: Path) -> None:
    path = tmp_path / "posters.pptx"
    path.write_bytes(posters_blob)
    assert [str(error) for error in validate_pptx(str(path)).errors] == []


def test_links_can_be_followed() -> None:
    whole = sample_walk()
    told = tuple(e for e in whole.stations[0].exhibits if isinstance(e, Prose))
    station = replace(whole.stations[0], exhibits=told)
    laid = editable(
        arrange_posters(LATO, replace(whole, stations=(station,)), base_theme(), "24x36")
    )
    deck = Presentation(io.BytesIO(poster_bytes(laid)))
    links = {
        run.hyperlink.address
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert "https://www.urban.org" in links


def test_a_file_for_each_station(sheets: Document) -> None:
    output = PosterOutput(medium="poster", format="pptx", files="each")
    files = dict(poster_files(sheets, output, "w"))
    assert list(files) == [f"w-{n:02d}.pptx" for n in range(1, len(sheets.pages) + 1)]
    deck = Presentation(io.BytesIO(files["w-02.pptx"].content))
    assert [s.shapes.title.text_frame.text for s in deck.slides] == ["Can people\vhere find a job?"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_shows_the_words_where_the_pdf_has_them(tmp_path: Path) -> None:
    laid = editable(arrange_posters(LATO, walk("minimal"), base_theme(), "24x36"))
    (tmp_path / "p.pptx").write_bytes(poster_bytes(laid))
    deck = Presentation(str(tmp_path / "p.pptx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "p.pptx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    with (
        pdfplumber.open(tmp_path / "p.pdf") as shown,
        pdfplumber.open(io.BytesIO(pdf_bytes(laid))) as paper,
    ):
        assert len(shown.pages) == len(laid.pages)
        lato = "Lato" in "".join({c["fontname"] for c in shown.pages[0].chars})
        for number in (0, 2):
            places = _firsts(paper.pages[number]), _firsts(shown.pages[number])
            assert len(places[0]) > 5
            assert places[0].keys() <= places[1].keys()
            # LibreOffice sets the words of tables a fifth of their size higher than all others.
            told = {w for line in lines_on(deck.slides[number], tables=True) for w in line.split()}
            for word, (x, y, size) in places[0].items():
                there = places[1][word]
                if lato:
                    # LibreOffice sets letters a little closer, as print does.
                    assert -0.03 * laid.pages[0].width < there[0] - x < 0.12 * size, word
                    assert abs(there[1] - y) < (0.2 if word in told else 0.08) * size, word


def _firsts(page: Any) -> dict[str, tuple[float, float, float]]:
    """Left, baseline and size of words that stand once on a page."""
    words = page.extract_words(return_chars=True)
    count = Counter(word["text"] for word in words)
    once = [(word, word["chars"][0]) for word in words if count[word["text"]] == 1]
    return {w["text"]: (w["x0"], c["matrix"][5], c["size"]) for w, c in once}


def test_both_formats_of_one_size_are_written_and_listed_once(
    write_walk: Callable[[str], Path], tmp_path: Path
) -> None:
    text = WALK.replace("second: es}, {medium: handout, second: es}]", "{0}]")
    both = "second: es}, {medium: poster, format: pptx, second: es}"
    prepared = kit.prepared(write_walk(text.replace("{0}", both)))
    name = "boone-county-missouri-walk-en-posters-24x36-and-es"
    files = [path.name for path, _, _ in kit.rendered(prepared, tmp_path / "out").files]
    assert files[:2] == [f"{name}.pdf", f"{name}.pptx"]
    assert [job.file for job in prepared.jobs] == [f"{name}.pdf"]
    alone = kit.prepared(write_walk(text.replace("{0}", "format: pptx, second: es}")))
    assert [job.file for job in alone.jobs] == [f"{name}.pptx"]
    twice = "format: pptx, second: es}, {medium: poster, format: pptx, second: es}"
    with pytest.raises(Problems, match="Two outputs would write the same files"):
        kit.prepared(write_walk(text.replace("{0}", twice)))


def test_what_is_wrong_with_both_formats_is_told_once(write_walk: Callable[[str], Path]) -> None:
    text = WALK.replace(
        "{medium: handout, second: es}", "{medium: poster, format: pptx, second: es}"
    )
    more = "      - {kind: chart, metric: share_employed, show: years}\n" * 12
    with pytest.raises(Problems) as found:
        kit.prepared(write_walk(text + more))
    assert len(found.value.problems) == 1


@needs_font("ar")
def test_lines_read_from_right_to_left(write_walk: Callable[[str], Path]) -> None:
    (laid,) = kit.prepared(write_walk(lettered(ARABIC, "ar"))).documents
    deck = Presentation(io.BytesIO(poster_bytes(editable(laid))))
    (slide,) = deck.slides
    title = slide.shapes.title
    paragraph = title._element.find(".//" + A + "pPr")
    assert (paragraph.get("rtl"), paragraph.get("algn")) == ("1", "r")
    said = title.text_frame.text.replace("\v", " ")
    assert said == ARABIC
    disc = next(shape for shape in slide.shapes if kind(shape) == "Station number")
    assert title.left + title.width < disc.left
    faces = {cs.get("typeface") for cs in title._element.iter(A + "cs")}
    assert faces > {"Lato Black"}, "letters that Lato lacks name the font that has them"


def test_the_stations_of_the_way_are_drawn_whether_filled_or_not(posters: Any) -> None:
    """Those that lie before and after this one are white, and have an outline."""
    slide = posters.slides[0]
    low = posters.slide_height * 0.9
    dots = [
        s
        for s in slide.shapes
        if s.top > low and s._element.xpath(".//a:prstGeom[@prst='ellipse']")
    ]
    lines = [len(dot._element.xpath("./p:spPr/a:ln/a:solidFill")) for dot in dots]
    assert len(dots) == len(posters.slides)
    assert sum(lines) == len(dots) - 1
