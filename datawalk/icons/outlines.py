"""The outlines of icons: one closed shape each, on a square of 256 units."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from datawalk.shipped import table

SIDE = 256.0
"""Units along the square that every icon stands in; x runs right, y runs down."""

Stroke = Literal["M", "L", "C", "Z"]
"""As in SVG: begin at a point, a line to it, a curve over two others to it, back to the start."""

Step = tuple[Stroke, tuple[tuple[float, float], ...]]
"""A stroke and its points."""

_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")


@cache
def names() -> tuple[str, ...]:
    """The icons that a station may have, in the order of the alphabet."""
    return tuple(sorted(row["icon"] for row in table("icons/outlines.csv")))


@cache
def outlines() -> Mapping[str, tuple[Step, ...]]:
    """All icons by name, and what is counted one by one: people, homes, dollars.

    An outline is the same by the even-odd and by the nonzero rule.
    """
    rows = (*table("icons/outlines.csv"), *table("icons/counted.csv"))
    return MappingProxyType({row["icon"]: _outline(row["outline"]) for row in rows})


def placed(name: str, x: float, y: float, side: float) -> tuple[Step, ...]:
    """The icon in a square with its left top at (x, y)."""
    unit = side / SIDE
    return tuple(
        (stroke, tuple((x + px * unit, y + py * unit) for px, py in points))
        for stroke, points in outlines()[name]
    )


def _outline(written: str) -> tuple[Step, ...]:
    return tuple(
        (cast(Stroke, stroke), _points(numbers)) for stroke, numbers in _STEP.findall(written)
    )


def _points(numbers: str) -> tuple[tuple[float, float], ...]:
    read = [float(number) for number in numbers.split()]
    return tuple(zip(read[::2], read[1::2], strict=True))
