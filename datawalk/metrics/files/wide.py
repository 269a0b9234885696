"""Reads the published layout: a row for each place and year, a column for each metric."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from datawalk.metrics.files import editions, keys
from datawalk.metrics.files.cells import figures, newest_names, whole_numbers
from datawalk.metrics.files.columns import FIRST, OLDER, Held, held, of_draft
from datawalk.metrics.files.figures import Figures, MetricsFile
from datawalk.metrics.files.rawcsv import NOTHING, RawCsv, as_utf8
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.knowledge.groups import group, known
from datawalk.metrics.model import ALL
from datawalk.metrics.places.places import make_place
from datawalk.problems import Problem, refuse

if TYPE_CHECKING:
    import pandas

_MANY = MappingProxyType({"county": 3000, "place": 400})
"""A published file has more places than this (3,144 counties, 486 cities); an extract fewer."""


def read_wide(raw: RawCsv, wanted: Sequence[Metric]) -> MetricsFile:
    """Read the `wanted` metrics of a published file. Raises Problems."""
    columns = {m.name: found for m in wanted if (found := held(raw.header, m.name))}
    cells = raw.read(
        [
            *(key for key in _keys(raw.header)),
            *dict.fromkeys(name for found in columns.values() for name in found.parts.values()),
        ],
        _of_numbers(columns, wanted),
        {found.parts["quality"] for found in columns.values() if "quality" in found.parts},
    )
    warnings: list[Problem] = []
    frame = _keyed(raw, cells, warnings)
    newest = int(frame["year"].max())
    edition = editions.edition_of(raw, newest)
    warnings += editions.warnings(raw, edition, newest)
    _refuse_no_years(raw, edition.name)
    kinds = _kinds(raw, cells, warnings)
    _refuse_repeats(raw, frame.assign(group=cells["subgroup"] if kinds[1] is not ALL else ALL))
    frame = frame.assign(kind=_few(kinds[0], len(frame)), group=_few(kinds[1], len(frame)))
    level = _level(frame)
    read: dict[str, Figures] = {}
    for metric in wanted:
        if metric.name in columns:
            found = columns[metric.name]
            parts = {part: cells[column] for part, column in found.parts.items()}
            named = _dated(frame.assign(**parts), metric, edition.name, level)
            read[metric.name], odd = figures(raw, metric, found, named, every=False)
            warnings += odd
    names = _names(frame, cells)
    return MetricsFile(
        raw.name,
        edition.name,
        level,
        len(names) > _MANY.get(level, len(names)),
        {key: _place(key, name) for key, name in names.items()},
        _spans(frame) if frame["year"].any() else {},
        read,
        tuple(warnings),
        frozenset(map(str, frame["kind"].cat.categories)),
    )


def _keys(header: Sequence[str]) -> list[str]:
    level = keys.column_of_places(header)
    wanted = ("year", "state", level, f"{level}_name", "subgroup_type", "subgroup")
    return [key for key in wanted if key in header]


def _few(words: pandas.Series[str] | str, count: int) -> Any:
    """A column of few different words: they are kept once, and filtered fast."""
    import pandas

    cells = [words] * count if isinstance(words, str) else words
    return pandas.Categorical(cells)


def _of_numbers(columns: Mapping[str, Held], wanted: Sequence[Metric]) -> list[str]:
    """The columns that hold one number to a cell."""
    plain = [columns[m.name].parts for m in wanted if m.kind != "pair" and m.name in columns]
    return [column for found in plain for part, column in found.items() if part != "quality"]


def _keyed(raw: RawCsv, cells: pandas.DataFrame, warnings: list[Problem]) -> pandas.DataFrame:
    """Key, year (0 where the file names none) and line of each row."""
    import pandas

    coded, mended = keys.keys_of(raw, cells)
    warnings += mended
    years = whole_numbers(raw, cells["year"], raw.lines.tolist()) if "year" in cells else 0
    return pandas.DataFrame({"key": pandas.Categorical(coded), "year": years, "line": raw.lines})


def _refuse_no_years(raw: RawCsv, edition: str) -> None:
    """Only files to February 2024 were published without years."""
    if "year" not in raw.header and of_draft(edition) not in (FIRST, OLDER):
        raise refuse(
            f"{raw.name} is not a metrics file: it has no column year.",
            "The column names are in line 1.",
            raw.at(1),
        )


def _dated(frame: pandas.DataFrame, metric: Metric, edition: str, level: str) -> pandas.DataFrame:
    """The rows with the year that the catalog has for files which name none."""
    if frame["year"].any() or of_draft(edition) != OLDER:
        return frame
    return frame.assign(year=metric.recent_county if level == "county" else metric.recent_place)


def _level(frame: pandas.DataFrame) -> str:
    levels = {key.partition(":")[0] for key in frame["key"].cat.categories}
    return levels.pop() if len(levels) == 1 else "mixed"


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
    meant = {label: group(pairs[label], label) for label in labels if label not in (ALL, *NOTHING)}
    strange = sorted(label for label in meant if known(label) is None)
    if strange:
        warnings.append(_unknown_groups(raw, strange))
    kind = next(iter(meant.values())).kind
    kinds = {label: meant[label].kind if label in meant else kind for label in labels}
    printed = {label: meant[label].label if label in meant else ALL for label in labels}
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
        when = f" in {row['year']}" if row["year"] else ""
        raise refuse(
            f"{raw.name} has more than one row for {row['key'].partition(':')[2]}{when}, such as "
            f"line {row['line']}.",
            "Take the file as it was published: which of the rows is right cannot be known.",
            raw.at(int(row["line"])),
        )


def _names(frame: pandas.DataFrame, cells: pandas.DataFrame) -> dict[str, str]:
    """The newest name of each key, each byte read as what it is; the code where it has none."""
    column = next((name for name in cells if str(name).endswith("_name")), None)
    names = {key: key.partition(":")[2] for key in frame["key"].unique()}
    if column is None:
        return names
    known = newest_names(frame["key"], frame["year"], cells[column])
    return names | {key: as_utf8(name) for key, name in known.items()}


def _place(key: str, name: str) -> Any:
    level, _, geoid = key.partition(":")
    return make_place(geoid, "county" if level == "county" else "place", name)


def _spans(frame: pandas.DataFrame) -> dict[str, tuple[int, int]]:
    years = frame.groupby("key", sort=False, observed=True)["year"].agg(["min", "max"])
    ends = zip(years["min"].tolist(), years["max"].tolist(), strict=True)
    return dict(zip(years.index, ends, strict=True))
