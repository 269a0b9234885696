"""Pictures of the posters of walks: the page that will print, as an image."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from threading import Lock

import pypdfium2

from datawalk import kit
from datawalk.config.load import load
from datawalk.config.outputs import PosterOutput
from datawalk.prepare.sketch import Sketch, Wish
from datawalk.problems import refuse

MOST_SKETCHES = 4
MOST_PICTURES = 200
WIDTHS = (240, 900, 1600)
"""Pixels that a picture may be wide."""
QUALITY = 82

_PDFIUM = Lock()
"""PDFium does one thing at a time."""


class Drawings:
    """Pictures of posters, remembered until the walk changes."""

    def __init__(self) -> None:
        self._sketches: OrderedDict[Path, tuple[str, Sketch]] = OrderedDict()
        self._pictures: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()
        self._lock = Lock()

    def poster(self, walk: Path, number: int, width: int) -> bytes:
        """The poster of a station as WebP. Raises Problems."""
        asked = (stamp(walk), number, width)
        with self._lock:
            if asked not in self._pictures:
                self._pictures[asked] = picture(self._pdf(walk, number), width)
                while len(self._pictures) > MOST_PICTURES:
                    self._pictures.popitem(last=False)
            return self._pictures[asked]

    def pdf(self, walk: Path, number: int) -> bytes:
        """The poster of a station as it will print. Raises Problems."""
        with self._lock:
            return self._pdf(walk, number)

    def _pdf(self, walk: Path, number: int) -> bytes:
        made = self._sketch(walk).kit
        poster = next((o for o in made.outputs if _printed(o)), None)
        if poster is None:
            raise refuse("This walk has no posters that fit.")
        return kit.shown(made, poster, number)

    def _sketch(self, walk: Path) -> Sketch:
        now = stamp(walk)
        known = self._sketches.get(walk)
        if known and known[0] == now:
            return known[1]
        made = kit.sketch(load(walk), Wish(only="poster"), known[1] if known else None)
        self._sketches[walk] = (now, made)
        self._sketches.move_to_end(walk)
        while len(self._sketches) > MOST_SKETCHES:
            self._sketches.popitem(last=False)
        return made


def _printed(output: object) -> bool:
    return isinstance(output, PosterOutput) and output.format == "pdf"


def stamp(walk: Path) -> str:
    """What tells one state of a walk's file from another."""
    return sha256(str(walk).encode() + b"\0" + walk.read_bytes()).hexdigest()[:16]


def picture(pdf: bytes, width: int) -> bytes:
    """The first page of a PDF as WebP."""
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[0]
            drawn = page.render(scale=width / page.get_width()).to_pil()
        finally:
            document.close()
    out = BytesIO()
    drawn.save(out, "WEBP", quality=QUALITY)
    return out.getvalue()
