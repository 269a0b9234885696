"""The codes of places in the published layout: their widths, and zeros that were lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from datawalk.metrics.files.rawcsv import RawCsv
from datawalk.problems import Problem, refuse

if TYPE_CHECKING:
    import pandas

WIDTHS: Mapping[str, int] = MappingProxyType({"state": 2, "county": 3, "place": 5})
MIXED = "geo"
"""The column of extracts that hold counties (3 digits) and cities (5) together."""


def column_of_places(header: Sequence[str]) -> str:
    """The column that says which place a row is about."""
    return next(name for name in ("county", "place", MIXED) if name in header)


def keys_of(raw: RawCsv, cells: pandas.DataFrame) -> tuple[pandas.Series[str], list[Problem]]:
    """The key of each row, such as 'county:29019', and warnings where zeros were put back.

    Raises Problems for a code that is not made of digits, or too long.
    """
    warnings: list[Problem] = []
    column = column_of_places(raw.header)
    states = _padded(raw, cells["state"], "state", warnings)
    if column != MIXED:
        return f"{column}:" + states + _padded(raw, cells[column], column, warnings), warnings
    codes = cells[MIXED]
    _refuse_odd(raw, codes, MIXED, lambda code: code.isdigit() and len(code) in (3, 5))
    level = codes.str.len().map({3: "county:", 5: "place:"})
    return level + states + codes, warnings


def _padded(
    raw: RawCsv, codes: pandas.Series[str], column: str, warnings: list[Problem]
) -> pandas.Series[str]:
    width = WIDTHS[column]
    _refuse_odd(raw, codes, column, lambda code: code.isdigit() and len(code) <= width)
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


def _refuse_odd(
    raw: RawCsv, codes: pandas.Series[str], column: str, fits: Callable[[str], bool]
) -> None:
    bad = sorted(code for code in codes.unique() if not fits(code))
    if bad:
        line = int(raw.lines[(codes == bad[0]).to_numpy().argmax()])
        digits = "3 digits (a county) or 5 (a city)" if column == MIXED else ""
        raise refuse(
            f'{raw.name} has "{bad[0]}" in column {column}, line {line}, where a code of '
            f"{digits or f'{WIDTHS[column]} digits'} belongs.",
            at=raw.at(line, column),
        )
