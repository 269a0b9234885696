"""Zip files with Shapefiles, GeoJSON or GeoPackages in them; nothing is unpacked to the disk."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections import Counter
from pathlib import PurePosixPath

from datawalk.metrics.local.outlines.features import MOST_BYTES, Unreadable
from datawalk.metrics.local.outlines.shapefile import PARTS, Files

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
MOST_MEMBERS = 2_000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What reading a damaged, locked or oddly packed zip file raises."""


def opened(data: bytes) -> tuple[list[Files], dict[str, bytes]]:
    """The Shapefiles of a zip file, and its other files of outlines by name. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _members(archive)
    except Unreadable:
        raise
    except _BROKEN as error:
        locked = "password" in str(error).lower()
        raise Unreadable(
            "it asks for a password" if locked else "the zip file is damaged"
        ) from None


def _members(archive: zipfile.ZipFile) -> tuple[list[Files], dict[str, bytes]]:
    held = [info for info in archive.infolist() if _is_wanted(info)]
    if len(held) > MOST_MEMBERS or sum(info.file_size for info in held) > MOST_BYTES:
        raise Unreadable(
            f"it unpacks to more than {MOST_BYTES / 1e6:,.0f} MB or {MOST_MEMBERS:,} files"
        )
    # Names of members are never paths on this computer; no member is unpacked as another file.
    contents = {PurePosixPath(info.filename): archive.read(info) for info in held}
    parts = {
        (str(path.with_suffix("")), path.suffix.lower()): data for path, data in contents.items()
    }
    stems = Counter(path.stem for path in contents if path.suffix.lower() == ".shp")
    shapes = [
        Files(
            path.stem if stems[path.stem] == 1 else str(path.with_suffix("")),
            *(parts.get((str(path.with_suffix("")), f".{part}"), b"") for part in PARTS),
        )
        for path in contents
        if path.suffix.lower() == ".shp"
    ]
    others = {
        str(path): data
        for path, data in contents.items()
        if path.suffix.lower() in (".geojson", ".json", ".gpkg")
    }
    return shapes, others


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    """Parts of Shapefiles and other outlines, without the shadows that macOS adds."""
    path = PurePosixPath(info.filename)
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    kinds = (".geojson", ".json", ".gpkg", *(f".{part}" for part in PARTS))
    return not info.is_dir() and not hidden and path.suffix.lower() in kinds
