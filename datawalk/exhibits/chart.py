"""Pictures of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from datawalk.exhibits.base import Exhibit
from datawalk.metrics.model import NumberFormat
from datawalk.prose import Words


@dataclass(frozen=True, slots=True)
class Point:
    """One mark of a chart. Without a value, `printed` says why in a few words.

    `remark` is told under the label. `count` is how many of 100 figures stand for it. `when` is
    the time of a point of a line, in years, where its label is not a plain year. A `weak` one is
    drawn hollow in a distribution.
    """

    label: str
    value: float | None
    printed: str
    lower: float | None = None
    upper: float | None = None
    highlight: bool = False
    remark: str = ""
    count: int | None = None
    when: float | None = None
    weak: bool = False

    @property
    def time(self) -> float:
        """Where a point of a line stands in time, in years."""
        return float(self.label) if self.when is None else self.when


@dataclass(frozen=True, slots=True)
class LineChange:
    """What is told of the way from the first to the last figure of a line, such as '$900 more'.

    It is `sure` where the change is surer than the ranges of both figures.
    """

    told: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Series:
    """Points under one name. In a line chart the labels of the points are years or other times.

    A line that is `worked_out` was counted by nobody: it is dotted and has no marks. A row of a
    `middle` is no place, but where half of them lie under it.
    """

    label: str
    points: tuple[Point, ...]
    highlight: bool = False
    worked_out: bool = False
    middle: bool = False
    change: LineChange | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A benchmark drawn as a labelled line, such as 'Middle U.S. county: 80%'."""

    label: str
    value: float
    printed: str


@dataclass(frozen=True, slots=True)
class Bracket:
    """Two points of our row, by their places, and in words how far they are apart."""

    first: int
    second: int
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """A line of a network from one point to another, by their places, with its number, and what
    it stands for."""

    start: int
    end: int
    number: int
    words: str = ""


ChartForm = Literal[
    "bars",
    "dots",
    "lines",
    "distribution",
    "network",
    "slope",
    "grouped",
    "panels",
    "diverging",
    "pairs",
    "parts",
    "steps",
    "dumbbell",
    "lineup",
]


USUAL, FINE, FINEST = 115, 100, 300
"""So many places have dots of at least this part of their range; more have finer ones."""
TALL = 0.2
"""How high a tower of the smallest dots may be, of that range."""


def in_columns(field: Sequence[float]) -> bool:
    """Whether a distribution of these values has columns in place of a dot for each place.

    So it is where so many figures are alike that dots would have to be smaller than can be seen.
    """
    values = sorted(field)
    parts = min(FINEST, FINE * max(1.0, len(values) / USUAL) ** 0.5)
    grain = (values[-1] - values[0]) / parts if values else 0.0
    pairs = zip(values, values[int(parts * TALL) :], strict=False)
    return any(high - low <= grain for low, high in pairs)


@dataclass(frozen=True, kw_only=True)
class Chart(Exhibit):
    """A picture of numbers, or of who works with whom.

    `bars` and `dots` hold one series, a point for each place or group. `lines` hold a series
    for each place and a point for each year, in order, with gaps as points without a value.
    A `slope` is the same with two years. `grouped` bars hold up to three series, each with a
    point for the same groups. `panels` are lines, each in a small chart of its own.
    A `distribution` holds the values of all places in `field`, of which some are points too, as
    they are named (those of a second series where there is room), and some Weak (`hollow`);
    `field_label` says what a dot or a column is. Beside `reference` it may have a `second` one.
    `asides` stand under it where its layout has room, each with its icon, else are told. `ends`
    say what figures at the low and at the high end of the axis mean, in distributions, dots and
    dumbbells.
    A `network` holds one series, a point for each organization (what it is, in `printed`), and
    its `links`.
    `pairs` hold two series with the same points: what a group is a share of, and of what else.
    `parts` hold one series, a point for each part of a whole with its `count` of 100 figures.
    `steps` hold one series, each point a part of the one before, with its `count` of 100.
    A `dumbbell` holds a series for each place, ours first, all with a point for the same groups;
    a `bracket` says how far two of ours are apart.
    A `lineup` holds a series for each of one or two years, with the same points: those who stand
    at the place `count` of 100 in a line. The `remark` of the last ones says how they changed.
    `alt` says in words what the picture shows, `takeaway` its main point. A `bare` one has no
    sentences in its field: they stand beside it.
    """

    form: ChartForm
    series: tuple[Series, ...]
    format: NumberFormat
    alt: str
    reference: Reference | None = None
    field: tuple[float, ...] = ()
    hollow: tuple[float, ...] = ()
    second: Reference | None = None
    field_label: str = ""
    asides: tuple[tuple[str, Words], ...] = ()
    ends: tuple[str, str] | None = None
    takeaway: str = ""
    starts_at_zero: bool = True
    links: tuple[Link, ...] = ()
    bracket: Bracket | None = None
    bare: bool = False

    @property
    def middles(self) -> tuple[Reference, ...]:
        """The lines to compare with."""
        return tuple(line for line in (self.reference, self.second) if line)
