"""Groups with two or three bars each: places, or years. A key above names the bars.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk.exhibits import Chart, Point, Series
from datawalk.figures import whiskers
from datawalk.figures.board import Board
from datawalk.figures.rows import (
    LABEL_SHARE,
    MOST_LABEL_LINES,
    Plan,
    face_of,
    figure,
    hue_of,
    rooms,
)
from datawalk.figures.scale import length, scaled
from datawalk.figures.wrapped import label_lines, said, wrapped_height
from datawalk.page.figure import Field, Style
from datawalk.prose import Run
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Line, Measurer
from datawalk.typography.sizes import Type

BAR, EASY_BAR = 1.16, 1.7
"""Room of one bar, in ems: at least, and ideally."""
THICK = 0.84
"""Thickness of a bar, of its room."""
THICKEST = 1.6
"""Thickness of a bar at most, in ems."""
APART = 0.7
"""Room between groups, in ems."""
EDGE = 0.06
"""Thickness of the edge of a bar, in ems."""
KEY_ROW, UNDER_KEY = 1.5, 0.5
"""Height of a row of the key, and room under it, in ems."""
SWATCH = 1.1
"""Side of a box of the key, in ems."""


@dataclass(frozen=True, slots=True)
class _Group:
    """One group: a point of each series, its label, and the words of bars without a figure.

    Where no series has a figure and all say the same, it is said once.
    """

    points: tuple[Point, ...]
    label: tuple[Line, ...]
    words: tuple[tuple[Line, ...], ...]

    @property
    def slots(self) -> tuple[int, ...]:
        """Lines of height that each bar needs."""
        return tuple(max(1, len(lines)) for lines in self.words)


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """The key, and every group as high as its bars or its label."""
    size = type.label
    groups, _ = _planned(measurer, chart, width, size)
    key = _key_height(measurer, chart, width, size)
    least, ideal = (key + sum(_tall(g, bar, size) for g in groups) for bar in (BAR, EASY_BAR))
    return least, ideal


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names a label that does not fit its column, or a name that does not fit the key."""
    size = type.label
    for series in chart.series:
        if _key_width(measurer, series, size) > width:
            return f'the name "{series.label}" is wider than the chart'
    groups, plan = _planned(measurer, chart, width, size)
    for group in groups:
        if max(line.width for line in group.label) > width * LABEL_SHARE + 1:
            return f'the label "{group.points[0].label}" is wider than its column'
        if len(group.label) > MOST_LABEL_LINES:
            return f'the label "{group.points[0].label}" needs {len(group.label)} lines'
    return "no room is left for the bars" if plan.long < width * 0.2 else ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> Field:
    """The key, then the groups from the top."""
    size = type.label
    groups, plan = _planned(board.measurer, chart, board.width, size)
    looks = fills(chart.series, board.theme, color)
    _key(board, chart, looks, size)
    top = _key_height(board.measurer, chart, board.width, size)
    least = sum(_tall(group, BAR, size) for group in groups)
    slots = sum(sum(group.slots) for group in groups)
    bar = BAR + max(0.0, board.height - top - least) / slots / size
    # Bars of a group stay together: what room they do not need parts the groups.
    each, zero, first = min(bar, THICKEST / THICK) * size, plan.field.x(0.0), top
    for group in groups:
        tall = _tall(group, bar, size)
        label, middle = said(group.label, "regular", board.theme.ink), (tall - APART * size) / 2
        label_lines(board, label, plan.label, top + middle, size, "right")
        _bars(board, plan, group, looks, top, each, tall - APART * size, size)
        top += tall
    board.line([zero, zero], [first, top - APART * size], board.theme.muted, size * 0.05)
    styles = tuple(Style(look, each * THICK) for look in looks)
    return replace(plan.field, top=first, bottom=top, styles=styles)


def fills(series: tuple[Series, ...], theme: Theme, color: str) -> list[str]:
    """Ours in the station's color, the next grey, the last empty: three steps of light."""
    greys = iter((theme.field, theme.paper, theme.paper))
    return [color if row.highlight else next(greys) for row in series]


