"""Files that mean harm, or are damaged: a Problem, and no other file or address is opened."""

from __future__ import annotations

import io
import random
import sqlite3
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import geopandas
import pytest

from datawalk.metrics.local.outlines import archive
from datawalk.metrics.local.outlines.areas import LayerChoice, read_areas
from datawalk.problems import Problems
from tests.metrics.local.outlines.drawn import (
    MISSOURI,
    feature,
    keys,
    polygon,
    read,
    refused,
    ring,
    row_of,
    written,
)

FUZZED = 600
BITS = (b"1e400", b"NaN", b"null", b"[]", b"9" * 400, b"\0", b"\xff" * 4, b"[[[[", b"Point", b"-")
WATCHED = ("open", "os.listdir", "os.scandir", "socket.connect", "subprocess.Popen")
seen: list[str] = []
"""What was opened while `watching`; hooks of the interpreter cannot be taken away again."""
state = {"on": False}


@contextmanager
def watching() -> Iterator[list[str]]:
    if "hooked" not in state:
        sys.addaudithook(_note)
        state["hooked"] = True
    seen.clear()
    state["on"] = True
    try:
        yield seen
    finally:
        state["on"] = False


def _note(event: str, args: tuple[Any, ...]) -> None:
    if state["on"] and event in WATCHED:
        seen.append(str(args[0]))


VRT = (
    '<OGRVRTDataSource><OGRVRTLayer name="areas"><SrcDataSource>{}</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>"
)


@pytest.mark.parametrize("name", ["b.gpkg", "b.zip", "b.shp", "b.geojson", "b.vrt"])
@pytest.mark.parametrize("source", ["../secret.geojson", "/vsicurl/http://127.0.0.1:9/x.geojson"])
def test_a_file_cannot_open_another(tmp_path: Path, name: str, source: str) -> None:
    inner = tmp_path / "in"
    inner.mkdir()
    written(tmp_path, *row_of("A")).rename(tmp_path / "secret.geojson")
    (inner / name).write_text(VRT.format(source), encoding="utf-8")
    with watching() as opened:
        assert "cannot be read" in refused(inner / name)
    assert {Path(one).name for one in opened} <= {name}


def test_a_zip_file_cannot_either(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.vrt", VRT.format("../secret.geojson"))
        packed.writestr("a.gpkg", VRT.format("../secret.geojson"))
    assert "it is XML" in refused(path)


def test_names_in_a_zip_file_are_no_paths(tmp_path: Path) -> None:
    path = tmp_path / "in" / "b.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("../out.geojson", written(tmp_path, *row_of("A")).read_text("utf-8"))
    assert keys(read(path)) == ["A"]
    assert not (tmp_path / "out.geojson").exists()


def test_a_zip_file_that_unpacks_to_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1_000_000)
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.geojson", b" " * 2_000_000)
    assert "unpacks to more than" in refused(path)


def test_a_view_of_a_geopackage_only_reads(tmp_path: Path) -> None:
    geopandas.read_file(written(tmp_path, *row_of("A"))).to_file(tmp_path / "b.gpkg", layer="a")
    with closing(sqlite3.connect(tmp_path / "b.gpkg")) as base:
        base.execute("ALTER TABLE a RENAME TO inner_a")
        base.execute("UPDATE gpkg_contents SET table_name = 'a'")
        base.execute(
            "CREATE VIEW a AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT n.i, inner_a.* FROM n, inner_a"
        )
        base.execute("UPDATE gpkg_geometry_columns SET table_name = 'a'")
        base.commit()
    assert "cannot be read" in refused(tmp_path / "b.gpkg")


def test_a_projection_cannot_name_a_file(tmp_path: Path) -> None:
    frame = geopandas.read_file(written(tmp_path, *row_of("A"))).to_crs(26915)
    frame.to_file(tmp_path / "c.shp")
    text = (tmp_path / "c.prj").read_text().rstrip()
    extended = text[:-1] + ',EXTENSION["PROJ4","+proj=utm +zone=15 +nadgrids=/etc/passwd"]]'
    (tmp_path / "c.prj").write_text(extended)
    assert "names further files" in refused(tmp_path / "c.shp")


def test_locked_and_damaged_zip_files(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.geojson", "{}")
    locked = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    path.write_bytes(locked)
    assert "password" in refused(path)
    path.write_bytes(bytes(locked[:40]))
    assert "damaged" in refused(path)
    path.write_bytes(b"PK\x05\x06" + b"\0" * 18)
    assert "no Shapefile, GeoJSON or GeoPackage is in it" in refused(path)


@pytest.fixture
def seeds(tmp_path: Path) -> dict[str, bytes]:
    hole = {"type": "Polygon", "coordinates": [ring(-92.4, 38.9, 0.3), ring(-92.3, 39.0)]}
    path = written(tmp_path, feature(hole, name="Ash"), feature(polygon(-92.3, 39), name="Birch"))
    frame = geopandas.read_file(path).to_crs(26915)
    frame.to_file(tmp_path / "b.gpkg")
    frame.to_file(tmp_path / "b.shp")
    parts = ("shp", "dbf", "prj", "cpg", "geojson", "gpkg")
    return {part: (tmp_path / f"b.{part}").read_bytes() for part in parts}


def _broken(data: bytes, chance: random.Random) -> bytes:
    held = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(held) + 1)
        match chance.randrange(4):
            case 0:
                held[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                held[at : at + chance.randrange(8)] = chance.choice(BITS)
            case 2:
                del held[at : at + chance.choice((1, 4, 30, len(held)))]
            case 3:
                start = chance.randrange(len(held) + 1)
                held[at:at] = held[start : start + chance.choice((4, 40))]
    return bytes(held)


def _zip(parts: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        for part in ("shp", "dbf", "prj", "cpg"):
            packed.writestr(f"b.{part}", parts[part])
    return whole.getvalue()


def test_damaged_files_are_problems(tmp_path: Path, seeds: dict[str, bytes]) -> None:
    chance = random.Random(13)
    path = tmp_path / "in" / "f.any"
    path.parent.mkdir()
    drawn = 0
    for _ in range(FUZZED):
        part = chance.choice(list(seeds))
        data = _broken(seeds[part], chance)
        path.write_bytes(data if part in ("geojson", "gpkg") else _zip({**seeds, part: data}))
        with watching() as opened, suppress(Problems):
            drawn += bool(read_areas(path, LayerChoice("name"), MISSOURI).shapes)
        assert not [one for one in opened if one.startswith(str(tmp_path)) and one != str(path)]
    assert 50 < drawn < FUZZED
