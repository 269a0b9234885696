"""Tables whose columns are years: visits in 2021, 2022 and 2023 beside each other."""

from __future__ import annotations

import re

from datawalk.metrics.local.shape import Shape
from datawalk.metrics.local.times import periods

_EDGES = " _-:,.()"


def stem(heading: str) -> tuple[str, str] | None:
    """What is measured and when, of visits_2021 or 2021; None where the heading names no time."""
    if periods.heading(heading):
        return "", heading
    for cut in re.finditer(r"[\s_:,(.-]+", heading):
        head, tail = heading[: cut.start()], heading[cut.end() :].strip(_EDGES)
        for what, when in ((head, tail), (tail, head)):
            if what and periods.heading(when):
                return what, when
    return None


def siblings(shape: Shape, measure: str) -> dict[str, str]:
    """The columns that show the same as `measure` at other times, each with its time.

    {} where the table has rows for times, or has no other such column.
    """
    ours = stem(measure) if shape.year is None and not shape.long else None
    if ours is None:
        return {}
    found = {name: stem(name) for name in shape.measures}
    same = {n: s[1] for n, s in found.items() if s and s[0].lower() == ours[0].lower()}
    return same if len(same) > 1 else {}
