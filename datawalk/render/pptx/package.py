"""Office files are ZIP packages with dates inside; here they get fixed ones."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from datawalk.brand.package import BROKEN

FIXED = datetime(2000, 1, 1)
"""Every date inside a file, so that equal content gives equal bytes."""
PROPERTIES = "docProps/core.xml"
REGISTER = "docProps/custom.xml"
PREFIX = "datawalk "
UNSEALED = PREFIX + "0" * 64
"""Stands in the properties until the seal is known: the SHA-256 of all other parts."""
MOST_UNPACKED = 400_000_000
"""Bytes; what unpacks to more is no file of ours."""


def steady(blob: bytes) -> bytes:
    """The same package with fixed dates and order, so that equal content gives equal bytes."""
    return _packed(_steady(blob))


def _steady(blob: bytes) -> dict[str, bytes]:
    return {name: _undated(name, data) for name, data in _parts(blob).items()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    names = sorted(parts, key=lambda name: (name != "[Content_Types].xml", name))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in names:
            info = zipfile.ZipInfo(name, FIXED.replace(year=1980).timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            target.writestr(info, parts[name])
    return out.getvalue()


def sealed(blob: bytes) -> bytes:
    """A steady package whose properties hold a seal over all its other parts."""
    parts = _steady(blob)
    seal = f"{PREFIX}{_seal(parts)}".encode()
    properties = parts[PROPERTIES].replace(UNSEALED.encode(), seal)
    return _packed({**parts, PROPERTIES: properties})


def unmarked(blob: bytes) -> bool:
    """Whether a deck was saved by LibreOffice, which gives placeholders new names, and does not
    keep the old ones (update/register.py), as those made earlier. The package must be readable.
    """
    parts = _parts(blob)
    kept = f'name="{PREFIX}'.encode() in parts.get(REGISTER, b"")
    return b"<Application>LibreOffice" in parts.get("docProps/app.xml", b"") and not kept


def untouched(blob: bytes) -> bool:
    """Whether a package is still as it was sealed; False for what is no package of ours."""
    try:
        parts = _parts(blob)
    except (*BROKEN, RuntimeError):
        # zipfile raises a RuntimeError for parts under a password.
        return False
    return f"{PREFIX}{_seal(parts)}".encode() in parts.get(PROPERTIES, b"")


def _seal(parts: Mapping[str, bytes]) -> str:
    told = sha256()
    for name in sorted(parts.keys() - {PROPERTIES}):
        told.update(f"{name} {len(parts[name])} ".encode())
        told.update(parts[name])
    return told.hexdigest()


def _parts(blob: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        if sum(part.file_size for part in package.infolist()) > MOST_UNPACKED:
            raise zipfile.BadZipFile
        return {name: package.read(name) for name in package.namelist()}


def _undated(name: str, data: bytes) -> bytes:
    if name.endswith(".xlsx"):
        return steady(data)
    if name == PROPERTIES:
        stamp = FIXED.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        return re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
    return data
