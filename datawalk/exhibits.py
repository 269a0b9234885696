"""The eight things that can hang on the wall. Renderers know these and nothing else.

Everything in an exhibit is final: words are filled in, figures are formatted, colours and
sizes are not yet chosen. `figures` traces each printed number to its observation, `own` each
number of a community's own file to its cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from datawalk.metrics.model import NumberFormat, OwnPrinted, Printed, Ring
from datawalk.problems import NOWHERE, At
from datawalk.prose import Words

Titles = Literal["question", "takeaway", "neutral"]
"""Over a chart: what the station asks, the chart's main point with its number, or what it shows."""


@dataclass(frozen=True, kw_only=True)
class Exhibit:
    """What all eight share. `note` is a short remark printed under the exhibit.

    `sources` say who counted its figures, when, and how sure they are. `terms` say of data of
    the community's own how they were counted and what they may be used for. `block` and `kind`
    tell which block of the station it came from, counted from 1. `span` and `emphasis` are
    what the author wishes for its place on a sheet, `titles` what should stand over a chart or a
    map; None is what is usual in a medium.
    """

    heading: str = ""
    note: str = ""
    figures: tuple[Printed, ...] = ()
    own: tuple[OwnPrinted, ...] = ()
    sources: tuple[str, ...] = ()
    terms: str = ""
    at: At = field(default=NOWHERE, compare=False)
    block: int = field(default=0, compare=False)
    kind: str = field(default="", compare=False)
    span: Literal["full", "half"] | None = None
    emphasis: Literal["main"] | None = None
    titles: Titles | None = None


@dataclass(frozen=True, kw_only=True)
class Prose(Exhibit):
    """Paragraphs. A quote says who spoke in `by`."""

    paragraphs: tuple[Words, ...]
    form: Literal["body", "lead", "quote"] = "body"
    by: str = ""


def is_gap(exhibit: Exhibit) -> bool:
    """Whether it only says that there is no figure, and why."""
    return (
        isinstance(exhibit, Prose)
        and bool(exhibit.figures)
        and not any(figure.observation.known for figure in exhibit.figures)
    )


@dataclass(frozen=True, kw_only=True)
class Bullets(Exhibit):
    """A list; `questions` are the numbered talk of a station.

    Items of a `timeline` begin with their date and a line break. `first` is the number of the
    first item, where a list goes on from another page.
    """

    items: tuple[Words, ...]
    form: Literal["bullets", "numbers", "questions", "timeline"] = "bullets"
    first: int = 1


@dataclass(frozen=True, kw_only=True)
class Stat(Exhibit):
    """One big number with its sentence.

    `share` is the count out of 100 to show as an icon array, or None. `range` says how sure
    the number is, such as "between 81 and 88 of 100", `about` the same as a simple fraction.
    """

    number: str
    sentence: Words
    share: int | None = None
    range: str = ""
    about: str = ""
    comparison: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its label and one cell for each column."""

    stub: str
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Table(Exhibit):
    """`highlight` is the index of the column, or of the row, that is our place."""

    stub_head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    highlight_column: int | None = None
    highlight_row: int | None = None
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One mark of a chart. Without a value, `printed` says why in a few words.

    `remark` is told under the label. `count` is how many of 100 figures stand for it. `when` is
    the time of a point of a line, in years, where its label is not a plain year.
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

    @property
    def time(self) -> float:
        """Where a point of a line stands in time, in years."""
        return float(self.label) if self.when is None else self.when


@dataclass(frozen=True, slots=True)
class Series:
    """Points under one name. In a line chart the labels of the points are years or other times."""

    label: str
    points: tuple[Point, ...]
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A benchmark drawn as a labelled line, such as 'Middle U.S. county: 80%'."""

    label: str
    value: float
    printed: str


@dataclass(frozen=True, slots=True)
class Link:
    """A line of a network from one point to another, by their places, with its number."""

    start: int
    end: int
    number: int


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
]


MOST_DOTS = 150
"""A distribution of more places has columns."""
TOWER, GRAIN = 16, 1 / 80
"""So many places within this share of their range would be a tower of dots."""


def in_columns(field: Sequence[float]) -> bool:
    """Whether a distribution of these values has columns in place of a dot for each place.

    So it is with many places, and with many whose figures are alike.
    """
    if len(field) > MOST_DOTS:
        return True
    values = sorted(field)
    grain = (values[-1] - values[0]) * GRAIN if values else 0.0
    pairs = zip(values, values[TOWER:], strict=False)
    return any(high - low <= grain for low, high in pairs)


@dataclass(frozen=True, kw_only=True)
class Chart(Exhibit):
    """A picture of numbers, or of who works with whom.

    `bars` and `dots` hold one series, a point for each place or group. `lines` hold a series
    for each place and a point for each year, in order, with gaps as points without a value.
    A `slope` is the same with two years. `grouped` bars hold up to three series, each with a
    point for the same groups. `panels` are lines, each in a small chart of its own.
    A `distribution` holds the values of all places in `field`, of which some are points too, as
    they are named; `field_label` says what a dot or a column is.
    A `network` holds one series, a point for each organization (what it is, in `printed`), and
    its `links`.
    `pairs` hold two series with the same points: what a group is a share of, and of what else.
    `parts` hold one series, a point for each part of a whole with its `count` of 100 figures.
    `steps` hold one series, each point a part of the one before, with its `count` of 100.
    `alt` says in words what the picture shows, `takeaway` its main point.
    """

    form: ChartForm
    series: tuple[Series, ...]
    format: NumberFormat
    alt: str
    reference: Reference | None = None
    field: tuple[float, ...] = ()
    field_label: str = ""
    takeaway: str = ""
    starts_at_zero: bool = True
    links: tuple[Link, ...] = ()


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
    """One class of a map's legend: '31% to 34%', and '23 counties'."""

    label: str
    counted: str


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
    `named` lists keys of areas whose names are written on the map.
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

    @property
    def of_points(self) -> bool:
        """Whether points show the figures, not areas."""
        return any(spot.classed for spot in self.spots)


@dataclass(frozen=True, kw_only=True)
class Picture(Exhibit):
    """A photo or drawing, already checked and turned upright: PNG or JPEG bytes."""

    data: bytes = field(repr=False)
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a writing space."""

    label: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class WritingSpace(Exhibit):
    """Room to write or stick. The heading is the prompt.

    `zone` is a dashed field for sticky notes, `dots` one for dots with a line for each column,
    `lines` are ruled lines, `notes` are columns with squares for notes, `table` is ruled rows.
    `hint` says what to do.
    """

    form: Literal["zone", "dots", "lines", "notes", "table"]
    columns: tuple[Column, ...] = ()
    rows: int = 3
    hint: str = ""
