"""Maps of the community's own tables: rows and outlines that belong together find each other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Map
from datawalk.problems import Problem, Problems
from datawalk.walk import Composed

Write = Callable[[str], Path]

WALK = """
title: T
place: "29019"
data: [metrics.csv]
stations:
  - title: S
    blocks:
      - {{kind: map, boundaries: b.geojson, table: t.csv, column: rate, suffix: "%", source: s, {}}}
"""
SQUARE = ((0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.1), (0.0, 0.0))


def composed(write_walk: Write, block: str, table: str, names: Any, **point: Any) -> Composed:
    """A map of areas in a row; one whose name begins with '-' has no outline."""
    path = write_walk(WALK.format(block))
    (path.parent / "t.csv").write_text(table, encoding="utf-8")
    features = [
        {
            "type": "Feature",
            "properties": {"name": name.removeprefix("-"), "GEO_ID": name},
            "geometry": None
            if name.startswith("-")
            else {
                "type": "Polygon",
                "coordinates": [[[x - 92.4 + i / 10, y + 38.9] for x, y in SQUARE]],
            },
        }
        for i, name in enumerate(names)
    ]
    if point:
        at = {"type": "Point", "coordinates": [-92.35, 38.95]}
        whole = [{"type": "Feature", "properties": point, "geometry": at}]
        (path.parent / "p.geojson").write_text(
            json.dumps({"type": "FeatureCollection", "features": whole}), encoding="utf-8"
        )
    (path.parent / "b.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8"
    )
    file = load(path)
    return compose(file, read_data(file))


def shown(found: Composed) -> Map:
    (exhibit,) = found.walk.stations[0].exhibits
    assert isinstance(exhibit, Map)
    return exhibit


def printed(found: Composed) -> dict[str, str]:
    return {area.label: area.printed for area in shown(found).areas}


def told(found: Composed) -> list[str]:
    return [warning.what for warning in found.warnings]


def refused(write_walk: Write, block: str, table: str, names: Any) -> Problem:
    with pytest.raises(Problems) as found:
        composed(write_walk, block, table, names)
    (problem,) = found.value.problems
    return problem


def test_names_written_otherwise_are_joined_and_told_once(write_walk: Write) -> None:
    table = "name,rate\nAsh,10\nDogwood Park,30\nO’Fallon,40\n"
    names = ["ASH ", "Dogwood\u00a0Park", "O'Fallon"]
    found = composed(write_walk, "key: name, highlight: ash", table, names)
    assert printed(found) == {"Ash": "10%", "Dogwood Park": "30%", "O’Fallon": "40%"}
    assert [area.label for area in shown(found).areas if area.highlight] == ["Ash"]
    assert told(found) == [
        't.csv and b.geojson write 3 names differently: "Dogwood Park" is "Dogwood\u00a0Park", '
        '"O’Fallon" is "O\'Fallon", "Ash" is "ASH".'
    ]


def test_names_written_alike_are_not_told(write_walk: Write) -> None:
    found = composed(write_walk, "key: name", "name,rate\nAsh,10\nBirch,20\n", ["Ash", "Birch"])
    assert told(found) == []


def test_codes_with_their_prefix(write_walk: Write) -> None:
    table = "GEO_ID,NAME,rate\n1400000US29019000100,T,5\n1400000US29019000200,T,6\n"
    found = composed(write_walk, "key: name", table.replace("GEO_ID", "name").replace("NAME", "n"),
                     ["29019000100", "29019000200"])  # fmt: skip
    assert printed(found) == {"29019000100": "5%", "29019000200": "6%"}
    found = composed(write_walk, "key: GEOID", table, ["x1400000US29019000100", "US29019000200"])
    assert list(printed(found).values()) == ["5%", "6%"]


def test_the_columns_may_have_two_names(write_walk: Write) -> None:
    table = "ward_no,rate\n1,10\n2,20\n"
    found = composed(write_walk, "key: name, table_key: ward_no", table, ["Ward 1", "Ward 2"])
    assert list(printed(found).values()) == ["10%", "20%"]
    problem = refused(write_walk, "key: name", table, ["Ward 1"])
    assert problem.what == 't.csv has no column "name".'
    assert "Write table_key:" in problem.try_this
    problem = refused(write_walk, "key: name, table_key: wardno2", table, ["Ward 1"])
    assert problem.try_this == 'Did you mean "ward_no"?'


def test_several_rows_of_one_area_are_refused(write_walk: Write) -> None:
    table = "tract,name,rate\n1.01,Ash,10\n2,Birch,20\n1.02,Ash,50\n"
    problem = refused(write_walk, "key: name", table, ["Ash", "Birch"])
    assert problem.what == "t.csv has several rows for Ash: lines 2 and 4."
    # Written in two ways they are still one area.
    problem = refused(write_walk, "key: name", "name,rate\nAsh,10\nASH,20\n", ["Ash"])
    assert problem.what == "t.csv has several rows for Ash: lines 2 and 3."


def test_several_years_are_one_row_for_each(write_walk: Write) -> None:
    table = "name,year,rate\nAsh,2021,10\nAsh,2022,15\n"
    assert printed(composed(write_walk, "key: name", table, ["Ash"])) == {"Ash": "15%"}


def test_rows_of_other_areas_are_refused_with_the_nearest_names(write_walk: Write) -> None:
    table = "name,rate\nAsh,10\nBirhc,20\nZzz,30\n"
    problem = refused(write_walk, "key: name", table, ["Ash", "Birch"])
    assert problem.what == "t.csv has rows for areas that b.geojson does not: Birhc, Zzz."
    assert problem.try_this == 'Birhc: Did you mean "Birch"?'
    problem = refused(write_walk, "key: name", "name,rate\nQqq,20\n", ["Ash", "Birch"])
    assert '"Ash", "Birch"' in problem.try_this
    assert "table_key:" in problem.try_this


def test_codes_of_other_places_are_left_out_and_told(write_walk: Write) -> None:
    table = "name,rate\n0400000US29,9\n1400000US29019000100,10\n1400000US29510000100,20\n"
    found = composed(write_walk, "key: name", table, ["1400000US29019000100"])
    assert told(found) == [
        "2 codes of t.csv are not in b.geojson, and left out: 0400000US29, 1400000US29510000100."
    ]


def test_rows_without_an_outline_are_told(write_walk: Write) -> None:
    found = composed(
        write_walk, "key: name", "name,rate\nAsh,10\nBirch,20\n", ["-ASH", "Birch", "-Elm"]
    )
    assert printed(found) == {"Birch": "20%"}
    assert told(found) == [
        't.csv and b.geojson write 1 name differently: "Ash" is "ASH".',
        "b.geojson has no outline for ASH (line 2): what t.csv says of it is not on the map.",
        "b.geojson has no outline for Elm.",
    ]


def test_what_is_left_out_is_named(write_walk: Write) -> None:
    table = "name,rate\nAsh,10\n,20\nTotal,15\n"
    assert told(composed(write_walk, "key: name", table, ["Ash"])) == [
        't.csv: "Total" (line 4) was taken for a total and is no area of the map.',
        "t.csv names no area in line 3; left out.",
    ]


def test_points_are_named(write_walk: Write) -> None:
    found = composed(
        write_walk,
        "key: name, points: p.geojson, point_name: n",
        "name,rate\nAsh,10\n",
        ["Ash"],
        n="Clinic",
    )
    assert [spot.label for spot in shown(found).spots] == ["Clinic"]


def test_an_area_to_outline_that_is_not_there(write_walk: Write) -> None:
    problem = refused(write_walk, "key: name, highlight: Birsh", "name,rate\nAsh,1\n", ["Birch"])
    assert problem.what == 'There is no area "Birsh" to outline.'
    assert problem.try_this == 'Did you mean "Birch"?'