def _planned(
    measurer: Measurer, chart: Chart, width: float, size: float
) -> tuple[list[_Group], Plan]:
    columns = list(zip(*(series.points for series in chart.series), strict=True))
    labels = [
        measurer.balanced((Run(c[0].label),), width * LABEL_SHARE, size, "regular") for c in columns
    ]
    label = max(line.width for lines in labels for line in lines)
    known = [p for column in columns for p in column if p.value is not None]
    left = label + size * 0.5
    field = scaled(known, 0.0, (left, width), rooms(measurer, known, size, 0.5))
    plan = Plan((), (), label, field, length(known, 0.0, field))
    room = width - left - size * 0.4
    groups = [
        _Group(column, lines, _words(measurer, column, room, size))
        for column, lines in zip(columns, labels, strict=True)
    ]
    return groups, plan


def _words(
    measurer: Measurer, points: tuple[Point, ...], room: float, size: float
) -> tuple[tuple[Line, ...], ...]:
    found = tuple(
        measurer.break_lines((Run(p.printed),), room, size, "italic") if p.value is None else ()
        for p in points
    )
    alike = all(p.value is None and p.printed == points[0].printed for p in points)
    return found[:1] if alike else found


def _tall(group: _Group, bar: float, size: float) -> float:
    bars = sum(group.slots) * bar * size
    return max(bars, wrapped_height(len(group.label), size)) + APART * size


def _bars(
    board: Board,
    plan: Plan,
    group: _Group,
    looks: list[str],
    top: float,
    bar: float,
    room: float,
    size: float,
) -> None:
    theme = board.theme
    y = top + (room - sum(group.slots) * bar) / 2
    for point, look, words, slots in zip(
        group.points, looks, group.words, group.slots, strict=False
    ):
        middle = y + slots * bar / 2
        y += slots * bar
        if point.value is None:
            x = plan.field.left + size * 0.3
            label_lines(board, said(words, "italic", theme.muted), x, middle, size, halo=True)
            continue
        start, end = plan.field.x(0.0), plan.field.x(point.value)
        thick = bar * THICK
        edge = look if point.highlight else theme.muted
        left, wide = min(start, end), abs(end - start)
        board.box(left, middle - thick / 2, wide, thick, look, edge, size * EDGE)
        whiskers.draw(board, plan.field, point, middle, size)
        look_of = (hue_of(point, theme), face_of(point))
        figure(board, plan.field, point, middle, size, look_of)


def _key_width(measurer: Measurer, series: Series, size: float) -> float:
    face: Face = "bold" if series.highlight else "regular"
    return (SWATCH + 0.4) * size + measurer.width(series.label, face, size)


def _key_places(
    measurer: Measurer, chart: Chart, width: float, size: float
) -> list[tuple[float, int]]:
    """Where each name of the key begins: points from the left, and its row."""
    found: list[tuple[float, int]] = []
    x, row = 0.0, 0
    for series in chart.series:
        wide = _key_width(measurer, series, size)
        if x and x + wide > width:
            x, row = 0.0, row + 1
        found.append((x, row))
        x += wide + size * 1.3
    return found


def _key_height(measurer: Measurer, chart: Chart, width: float, size: float) -> float:
    rows = _key_places(measurer, chart, width, size)[-1][1] + 1
    return (rows * KEY_ROW + UNDER_KEY) * size


def _key(board: Board, chart: Chart, looks: list[str], size: float) -> None:
    places = _key_places(board.measurer, chart, board.width, size)
    for series, look, (x, row) in zip(chart.series, looks, places, strict=True):
        y = row * KEY_ROW * size + size * 0.1
        edge = look if series.highlight else board.theme.muted
        board.box(x, y, SWATCH * size, SWATCH * size, look, edge, size * EDGE)
        face: Face = "bold" if series.highlight else "regular"
        baseline = y + size * (SWATCH + fonts.CAP) / 2
        board.text(x + (SWATCH + 0.4) * size, baseline, series.label, size, board.theme.ink, face)
