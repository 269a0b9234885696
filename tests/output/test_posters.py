"""The files of a poster output, as a print shop or an office printer gets them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import openpyxl
import pdfplumber
import pikepdf
import pytest
from PIL import Image
from typer.testing import CliRunner

from datawalk import kit
from datawalk.app.cli import app
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.config.outputs import PosterOutput
from datawalk.config.schema import PrintConfig
from datawalk.layout.arrange import arrange
from datawalk.layout.exhibits.look import SAFE
from datawalk.layout.poster.printing import jobs, sheet_lines
from datawalk.output.posters import Made, poster_files
from datawalk.page.document import Document
from datawalk.page.marks import Text
from datawalk.render.xlsx.prints import FIRST, Typed, print_list
from datawalk.theme import base_theme
from datawalk.typography import fonts
from datawalk.typography.measure import LATO
from datawalk.walk import Walk
from tests import generated
from tests.conftest import ROOT

NAME = "w-posters-24x36"


def walk(name: str) -> Walk:
    file = load(ROOT / "configs" / f"{name}.yaml", None, ())
    return compose(file, read_data(file)).walk


@pytest.fixture(scope="module")
def document() -> Document:
    return arrange(LATO, walk("minimal"), PosterOutput(medium="poster"), base_theme())


def made(document: Document, **settings: Any) -> dict[str, Made]:
    output = PosterOutput(medium="poster", **settings)
    return dict(poster_files(document, output, NAME))


def opened(file: Made) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(file.content))


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(v) for v in page[name]]


def pixels(pdf: bytes, folder: Path) -> list[Any]:
    """At 24 dots to the inch, with everything that lies in the media box."""
    (folder / "a.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "24", "-png", "a.pdf", "p"], cwd=folder, check=True)
    return [np.asarray(Image.open(path)).astype(int) for path in sorted(folder.glob("p*.png"))]


def test_trim_and_bleed_are_always_known(document: Document) -> None:
    with opened(made(document)[f"{NAME}.pdf"]) as pdf:
        for page in pdf.pages:
            for name in ("/MediaBox", "/TrimBox", "/BleedBox"):
                assert box(page, name) == [0, 0, 1728, 2592]


def test_boxes_with_bleed_and_marks(document: Document) -> None:
    with opened(made(document, bleed=True, marks=True)[f"{NAME}.pdf"]) as pdf:
        for page in pdf.pages:
            assert box(page, "/TrimBox") == [0, 0, 1728, 2592]
            assert box(page, "/BleedBox") == [-9, -9, 1737, 2601]
            media = box(page, "/MediaBox")
            assert media[0] < -27
            assert media[2] > 1755
    with opened(made(document, bleed=0.25)[f"{NAME}.pdf"]) as pdf:
        assert box(pdf.pages[0], "/MediaBox") == box(pdf.pages[0], "/BleedBox")
        assert box(pdf.pages[0], "/BleedBox") == [-18, -18, 1746, 2610]


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler is not installed")
@pytest.mark.parametrize("size", ["24x36", "36x24"])
def test_colours_at_the_edge_run_into_the_bleed(tmp_path: Path, size: str) -> None:
    """The bleed repeats the outermost pixels of the trim all around."""
    laid = arrange(LATO, walk("minimal"), PosterOutput(medium="poster", size=size), base_theme())
    bleed = 6
    for sheet in pixels(made(laid, bleed=bleed / 24)[f"{NAME}.pdf"].content, tmp_path):
        assert (sheet[0, 0] < 255).any(), "the band reaches the corner"
        inner = sheet[bleed + 1 : -bleed - 1, bleed + 1 : -bleed - 1]
        assert np.array_equal(sheet[bleed + 1 : -bleed - 1, 0], inner[:, 0])
        assert np.array_equal(sheet[bleed + 1 : -bleed - 1, -1], inner[:, -1])
        assert np.array_equal(sheet[0, bleed + 1 : -bleed - 1], inner[0])
        assert np.array_equal(sheet[-1, bleed + 1 : -bleed - 1], inner[-1])


@pytest.mark.parametrize("size", ["24x36", "36x24", "18x24", "tabloid", "36x48"])
def test_words_keep_half_an_inch_from_the_trim(size: str) -> None:
    laid = arrange(LATO, walk("minimal"), PosterOutput(medium="poster", size=size), base_theme())
    for page in laid.pages:
        for ink in (ink for box in page.boxes for ink in box.leaves if isinstance(ink, Text)):
            # A figure is moved left by its own white, about a fiftieth of its size.
            assert ink.x >= SAFE - ink.size * 0.0301, ink.text
            assert ink.x + ink.width <= page.width - SAFE + ink.size * 0.0301, ink.text
            assert ink.y - ink.size * fonts.CAP >= SAFE - 0.5, ink.text
            assert ink.y + ink.size * fonts.DESCENT <= page.height - SAFE + 0.5, ink.text


def test_grey_is_grey_in_lines_fills_and_pictures() -> None:
    laid = arrange(LATO, walk("columbia_city"), PosterOutput(medium="poster"), base_theme())
    with opened(made(laid, grey=True, marks=True)[f"{NAME}.pdf"]) as pdf:
        pictures = 0
        for page in pdf.pages:
            used = {str(step.operator) for step in pikepdf.parse_content_stream(page)}
            assert "g" in used
            assert not used & {"rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}
            for image in page.Resources.get("/XObject", pikepdf.Dictionary()).values():
                if image.Subtype != "/Image":
                    continue
                pictures += 1
                assert image.ColorSpace == pikepdf.Name.DeviceGray
                shown = pikepdf.PdfImage(image).as_pil_image()
                assert shown.mode == "L"
                assert len(np.unique(np.asarray(shown))) > 10
        assert pictures >= 1


def test_a_file_for_each_station(document: Document) -> None:
    names = [f"{NAME}-01.pdf", f"{NAME}-02.pdf", f"{NAME}-03.pdf"]
    assert list(made(document, files="each")) == names
    both = made(document, files="both", tile="tabloid")
    assert set(names) < set(both)
    assert f"{NAME}-02-tiles-tabloid.pdf" in both
    assert f"{NAME}-tiles-tabloid.pdf" in both
    with opened(both[f"{NAME}-02.pdf"]) as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.docinfo.Title) == "Boone County Data Walk: 2. Can people here find a job?"


def test_copies_come_in_whole_sets_and_share_their_content(document: Document) -> None:
    once, thrice = (made(document, copies=n)[f"{NAME}.pdf"] for n in (1, 3))
    assert (once.pages, thrice.pages) == (3, 9)
    with opened(thrice) as pdf:
        assert len(pdf.pages) == 9
        drawn = [page.obj.Contents.objgen for page in pdf.pages]
        assert drawn == drawn[:3] * 3
    assert len(thrice.content) < len(once.content) * 1.1


def test_pages_told_are_pages_made(document: Document) -> None:
    files = made(document, files="both", tile="letter", copies=2, proof=True, grey=True)
    for name, file in files.items():
        with opened(file) as pdf:
            assert len(pdf.pages) == file.pages, name
    assert files[f"{NAME}-tiles-letter.pdf"].pages == 102
    output = PosterOutput(medium="poster", tile="letter", copies=2)
    assert sheet_lines(jobs(output, document, NAME)) == [
        "Tiles: 102 sheets of letter paper for 6 posters, "
        "maps of how to put them together included."
    ]


def test_a_bled_poster_is_tiled_by_its_trim(document: Document) -> None:
    with opened(
        made(document, bleed=True, marks=True, tile="letter")[f"{NAME}-tiles-letter.pdf"]
    ) as pdf:
        form = next(iter(pdf.pages[0].Resources.XObject.values()))
        assert [float(v) for v in form.BBox] == [0, 0, 1728, 2592]


def test_proof_shows_every_station_on_one_page(document: Document) -> None:
    proof = made(document, proof=True)[f"{NAME}-proof.pdf"]
    with opened(proof) as pdf:
        assert len(pdf.pages) == 1
        assert len(pdf.pages[0].Resources.XObject) == 3
        assert "print copy without tags" in str(pdf.docinfo.Title)
    with pdfplumber.open(io.BytesIO(proof.content)) as read:
        assert "3 of 3" in read.pages[0].extract_text()


def value(sheet: Any, cell: str) -> float:
    """A cell of the print list as a spreadsheet works it out: sums and products."""
    held = sheet[cell].value
    if not isinstance(held, str):
        return float(held or 0)
    assert held.startswith("=")
    total = re.fullmatch(r"=SUM\((\w)(\d+):\w(\d+)\)", held)
    if total:
        column, first, last = total.groups()
        return sum(value(sheet, f"{column}{row}") for row in range(int(first), int(last) + 1))
    worked = re.sub(
        r"\$?([A-Z])\$?(\d+)", lambda found: str(value(sheet, "".join(found.groups()))), held[1:]
    )
    assert re.fullmatch(r"[\d.*/e+-]+", worked)
    return float(eval(worked))


def test_the_print_list_works_out_the_cost(document: Document) -> None:
    output = PosterOutput(medium="poster", tile="letter", copies=2)
    found = tuple(jobs(output, document, NAME))
    prices = PrintConfig(price_per_square_foot=4, price_per_page=0.1)
    sheet = openpyxl.load_workbook(io.BytesIO(print_list(found, prices, Typed()))).active
    total = FIRST + len(found)
    assert value(sheet, f"G{total}") == 6
    assert value(sheet, f"I{total}") == 6 * 6 * 4
    assert value(sheet, f"K{total}") == 102
    assert value(sheet, f"L{total}") == pytest.approx(10.2)
    assert [c.value for c in sheet[FIRST]][2:6] == [f"{NAME}.pdf", 24, 36, "portrait"]


def test_words_of_an_author_are_never_formulas(document: Document) -> None:
    job = next(iter(jobs(PosterOutput(medium="poster"), document, NAME)))
    wicked = replace(job, title='=HYPERLINK("http://x","y")', file="=1+1.pdf")
    sheet = openpyxl.load_workbook(io.BytesIO(print_list((wicked,), PrintConfig(), Typed()))).active
    assert [sheet.cell(FIRST, column).data_type for column in (2, 3)] == ["s", "s"]
    assert sheet["D4"].value is None


def test_editors_take_what_the_program_takes() -> None:
    written = {"medium": "poster", "size": "24x36", "tile": "letter", "bleed": True}
    written |= {"marks": True, "grey": True, "files": "each", "copies": 2, "proof": True}
    schema = generated.json_schema()
    check = jsonschema.Draft202012Validator(
        {"$ref": "#/$defs/PosterOutput", "$defs": schema["$defs"]}
    )
    assert not list(check.iter_errors(written))
    assert list(check.iter_errors(written | {"bleed": 2}))
    assert PosterOutput.model_validate(written).bleed == 0.125
    assert PosterOutput(medium="poster", bleed="false").bleed == 0


def test_check_tells_the_sheets_before_anything_is_printed(tmp_path: Path) -> None:
    text = (ROOT / "configs" / "minimal.yaml").read_text(encoding="utf-8")
    text += "outputs: [{medium: poster, tile: a4, copies: 2}]\n"
    (tmp_path / "walk.yaml").write_text(text.replace("../samples/", ""))
    shutil.copy(ROOT / "samples" / "metrics.csv", tmp_path)
    said = CliRunner().invoke(app, ["check", str(tmp_path / "walk.yaml")]).output
    assert "Tiles: 102 sheets of A4 paper for 6 posters" in said


def test_an_output_writes_its_list(tmp_path: Path) -> None:
    prepared = kit.prepared(ROOT / "configs" / "minimal.yaml", only="poster")
    files = kit.rendered(prepared, tmp_path).files
    assert {path.name for path, _, _ in files} == {
        "boone-county-missouri-data-walk-posters-24x36.pdf",
        "boone-county-missouri-data-walk-print-list.xlsx",
        "boone-county-missouri-data-walk-numbers.csv",
        "boone-county-missouri-data-walk-numbers.xlsx",
    }
