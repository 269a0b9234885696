"""Single marks as native shapes: fields, lines, discs, icons, and codes for phones."""

from __future__ import annotations

from itertools import groupby

from datawalk.icons.outlines import placed
from datawalk.page.marks import Disc, Icon, Rect, Rule, Symbol
from datawalk.render.pptx.palette import Palette, emu
from datawalk.render.pptx.xml import rect_geometry, shape, straight

Mark = Rect | Rule | Disc | Icon


def drawn(pen: Palette, ink: Mark, identity: str) -> str:
    """A field, a line, a disc or an icon."""
    match ink:
        case Rect(x, y, w, h, fill, stroke, line, _, dash):
            look = pen.fill(fill) + pen.line(stroke, line, "dash" if dash else "")
            return shape(identity, (x, y, w, h), look, geometry=rect_geometry(ink))
        case Disc(x, y, r, fill, stroke, line):
            look = pen.fill(fill) + pen.line(stroke, line)
            return shape(identity, (x - r, y - r, 2 * r, 2 * r), look, geometry="ellipse")
        case Rule(x1, y1, x2, y2, color, line):
            return straight(identity, (x1, y1, x2, y2), pen.line(color, line))
        case Icon(x, y, w, name, color):
            path = "".join(_stroke(*step) for step in placed(name, 0, 0, w))
            return _freeform(pen, (x, y, w), path, color, identity)


STROKES = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}


def _stroke(stroke: str, points: tuple[tuple[float, float], ...]) -> str:
    if not points:
        return "<a:close/>"
    held = "".join(f'<a:pt x="{emu(x)}" y="{emu(y)}"/>' for x, y in points)
    return f"<a:{STROKES[stroke]}>{held}</a:{STROKES[stroke]}>"


def symbol(pen: Palette, ink: Symbol, identity: str) -> str:
    """A code as one freeform, so that it can be moved and made larger without harm."""
    side, count = emu(ink.w), len(ink.rows)
    path = "".join(
        _dark(side, count, j, start, end)
        for j, row in enumerate(ink.rows)
        for start, end in _stretches(row)
    )
    return _freeform(pen, (ink.x, ink.y, ink.w), path, ink.color, identity)


def _freeform(
    pen: Palette, square: tuple[float, float, float], path: str, color: str, identity: str
) -> str:
    """A filled outline in a square: its left, its top and its side."""
    x, y, w = square
    side = emu(w)
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{side}" h="{side}">{path}</a:path></a:pathLst></a:custGeom>'
    )
    look = pen.fill(color) + pen.line("", 0)
    blank = shape(identity, (x, y, w, w), "")
    start, end = blank.index("<a:prstGeom"), blank.index("</p:spPr>")
    return f"{blank[:start]}{geometry}{look}{blank[end:]}"


def _stretches(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Where dark modules stand side by side: the first, and the one after the last."""
    found, at = [], 0
    for dark, group in groupby(row):
        count = len(list(group))
        if dark:
            found.append((at, at + count))
        at += count
    return found


def _dark(side: int, count: int, row: int, start: int, end: int) -> str:
    left, right = round(side * start / count), round(side * end / count)
    top, low = round(side * row / count), round(side * (row + 1) / count)
    first, *rest = ((left, top), (right, top), (right, low), (left, low))
    lines = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in rest)
    return f'<a:moveTo><a:pt x="{first[0]}" y="{first[1]}"/></a:moveTo>{lines}<a:close/>'
