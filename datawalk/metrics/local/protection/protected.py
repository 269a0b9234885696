"""All tables of a walk: opened, and protected together, so that none gives away another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from datawalk.metrics.knowledge import atlas
from datawalk.metrics.local import proposals
from datawalk.metrics.local.columns import codes
from datawalk.metrics.local.description import LocalSource
from datawalk.metrics.local.own import OwnTable
from datawalk.metrics.local.protection.entries import LedgerEntry, Use, enter, relate
from datawalk.metrics.local.protection.ledger import Ledger
from datawalk.metrics.local.protection.persons import answers_of_people
from datawalk.metrics.local.protection.protect import Suppression, hiding
from datawalk.metrics.local.relations import files
from datawalk.metrics.local.shape import Shape, shape_of
from datawalk.metrics.local.table import LocalTable, read_table
from datawalk.problems import At, Problem, Problems


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


def opened(
    path: Path, source: LocalSource | None, least: int, *, contacts: bool = False
) -> OpenedTable:
    """Read a file of the community's own. Raises Problems, also for answers of single people.

    With `contacts` it may tell how to reach organizations, as a list of programs does.
    """
    sheet, missing = (source.sheet, source.missing_codes) if source else (None, None)
    table, warnings = _read(path, _changed(path), sheet, missing)
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
    entries: dict[Path, LedgerEntry] = {}
    for one in tables:
        if one.protected:
            ledger.least = one.least
            use = (uses or {}).get(one.path, Use())
            entries[one.path] = enter(one.shape, str(one.path), ledger, use)
    files.relate(list(entries.values()), ledger)
    if ledger.secret:
        for entry in entries.values():
            relate(entry, ledger)
    found = hiding(ledger)
    return {one.path: _kept(one, found, entries.get(one.path), language) for one in tables}


def _kept(
    one: OpenedTable, found: Suppression, entry: LedgerEntry | None, language: str
) -> OwnTable:
    file = str(one.path)
    places = frozenset((r, c) for name, r, c in found.places if name == file)
    unsafe = any(name == file for name, _, _ in found.unsafe)
    own = OwnTable(one.shape, places, unsafe, one.least, one.warnings, language)
    for measure in one.shape.source.measures if one.shape.source else ():
        own.figures(measure.column)
    told = (*_told(own, found, file), *(_vague(own, entry) if entry else ()), *_bare(own))
    return replace(own, warnings=(*own.warnings, *told))


def _told(own: OwnTable, found: Suppression, file: str) -> Iterator[Problem]:
    """The author reads how much is hidden, if anything is."""
    few = sum(name == file for name, _, _ in found.small)
    more = len(own.hidden) - few
    if own.hidden:
        what = f"{own.name}: {_hidden(few, more, own.least)}."
        yield Problem(what, "", At(own.name), "warning", "hidden")


def _hidden(few: int, more: int, least: int) -> str:
    """How many numbers are hidden: too small ones, and those that would give one away."""
    if not few:
        what = "number is" if more == 1 else "numbers are"
        return f"{more} {what} hidden, so that no one can work out a count under {least}"
    beside = f", and {more} more so that no one can work them out" if more else ""
    what = "number" if few == 1 else "numbers"
    verb = "is" if few == 1 else "are"
    return f"{few} {what} under {least} {verb} hidden to protect people{beside}"


def _vague(own: OwnTable, entry: LedgerEntry) -> Iterator[Problem]:
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
            kind="undescribed",
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
                kind="undescribed",
            )
