"""What a file of the community's own is, as the program reads it, and what to say about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from datawalk.metrics.local import proposals
from datawalk.metrics.local.description import USUAL_LEAST
from datawalk.metrics.local.protection.entries import LedgerEntry, Use, enter
from datawalk.metrics.local.protection.ledger import Ledger
from datawalk.metrics.local.protection.protected import OpenedTable, opened
from datawalk.metrics.local.shape import Shape
from datawalk.problems import Problems

_KINDS = {
    "count": "counts people",
    "share": "a share or rate",
    "derived": "worked out of counts",
    "margin": "how sure others are",
    "other": "no people",
    "unknown": "not known",
}
_SIGNS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}
EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class ColumnReport:
    """A column: what it is taken for and why, with examples of its cells."""

    name: str
    label: str
    kind: str
    reason: str
    examples: tuple[str, ...]

    @property
    def told(self) -> str:
        why = f" ({self.reason})" if self.reason else ""
        label = f" {self.label}:" if self.label else ""
        such = f"; such as {', '.join(self.examples)}" if self.examples else ""
        return f"{self.name}:{label} {self.kind}{why}{such}"


@dataclass(frozen=True, slots=True)
class OwnReport:
    """What one file is. A file that is refused has `reasons` and nothing else.

    `entry` is what may be pasted under `local_data:` in a walk.
    """

    file: str
    ok: bool
    reasons: tuple[str, ...] = ()
    format: str = ""
    encoding: str = ""
    separator: str = ""
    decimal: str = ""
    sheet: str = ""
    headings: tuple[int, ...] = ()
    rows: int = 0
    columns: tuple[ColumnReport, ...] = ()
    left_out: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    entry: str = ""

    def as_json(self) -> dict[str, object]:
        """The report for other programs."""
        return asdict(self)

    @property
    def paste(self) -> str:
        """Lines for a walk, as they stand."""
        return f"To paste into the walk:\n\n{self.entry}\n" if self.ok else ""

    def told(self) -> Iterator[tuple[str, str]]:
        """What to print of it, each thing with its name."""
        for reason in self.reasons:
            yield "refused", reason
        if not self.ok:
            return
        parted = f", parted by {_SIGNS.get(self.separator, self.separator)}"
        yield "your own", f"{self.format}{parted if self.separator else ''}"
        if self.encoding:
            yield "letters", self.encoding
        if self.sheet:
            yield "sheet", self.sheet
        yield "headings", f"line {', '.join(map(str, self.headings))}; {self.rows:,} rows below"
        for column in self.columns:
            yield "column", column.told
        for warning in self.warnings:
            yield "warning", warning


def inspect(path: Path) -> OwnReport:
    """Read a file as a walk would. A file that cannot be used is told, not raised."""
    try:
        one = opened(path, None, USUAL_LEAST)
        entry = enter(one.shape, path.name, Ledger(), Use())
    except Problems as refused:
        reasons = (" ".join(filter(None, (p.what, p.try_this))) for p in refused.problems)
        return OwnReport(str(path), False, tuple(reasons))
    return _report(path, one, entry)


def _report(path: Path, one: OpenedTable, entry: LedgerEntry) -> OwnReport:
    table = one.shape.table
    how = table.understood
    return OwnReport(
        str(path),
        ok=True,
        format=how.format,
        encoding=how.encoding,
        separator=how.separator,
        decimal=how.decimal,
        sheet=table.sheet,
        headings=how.headings,
        rows=table.height,
        columns=tuple(_columns(one.shape, entry)),
        left_out=tuple(_left_out(one)),
        warnings=tuple(w.what for w in one.warnings),
        entry=proposals.entry(entry),
    )


def _left_out(one: OpenedTable) -> Iterator[str]:
    for part in one.shape.table.understood.left_out:
        lines = f"{part.first}" if part.first == part.last else f"{part.first} to {part.last}"
        yield f"line {lines}: {part.words}" if part.first else part.words


def _columns(shape: Shape, entry: LedgerEntry) -> Iterator[ColumnReport]:
    table = shape.table
    roles = {
        shape.measure: ("what is measured", ""),
        shape.group: ("groups", ""),
        shape.subgroup: ("groups", ""),
        shape.year: ("years", ""),
        shape.within: ("times of a year", ""),
        shape.area: ("names of areas", "" if shape.source else "it comes first"),
    }
    kinds: dict[int, tuple[str, str]] = {}
    for field, kind in zip(entry.matrix.fields, entry.kinds, strict=True):
        kinds.setdefault(field.column, (_KINDS[kind.name], kind.reason))
    for i, name in enumerate(table.columns):
        told = kinds.get(i) or roles.get(i) or ("words or codes", "")
        cells = dict.fromkeys(filter(None, table.cells[i]))
        examples = tuple(cells)[:EXAMPLES]
        label = table.label(name)
        yield ColumnReport(name, label if label != name else "", *told, examples)
