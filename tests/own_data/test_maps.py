"""Tables joined to boundaries of each kind that people have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.own_data.line import missed, outcome, written

Shape = dict[str, Any] | None


def square(i: int, *, turned: bool = False) -> Shape:
    x = -92.4 + i * 0.02
    ring = [[x, 38.9], [x + 0.02, 38.9], [x + 0.02, 38.92], [x, 38.92], [x, 38.9]]
    return {"type": "Polygon", "coordinates": [[p[::-1] if turned else p for p in ring]]}


def collection(i: int) -> Shape:
    line = {"type": "LineString", "coordinates": [[-92.4, 38.9], [-92.3, 38.9]]}
    return {"type": "GeometryCollection", "geometries": [square(i), line]}


PLAIN = [square(i) for i in range(3)]
CASES: dict[str, tuple[list[Any], list[Shape], str, tuple[str, ...]]] = {
    "the same names": (["Elm", "Oak", "Ash"], PLAIN, "Elm,1\nOak,2\nAsh,4\n", ("<Ash: 4>",)),
    "no row for an area": (["Elm", "Oak", "Ash"], PLAIN, "Elm,1\nOak,2\n", ("<Ash: no data>",)),
    "names in capitals": (
        ["ELM ", "OAK", "ASH"],
        PLAIN,
        "Elm,1\nOak,2\nAsh,4\n",
        ('"Oak" is "OAK"',),
    ),
    "spaces that do not break": (
        ["Elm\u00a0St", "Oak", "Ash"],
        PLAIN,
        "Elm St,1\nOak,2\nAsh,4\n",
        ("<Elm St: 1>", "were joined"),
    ),
    "keys that are floats": ([1.0, 2.0, 3.0], PLAIN, "1,10\n2,20\n3,40\n", ("<1: 10>", "<3: 40>")),
    "keys with zeros": (["01", "02", "03"], PLAIN, "1,10\n2,20\n3,40\n", ("<01: 10>",)),
    "codes with a prefix": (
        ["29019000100", "29019000200", "29019000300"],
        PLAIN,
        "1400000US29019000100,10\n1400000US29019000200,20\n1400000US29019000300,40\n",
        ("<29019000100: 10>", "were joined"),
    ),
    "several rows of an area": (
        ["Elm", "Oak", "Ash"],
        PLAIN,
        "Elm,1\nElm,9\nOak,2\n",
        ("refused: t.csv has two rows for Elm: lines 2 and 3.",),
    ),
    "a collection": (
        ["Elm", "Oak", "Ash"],
        [collection(0), *PLAIN[1:]],
        "Elm,1\nOak,2\nAsh,4\n",
        ("<Elm: 1>", 'the lines beside "Elm" are not drawn'),
    ),
    "no outline": (
        ["Elm", "Oak", "Ash"],
        [None, *PLAIN[1:]],
        "Elm,1\nOak,2\nAsh,4\n",
        ("no outline for Elm (line 2)", "<Oak: 2>"),
    ),
    "an empty outline": (
        ["Elm", "Oak", "Ash"],
        [{"type": "Polygon", "coordinates": []}, *PLAIN[1:]],
        "Elm,1\nOak,2\nAsh,4\n",
        ("no outline for Elm (line 2)", "<Oak: 2>"),
    ),
    "latitude first": (
        ["Elm", "Oak", "Ash"],
        [square(i, turned=True) for i in range(3)],
        "Elm,1\nOak,2\nAsh,4\n",
        ("they were swapped", "<Elm: 1>", "no: nowhere near"),
    ),
    "codes of missing": (
        ["Elm", "Oak", "Ash"],
        PLAIN,
        "Elm,-666666666\nOak,2\nAsh,4\n",
        ("<Elm: no data>", "is read as no number"),
    ),
    "a number beyond all": (
        ["Elm", "Oak", "Ash"],
        [{"type": "Polygon", "coordinates": [[[10**400, 1], [1, 2], [2, 3], [1, 1]]]}, *PLAIN[1:]],
        "Elm,1\nOak,2\nAsh,4\n",
        ('refused: b.geojson: "Elm" cannot be drawn',),
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_outcome(tmp_path: Path, kind: str) -> None:
    names, shapes, rows, expected = CASES[kind]
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": shape}
        for name, shape in zip(names, shapes, strict=True)
    ]
    told = {"type": "FeatureCollection", "features": features}
    (tmp_path / "b.geojson").write_text(json.dumps(told), encoding="utf-8")
    (tmp_path / "t.csv").write_text(f"name,trees\n{rows}", encoding="utf-8")
    block = {"kind": "map", "boundaries": "b.geojson", "key": "name", "table": "t.csv"}
    described = [{"file": "t.csv", "measures": [{"column": "trees", "people": False}]}]
    found = outcome(written(tmp_path, [{**block, "column": "trees"}], described))
    assert not missed(found, expected), found
