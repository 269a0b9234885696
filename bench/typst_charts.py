"""Charts and maps drawn by Typst itself: rectangles, lines and polygons at places in points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from plain_script import SHADES

WIDE, NAMES, ROW = 1500.0, 420.0, 62.0
TALL = 620.0
"""Points: the width of a chart, the room for names on its left, a bar; the height of the others."""
Point = tuple[float, float]


def drawn(block: Mapping[str, Any]) -> str:
    """A chart or a map, as plain_pages tells it, in the markup of Typst."""
    if block["kind"] == "map":
        return _box(WIDE * 0.75, _map(block["areas"]))
    if block["form"] == "lines":
        return _box(TALL, _lines(block["series"]))
    if block["form"] == "distribution":
        return _box(TALL / 2, _strip(block["field"]))
    points = [point for point in block["series"][0]["points"] if point[1] is not None]
    return _box(ROW * len(points), _bars(points, block["reference"]))


def _box(tall: float, parts: Iterable[str]) -> str:
    return f"#box(width: {WIDE}pt, height: {tall:.1f}pt)[\n" + "\n".join(parts) + "\n]\n"


def _bars(points: Sequence[Sequence[Any]], reference: float | None) -> Iterator[str]:
    most = max([abs(value) for _, value, _ in points] + [abs(reference or 0), 1e-9])
    room = WIDE - NAMES - 150
    for i, (label, value, printed) in enumerate(points):
        y, long = i * ROW, room * abs(value) / most
        yield _text(0, y + 8, label)
        yield _placed(
            NAMES, y + 6, f'rect(width: {long:.1f}pt, height: 46pt, fill: rgb("#0b5c69"))'
        )
        yield _text(NAMES + long + 10, y + 8, printed)
    if reference is not None:
        x = NAMES + room * reference / most
        yield _line((x, 0), (x, ROW * len(points)), "#b04a12", 4)


def _lines(series: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    known = [[p for p in one["points"] if p[1] is not None] for one in series]
    values = [point[1] for points in known for point in points]
    low, high = min(values), max(values)
    times = list(dict.fromkeys(point[0] for points in known for point in points))
    for one, points in zip(series, known, strict=True):
        spots = [
            (
                times.index(label) * (WIDE - 400) / max(1, len(times) - 1),
                40 + (TALL - 120) * (high - value) / (high - low or 1),
            )
            for label, value, _ in points
        ]
        for start, end in pairwise(spots):
            yield _line(start, end, "#0b5c69", 6)
        if spots:
            yield _text(spots[-1][0] + 12, spots[-1][1] - 20, one["label"])
    for i, label in enumerate(times):
        yield _text(i * (WIDE - 400) / max(1, len(times) - 1), TALL - 60, label)


def _strip(field: Sequence[float]) -> Iterator[str]:
    low, high = min(field), max(field)
    for value in field:
        x = WIDE * (value - low) / (high - low or 1)
        yield _line((x, 0), (x, TALL / 2), "#b6c1cb", 2)


def _map(areas: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    points = [point for area in areas for ring in area["rings"] for point in ring]
    left, low = min(x for x, _ in points), min(y for _, y in points)
    across = max(x for x, _ in points) - left
    high = max(y for _, y in points)
    scale = min(WIDE / across, WIDE * 0.75 / (high - low))
    for area in areas:
        fill = "white" if area["shade"] is None else f'rgb("{SHADES[area["shade"]]}")'
        for ring in area["rings"]:
            spots = (f"({(x - left) * scale:.1f}pt, {(high - y) * scale:.1f}pt)" for x, y in ring)
            yield _placed(0, 0, f"polygon(fill: {fill}, stroke: 1pt + white, {', '.join(spots)})")


def _placed(x: float, y: float, what: str) -> str:
    return f"#place(dx: {x:.1f}pt, dy: {y:.1f}pt, {what})"


def _line(start: Point, end: Point, color: str, thick: float) -> str:
    first, last = (f"({x:.1f}pt, {y:.1f}pt)" for x, y in (start, end))
    stroke = f'{thick}pt + rgb("{color}")'
    return _placed(0, 0, f"line(start: {first}, end: {last}, stroke: {stroke})")


def _text(x: float, y: float, said: str) -> str:
    quoted = said.replace("\\", "\\\\").replace('"', '\\"')
    return _placed(x, y, f'text(size: 32pt, "{quoted}")')
