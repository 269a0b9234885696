"""The figures behind native charts: workbooks without formulas, and number formats."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from xml.sax.saxutils import escape, unescape

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from datawalk.figures.native.scale import literal

INERT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""Options of the workbook: text is text, even where it begins with an equals sign."""


@contextmanager
def _inert_sheet(xlsx_file: io.BytesIO) -> Iterator[tuple[Workbook, Worksheet]]:
    workbook = Workbook(xlsx_file, INERT)
    add_format = workbook.add_format
    # python-pptx writes the format into the chart as it is, so it was escaped for XML.
    workbook.add_format = lambda said: add_format({k: _unescaped(v) for k, v in said.items()})
    yield workbook, workbook.add_worksheet()
    workbook.close()


class _InertCategories(CategoryWorkbookWriter):
    """Writes the workbook behind bars and lines; numbers that stand for times read as these."""

    _open_worksheet = staticmethod(_inert_sheet)

    def _write_categories(self, workbook: Workbook, worksheet: Worksheet) -> None:
        super()._write_categories(workbook, worksheet)  # type: ignore[no-untyped-call]
        for i, text in enumerate(self._chart_data.read):
            look = workbook.add_format({"num_format": escape(literal(text))})
            worksheet.write_number(i + 1, 0, self._chart_data.categories[i].label, look)


class _InertXy(XyWorkbookWriter):
    """Writes the workbook behind dots; what each row is stands beside its figures."""

    _open_worksheet = staticmethod(_inert_sheet)

    def _populate_worksheet(self, workbook: Workbook, worksheet: Worksheet) -> None:
        super()._populate_worksheet(workbook, worksheet)  # type: ignore[no-untyped-call]
        for series in self._chart_data:
            first = self.series_table_row_offset(series) + 1  # type: ignore[no-untyped-call]
            worksheet.write_column(first, 2, self._chart_data.beside[series.index])


def _unescaped(value: object) -> object:
    return unescape(value) if isinstance(value, str) else value


class Categories(CategoryChartData):
    """Series over categories, with a workbook without formulas; `read` is how numbers read."""

    read: Sequence[str] = ()

    @property
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _InertCategories(self)  # type: ignore[no-untyped-call]


class Pairs(XyChartData):
    """Series of (x, y), with a workbook without formulas, and names beside its rows."""

    beside: Sequence[Sequence[str]] = ()

    @property
    def _workbook_writer(self) -> XyWorkbookWriter:
        return _InertXy(self)  # type: ignore[no-untyped-call]


def categories(
    names: Sequence[str | int],
    rows: Sequence[tuple[str, Sequence[float | None]]],
    code: str,
    read: Sequence[str] = (),
) -> Categories:
    """Chart data with a series for each of `rows` (name, values; None is a gap)."""
    data = Categories(number_format=escape(code))  # type: ignore[no-untyped-call]
    data.categories = names
    data.read = read
    for name, values in rows:
        data.add_series(name, values)  # type: ignore[no-untyped-call]
    return data


@dataclass(frozen=True, slots=True)
class XYSeries:
    """A series of an XY chart: its name, x and y of its points, and what each of them is."""

    name: str
    points: tuple[tuple[float, float], ...]
    beside: tuple[str, ...] = ()


def pairs(rows: Sequence[XYSeries], code: str) -> Pairs:
    """Chart data with a series for each of `rows`; x has the format `code`."""
    data = Pairs(number_format=escape(code))  # type: ignore[no-untyped-call]
    data.beside = [row.beside for row in rows]
    for row in rows:
        series = data.add_series(row.name, number_format="General")  # type: ignore[no-untyped-call]
        for x, y in row.points:
            series.add_data_point(x, y)
    return data
