"""Outlines: the right counties of the right year, and an author's own files."""

from __future__ import annotations

import json
import math
import time
from pathlib import Path
from typing import Any

import pytest

from datawalk.metrics import boundaries, topology
from datawalk.metrics.boundaries import counties, county_names, read_boundaries, read_points
from datawalk.problems import Problems

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def keys(state: str, *geoids: str) -> set[str]:
    return {shape.key for shape in counties(state, geoids)}


def test_missouri_has_115_counties_in_metres() -> None:
    shapes = counties("29", ["29019"])
    assert len(shapes) == 115
    assert next(s.name for s in shapes if s.key == "29019") == "Boone"
    ys = [y for s in shapes for ring in s.rings for _, y in ring]
    xs = [x for s in shapes for ring in s.rings for x, _ in ring]
    # Missouri is about 500 km high and 550 km wide; north is up.
    assert 450_000 < max(ys) - min(ys) < 550_000
    assert 450_000 < max(xs) - min(xs) < 600_000


def test_area_is_kept() -> None:
    """Boone County is 1,790 square kilometres; the outline is coarse."""
    (boone,) = (s for s in counties("29", []) if s.key == "29019")
    ring = boone.rings[0]
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    area = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2
    assert math.isclose(area / 1e6, 1790, rel_tol=0.06)


def test_connecticut_before_and_after() -> None:
    new, old = keys("09", "09110"), keys("09", "09001")
    assert len(new) == 9
    assert len(old) == 8
    assert not new & old
    assert keys("09") == new


def test_alaska_before_and_after() -> None:
    assert {"02063", "02066"} < keys("02", "02020")
    assert "02261" not in keys("02", "02020")
    assert "02261" in keys("02", "02261")
    assert "02063" not in keys("02", "02261")


def test_the_aleutians_do_not_wrap_around_the_world() -> None:
    xs = [x for s in counties("02", []) for ring in s.rings for x, _ in ring]
    assert max(xs) - min(xs) < 4_000_000


def test_hawaii_and_the_smallest_states_are_there() -> None:
    assert "15003" in keys("15")
    assert len(keys("10")) == 3
    assert keys("11") == {"11001"}


def test_every_state_is_drawn() -> None:
    states = {geoid[:2] for geoid, _ in county_names()}
    assert len(states) == 56
    assert all(counties(state, []) for state in states)


def test_names_say_what_a_place_is_called() -> None:
    names = dict(county_names())
    assert names["29019"] == "Boone County"
    assert names["22095"] == "St. John the Baptist Parish"
    assert names["51610"] == "Falls Church city"


def test_a_state_is_quick_once_the_file_is_open() -> None:
    counties("29", [])
    start = time.perf_counter()
    counties("51", [])
    assert time.perf_counter() - start < 0.5


def test_samples_can_be_drawn() -> None:
    shapes = read_boundaries(SAMPLES / "areas.geojson", "area")
    assert {"Area A", "Area F"} <= {s.key for s in shapes}
    points = read_points(SAMPLES / "places.geojson", "name", SAMPLES / "areas.geojson")
    xs = [x for s in shapes for ring in s.rings for x, _ in ring]
    assert points
    assert all(min(xs) < p.x < max(xs) for p in points)


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def polygon(x: float, y: float) -> dict[str, Any]:
    ring = [[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y]]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.fixture
def written(tmp_path: Path) -> Any:
    def write(*features: Any, name: str = "areas.geojson") -> Path:
        path = tmp_path / name
        whole = {"type": "FeatureCollection", "features": list(features)}
        path.write_text(json.dumps(whole), encoding="utf-8")
        return path

    return write


def said(path: Path, key: str = "area") -> str:
    with pytest.raises(Problems) as found:
        read_boundaries(path, key)
    (problem,) = found.value.problems
    return f"{problem.what} {problem.try_this}"


def test_parts_with_one_key_are_one_area(written: Any) -> None:
    many = {"type": "MultiPolygon", "coordinates": [polygon(-92, 40)["coordinates"]] * 2}
    path = written(feature(polygon(-92.2, 40), area="A"), feature(many, area="A"))
    (shape,) = read_boundaries(path, "area")
    assert len(shape.rings) == 3


def test_numbers_as_keys_are_text(written: Any) -> None:
    (shape,) = read_boundaries(written(feature(polygon(-92, 40), tract=7)), "tract")
    assert shape.key == "7"


