"""The sizes and colours that an exhibit is set in, and how both follow the sheet.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from datawalk.exhibits import Exhibit
from datawalk.page.document import Medium
from datawalk.page.marks import INCH
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

REFERENCE_AREA = 24 * 36 * INCH * INCH
"""Sizes of type are given for a 24 x 36 in sheet, read from 5 feet."""

SAFE = 0.5 * INCH
"""No type comes nearer to an edge: presses trim there (shortrunposters.com)."""
SAFE_SMALL = 0.25 * INCH
"""The same on paper of office printers, which trim nothing and leave 3 to 5 mm white."""
SMALL_SHEET = (8.5 * 14 * INCH * INCH / REFERENCE_AREA) ** 0.5
"""Scale of legal, the largest of those papers."""

WALL = 0.6
"""Sheets under this scale lie on a table."""

POINTS_PER_FOOT = 6.4
"""Smallest comfortable size of type for each foot of distance (Knight ADRC poster guide)."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least sizes of type of a medium, in points: words, and notes that people step up to."""

    words: float
    notes: float


FLOORS: Mapping[Medium, Floor] = {
    # Military and HHS checklists for slides.
    "deck": Floor(18, 18),
    # Held in the hand, or lying on the table in front of one.
    "handout": Floor(11, 10),
    "placemat": Floor(11, 10),
    # What the American Council of the Blind asks for.
    "large-print": Floor(18, 18),
    # The title from 7 feet; the number is far larger.
    "signs": Floor(POINTS_PER_FOOT * 7, POINTS_PER_FOOT * 7),
    "flyer": Floor(11, 10),
    # Read at arm's length while standing.
    "script": Floor(14, 12),
    # Beside a poster, where people have stepped up to the notes.
    "glossary": Floor(POINTS_PER_FOOT * 2.5, 12),
    # In a newsletter, or on a phone: words of 20 of 1080 pixels and more.
    "images": Floor(9, 7),
    # In pixels of a browser, on wide windows drawn a little larger.
    "web": Floor(12, 11),
    # Held in the hand; what is read standing is set larger.
    "event": Floor(10, 10),
}
"""A medium knows from how far it is read; posters and covers have a scale
(layout/poster/type_scale.py)."""


Heights = dict[tuple[int, float, Type, float], tuple[Exhibit, tuple[float, float]]]
"""The least and the ideal height by exhibit (its id), width, type and scale.

The exhibit stands beside them, so that its id stays its own.
"""


@dataclass(frozen=True, slots=True)
class Look:
    """`scale` is 1 on a 24 x 36 in sheet; lines, gaps and type follow it.

    `known` are the heights of exhibits that were asked for already (setting.heights): looks that
    come from one another share them.
    """

    type: Type
    theme: Theme
    color: str
    scale: float
    measurer: Measurer
    known: Heights = field(default_factory=dict, compare=False, repr=False)

    @property
    def on_wall(self) -> bool:
        """Whether the sheet hangs on a wall, where people stick notes and dots; else they write."""
        return self.scale >= WALL

    def gap(self, share: float = 1.0) -> float:
        """Room between things: a line of body type by default."""
        return self.type.body * share


def scale_of(width: float, height: float) -> float:
    """How large a sheet is next to 24 x 36 in, by the root of its area."""
    return float((width * height / REFERENCE_AREA) ** 0.5)


def safe_margin(scale: float) -> float:
    """What stays free of words along the edges of a sheet."""
    return SAFE if scale > SMALL_SHEET else SAFE_SMALL
