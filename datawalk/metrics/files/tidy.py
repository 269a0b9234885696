"""Reads the tidy layout of the samples: a row for each figure.

Its columns are geoid, level, metric, year and value, and where there is need name, subgroup_type,
subgroup, lower, upper, quality and edition. Rows of the level benchmark hold a middle (median)
under a geoid such as us-median or missouri-median; the last word of their name says whether it is
one of counties ("Middle U.S. county") or of cities.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from datawalk.metrics.files.cells import figures, newest_names, whole_numbers
from datawalk.metrics.files.columns import MAY_2025, ORDER, Held, is_known
from datawalk.metrics.files.figures import Figures, MetricsFile
from datawalk.metrics.files.lookup import key_of
from datawalk.metrics.files.rawcsv import NOTHING, RawCsv, as_utf8
from datawalk.metrics.knowledge.catalog import Catalog, Metric
from datawalk.metrics.knowledge.groups import group, kind_of_type
from datawalk.metrics.model import ALL, Place
from datawalk.metrics.places.places import make_place
from datawalk.problems import Problem, nearest, refuse

if TYPE_CHECKING:
    import pandas

NEEDED = ("geoid", "level", "metric", "year", "value")
_USEFUL = ("name", "subgroup_type", "subgroup", "lower", "upper", "quality", "edition")
_WIDTHS = {"county": 5, "place": 7}


def is_tidy(header: Sequence[str]) -> bool:
    """Whether these columns are those of a row for each figure."""
    return set(NEEDED) <= set(header)


def read_tidy(raw: RawCsv, catalog: Catalog, wanted: Sequence[Metric]) -> MetricsFile:
    """The figures of the wanted metrics; without an edition column they are of May 2025."""
    columns = [column for column in (*NEEDED, *_USEFUL) if column in raw.header]
    cells = raw.read(columns)
    warnings = _unknown_metrics(raw, cells, catalog)
    frame = _keyed(raw, cells, warnings)
    _refuse_repeats(raw, frame)
    parts = [part for part in ("value", "lower", "upper", "quality") if part in cells]
    read: dict[str, Figures] = {}
    for metric in wanted:
        rows = frame[frame["metric"] == metric.name].reset_index(drop=True)
        if len(rows):
            names = {part: part for part in parts}
            read[metric.name], odd = figures(raw, metric, Held(names), rows, every=True)
            warnings += odd
    places = _places(frame)
    levels = sorted(set(cells["level"]) - {"benchmark"}) or ["benchmark"]
    level = levels[0] if len(levels) == 1 else "mixed"
    edition = _edition(raw, cells)
    return MetricsFile(raw.name, edition, level, False, places, {}, read, tuple(warnings))


def _unknown_metrics(raw: RawCsv, cells: pandas.DataFrame, catalog: Catalog) -> list[Problem]:
    names = cells["metric"].unique()
    unknown = [name for name in names if name not in catalog.metrics]
    if len(unknown) == len(names):
        raise refuse(f"{raw.name} holds no metric that datawalk knows.", at=raw.at(1))
    return [
        Problem(
            f'{raw.name} has the metric "{name}", which datawalk does not know.',
            nearest(name, catalog.metrics),
            raw.at(int(raw.lines[(cells["metric"] == name).to_numpy().argmax()]), "metric"),
            "warning",
        )
        for name in unknown[:5]
    ]


def _keyed(raw: RawCsv, cells: pandas.DataFrame, warnings: list[Problem]) -> pandas.DataFrame:
    """The cells with key, kind, group and line; years are numbers, names are mended."""
    frame = cells.assign(line=raw.lines, year=whole_numbers(raw, cells["year"], raw.lines.tolist()))
    if "name" not in frame:
        frame["name"] = frame["geoid"]
    frame["name"] = frame["name"].map({name: as_utf8(name) for name in frame["name"].unique()})
    triples = list(zip(frame["geoid"], frame["level"], frame["name"], strict=True))
    first = dict(reversed(list(zip(triples, frame["line"].tolist(), strict=True))))
    keys = {ids: _key(raw, ids[0], ids[1], ids[2], line) for ids, line in first.items()}
    frame["key"] = [keys[triple] for triple in triples]
    if any(len(geoid) < _WIDTHS.get(level, 0) for geoid, level, _ in keys):
        warnings.append(_lost_zeros(raw))
    return _grouped(frame)


def _key(raw: RawCsv, geoid: str, level: str, name: str, line: int) -> str:
    if level == "benchmark":
        return key_of(Place(geoid, "benchmark", name))
    if level not in _WIDTHS:
        raise refuse(
            f'{raw.name} has "{level}" for a level in line {line}; it is county, place or '
            "benchmark.",
            at=raw.at(line, "level"),
        )
    width = _WIDTHS[level]
    if not geoid.isdigit() or len(geoid) not in (width - 1, width):
        raise refuse(
            f'{raw.name} has "{geoid}" in line {line}, where a {level} has a code of {width} '
            "digits.",
            at=raw.at(line, "geoid"),
        )
    return f"{level}:{geoid.zfill(width)}"


def _lost_zeros(raw: RawCsv) -> Problem:
    return Problem(
        f"{raw.name} has lost the zeros in front of its codes in column geoid; they were put back.",
        "A spreadsheet program drops them: mark the column as text.",
        raw.at(where="geoid"),
        "warning",
    )


def _grouped(frame: pandas.DataFrame) -> pandas.DataFrame:
    """Kind and printed group of each row; rows without a group are about everyone."""
    if "subgroup" not in frame:
        return frame.assign(kind="all", group=ALL, subgroup=ALL)
    types = frame["subgroup_type"] if "subgroup_type" in frame else frame["subgroup"]
    pairs = list(zip(types, frame["subgroup"], strict=True))
    meant = {pair: _meant(*pair) for pair in set(pairs)}
    return frame.assign(
        kind=[meant[pair][0] for pair in pairs], group=[meant[pair][1] for pair in pairs]
    )


def _meant(subgroup_type: str, subgroup: str) -> tuple[str, str]:
    if subgroup in (ALL, *NOTHING):
        everyone = subgroup_type in (ALL, "all", *NOTHING)
        return ("all" if everyone else kind_of_type(subgroup_type)), ALL
    found = group(subgroup_type, subgroup)
    return found.kind, found.label


def _refuse_repeats(raw: RawCsv, frame: pandas.DataFrame) -> None:
    again = frame.duplicated(["key", "metric", "year", "kind", "subgroup"])
    if again.any():
        row = frame[again].iloc[0]
        raise refuse(
            f"{raw.name} has a second row for {row['metric']} of {row['geoid']} in {row['year']}, "
            f"in line {row['line']}.",
            "Keep one of them.",
            raw.at(int(row["line"])),
        )


def _places(frame: pandas.DataFrame) -> dict[str, Place]:
    names = newest_names(frame["key"], frame["year"], frame["name"])
    return {
        key: make_place(key.partition(":")[2], level, name)
        for key, name in names.items()
        for level in ("county", "place")
        if key.startswith(f"{level}:")
    }


def _edition(raw: RawCsv, cells: pandas.DataFrame) -> str:
    if "edition" not in cells:
        return MAY_2025
    editions = [edition for edition in cells["edition"].unique() if edition not in NOTHING]
    if len(editions) > 1:
        raise refuse(
            f"{raw.name} mixes editions: {', '.join(editions)}.",
            "Figures of two editions cannot be compared: write a file for each.",
            raw.at(where="edition"),
        )
    edition = str(editions[0]) if editions else MAY_2025
    if not is_known(edition):
        raise refuse(
            f'{raw.name} has "{edition}" for an edition.',
            nearest(edition, ORDER) or f"Known are: {'; '.join(ORDER)}.",
            raw.at(where="edition"),
        )
    return edition
