"""Areas and points of GeoJSON: every part is drawn, and what is not is told."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pyproj
import pytest

from datawalk.metrics.local.outlines import areas
from datawalk.metrics.local.outlines.areas import read_points
from datawalk.metrics.local.outlines.geometry import twice_area
from datawalk.metrics.local.outlines.telling import State
from datawalk.problems import Problems
from tests.conftest import ROOT
from tests.metrics.local.outlines.drawn import (
    MISSOURI,
    collection,
    feature,
    keys,
    polygon,
    read,
    refused,
    ring,
    row_of,
)
from tests.metrics.local.outlines.drawn import told as told_of
from tests.metrics.local.outlines.drawn import written as write

HOLE = {"type": "Polygon", "coordinates": [ring(-92.4, 38.9, 0.3), ring(-92.3, 39.0)]}


def test_samples_can_be_drawn() -> None:
    found = read(ROOT / "samples" / "areas.geojson", "area")
    assert {"Area A", "Area F"} <= set(keys(found))
    points, warnings = read_points(ROOT / "samples" / "places.geojson", "name", found, MISSOURI)
    xs = [x for s in found.shapes for one in s.rings for x, _ in one]
    assert points
    assert all(min(xs) < point.x < max(xs) for point in points)
    assert not warnings
    assert not found.warnings


def test_parts_with_one_key_are_one_area(tmp_path: Path) -> None:
    many = {"type": "MultiPolygon", "coordinates": [[ring(-92.2, 38.9)], [ring(-92.0, 38.9)]]}
    found = read(write(tmp_path, *row_of("A"), feature(many, name="A")))
    assert [len(shape.rings) for shape in found.shapes] == [3]


def test_an_outline_that_stands_there_twice_is_drawn_once(tmp_path: Path) -> None:
    found = read(write(tmp_path, *row_of("A"), *row_of("A")))
    assert [len(shape.rings) for shape in found.shapes] == [1]


def test_parts_that_say_different_things_are_told(tmp_path: Path) -> None:
    parts = [
        feature(polygon(), name="A", ward="1", OBJECTID=1, Shape_Area=3.5),
        feature(polygon(-92.2), name="A", ward="2", OBJECTID=2, Shape_Area=4.5),
    ]
    assert told_of(read(write(tmp_path, *parts))) == [
        'b.geojson has several outlines for "A", which differ in "ward"; they are drawn as one '
        "area."
    ]


def test_a_collection_gives_its_areas(tmp_path: Path) -> None:
    mixed = {
        "type": "GeometryCollection",
        "geometries": [
            polygon(),
            {"type": "LineString", "coordinates": [[-92, 38], [-91, 38]]},
            {"type": "GeometryCollection", "geometries": [polygon(-92.2)]},
        ],
    }
    found = read(write(tmp_path, feature(mixed, name="Ash")))
    assert [len(shape.rings) for shape in found.shapes] == [2]
    assert told_of(found) == ['b.geojson: the lines beside "Ash" are not drawn.']


@pytest.mark.parametrize(
    "nothing",
    [
        None,
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[]]},
        {"type": "Polygon", "coordinates": [[[-92, 38], [-92, 39], [-92, 38]]]},
        {"type": "GeometryCollection", "geometries": []},
        {"type": "Point", "coordinates": [-92, 38]},
    ],
)
def test_what_has_no_outline_is_named(tmp_path: Path, nothing: Any) -> None:
    found = read(write(tmp_path, feature(nothing, name="Ash"), *row_of("Birch")))
    assert (keys(found), found.bare) == (["Birch"], ("Ash",))


def test_holes_run_against_their_ring_whichever_way_they_were_written(tmp_path: Path) -> None:
    (shape,) = read(write(tmp_path, feature(HOLE, name="Ash"))).shapes
    outer, hole = shape.rings
    assert twice_area(outer) > 0 > twice_area(hole)


def test_the_largest_area_is_painted_first(tmp_path: Path) -> None:
    enclave = feature(polygon(-92.3, 39.0), name="Birch")
    found = read(write(tmp_path, enclave, feature(polygon(side=0.3), name="Ash")))
    assert [shape.key for shape in found.shapes] == ["Ash", "Birch"]


@pytest.mark.parametrize(
    ("value", "key"),
    [(7, "7"), (1.0, "1"), (4.5, "4.5"), (" Ash ", "Ash"), (True, "true"), ("A\ud800\0B", "A  B")],
)
def test_names_are_text(tmp_path: Path, value: Any, key: str) -> None:
    assert keys(read(write(tmp_path, feature(polygon(), name=value)))) == [key]


@pytest.mark.parametrize(
    ("properties", "key"),
    [
        ({"GEOID20": "29019000100"}, "GEOID"),
        ({"GEO_ID": "1400000US29019000100"}, "GEOID"),
        ({"STATEFP": "29", "COUNTYFP": "019", "TRACTCE": "000100"}, "GEOID"),
        ({"Tract_ID": "29019000100"}, "tract_id"),
        ({"tract_numb": "29019000100"}, "tract_number"),
    ],
)
def test_a_key_is_found_by_other_names(
    tmp_path: Path, properties: dict[str, str], key: str
) -> None:
    assert keys(read(write(tmp_path, feature(polygon(), **properties)), key)) == ["29019000100"]


def test_an_unknown_property_gets_a_hint(tmp_path: Path) -> None:
    path = write(tmp_path, feature(polygon(), areas="A", code=1))
    assert 'Did you mean "areas"?' in refused(path, "aeras")
    assert "Its properties are: areas, code." in refused(path, "zzz")


def test_some_areas_without_a_name(tmp_path: Path) -> None:
    path = write(tmp_path, *row_of("A", ""))
    assert 'b.geojson has 1 feature without "name".' in refused(path)


def test_swapped_coordinates_are_turned_and_told(tmp_path: Path) -> None:
    def swapped(x: float, y: float) -> Any:
        corners = [[[b, a] for a, b in ring(x, y)]]
        return feature({"type": "Polygon", "coordinates": corners}, name="A")

    found = read(write(tmp_path, swapped(-92.4, 38.9)))
    assert told_of(found) == [
        "b.geojson has latitude and longitude in the wrong order: they were swapped."
    ]
    straight = read(write(tmp_path, *row_of("A")))
    assert found.box == straight.box
    # The walk may show another state: then the country tells.
    found = read(write(tmp_path, swapped(-71.1, 42.3)))
    assert told_of(found) == [
        "b.geojson has latitude and longitude in the wrong order: they were swapped.",
        "The areas of b.geojson lie nowhere near Missouri.",
    ]


def test_areas_far_away_are_told(tmp_path: Path) -> None:
    null = feature(polygon(0, 0), name="Elm")
    assert told_of(read(write(tmp_path, *row_of("A", "B"), null))) == [
        '"Elm" of b.geojson lies nowhere near Missouri.'
    ]
    found = read(write(tmp_path, feature(polygon(92.3), name="A")))
    assert told_of(found) == [
        "The areas of b.geojson lie nowhere near Missouri. Longitudes here begin with a minus sign."
    ]


def test_across_the_state_line_is_near(tmp_path: Path) -> None:
    illinois = feature(polygon(-89.9, 38.6), name="Belleville")
    assert not read(write(tmp_path, *row_of("A", "B"), illinois)).warnings


def test_old_files_name_their_system(tmp_path: Path) -> None:
    turn = pyproj.Transformer.from_crs(4326, 26915, always_xy=True)
    corners = [list(turn.transform(x, y)) for x, y in ring(-92.4, 38.9)]
    path = write(
        tmp_path,
        feature({"type": "Polygon", "coordinates": [corners]}, name="A"),
        crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::26915"}},
    )
    assert math.isclose(read(path).box.west, -92.4, abs_tol=1e-6)


def test_metres_of_web_maps_are_known(tmp_path: Path) -> None:
    turn = pyproj.Transformer.from_crs(4326, 3857, always_xy=True)
    corners = [list(turn.transform(x, y)) for x, y in ring(-92.4, 38.9)]
    found = read(write(tmp_path, feature({"type": "Polygon", "coordinates": [corners]}, name="A")))
    assert math.isclose(found.box.west, -92.4, abs_tol=1e-6)
    assert told_of(found) == [
        "b.geojson is in the metres of web maps (EPSG:3857): turned into degrees."
    ]


def test_metres_are_refused(tmp_path: Path) -> None:
    assert "not in degrees" in refused(write(tmp_path, feature(polygon(5e5, 4.3e6), name="A")))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_way_to_write_letters(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "b.json"
    whole = json.loads(collection(*row_of("Cañon")))
    path.write_bytes(json.dumps(whole, ensure_ascii=False).encode(encoding))
    assert keys(read(path)) == ["Cañon"]


def test_one_feature_and_a_list_of_features(tmp_path: Path) -> None:
    path = tmp_path / "b.geojson"
    for whole in (row_of("A")[0], row_of("A")):
        path.write_text(json.dumps(whole), encoding="utf-8")
        assert keys(read(path)) == ["A"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "not GeoJSON with features"),
        ("[]", "not GeoJSON with features"),
        ('{"features": 3}', "not GeoJSON with features"),
        ('{"features": [1]}', "not GeoJSON with features"),
        ('{"type": "Topology"}', "it is TopoJSON"),
        ('{"features": [{"attributes": {}, "geometry": {"rings": []}}]}', "it is Esri JSON"),
        ('{"features": []}', "holds no areas"),
        ("[" * 100_000, "too often"),
        ("null", "neither GeoJSON"),
        ("", "it is empty"),
        ("<kml/>", "it is XML"),
    ],
)
def test_other_files_say_what_they_are(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "b.geojson"
    path.write_text(text, encoding="utf-8")
    assert why in refused(path)


@pytest.mark.parametrize(
    ("geometry", "why"),
    [
        ({"type": "Polygon"}, "no coordinates"),
        ({"type": "Polygon", "coordinates": 5}, "no coordinates"),
        ({"type": "Polygon", "coordinates": [[["a", 1]]]}, "not a number"),
        ({"type": "Polygon", "coordinates": [[[None, None], [1, 2], [2, 3]]]}, "not a number"),
        ({"type": "Polygon", "coordinates": [[[True, False]]]}, "not a number"),
        ({"type": "Polygon", "coordinates": [[[1]]]}, "two coordinates"),
        ({"type": "Polygon", "coordinates": [[[10**400, 1]]]}, "beyond all numbers"),
        ({"type": "Polygon", "coordinates": [[[math.nan, 1]]]}, "beyond all numbers"),
        ({"type": "Curve", "coordinates": []}, 'of the kind "Curve"'),
        (["Polygon"], "not written as GeoJSON"),
    ],
)
def test_a_broken_outline_names_its_area(tmp_path: Path, geometry: Any, why: str) -> None:
    said = refused(write(tmp_path, feature(geometry, name="Ash")))
    assert said.startswith('b.geojson: "Ash" cannot be drawn')
    assert why in said


def test_collections_in_collections_end(tmp_path: Path) -> None:
    deep: Any = polygon()
    for _ in range(100):
        deep = {"type": "GeometryCollection", "geometries": [deep]}
    assert "more than 20 times" in refused(write(tmp_path, feature(deep, name="Ash")))


def test_too_many_points_are_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(areas, "MOST_POINTS", 3)
    assert "Simplify" in refused(write(tmp_path, *row_of("A")))


def test_points_of_every_kind(tmp_path: Path) -> None:
    outlines = read(write(tmp_path, *row_of("A")))
    many = {"type": "MultiPoint", "coordinates": [[-92.35, 38.95], [-92.36, 38.95]]}
    path = tmp_path / "p.geojson"
    line = {"type": "LineString", "coordinates": [[-92, 38], [-92, 39]]}
    far = {"type": "Point", "coordinates": [-100, 38.9]}
    path.write_text(
        collection(feature(many, n="Clinic"), feature(line, n="Bus"), feature(far, n="Far")),
        encoding="utf-8",
    )
    marks, warnings = read_points(path, "n", outlines, MISSOURI)
    assert [mark.name for mark in marks] == ["Clinic", "Clinic", "Far"]
    assert [warning.what for warning in warnings] == [
        "p.geojson holds 1 lines or areas, which are not marked.",
        '"Far" of p.geojson lies far from the areas of the map.',
    ]


def test_points_need_points(tmp_path: Path) -> None:
    path = write(tmp_path, *row_of("A"))
    with pytest.raises(Problems, match="holds no points"):
        read_points(path, "name", read(path), MISSOURI)


def test_the_equator_can_be_drawn(tmp_path: Path) -> None:
    """A tenth of a degree is 11.1 km there, east and north."""
    path = write(tmp_path, feature(polygon(-78, -0.05), name="A"))
    (shape,) = areas.read_areas(path, areas.LayerChoice("name"), State()).shapes
    (x1, y1), (x2, _), (_, y3), _ = shape.rings[0]
    assert math.isclose(x2 - x1, 11_132, rel_tol=0.01)
    assert math.isclose(y3 - y1, 11_057, rel_tol=0.01)
