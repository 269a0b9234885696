"""Templates that are broken, locked or harmful: a Problem that says what to do."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt
from typer.testing import CliRunner

from datawalk.app.cli import app
from datawalk.brand.package import opened
from datawalk.brand.reading import read_brand
from datawalk.layout.deck.deck import arrange_deck
from datawalk.problems import Problems
from datawalk.render.pptx.deck import pptx_bytes
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from tests.brand import templates
from tests.layout.deck.test_deck import sample_walk

WALK = """\
title: Our walk
place: "29019"
data: [metrics.csv]
outputs:
  - {medium: deck, template: %s}
stations:
  - template: work/jobs
"""


def refused(path: Path) -> str:
    with pytest.raises(Problems) as caught:
        read_brand(path)
    (problem,) = caught.value.problems
    assert problem.try_this
    assert path.name in problem.what
    return problem.what


def test_a_file_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "city.odp"
    path.write_bytes(b"PK")
    assert "not a PowerPoint template" in refused(path)
    path = tmp_path / "text.pptx"
    path.write_text("Dear all", encoding="utf-8")
    assert "damaged" in refused(path)
    path = tmp_path / "empty.pptx"
    path.write_bytes(b"")
    assert "damaged" in refused(path)
    path = templates.zipped(tmp_path / "letter.pptx", {"word/document.xml": b"<w/>"})
    assert "damaged" in refused(path)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.97])
def test_a_file_cut_short(tmp_path: Path, share: float) -> None:
    whole = templates.plain(tmp_path).read_bytes()
    path = tmp_path / "cut.pptx"
    path.write_bytes(whole[: int(len(whole) * share)])
    assert "damaged" in refused(path)


def test_packed_bytes_that_are_wrong(tmp_path: Path) -> None:
    """Every byte of the list of parts, and of the start of a part, set to three others."""
    whole = templates.plain(tmp_path).read_bytes()
    listed, packed = whole.find(b"PK\1\2"), whole.find(b"PK\3\4") + 40
    path = tmp_path / "bent.pptx"
    for at in (*range(listed, listed + 70), *range(packed, packed + 60)):
        for other in (0x00, 0x7F, 0xFF):
            path.write_bytes(whole[:at] + bytes([other]) + whole[at + 1 :])
            with suppress(Problems):
                opened(path)


def test_a_part_that_is_packed_otherwise(tmp_path: Path) -> None:
    """PowerPoint knows two ways of packing; a program that reads more may break on them."""
    with zipfile.ZipFile(templates.plain(tmp_path)) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        path = templates.zipped(tmp_path / "odd.pptx", parts, method)
        assert "damaged" in refused(path)


def test_a_part_that_lies_beyond_the_file(tmp_path: Path) -> None:
    """Its place stands in a field of 64 bits, more than a place can be."""
    whole = bytearray(templates.plain(tmp_path).read_bytes())
    entry, end = whole.find(b"PK\1\2"), whole.rfind(b"PK\5\6")
    field = struct.pack("<HHQ", 1, 8, 2**63)
    struct.pack_into("<H", whole, entry + 30, len(field))
    struct.pack_into("<L", whole, entry + 42, 2**32 - 1)
    (length,) = struct.unpack_from("<L", whole, end + 12)
    struct.pack_into("<L", whole, end + 12, length + len(field))
    (named,) = struct.unpack_from("<H", whole, entry + 28)
    whole[entry + 46 + named : entry + 46 + named] = field
    path = tmp_path / "beyond.pptx"
    path.write_bytes(whole)
    assert "damaged" in refused(path)


@pytest.mark.parametrize(
    "part",
    [
        "ppt/presentation.xml",
        "ppt/theme/theme1.xml",
        "ppt/slideMasters/slideMaster1.xml",
        "ppt/slideLayouts/slideLayout2.xml",
        "[Content_Types].xml",
        "ppt/_rels/presentation.xml.rels",
    ],
)
def test_a_part_that_is_broken_or_gone(tmp_path: Path, part: str) -> None:
    whole = templates.plain(tmp_path)
    for data in (b"<broken", b"", b"<a/>", None):
        path = templates.with_part(whole, tmp_path / "broken.pptx", part, data)
        with suppress(Problems):
            brand = read_brand(path)
            assert pptx_bytes(arrange_deck(LATO, sample_walk(), base_theme(), brand=brand))


def test_a_password(tmp_path: Path) -> None:
    path = tmp_path / "locked.pptx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    assert "under a password" in refused(path)


def test_macros(tmp_path: Path) -> None:
    whole = templates.plain(tmp_path)
    for name in ("city.pptm", "city.potm"):
        path = tmp_path / name
        path.write_bytes(whole.read_bytes())
        assert "macros" in refused(path)
    path = templates.with_part(whole, tmp_path / "hidden.pptx", "ppt/vbaProject.bin", b"x")
    assert "macros" in refused(path)


def test_a_bomb(tmp_path: Path) -> None:
    whole = templates.plain(tmp_path)
    bomb = bytes(300_000_000)
    path = templates.with_part(whole, tmp_path / "bomb.pptx", "ppt/media/image9.bmp", bomb)
    assert path.stat().st_size < 1_000_000
    assert "unpacks to far more" in refused(path)
    many = {f"ppt/media/{i}.txt": b"" for i in range(6_000)}
    parts = dict.fromkeys(("[Content_Types].xml", "ppt/presentation.xml"), b"") | many
    assert "unpacks to far more" in refused(templates.zipped(tmp_path / "many.pptx", parts))


def test_declared_entities(tmp_path: Path) -> None:
    xml = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    whole = templates.plain(tmp_path)
    path = templates.with_part(whole, tmp_path / "entities.pptx", "ppt/extra.xml", xml)
    assert "damaged" in refused(path)


def test_a_path_that_leads_out(tmp_path: Path) -> None:
    whole = templates.plain(tmp_path)
    path = templates.with_part(whole, tmp_path / "out.pptx", "../../secret.xml", b"<a/>")
    assert "damaged" in refused(path)


def test_slides_without_room(tmp_path: Path) -> None:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(300), Pt(200)
    assert "too small" in refused(templates.saved(deck, tmp_path / "card.pptx"))


def test_no_layouts(tmp_path: Path) -> None:
    deck = Presentation()
    for layout in list(deck.slide_layouts):
        deck.slide_layouts.remove(layout)
    assert "no layouts" in refused(templates.saved(deck, tmp_path / "none.pptx"))


def test_the_walk_names_the_line_of_a_bad_template(
    tmp_path: Path, write_walk: Callable[[str], Path]
) -> None:
    path = write_walk(WALK % "city.pptx")
    (tmp_path / "city.pptx").write_bytes(b"no")
    done = CliRunner().invoke(app, ["check", str(path)])
    assert done.exit_code == 1
    assert "walk.yaml:5" in done.output
    assert "city.pptx is damaged" in done.output


def test_a_walk_in_its_own_template(tmp_path: Path, write_walk: Callable[[str], Path]) -> None:
    templates.unusual(tmp_path)
    path = write_walk(WALK % "side.potx")
    done = CliRunner().invoke(app, ["render", str(path), "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    deck = Presentation(
        io.BytesIO(
            (tmp_path / "out" / "boone-county-missouri-our-walk-deck-side.pptx").read_bytes()
        )
    )
    assert deck.slide_width == Pt(720)
    assert (
        zipfile.ZipFile(
            tmp_path / "out" / "boone-county-missouri-our-walk-deck-side.pptx"
        ).testzip()
        is None
    )
