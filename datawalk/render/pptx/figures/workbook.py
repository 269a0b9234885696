"""The figures behind native charts: workbooks without formulas, and number formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from xml.sax.saxutils import escape, unescape

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter

from datawalk.exhibits import Point
from datawalk.metrics.model import NumberFormat

INERT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""Options of the workbook: text is text, even where it begins with an equals sign."""


class _InertCategories(CategoryWorkbookWriter):
    """Writes the workbook behind bars and lines."""

    def _open_worksheet(self, xlsx_file: Any) -> Any:
        return _inert_sheet(xlsx_file)


class _InertXy(XyWorkbookWriter):
    """Writes the workbook behind dots; what each row is stands beside its figures."""

    def _open_worksheet(self, xlsx_file: Any) -> Any:
        return _inert_sheet(xlsx_file)

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        usual: Any = super()
        usual._populate_worksheet(workbook, worksheet)
        for series in self._chart_data:
            first = usual.series_table_row_offset(series) + 1
            worksheet.write_column(first, 2, self._chart_data.beside[series.index])


@contextmanager
def _inert_sheet(xlsx_file: Any) -> Iterator[Any]:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    workbook = Workbook(xlsx_file, INERT)
    add_format = workbook.add_format
    # python-pptx writes the format into the chart as it is, so it was escaped for XML.
    workbook.add_format = lambda said: add_format({k: _unescaped(v) for k, v in said.items()})
    yield workbook, workbook.add_worksheet()
    workbook.close()


def _unescaped(value: Any) -> Any:
    return unescape(value) if isinstance(value, str) else value


class Categories(CategoryChartData):
    """Series over categories, with a workbook without formulas."""

    @property
    def _workbook_writer(self) -> Any:
        writer: Any = _InertCategories
        return writer(self)


class Pairs(XyChartData):
    """Series of (x, y), with a workbook without formulas, and names beside its rows."""

    beside: Sequence[Sequence[str]] = ()

    @property
    def _workbook_writer(self) -> Any:
        writer: Any = _InertXy
        return writer(self)


def categories(
    names: Sequence[str], rows: Sequence[tuple[str, Sequence[float | None]]], code: str
) -> Any:
    """Chart data with a series for each of `rows` (name, values; None is a gap)."""
    kind: Any = Categories
    data = kind(number_format=escape(code))
    data.categories = names
    for name, values in rows:
        data.add_series(name, values)
    return data


@dataclass(frozen=True, slots=True)
class Row:
    """A series of an XY chart: its name, x and y of its points, and what each of them is."""

    name: str
    points: tuple[tuple[float, float], ...]
    beside: tuple[str, ...] = ()


def pairs(rows: Sequence[Row], code: str) -> Any:
    """Chart data with a series for each of `rows`; x has the format `code`."""
    kind: Any = Pairs
    data = kind(number_format=escape(code))
    data.beside = [row.beside for row in rows]
    for row in rows:
        series = data.add_series(row.name, number_format="General")
        for x, y in row.points:
            series.add_data_point(x, y)
    return data


@dataclass(frozen=True, slots=True)
class Scale:
    """How values stand in the workbook and are written by PowerPoint.

    Percentages stay shares with the format 0%, other values are multiplied beforehand.
    """

    format: NumberFormat

    @property
    def percent(self) -> bool:
        return self.format.multiply == 100 and self.format.suffix == "%"

    def stored(self, value: float) -> float:
        """A value as it stands in the workbook, without the noise of multiplying."""
        if self.percent or self.format.multiply == 1:
            return value
        return float(f"{value * self.format.multiply:.12g}")

    @property
    def code(self) -> str:
        """The number format of Excel for plain values."""
        places = "." + "0" * self.format.decimals if self.format.decimals else ""
        prefix = literal(self.format.prefix) if self.format.prefix else ""
        if self.percent:
            return f"{prefix}0{places}%"
        suffix = literal(self.format.suffix) if self.format.suffix else ""
        return f"{prefix}#,##0{places}{suffix}"

    def shown(self, value: float) -> str:
        """What PowerPoint writes for `value` under `code`."""
        exact = Decimal(repr(value)) * Decimal(repr(self.format.multiply))
        places = Decimal(1).scaleb(-self.format.decimals)
        number = exact.quantize(places, ROUND_HALF_UP)
        sign = "-" if number < 0 else ""
        return f"{sign}{self.format.prefix}{abs(number):,}{self.format.suffix}"

    def code_for(self, point: Point) -> str:
        """The format under which a point reads exactly as it is printed elsewhere."""
        assert point.value is not None
        shown = self.shown(point.value)
        if point.printed == shown:
            return self.code
        if point.printed.startswith(shown):
            return self.code + literal(point.printed[len(shown) :])
        return literal(point.printed)


def literal(text: str) -> str:
    """Words in a number format."""
    return '"' + text.replace('"', "”") + '"'
