"""How lines are told apart: by thickness, dash and mark too, never by color alone.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from datawalk.exhibits import Series
from datawalk.page.figure import Style
from datawalk.theme import Theme

MARKS = ("o", "s", "^", "D")
"""Of these shapes charts of PowerPoint have their own."""
DASHES: tuple[tuple[float, float] | None, ...] = (
    *(None, (4, 1.6), (1.2, 1.4)),
    *((6, 1.2), (2.4, 1.2)),
)
DOTTED = (1.2, 1.4)
"""The benchmark's dash."""
OURS, OTHERS = 0.62, 0.46
"""Size of the marks, in ems."""


def styles(series: Sequence[Series], theme: Theme, color: str, size: float) -> tuple[Style, ...]:
    """How each line is drawn, in order: ours strong and unbroken, the others told by dash too."""
    ours, others = count(), count()
    return tuple(
        Style(color, size * 0.2, None, MARKS[next(ours) % len(MARKS)])
        if row.highlight
        else _other(next(others), theme, size)
        for row in series
    )


def _other(i: int, theme: Theme, size: float) -> Style:
    """The round mark comes last, as that is the first of ours."""
    mark = MARKS[(i + 1) % len(MARKS)]
    return Style(theme.muted, size * 0.1, DASHES[i % len(DASHES)], mark)


def benchmark(theme: Theme, size: float) -> Style:
    """How the line of the benchmark is drawn; it has no marks."""
    return Style(theme.accent, size * 0.11, DOTTED)


def diameter(series: Series, size: float) -> float:
    """The diameter of the marks of a line, in points."""
    return size * (OURS if series.highlight else OTHERS)
