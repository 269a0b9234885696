"""Maps as groups of native freeforms, each area named, with a legend of shapes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from datawalk.exhibits import Map
from datawalk.figures.map.inset import WORDS_AT, PlacedLocator, ScaleBar
from datawalk.figures.map.labels import Point
from datawalk.figures.map.placing import Key, Label, PlacedArea, PlacedMap
from datawalk.figures.map.spotting import PlacedSpot, dot, ground
from datawalk.figures.native.shapes import Areas
from datawalk.page.document import Box
from datawalk.page.ink import Align
from datawalk.page.roles import TextStyle
from datawalk.render.pptx.figures.native import planned
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.xml import Ink, Place, body, emu, named, paragraph, shape, straight
from datawalk.theme import shades
from datawalk.typography.fonts import LEADING

HATCH = "wdUpDiag"
"""The pattern of areas without a value."""
PLATE = 0.33
"""How far a light plate reaches beyond the words on it, in ems."""
THIN, EDGE, STRONG, OURS = 0.04, 0.08, 0.12, 0.16
"""Thickness of borders, of pointers and edges, of rings, and of the edge of our area, in ems."""
SLACK = 1.05
"""Room for faces that are a little wider than the one measured."""
TWO_LINES = 2.4
"""Least distance of the legend's rows, in ems, at which they also say how many areas."""


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
        first = sheet.next_id()
        for i, area in enumerate(ordered):
            sheet.add(_freeform(sheet, first + i, area, box, colors, placed.size))
        _ring(sheet, placed, box)
        _names(sheet, placed, box, colors)
        with sheet.grouped("Legend", _legend_told(placed), _legend_place(placed, box)):
            _legend(sheet, placed, box, colors)
        if placed.scale:
            _scale(sheet, placed.scale, native.scale, placed.size, box)
        if placed.locator:
            _locator(sheet, placed.locator, native.locator, placed.size, box)


def _legend_told(placed: PlacedMap) -> str:
    """What is shown, and its classes, in words."""
    title = " ".join(line.text for line in placed.title)
    return f"{title}: {'; '.join(key.label for key in placed.keys)}"


def _legend_place(placed: PlacedMap, box: Box) -> Place:
    left, top = placed.title_at
    return box.x + left, box.y + top, box.w - left, box.h - top


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
) -> str:
    """One area, named, with its figure as description."""
    area, pen, theme = placed.area, sheet.palette, sheet.palette.theme
    outline = (
        pen.line(theme.ink, OURS * size) if area.highlight else pen.line(theme.paper, THIN * size)
    )
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
            _plate(sheet, mark.label, box, placed.size)
    for label in placed.names:
        _plate(sheet, label, box, placed.size)
    if placed.leader:
        (x1, y1), (x2, y2) = placed.leader
        identity = named(sheet.next_id(), "Pointer", decorative=True)
        ends = (box.x + x1, box.y + y1, box.x + x2, box.y + y2)
        sheet.add(straight(identity, ends, pen.line(theme.ink, STRONG * placed.size)))
    if placed.ours:
        _plate(sheet, placed.ours, box, placed.size)


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


def _plate(sheet: SlideCanvas, label: Label, box: Box, size: float) -> None:
    """Words on a plate of paper that lets a little of the map through."""
    ink = Ink(sheet.palette, size, sheet.palette.theme.ink, sheet.lang, label.face == "bold")
    pen = sheet.palette
    paper = pen.color(pen.theme.paper, '<a:alpha val="85000"/>')
    look = f"<a:solidFill>{paper}</a:solidFill>{pen.line('', 0)}"
    left, wide = label.x - PLATE * size, label.w + 2 * PLATE * size
    where = (box.x + left, box.y + label.y, wide, size * LEADING)
    text = body([_line(label.text, ink, "center")], "middle", wrap=False)
    identity = named(sheet.next_id(), label.text)
    sheet.add(shape(identity, where, look, geometry="roundRect:20000", text=text))


def _legend(sheet: SlideCanvas, placed: PlacedMap, box: Box, colors: Sequence[str]) -> None:
    """What is counted, then a row for each class: swatch, range, how many areas."""
    size = placed.size
    left, top = placed.title_at
    wide = box.w - left
    ink = Ink(sheet.palette, size, sheet.palette.theme.ink, sheet.lang, bold=True)
    where = (box.x + left, box.y + top, wide, len(placed.title) * size * LEADING)
    sheet.add(
        shape(named(sheet.next_id(), "Title of the legend"), where, "", text=_lines_of(placed, ink))
    )
    keys = placed.keys
    head = keys[0].y
    pitch = min((b.y - a.y for a, b in pairwise(keys) if b.y > a.y), default=2.75 * size)
    # A legend that is taller than its slide moves its rows together.
    squeeze = min(1.0, (box.h - head) / (max(key.y for key in keys) + pitch - head))
    for key in keys:
        right = min((other.x for other in keys if other.x > key.x), default=box.w)
        top = box.y + head + (key.y - head) * squeeze
        row = (box.x + key.x, top, box.x + right, pitch * squeeze)
        _legend_row(sheet, key, row, colors, size)


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


def _lines_of(placed: PlacedMap, ink: Ink) -> str:
    """The legend's title in the lines that were measured, so that no other face breaks it anew."""
    said = [paragraph(ink.said(line.text), ink, TextStyle()) for line in placed.title]
    return body(said, TextStyle().anchor, wrap=False)


def _legend_row(
    sheet: SlideCanvas, key: Key, row: Place, colors: Sequence[str], size: float
) -> None:
    """`row` is left, top, right and height."""
    x, y, right, tall = row
    theme, pen = sheet.palette.theme, sheet.palette
    fill = _pattern(sheet) if key.shade is None else pen.fill(colors[key.shade])
    swatch = named(sheet.next_id(), "Swatch", decorative=True)
    place_, geometry = (x, y, key.w, min(key.h, tall - 0.2 * size)), "rect"
    if key.point:
        across = min(size, tall - 0.2 * size)
        place_, geometry = (x + (key.w - across) / 2, y + across * 0.2, across, across), "ellipse"
        fill = pen.fill(theme.paper) if key.shade is None else fill
    sheet.add(shape(swatch, place_, fill + pen.line(theme.muted, THIN * size), geometry=geometry))
    ink = Ink(pen, size, theme.ink, sheet.lang)
    lines = [_line(key.label, ink)]
    if tall >= TWO_LINES * size and key.count:
        lines.append(_line(key.count, Ink(pen, size, theme.muted, sheet.lang)))
    left = x + size * 2.2
    where = (left, y, right - left, len(lines) * size * LEADING)
    sheet.add(shape(named(sheet.next_id(), "Class"), where, "", text=body(lines, wrap=False)))


def _line(text: str, ink: Ink, align: Align = "left") -> str:
    return paragraph(ink.said(text), ink, TextStyle(align=align, gap=0))
