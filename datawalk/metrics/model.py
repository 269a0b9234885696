"""The nouns of the data: place, metric, observation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

ALL = "All"

Level = Literal["county", "place", "benchmark"]
"""`place` is a city, as in the published files; `benchmark` is a middle (median) of many places."""


class Quality(StrEnum):
    """The Urban Institute's grade of a figure; on Weak figures a community should not act."""

    STRONG = "Strong"
    MARGINAL = "Marginal"
    WEAK = "Weak"


@dataclass(frozen=True, slots=True)
class Place:
    """A county, a city or a benchmark.

    `geoid` is state + county (5 digits), state + place (7 digits), or a word such as `us-median`.
    """

    geoid: str
    level: Level
    name: str
    state: str = ""
    abbreviation: str = ""

    @property
    def full(self) -> str:
        """'Boone County, Missouri'."""
        return f"{self.name}, {self.state}" if self.state else self.name

    @property
    def short(self) -> str:
        """'Boone County, MO'."""
        return f"{self.name}, {self.abbreviation}" if self.abbreviation else self.name


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure stands: file name, line in it (the header is 1), column, edition."""

    file: str
    line: int
    column: str
    edition: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Why there is no figure: a code, and what its words name. `reasons` says it in words.

    `metric` is the one whose own words it is, `group` that which alone has no figure, by its
    English label.
    """

    code: str
    year: int = 0
    metric: str = ""
    group: str = ""
    state: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a figure needs a second look: the name by which an author answers it, and which rule of
    its metric in doubts.csv it breaks. `doubts` says it in words.

    `people` is that of the rule. `beside` are other years with their figures, `others` places
    with the same figure, and `more` counts those that are not among them.
    """

    name: str
    rule: str
    people: int = 0
    beside: tuple[tuple[int, float], ...] = ()
    others: tuple[Place, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure, or the reason why there is none.

    `value` is as stored (shares from 0 to 1). A metric that compares two shares has `pair`
    (left, right) instead. `lower` and `upper` are the 95 percent bounds. Exactly one of
    `missing` and (`value` or `pair`) is set. `doubts` are reasons to look twice before printing.
    A middle says in `among` how many places it is the middle of.
    """

    metric: str
    place: Place
    year: int | None
    group_kind: str = "all"
    group: str = ALL
    value: float | None = None
    pair: tuple[float, float] | None = None
    lower: float | None = None
    upper: float | None = None
    quality: Quality | None = None
    missing: Gap | None = None
    origin: Origin | None = None
    doubts: tuple[Doubt, ...] = ()
    among: int = 0

    @property
    def known(self) -> bool:
        return self.value is not None or self.pair is not None


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as it is printed, with the observation that it came from."""

    text: str
    observation: Observation


@dataclass(frozen=True, slots=True)
class OwnPrinted:
    """A number of a community's own file as it is printed, and the cell that it came from.

    `stored` is the cell's number, or its text where it holds more than one; `lower` and `upper`
    are 95 percent bounds. `measure` is the column (in a long table, the measure), `column` where
    the number stands. `group_kind` is the heading of the groups. `cell` is what a person calls it,
    such as Sheet1!C7, and `source` the credit that is printed.
    """

    text: str
    stored: float | str
    lower: float | None
    upper: float | None
    label: str
    measure: str
    area: str
    group_kind: str
    group: str
    year: str
    file: str
    sheet: str
    column: str
    line: int
    cell: str
    source: str


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How values of a chart are written: value x `multiply`, `decimals` places, affixes."""

    multiply: float = 1
    decimals: int = 0
    prefix: str = ""
    suffix: str = ""


Ring = tuple[tuple[float, float], ...]
"""Points (x, y) on a plane, y upwards; the last joins the first."""
