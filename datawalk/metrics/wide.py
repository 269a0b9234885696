"""Reads the published layout: a row for each place and year, a column for each metric."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from datawalk.metrics.catalog import Metric
from datawalk.metrics.figures import (
    MAY_2025,
    SEP_2024,
    Figures,
    MetricsFile,
    figures,
    newest_names,
    whole_numbers,
)
from datawalk.metrics.groups import GROUPS, group
from datawalk.metrics.model import ALL
from datawalk.metrics.places import make_place
from datawalk.metrics.rawcsv import NOTHING, RawCsv, decoded
from datawalk.problems import Problem, refuse

if TYPE_CHECKING:
    import pandas

_ONLY_2025 = frozenset(
    {
        "share_transit_commuter",
        "share_transportation_cost",
        "share_economic_connectedness",
        "share_medical_debt_coll",
    }
)
_ONLY_2024 = frozenset(
    {
        "index_transportation_cost",
        "index_transit_trips",
        "ratio_high_low_ses_fb_friends",
        "share_digital_access_lb",
    }
)
_WIDTHS: Mapping[str, int] = MappingProxyType({"state": 2, "county": 3, "place": 5})
_MANY = MappingProxyType({"county": 3000, "place": 400})
"""A published file has more places than this (3,144 counties, 486 cities); an extract fewer."""


def read_wide(raw: RawCsv, wanted: Sequence[Metric]) -> MetricsFile:
    level: Literal["county", "place"] = "county" if "county" in raw.header else "place"
    columns = {metric.name: _columns(raw.header, metric) for metric in wanted}
    columns = {name: found for name, found in columns.items() if found}
    keys = ["year", "state", level, f"{level}_name", "subgroup_type", "subgroup"]
    cells = raw.read(
        [
            *(key for key in keys if key in raw.header),
            *(column for found in columns.values() for column in found.values()),
        ],
        _of_numbers(columns, wanted),
        [found["quality"] for found in columns.values() if "quality" in found],
    )
    frame, warnings = _keyed(raw, cells, level)
    kinds = _kinds(raw, cells, warnings)
    _refuse_repeats(raw, frame.assign(group=cells["subgroup"] if kinds[1] is not ALL else ALL))
    frame = frame.assign(kind=_few(kinds[0], len(frame)), group=_few(kinds[1], len(frame)))
    read: dict[str, Figures] = {}
    for metric in wanted:
        if metric.name in columns:
            found = columns[metric.name]
            parts = {part: cells[column] for part, column in found.items()}
            read[metric.name], odd = figures(raw, metric, found, frame.assign(**parts), False)
            warnings += odd
    names = _names(frame, cells, level)
    return MetricsFile(
        raw.name,
        _edition(raw.header, int(frame["year"].max())),
        len(names) > _MANY[level],
        {key: make_place(key.partition(":")[2], level, name) for key, name in names.items()},
        _spans(frame),
        read,
        tuple(warnings),
    )


def _few(words: pandas.Series[str] | str, count: int) -> Any:
    """A column of few different words: they are kept once, and filtered fast."""
    import pandas

    cells = [words] * count if isinstance(words, str) else words
    return pandas.Categorical(cells)


def _of_numbers(columns: Mapping[str, Mapping[str, str]], wanted: Sequence[Metric]) -> list[str]:
    """The columns that hold one number to a cell."""
    plain = [columns[m.name] for m in wanted if m.kind != "pair" and m.name in columns]
    return [column for found in plain for part, column in found.items() if part != "quality"]


def _columns(header: Sequence[str], metric: Metric) -> dict[str, str]:
    """The columns of a metric by part; nothing where the file does not have it.

    Only the column's own name with an ending counts: index_air_quality would be a value.
    """
    name = next((name for name in (metric.name, *metric.aliases) if name in header), "")
    if not name:
        return {}
    endings = {"value": "", "lower": "_lb", "upper": "_ub", "quality": "_quality"}
    return {part: name + end for part, end in endings.items() if name + end in header}


def _edition(header: Sequence[str], newest: int) -> str:
    if _ONLY_2025 & set(header):
        return MAY_2025
    if _ONLY_2024 & set(header):
        return SEP_2024
    return MAY_2025 if newest >= 2023 else SEP_2024


def _keyed(
    raw: RawCsv, cells: pandas.DataFrame, level: str
) -> tuple[pandas.DataFrame, list[Problem]]:
    """Key, year and line of each row, and a warning where zeros in front were lost."""
    import pandas

    warnings: list[Problem] = []
    parts = [_padded(raw, cells[column], column, warnings) for column in ("state", level)]
    frame = pandas.DataFrame(
        {
            "key": pandas.Categorical(f"{level}:" + parts[0] + parts[1]),
            "year": whole_numbers(raw, cells["year"], raw.lines.tolist()),
            "line": raw.lines,
        }
    )
    return frame, warnings


def _padded(
    raw: RawCsv, codes: pandas.Series[str], column: str, warnings: list[Problem]
) -> pandas.Series[str]:
    width = _WIDTHS[column]
    bad = sorted(code for code in codes.unique() if not code.isdigit() or len(code) > width)
    if bad:
        line = int(raw.lines[(codes == bad[0]).to_numpy().argmax()])
        raise refuse(
            f'{raw.name} has "{bad[0]}" in column {column}, line {line}, where a code of {width} '
            "digits belongs.",
            at=raw.at(line, column),
        )
    if all(len(code) == width for code in codes.unique()):
        return codes
    warnings.append(
        Problem(
            f"{raw.name} has lost the zeros in front of its codes in column {column}; they were "
            "put back.",
            "A spreadsheet program drops them: use the file as it was published.",
            raw.at(where=column),
            "warning",
        )
    )
    return codes.str.zfill(width)


def _kinds(
    raw: RawCsv, cells: pandas.DataFrame, warnings: list[Problem]
) -> tuple[pandas.Series[str] | str, pandas.Series[str] | str]:
    """Kind and printed group of each row.

    An overall file may carry a subgroup column that says nothing but All and NA. In a group file
    the All row gets the kind of the file, which its other labels tell.
    """
    if "subgroup" not in cells:
        return "all", ALL
    labels = cells["subgroup"].unique()
    if set(labels) <= {ALL, *NOTHING}:
        return "all", ALL
    types = cells["subgroup_type"] if "subgroup_type" in cells else cells["subgroup"]
    pairs = dict(zip(cells["subgroup"], types, strict=True))
    meant = {label: group(pairs[label], label) for label in labels if label != ALL}
    strange = sorted(label for label in meant if label not in GROUPS)
    if strange:
        warnings.append(_unknown_groups(raw, strange))
    kind = next(iter(meant.values())).kind
    kinds = {ALL: kind} | {label: known.kind for label, known in meant.items()}
    printed = {ALL: ALL} | {label: known.label for label, known in meant.items()}
    return cells["subgroup"].map(kinds), cells["subgroup"].map(printed)


def _unknown_groups(raw: RawCsv, labels: Sequence[str]) -> Problem:
    listed = ", ".join(f'"{label}"' for label in labels[:5])
    return Problem(
        f"{raw.name} has groups that datawalk does not know: {listed}. They keep these names.",
        at=raw.at(where="subgroup"),
        severity="warning",
    )


def _refuse_repeats(raw: RawCsv, frame: pandas.DataFrame) -> None:
    again = frame.duplicated(["key", "year", "group"])
    if again.any():
        row = frame[again].iloc[0]
        raise refuse(
            f"{raw.name} has more than one row for {row['key'].partition(':')[2]} in "
            f"{row['year']}, such as line {row['line']}.",
            "Take the file as it was published: which of the rows is right cannot be known.",
            raw.at(int(row["line"])),
        )


def _names(frame: pandas.DataFrame, cells: pandas.DataFrame, level: str) -> dict[str, str]:
    """The newest name of each key, each byte read as what it is."""
    column = f"{level}_name"
    if column not in cells:
        return {key: key.partition(":")[2] for key in frame["key"].unique()}
    names = newest_names(frame["key"], frame["year"], cells[column])
    return {key: decoded(name) for key, name in names.items()}


def _spans(frame: pandas.DataFrame) -> dict[str, tuple[int, int]]:
    years = frame.groupby("key", sort=False)["year"].agg(["min", "max"])
    ends = zip(years["min"].tolist(), years["max"].tolist(), strict=True)
    return dict(zip(years.index, ends, strict=True))
