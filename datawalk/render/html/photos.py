"""Pictures for browsers: no larger than a window, without anything that cameras add."""

from __future__ import annotations

import base64
import io
from functools import lru_cache

from PIL import Image

LARGEST = 1280
"""Pixels along the longer side."""
QUALITY = 80


@lru_cache(maxsize=32)
def webp_address(data: bytes) -> str:
    """PNG or JPEG bytes as the address of a WebP."""
    with Image.open(io.BytesIO(data)) as opened:
        clear = opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info
        image = opened.convert("RGBA" if clear else "RGB")
    image.thumbnail((LARGEST, LARGEST))
    out = io.BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=4)
    return f"data:image/webp;base64,{base64.b64encode(out.getvalue()).decode()}"
