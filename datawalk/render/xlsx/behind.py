"""The workbook behind a chart: whether it tells what the chart shows."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries

MOST_BYTES, MOST_CELLS = 20_000_000, 10_000
_RANGE = re.compile(r"(?P<sheet>'(?:[^']|'')+'|[^'!]+)!(?P<cells>[$A-Z0-9:]+)")


@dataclass(frozen=True, slots=True)
class ChartValues:
    """Values that a chart shows, by their place in a range such as Sheet1!$B$2:$B$5."""

    range: str
    values: Mapping[int, str]


def agrees(blob: bytes, found: Iterable[ChartValues]) -> bool:
    """Whether all cells of a workbook are as a chart shows them; so too where nobody can tell."""
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_BYTES:
                return True
        book = load_workbook(io.BytesIO(blob), data_only=True)
        return all(_alike(cells, one) for one in found if (cells := _cells(book, one)) is not None)
    except Exception:  # openpyxl raises many kinds, all of them the file's fault
        return True


def _cells(book: Workbook, shown: ChartValues) -> list[object] | None:
    said = _RANGE.fullmatch(shown.range)
    name = said["sheet"].strip("'").replace("''", "'") if said else ""
    if not said or name not in book.sheetnames:
        return None
    edges = range_boundaries(said["cells"])
    left, top, right, bottom = (edge for edge in edges if edge is not None)
    if (right - left + 1) * (bottom - top + 1) > MOST_CELLS:
        return None
    rows = book[name].iter_rows(top, bottom, left, right, values_only=True)
    return [value for row in rows for value in row]


def _alike(cells: list[object], shown: ChartValues) -> bool:
    return all(
        _steady(value) == _steady(shown.values.get(place)) for place, value in enumerate(cells)
    )


def _steady(value: object) -> str:
    try:
        return f"{float(value):.9g}"  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return " ".join(str(value if value is not None else "").split())
