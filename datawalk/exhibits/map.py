"""Maps: areas, points, and their legend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from datawalk.exhibits.base import Exhibit
from datawalk.metrics.model import Ring


@dataclass(frozen=True, slots=True)
class Area:
    """One area of a map. `shade` is the index of its class; None is 'no data'.

    A `ground` has no class: it is what points lie on.
    """

    key: str
    label: str
    rings: tuple[Ring, ...]
    printed: str
    shade: int | None
    highlight: bool = False
    ground: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a map, on the same plane as its areas; one without a label is not named.

    A `classed` one shows a figure: `name` and `printed` say whose and what, `shade` is the
    index of its class, None is 'no data'.
    """

    label: str
    x: float
    y: float
    name: str = ""
    printed: str = ""
    shade: int | None = None
    classed: bool = False
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class Shade:
    """One class of a map's legend: '31% to 34%', '23 counties', and how many that is."""

    label: str
    counted: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Called:
    """An area that is told of beside a map, by its key: 'Hickory County: 53%, the highest'."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class NearRow:
    """A row of the list of what is near: ours, an area beside it, or a middle of all."""

    label: str
    printed: str
    role: Literal["ours", "beside", "middle"] = "beside"


@dataclass(frozen=True, slots=True)
class Locator:
    """A small map that tells where the areas of a map lie: `here` inside `around`, metres."""

    label: str
    around: tuple[Ring, ...]
    here: tuple[Ring, ...]


@dataclass(frozen=True, kw_only=True)
class Map(Exhibit):
    """Areas in classes, lightest first, with a legend and named spots. Their plane is in metres.

    `unknown` is the class of areas without a value, if there are any.
    `named` lists keys of areas whose names are written on the map, `valued` of those whose
    figures are. `ours` is what is said of the outlined area. `called` are areas of which more
    is said, what matters most first; `near` is a list to stand beside the areas under
    `near_head`. `edge` is the outline of all areas together, if it is known; `counts` says what
    the bars of the legend count. A `headed` one has a heading that its author wrote.
    """

    areas: tuple[Area, ...]
    shades: tuple[Shade, ...]
    legend: str
    alt: str
    spots: tuple[Spot, ...] = ()
    named: tuple[str, ...] = ()
    unknown: Shade | None = None
    takeaway: str = ""
    locator: Locator | None = None
    valued: tuple[str, ...] = ()
    ours: str = ""
    called: tuple[Called, ...] = ()
    near: tuple[NearRow, ...] = ()
    near_head: str = ""
    edge: tuple[Ring, ...] = ()
    counts: str = ""
    headed: bool = False

    @property
    def of_points(self) -> bool:
        """Whether points show the figures, not areas."""
        return any(spot.classed for spot in self.spots)
