"""Fonts that are broken, or something else, are problems with a line before anything is painted."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import matplotlib
import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from PIL import Image

from datawalk import kit
from datawalk.problems import Problem, Problems
from datawalk.typography.scripts.typefaces import Typeface, load

Write = Callable[[str], Path]
DEJAVU = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
WALK = """title: T
place: "29019"
data: [metrics.csv]
{}
outputs: [{{medium: poster}}, {{medium: deck}}]
session: {{parts: [title, stations]}}
stations:
  - title: A
    blocks: [{{kind: stat, metric: share_employed}}, {{kind: text, text: "ə **b**"}}]
"""


@pytest.fixture(scope="module")
def whole() -> bytes:
    font = TTFont(DEJAVU)
    subsetter = Subsetter()
    subsetter.populate(unicodes=[*range(32, 0x250), *range(0x2010, 0x2040)])
    subsetter.subset(font)
    return saved(font)


def saved(font: TTFont) -> bytes:
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def table(font: bytes, tag: str) -> tuple[int, int]:
    entry = TTFont(io.BytesIO(font)).reader.tables[tag]
    return entry.offset, entry.length


def overwritten(font: bytes, tag: str, byte: bytes) -> bytes:
    start, length = table(font, tag)
    return font[:start] + byte * length + font[start + length :]


def without(font: bytes, tag: str) -> bytes:
    place = font.index(tag.encode().ljust(4), 12, 12 + 16 * 32)
    return font[:place] + b"none" + font[place + 4 :]


def packed(font: bytes) -> bytes:
    table = TTFont(io.BytesIO(font))
    table.flavor = "woff"
    return saved(table)


def photo(_: bytes) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(out, "JPEG")
    return out.getvalue()


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda font: b"",
    "begins": lambda font: font[:100],
    "cut in half": lambda font: font[: len(font) // 2],
    "a photo": photo,
    "packed for the web in another way": lambda font: b"wOF2" + font[4:],
    "no outlines": lambda font: without(font, "glyf"),
    "no places of outlines": lambda font: without(font, "loca"),
    "no name": lambda font: without(font, "name"),
    "no widths": lambda font: without(font, "hmtx"),
    "strange outlines": lambda font: overwritten(font, "glyf", b"\xf7"),
    "strange places": lambda font: overwritten(font, "loca", b"\x9c"),
    "too many glyphs": lambda font: overwritten(font, "maxp", b"\xff"),
    "nothing for letters": lambda font: overwritten(font, "cmap", b"\0"),
    "nothing for the whole": lambda font: overwritten(font, "head", b"\0"),
}


def refused(walk: Path) -> Problem:
    with pytest.raises(Problems) as found:
        kit.rendered(kit.prepared(walk), walk.parent / "out")
    return found.value.problems[0]


@pytest.mark.parametrize("how", BROKEN)
def test_a_face_that_is_broken(write_walk: Write, whole: bytes, how: str) -> None:
    walk = write_walk(WALK.format("theme: {face: {regular: own.ttf, bold: own.ttf}}"))
    (walk.parent / "own.ttf").write_bytes(BROKEN[how](whole))
    problem = refused(walk)
    assert "own.ttf" in problem.what
    assert problem.at.line == 4
    assert problem.try_this
    assert not (walk.parent / "out").exists()


def test_a_font_behind_lato_without_heights_of_lines(write_walk: Write, whole: bytes) -> None:
    walk = write_walk(WALK.format("fonts: [own.ttf]"))
    (walk.parent / "own.ttf").write_bytes(overwritten(whole, "hhea", b"\0"))
    with pytest.raises(Problems) as found:
        kit.prepared(walk)
    assert "own.ttf is damaged" in found.value.problems[0].what


def test_a_font_of_the_web_is_unpacked(tmp_path: Path, whole: bytes) -> None:
    (tmp_path / "own.woff").write_bytes(packed(whole))
    (tmp_path / "own.ttf").write_bytes(whole)
    ours, plain = (load(Typeface(str(tmp_path / name))) for name in ("own.woff", "own.ttf"))
    assert ours.data[:4] == b"\x00\x01\x00\x00"
    glyph = ours.shaper.get_nominal_glyph(ord("W"))
    assert ours.shaper.get_glyph_h_advance(glyph) == plain.shaper.get_glyph_h_advance(glyph) > 0
