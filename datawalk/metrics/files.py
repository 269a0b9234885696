"""Reads data files of every layout: the published wide ones, and our own tidy one.

Layout and edition are told by the columns, never by the file's name: the numbers in the names
changed their meaning between editions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from types import MappingProxyType

from datawalk.metrics import tidy, wide
from datawalk.metrics.catalog import Catalog, Metric
from datawalk.metrics.figures import MetricsFile
from datawalk.metrics.rawcsv import RawCsv, open_csv
from datawalk.problems import Problem, Problems, refuse

_OLDER = MappingProxyType(
    {
        "the first edition (2020 and 2021)": frozenset(
            {
                "learning_rate",
                "average_to_living_wage_ratio",
                "violent_crime_rate",
                "lbw",
                "hpsa_yn",
                "frpl40_black",
                "environmental",
                "share_burdened_80_ami",
                "pctl_20",
            }
        ),
        "the edition of February 2024": frozenset(
            {
                "meps20_black",
                "rate_low_birth_weight",
                "share_debt_col",
                "index_air_quality",
                "rate_violent_crime",
                "ratio_average_to_living_wage",
                "transportation_cost",
                "share_desc_rep_asian_other",
                "homeless_quality",
                "pctl_income_quality",
            }
        ),
    }
)
"""Columns that only editions before September 2024 have; their units and scales differ."""


def read_metrics(
    paths: Iterable[Path], catalog: Catalog, metrics: Collection[str]
) -> tuple[MetricsFile, ...]:
    """Read only the columns that `metrics` need. Raises the Problems of all files at once."""
    found: list[MetricsFile] = []
    problems: list[Problem] = []
    wanted = [catalog.get(name) for name in dict.fromkeys(metrics)]
    for path in paths:
        try:
            found.append(_read(open_csv(path), catalog, wanted))
        except Problems as error:
            problems += error.problems
    if problems:
        raise Problems(problems)
    return tuple(found)


def _read(raw: RawCsv, catalog: Catalog, wanted: Sequence[Metric]) -> MetricsFile:
    _refuse_unknown(raw, catalog)
    if tidy.is_tidy(raw.header):
        return tidy.read_tidy(raw, catalog, wanted)
    return wide.read_wide(raw, wanted)


def _refuse_unknown(raw: RawCsv, catalog: Catalog) -> None:
    """Refuse a file of an older edition, without keys or without a known metric."""
    header = set(raw.header)
    for edition, columns in _OLDER.items():
        if header & columns:
            raise refuse(
                f"{raw.name} is of {edition}: it has the column {min(header & columns)}.",
                "Use the files of May 2025, such as 11_mobility-metrics_county_longitudinal.csv.",
                raw.at(1),
            )
    if tidy.is_tidy(raw.header):
        return
    missing = {"year", "state"} - header
    if missing or not header & {"county", "place"}:
        lost = ", ".join(sorted(missing)) or "county or place"
        raise refuse(
            f"{raw.name} is not a metrics file: it has no column {lost}.",
            "A metrics file has the columns year, state and county (or place), or those of the "
            "samples: geoid, level, metric, year, value. The column names are in line 1.",
            raw.at(1),
        )
    if not any({metric.name, *metric.aliases} & header for metric in catalog.metrics.values()):
        raise refuse(f"{raw.name} holds no metric that datawalk knows.", at=raw.at(1))
