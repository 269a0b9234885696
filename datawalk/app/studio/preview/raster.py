"""From a PDF to a picture of one of its pages. The only module that knows pypdfium2."""

from __future__ import annotations

import io
from threading import Lock

import pypdfium2
from PIL import Image

QUALITY = 80
CLEAR = 88
"""Of JPEG: larger files, made in a fifth of the time, for those who type and wait."""
WIDEST = 4000
"""Pixels; no screen shows more of a page."""

_ONE_AT_A_TIME = Lock()
"""PDFium may not be called by two threads at once, not even for two documents."""


def webp(pdf: bytes, page: int, width: int) -> tuple[bytes, int]:
    """A page, counted from 0, as WebP of that width, and its height, in pixels."""
    image, file = _image(pdf, page, width), io.BytesIO()
    image.save(file, "WEBP", quality=QUALITY, method=0)
    return file.getvalue(), image.height


def jpeg(pdf: bytes, page: int, width: int) -> tuple[bytes, int]:
    """The same as JPEG, with colors as sharp as its lines."""
    image, file = _image(pdf, page, width), io.BytesIO()
    image.save(file, "JPEG", quality=CLEAR, subsampling=0)
    return file.getvalue(), image.height


def _image(pdf: bytes, page: int, width: int) -> Image.Image:
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            held = document[page]
            scale = min(max(width, 1), WIDEST) / held.get_width()
            bitmap = held.render(scale=scale, rev_byteorder=True)
            image: Image.Image = bitmap.to_pil().convert("RGB")
            bitmap.close()
        finally:
            document.close()
    return image
