"""Figures as SVG: the marks of their plan, with words as text that can be searched and copied."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from markupsafe import Markup, escape

from datawalk.icons.outlines import outlines
from datawalk.metrics.model import Ring
from datawalk.page.figure import Drawing
from datawalk.page.marks import Disc, Mark, Path, Rect, Text
from datawalk.render.html.letters import covered
from datawalk.render.html.palette import PageColors
from datawalk.typography.fonts import Face

FACES: dict[Face, str] = {
    "regular": "",
    "bold": "b ",
    "italic": "i ",
    "bolditalic": "b i ",
    "black": "k ",
}
"""The classes of the faces."""


def svg(drawing: Drawing, palette: PageColors) -> Markup:
    """What stands inside of an svg element that is as large as the drawing."""
    return Markup("".join(part for mark in drawing.plan.marks for part in _mark(mark, palette)))


@lru_cache(maxsize=256)
def outline(name: str) -> str:
    """An icon as the data of a path, on its square of 256 units."""
    return "".join(
        stroke + " ".join(f"{_n(x)} {_n(y)}" for x, y in points)
        for stroke, points in outlines()[name]
    )


def _mark(mark: Mark, palette: PageColors) -> Iterator[str]:
    match mark:
        case Text():
            yield _text(mark, palette)
        case Rect():
            yield from _rect(mark, palette)
        case Disc():
            place = f'cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(mark.r)}"'
            yield f"<circle {place}{_look(mark.fill, mark.stroke, mark.line, palette)}/>"
        case Path():
            yield from _path(mark, palette)


def _text(mark: Text, palette: PageColors) -> str:
    x, turned = mark.x, ""
    if mark.base == "R":
        x, turned = mark.x + mark.width, ' direction="rtl"'
    fit = (
        ""
        if covered(mark.text)
        else f' textLength="{_n(mark.width)}" lengthAdjust="spacingAndGlyphs"'
    )
    look = f'class="{FACES[mark.face]}{palette.fill(mark.color)}" font-size="{_n(mark.size)}"'
    return f'<text x="{_n(x)}" y="{_n(mark.y)}" {look}{fit}{turned}>{escape(mark.text)}</text>'


def _rect(mark: Rect, palette: PageColors) -> Iterator[str]:
    place = f'x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.w)}" height="{_n(mark.h)}"'
    place += f' rx="{_n(mark.radius)}"' if mark.radius else ""
    look = _look(mark.fill, mark.stroke, mark.line, palette)
    look += f' stroke-dasharray="{_n(mark.dash)} {_n(mark.dash * 0.7)}"' if mark.dash else ""
    look += f' fill-opacity="{_n(mark.opaque)}"' if mark.opaque < 1 else ""
    yield f"<rect {place}{look}/>"
    if mark.hatch:
        yield f'<rect {place} fill="url(#{palette.hatch(mark.hatch)})"/>'


def _path(mark: Path, palette: PageColors) -> Iterator[str]:
    data = f'd="{_lines(mark.lines, closed=mark.closed)}" fill-rule="evenodd"'
    look = _look(mark.fill, mark.stroke, mark.line, palette)
    look += f' stroke-dasharray="{" ".join(map(_n, mark.dash))}"' if mark.dash else ""
    yield f"<path {data}{look}/>"
    if mark.hatch:
        yield f'<path {data} fill="url(#{palette.hatch(mark.hatch)})"/>'


def _lines(lines: tuple[Ring, ...], *, closed: bool) -> str:
    return ("Z" if closed else "").join(f"M{_points(ring)}" for ring in lines) + "Z" * closed


def _points(ring: Ring) -> str:
    """Maps have tens of thousands of points: all of a ring are written at once."""
    flat = tuple(chain.from_iterable(ring))
    return ("%.1f " * len(flat) % flat).replace(".0 ", " ").rstrip()


def _look(fill: str, stroke: str, line: float, palette: PageColors) -> str:
    names = palette.fill(fill)
    if not stroke or not line:
        return f' class="{names}"'
    return f' class="{names} {palette.stroke(stroke)}" stroke-width="{_n(line)}"'


def _n(number: float) -> str:
    """A length in tenths of a pixel."""
    return f"{number:.1f}".removesuffix(".0")
