"""Where the parts of a map go, for paper and slides alike. No Matplotlib here.

All lengths are points; x runs right, y runs down.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk import fonts
from datawalk.exhibits import Area, Map, Ring
from datawalk.fonts import Face
from datawalk.layout.measure import Line, break_lines, text_height
from datawalk.layout.page import Type
from datawalk.prose import Run

LEGEND_SHARE = 0.34
"""A legend beside the map takes at most this share of the width."""
TALLEST = 1.1
"""A map is never higher than this many times its width."""


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text in a box; `x`, `y` are its left top corner, `baseline` its line."""

    text: str
    face: Face
    x: float
    y: float
    w: float
    h: float

    @property
    def baseline(self) -> float:
        return self.y + self.h * 0.76


@dataclass(frozen=True, slots=True)
class Key:
    """One row of the legend: a box with its class (None is 'no data') and two lines of text."""

    x: float
    y: float
    w: float
    h: float
    shade: int | None
    label: str
    count: str


@dataclass(frozen=True, slots=True)
class PlacedArea:
    """An area with its rings on the page."""

    area: Area
    rings: tuple[Ring, ...]
    center: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placed:
    """Everything on a map. `leader` runs from our label to our area, if the label is outside."""

    areas: tuple[PlacedArea, ...]
    spots: tuple[tuple[float, float, Label], ...]
    names: tuple[Label, ...]
    ours: Label | None
    leader: tuple[tuple[float, float], tuple[float, float]] | None
    title: tuple[Line, ...]
    title_at: tuple[float, float]
    keys: tuple[Key, ...]
    size: float


def heights(map_: Map, width: float, type: Type) -> tuple[float, float]:
    """The legend, or the areas at a readable size, whichever is higher."""
    size = type.label
    legend = _legend_height(map_, width, size)
    shape = _shape(map_)
    beside = width * (1 - LEGEND_SHARE) / shape
    ideal = min(max(beside, legend), width * TALLEST)
    return max(legend, min(beside * 0.62, width * 0.5)), max(ideal, legend) + size * 1.6


def too_wide(map_: Map, width: float, type: Type) -> str:
    """Names the legend's label that does not fit beside the map."""
    room = width * LEGEND_SHARE - type.label * 2.2
    for shade in map_.shades:
        if fonts.width(shade.label, "regular", type.label) > room:
            return f'the legend "{shade.label}" is wider than its room'
    return ""


def place(map_: Map, width: float, height: float, type: Type) -> Placed:
    """The legend on the right, the areas as large as the rest allows, labels without overlap."""
    size = type.label
    title = break_lines((Run(map_.legend),), width * LEGEND_SHARE, size, "bold")
    legend_width = _legend_width(map_, title, size)
    room = width - legend_width - size * 1.1
    head = size * 1.6 if _ours(map_) else 0.0
    areas = _fitted(map_.areas, room, height - head, head)
    spots = _fitted_spots(map_, areas, size)
    ours, leader = _our_label(areas, room, size)
    taken = [ours] if ours else []
    taken += [label for _, _, label in spots]
    names = _names(map_, areas, taken, room, size)
    x = width - legend_width
    legend = _legend_height(map_, width, size)
    top = max(0.0, (height - legend) / 2)
    keys = _keys(map_, x, top + text_height(len(title), size) + size * 0.7, size)
    return Placed(areas, spots, names, ours, leader, title, (x, top), keys, size)


def _ours(map_: Map) -> Area | None:
    return next((area for area in map_.areas if area.highlight), None)


