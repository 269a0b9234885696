"""A theme's own face and logos: printed, within its lines, on slides, and refused."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import matplotlib
import pikepdf
import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from PIL import Image

from datawalk import kit
from datawalk.compose.faces import faces_of
from datawalk.config.load import load as load_walk
from datawalk.output.formats import paint
from datawalk.page.document import Document
from datawalk.page.ink import Part
from datawalk.page.marks import Photo
from datawalk.problems import Problems
from datawalk.typography import fonts
from datawalk.typography.scripts.typefaces import Typeface, load
from datawalk.walk import Event
from tests.render.pdf.test_tags import failures

SERIF = Path(matplotlib.get_data_path(), "fonts", "ttf")
CUTS = ("regular", "bold", "italic", "bolditalic", "black")
FACE = "theme:\n  face:\n    regular: Serif.ttf\n    bold: Serif-Bold.ttf\n"


def walk(
    theme: str, medium: str = "poster", text: str = "Ágiles \u0153uvres gjpqy", more: str = ""
) -> str:
    return (
        f'title: W\nplace: "29019"\ndata: [metrics.csv]\n{theme}{more}'
        f"outputs: [{{medium: {medium}}}]\nstations:\n  - title: Jobs\n    blocks:\n"
        f"      - {{kind: text, text: {text!r}}}\n"
    )


@pytest.fixture
def serif(tmp_path: Path) -> Path:
    """The folder of the walk, with two fonts in it."""
    shutil.copy(SERIF / "DejaVuSerif.ttf", tmp_path / "Serif.ttf")
    shutil.copy(SERIF / "DejaVuSerif-Bold.ttf", tmp_path / "Serif-Bold.ttf")
    return tmp_path


def embedded(document: Document) -> set[str]:
    """Names of the fonts in the PDF, without their tags."""
    pdf = pikepdf.open(io.BytesIO(paint(document)))
    kinds = (o for o in pdf.objects if isinstance(o, pikepdf.Dictionary))
    named = (str(o["/BaseFont"]) for o in kinds if o.get("/Type") == "/Font" and "/BaseFont" in o)
    return {name.split("+")[-1].strip("/") for name in named}


@pytest.mark.parametrize("medium", ["poster", "handout", "large-print", "placemat", "signs"])
def test_every_sheet_is_set_in_the_face(
    medium: str, serif: Path, write_walk: Callable[[str], Path]
) -> None:
    document = kit.prepared(write_walk(walk(FACE, medium))).documents[0]
    assert not [name for name in embedded(document) if "Lato" in name]


def test_lato_stands_in_for_letters_that_the_face_lacks(
    serif: Path, write_walk: Callable[[str], Path]
) -> None:
    for name in ("Serif.ttf", "Serif-Bold.ttf"):
        font = TTFont(serif / name)
        cut = subset.Subsetter()
        cut.populate(unicodes=range(0x20, 0x7F))
        cut.subset(font)
        font.save(serif / name)
    document = kit.prepared(write_walk(walk(FACE))).documents[0]
    shown = [(s.text, s.font is None) for s in fonts.spans("Ágil", "regular", document.faces)]
    assert shown == [("Á", True), ("gil", False)]


def test_cuts_that_are_left_out_are_taken_from_those_given(
    serif: Path, write_walk: Callable[[str], Path]
) -> None:
    document = kit.prepared(write_walk(walk(FACE))).documents[0]
    names = {cut: Path(face.source).stem for cut, face in document.faces.main}
    assert names == {
        "regular": "Serif",
        "bold": "Serif-Bold",
        "italic": "Serif",
        "bolditalic": "Serif-Bold",
        "black": "Serif-Bold",
    }


@pytest.mark.parametrize("name", ["DejaVuSerif", "DejaVuSans-Bold", "cmr10", "STIXGeneral"])
def test_the_ink_keeps_to_the_lines(name: str) -> None:
    font = load(Typeface(str(SERIF / f"{name}.ttf"), fitted=True))
    for letter in "ÁÉÑHEX0123456789gjpqyÇ":
        glyph = font.shaper.get_nominal_glyph(ord(letter))
        ink = font.shaper.get_glyph_extents(glyph) if glyph else None
        if ink is None:
            continue
        top, bottom = (
            v * font.scale / font.em for v in (ink.y_bearing, ink.y_bearing + ink.height)
        )
        assert bottom >= -fonts.DESCENT, letter
        assert top - bottom <= fonts.LEADING
        assert top <= fonts.LEADING - fonts.DESCENT, letter


def test_slides_name_the_face_and_measure_it_at_its_own_size(
    serif: Path, write_walk: Callable[[str], Path]
) -> None:
    document = kit.prepared(write_walk(walk(FACE, "deck"))).documents[0]
    assert not any(face.fitted for _, face in document.faces.main)
    file = zipfile.ZipFile(io.BytesIO(paint(document)))
    theme = file.read("ppt/theme/theme1.xml").decode()
    assert '<a:latin typeface="DejaVu Serif"' in theme
    assert "Arial" not in theme.split("</a:majorFont>")[0].split("<a:ea")[0]


def refused(path: Path) -> list[tuple[int, str]]:
    with pytest.raises(Problems) as found:
        kit.prepared(path)
    return [(problem.at.line, problem.what) for problem in found.value.problems]


def test_a_font_that_may_not_be_embedded_or_has_no_latin_letters(
    serif: Path, write_walk: Callable[[str], Path]
) -> None:
    locked = TTFont(serif / "Serif.ttf")
    locked["OS/2"].fsType = 2
    locked.save(serif / "Serif.ttf")
    digits = TTFont(serif / "Serif-Bold.ttf")
    cut = subset.Subsetter()
    cut.populate(text="0123456789")
    cut.subset(digits)
    digits.save(serif / "Serif-Bold.ttf")
    assert refused(write_walk(walk(FACE))) == [
        (6, "Serif.ttf may not be put into PDF files: its maker does not allow it."),
        (7, 'Serif-Bold.ttf lacks 52 letters and digits, such as "A".'),
    ]


def test_a_damaged_font_is_named(serif: Path, write_walk: Callable[[str], Path]) -> None:
    whole = (serif / "Serif.ttf").read_bytes()
    (serif / "Serif.ttf").write_bytes(whole[:3000])
    ((line, what),) = refused(write_walk(walk(FACE)))
    assert line == 6
    assert what.startswith("Serif.ttf is ")


def logos(folder: Path, *names: str) -> None:
    for name in names:
        Image.new("RGB", (300, 100), "#335577").save(folder / f"{name}.png")


def test_a_theme_file_brings_face_and_logos_from_its_own_folder(
    serif: Path, write_walk: Callable[[str], Path]
) -> None:
    city = serif / "city"
    city.mkdir()
    logos(city, "crest")
    logos(serif, "library")
    for name in ("Serif.ttf", "Serif-Bold.ttf"):
        (serif / name).rename(city / name)
    text = "face: {regular: Serif.ttf, bold: Serif-Bold.ttf}\nlogos: [crest.png]\n"
    (city / "city.yaml").write_text(text)
    path = write_walk(walk("theme: city/city.yaml\n", more="event: {logos: [library.png]}\n"))
    made = kit.prepared(path)
    event: Event = made.walk.event
    assert [logo.alt for logo in event.logos] == ["Logo: crest", "Logo: library"]
    assert made.documents[0].faces.main


def test_at_most_four_logos_in_all(tmp_path: Path, write_walk: Callable[[str], Path]) -> None:
    logos(tmp_path, "a", "b", "c", "d", "e")
    theme = "theme:\n  logos: [a.png, b.png, c.png]\n"
    path = write_walk(walk(theme, more="event: {logos: [d.png, e.png]}\n"))
    assert refused(path) == [(6, "5 logos are too many: 2 here, 3 in the theme.")]


@pytest.mark.parametrize("medium", ["handout", "large-print"])
def test_small_paper_has_logos_and_code_where_there_is_room(
    medium: str, tmp_path: Path, write_walk: Callable[[str], Path]
) -> None:
    logos(tmp_path, "a", "b", "c", "d")
    event = "event: {logos: [d.png], link: 'https://example.org/walk'}\n"
    path = write_walk(walk("theme:\n  logos: [a.png, b.png, c.png]\n", medium, more=event))
    (document,) = kit.prepared(path).documents
    page = document.pages[-1]
    # On a handout they stand in its foot, as on a poster.
    role = {"handout": "foot", "large-print": "marks"}[medium]
    (box,) = (box for box in page.boxes if box.role == role)
    assert [part.alt for part in box.ink if isinstance(part, Part) and part.alt] == [
        "Code for phones: https://example.org/walk",
        *(f"Logo: {name}" for name in "abcd"),
    ]
    assert all(box.x - 0.5 <= leaf.x for leaf in box.leaves if isinstance(leaf, Photo))
    others = [other for other in page.boxes if other is not box]
    assert all(o.y + o.h <= box.y + 0.5 or o.y >= box.y + box.h - 0.5 for o in others)
    assert failures(paint(document)) == []


def test_a_font_that_was_replaced_is_read_again(
    tmp_path: Path, write_walk: Callable[[str], Path]
) -> None:
    """In one process, as when a person watches: the name is the same, the letters are not."""
    path = write_walk(
        'title: T\nplace: "29019"\ndata: [metrics.csv]\nfonts: [own.ttf]\n'
        "stations: [{title: A, blocks: [{kind: text, text: x}]}]\n"
    )

    def heavy(name: str) -> bool:
        (tmp_path / "own.ttf").write_bytes((SERIF / name).read_bytes())
        (face,) = faces_of(load_walk(path)).own
        return load(face).bold

    assert [heavy("DejaVuSerif.ttf"), heavy("DejaVuSerif-Bold.ttf")] == [False, True]
