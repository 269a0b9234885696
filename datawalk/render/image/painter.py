"""Painting a page as a picture, with its title, alternative text and sources inside the file.

Words become outlines, in SVG too: a browser or a word processor that lacks the face would set
other letters, wider ones, over the marks beside them. What the outlines say is told by the title
and the description of the file, which readers of screens read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from xml.sax.saxutils import escape

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from datawalk import __version__
from datawalk.page.document import Page
from datawalk.page.marks import INCH
from datawalk.render.image.ink import Brush
from datawalk.typography.scripts.typefaces import Faces

MAKER = f"datawalk {__version__}"
_SQUARES = ' style="image-rendering:crisp-edges;image-rendering:pixelated"'
"""So Matplotlib asks browsers to show the single squares of photos."""
_OUTLINE = re.compile(r' d="[^"]*"')
_FINE = re.compile(r"(\.\d\d)\d+")
"""Hundredths of a point are finer than any screen; more digits make files a third larger."""


def _rounded(outline: re.Match[str]) -> str:
    return _FINE.sub(r"\1", outline[0]).replace(" \n", "\n")


@contextmanager
def _plain() -> Iterator[None]:
    """Meanwhile Matplotlib follows no settings of this computer, and names nothing by chance."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams["svg.hashsalt"] = "datawalk"
        mpl.rcParams["path.simplify"] = False
        yield


def png_bytes(page: Page, faces: Faces, *, dpi: float, paper: str) -> bytes:
    """The page as PNG with that many pixels for each inch; without `paper` nothing lies behind.

    The same page gives the same bytes.
    """
    wide, tall = (round(side / INCH * dpi) for side in (page.width, page.height))
    with _plain():
        # A hundredth of a pixel more, because Matplotlib cuts off what is no whole one.
        figure = Figure(((wide + 0.01) / dpi, (tall + 0.01) / dpi), dpi=dpi)
        # Its methods have no types.
        canvas: Any = FigureCanvasAgg(figure)
        _paint(figure, page, faces, paper, sharp=False)
        canvas.draw()
        image = Image.fromarray(np.asarray(canvas.buffer_rgba()))
    told = PngInfo()
    for key, text in _told(page).items():
        told.add_itxt(key, text)
    out = io.BytesIO()
    image = image.convert("RGB") if paper else image
    image.save(out, "PNG", pnginfo=told, dpi=(dpi, dpi))
    return out.getvalue()


def svg_bytes(page: Page, faces: Faces, *, paper: str) -> bytes:
    """The page as SVG, which has a size but no pixels. The same page gives the same bytes."""
    out = io.StringIO()
    told = _told(page)
    with _plain():
        figure = Figure((page.width / INCH, page.height / INCH))
        _paint(figure, page, faces, paper, sharp=True)
        about = {name: told[name] for name in ("Title", "Source") if told.get(name)}
        canvas: Any = FigureCanvasSVG(figure)
        canvas.print_svg(out, metadata={**about, "Creator": MAKER, "Date": None})
    svg = out.getvalue().replace(_SQUARES, "")
    return _described(_OUTLINE.sub(_rounded, svg), told).encode()


def _paint(figure: Figure, page: Page, faces: Faces, paper: str, *, sharp: bool) -> None:
    figure.patch.set_facecolor(paper or "none")
    brush = Brush(figure, page.height, faces, sharp=sharp)
    for box in page.boxes:
        for leaf in box.leaves:
            brush.draw(leaf)


def _told(page: Page) -> Mapping[str, str]:
    """What the file says of itself, by the keywords of PNG (W3C, PNG, 11.3.3.1)."""
    caption = page.caption
    assert caption
    told = {
        "Title": page.title,
        "Description": caption.alt,
        "Source": "\n".join(caption.sources),
        "Author": caption.by,
        "Software": MAKER,
    }
    return {key: text for key, text in told.items() if text}


def _described(svg: str, told: Mapping[str, str]) -> str:
    """The SVG as a picture that says its title and what it shows."""
    title = f"<title>{escape(told['Title'])}</title>"
    assert title in svg
    said = f'<title id="title">{escape(told["Title"])}</title>\n'
    said += f' <desc id="desc">{escape(told.get("Description", ""))}</desc>'
    named = '<svg role="img" aria-labelledby="title desc" '
    return svg.replace(title, said, 1).replace("<svg ", named, 1)
