"""Decks in the look of organisers' templates: what is recognised, and what comes out."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.util import Pt
from typer.testing import CliRunner

from datawalk.app.cli import app
from datawalk.brand.reading import read_brand
from datawalk.check.colours import contrast_problems
from datawalk.check.contrast import check_contrast
from datawalk.check.page import check
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.layout.deck.deck import arrange_deck
from datawalk.page.document import Document
from datawalk.page.stage import Brand
from datawalk.problems import NOWHERE
from datawalk.render.pptx.deck import pptx_bytes
from datawalk.theme import base_theme, contrast, luminance
from datawalk.typography.measure import LATO
from tests.brand import templates
from tests.conftest import ROOT
from tests.layout.deck.test_deck import sample_walk

GALLERY = Path("/usr/lib/libreoffice/share/template/common/presnt")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
BUILT = (templates.plain, templates.dark, templates.unusual, templates.bare)


@cache
def _made(build: Callable[[Path], Path], folder: Path) -> tuple[Brand, Document, bytes]:
    brand = read_brand(build(folder))
    document = arrange_deck(LATO, sample_walk(), base_theme(), brand=brand)
    return brand, document, pptx_bytes(document)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


@pytest.fixture(params=BUILT, ids=lambda build: build.__name__)
def made(request: pytest.FixtureRequest, folder: Path) -> tuple[Brand, Document, bytes]:
    return _made(request.param, folder)


def opened(blob: bytes) -> Any:
    return Presentation(io.BytesIO(blob))


def test_every_slide_keeps_to_the_template(made: tuple[Brand, Document, bytes]) -> None:
    brand, _, blob = made
    deck, before = opened(blob), opened(brand.blob)
    assert (deck.slide_width, deck.slide_height) == (before.slide_width, before.slide_height)
    own = [layout.name for master in before.slide_masters for layout in master.slide_layouts]
    now = [layout.name for master in deck.slide_masters for layout in master.slide_layouts]
    assert [name for name in now if "(data walk: " not in name] == own
    for slide in deck.slides:
        name = slide.slide_layout.name
        assert name.split(" (data walk: ")[0] in own
        assert name.endswith(")")


def test_nothing_is_faint_and_nothing_runs_off(made: tuple[Brand, Document, bytes]) -> None:
    brand, document, _ = made
    assert contrast_problems(brand.theme, lambda _: NOWHERE) == []
    assert check_contrast(document) == []
    assert check(document) == []


def test_a_second_run_gives_the_same_bytes(made: tuple[Brand, Document, bytes]) -> None:
    _, document, blob = made
    assert pptx_bytes(document) == blob


def test_the_file_is_valid(made: tuple[Brand, Document, bytes], tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(made[2])
    assert [str(error) for error in validate_pptx(str(path)).errors] == []


def test_words_stand_in_placeholders_of_18_points_at_least(
    made: tuple[Brand, Document, bytes],
) -> None:
    deck = opened(made[2])
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert len(set(titles)) == len(titles) > 10
    places = (s for slide in deck.slides for s in slide.placeholders)
    held = [place.text_frame.text for place in places if place.has_text_frame]
    assert any(text.startswith("What here matches") for text in held)
    assert any("We moved three times" in text for text in held)
    runs = [run for slide in deck.slides for run in slide._element.iter(A + "rPr")]
    sizes = [int(run.get("sz")) for run in runs if run.get("sz")]
    assert len(sizes) > 90
    assert min(sizes) >= 1800


def test_placeholders_of_slides_are_those_of_their_layouts(
    made: tuple[Brand, Document, bytes],
) -> None:
    for slide in opened(made[2]).slides:
        there = {(s.placeholder_format.type, s.placeholder_format.idx) for s in slide.placeholders}
        layout = slide.slide_layout.placeholders
        assert there <= {(s.placeholder_format.type, s.placeholder_format.idx) for s in layout}


def test_a_plain_template_is_recognised(folder: Path) -> None:
    brand, document, blob = _made(templates.plain, folder)
    told = dict(brand.found)
    assert told["Title slide"] == '"Title Slide"'
    assert told["Title and content"].startswith('"Title and Content"')
    assert told["Two contents"].startswith('"Two Content"')
    assert told["Picture"] == '"Picture with Caption"'
    assert told["Blank"] == '"Blank"'
    assert told["Ground"] == "light and even"
    assert told["Footer"] == '"City of Example", on every slide'
    assert told["Faces"] == "Times New Roman for titles, Arial for text"
    assert told["Its own slides"] == "2, left out"
    assert brand.theme.pillar("work") == "#0f5c8c"
    assert contrast(brand.stage.title_ink, "#0f3d5c") >= 4.5
    shapes = opened(blob).slides[3].placeholders
    footers = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    assert "City of Example" in footers
    media = [name for name in zipfile.ZipFile(io.BytesIO(blob)).namelist() if "media" in name]
    assert media
    assert "Replace this title" not in {page.title for page in document.pages}


def test_charts_wear_the_colours_and_face_of_the_template(folder: Path) -> None:
    brand, _, blob = _made(templates.plain, folder)
    deck = opened(blob)
    charts = [s.chart for slide in deck.slides for s in slide.shapes if s.has_chart]
    assert charts
    used = {v for chart in charts for v in chart._chartSpace.xpath(".//a:schemeClr/@val")}
    assert "accent1" in used
    assert not any(chart._chartSpace.xpath(".//a:latin") for chart in charts)
    theme = next(
        rel.target_part.blob.decode()
        for rel in deck.slide_master.part.rels.values()
        if rel.reltype.endswith("/theme")
    )
    assert re.findall(r'latin typeface="([^"]*)"', theme)[:2] == [
        brand.heading_font,
        brand.body_font,
    ]


def test_a_dark_template_gets_light_words(folder: Path) -> None:
    brand, _, blob = _made(templates.dark, folder)
    assert luminance(brand.theme.paper) < 0.05
    assert luminance(brand.theme.ink) > 0.9
    assert brand.stage.cards == ()
    titles = (s for s in opened(blob).slides[3].slide_layout.placeholders if s.name[:5] == "Title")
    assert 'val="tx1"' in etree.tostring(next(titles)._element).decode()


def test_a_title_in_a_column_has_the_body_beside_it(folder: Path) -> None:
    brand, document, _ = _made(templates.unusual, folder)
    stage = brand.stage
    assert (stage.width, stage.height) == (720, 540)
    assert dict(brand.found)["Size"] == "10.00 x 7.50 in, 4:3"
    assert stage.title.right <= stage.body.x
    for page in document.pages[1:]:
        title = next(box for box in page.boxes if box.role == "title")
        rest = [b for b in page.boxes if b.role not in ("title", "disc", "ground", "panel")]
        assert all(box.x >= title.x + title.w for box in rest), page.title


def test_without_placeholders_slides_stand_on_a_panel(folder: Path) -> None:
    brand, document, _ = _made(templates.bare, folder)
    assert any("laid out by datawalk" in line for line in brand.instead)
    assert brand.stage.cards
    assert all(any(box.role == "panel" for box in page.boxes) for page in document.pages)


def test_links_sounds_and_hidden_data_stay_behind(folder: Path, tmp_path: Path) -> None:
    deck = Presentation(templates.plain(tmp_path))
    logo = next(s for s in deck.slide_master.shapes if s.shape_type == 13)
    link = deck.slide_master.part.relate_to(
        "https://example.org/track", templates.LINK, is_external=True
    )
    templates.click(logo, link)
    path = templates.saved(deck, tmp_path / "linked.pptx")
    assert b"example.org" in _all_parts(path.read_bytes())
    brand = read_brand(path)
    blob = pptx_bytes(arrange_deck(LATO, sample_walk(), base_theme(), brand=brand))
    assert b"example.org" not in _all_parts(blob)
    # The links that the walk itself has are its author's own.
    own = pptx_bytes(arrange_deck(LATO, sample_walk(), base_theme()))
    external = b'TargetMode="External"'
    assert _all_parts(blob).count(external) == _all_parts(own).count(external)


def _all_parts(blob: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        return b"".join(package.read(name) for name in package.namelist())


def test_the_report_tells_what_was_found(folder: Path) -> None:
    path = templates.plain(folder)
    done = CliRunner().invoke(app, ["template-report", str(path)])
    assert done.exit_code == 0
    assert "Title and content" in done.output
    assert "stands in for it" in done.output


@pytest.mark.skipif(
    not GALLERY.is_dir() or not shutil.which("soffice"),
    reason="the templates of LibreOffice are not here (apt: libreoffice-impress)",
)
def test_the_templates_of_libreoffice(tmp_path: Path) -> None:
    """Twenty and more, many dark or busy: each gives a deck in which all can be read."""
    files = sorted(GALLERY.glob("*.otp"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "potx", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    found = sorted(tmp_path.glob("*.potx"))
    assert len(found) == len(files) > 15
    file = load(ROOT / "configs" / "boone.yaml")
    walk = compose(file, read_data(file)).walk
    for path in found:
        document = arrange_deck(LATO, walk, base_theme(), brand=read_brand(path))
        assert check(document) == [], path.name
        assert check_contrast(document) == [], path.name
        shown = [page.title for page in document.pages if not page.hidden]
        parts = [title for title in shown if re.search(r"\(\d+ of \d+\)$", title)]
        # A picture takes a third of its width: the framework has no room on one slide.
        assert bool(parts) == (path.stem == "Lights"), (path.name, parts)
        blob = pptx_bytes(document)
        assert len(opened(blob).slides) == len(document.pages), path.name
        if path == found[0]:
            deck = path.with_suffix(".pptx")
            deck.write_bytes(blob)
            assert [str(error) for error in validate_pptx(str(deck)).errors] == []


def test_our_own_design_in_other_sizes() -> None:
    from datawalk.config.outputs import DeckOutput
    from datawalk.layout.arrange import arrange

    for size, wide, tall in (("4:3", 720, 540), ("11x8.5", 792, 612)):
        output = DeckOutput(medium="deck", size=size)
        document = arrange(LATO, sample_walk(), output, base_theme())
        assert check(document) == []
        deck = opened(pptx_bytes(document))
        assert (deck.slide_width, deck.slide_height) == (Pt(wide), Pt(tall))
        _questions_stand_under_what_they_ask_about(document)


def _questions_stand_under_what_they_ask_about(document: Document) -> None:
    asked = [[box for box in page.boxes if box.role == "asked"] for page in document.pages]
    assert any(asked)
    for page, boxes in zip(document.pages, asked, strict=True):
        assert len({round(box.y) for box in boxes}) <= 1
        assert all(c.y + c.h <= b.y for b in boxes for c in page.boxes if c.role == "chart")


def test_layouts_draw_no_panel_that_their_slides_have_elsewhere(
    made: tuple[Brand, Document, bytes],
) -> None:
    _, document, _ = made
    layouts = {page.name: page for page in document.layouts}
    for page in document.pages:
        panels = {(round(b.x), round(b.y)) for b in page.boxes if b.role in ("panel", "disc")}
        drawn = {(round(b.x), round(b.y)) for b in layouts[page.layout].boxes if b.role == "panel"}
        assert drawn <= panels, page.title
