"""Reads data files of every layout: the published ones of all editions, and our own tidy one.

Layout and edition are told by the columns, never by the file's name: the numbers in the names
changed their meaning between editions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from datawalk.metrics.files import benchmarks, tidy, wide
from datawalk.metrics.files.columns import KEYS, held
from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.files.rawcsv import RawCsv, open_csv
from datawalk.metrics.knowledge.bases import PEOPLE
from datawalk.metrics.knowledge.catalog import Catalog, Metric
from datawalk.problems import Problem, Problems, nearest, refuse


def read_metrics(
    paths: Iterable[Path], catalog: Catalog, metrics: Collection[str]
) -> tuple[MetricsFile, ...]:
    """Read only the columns that `metrics` need. Raises the Problems of all files at once."""
    found: list[MetricsFile] = []
    problems: list[Problem] = []
    wanted = [catalog.get(name) for name in dict.fromkeys(metrics)]
    for path in paths:
        try:
            found.append(read_file(open_csv(path), catalog, wanted))
        except Problems as error:
            problems += error.problems
    if problems:
        raise Problems(problems)
    return tuple(found)


def read_file(raw: RawCsv, catalog: Catalog, wanted: Sequence[Metric]) -> MetricsFile:
    """The figures of the `wanted` metrics. Raises Problems: no metrics file, or a damaged one."""
    if tidy.is_tidy(raw.header):
        return tidy.read_tidy(raw, catalog, wanted)
    _refuse_strangers(raw, catalog)
    if benchmarks.is_benchmark(raw.header):
        return benchmarks.read_benchmark(raw, wanted)
    return wide.read_wide(raw, wanted)


def is_metrics(columns: Collection[str], catalog: Catalog) -> bool:
    """Whether columns are those of a metrics file: keys of places, and a metric that is known."""
    header = tuple(columns)
    if tidy.is_tidy(header):
        return True
    return _has_keys(header) and bool(_held(header, catalog) - {PEOPLE})


def _held(header: Sequence[str], catalog: Catalog) -> set[str]:
    """The metrics that a header has columns for."""
    return {name for name in catalog.metrics if held(header, name)}


def _has_keys(header: Sequence[str]) -> bool:
    """Whether columns say of which place a row is, or are those of medians of all places."""
    places = "state" in header and not {"county", "place", "geo"}.isdisjoint(header)
    return benchmarks.is_benchmark(header) or places


def _refuse_strangers(raw: RawCsv, catalog: Catalog) -> None:
    """Refuse a file without keys or without a known metric."""
    header = set(raw.header)
    if not _has_keys(raw.header):
        lost = "state" if "state" not in header else "county or place"
        hint = nearest(lost.split()[0], sorted(header - KEYS))
        raise refuse(
            f"{raw.name} is not a metrics file: it has no column {lost}.",
            hint
            or "A metrics file has the columns year, state and county (or place), or those of the "
            "samples: geoid, level, metric, year, value. A table of your own belongs into a block "
            "with file:, not under data:.",
            raw.at(1),
        )
    found = _held(raw.header, catalog)
    if found <= {PEOPLE}:
        raise refuse(
            f"{raw.name} holds population and no metric: population alone is no metrics file."
            if found
            else f"{raw.name} holds no metric that datawalk knows.",
            "The command `datawalk metrics` lists them. A table of your own belongs into a block "
            "with file:, not under data:.",
            raw.at(1),
        )
