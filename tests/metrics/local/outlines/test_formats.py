"""Shapefiles and GeoPackages, written by another program, read as GeoJSON is."""

from __future__ import annotations

import math
import zipfile
from pathlib import Path
from typing import Any

import geopandas
import pytest

from datawalk.metrics.local.outlines.areas import read_points
from tests.metrics.local.outlines.drawn import (
    MISSOURI,
    feature,
    keys,
    polygon,
    read,
    refused,
    ring,
    row_of,
    told,
    written,
)

ISLANDS = {
    "type": "MultiPolygon",
    "coordinates": [
        [ring(-92.4, 38.9, 0.3), ring(-92.3, 39.0)[::-1]],
        [ring(-92.0, 38.9)],
    ],
}


@pytest.fixture
def frame(tmp_path: Path) -> Any:
    return geopandas.read_file(
        written(
            tmp_path, feature(ISLANDS, name="Ash", n=1.0), feature(polygon(-91.8), name="Bé", n=2.0)
        )
    )


def zipped(folder: Path, *stems: str, inside: str = "") -> Path:
    path = folder / "b.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for stem in stems:
            for part in ("shp", "dbf", "prj", "cpg", "shx"):
                archive.write(folder / f"{stem}.{part}", f"{inside}{stem}.{part}")
    return path


@pytest.mark.parametrize("system", [4326, 4269, 26915, 2815, 3857])
@pytest.mark.parametrize("kind", ["gpkg", "shp", "zip"])
def test_reads_what_geojson_reads(tmp_path: Path, frame: Any, kind: str, system: int) -> None:
    straight = read(tmp_path / "b.geojson")
    path = tmp_path / f"c.{kind}"
    turned = frame.to_crs(system)
    if kind == "zip":
        turned.to_file(tmp_path / "c.shp")
        path = zipped(tmp_path, "c", inside="folder/")
    else:
        turned.to_file(path, driver="GPKG" if kind == "gpkg" else "ESRI Shapefile")
    found = read(path)
    assert not found.warnings
    assert [shape.key for shape in found.shapes] == ["Ash", "Bé"]
    for one, other in zip(found.shapes, straight.shapes, strict=True):
        for ring_, straight_ in zip(one.rings, other.rings, strict=True):
            # NAD 83 and WGS 84 are the same to the eye.
            assert {(round(x, -1), round(y, -1)) for x, y in ring_} == {
                (round(x, -1), round(y, -1)) for x, y in straight_
            }
    assert keys(read(path, "n")) == ["1", "2"]


def test_a_name_lies_about_what_a_file_is(tmp_path: Path, frame: Any) -> None:
    frame.to_file(tmp_path / "c.gpkg")
    (tmp_path / "c.gpkg").rename(tmp_path / "c.geojson")
    assert keys(read(tmp_path / "c.geojson")) == ["Ash", "Bé"]


def test_heights_are_left_aside(tmp_path: Path) -> None:
    high = {"type": "Polygon", "coordinates": [[[*at, 5.0] for at in ring(-92.4, 38.9)]]}
    frame = geopandas.read_file(written(tmp_path, feature(high, name="A")))
    for name in ("c.gpkg", "c.shp"):
        frame.to_file(tmp_path / name)
        assert math.isclose(read(tmp_path / name).box.east, -92.3)


@pytest.fixture
def councils(tmp_path: Path) -> Path:
    for layer, names in (("old", ("A", "B")), ("new", ("A", "B", "C"))):
        frame = geopandas.read_file(written(tmp_path, *row_of(*names)))
        frame.to_file(tmp_path / "b.gpkg", layer=layer, driver="GPKG")
        frame.to_file(tmp_path / f"{layer}.shp")
    return tmp_path / "b.gpkg"


def test_the_layer_that_has_the_names(councils: Path) -> None:
    for path in (councils, zipped(councils.parent, "old", "new")):
        found = read(path, "name", None, "A", "C")
        assert keys(found) == ["A", "B", "C"]
        assert told(found) == [
            f'{path.name} has 2 layers: "new" is shown, which has the names; "old" is not.'
        ]


def test_layers_that_have_them_alike_are_listed(councils: Path) -> None:
    said = refused(councils, "name", None, "A", "B")
    assert said.startswith('b.gpkg has 2 layers with name: "old", "new".')
    assert "layer:" in said
    assert keys(read(councils, "name", "OLD", "A")) == ["A", "B"]
    assert 'has no layer "olt". Did you mean "old"?' in refused(councils, "name", "olt")


