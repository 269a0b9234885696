"""Tiles put together again are the poster, by pixels."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from datawalk import kit
from datawalk.layout.poster.tiles import tiles_of
from datawalk.layout.poster.tiling import EDGE, OVERLAP, PAPERS, Paper, tiling
from datawalk.output.formats import paint
from datawalk.page.document import Document
from datawalk.render.pdf.tile import tile_bytes
from datawalk.typography.measure import LATO
from tests.conftest import ROOT

poppler = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler is not installed")


BREATH = 24
"""Where an edge falls between two pixels, its shade may differ by so much of 255."""


@pytest.fixture(scope="module")
def document() -> Document:
    return kit.prepared(ROOT / "configs" / "minimal.yaml", only="poster").documents[0]


@pytest.fixture(scope="module")
def source(document: Document) -> bytes:
    return paint(document)


def rasters(pdf: bytes, folder: Path, *, dpi: int = 72) -> list[np.ndarray]:
    folder.mkdir()
    (folder / "a.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", "a.pdf", "p"], cwd=folder, check=True)
    return [np.asarray(Image.open(path)).astype(int) for path in sorted(folder.glob("p*.png"))]


@poppler
@pytest.mark.parametrize("paper", ["letter", "a3"])
def test_tiles_together_are_the_poster(
    document: Document, source: bytes, tmp_path: Path, paper: Paper
) -> None:
    whole = rasters(source, tmp_path / "whole")
    tiles = rasters(
        tile_bytes(document, source, tiles_of(LATO, document, paper)), tmp_path / "tiles"
    )
    page = document.pages[0]
    cut = tiling(page.width, page.height, paper)
    each = cut.count + 1
    assert len(tiles) == each * len(document.pages)
    for i, poster in enumerate(whole):
        again = np.full_like(poster, -1)
        for piece, tile in zip(cut.pieces(), tiles[i * each + 1 : (i + 1) * each], strict=True):
            w, h = int(piece.w), int(piece.h)
            part = tile[EDGE : EDGE + h, EDGE : EDGE + w]
            there = again[piece.y : piece.y + h, piece.x : piece.x + w]
            # Where two sheets overlap, both show the same.
            assert (there == -1).any()
            twice = there != -1
            assert np.abs(there[twice] - part[twice]).max(initial=0) <= BREATH
            again[piece.y : piece.y + h, piece.x : piece.x + w] = part
        assert np.abs(again - poster).max() <= BREATH


def test_content_is_stored_once(document: Document, source: bytes) -> None:
    made = tile_bytes(document, source, tiles_of(LATO, document, "letter"))
    assert len(made) < 2 * len(source)
    with pikepdf.open(io.BytesIO(made)) as read:
        pages = [page.Resources.XObject for page in read.pages]
        forms = {form.objgen for held in pages for form in held.values()}
        assert len(forms) == len(document.pages)
        assert "print copy without tags" in str(read.docinfo.Title)
    assert made == tile_bytes(document, source, tiles_of(LATO, document, "letter"))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("size", [(24, 36), (36, 24), (48, 36), (11, 17), (5, 7), (33.1, 46.8)])
def test_pieces_cover_the_poster_and_fit_their_sheets(
    size: tuple[float, float], paper: Paper
) -> None:
    width, height = size[0] * 72, size[1] * 72
    cut = tiling(width, height, paper)
    last = list(cut.pieces())[-1]
    assert (last.x + last.w, last.y + last.h) == pytest.approx((width, height))
    assert cut.bare or all(cut.piece[a] <= cut.sheet[a] - 2 * EDGE for a in (0, 1))
    for piece in cut.pieces():
        assert piece.w > OVERLAP or cut.columns == 1
        assert piece.h > OVERLAP or cut.rows == 1


def test_the_side_of_the_paper_that_needs_fewer_sheets() -> None:
    assert tiling(24 * 72, 36 * 72, "letter").count == 16
    assert tiling(36 * 72, 24 * 72, "letter").count == 16
    assert tiling(36 * 72, 24 * 72, "letter").sheet == (792, 612)


def test_a_poster_that_fits_a_sheet_is_one_sheet() -> None:
    assert tiling(5 * 72, 7 * 72, "a3").count == 1
    assert tiling(612, 792, "letter").bare
    assert tiling(8.27 * 72, 11.69 * 72, "a4").bare


def test_rows_go_on_after_z() -> None:
    labels = [piece.label for piece in tiling(300, 300 * 72, "letter").pieces()]
    assert labels[0] == "A1"
    assert "Z1" in labels
    assert "AA1" in labels
