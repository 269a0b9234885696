"""A community's own table as it may be shown: described, its small counts hidden, how sure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from datawalk.exhibits import NumberFormat
from datawalk.metrics import atlas
from datawalk.metrics.local import codes
from datawalk.metrics.local.description import LocalMeasure, LocalSource
from datawalk.metrics.local.protect import Kept, kept
from datawalk.metrics.local.shape import Shape, held_back, shape_of
from datawalk.metrics.local.table import LocalTable, read_table
from datawalk.problems import At, Problem, refuse
from datawalk.words import later, say

HIDDEN = later("hidden")
"""What stands in a cell whose number is not shown; it is the same for all of them."""
HIDDEN_WORDS = later("hidden to protect privacy")
Z_90, Z_95 = 1.645, 1.96


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """One number of a table. `lower` and `upper` are 95 percent bounds; `line` that of the file."""

    area: str
    group: str
    year: str
    value: float | None
    text: str
    lower: float | None
    upper: float | None
    hidden: bool
    line: int


@dataclass(frozen=True)
class OwnTable:
    """A table, the cells of it that stay hidden, and what its author should know."""

    shape: Shape
    kept: Kept
    least: int
    warnings: tuple[Problem, ...]
    language: str

    @property
    def name(self) -> str:
        return self.shape.table.name

    @property
    def credit(self) -> str:
        """The source line that the description gives, or ''."""
        if self.shape.source:
            return self.shape.source.credit
        return (
            f"Source: {atlas.source(self.language)}"
            if atlas.is_atlas(self.shape.table.columns)
            else ""
        )

    @property
    def terms(self) -> str:
        """How the data were counted and what they may be used for, or ''."""
        own = self.shape.source.terms if self.shape.source else ""
        about = atlas.terms(self.language) if atlas.is_atlas(self.shape.table.columns) else ""
        return " ".join(part for part in (own, about) if part)

    @property
    def hidden_note(self) -> str:
        """What is told under an exhibit with a hidden number."""
        return say("Numbers under {least} are hidden to protect people.", least=self.least)

    def measure(self, name: str) -> LocalMeasure:
        """What is known about a measure. Raises Problems if there is none of that name."""
        self.shape.column(name)
        said = self.shape.described(name)
        if said.label is None and atlas.is_atlas(self.shape.table.columns):
            return atlas.described(name, self.shape.table.columns, self.language) or said
        return said

    def format(self, name: str) -> NumberFormat:
        """How the numbers of a measure are written: as precise as the file has them."""
        known = atlas.outcome(name) if atlas.is_atlas(self.shape.table.columns) else None
        if known:
            return known.format
        said = self.measure(name)
        texts = (f.text for f in self.figures(name) if f.value is not None)
        decimals = max((len(text.partition(".")[2].rstrip("0")) for text in texts), default=0)
        return NumberFormat(1, decimals, said.prefix, said.suffix)

    def meaning(self, name: str) -> str:
        """A sentence that explains a measure of the registry, or ''."""
        held = atlas.is_atlas(self.shape.table.columns)
        known = atlas.outcome(name, self.language) if held else None
        return known.sentence if known else ""

    def table(self, columns: tuple[str, ...] | None) -> LocalTable:
        """The table with its hidden cells marked, or only `columns` of it, in that order."""
        table = self.shape.table
        chosen = [table.position(c) for c in columns] if columns else range(len(table.columns))
        return replace(
            table,
            columns=tuple(table.columns[c] for c in chosen),
            rows=tuple(
                tuple(say(HIDDEN) if (i, c) in self.kept.places else row[c] for c in chosen)
                for i, row in enumerate(table.rows)
            ),
        )

    def areas(self, key: str) -> tuple[str, ...]:
        """The area of every row by the column `key`, or by its codes of census tracts."""
        table = self.shape.table
        whole = codes.tracts(table) if key not in table.columns else None
        if whole is not None:
            return whole
        at = table.position(key)
        return tuple(row[at] for row in table.rows)

    def figures(self, name: str) -> tuple[OwnFigure, ...]:
        """The numbers of a measure, in the order of the file.

        Raises Problems: words among the numbers, two for one area and year, a margin below zero.
        """
        column = self.shape.column(name)
        measure = self.measure(name)
        seen: dict[tuple[str, ...], int] = {}
        figures = []
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
            figures.append(self._figure(row, column, measure, key))
        return tuple(figures)

    def _figure(
        self, row: int, column: int, measure: LocalMeasure, key: tuple[str, str, str]
    ) -> OwnFigure:
        text = self.shape.table.rows[row][column]
        line = self.shape.table.lines[row]
        value = self.shape.figure(row, column)
        if (row, column) in self.kept.places or held_back(text):
            return OwnFigure(*key, None, "", None, None, hidden=True, line=line)
        low, high = self._bounds(row, measure, value)
        return OwnFigure(*key, value, text.replace(",", ""), low, high, hidden=False, line=line)

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


@lru_cache(maxsize=32)
def _read(
    path: Path, _changed: float, sheet: str | None, missing: tuple[str, ...] | None
) -> tuple[LocalTable, tuple[Problem, ...]]:
    table, warnings = codes.padded(read_table(path, sheet=sheet, missing=missing))
    return table, (*table.told, *warnings)


def _changed(path: Path) -> float:
    """When a file was written; 0 for one that cannot be read, which reading then tells."""
    try:
        return path.stat().st_mtime
    except (OSError, ValueError):
        return 0.0


def read_own(path: Path, source: LocalSource | None, least: int, language: str = "en") -> OwnTable:
    """Read a file of the community's own. Raises Problems."""
    sheet, missing = (source.sheet, source.missing_codes) if source else (None, None)
    table, warnings = _read(path, _changed(path), sheet, missing)
    if atlas.is_atlas(table.columns):
        warnings = ()  # it publishes its codes as numbers
    shape = shape_of(table, source)
    if source and source.min_count is not None:
        least = source.min_count
    # The Opportunity Atlas hides small groups itself, and blurs what it prints.
    open_ = least < 2 or atlas.is_atlas(table.columns)
    found = Kept(frozenset(), 0, 0) if open_ else kept(shape, least)
    own = OwnTable(shape, found, least, warnings, language)
    for measure in source.measures if source else ():
        own.figures(measure.column)
    return replace(own, warnings=(*warnings, *_told(own)))


