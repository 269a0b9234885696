"""The marks of a page, and what they are to a reader.

All lengths are points (1/72 in); x runs right, y runs down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from datawalk.exhibits import Chart, Map
from datawalk.metrics.model import Ring
from datawalk.typography.fonts import Face
from datawalk.typography.scripts.directions import Base
from datawalk.typography.sizes import Type

INCH = 72.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text in one face; `y` is its baseline. `base` is how its paragraph runs.

    On a bilingual sheet the words of the other language are `second`.
    """

    x: float
    y: float
    text: str
    face: Face
    size: float
    color: str
    width: float
    link: str = ""
    base: Base = ""
    second: bool = False


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, `opaque` from 0 to 1. `hatch` is the color of slanting lines over its fill."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    stroke: str = ""
    line: float = 0
    radius: float = 0
    dash: float = 0
    hatch: str = ""
    opaque: float = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    color: str
    line: float


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle with centre (x, y), filled or only drawn."""

    x: float
    y: float
    r: float
    fill: str = ""
    stroke: str = ""
    line: float = 0


@dataclass(frozen=True, slots=True)
class Path:
    """Lines through points. `closed` ones go back to their start and may be filled, with holes.

    `dash` are the lengths of a stroke and of the gap after it. `hatch` is the color of slanting
    lines over the fill.
    """

    lines: tuple[Ring, ...]
    fill: str = ""
    stroke: str = ""
    line: float = 0
    closed: bool = False
    dash: tuple[float, float] | None = None
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """PNG or JPEG bytes in a frame with its left top at (x, y), all of it filled."""

    x: float
    y: float
    w: float
    h: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Style:
    """How a series is drawn: its color, the thickness of its line, its dash, and its marks.

    `dash` is in thicknesses of the line, `mark` one of ("o", "s", "^", "D").
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
class FigurePlan:
    """A chart or a map as it is drawn: marks from its own left top, and the field of a chart."""

    marks: tuple[Mark, ...]
    field: Field | None = None


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


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code: rows of modules, True is dark, drawn as squares on a w x w field."""

    x: float
    y: float
    w: float
    rows: tuple[tuple[bool, ...], ...]
    color: str


Mark = Text | Rect | Disc | Path
"""What figures are made of."""
Leaf = Text | Rect | Rule | Disc | Photo | Drawing | Symbol
"""What stands on a page, the largest part of it in drawings made of marks."""

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of words in one language, each of its pieces from left to right, set as one.

    `size` is that of its type in points, `leading` from baseline to baseline in ems. A `number`
    is one to be seen from afar; its mark may stand raised behind it.
    """

    lines: tuple[tuple[Text, ...], ...]
    size: float
    leading: float
    align: Align = "left"
    form: Literal["text", "number"] = "text"

    @property
    def texts(self) -> tuple[Text, ...]:
        return tuple(text for line in self.lines for text in line)


Role = Literal[
    "H1",
    "H2",
    "P",
    "BlockQuote",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "Figure",
    "Artifact",
]
"""What ink is to a reader who hears the page: the structure types of PDF (ISO 32000-1, 14.8.4).

An Artifact is a letter that only adorns, such as the large sign over a quote: it is not read.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """Ink that belongs together, and what it is. Lines and fills in it are decoration.

    A Figure is told by `alt`; a TH says by `scope` whether it heads its row or its column.
    """

    role: Role
    ink: tuple[Ink, ...]
    alt: str = ""
    scope: Literal["", "Row", "Column"] = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell; a head says by `scope` what it heads, others have none."""

    words: tuple[Paragraph, ...]
    scope: Literal["", "Row", "Column"] = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """Cells in the order of the columns, the line under them, and the field that they stand on."""

    cells: tuple[Cell, ...]
    under: Rule | None
    ground: Rect | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: left and right of each column, its rows from `top` down, lines between columns.

    Each row reaches down to its line; the first may stand on a field, which ends it instead.
    """

    columns: tuple[tuple[float, float], ...]
    top: float
    rows: tuple[GridRow, ...]
    between: tuple[Rule, ...] = ()

    @property
    def lows(self) -> tuple[float, ...]:
        """Where each row ends."""
        return tuple(
            row.under.y1 if row.under else row.ground.y + row.ground.h if row.ground else self.top
            for row in self.rows
        )

    @property
    def part(self) -> Part:
        """The table as parts for those who hear it, with its lines and fields."""
        held: list[Ink] = [row.ground for row in self.rows if row.ground]
        for row in self.rows:
            cells = (Part("TH" if c.scope else "TD", c.words, scope=c.scope) for c in row.cells)
            held += [Part("TR", tuple(cells)), *((row.under,) if row.under else ())]
        return Part("Table", (*held, *self.between))


Ink = Leaf | Paragraph | Part | Grid


def leaves(ink: Iterable[Ink]) -> Iterator[Leaf]:
    """All that is painted, in order, whatever it is part of."""
    for item in ink:
        if isinstance(item, Part):
            yield from leaves(item.ink)
        elif isinstance(item, Paragraph):
            yield from item.texts
        elif isinstance(item, Grid):
            yield from leaves((item.part,))
        else:
            yield item
