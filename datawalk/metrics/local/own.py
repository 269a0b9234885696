"""A community's own table as it may be shown: described, its small counts hidden, how sure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from datawalk.exhibits import NumberFormat
from datawalk.metrics import atlas
from datawalk.metrics.local import codes, digits, proposals
from datawalk.metrics.local.description import LocalMeasure, LocalSource
from datawalk.metrics.local.entries import Entry, Use, enter
from datawalk.metrics.local.ledger import Ledger
from datawalk.metrics.local.persons import answers_of_people
from datawalk.metrics.local.protect import Hiding, hiding
from datawalk.metrics.local.relations import files
from datawalk.metrics.local.shape import Shape, held_back, shape_of
from datawalk.metrics.local.table import LocalTable, read_table
from datawalk.problems import At, Problem, Problems, refuse
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
        """How the numbers of a measure are written: as precise as the file has them.

        Raises Problems: some are percents and others not, or all could be shares of 1.
        """
        known = atlas.outcome(name) if atlas.is_atlas(self.shape.table.columns) else None
        if known:
            return known.format
        said = self.measure(name)
        told = [(f.text, f.value, f.line) for f in self.figures(name) if f.value is not None]
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
        return replace(
            table,
            columns=tuple(table.columns[c] for c in chosen),
            rows=tuple(
                tuple(say(HIDDEN) if (i, c) in self.hidden else row[c] for c in chosen)
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
        if (row, column) in self.hidden or held_back(text):
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


@dataclass(frozen=True)
class OpenedTable:
    """A table as its file has it, before anything of it is hidden."""

    path: Path
    shape: Shape
    least: int
    warnings: tuple[Problem, ...]

    @property
    def protected(self) -> bool:
        """Whether small counts are hidden at all; the Opportunity Atlas does so by itself."""
        return self.least > 1 and not atlas.is_atlas(self.shape.table.columns)


@lru_cache(maxsize=32)
def _read(path: Path, _changed: float) -> tuple[LocalTable, tuple[Problem, ...]]:
    return codes.padded(read_table(path))


def opened(
    path: Path, source: LocalSource | None, least: int, *, contacts: bool = False
) -> OpenedTable:
    """Read a file of the community's own. Raises Problems, also for answers of single people.

    With `contacts` it may tell how to reach organizations, as a list of programs does.
    """
    table, warnings = _read(path, path.stat().st_mtime)
    if private := answers_of_people(table, contacts=contacts):
        raise Problems([private])
    if atlas.is_atlas(table.columns):
        warnings = ()  # it publishes its codes as numbers
    if source and source.min_count is not None:
        least = source.min_count
    return OpenedTable(path, shape_of(table, source), least, warnings)


def kept(
    tables: Sequence[OpenedTable],
    language: str = "en",
    uses: Mapping[Path, Use] | None = None,
) -> dict[Path, OwnTable]:
    """All tables of a walk with what stays hidden of each, so that none gives away another.

    `uses` tell how blocks show them. Raises Problems.
    """
    ledger = Ledger()
    entries: dict[Path, Entry] = {}
    for one in tables:
        if one.protected:
            ledger.least = one.least
            use = (uses or {}).get(one.path, Use())
            entries[one.path] = enter(one.shape, str(one.path), ledger, use)
    files.relate(list(entries.values()), ledger)
    found = hiding(ledger)
    return {one.path: _kept(one, found, entries.get(one.path), language) for one in tables}


def _kept(one: OpenedTable, found: Hiding, entry: Entry | None, language: str) -> OwnTable:
    file = str(one.path)
    places = frozenset((r, c) for name, r, c in found.places if name == file)
    unsafe = any(name == file for name, _, _ in found.unsafe)
    own = OwnTable(one.shape, places, unsafe, one.least, one.warnings, language)
    for measure in one.shape.source.measures if one.shape.source else ():
        own.figures(measure.column)
    told = (*_told(own, found, file), *(_vague(own, entry) if entry else ()), *_bare(own))
    return replace(own, warnings=(*own.warnings, *told))


def read_own(path: Path, source: LocalSource | None, least: int, language: str = "en") -> OwnTable:
    """Read one file of the community's own, and hide what must be. Raises Problems."""
    return kept([opened(path, source, least)], language)[path]


def _told(own: OwnTable, found: Hiding, file: str) -> Iterator[Problem]:
    """The author reads how much is hidden."""
    few = sum(name == file for name, _, _ in found.small)
    more = len(own.hidden) - few
    if own.hidden:
        beside = f", and {more} more so that no one can work them out" if more else ""
        yield Problem(
            f"{own.name}: {few} {'number' if few == 1 else 'numbers'} under {own.least} "
            f"{'is' if few == 1 else 'are'} hidden to protect people{beside}.",
            "",
            At(own.name),
            severity="warning",
        )


def _vague(own: OwnTable, entry: Entry) -> Iterator[Problem]:
    """Columns that nobody has described are hidden beside hidden numbers: the author may agree
    to what the program takes them for."""
    if not own.hidden:
        return
    proposed = list(proposals.measures(entry))
    if proposed:
        lines = "\n".join(f"  - {line}   # {reason}" for line, reason in proposed)
        yield Problem(
            f"{own.name}: nobody has said what its columns of numbers are, so they are hidden in "
            "every row with a hidden number.",
            f"If this is right, write it under local_data: measures:\n{lines}",
            At(own.name),
            severity="warning",
        )


def _bare(own: OwnTable) -> Iterator[Problem]:
    """Percents that cannot be looked after, since nobody said of how many."""
    for measure in own.shape.source.measures if own.shape.source else ():
        if measure.suffix.strip() == "%" and measure.people and not measure.rate:
            yield Problem(
                f'{own.name}: the percents of "{measure.column}" may stand on few people, '
                "which nobody can see.",
                "Name the column with how many people were asked or counted in of:.",
                severity="warning",
            )
