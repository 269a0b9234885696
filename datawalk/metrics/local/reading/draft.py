"""A table with its names while its cells are still judged column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from datawalk.metrics.local.reading.grid import LeftOut, letter
from datawalk.problems import At, Problem


@dataclass(frozen=True, slots=True)
class DraftColumn:
    """The cells of a column, and its different texts: most judging looks at those alone."""

    cells: Sequence[str]
    different: frozenset[str]

    @classmethod
    def of(cls, cells: Sequence[str]) -> DraftColumn:
        return cls(cells, frozenset(cells))

    @property
    def digits(self) -> bool:
        """Whether every cell that is filled holds plain digits alone."""
        joined = "".join(self.different)
        return joined.isascii() and joined.isdigit()

    def replaced(self, mapping: Mapping[str, str]) -> DraftColumn:
        """The column with some of its texts written otherwise."""
        if not mapping:
            return self
        get = mapping.get
        different = frozenset(get(text, text) for text in self.different)
        return DraftColumn([get(cell, cell) for cell in self.cells], different)


@dataclass(frozen=True)
class Draft:
    """Columns of equal length; `places` are their numbers in the file, from 0."""

    file: str
    names: tuple[str, ...]
    columns: tuple[DraftColumn, ...]
    lines: Sequence[int]
    places: tuple[int, ...]
    workbook: bool
    separator: str
    labels: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    told: tuple[Problem, ...] = ()

    def where(self, column: int, text: str) -> tuple[str, At]:
        """The first cell of a column with this text: what it is called, and its line."""
        row = self.columns[column].cells.index(text)
        line = self.lines[row]
        name = f"{letter(self.places[column])}{line}" if self.workbook else f"line {line}"
        return name, At(self.file, line)
