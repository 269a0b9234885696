"""Maps as groups of native freeforms, each area named, with a legend of shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.exhibits import Area, Map, Ring
from datawalk.fonts import LEADING, width
from datawalk.layout.deck_text import Style, height, one
from datawalk.layout.page import Box, Type
from datawalk.render.pptx_slide import Sheet
from datawalk.render.pptx_xml import (
    Ink,
    Place,
    body,
    emu,
    group,
    named,
    paragraph,
    shape,
    text_of,
)
from datawalk.theme import shades

LEGEND = 0.3
"""Share of a map's width that its legend takes."""
HATCH = "wdUpDiag"
"""The pattern of areas without a value."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """From the map's plane to points of the slide: scale, and where its corner lands."""

    scale: float
    left: float
    top: float
    x0: float
    y1: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.left + (x - self.x0) * self.scale, self.top + (self.y1 - y) * self.scale


def add_map(sheet: Sheet, box: Box) -> None:
    """Areas, names and legend on the slide."""
    map_, type_ = box.exhibit, box.type
    assert isinstance(map_, Map)
    assert type_
    legend = box.w * LEGEND
    fit = _fit(map_.areas, (box.x, box.y, box.w - legend - 24, box.h))
    first = sheet.next_id()
    colors = shades(sheet.color, len(map_.shades))
    ordered = sorted(map_.areas, key=lambda area: area.highlight)
    children = [
        _freeform(sheet, first + i, area, fit, colors) for i, area in enumerate(ordered, start=1)
    ]
    identity = named(first, "Map", map_.alt)
    sheet.add(group(identity, _extent(map_.areas, fit), children))
    _names(sheet, map_, fit, type_)
    _legend(sheet, map_, (box.x + box.w - legend, box.y, legend, box.h), colors, type_)


def _points(areas: Sequence[Area]) -> list[tuple[float, float]]:
    return [point for area in areas for ring in area.rings for point in ring]


def _fit(areas: Sequence[Area], place: Place) -> _Fit:
    """The largest scale at which the areas fit `place`, in its middle."""
    xs, ys = zip(*_points(areas), strict=True)
    wide, tall = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    x, y, w, h = place
    scale = min(w / wide, h / tall)
    return _Fit(scale, x + (w - wide * scale) / 2, y + (h - tall * scale) / 2, min(xs), max(ys))


def _extent(areas: Sequence[Area], fit: _Fit) -> Place:
    xs, ys = zip(*(fit.point(x, y) for x, y in _points(areas)), strict=True)
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _freeform(sheet: Sheet, number: int, area: Area, fit: _Fit, colors: Sequence[str]) -> str:
    """One area as a custom geometry; holes and islands are further subpaths."""
    x, y, w, h = _extent([area], fit)
    rings = [[fit.point(*point) for point in ring] for ring in area.rings]
    path = "".join(_subpath(ring, x, y) for ring in rings)
    pen, theme = sheet.palette, sheet.palette.theme
    outline = pen.line(theme.ink, 3) if area.highlight else pen.line(theme.paper, 0.75)
    fill = _pattern(sheet) if area.shade is None else pen.fill(colors[area.shade])
    geometry = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{emu(w)}" h="{emu(h)}">{path}</a:path></a:pathLst></a:custGeom>'
    )
    blank = shape(named(number, area.label, f"{area.label}: {area.printed}"), (x, y, w, h), "")
    start, end = blank.index("<a:prstGeom"), blank.index("</p:spPr>")
    return f"{blank[:start]}{geometry}{fill}{outline}{blank[end:]}"


def _subpath(ring: Ring | list[tuple[float, float]], x: float, y: float) -> str:
    pairs = [f'<a:pt x="{emu(px - x)}" y="{emu(py - y)}"/>' for px, py in ring]
    lines = "".join(f"<a:lnTo>{pair}</a:lnTo>" for pair in pairs[1:])
    return f"<a:moveTo>{pairs[0]}</a:moveTo>{lines}<a:close/>"


def _pattern(sheet: Sheet) -> str:
    pen, theme = sheet.palette, sheet.palette.theme
    return (
        f'<a:pattFill prst="{HATCH}"><a:fgClr>{pen.color(theme.field)}</a:fgClr>'
        f"<a:bgClr>{pen.color(theme.paper)}</a:bgClr></a:pattFill>"
    )


def _middle(area: Area, fit: _Fit) -> tuple[float, float]:
    """The middle of the largest ring of an area, on the slide."""
    ring = max(area.rings, key=lambda ring: abs(_doubled(ring)))
    twice = _doubled(ring) or 1.0
    pairs = list(zip(ring, (*ring[1:], ring[0]), strict=True))
    cross = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairs]
    x = sum((a[0] + b[0]) * c for a, b, c in cross) / (3 * twice)
    y = sum((a[1] + b[1]) * c for a, b, c in cross) / (3 * twice)
    return fit.point(x, y)


