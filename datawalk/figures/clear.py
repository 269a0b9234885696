"""Where words have room among lines: the nearest place in which they touch none.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

STEPS = 36
"""So many places are tried from the top down."""
FAR = 1.2
"""How much farther away, in heights of the words, a place without faint lines may be."""

At = tuple[float, float]
Segment = tuple[At, At]


@dataclass(frozen=True, slots=True)
class Clearing:
    """A rectangle that words take."""

    left: float
    top: float
    right: float
    bottom: float

    def moved(self, down: float) -> Clearing:
        """The same, so far down."""
        return replace(self, top=self.top + down, bottom=self.bottom + down)

    def meets(self, other: Clearing) -> bool:
        """Whether both have a point in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def cut_by(self, line: Segment) -> bool:
        """Whether a line runs through it."""
        (x, y), (end, low) = line
        first, last = 0.0, 1.0
        for start, way, least, most in (
            (x, end - x, self.left, self.right),
            (y, low - y, self.top, self.bottom),
        ):
            if not way:
                if not least < start < most:
                    return False
                continue
            enters, leaves = sorted(((least - start) / way, (most - start) / way))
            first, last = max(first, enters), min(last, leaves)
        return first < last


def segments(points: Sequence[At]) -> Iterator[Segment]:
    """The pieces of a line through points; of a lone one that itself."""
    if len(points) == 1:
        yield points[0], (points[0][0] + 0.1, points[0][1])
    yield from pairwise(points)


def nearest(
    wanted: Clearing,
    span: tuple[float, float],
    lines: Sequence[Segment],
    faint: Sequence[Segment],
    taken: Sequence[Clearing] = (),
) -> Clearing:
    """The place over or under `wanted`, inside the `span`, that no line and no words touch.

    It is the nearest; `faint` lines may run through it where others are `FAR` away. Where every
    place is touched it is one without words of others, and of these that with the fewest lines.
    """
    top, bottom = span
    reach = max(0.0, bottom - top - (wanted.bottom - wanted.top))
    tries = [top + reach * i / STEPS for i in range(STEPS + 1)]
    if top <= wanted.top <= top + reach:
        tries.append(wanted.top)
    tries.sort(key=lambda y: abs(y - wanted.top))
    far = FAR * (wanted.bottom - wanted.top)
    beside, thin = ([line for line in held if _beside(line, wanted)] for held in (lines, faint))
    # To meet other words is worse than to be cut by all lines.
    word = len(lines) + 1
    best, least = wanted.moved(tries[0] - wanted.top), (word * (len(taken) + 1), 0.0)
    for y in tries:
        away = abs(y - wanted.top)
        if least[0] == 0 and away >= least[1]:
            break
        place = wanted.moved(y - wanted.top)
        strong = sum(place.cut_by(line) for line in beside) + word * sum(map(place.meets, taken))
        cost = strong, away + far * any(place.cut_by(line) for line in thin)
        if cost < least:
            best, least = place, cost
    return best


def _beside(line: Segment, place: Clearing) -> bool:
    """Whether a line runs over or under a place, or through it."""
    (x, _), (end, _) = line
    return min(x, end) < place.right and max(x, end) > place.left
