"""What ink is on a page to a reader: words in paragraphs, tables, parts of a structure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from datawalk.page.figure import Drawing
from datawalk.page.marks import Disc, Icon, Photo, Rect, Rule, Symbol, Text

Leaf = Text | Rect | Rule | Disc | Photo | Drawing | Symbol | Icon
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
class TableGrid:
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


Ink = Leaf | Paragraph | Part | TableGrid


def leaves(ink: Iterable[Ink]) -> Iterator[Leaf]:
    """All that is painted, in order, whatever it is part of."""
    for item in ink:
        if isinstance(item, Part):
            yield from leaves(item.ink)
        elif isinstance(item, Paragraph):
            yield from item.texts
        elif isinstance(item, TableGrid):
            yield from leaves((item.part,))
        else:
            yield item
