"""A community's own table as it may be shown: described, its small counts hidden, how sure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from datawalk.metrics.knowledge import atlas
from datawalk.metrics.local.columns import codes, digits
from datawalk.metrics.local.description import LocalMeasure
from datawalk.metrics.local.shape import Place, Shape, held_back
from datawalk.metrics.local.table import LocalTable
from datawalk.metrics.model import NumberFormat
from datawalk.problems import At, Problem, refuse
from datawalk.words import later, say

HIDDEN = later("hidden")
"""What stands in a cell whose number is not shown; it is the same for all of them."""
HIDDEN_WORDS = later("hidden to protect privacy")
ALMOST = 1e-6
Z_90, Z_95 = 1.645, 1.96


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """One number of a table. `lower` and `upper` are 95 percent bounds; `line` that of the file.

    `place` is its row and column in the table, from 0.
    """

    area: str
    group: str
    year: str
    value: float | None
    text: str
    lower: float | None
    upper: float | None
    hidden: bool
    line: int
    place: Place


@dataclass(frozen=True)
class OwnTable:
    """A table, the cells of it that stay hidden (row and column, from 0), and what its author
    should know. An `unsafe` one gives small counts away whatever is hidden: it is not shown."""

    shape: Shape
    hidden: frozenset[tuple[int, int]]
    unsafe: bool
    least: int
    warnings: tuple[Problem, ...]
    language: str

    @property
    def name(self) -> str:
        return self.shape.table.name

    @property
    def credit(self) -> str:
        """The source that the description gives, or ''."""
        if self.shape.source:
            return self.shape.source.credit
        whole = atlas.is_atlas(self.shape.table.columns)
        return atlas.source(self.language) if whole else ""

    @property
    def terms(self) -> str:
        """How the data were counted and what they may be used for, or ''."""
        own = self.shape.source.terms if self.shape.source else ""
        about = atlas.terms(self.language) if atlas.is_atlas(self.shape.table.columns) else ""
        return " ".join(part for part in (own, about) if part)

    @property
    def hidden_note(self) -> str:
        """What is told under an exhibit with a hidden number."""
        return say(
            "Numbers under {least} are hidden to protect people, and others that would tell them.",
            least=self.least,
        )

    def measure(self, name: str) -> LocalMeasure:
        """What is known about a measure. Raises Problems if there is none of that name."""
        self.shape.column(name)
        said = self.shape.described(name)
        if said.label is None and atlas.is_atlas(self.shape.table.columns):
            return atlas.described(name, self.shape.table.columns, self.language) or said
        return said

    def called(self, name: str) -> str:
        """What a measure is called on a sheet: by its author, else by its file."""
        return self.measure(name).label or self.shape.table.label(name)

    def format(self, name: str, lines: Collection[int] = ()) -> NumberFormat:
        """How the numbers of a measure are written: as precise as the file has them.

        Only those of the groups count that stand in `lines`: some files hold numbers and percents
        in one column. Raises Problems: some are percents and others not, or all could be shares
        of 1.
        """
        known = atlas.outcome(name) if atlas.is_atlas(self.shape.table.columns) else None
        if known:
            return known.format
        said = self.measure(name)
        figures = self.figures(name)
        groups = {f.group for f in figures if f.line in lines or not lines}
        told = [
            (f.text, f.value, f.line) for f in figures if f.value is not None and f.group in groups
        ]
        digits.refuse_mixed(self.name, name, said, told)
        return digits.form(said, [value for _, value, _ in told])

    def meaning(self, name: str) -> str:
        """A sentence that explains a measure of the registry, or ''."""
        held = atlas.is_atlas(self.shape.table.columns)
        known = atlas.outcome(name, self.language) if held else None
        return known.sentence if known else ""

    def table(self, columns: tuple[str, ...] | None) -> LocalTable:
        """The table with its hidden cells marked, or only `columns` of it, in that order."""
        table = self.shape.table
        chosen = [table.position(c) for c in columns] if columns else range(len(table.columns))
        hidden = say(HIDDEN)
        return replace(
            table,
            columns=tuple(table.columns[c] for c in chosen),
            cells=tuple(
                tuple(hidden if (i, c) in self.hidden else cell for i, cell in enumerate(column))
                for c, column in ((c, table.cells[c]) for c in chosen)
            ),
        )

    def areas(self, key: str) -> tuple[str, ...]:
        """The area of every row by the column `key`, or by its codes of census tracts."""
        table = self.shape.table
        whole = codes.tracts(table) if key not in table.columns else None
        if whole is not None:
            return whole
        return table.cells[table.position(key)]

    def figures(self, name: str) -> tuple[OwnFigure, ...]:
        """The numbers of a measure, in the order of the file.

        Raises Problems: words among the numbers, two for one area and year, a margin below zero.
        """
        if name not in self._figures:
            self._figures[name] = tuple(self._read(name))
        return self._figures[name]

    @cached_property
    def _figures(self) -> dict[str, tuple[OwnFigure, ...]]:
        """The numbers of the measures that were asked for."""
        return {}

    def _read(self, name: str) -> Iterator[OwnFigure]:
        column = self.shape.column(name)
        measure = self.measure(name)
        seen: dict[tuple[str, ...], int] = {}
        tracts = codes.tracts(self.shape.table) if atlas.is_atlas(self.shape.table.columns) else ()
        for row, (_, area, group, year) in self.shape.rows(name):
            line = self.shape.table.lines[row]
            area = tracts[row] if tracts else area
            key = (area, group, year)
            if key in seen:
                where = ", ".join(part for part in key if part)
                raise refuse(
                    f"{self.name} has two rows for {where}: lines {seen[key]} and {line}.",
                    "Keep one of them, or say in columns group and year how they differ.",
                    At(self.name, line),
                )
            seen[key] = line
            yield self._figure(row, column, measure, key)

    def adds_up(self, name: str, parts: Collection[OwnFigure], whole: OwnFigure) -> bool:
        """Whether the parts make up the whole, with the numbers that stay hidden.

        Numbers that the file itself holds back may be any.
        """
        column = self.shape.column(name)
        lines = self.shape.table.lines
        true = {lines[row]: self.shape.figure(row, column) for row, _ in self.shape.rows(name)}
        told = [true[part.line] for part in parts]
        off = (true[whole.line] or 0.0) - sum(value for value in told if value is not None)
        return off >= -ALMOST if None in told else abs(off) <= ALMOST

    def _figure(
        self, row: int, column: int, measure: LocalMeasure, key: tuple[str, str, str]
    ) -> OwnFigure:
        text = self.shape.table.cells[column][row]
        where = (self.shape.table.lines[row], (row, column))
        value = self.shape.figure(row, column)
        if (row, column) in self.hidden or held_back(text):
            return OwnFigure(*key, None, "", None, None, True, *where)
        low, high = self._bounds(row, measure, value)
        return OwnFigure(*key, value, text.replace(",", ""), low, high, False, *where)

    def _bounds(
        self, row: int, measure: LocalMeasure, value: float | None
    ) -> tuple[float | None, float | None]:
        """The 95 percent bounds: those of 90 percent are widened by 1.96 / 1.645."""
        if value is None:
            return None, None
        # A margin without a level is a standard error.
        wider = {90: Z_95 / Z_90, 95: 1.0, None: Z_95}[measure.level]
        if measure.margin:
            margin = self._cell(row, measure.margin)
            if margin is not None and margin < 0:
                raise refuse(
                    f"{self.name}, column {measure.margin}, has a margin below zero.",
                    "The Census Bureau writes such numbers where it gives no margin: empty the "
                    "cell.",
                    At(self.name, self.shape.table.lines[row]),
                )
            if margin is None:
                return None, None
            low, high = value - margin, value + margin
        elif measure.lower and measure.upper:
            lower, upper = self._cell(row, measure.lower), self._cell(row, measure.upper)
            if lower is None or upper is None:
                return None, None
            low, high = lower, upper
        else:
            return None, None
        low, high = (value + (end - value) * wider for end in (low, high))
        if not low <= value <= high:
            raise refuse(
                f"{self.name} has a number outside its own bounds: {value:g} is not between "
                f"{low:g} and {high:g}.",
                "Look whether lower: and upper: name the right columns.",
                At(self.name, self.shape.table.lines[row]),
            )
        # Nothing is less than none of it, and no share more than all.
        most = 100.0 if measure.suffix.strip() == "%" else high
        return (max(low, 0.0) if value >= 0 else low), max(min(high, most), value)

    def _cell(self, row: int, column: str) -> float | None:
        return self.shape.figure(row, self.shape.table.position(column))
