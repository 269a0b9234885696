"""PDFs read back by other programs."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pypdf
import pytest

from datawalk import kit
from datawalk.output.formats import paint
from datawalk.render.pdf.painter import pdf_bytes
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def made() -> kit.Kit:
    return kit.prepared(ROOT / "configs" / "boone.yaml", only="poster")


@pytest.fixture(scope="module")
def pdf(made: kit.Kit) -> bytes:
    return paint(made.documents[0])


def test_title_language_and_size(pdf: bytes) -> None:
    read = pypdf.PdfReader(io.BytesIO(pdf))
    assert read.metadata is not None
    assert read.metadata.title == "Boone County Data Walk"
    assert read.trailer["/Root"]["/Lang"] == "en"
    assert {(p.mediabox.width, p.mediabox.height) for p in read.pages} == {(1728, 2592)}


def test_all_fonts_are_embedded(pdf: bytes) -> None:
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            face = font.get_object()
            assert "/FontFile2" in face["/FontDescriptor"].get_object(), face["/BaseFont"]


def test_words_and_numbers_can_be_selected(pdf: bytes) -> None:
    with pdfplumber.open(io.BytesIO(pdf)) as read:
        said = [page.extract_text() for page in read.pages]
    assert "84" in said[1]
    assert "$66,167" in "".join(said)
    assert "Johnson County, IA" in said[1]
    assert "Middle U.S. county: 80%" in said[1]
    assert "number of counties" in said[4]
    assert "10 of 10" in said[9]


def test_charts_are_vectors(pdf: bytes) -> None:
    read = pypdf.PdfReader(io.BytesIO(pdf))
    photos = [len(page.images) for page in read.pages]
    assert photos == [0] * 10
    assert len(pdf) < 400_000


def test_every_word_lies_on_its_sheet(pdf: bytes) -> None:
    with pdfplumber.open(io.BytesIO(pdf)) as read:
        for page in read.pages:
            for char in page.chars:
                assert char["x0"] >= 0
                assert char["x1"] <= page.width
                assert char["top"] >= 0
                assert char["bottom"] <= page.height + 1


def test_no_glyph_under_its_floor(pdf: bytes) -> None:
    """Every glyph, those in charts too: 32 pt, or 16 pt for sources and notes."""
    with pdfplumber.open(io.BytesIO(pdf)) as read:
        for page in read.pages:
            sizes = {round(char["size"], 1) for char in page.chars}
            assert min(sizes) >= 16
            between = [size for size in sizes if 28.1 <= size < 32]
            assert not between, f"neither a note nor legible from five feet: {between}"


def test_markup_in_text_stays_text() -> None:
    from tests.render.test_markup import rendered_text

    said = rendered_text("A <b>bold</b> & <img src=x> José Hawaiʻi Doña Ana Nguyễn")
    for word in ("<b>bold</b>", "&", "<img", "José", "Hawaiʻi", "Doña", "Nguyễn"):
        assert word in said


def test_guides_add_boxes(made: kit.Kit) -> None:
    assert paint(made.documents[0], guides=True) != paint(made.documents[0])


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler is not installed")
def test_poppler_draws_every_sheet(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf)
    done = subprocess.run(
        ["pdftoppm", "-r", "10", "-png", "a.pdf", "p"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert len(list(tmp_path.glob("p*.png"))) == 10


def test_paper_of_another_color_lies_under_the_whole_sheet(made: kit.Kit) -> None:
    document = made.documents[0]
    page = replace(document.pages[0], boxes=())
    for paper, grounds in (("#101820", 1), ("#ffffff", 0)):
        theme = replace(document.theme, paper=paper)
        blank = replace(document, pages=(page,), theme=theme)
        with pdfplumber.open(io.BytesIO(pdf_bytes(blank))) as read:
            rects = read.pages[0].rects
            assert len(rects) == grounds
            assert all(r["width"] >= page.width and r["height"] >= page.height for r in rects)
