"""How lines are told apart: by thickness, dash and mark too, never by color alone.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from datawalk.exhibits import Series
from datawalk.page.figure import Style
from datawalk.theme import Theme, mix

MARKS = ("o", "s", "^", "D")
"""Of these shapes charts of PowerPoint have their own."""
DASHES: tuple[tuple[float, float] | None, ...] = (
    *(None, (4, 1.6), (1.2, 1.4)),
    *((6, 1.2), (4, 1.6)),
)
DASHED, DOTTED = (2.4, 1.2), (1.2, 1.4)
"""The dashes of the benchmark, and of what is worked out from figures."""
OURS, OTHERS, END = 0.77, 0.46, 1.3
"""Size of the marks, in ems: of ours, of others, and of the first and the last of ours."""
THICK, THIN, WORKED_OUT = 0.38, 0.18, 0.2
"""How thick lines are, in ems: ours, others, and those that were worked out."""
GREY = 0.26
"""How much paper is in the marks that ours are compared with."""


def comparison(theme: Theme) -> str:
    """The color of marks that ours are compared with."""
    return mix(theme.muted, theme.paper, GREY)


def styles(
    series: Sequence[Series], theme: Theme, color: str, size: float, *, plain: bool = False
) -> tuple[Style, ...]:
    """How each line is drawn, in order: ours strong and unbroken, the others told by dash too.

    One that was worked out is dotted in ink and has no marks; then no other is dotted. Where it
    is to be `plain`, and one line is ours, the others have no marks either.
    """
    plain = plain and any(row.highlight for row in series)
    ours, others = count(), count()
    dotted = any(row.worked_out for row in series)
    dashes = tuple(dash for dash in DASHES if not (dotted and dash == DOTTED))

    def style(row: Series) -> Style:
        if row.worked_out:
            return Style(theme.ink, size * WORKED_OUT, DOTTED, "")
        if row.highlight:
            return Style(color, size * THICK, None, MARKS[next(ours) % len(MARKS)])
        i = next(others)
        # The round mark comes last, as that is the first of ours.
        mark = "" if plain else MARKS[(i + 1) % len(MARKS)]
        return Style(comparison(theme), size * THIN, dashes[i % len(dashes)], mark)

    return tuple(map(style, series))


def benchmark(theme: Theme, size: float) -> Style:
    """How the line of the benchmark is drawn; it has no marks."""
    return Style(theme.ink, size * 0.11, DASHED)


def diameter(series: Series, size: float) -> float:
    """The diameter of the marks of a line, in points."""
    return size * (OURS if series.highlight else OTHERS)
