"""A chart or a map on a page: its plan, which every painter draws by."""

from __future__ import annotations

from dataclasses import dataclass, field

from datawalk.exhibits import Chart, Map
from datawalk.page.marks import Mark
from datawalk.typography.measure import Line
from datawalk.typography.sizes import Type


@dataclass(frozen=True, slots=True)
class Style:
    """How a series is drawn: its color, the thickness of its line, its dash, and its marks.

    `dash` is in thicknesses of the line, `mark` one of ("o", "s", "^", "D"), or "" for none.
    """

    color: str
    line: float = 0
    dash: tuple[float, float] | None = None
    mark: str = "o"


@dataclass(frozen=True, slots=True)
class Field:
    """Where the values of a chart stand, in its own points, and from which to which they run.

    `low` and `high` are values as stored, at the ends of the axis; `ticks` are the round ones from
    end to end, by which it is written or grows. `styles` has one for each series; its line is
    as thick as bars are.
    """

    left: float
    top: float
    right: float
    bottom: float
    low: float
    high: float
    ticks: tuple[float, ...] = ()
    styles: tuple[Style, ...] = ()

    def x(self, value: float) -> float:
        """Where a value stands on an axis that runs to the right."""
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class EndWords:
    """What low and high figures mean, in lines under a chart, which they leave `tall` points less.

    They stand at both ends of the span from `left` to `right`.
    """

    low: tuple[Line, ...]
    high: tuple[Line, ...]
    left: float
    right: float
    tall: float


@dataclass(frozen=True, slots=True)
class Native:
    """What a chart or a map of an office program needs beyond the plan; each form has its own."""

    ends: EndWords | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class FigurePlan:
    """A chart or a map as it is drawn: marks from its own left top, and the field of a chart.

    One that an office program is to show has its `native` plan too.
    """

    marks: tuple[Mark, ...]
    field: Field | None = None
    native: Native | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart or a map in its place, planned by `datawalk.figures` for this size."""

    x: float
    y: float
    w: float
    h: float
    exhibit: Chart | Map
    type: Type
    color: str
    plan: FigurePlan