def _bounds(areas: tuple[Area, ...]) -> tuple[float, float, float, float]:
    xs = [x for area in areas for ring in area.rings for x, _ in ring]
    ys = [y for area in areas for ring in area.rings for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _shape(map_: Map) -> float:
    """Width over height of the areas."""
    left, low, right, high = _bounds(map_.areas)
    return (right - left) / max(high - low, 1e-9)


def _fitted(
    areas: tuple[Area, ...], width: float, height: float, top: float
) -> tuple[PlacedArea, ...]:
    left, low, right, high = _bounds(areas)
    scale = min(width / (right - left), height / (high - low))
    shift_x = (width - (right - left) * scale) / 2
    shift_y = top + (height - (high - low) * scale) / 2

    def moved(ring: Ring) -> Ring:
        return tuple((shift_x + (x - left) * scale, shift_y + (high - y) * scale) for x, y in ring)

    placed = [(area, tuple(moved(ring) for ring in area.rings)) for area in areas]
    return tuple(PlacedArea(area, rings, _center(rings)) for area, rings in placed)


def _center(rings: tuple[Ring, ...]) -> tuple[float, float]:
    """The middle of the largest ring, by area (the shoelace formula)."""
    ring = max(rings, key=lambda r: abs(_twice_area(r)))
    twice = _twice_area(ring)
    if not twice:
        return ring[0]
    x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        x, y = x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return x / (3 * twice), y / (3 * twice)


def _twice_area(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)


def _fitted_spots(
    map_: Map, areas: tuple[PlacedArea, ...], size: float
) -> tuple[tuple[float, float, Label], ...]:
    if not map_.spots:
        return ()
    # The first two corners of the first ring carry the scale and shift of the whole.
    left, _, right, high = _bounds(map_.areas)
    xs = [x for area in areas for ring in area.rings for x, _ in ring]
    ys = [y for area in areas for ring in area.rings for _, y in ring]
    scale = (max(xs) - min(xs)) / (right - left)
    placed = []
    for spot in map_.spots:
        x = min(xs) + (spot.x - left) * scale
        y = min(ys) + (high - spot.y) * scale
        width = fonts.width(spot.label, "regular", size)
        at = x + size * 0.5
        at = at if at + width < max(xs) + size * 2 else x - size * 0.5 - width
        placed.append((x, y, _label(spot.label, "regular", at, y - size * 0.6, size)))
    return tuple(placed)


def _label(text: str, face: Face, x: float, y: float, size: float) -> Label:
    return Label(text, face, x, y, fonts.width(text, face, size), size * 1.2)


def _our_label(
    areas: tuple[PlacedArea, ...], room: float, size: float
) -> tuple[Label | None, tuple[tuple[float, float], tuple[float, float]] | None]:
    """Our name and figure over the map, with a line down to our area."""
    ours = next((placed for placed in areas if placed.area.highlight), None)
    if ours is None:
        return None, None
    text = f"{ours.area.label}: {ours.area.printed}"
    width = fonts.width(text, "bold", size)
    x, y = ours.center
    left = min(max(x - width / 2, 0.0), max(0.0, room - width))
    label = _label(text, "bold", left, 0.0, size)
    foot = min(max(x, left + size * 0.4), left + width - size * 0.4)
    edge = min(py for ring in ours.rings for _, py in ring)
    end = edge + (y - edge) * 0.35
    return label, ((foot, size * 1.25), (x, end))


def _names(
    map_: Map, areas: tuple[PlacedArea, ...], taken: list[Label], room: float, size: float
) -> tuple[Label, ...]:
    """Names of other areas on them; one that would touch another label is left out."""
    wanted = set(map_.named)
    small = size
    placed: list[Label] = []
    for area in areas:
        if area.area.key not in wanted or area.area.highlight:
            continue
        width = fonts.width(area.area.label, "regular", small)
        x = min(max(area.center[0] - width / 2, size * 0.2), room - width)
        label = _label(area.area.label, "regular", x, area.center[1] - small * 0.6, small)
        if not any(_touch(label, other, size * 0.2) for other in [*taken, *placed]):
            placed.append(label)
    return tuple(placed)


def _touch(a: Label, b: Label, gap: float) -> bool:
    across = a.x < b.x + b.w + gap and b.x < a.x + a.w + gap
    return across and a.y < b.y + b.h + gap and b.y < a.y + a.h + gap


def _rows(map_: Map) -> list[tuple[int | None, str, str]]:
    """The legend: each class with its count, then 'no data' if there is any."""
    rows: list[tuple[int | None, str, str]] = [
        (i, shade.label, shade.counted) for i, shade in enumerate(map_.shades)
    ]
    if map_.unknown:
        rows.append((None, map_.unknown.label, map_.unknown.counted))
    return rows


def _pitch(size: float) -> float:
    return size * 2.75


def _legend_height(map_: Map, width: float, size: float) -> float:
    title = break_lines((Run(map_.legend),), width * LEGEND_SHARE, size, "bold")
    return text_height(len(title), size) + size * 0.7 + _pitch(size) * len(_rows(map_))


def _legend_width(map_: Map, title: tuple[Line, ...], size: float) -> float:
    widths = [line.width for line in title]
    for _, label, count in _rows(map_):
        widths += [fonts.width(text, "regular", size) + size * 2.2 for text in (label, count)]
    return max(widths)


def _keys(map_: Map, x: float, y: float, size: float) -> tuple[Key, ...]:
    return tuple(
        Key(x, y + i * _pitch(size), size * 1.7, size * 1.55, shade, label, count)
        for i, (shade, label, count) in enumerate(_rows(map_))
    )
