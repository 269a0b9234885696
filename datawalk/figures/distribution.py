"""Where we stand: every place a dot over its value, or many as columns; ours and others named.

Lengths are points.
"""

from __future__ import annotations

from datawalk.exhibits import Chart
from datawalk.figures import crowd as places
from datawalk.figures import ends
from datawalk.figures.board import Board
from datawalk.figures.crowd import FOOT, Crowd
from datawalk.figures.flags import Flag, Who
from datawalk.figures.styles import DASHED
from datawalk.metrics.words import wording
from datawalk.prose import Run
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.typography.sizes import Type

TICK, FIGURES = 0.3, 1.35
"""Length of a tick, and from the axis to the baseline of its figures, in ems."""
SOLID = 0.84
"""Of the room that a dot has, what its fill takes; half of its edge lies around that."""
GAP = 0.1
"""Room between two columns, of their thickness."""
POINTERS: dict[Who, float] = {"ours": 0.16, "other": 0.07, "middle": 0.11}
"""Thickness of pointers, in ems."""


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """Names above, the places, the axis below, and the words under it.

    What the ends mean is left out where the sheet has no room for it.
    """
    words = text_height(len(_words(measurer, chart, width, type.label)), type.label)
    least, ideal = places.heights(measurer, chart, width, type.label)
    return least + words, ideal + words + ends.height(measurer, chart, (0, width), type.label)


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names the label that is wider than the chart."""
    if wide := ends.too_wide(measurer, chart, (0, width), type.label):
        return wide
    found = [(point.label, point.printed) for point in places.named(chart)]
    if chart.reference:
        found.append((chart.reference.label, chart.reference.printed))
    for label, printed in found:
        if measurer.width(places.told(label, printed), "bold", type.label) > width:
            return f'the label "{label}" is wider than the chart'
    return ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> Crowd:
    """The benchmark's line behind dots and before columns, the pointers of names before both."""
    size = type.label
    least, _ = heights(board.measurer, chart, board.width, type)
    chart = ends.fitting(board.measurer, chart, (0, board.width), board.height, least, size)
    words = _words(board.measurer, chart, board.width, size)
    low = board.height - text_height(len(words), size)
    tall = low - ends.height(board.measurer, chart, (0, board.width), size)
    crowd = places.crowd(board.measurer, chart, board.width, tall, size)
    if crowd.counts:
        _columns(board, crowd, color)
    for flag in crowd.flags:
        if flag.who == "middle":
            _pointer(board, crowd, flag, crowd.bottom, size, color)
    _dots(board, crowd, color)
    _axis(board, chart, crowd, size)
    _names(board, crowd, size, color)
    ends.draw(board, chart, (0, board.width), low, size, color)
    for i, line in enumerate(words):
        y = low + size * (fonts.ASCENT + i * fonts.LEADING)
        board.text(0, y, line.text, size, board.theme.muted)
    return crowd


def _words(measurer: Measurer, chart: Chart, width: float, size: float) -> tuple[Line, ...]:
    return measurer.break_lines((Run(chart.field_label),), width, size) if chart.field_label else ()


def _hue(who: Who, theme: Theme, color: str) -> str:
    return {"ours": color, "other": theme.ink, "middle": theme.ink}[who]


def _dots(board: Board, crowd: Crowd, color: str) -> None:
    """Those that are not named are lighter, so that ours is told in grey too."""
    for dot in crowd.dots:
        fill = places.quiet(board.theme) if dot.named is None else board.theme.muted
        fill = color if dot.ours else fill
        board.marks([dot.x], [dot.y], fill, dot.across * SOLID, "o", fill)


def _columns(board: Board, crowd: Crowd, color: str) -> None:
    """A column for each part of the axis, that with our place in color."""
    wide = (crowd.right - crowd.left) / len(crowd.counts)
    ours = {crowd.column(flag.value) for flag in crowd.flags if flag.who == "ours"}
    for i, count in enumerate(crowd.counts):
        if count:
            left, top = crowd.left + wide * (i + GAP / 2), crowd.roof(i)
            fill = color if i in ours else board.theme.field
            board.box(left, top, wide * (1 - GAP), crowd.bottom - top, fill)


def _axis(board: Board, chart: Chart, crowd: Crowd, size: float) -> None:
    """A line with ticks; figures that would meet are left out, from the first one on."""
    theme, low = board.theme, crowd.bottom
    board.line([0, board.width], [low, low], theme.muted, size * 0.05)
    texts = [wording.number(tick, chart.format) for tick in crowd.ticks]
    widest = max(board.measurer.width(text, "regular", size) for text in texts) + size * 0.5
    apart = (crowd.right - crowd.left) / (len(texts) - 1)
    every = next(n for n in range(1, len(texts) + 1) if n * apart >= widest or n == len(texts))
    for i, (tick, text) in enumerate(zip(crowd.ticks, texts, strict=True)):
        x = crowd.x(tick)
        board.line([x, x], [low, low + size * TICK], theme.muted, size * 0.05)
        if i % every == 0:
            board.text(x, low + size * FIGURES, text, size, theme.muted, align="center")


def _names(board: Board, crowd: Crowd, size: float, color: str) -> None:
    """Ours last, so that it lies over all others."""
    for flag in sorted(crowd.flags, key=lambda flag: flag.who == "ours"):
        if flag.who != "middle":
            _pointer(board, crowd, flag, crowd.head(flag), size, color)
    for flag in crowd.flags:
        hue = _hue(flag.who, board.theme, color)
        board.text(flag.left, crowd.lanes[flag.row], flag.text, size, hue, flag.face, halo=True)


def _pointer(board: Board, crowd: Crowd, flag: Flag, end: float, size: float, color: str) -> None:
    """From under the words down to `end`."""
    ys = [crowd.lanes[flag.row] + size * FOOT, end]
    dash = DASHED if flag.who == "middle" else None
    hue = _hue(flag.who, board.theme, color)
    board.line([flag.x, flag.x], ys, hue, size * POINTERS[flag.who], dash)
