"""Reads the text cells of a data file as figures on today's scale."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from datawalk.metrics.files.columns import Held
from datawalk.metrics.files.figures import Figures
from datawalk.metrics.files.rawcsv import NOTHING, as_utf8
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.problems import Problem, Problems

if TYPE_CHECKING:
    import pandas

    from datawalk.metrics.files.rawcsv import RawCsv

_QUALITIES = {"Strong": 1, "Marginal": 2, "Weak": 3, "1": 1, "2": 2, "3": 3}
PARTS = ("value", "lower", "upper", "quality")


def figures(
    raw: RawCsv, metric: Metric, held: Held, frame: pandas.DataFrame, every: bool
) -> tuple[Figures, tuple[Problem, ...]]:
    """Read the text cells of `frame` as numbers on today's scale.

    `frame` has key, year, kind, group, line and those of value, lower, upper and quality that
    the file has; `held` has their names in the file. With `every`, groups without a value
    count as groups of the metric. Raises Problems for cells that are not numbers.
    """
    columns = held.parts
    frame = frame.assign(**{part: _bare(frame[part]) for part in PARTS if part in frame})
    filled = _filled(frame["value"]).to_numpy()
    known = frame.take(filled.nonzero()[0]).reset_index(drop=True)
    labels = _pairs((frame if every else known)[["kind", "group"]])
    left, right = _sides(known["value"], metric)
    table = known[["key", "year", "kind", "group", "line"]].assign(
        value=left * held.multiply,
        right=right,
        lower=_numbers(known["lower"]) * held.multiply if "lower" in known else float("nan"),
        upper=_numbers(known["upper"]) * held.multiply if "upper" in known else float("nan"),
        quality=_graded(known["quality"]) if "quality" in known else 0,
        few=0,
    )
    _refuse_words(raw, columns, known, table, metric)
    zero = table["value"].isna() | (table["value"].eq(0) if metric.zero else False)
    struck = frozenset[tuple[str, int]]()
    if zero.any():
        gone = table[zero & table["value"].notna()]
        struck = frozenset(zip(gone["key"], gone["year"].tolist(), strict=True))
        table = table[~zero].reset_index(drop=True)
    hidden = frozenset[tuple[str, int, str, str]]()
    if "quality" in frame and not filled.all():
        bare = frame[~filled & (_graded(frame["quality"]).to_numpy() > 0)]
        cells = (bare[name].tolist() for name in ("key", "year", "kind", "group"))
        hidden = frozenset(zip(*cells, strict=True))
    return Figures(columns["value"], table, labels, struck, hidden), _odd(raw, metric, table)


def _bare(cells: pandas.Series[Any]) -> pandas.Series[Any]:
    """Cells without the spaces around them; numbers and categories as they are."""
    return cells.str.strip() if cells.dtype == object else cells


def _pairs(cells: pandas.DataFrame) -> frozenset[tuple[str, str]]:
    """Each pair of kind and group that occurs."""
    if all(cells[name].nunique() == 1 for name in cells):
        cells = cells.head(1)
    different = cells.drop_duplicates()
    return frozenset(zip(different["kind"], different["group"], strict=True))


def _sides(
    cells: pandas.Series[str], metric: Metric
) -> tuple[pandas.Series[float], pandas.Series[float]]:
    """Values, and right sides of pairs. A side that is NA makes the whole pair missing."""
    if metric.kind != "pair" or not len(cells):
        return (numbers := _numbers(cells)), numbers * float("nan")
    parts = cells.str.partition(":")
    left, right = _side(parts[0]), _side(parts[2])
    whole = left.notna() & right.notna()
    return left.where(whole), right.where(whole)


def _side(cells: pandas.Series[str]) -> pandas.Series[float]:
    """One side of a pair; older files write 20.8% where newer ones write 0.208."""
    percent = cells.str.endswith("%").fillna(False)
    return _numbers(cells.str.removesuffix("%")) / percent.map({True: 100.0, False: 1.0})


def _numbers(cells: pandas.Series[Any]) -> pandas.Series[float]:
    """Cells as floats, NaN for what is none. Older files write 851 people to a doctor as 851:1."""
    import pandas

    if cells.dtype == float:
        return cells
    if not pandas.api.types.is_numeric_dtype(cells):
        cells = cells.str.removesuffix(":1")
    return pandas.to_numeric(cells, errors="coerce").astype(float)


def _filled(cells: pandas.Series[Any]) -> pandas.Series[bool]:
    """Which cells hold anything."""
    return cells.notna() if cells.dtype == float else ~cells.isin(NOTHING) & cells.notna()


def _graded(cells: pandas.Series[str]) -> pandas.Series[int]:
    import pandas

    if not isinstance(cells.dtype, pandas.CategoricalDtype):
        return cells.map(_QUALITIES).fillna(0).astype(int)
    codes = [_QUALITIES.get(str(word), 0) for word in cells.cat.categories]
    return pandas.Series(codes, dtype=int).take(cells.cat.codes.to_numpy()).set_axis(cells.index)


def _refuse_words(
    raw: RawCsv,
    columns: Mapping[str, str],
    cells: pandas.DataFrame,
    table: pandas.DataFrame,
    metric: Metric,
) -> None:
    """Refuse a cell that is neither a number nor NA, with the line of the first one."""
    problems = []
    for part in PARTS:
        if part not in cells:
            continue
        if cells[part].dtype == float or _all_grades(cells[part]):
            continue
        empty = cells[part].isin(NOTHING) | cells[part].isna()
        if part == "value" and metric.kind == "pair":
            empty |= cells[part].map(_one_sided)
        known = table[part].abs() < float("inf") if part != "quality" else table[part] > 0
        bad = cells[~known & ~empty]
        if len(bad):
            problems.append(_not_a_number(raw, columns[part], part, metric, bad))
    if problems:
        raise Problems(problems)


def _all_grades(cells: pandas.Series[Any]) -> bool:
    """Whether a column of categories has none but grades and NA."""
    import pandas

    if not isinstance(cells.dtype, pandas.CategoricalDtype):
        return False
    return set(map(str, cells.cat.categories)) <= _QUALITIES.keys() | NOTHING


def _one_sided(cell: str) -> bool:
    left, colon, right = cell.partition(":")
    return bool(colon) and (left in NOTHING or right in NOTHING)


def _not_a_number(
    raw: RawCsv, column: str, part: str, metric: Metric, bad: pandas.DataFrame
) -> Problem:
    line = int(bad["line"].iloc[0])
    expected = "a number or NA"
    if part == "quality":
        expected = "Strong, Marginal, Weak or NA"
    elif part == "value" and metric.kind == "pair":
        expected = "two shares such as 0.034:0.118, or NA"
    more = f" {len(bad):,} cells are so." if len(bad) > 1 else ""
    written = as_utf8(str(bad[part].iloc[0]))
    return Problem(
        f'{raw.name} has "{written}" in column {column}, line {line}, where {expected} '
        f"belongs.{more}",
        "Take the file as it was published; a spreadsheet program may have changed it.",
        raw.at(line, column),
    )


def _odd(raw: RawCsv, metric: Metric, table: pandas.DataFrame) -> tuple[Problem, ...]:
    """A warning where values lie outside what the catalog takes for plausible."""
    odd = table[(table["value"] < metric.low) | (table["value"] > metric.high)]
    if not len(odd):
        return ()
    first = odd.iloc[0]
    return (
        Problem(
            f"{raw.name} has {len(odd):,} values of {metric.name} that can hardly be true, such as "
            f"{first['value']:,.6g} for {first['key'].partition(':')[2]} in {first['year']}; "
            f"expected is {metric.low:,.10g} to {metric.high:,.10g}.",
            "Look at the file before you print these figures.",
            raw.at(int(first["line"]), metric.name),
            "warning",
        ),
    )


def newest_names(
    keys: pandas.Series[str], years: pandas.Series[int], names: pandas.Series[str]
) -> dict[str, str]:
    """The name in the newest year of each key, other than NA."""
    import pandas

    frame = pandas.DataFrame({"key": keys, "year": years, "name": names})
    frame = frame[~frame["name"].isin(NOTHING)].drop_duplicates()
    last = frame.sort_values("year", kind="stable").drop_duplicates("key", keep="last")
    return dict(zip(last["key"], last["name"], strict=True))


def whole_numbers(
    raw: RawCsv, cells: pandas.Series[str], lines: Collection[int]
) -> pandas.Series[int]:
    """The years of a file. Raises Problems for a cell that is none."""
    different = cells.unique()
    years = {cell: int(cell) for cell in different if _is_year(cell)}
    if len(years) < len(different):
        index = int((~cells.isin(list(years))).to_numpy().argmax())
        line = int(list(lines)[index])
        raise Problems(
            [Problem(f'{raw.name} has "{cells.iloc[index]}" for a year.', at=raw.at(line, "year"))]
        )
    return cells.map(years).astype(int)


def _is_year(cell: str) -> bool:
    return cell.isdecimal() and 1990 <= int(cell) <= 2100
