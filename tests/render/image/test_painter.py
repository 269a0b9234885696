"""Pictures read back: their size, their words, and what their files say of themselves."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

import matplotlib as mpl
import numpy as np
import pytest
from PIL import Image

from datawalk.exhibits import Area, Exhibit, Map, Picture, Shade
from datawalk.layout.images.card import CARDS
from datawalk.page.document import Box, Caption, Document, Page
from datawalk.page.figure import Drawing
from datawalk.page.ink import Leaf
from datawalk.page.marks import Mark, Path, Photo, Rect, Text
from datawalk.render.image.painter import png_bytes, svg_bytes
from datawalk.theme import rgb
from datawalk.typography.measure import LATO, Measurer
from datawalk.typography.scripts.typefaces import Faces
from tests.conftest import ROOT
from tests.layout.images.test_images import pictures
from tests.layout.poster.test_poster import AT, CHART, QUOTE, STAT, TABLE, TALK
from tests.typography.scripts.test_scripts import ARABIC, HINDI

FACES = LATO.faces

PAPER = "#fffdf8"
SVG = "{http://www.w3.org/2000/svg}"


def square(x: float, y: float, side: float) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + side, y), (x + side, y + side), (x, y + side))


AREAS = Map(
    heading="Where people walk",
    areas=(
        Area("a", "North", (square(0, 0, 900), square(300, 300, 300)), "12%", 0, highlight=True),
        Area("b", "South", (square(0, 900, 900),), "no data", None),
    ),
    shades=(Shade("10% to 20%", "1 area"),),
    unknown=Shade("no data", "1 area"),
    legend="People who walk",
    alt="A map of two areas; one has no data.",
    at=AT,
)
PHOTO = Picture(
    data=(ROOT / "samples" / "photos" / "meeting.png").read_bytes(),
    width=400,
    height=300,
    alt="People at a table",
    at=AT,
)
ALL: tuple[Exhibit, ...] = (STAT, CHART, TABLE, QUOTE, TALK, AREAS, PHOTO)


def page_of(*ink: Leaf | Mark, size: tuple[float, float] = (100.0, 100.0)) -> Page:
    """A page with these marks, and nothing else."""
    leaves: tuple[Leaf, ...] = ink  # type: ignore[assignment]
    box = Box("exhibit", 0, 0, *size, leaves)
    caption = Caption("B", (), "C", ("Alternative text", "Sources"))
    return Page("a", "A", *size, (box,), "#000000", caption=caption)


def pixels(page: Page, dpi: float = 72, paper: str = "#ffffff", faces: Faces = FACES) -> np.ndarray:
    """Height x width x 3 or 4 values from 0 to 255."""
    return np.asarray(Image.open(io.BytesIO(png_bytes(page, faces, dpi=dpi, paper=paper))))


def words(document: Document) -> Iterator[tuple[Page, Text, float, float]]:
    """Every word of the plan and where it stands."""
    for page in document.pages:
        for leaf in (leaf for box in page.boxes for leaf in box.leaves):
            if isinstance(leaf, Text):
                yield page, leaf, leaf.x, leaf.y
            elif isinstance(leaf, Drawing):
                for mark in leaf.plan.marks:
                    if isinstance(mark, Text):
                        yield page, mark, leaf.x + mark.x, leaf.y + mark.y


@pytest.mark.parametrize("shape", [None, "square"])
def test_the_words_of_the_plan_are_the_words_of_the_picture(shape: str | None) -> None:
    document = pictures(*ALL, shape=shape)
    scale, seen = 4, 0
    painted = {page.name: pixels(page, 72 * scale) for page in document.pages}
    bare = {page.name: pixels(_wordless(page), 72 * scale) for page in document.pages}
    for page, text, x, y in words(document):
        if not text.text.strip():
            continue
        rows = slice(round((y - text.size) * scale), round((y + text.size * 0.25) * scale))
        columns = slice(round(x * scale) - 1, round((x + text.width) * scale) + 1)
        changed = (painted[page.name][rows, columns] != bare[page.name][rows, columns]).any(axis=2)
        assert changed.any(), text.text
        found = np.nonzero(changed.any(axis=0))[0]
        # From end to end: letters are as wide as they were measured.
        assert found[-1] - found[0] > (text.width - text.size * 0.45) * scale, text.text
        ink = painted[page.name][rows, columns][changed].astype(float)
        color = np.array([value * 255 for value in rgb(text.color)])
        assert np.abs(ink - color).sum(axis=1).min() < 60, text.text
        seen += 1
    assert seen > 50


def _wordless(page: Page) -> Page:
    def without(leaf: Leaf) -> Leaf:
        if not isinstance(leaf, Drawing):
            return leaf
        marks = tuple(mark for mark in leaf.plan.marks if not isinstance(mark, Text))
        return replace(leaf, plan=replace(leaf.plan, marks=marks))

    boxes = tuple(
        replace(box, ink=tuple(without(leaf) for leaf in box.leaves if not isinstance(leaf, Text)))
        for box in page.boxes
    )
    return replace(page, boxes=boxes)


@pytest.mark.parametrize(
    ("shape", "size"), [("square", (1080, 1080)), ("wide", (1200, 675)), ("story", (1080, 1920))]
)
def test_social_media_get_their_size_to_the_pixel(shape: str, size: tuple[int, int]) -> None:
    (page,) = pictures(CHART, shape=shape).pages
    image = Image.open(
        io.BytesIO(png_bytes(page, FACES, dpi=CARDS[shape].pixels / page.width * 72, paper=PAPER))
    )
    assert image.size == size


@pytest.mark.parametrize(("width", "dpi"), [(3, 72), (7, 300), (6.7, 97), (20, 90)])
def test_inches_times_pixels_is_the_width(width: float, dpi: int) -> None:
    (page,) = pictures(QUOTE, width=width).pages
    image = Image.open(io.BytesIO(png_bytes(page, FACES, dpi=dpi, paper=PAPER)))
    assert image.size == (round(width * dpi), round(page.height / 72 * dpi))
    assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.01)


def test_the_file_says_what_it_shows_and_who_counted() -> None:
    told = replace(
        CHART, alt="Ein Bild über Arbeit – “84%” 数", sources=("U.S. Census, 2023.", "Więcej.")
    )
    (page,) = pictures(told).pages
    image = Image.open(io.BytesIO(png_bytes(page, FACES, dpi=72, paper=PAPER)))
    assert image.info["Title"] == page.title
    assert told.alt in image.info["Description"]
    assert image.info["Source"] == "U.S. Census, 2023.\nWięcej."
    assert "A walk" in image.info["Author"]
    assert image.info["Software"].startswith("datawalk ")
    root = ET.fromstring(svg_bytes(page, FACES, paper=PAPER).decode())
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == page.title
    assert told.alt in str(root.findtext(f"{SVG}desc"))
    assert "Więcej." in "".join(root.itertext())


def test_signs_of_xml_stay_text() -> None:
    (page,) = pictures(replace(CHART, alt="Less than 5 & <more>", heading="R&D <b> ]]>")).pages
    root = ET.fromstring(svg_bytes(page, FACES, paper=PAPER).decode())
    assert root.findtext(f"{SVG}title") == "R&D <b> ]]>"
    assert "Less than 5 & <more>" in str(root.findtext(f"{SVG}desc"))


def test_words_of_an_svg_need_no_font() -> None:
    (page,) = pictures(CHART).pages
    root = ET.fromstring(svg_bytes(page, FACES, paper=PAPER).decode())
    assert not list(root.iter(f"{SVG}text"))
    drawn = " ".join(str(path.get("d")) for path in root.iter(f"{SVG}path"))
    assert re.search(r"\d\.\d\d ", drawn)
    assert not re.search(r"\.\d{3}", drawn)
    assert float(str(root.get("width")).removesuffix("pt")) == page.width


def test_the_same_page_gives_the_same_bytes_whatever_this_computer_prefers() -> None:
    pages = pictures(*ALL).pages
    once = [
        (png_bytes(p, FACES, dpi=100, paper=PAPER), svg_bytes(p, FACES, paper=PAPER)) for p in pages
    ]
    with mpl.rc_context({"path.sketch": (4, 20, 2), "savefig.bbox": "tight", "svg.hashsalt": "x"}):
        again = [
            (png_bytes(p, FACES, dpi=100, paper=PAPER), svg_bytes(p, FACES, paper=PAPER))
            for p in pages
        ]
    assert once == again


def test_paper_is_a_ground_and_nothing_is_none() -> None:
    (page,) = pictures(QUOTE).pages
    assert pixels(page, paper=PAPER)[0, 0].tolist() == [255, 253, 248]
    clear = pixels(page, paper="")
    assert clear[0, 0].tolist()[3] == 0
    assert clear[..., 3].max() == 255


@pytest.mark.parametrize("turn", [1, -1])
def test_rings_inside_an_area_are_holes_whichever_way_they_run(turn: int) -> None:
    rings = (square(10, 10, 80), square(30, 30, 40)[::turn], square(45, 45, 10))
    shown = pixels(page_of(Path(rings, fill="#ff0000", closed=True)))
    assert shown[20, 20].tolist() == [255, 0, 0]
    assert shown[40, 40].tolist() == [255, 255, 255]
    assert shown[50, 50].tolist() == [255, 0, 0]


def test_a_hatch_stays_inside_its_outline_and_out_of_its_holes() -> None:
    rings = (square(10, 10, 80), square(30, 30, 40))
    shown = pixels(page_of(Path(rings, closed=True, hatch="#0000ff"))).min(axis=2) < 200
    assert shown[10:30, 10:90].any()
    assert not shown[31:69, 31:69].any()
    assert not shown[:9].any()
    assert not shown[92:].any()


def test_what_comes_later_lies_over_what_came_before() -> None:
    shown = pixels(
        page_of(Rect(0, 0, 100, 100, "#ff0000"), Rect(20, 20, 60, 60, "#00ff00", opaque=0.5))
    )
    assert shown[10, 10].tolist() == [255, 0, 0]
    assert shown[50, 50].tolist() == pytest.approx([127, 128, 0], abs=2)


def test_photos_stand_where_they_are_put_and_upright() -> None:
    image = Image.new("RGB", (40, 40), "#ff0000")
    image.paste("#0000ff", (0, 0, 40, 20))
    data = io.BytesIO()
    image.save(data, "PNG")
    page = page_of(Photo(20, 30, 40, 40, data.getvalue()))
    shown = pixels(page)
    assert shown[40, 40].tolist() == [0, 0, 255]
    assert shown[60, 40].tolist() == [255, 0, 0]
    assert shown[20, 40].tolist() == [255, 255, 255]
    svg = svg_bytes(page, FACES, paper=PAPER)
    assert b"data:image/png;base64" in svg
    assert b"image-rendering" not in svg


@pytest.mark.parametrize(("text", "language"), [(ARABIC, "ar"), (HINDI, "hi"), ("→ ☐", "en")])
def test_letters_beyond_lato_are_painted(text: str, language: str) -> None:
    faces = Faces(language)
    width = Measurer(faces).width(text, "regular", 20)
    shown = pixels(
        page_of(Text(10, 50, text, "regular", 20, "#000000", width), size=(700, 100)), faces=faces
    )
    columns = np.nonzero((shown.min(axis=2) < 128).any(axis=0))[0]
    assert columns[0] >= 8
    assert columns[-1] <= 10 + width + 2
    assert columns[-1] - columns[0] > width * 0.7
