"""GeoJSON: features with properties, in degrees unless the file names another system."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from datawalk.metrics.local.outlines.features import (
    DEGREES,
    MOST_FEATURES,
    Feature,
    Geometry,
    Layer,
    Unreadable,
    written,
)

_EPSG = re.compile(r"EPSG:+(?:[\d.]*:)?(\d{4,6})$", re.IGNORECASE)
_GEOMETRIES = ("Polygon", "MultiPolygon", "Point", "MultiPoint", "GeometryCollection")
NOT_FEATURES = "it is not GeoJSON with features"


def layer(data: bytes, name: str) -> Layer:
    """The features of a GeoJSON file, in any Unicode. Raises Unreadable."""
    whole = _parsed(data)
    features = [_feature(one) for one in _listed(whole)]
    if len(features) > MOST_FEATURES:
        raise Unreadable(f"it has more than {MOST_FEATURES:,} features")
    return Layer(name, tuple(features), _system(whole), "anything", _geometry)


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data)
    except RecursionError:
        raise Unreadable("its lists stand inside one another too often") from None
    except UnicodeDecodeError:
        return _in_windows(data)
    except ValueError:
        raise Unreadable(NOT_FEATURES) from None


def _in_windows(data: bytes) -> object:
    """Old programs of Windows write names in its own code page; numbers are the same in both."""
    try:
        return json.loads(data.decode("cp1252"))
    except (ValueError, RecursionError):
        raise Unreadable(NOT_FEATURES) from None


def _listed(whole: object) -> list[object]:
    """The features, from a collection, a list, one feature or a geometry alone."""
    match whole:
        case {"type": "Topology"}:
            raise Unreadable("it is TopoJSON")
        case {"features": [{"attributes": _, **_more}, *_rest]} if "properties" not in _more:
            raise Unreadable("it is Esri JSON")
        case {"features": list(features)}:
            return features
        case {"type": "Feature"}:
            return [whole]
        case {"type": kind} if kind in _GEOMETRIES:
            return [{"geometry": whole}]
        case [{"type": "Feature"}, *_]:
            return list(whole)
    raise Unreadable(NOT_FEATURES)


def _feature(held: object) -> Feature:
    if not isinstance(held, Mapping) or "geometry" not in held:
        raise Unreadable(NOT_FEATURES)
    said = held.get("properties")
    properties = (
        {written(k): written(v) for k, v in said.items()} if isinstance(said, Mapping) else {}
    )
    if held.get("id") is not None:
        properties.setdefault("id", written(held["id"]))
    return Feature(properties, held["geometry"])


def _system(whole: object) -> str:
    """Degrees, or what the `crs` of older files names."""
    match whole:
        case {"crs": {"properties": {"name": str(name)}}}:
            found = _EPSG.search(name.strip())
            return f"EPSG:{found[1]}" if found else DEGREES
    return DEGREES


def _geometry(held: object) -> Geometry | None:
    if held is None or isinstance(held, Mapping):
        return held
    raise Unreadable("its outline is not written as GeoJSON has it")
