"""Everyday files of each kind, to be spoiled: what people would hand in."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

Rows = Sequence[Sequence[Any]]

TABLE: Rows = (
    ("area", "group", "year", "people", "share", "when"),
    ("North", "Men", "2022-23", 12, 0.61, "2024-05-01"),
    ("North", "Women", "2022-23", 4, 0.5, "2024-05-02"),
    ("South", "Men", "2023-24", 1250, 0.125, "2024-06-01"),
    ("South", "Women", "2023-24", 30, 0.75, ""),
    ("Total", "All", "2023-24", 1296, 0.4, "n/a"),
)
AREAS = ("North", "South", "East")


def separated(rows: Rows, by: str = ",") -> str:
    return "\n".join(by.join(map(str, row)) for row in rows) + "\n"


def xlsx(rows: Rows) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls(rows: Rows) -> bytes:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet")
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            sheet.write(i, j, cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(rows: Rows) -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    sheet = Table(name="Sheet")
    book.spreadsheet.addElement(sheet)
    for row in rows:
        line = TableRow()
        sheet.addElement(line)
        for value in row:
            number = isinstance(value, int | float)
            typed = {"valuetype": "float", "value": value} if number else {"valuetype": "string"}
            cell = TableCell(**typed)
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def geojson(areas: Sequence[str] = AREAS) -> bytes:
    features = [
        {"type": "Feature", "properties": {"area": name, "n": i}, "geometry": _square(i)}
        for i, name in enumerate(areas)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def _square(i: int) -> dict[str, Any]:
    x, y, side = -92.4 + 0.1 * i, 38.9, 0.1
    ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
    return {"type": "Polygon", "coordinates": [ring]}


def _drawn(driver: str, ending: str) -> dict[str, bytes]:
    """The same areas as files of another kind, by their endings."""
    import geopandas

    with tempfile.TemporaryDirectory() as folder:
        whole = geopandas.read_file(io.BytesIO(geojson()))
        whole.to_file(Path(folder) / f"areas{ending}", driver=driver)
        return {path.suffix: path.read_bytes() for path in Path(folder).iterdir()}


def shapefile() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        for ending, data in _drawn("ESRI Shapefile", ".shp").items():
            pack.writestr(f"areas{ending}", data)
    return out.getvalue()


def geopackage() -> bytes:
    return _drawn("GPKG", ".gpkg")[".gpkg"]


_MADE: dict[str, Callable[[], bytes]] = {
    ".csv": lambda: separated(TABLE).encode(),
    ".tsv": lambda: separated(TABLE, "\t").encode("utf-16"),
    ".txt": lambda: separated(TABLE, ";").encode("cp1252"),
    ".xlsx": lambda: xlsx(TABLE),
    ".xls": lambda: xls(TABLE),
    ".ods": lambda: ods(TABLE),
    ".geojson": geojson,
    ".zip": shapefile,
    ".gpkg": geopackage,
}
ENDINGS = tuple(_MADE)
OUTLINES = (".geojson", ".zip", ".gpkg")


@cache
def whole(ending: str) -> bytes:
    """A file of a kind with nothing wrong."""
    return _MADE[ending]()