def _doubled(ring: Ring) -> float:
    """Twice the signed area of a ring."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)


def _names(sheet: Sheet, map_: Map, fit: _Fit, type_: Type) -> None:
    """Our place and the named areas with their figures, and the spots, on light plates."""
    theme = sheet.palette.theme
    for spot in map_.spots:
        x, y = fit.point(spot.x, spot.y)
        disc = sheet.palette.fill(theme.accent) + sheet.palette.line(theme.paper, 1)
        place = (x - 5, y - 5, 10.0, 10.0)
        sheet.add(
            shape(named(sheet.next_id(), spot.label, spot.label), place, disc, geometry="ellipse")
        )
    taken: list[Place] = []
    for area in sorted(map_.areas, key=lambda area: not area.highlight):
        if area.highlight or area.key in map_.named:
            text = f"{area.label}: {area.printed}" if area.highlight else area.label
            _plate(sheet, text, _middle(area, fit), type_, taken, area.highlight)
    for spot in map_.spots:
        x, y = fit.point(spot.x, spot.y)
        _plate(sheet, spot.label, (x, y + type_.label), type_, taken, bold=False)


def _plate(
    sheet: Sheet,
    text: str,
    middle: tuple[float, float],
    type_: Type,
    taken: list[Place],
    bold: bool,
) -> None:
    """Words on a light plate at `middle`, moved down where another plate is."""
    wide = width(text, "bold" if bold else "regular", type_.label) * 1.03 + 12
    tall = type_.label * LEADING
    x, y = middle[0] - wide / 2, middle[1] - tall / 2
    while any(_touch((x, y, wide, tall), other) for other in taken):
        y += tall / 2
    taken.append((x, y, wide, tall))
    ink = Ink(sheet.palette, type_.label, sheet.palette.theme.ink, sheet.lang, bold)
    fill = sheet.palette.fill(sheet.palette.theme.paper).replace(
        "/></a:solidFill>", '><a:alpha val="85000"/></a:schemeClr></a:solidFill>'
    )
    look = fill + sheet.palette.line("", 0)
    said = _said(text, ink, Style(align="center", anchor="middle"))
    identity = named(sheet.next_id(), text)
    sheet.add(shape(identity, (x, y, wide, tall), look, geometry="roundRect:20000", text=said))


def _touch(a: Place, b: Place) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def _said(text: str, ink: Ink, style: Style) -> str:
    run = f"<a:r>{ink.properties()}<a:t>{text_of(text)}</a:t></a:r>"
    return body([paragraph(run, ink, style)], style.anchor)


def _legend(sheet: Sheet, map_: Map, place: Place, colors: Sequence[str], type_: Type) -> None:
    """What is counted, then a row for each class: swatch, range, how many areas."""
    theme, size = sheet.palette.theme, type_.label
    x, y, w, h = place
    head = one(map_.legend)
    top = height(head, w, size, "label") if head else 0.0
    rows = [*zip(map_.shades, colors, strict=True)]
    count = len(rows) + bool(map_.unknown)
    step = min(42.0, (h - top - 12) / max(1, count))
    y += max(0.0, (h - top - 12 - step * count) / 2)
    if head:
        ink = Ink(sheet.palette, size, theme.ink, sheet.lang, bold=True)
        identity = named(sheet.next_id(), "Legend")
        sheet.add(shape(identity, (x, y, w, top), "", text=_said(map_.legend, ink, Style())))
        y += top + 12
    for shade, color in rows:
        look = sheet.palette.fill(color)
        _legend_row(sheet, (x, y, w, step), look, f"{shade.label} ({shade.count})", size)
        y += step
    if map_.unknown:
        said = f"{map_.unknown_label} ({map_.unknown})"
        _legend_row(sheet, (x, y, w, step), _pattern(sheet), said, size)


def _legend_row(sheet: Sheet, place: Place, fill: str, text: str, size: float) -> None:
    x, y, w, h = place
    theme = sheet.palette.theme
    tall = min(26.0, h - 4)
    look = fill + sheet.palette.line(theme.muted, 0.75)
    identity = named(sheet.next_id(), "Swatch", decorative=True)
    sheet.add(shape(identity, (x, y + (h - tall) / 2, 36, tall), look))
    ink = Ink(sheet.palette, size, theme.ink, sheet.lang)
    said = _said(text, ink, Style(anchor="middle"))
    sheet.add(shape(named(sheet.next_id(), "Class"), (x + 46, y, w - 46, h), "", text=said))
