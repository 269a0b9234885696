"""One scale of type for all sheets of a walk: a size for each role, by the size of the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from datawalk.prose import SECOND
from datawalk.typography.breaks import SMALLER
from datawalk.typography.fonts import Face
from datawalk.typography.sizes import Type


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes of type on a sheet, in points.

    A title takes the largest of three that it fits, a long one in three lines the smallest.
    """

    number: float
    number_long: float
    station: float
    station_of_two_digits: float
    title: float
    title_tight: float
    title_long: float
    quote: float
    value: float
    value_beside: float
    takeaway: float
    takeaway_beside: float
    head: float
    question: float
    body: float
    label: float
    starter: float
    note: float

    @property
    def roomy(self) -> Type:
        """What exhibits are set in, where every sheet of the walk has room for it."""
        return Type(
            *(self.station, self.head, self.head),
            *(self.body, self.label, self.note),
            self.value_beside,
        )

    @property
    def tight(self) -> Type:
        """The least that can be read from where people stand."""
        lead = self.question
        body = max(self.label, self.starter)
        return Type(
            *(self.station_of_two_digits, lead, lead),
            *(body, self.label, self.note),
            self.value_beside,
        )

    def heaviest(self, said: str, size: float) -> Face:
        """The face of short words: in two languages, black could make the second too small."""
        return "bold" if SECOND in said and size * SMALLER < self.label else "black"

    @property
    def enlarged(self) -> float:
        """How large the band and what is drawn in it are, next to a 24 x 36 in sheet."""
        return self.title / _SIZES["title"][_WALL]


_SCALES = (0.329, 0.465, 0.707, 1.0, 1.414)
"""The sheets that sizes were chosen for, by the root of their area: letter, tabloid, 18 x 24,
24 x 36 and 36 x 48 in. They are read from 1.4, 2, 4, 5 and 6.5 feet."""
LETTER, TABLOID = _SCALES[:2]
_WALL = 3
"""The 24 x 36 in sheet among them."""
_SIZES = {
    "number": (112, 238, 374, 520, 690),
    "number_long": (76, 155, 244, 340, 450),
    "station": (58, 107, 167, 232, 308),
    "station_of_two_digits": (51, 94, 148, 205, 272),
    "title": (30, 62, 98, 136, 181),
    "title_tight": (27, 56, 89, 124, 165),
    "title_long": (21, 43, 68, 94, 125),
    "quote": (20, 38, 60, 84, 112),
    "value": (30, 50, 79, 110, 146),
    "value_beside": (22, 35, 55, 76, 101),
    "takeaway": (17, 28, 45, 62, 82),
    "takeaway_beside": (15, 25, 41, 56, 74),
    "head": (15, 23, 36, 50, 66),
    "question": (12, 20, 32, 44, 58),
    "body": (12, 17, 28, 36, 48),
    "label": (12, 15, 26, 32, 43),
    "starter": (11, 13, 22, 28, 37),
    "note": (10, 12, 18, 22, 29),
}
"""The sizes chosen for them, in points."""


@lru_cache(maxsize=64)
def type_scale(scale: float) -> TypeScale:
    """The sizes on a sheet that is `scale` times as large as 24 x 36 in, by the root of its area.

    Between the chosen sheets they lie in between; sheets that are larger than all of them are
    read from farther away, and smaller ones from no nearer.
    """
    found = {role: _at(scale, sizes) for role, sizes in _SIZES.items()}
    # Notes have one size on every sheet, and so has what stands on them.
    most = float(max(_SIZES["starter"]))
    return TypeScale(**{**found, "starter": min(found["starter"], most)})


def _at(scale: float, sizes: tuple[float, ...]) -> float:
    if scale >= _SCALES[-1]:
        return sizes[-1] * scale / _SCALES[-1]
    steps = pairwise(zip(_SCALES, sizes, strict=True))
    for (low, small), (high, large) in steps:
        if scale < high:
            share = max(0.0, (scale - low) / (high - low))
            return small + (large - small) * share
    raise AssertionError(scale)