def test_an_unknown_property_gets_a_hint(written: Any) -> None:
    path = written(feature(polygon(-92, 40), areas="A", id=1))
    assert 'Did you mean "areas"?' in said(path)
    assert "Its properties are: areas, id." in said(path, "zzz")


def test_broken_json_is_a_problem(tmp_path: Path) -> None:
    for text in (
        "{",
        "[]",
        "null",
        '{"features": 3}',
        '{"features": [{"a": 1}]}',
        '{"features":[1]}',
    ):
        path = tmp_path / "bad.geojson"
        path.write_text(text, encoding="utf-8")
        assert "is not GeoJSON" in said(path)
    path.write_bytes(b"\xff\xfe\x00")
    assert "cannot be read" in said(path)
    assert "cannot be read" in said(tmp_path / "missing.geojson")


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": [[["a", 1]]]},
        {"type": "Polygon", "coordinates": [[[1]]]},
        {"type": "Polygon", "coordinates": 5},
        {"type": "Polygon", "coordinates": [[]]},
        {"type": "Polygon", "coordinates": [[[None, None], [1, 2], [2, 3]]]},
    ],
)
def test_broken_outlines_are_a_problem(written: Any, geometry: Any) -> None:
    assert said(written(feature(geometry, area="A")))


def test_metres_are_refused(written: Any) -> None:
    assert "not in degrees" in said(written(feature(polygon(500_000, 4_300_000), area="A")))


def test_a_file_without_areas_is_a_problem(written: Any) -> None:
    point = {"type": "Point", "coordinates": [-92, 40]}
    assert "holds no areas" in said(written(feature(point, area="A")))


def test_too_many_points_are_a_problem(written: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boundaries, "MOST_POINTS", 3)
    assert "Simplify" in said(written(feature(polygon(-92, 40), area="A")))


def test_points_need_points(written: Any) -> None:
    path = written(feature(polygon(-92, 40), area="A"))
    with pytest.raises(Problems, match="holds no points"):
        read_points(path, "name", path)


def test_a_shapefile_in_another_projection(tmp_path: Path, written: Any) -> None:
    geopandas = pytest.importorskip("geopandas")
    source = written(feature(polygon(-92, 40), area="A"), feature(polygon(-91.9, 40), area="B"))
    straight = read_boundaries(source, "area")
    frame = geopandas.read_file(source).to_crs(26915)
    frame.to_file(tmp_path / "areas.gpkg", driver="GPKG")
    turned = read_boundaries(tmp_path / "areas.gpkg", "area")
    assert [s.key for s in turned] == [s.key for s in straight]
    for (x1, y1), (x2, y2) in zip(turned[0].rings[0], straight[0].rings[0], strict=True):
        assert math.dist((x1, y1), (x2, y2)) < 0.1


def test_a_broken_geopackage_is_a_problem(tmp_path: Path) -> None:
    pytest.importorskip("geopandas")
    path = tmp_path / "areas.gpkg"
    path.write_bytes(b"not a database")
    assert "cannot be read" in said(path)


def test_without_geopandas_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "geopandas", None)
    path = tmp_path / "areas.zip"
    path.write_bytes(b"")
    assert "pip install 'datawalk[maps]'" in said(path)


def test_the_equator_can_be_drawn(written: Any) -> None:
    """A tenth of a degree is 11.1 km there, east and north."""
    (shape,) = read_boundaries(written(feature(polygon(-78, -0.05), area="A")), "area")
    (x1, y1), (x2, _), (_, y3), _ = shape.rings[0]
    assert math.isclose(x2 - x1, 11_132, rel_tol=0.01)
    assert math.isclose(y3 - y1, 11_057, rel_tol=0.01)


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("29019", "29007 29027 29051 29053 29089 29135 29175"),
        ("15003", ""),
        ("11001", "24031 24033 51013 51510"),
        ("09110", "09130 09140 09150 09160 09170 09180 25013"),
        ("02063", "02020 02066 02122 02170 02282"),
        ("09001", "09005 09009"),
        ("99999", ""),
    ],
)
def test_neighbors_share_a_border_across_state_lines(code: str, codes: str) -> None:
    assert boundaries.neighbours(code) == tuple(codes.split())


def test_neighbors_are_each_others() -> None:
    beside = topology.neighbours("2023")
    assert len(beside) == 3233
    assert all(code in beside[other] for code, others in beside.items() for other in others)


def test_a_county_is_drawn_with_its_neighbors() -> None:
    assert {shape.key for shape in boundaries.around("11001")} == {
        *("11001", "24031", "24033", "51013", "51510")
    }
