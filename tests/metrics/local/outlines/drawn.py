"""Small files of outlines to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from datawalk.metrics.local.outlines.areas import Outlines, read_areas
from datawalk.metrics.local.outlines.choosing import LayerChoice
from datawalk.metrics.local.outlines.telling import State
from datawalk.problems import Problems

MISSOURI = State("29", "Missouri")


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def ring(x: float, y: float, side: float = 0.1) -> list[list[float]]:
    return [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]


def polygon(x: float = -92.4, y: float = 38.9, side: float = 0.1) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [ring(x, y, side)]}


def collection(*features: Any, **more: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more})


def row_of(*names: str) -> list[dict[str, Any]]:
    return [feature(polygon(-92.4 + i / 10), name=name) for i, name in enumerate(names)]


def written(folder: Path, *features: Any, **more: Any) -> Path:
    path = folder / "b.geojson"
    path.write_text(collection(*features, **more), encoding="utf-8")
    return path


def read(path: Path, key: str = "name", layer: str | None = None, *names: str) -> Outlines:
    return read_areas(path, LayerChoice(key, layer, frozenset(names)), MISSOURI)


def refused(path: Path, key: str = "name", layer: str | None = None, *names: str) -> str:
    with pytest.raises(Problems) as found:
        read(path, key, layer, *names)
    (problem,) = found.value.problems
    return f"{problem.what} {problem.try_this}"


def told(found: Outlines) -> list[str]:
    return [warning.what for warning in found.warnings]


def keys(found: Outlines) -> list[str]:
    return sorted(shape.key for shape in found.shapes)
