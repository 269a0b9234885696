"""GeoPackages: SQLite databases, read in memory so that nothing in them can open anything."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing

from datawalk.metrics.local.outlines import wkb
from datawalk.metrics.local.outlines.features import (
    MOST_BYTES,
    MOST_FEATURES,
    Feature,
    Geometry,
    Holds,
    Layer,
    Unreadable,
    written,
)

MAGIC = b"SQLite format 3\0"
MOST_SECONDS = 20
"""A view may compute; it may not compute for ever."""
_ENVELOPES = (0, 32, 48, 48, 64)
_LAYERS = """
    SELECT c.table_name, g.column_name, g.geometry_type_name, g.srs_id
    FROM gpkg_contents AS c JOIN gpkg_geometry_columns AS g ON g.table_name = c.table_name
    WHERE c.data_type = 'features' ORDER BY c.rowid
"""
_SYSTEM = """
    SELECT organization, organization_coordsys_id, definition
    FROM gpkg_spatial_ref_sys WHERE srs_id = ?
"""
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION}


def layers(data: bytes) -> tuple[Layer, ...]:
    """The layers of a GeoPackage. Raises Unreadable."""
    try:
        with closing(_opened(data)) as base:
            found = base.execute(_LAYERS).fetchall()
            return tuple(_layer(base, *(str(part) for part in row)) for row in found)
    except (sqlite3.Error, UnicodeError, OverflowError, MemoryError):
        raise Unreadable("it is damaged, or it is a database but no GeoPackage") from None


def _opened(data: bytes) -> sqlite3.Connection:
    # A copy in memory has no log beside it: bytes 18 and 19 say whether there is one.
    base = sqlite3.connect(":memory:")
    base.deserialize(data[:18] + b"\1\1" + data[20:])
    base.execute("PRAGMA trusted_schema = OFF")
    base.text_factory = lambda text: text.decode("utf-8", "replace")
    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
    base.set_authorizer(_allowed)
    end = time.monotonic() + MOST_SECONDS
    base.set_progress_handler(lambda: time.monotonic() > end, 100_000)
    return base


def _allowed(action: int, *_about: str | None) -> int:
    """Reading, and nothing else: no other file, no setting, no writing."""
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _layer(base: sqlite3.Connection, table: str, column: str, kind: str, srs: str) -> Layer:
    rows = base.execute(f'SELECT * FROM "{table.replace(chr(34), chr(34) * 2)}"')
    names = [str(told[0]) for told in rows.description]
    features = []
    for row in _bounded(rows):
        held = dict(zip(names, row, strict=True))
        geometry = held.pop(column, None)
        features.append(Feature({written(name): written(v) for name, v in held.items()}, geometry))
    return Layer(written(table), tuple(features), _system(base, srs), _holds(kind), _geometry)


def _bounded(rows: sqlite3.Cursor) -> Iterator[tuple[object, ...]]:
    size = 0
    for i, row in enumerate(rows):
        size += sum(len(cell) for cell in row if isinstance(cell, bytes | str))
        if i >= MOST_FEATURES or size > MOST_BYTES:
            raise Unreadable("a layer of it is larger than datawalk reads")
        yield row


def _system(base: sqlite3.Connection, srs: str) -> str:
    found = base.execute(_SYSTEM, (srs,)).fetchone()
    if not found:
        return ""
    organization, code, definition = (str(part) for part in found)
    if organization.upper() == "EPSG":
        return f"EPSG:{code}"
    return definition if definition != "undefined" else ""


def _holds(kind: str) -> Holds:
    for word, holds in (("POLYGON", "areas"), ("POINT", "points"), ("LINE", "lines")):
        if word in kind.upper():
            return holds  # type: ignore[return-value]
    return "anything"


def _geometry(held: object) -> Geometry | None:
    """The geometry behind the header of the format: magic, flags, system and extent."""
    if held is None:
        return None
    if not isinstance(held, bytes) or held[:2] != b"GP" or len(held) < 8:
        raise Unreadable("its outline is damaged")
    flags = held[3]
    envelope = flags >> 1 & 7
    if flags & 16:
        return None
    if envelope >= len(_ENVELOPES):
        raise Unreadable("its outline is damaged")
    return wkb.geometry(held[8 + _ENVELOPES[envelope] :])
