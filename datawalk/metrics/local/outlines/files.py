"""Files of outlines: what they are is told by what is in them, never by their names."""

from __future__ import annotations

from pathlib import Path

from datawalk.metrics.local.outlines import archive, geojson, geopackage, shapefile
from datawalk.metrics.local.outlines.features import MOST_BYTES, Layer, Unreadable
from datawalk.metrics.local.outlines.shapefile import PARTS, Files
from datawalk.problems import Problems, refuse

_BLANK = b" \t\r\n"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""Byte order marks."""
_ADVICE = "Export your areas as GeoJSON, or give a zipped Shapefile or GeoPackage."


def layers(path: Path) -> tuple[Layer, ...]:
    """The layers of a file of outlines. Raises Problems."""
    try:
        found = _layers(path, _contents(path))
    except Unreadable as error:
        raise unreadable(path, error) from None
    except OSError as error:
        raise unreadable(path, error.strerror or "the computer refuses to open it") from None
    if not found:
        raise refuse(f"{path.name} holds no layer of areas or points.", _ADVICE)
    return found


def unreadable(path: Path, why: object) -> Problems:
    """The problem with a file that cannot be read."""
    return refuse(f"{path.name} cannot be read: {why}.", _ADVICE)


def _contents(path: Path) -> bytes:
    if path.is_file() and path.stat().st_size > MOST_BYTES:
        raise Unreadable(f"it is larger than {MOST_BYTES / 1e6:,.0f} MB")
    return path.read_bytes()


def _layers(path: Path, data: bytes) -> tuple[Layer, ...]:
    if data.startswith(archive.MAGIC):
        return _zipped(data)
    if data.startswith(shapefile.MAGIC):
        return (shapefile.layer(_beside(path, data)),)
    if data.startswith(geopackage.MAGIC) and _is_open(path):
        raise Unreadable(
            "another program has it open and has not written all of it; close it there"
        )
    return _alone(path.stem, data)


def _is_open(path: Path) -> bool:
    """Whether changes to a GeoPackage still stand in the log beside it."""
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def _alone(name: str, data: bytes) -> tuple[Layer, ...]:
    """The layers of a file that stands for itself."""
    if data.startswith(geopackage.MAGIC):
        return geopackage.layers(data)
    start = data.removeprefix(_MARKS[0]).lstrip(_BLANK)[:1]
    if start in (b"{", b"[") or data.startswith(_MARKS[1:]):
        return (geojson.layer(data, name),)
    if start == b"<":
        raise Unreadable("it is XML, perhaps KML")
    if not data:
        raise Unreadable("it is empty")
    raise Unreadable("it is neither GeoJSON nor a Shapefile nor a GeoPackage")


def _zipped(data: bytes) -> tuple[Layer, ...]:
    shapes, others = archive.opened(data)
    if not shapes and not others:
        raise Unreadable("no Shapefile, GeoJSON or GeoPackage is in it")
    found = [shapefile.layer(files) for files in shapes]
    for name, contents in others.items():
        found += _alone(Path(name).stem, contents)
    return tuple(found)


def _beside(path: Path, data: bytes) -> Files:
    """A Shapefile with its other parts, which must lie in the same folder."""
    siblings = {
        one.suffix.lower()[1:]: one
        for one in path.parent.iterdir()
        if one.stem == path.stem and one.resolve().parent == path.parent.resolve() and one.is_file()
    }
    rest = (_contents(siblings[part]) if part in siblings else b"" for part in PARTS[1:])
    return Files(path.stem, data, *rest)
