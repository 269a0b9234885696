"""Maps as groups of native freeforms, each area named, with a legend of shapes."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Map
from datawalk.figures.map.dots import PlacedSpot, dot, ground
from datawalk.figures.map.drawing import STATE, TWICE
from datawalk.figures.map.inset import WORDS_AT, PlacedLocator, ScaleBar
from datawalk.figures.map.labels import Point
from datawalk.figures.map.placing import Label, PlacedArea, PlacedMap
from datawalk.figures.native.shapes import Areas
from datawalk.page.document import Box
from datawalk.page.ink import Align
from datawalk.page.roles import TextStyle
from datawalk.render.pptx.figures.map_words import (
    callouts,
    legend,
    legend_place,
    legend_told,
    line,
    near,
    near_place,
    near_told,
)
from datawalk.render.pptx.figures.native import planned
from datawalk.render.pptx.palette import emu
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.xml import Ink, Place, body, named, paragraph, shape, straight
from datawalk.theme import ink_on, shades
from datawalk.typography.fonts import LEADING

HATCH = "wdUpDiag"
"""The pattern of areas without a value."""
PLATE = 0.33
"""How far a light plate reaches beyond the words on it, in ems."""
THIN, EDGE, STRONG = 0.04, 0.08, 0.12
"""Thickness of borders, of pointers and edges, and of rings, in ems."""
SLACK = 1.05
"""Room for faces that are a little wider than the one measured."""


def add_map(sheet: SlideCanvas, box: Box) -> None:
    """Areas, names and legend in one group; the legend is a group of its own inside."""
    map_, type_ = box.exhibit, box.type
    assert isinstance(map_, Map)
    assert type_
    native = planned(box, Areas)
    placed = native.placed
    colors = shades(sheet.color, len(map_.shades))
    ordered = sorted(placed.areas, key=lambda area: area.area.highlight)
    with sheet.grouped("Map", map_.alt, sheet.place(box)):
        _edge(sheet, placed, box)
        first = sheet.next_id()
        for i, area in enumerate(ordered):
            if area.area.highlight and not placed.ring:
                _rim(sheet, first + len(ordered), area, box, placed.size)
            strong = area.area.highlight and not placed.ring
            sheet.add(_freeform(sheet, first + i, area, box, colors, placed.size, strong=strong))
        _ring(sheet, placed, box)
        for label, shade in placed.values:
            _value(sheet, label, colors[shade], box)
        callouts(sheet, placed, box)
        _names(sheet, placed, box, colors)
        with sheet.grouped("Legend", legend_told(placed), legend_place(placed, box)):
            legend(sheet, placed, box, colors, _pattern(sheet))
        if placed.near:
            with sheet.grouped("Nearby", near_told(placed.near), near_place(placed.near, box)):
                near(sheet, placed.near, box, placed.size)
        if placed.scale:
            _scale(sheet, placed.scale, native.scale, placed.size, box)
        if placed.locator:
            _locator(sheet, placed.locator, native.locator, placed.size, box)


def _edge(sheet: SlideCanvas, placed: PlacedMap, box: Box) -> None:
    """The outline of all areas together, of which they cover the inner half."""
    pen = sheet.palette.line(sheet.color, STATE[1] * placed.size)
    identity = named(sheet.next_id(), "Edge", decorative=True)
    sheet.add(_outlined(identity, placed.edge, "<a:noFill/>" + pen, box))


def _rim(sheet: SlideCanvas, number: int, placed: PlacedArea, box: Box, size: float) -> None:
    """A light ring around the dark one of our area."""
    pen = sheet.palette.line(sheet.palette.theme.paper, TWICE[0] * size)
    identity = named(number, "Rim", decorative=True)
    sheet.add(_outlined(identity, placed.rings, "<a:noFill/>" + pen, box))


def _value(sheet: SlideCanvas, label: Label, fill: str, box: Box) -> None:
    """A figure on its area, on a plate where no ink can be read on the class."""
    hue = ink_on(fill, sheet.palette.theme)
    if hue:
        line(sheet, label, hue, box)
    else:
        _plate(sheet, label, box)


def _ring(sheet: SlideCanvas, placed: PlacedMap, box: Box) -> None:
    """A circle around our area where it is too small to be seen."""
    if placed.ring is None:
        return
    x, y, r = placed.ring
    where = (box.x + x - r, box.y + y - r, 2 * r, 2 * r)
    look = "<a:noFill/>" + sheet.palette.line(sheet.palette.theme.ink, STRONG * placed.size)
    identity = named(sheet.next_id(), "Ring", decorative=True)
    sheet.add(shape(identity, where, look, geometry="ellipse"))


def _extent(rings: Sequence[Sequence[tuple[float, float]]], box: Box) -> Place:
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    return box.x + min(xs), box.y + min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _freeform(
    sheet: SlideCanvas,
    number: int,
    placed: PlacedArea,
    box: Box,
    colors: Sequence[str],
    size: float,
    *,
    strong: bool,
) -> str:
    """One area, named, with its figure as description; a `strong` one has a thick edge."""
    area, pen, theme = placed.area, sheet.palette, sheet.palette.theme
    hue, thick = (theme.ink, TWICE[1]) if strong else (theme.paper, THIN)
    outline = pen.line(hue, thick * size)
    fill = _pattern(sheet) if area.shade is None else pen.fill(colors[area.shade])
    if area.ground:
        identity = named(number, area.label, decorative=True)
        return _outlined(identity, placed.rings, pen.fill(ground(theme)) + outline, box)
    identity = named(number, area.label, f"{area.label}: {area.printed}")
    return _outlined(identity, placed.rings, fill + outline, box)


def _outlined(identity: str, rings: Sequence[Sequence[Point]], look: str, box: Box) -> str:
    """Rings as one custom geometry; holes and islands are further subpaths."""
    x, y, w, h = _extent(rings, box)
    path = "".join(_subpath(ring, x - box.x, y - box.y) for ring in rings)
    geometry = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{emu(w)}" h="{emu(h)}">{path}</a:path></a:pathLst></a:custGeom>'
    )
    blank = shape(identity, (x, y, w, h), "")
    start, end = blank.index("<a:prstGeom"), blank.index("</p:spPr>")
    return f"{blank[:start]}{geometry}{look}{blank[end:]}"


def _subpath(ring: Sequence[tuple[float, float]], x: float, y: float) -> str:
    pairs = [f'<a:pt x="{emu(px - x)}" y="{emu(py - y)}"/>' for px, py in ring]
    lines = "".join(f"<a:lnTo>{pair}</a:lnTo>" for pair in pairs[1:])
    return f"<a:moveTo>{pairs[0]}</a:moveTo>{lines}<a:close/>"


def _pattern(sheet: SlideCanvas) -> str:
    pen, theme = sheet.palette, sheet.palette.theme
    return (
        f'<a:pattFill prst="{HATCH}"><a:fgClr>{pen.color(theme.field)}</a:fgClr>'
        f"<a:bgClr>{pen.color(theme.paper)}</a:bgClr></a:pattFill>"
    )


def _names(sheet: SlideCanvas, placed: PlacedMap, box: Box, colors: Sequence[str]) -> None:
    """Spots, names of areas, and our place with its figure and a line down to it."""
    theme, pen = sheet.palette.theme, sheet.palette
    for mark in sorted(placed.spots, key=lambda one: one.spot.highlight):
        _spot(sheet, mark, box, placed.size * dot(len(placed.spots)), colors)
    for mark in placed.spots:
        if mark.leader:
            (x1, y1), (x2, y2) = mark.leader
            identity = named(sheet.next_id(), "Pointer", decorative=True)
            ends = (box.x + x1, box.y + y1, box.x + x2, box.y + y2)
            sheet.add(straight(identity, ends, pen.line(theme.ink, EDGE * placed.size)))
    for mark in placed.spots:
        if mark.label:
            _plate(sheet, mark.label, box)
    for label in placed.names:
        _plate(sheet, label, box)
    if placed.leader:
        (x1, y1), (x2, y2) = placed.leader
        identity = named(sheet.next_id(), "Pointer", decorative=True)
        ends = (box.x + x1, box.y + y1, box.x + x2, box.y + y2)
        sheet.add(straight(identity, ends, pen.line(theme.ink, STRONG * placed.size)))
    if placed.ours:
        _plate(sheet, placed.ours, box)


def _spot(
    sheet: SlideCanvas, mark: PlacedSpot, box: Box, size: float, colors: Sequence[str]
) -> None:
    """A point `size` wide: one of a figure is shaded and says it, ours has a thick edge."""
    spot, pen, theme = mark.spot, sheet.palette, sheet.palette.theme
    across = size * (1.3 if spot.highlight else 1.0)
    identity = named(sheet.next_id(), spot.label, decorative=True)
    look = pen.fill(theme.ink) + pen.line(theme.paper, THIN * size)
    if spot.classed:
        identity = named(sheet.next_id(), spot.name, f"{spot.name}: {spot.printed}")
        fill = theme.paper if spot.shade is None else colors[spot.shade]
        strong = spot.highlight
        edge = pen.line(theme.ink if strong else theme.muted, (STRONG if strong else THIN) * size)
        look = pen.fill(fill) + edge
    where = (box.x + mark.x - across / 2, box.y + mark.y - across / 2, across, across)
    sheet.add(shape(identity, where, look, geometry="ellipse"))


def _plate(sheet: SlideCanvas, label: Label, box: Box) -> None:
    """Words on a plate of paper that lets a little of the map through."""
    size = label.size
    ink = Ink(sheet.palette, size, sheet.palette.theme.ink, sheet.lang, label.face == "bold")
    pen = sheet.palette
    paper = pen.color(pen.theme.paper, '<a:alpha val="85000"/>')
    look = f"<a:solidFill>{paper}</a:solidFill>{pen.line('', 0)}"
    left, wide = label.x - PLATE * size, label.w + 2 * PLATE * size
    where = (box.x + left, box.y + label.y, wide, size * LEADING)
    text = body([_line(label.text, ink, "center")], "middle", wrap=False)
    identity = named(sheet.next_id(), label.text)
    sheet.add(shape(identity, where, look, geometry="roundRect:20000", text=text))


def _scale(sheet: SlideCanvas, scale: ScaleBar, wide: float, size: float, box: Box) -> None:
    """A bar, and the miles it stands for."""
    pen = sheet.palette
    top, right = box.y + scale.y, box.x + scale.x + scale.w
    identity = named(sheet.next_id(), "Scale", decorative=True)
    look = pen.line(pen.theme.muted, STRONG * size)
    sheet.add(straight(identity, (box.x + scale.x, top, right, top), look))
    where = (right + size * WORDS_AT, top - size * 0.6, wide * SLACK, size * LEADING)
    _remark(sheet, "Scale in words", scale.label, where, size)


def _locator(
    sheet: SlideCanvas, locator: PlacedLocator, wide: float, size: float, box: Box
) -> None:
    """A small map of where the areas lie, and what it shows."""
    pen = sheet.palette
    parts = (
        (locator.around, pen.fill(pen.theme.field)),
        (locator.here, pen.fill(sheet.color)),
    )
    for rings, fill in parts:
        identity = named(sheet.next_id(), locator.label, decorative=True)
        sheet.add(_outlined(identity, rings, fill + pen.line("", 0), box))
    top = box.y + locator.baseline - size
    where = (box.x + locator.x, top, wide * SLACK, size * LEADING)
    _remark(sheet, "Locator", locator.label, where, size)


def _remark(sheet: SlideCanvas, name: str, said: str, room: Place, size: float) -> None:
    """Words of our own beside a mark, in one line."""
    ink = Ink(sheet.palette, size, sheet.palette.theme.muted, sheet.lang)
    text = body([_line(said, ink)], wrap=False)
    sheet.add(shape(named(sheet.next_id(), name), room, "", text=text))


def _line(text: str, ink: Ink, align: Align = "left") -> str:
    return paragraph(ink.said(text), ink, TextStyle(align=align, gap=0))