def test_a_layer_without_the_key_is_not_meant(tmp_path: Path) -> None:
    geopandas.read_file(written(tmp_path, feature(polygon(), code="1"))).to_file(
        tmp_path / "b.gpkg", layer="parks"
    )
    geopandas.read_file(written(tmp_path, *row_of("A"))).to_file(tmp_path / "b.gpkg", layer="wards")
    point = {"type": "Point", "coordinates": [-92.35, 38.95]}
    geopandas.read_file(written(tmp_path, feature(point, name="Clinic"))).to_file(
        tmp_path / "b.gpkg", layer="clinics"
    )
    found = read(tmp_path / "b.gpkg")
    assert keys(found) == ["A"]
    marks, _ = read_points(tmp_path / "b.gpkg", "name", found, MISSOURI)
    assert [mark.name for mark in marks] == ["Clinic"]


def test_two_layers_of_one_name_in_a_zip_file(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for year in ("2011", "2023"):
            geopandas.read_file(written(tmp_path, *row_of("A", year))).to_file(tmp_path / "w.shp")
            for part in ("shp", "dbf", "prj"):
                archive.write(tmp_path / f"w.{part}", f"{year}/w.{part}")
    assert 'layers with name: "2011/w", "2023/w".' in refused(path, "name", None, "A")
    assert keys(read(path, "name", "2011/w")) == ["2011", "A"]


def test_a_geopackage_that_is_open_elsewhere(tmp_path: Path, frame: Any) -> None:
    frame.to_file(tmp_path / "c.gpkg")
    (tmp_path / "c.gpkg-wal").write_bytes(b"changes")
    assert "another program has it open" in refused(tmp_path / "c.gpkg")


def test_parts_of_a_shapefile_that_are_missing(tmp_path: Path, frame: Any) -> None:
    frame.to_crs(26915).to_file(tmp_path / "c.shp")
    (tmp_path / "c.prj").unlink()
    assert "is not in degrees" in refused(tmp_path / "c.shp")
    (tmp_path / "c.dbf").unlink()
    assert "c.dbf, which names the areas, is not with it" in refused(tmp_path / "c.shp")
    frame.to_file(tmp_path / "d.shp")
    (tmp_path / "d.prj").unlink()
    assert told(read(tmp_path / "d.shp")) == [
        "d.shp does not say in which projection it is; it was read as degrees."
    ]


def test_no_part_is_taken_from_another_folder(tmp_path: Path, frame: Any) -> None:
    (tmp_path / "in").mkdir()
    frame.to_file(tmp_path / "c.shp")
    (tmp_path / "c.shp").rename(tmp_path / "in" / "c.shp")
    (tmp_path / "in" / "c.dbf").symlink_to(tmp_path / "c.dbf")
    assert "c.dbf, which names the areas, is not with it" in refused(tmp_path / "in" / "c.shp")


def test_rows_that_were_deleted_are_gone(tmp_path: Path, frame: Any) -> None:
    frame.to_file(tmp_path / "c.shp")
    table = bytearray((tmp_path / "c.dbf").read_bytes())
    table[int.from_bytes(table[8:10], "little")] = ord("*")
    (tmp_path / "c.dbf").write_bytes(table)
    assert keys(read(tmp_path / "c.shp")) == ["Bé"]


def test_names_in_the_code_page_of_windows(tmp_path: Path, frame: Any) -> None:
    frame.to_file(tmp_path / "c.shp", encoding="cp1252")
    for page in ("1252", "ANSI 1252", "nonsense"):
        (tmp_path / "c.cpg").write_text(page)
        assert keys(read(tmp_path / "c.shp")) == ["Ash", "Bé"]
    (tmp_path / "c.cpg").unlink()
    assert keys(read(tmp_path / "c.shp")) == ["Ash", "Bé"]


def test_without_pyproj_it_says_what_to_install(
    tmp_path: Path, frame: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame.to_crs(26915).to_file(tmp_path / "c.gpkg")
    monkeypatch.setitem(__import__("sys").modules, "pyproj", None)
    assert "pip install '.[maps]'" in refused(tmp_path / "c.gpkg")
