"""What a data file is: its edition, what it holds, and what a person should know of it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from datawalk.metrics.files.columns import FIRST, OLDER, of_draft
from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.files.files import is_metrics, read_file
from datawalk.metrics.files.rawcsv import NOTHING, RawCsv, open_csv
from datawalk.metrics.knowledge.catalog import Catalog
from datawalk.metrics.local.inspection import OwnReport
from datawalk.metrics.local.inspection import inspect as own_report
from datawalk.metrics.model import ALL
from datawalk.problems import Problems

if TYPE_CHECKING:
    import pandas


LONGEST = 1_000_000
"""Bytes of a first line; published files have 20,000."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file is. A file that is refused has a `reason` and nothing else.

    `level` is county, place (a city), mixed or benchmark; `places` counts them; `subgroup_types`
    are the file's own words, without that of everyone; `metrics` have at least one value.
    `groups` are the printed labels of each kind of group.
    """

    file: str
    ok: bool
    reason: str = ""
    edition: str = ""
    level: str = ""
    rows: int = 0
    places: int = 0
    years: tuple[int, ...] = ()
    subgroup_types: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def as_json(self) -> dict[str, object]:
        """The report for other programs; `groups` are for people."""
        return {key: value for key, value in asdict(self).items() if key != "groups"}

    @property
    def paste(self) -> str:
        """Nothing: metrics need no words in a walk but their file's name."""
        return ""

    def told(self) -> Iterator[tuple[str, str]]:
        """What to print of it, each thing with its name."""
        from datawalk.metrics.words.wording import spans

        if not self.ok:
            yield "refused", self.reason
            return
        yield "edition", self.edition
        level = {"place": "cities", "county": "counties", "mixed": "counties and cities"}
        yield "level", level.get(self.level, "national medians, weighted by people")
        yield "size", f"{self.rows:,} rows, {self.places:,} places"
        yield "years", spans(self.years) or "none in the file"
        for kind, labels in self.groups:
            yield "groups", f"{kind}: {'; '.join(labels)}"
        yield "metrics", f"{len(self.metrics)}: {', '.join(self.metrics)}"
        for warning in self.warnings:
            yield "warning", warning


Report = FileReport | OwnReport


def inspect(path: Path, catalog: Catalog) -> Report:
    """Read a file whole, as metrics or as the community's own. One that cannot be used is told,
    not raised."""
    return _metrics(path, catalog) if _is_metrics(path, catalog) else own_report(path)


def _is_metrics(path: Path, catalog: Catalog) -> bool:
    """Whether the first line of a file names the columns of a metrics file."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        line = file.readline(LONGEST).decode("utf-8-sig", errors="replace")
    try:
        header = next(csv.reader([line]), [])
    except csv.Error:
        return False
    return is_metrics([name.strip() for name in header], catalog)


def _metrics(path: Path, catalog: Catalog) -> FileReport:
    try:
        raw = open_csv(path)
        read = read_file(raw, catalog, tuple(catalog.metrics.values()))
    except Problems as refused:
        reasons = (" ".join(filter(None, (p.what, p.try_this))) for p in refused.problems)
        return FileReport(str(path), False, " ".join(reasons))
    keys = raw.read([name for name in ("year", "subgroup_type", "subgroup") if name in raw.header])
    found = [name for name, figures in read.figures.items() if len(figures.table)]
    return FileReport(
        str(path),
        ok=True,
        edition=read.edition,
        level=read.level,
        rows=len(raw.lines),
        places=len(read.places),
        years=_years(keys),
        subgroup_types=_types(keys),
        metrics=tuple(found),
        warnings=(*(w.what for w in read.warnings), *_remarks(raw, read)),
        groups=_groups(read),
    )


def _years(keys: pandas.DataFrame) -> tuple[int, ...]:
    return tuple(sorted(map(int, keys["year"].unique()))) if "year" in keys else ()


def _types(keys: pandas.DataFrame) -> tuple[str, ...]:
    """The kinds of groups as the file calls them; none where all rows are about everyone."""
    if "subgroup_type" not in keys or set(keys["subgroup"].unique()) <= {ALL, *NOTHING}:
        return ()
    return tuple(sorted(set(keys["subgroup_type"].unique()) - {"all", ALL, *NOTHING}))


def _groups(read: MetricsFile) -> tuple[tuple[str, tuple[str, ...]], ...]:
    labels = {pair for figures in read.figures.values() for pair in figures.labels}
    kinds = sorted({kind for kind, _ in labels if kind != "all"})
    return tuple(
        (kind, tuple(sorted(label for of, label in labels if of == kind and label != ALL)))
        for kind in kinds
    )


def _remarks(raw: RawCsv, read: MetricsFile) -> Iterator[str]:
    """What is odd in a file and yet can be used."""
    edition = of_draft(read.edition)
    if edition in (FIRST, OLDER) and "year" not in raw.header:
        yield (
            "The file names no years. For the edition of February 2024 the catalog has them, "
            "found by matching values."
            if edition == OLDER
            else "The file names no years, so none is printed beside its figures."
        )
    empty = [name for name, figures in read.figures.items() if not len(figures.table)]
    if empty:
        yield f"Columns without a single value: {', '.join(empty)}."
    bare = Counter({name: len(figures.hidden) for name, figures in read.figures.items()})
    if listed := ", ".join(f"{name} ({count:,})" for name, count in bare.items() if count):
        yield f"Rows with a grade and no value: {listed}."
    zeros = Counter({name: len(figures.struck) for name, figures in read.figures.items()})
    if listed := ", ".join(f"{name} ({count:,})" for name, count in zeros.items() if count):
        yield f"Zeros that stand for missing values, and are left out: {listed}."
    if not raw.data.endswith((b"\n", b"\r")):
        yield "The last line has no end: the file may be cut off there."
