"""A dumbbell: how much room it needs, the way in which it is set, and its marks.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from datawalk.exhibits import Chart
from datawalk.figures import ends
from datawalk.figures.board import Board
from datawalk.figures.dumbbell.frame import LARGE, DumbbellFrame, DumbbellWay, known
from datawalk.figures.dumbbell.line import lie_apart
from datawalk.figures.dumbbell.others import others
from datawalk.figures.dumbbell.ours import ours
from datawalk.figures.dumbbell.painting import paint
from datawalk.figures.dumbbell.parts import Dumbbell, Piece
from datawalk.metrics.words import wording
from datawalk.prose import Run
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

AXIS, TICK, FIGURES = 1.7, 0.25, 1.15
"""Room for the scale, height of its ticks and the baseline of its figures, in ems."""
MOST_AIR = 6.0
"""More room than this many units is left free."""
LEAST_FIELD, LARGE_FIELD = 0.2, 0.5
"""The scale takes at least this share of the width; and beside large figures in every line."""


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """As low as the lowest way of setting it, and with air in the first that fits."""
    frames = [*_frames(measurer, chart, width, type)]
    least = min(_tall(frame, 0.0) for frame in frames)
    words = ends.height(measurer, chart, (0, width), type.label)
    return least, max(least, _tall(frames[0], 1.0)) + words


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names a word that is wider than the chart, or says that no room is left for the marks."""
    size = type.label
    named = [*(p.label for p in chart.series[0].points), *(row.label for row in chart.series)]
    for name in named:
        word, wide = measurer.widest_word((Run(name),), size, "bold")
        if wide > width * 0.9:
            return f'the word "{word}" is wider than the chart'
    frames = [*_frames(measurer, chart, width, type)]
    if max(frame.field.right - frame.field.left for frame in frames) < width * LEAST_FIELD:
        return "no room is left for the marks"
    return ends.too_wide(measurer, chart, (0, width), size)


def draw(board: Board, chart: Chart, type: Type, color: str) -> Dumbbell:
    """Ours, then all others, then the scale with what its ends mean."""
    span, size = (0.0, board.width), type.label
    frames = [*_frames(board.measurer, chart, board.width, type)]
    least = min(_tall(frame, 0.0) for frame in frames)
    chart = ends.fitting(board.measurer, chart, span, board.height, least, size)
    tall = board.height - ends.height(board.measurer, chart, span, size)
    # Large figures come where all else has air too.
    frame = next((f for f in frames if _tall(f, float(f.way.large)) <= tall + 0.01), None)
    frame = frame or min(frames, key=lambda f: _tall(f, 0.0))
    air = _air(frame, tall)
    pieces, low = _pieces(frame, air)
    # What is left over stands between the rows and their scale.
    low = min(max(low, low + (tall - low - AXIS * size) / 2), tall - AXIS * size)
    field = replace(frame.field, top=0.0, bottom=low)
    plan = Dumbbell(
        *(field.left, field.top, field.right, field.bottom, field.low, field.high, field.ticks),
        pieces=tuple(pieces),
    )
    paint(board, plan, color)
    _scale(board, chart, plan, size)
    ends.draw(board, chart, span, board.height, size, color)
    return plan


def _frames(measurer: Measurer, chart: Chart, width: float, type: Type) -> Iterator[DumbbellFrame]:
    """The ways that fit the width, the best first; one fits always."""
    large = type.number <= LARGE * type.label
    placed = ((True, False), (True, True), (False, True), (False, False))
    ways = [
        DumbbellWay(line, column, big)
        for line, column in placed
        for big in ((True, False) if large else (False,))
    ]
    ways += [DumbbellWay(line, column, compact=True) for line, column in placed]
    for way in ways:
        frame = DumbbellFrame(measurer, chart, width, type, way)
        if way.column and not frame.fits_column:
            continue
        if way.line and not (len(known(frame.ours)) > 1 and lie_apart(frame)):
            continue
        least = LARGE_FIELD if way.large and not way.line else LEAST_FIELD
        if frame.field.right - frame.field.left >= width * least or way == ways[-1]:
            yield frame


def _pieces(frame: DumbbellFrame, air: float) -> tuple[list[Piece], float]:
    first, y = ours(frame, 0.0, air)
    second, y = others(frame, y, air)
    return [*first, *second], y + frame.size * 0.3


def _tall(frame: DumbbellFrame, air: float) -> float:
    """The height of all but what the ends of the scale mean."""
    return _pieces(frame, air)[1] + AXIS * frame.size


def _air(frame: DumbbellFrame, tall: float) -> float:
    """With how many units of air all is as high as this."""
    low, high = 0.0, MOST_AIR
    if _tall(frame, high) <= tall:
        return high
    for _ in range(16):
        middle = (low + high) / 2
        low, high = (middle, high) if _tall(frame, middle) <= tall else (low, middle)
    return low


def _scale(board: Board, chart: Chart, plan: Dumbbell, size: float) -> None:
    """A line with ticks and their figures; such as would meet are left out."""
    hue, low = board.theme.muted, plan.bottom
    board.line([plan.left, plan.right], [low, low], hue, size * 0.05)
    texts = [wording.number(tick, chart.format) for tick in plan.ticks]
    widest = max(board.measurer.width(text, "regular", size) for text in texts) + size * 0.5
    apart = (plan.right - plan.left) / (len(texts) - 1)
    every = next(n for n in range(1, len(texts) + 1) if n * apart >= widest or n == len(texts))
    for i, (tick, text) in enumerate(zip(plan.ticks, texts, strict=True)):
        x = plan.x(tick)
        board.line([x, x], [low, low + size * TICK], hue, size * 0.05)
        if i % every == 0:
            board.text(x, low + size * FIGURES, text, size, hue, align="center")
