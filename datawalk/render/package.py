"""Office files are ZIP packages with dates inside; here they get fixed ones."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

FIXED = datetime(2000, 1, 1)
"""Every date inside a file, so that equal content gives equal bytes."""


def steady(blob: bytes) -> bytes:
    """The same package with fixed dates and order, so that equal content gives equal bytes."""
    source = zipfile.ZipFile(io.BytesIO(blob))
    out = io.BytesIO()
    names = sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in names:
            info = zipfile.ZipInfo(name, FIXED.replace(year=1980).timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            target.writestr(info, _undated(name, source.read(name)))
    return out.getvalue()


def _undated(name: str, data: bytes) -> bytes:
    if name.endswith(".xlsx"):
        return steady(data)
    if name == "docProps/core.xml":
        stamp = FIXED.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        return re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
    return data