def _guessed(own: OwnTable) -> bool:
    """Whether a number is hidden in a column that the author has not described."""
    said = own.shape.source.measures if own.shape.source else ()
    if own.shape.long:
        return not all(name in {m.column for m in said} for name in own.shape.measures)
    named = {c for m in said for c in (m.column, m.count, m.of, m.lower, m.upper, m.margin)}
    return any(own.shape.table.columns[column] not in named for _, column in own.kept.places)


def _told(own: OwnTable) -> tuple[Problem, ...]:
    """The author reads how much is hidden, and which percents cannot be looked after."""
    told = []
    if own.kept.small and _guessed(own):
        few, more = own.kept.small, own.kept.more
        beside = f", and {more} more so that no one can work them out" if more else ""
        told.append(
            Problem(
                f"{own.name}: {few} {'numbers' if few > 1 else 'number'} under {own.least} "
                f"{'are' if few > 1 else 'is'} hidden to protect people{beside}.",
                "If a column counts no people, describe it under local_data: measures: with "
                "people: false.",
                At(own.name),
                severity="warning",
            )
        )
    for measure in own.shape.source.measures if own.shape.source else ():
        if measure.suffix.strip() == "%" and measure.people and not measure.rate:
            told.append(
                Problem(
                    f'{own.name}: the percents of "{measure.column}" may stand on few people, '
                    "which nobody can see.",
                    "Name the column with how many people were asked or counted in of:.",
                    severity="warning",
                )
            )
    return tuple(told)
