"""Other places under ours, on the same scale and small.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Point, Series
from datawalk.figures.dumbbell.frame import BESIDE, COLUMN, DumbbellFrame, for_all, known
from datawalk.figures.dumbbell.parts import CrossLine, GroupMark, Hue, Piece, Wording, beside
from datawalk.figures.lines.ends import spread
from datawalk.figures.styles import DASHED
from datawalk.typography import fonts
from datawalk.words import say

BAND, MIDDLE = 0.45, 0.1
"""Thickness of the line between marks, and of the dashed one of a middle, in ems."""
STEP, ALIKE = 0.5, 0.25
"""Marks that would hide each other stand so many diameters over each other; those of one figure
are nearer."""
APART, CLEAR = 0.2, 0.03
"""The least room between rows; and between the words of two rows, below descenders; in ems."""


def others(frame: DumbbellFrame, top: float, air: float) -> tuple[list[Piece], float]:
    """Their heading and their rows from `top` down, and where they end."""
    if not frame.others:
        return [], top
    size, head = frame.size, frame.type.heading
    if frame.way.compact:
        return _rows(frame, top + size * 0.2, air)
    y = top + size * (0.4 + 0.4 * air) + head * fonts.CAP
    said = say("Elsewhere")
    wide = frame.text(said, "bold", head)
    pieces: list[Piece] = [
        Wording((said,), 0.0, y - head * fonts.CAP / 2, head, "bold", "ink", wide)
    ]
    made, y = _rows(frame, y + size * 0.35, air)
    return [*pieces, *made], y


def _rows(frame: DumbbellFrame, top: float, air: float) -> tuple[list[Piece], float]:
    pieces: list[Piece] = []
    y = top
    for row, series in enumerate(frame.others, start=1):
        y += frame.size * (APART + 0.6 * air)
        made, y = _row(frame, row, series, y)
        pieces += made
    return pieces, y + frame.size * 0.2


def _row(frame: DumbbellFrame, row: int, series: Series, top: float) -> tuple[list[Piece], float]:
    """A place from `top` down: its name, its marks, and what it has no figure for."""
    _, (tall, under) = _marks(frame, row, series, 0.0)
    if frame.way.column:
        lines = frame.lines(series.label, frame.width * COLUMN)
        high = max(frame.tall(lines), tall)
        words = frame.tall(lines) / 2 + frame.size * (fonts.DESCENT + CLEAR - APART)
        middle, low = top + high / 2, top + high / 2 + max(high / 2, under, words)
        name = frame.word(lines, frame.pad + frame.column, middle, side="right")
    else:
        lines = frame.lines(series.label, frame.width)
        name = frame.word(lines, 0.0, top + frame.tall(lines) / 2)
        middle = top + frame.tall(lines) + (frame.size * 0.35 + tall / 2 if tall else 0.0)
        low = middle + max(tall / 2, under)
    marks, _ = _marks(frame, row, series, middle)
    why, y = _why(frame, series, low)
    return [*marks, name, *why], y


def _marks(
    frame: DumbbellFrame, row: int, series: Series, y: float
) -> tuple[list[Piece], tuple[float, float]]:
    """The marks of a row around the height `y`; how high they are, and how far figures reach
    under `y`."""
    points = sorted(known(series), key=lambda p: p.value or 0.0)
    if not points:
        return [], (0.0, 0.0)
    size, across, field = frame.size, frame.small, frame.field
    hue: Hue = "ink" if series.middle else "muted"
    xs = [field.x(p.value or 0.0) for p in points]
    lanes = _lanes(frame, points, xs)
    alike = len({p.printed for p in points}) == 1
    step = across * (ALIKE if alike else STEP)
    heights = [y + (lane - max(lanes) / 2) * step for lane in lanes]
    first = CrossLine(xs[0], xs[-1], y, BAND * size, "quiet")
    if series.middle:
        first = replace(first, thick=MIDDLE * size, hue="ink", dash=DASHED)
    figures, under = _figures(frame, points, xs, y, across)
    pieces: list[Piece] = [*beside(first, figures, size * 0.15)]
    for point, x, at, figure in zip(points, xs, heights, figures, strict=True):
        group = next(i for i, p in enumerate(series.points) if p is point)
        pieces.append(GroupMark(row, group, point.value or 0.0, x, at, across, hue, figure))
        pieces += frame.range_of(point, at, 0.7)
    tall = max(across + max(lanes) * step, size * fonts.CAP)
    return pieces, (tall, under)


def _lanes(frame: DumbbellFrame, points: list[Point], xs: list[float]) -> list[int]:
    """Marks and ranges that would hide each other lie on lanes of their own."""
    ends: list[float] = []
    found = []
    for point, x in zip(points, xs, strict=True):
        low = point.lower if point.lower is not None else point.value or 0.0
        high = point.upper if point.upper is not None else point.value or 0.0
        begins = min(x - frame.small * 0.3, frame.field.x(low))
        lane = next((i for i, end in enumerate(ends) if end <= begins), len(ends))
        ends += [0.0] * (lane == len(ends))
        ends[lane] = max(x + frame.small * 0.3, frame.field.x(high))
        found.append(lane)
    return found


def _figures(
    frame: DumbbellFrame, points: list[Point], xs: list[float], y: float, across: float
) -> tuple[list[Wording], float]:
    """The least figure at the left, the largest at the right, all others beside their marks or
    under them; and how far they reach under `y`."""
    size, gap = frame.size, across / 2 + BESIDE * frame.size
    wides = [frame.text(p.printed, "bold", size) for p in points]
    low = min(frame.field.x(p.lower if p.lower is not None else p.value or 0.0) for p in points)
    high = max(frame.field.x(p.upper if p.upper is not None else p.value or 0.0) for p in points)

    def word(i: int, x: float, at: float) -> Wording:
        return Wording((points[i].printed,), x, at, size, "bold", "ink", wides[i])

    if len({p.printed for p in points}) == 1 and len(points) > 1:
        text = for_all(points[0].printed)
        wide = frame.text(text, "bold", size)
        x = max(xs[-1] + gap, high + BESIDE * size)
        return [Wording((text,), x, y, size, "bold", "ink", wide)] * len(points), 0.0
    if len(points) == 1:
        return [word(0, max(xs[0] + gap, high + BESIDE * size), y)], 0.0
    left = min(xs[0] - gap, low - BESIDE * size) - wides[0]
    first, last = word(0, left, y), word(-1, max(xs[-1] + gap, high + BESIDE * size), y)
    inner = range(1, len(points) - 1)
    if not inner:
        return [first, last], 0.0
    ranged = any(p.lower is not None for p in points)
    if not ranged and all(xs[i] - xs[i - 1] >= wides[i] + across + 0.5 * size for i in inner):
        held = [word(i, xs[i] - across / 2 - 0.2 * size - wides[i], y) for i in inner]
        return [first, *held, last], 0.0
    under = y + across * 0.5 + size * (0.4 + fonts.CAP / 2)
    under += STEP * across * (len(points) - 1) / 2 if max(_lanes(frame, points, xs)) else 0.0
    lefts = spread(
        [xs[i] - wides[i] / 2 for i in inner], [wides[i] + 0.5 * size for i in inner], frame.width
    )
    held = [word(i, at, under) for i, at in zip(inner, lefts, strict=True)]
    return [first, *held, last], under - y + size * (fonts.CAP / 2 + fonts.DESCENT)


def _why(frame: DumbbellFrame, series: Series, y: float) -> tuple[list[Piece], float]:
    """What a place has no figure for, and why; said once where it is the same for all."""
    silent = [point for point in series.points if point.value is None]
    if not silent:
        return [], y
    if len(silent) == len(series.points) and len({p.printed for p in silent}) == 1:
        said = silent[0].printed
    else:
        said = "; ".join(f"{point.label}: {point.printed}" for point in silent)
    left = frame.field.left if frame.way.column else 0.0
    lines = frame.lines(said, frame.width - left - frame.pad / 2, "italic")
    tall = frame.tall(lines)
    y += frame.size * 0.3
    word = frame.word(lines, left, y + tall / 2, "italic", "muted")
    return [word], y + tall + frame.size * fonts.DESCENT
