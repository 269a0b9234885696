"""Files that are whole, with cells that nobody expects."""

from __future__ import annotations

import csv
import io
import json
import random
from typing import Any

from tests.fuzz import files

_TEXTS = (
    *("", " ", "\u00a0", "\u200b", "0", "-0", "4", "4*", "≤5", "<10", "1-9", "~4", "4 (8%)", "４"),
    *("1,234", "1.234,5", "1 234", "1_250", "0.5", ".5", "5.", "61%", "610‰", "$5", "€ 5", "(5)"),
    *("1e5", "1e308", "1e999", "-1e999", "9" * 30, "9" * 400, "0." + "0" * 330 + "1", "inf"),
    *("nan", "NaN", "-666666666", "-1", "−3", "--", "+-5", "#REF!", "#N/A", "=1+1", "=A1", "@x"),
    *("true", "NULL", "None", "{place}", "{share_employed}", "{{", "}", "**bold**", "[a](b)"),
    *("[a](javascript:1)", "<b>x</b>", "&amp;", "&#0;", "\x00", "\x07", "\x0b", "\x1b[31m"),
    *("\r", "a\nb", "a\r\nb", "\t", '"', '""', "'", "\\", "\u202e", "\ufeff", "\ufffe", "\ud7ff"),
    *(
        "é",
        "e\u0301",
        "ß",
        "İ",
        "עברית",
        "العربية",
        "中文",
        "हिन्दी",
        "🏠",
        "👩‍👩‍👧",
        "𝟜",
        "²",
        "½",
        "Ⅷ",
    ),
    *("2022", "2022-23", "FY24", "2019–2023", "Q1 2024", "May 2024", "5/1/2024", "31.12.2024"),
    *("0000", "99999", "2024-13-45", "24:00", "North", "north ", "Total", "All", "Everyone"),
    *("All other", "a@b.org", "573-555-0199", "x" * 300, "word " * 80, "W" * 5000, "ÿ" * 40),
)
_HEADS = (
    *("area", "Area", "AREA ", "group", "year", "measure", "value", "count", "of", "denominator"),
    *("people", "share", "lower", "upper", "margin", "moe", "GEOID", "GEO_ID", "zip", "tract"),
    *("latitude", "name", "email", "date", "percent", "rank", "change", "average", "total"),
)
_ODD_NUMBERS = (0, -1, 4, 10**15, 10**20, 10**400, 1.5, -0.0, 1e308, 1e-320, 5e-324, True)


def text(rng: random.Random) -> str:
    """What a cell holds; now and then two such things."""
    found = rng.choice(_TEXTS)
    return found + rng.choice(_TEXTS) if rng.random() < 0.1 else found


def table(rng: random.Random) -> list[list[Any]]:
    """A table with a few odd cells, or nothing but such; rows may be of any length."""
    wild = rng.choice([0.03, 0.15, 0.6])
    width = rng.choice([1, 2, 3, 4, 6, 6, 9, 30])
    heads = rng.sample(_HEADS, min(width, len(_HEADS)))
    if rng.random() < 0.7 and width > 1:
        heads[:2] = ["area", "people"]
    rows: list[list[Any]] = [heads]
    for _ in range(rng.choice([0, 1, 2, 5, 12, 45])):
        rows.append([_cell(rng, wild, column) for column in range(len(heads))])
        if rng.random() < wild / 5:
            rows[-1] = rows[-1][: rng.randint(0, width)] + [""] * rng.choice([0, 0, 3])
    rows[0] = [text(rng) if rng.random() < wild / 2 else head for head in heads]
    return rows


def _cell(rng: random.Random, wild: float, column: int) -> Any:
    if rng.random() < wild:
        return text(rng) if rng.random() < 0.85 else rng.choice(_ODD_NUMBERS)
    if column == 0:
        return rng.choice(["North", "South", "East", "West", "Total"])
    return rng.choice([rng.randint(0, 12), rng.randint(0, 3000), round(rng.random() * 100, 1)])


def made(rng: random.Random, ending: str) -> bytes:
    """A file of a kind with such cells."""
    match ending:
        case ".csv" | ".tsv" | ".txt":
            return _separated(rng)
        case ".xlsx":
            return _workbook(rng)
        case ".xls":
            return files.xls([[_short(cell) for cell in row] for row in table(rng)])
        case ".ods":
            return files.ods([[_plain(cell) for cell in row] for row in table(rng)])
    return _outlines(rng)


def _separated(rng: random.Random) -> bytes:
    out = io.StringIO()
    quoting = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    ends = rng.choice(["\n", "\r\n", "\r"])
    writer = csv.writer(out, delimiter=rng.choice(",;\t|"), quoting=quoting, lineterminator=ends)
    if rng.random() < 0.2:
        writer.writerow(["A title of the table"])
    writer.writerows([[str(cell)[:6000] for cell in _digits(row)] for row in table(rng)])
    written = out.getvalue() + rng.choice(["", "", "\x1a", "\n\n\nSource: us\n", '"'])
    kinds = ["utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac-roman", "utf-32"]
    return written.encode(rng.choice(kinds), errors="replace")


def _digits(row: list[Any]) -> list[Any]:
    """A number too long for a text is cut: Python refuses to write it."""
    return [f"1{'0' * 400}" if isinstance(c, int) and c > 10**300 else c for c in row]


def _plain(cell: Any) -> Any:
    """A cell that XML can hold."""
    if isinstance(cell, str):
        return "".join(c for c in cell if (c >= " " and c != "\ufffe") or c in "\t\n")
    return _digits([cell])[0]


def _short(cell: Any) -> Any:
    if isinstance(cell, str):
        return cell[:30_000]
    return float(cell) if abs(cell) < 1e300 else 1e300


def _workbook(rng: random.Random) -> bytes:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    for row in table(rng):
        sheet.append([_plain(cell) for cell in row])
    formats = ["0%", "0.0%", "$#,##0", "yyyy-mm-dd", "[h]:mm", "@", "0.00E+00", "??/??", '0" x"']
    for cells in sheet.iter_rows():
        for cell in cells:
            if rng.random() < 0.05:
                cell.number_format = rng.choice(formats)
    if rng.random() < 0.3:
        sheet.merge_cells(start_row=1, end_row=rng.randint(1, 3), start_column=1, end_column=2)
    if rng.random() < 0.2:
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions[get_column_letter(rng.randint(1, 3))].hidden = True
    if rng.random() < 0.2:
        book.create_sheet("Notes", rng.choice([0, 1])).append(["Notes"])
        sheet.sheet_state = rng.choice(["visible", "hidden", "veryHidden"])
    if rng.random() < 0.05:
        sheet["XFD1048576"] = 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_SHAPES: tuple[Any, ...] = (
    None,
    {},
    {"type": "Polygon", "coordinates": []},
    {"type": "Polygon", "coordinates": [[]]},
    {"type": "Polygon", "coordinates": [[[0, 0]]]},
    {"type": "Polygon", "coordinates": [[[0, 0], [0, 0], [0, 0], [0, 0]]]},
    {"type": "Polygon", "coordinates": [[[-92, 38], [-91, 39], [-92, 39], [-91, 38], [-92, 38]]]},
    {"type": "Polygon", "coordinates": [[[1e400, 0], [1, 1], [2, 0], [1e400, 0]]]},
    {"type": "Polygon", "coordinates": [[["a", "b"], [1, 1], [2, 0], ["a", "b"]]]},
    {
        "type": "Polygon",
        "coordinates": [[[38.9, -92.4], [38.9, -92.3], [39, -92.3], [38.9, -92.4]]],
    },
    {"type": "Polygon", "coordinates": [[[5e6, 4e6], [5e6, 5e6], [6e6, 5e6], [5e6, 4e6]]]},
    {"type": "Polygon", "coordinates": [[[0, 90], [0, 91], [180, -90], [0, 90]]]},
    {"type": "MultiPolygon", "coordinates": []},
    {"type": "MultiPolygon", "coordinates": [[[]], []]},
    {"type": "GeometryCollection", "geometries": []},
    {"type": "GeometryCollection", "geometries": [None, {"type": "Point", "coordinates": [0, 0]}]},
    {"type": "Point", "coordinates": []},
    {"type": "Point", "coordinates": [-92.3, 38.9]},
    {"type": "MultiPoint", "coordinates": [[-92.3, 38.9], []]},
    {"type": "LineString", "coordinates": [[-92, 38], [-91, 39]]},
    {"type": "Circle", "coordinates": [1, 2]},
    {"type": 5, "coordinates": "x"},
)


def _outlines(rng: random.Random) -> bytes:
    """A GeoJSON whose properties and outlines are odd in places."""
    whole = json.loads(files.geojson(["North", "South", "East", "West"][: rng.randint(1, 4)]))
    for feature in whole["features"]:
        if rng.random() < 0.5:
            feature["geometry"] = rng.choice(_SHAPES)
        if rng.random() < 0.3:
            name = rng.choice([text(rng), 5, 1.0, None, True, [], {"a": 1}, 10**400])
            feature["properties"] = rng.choice([{"area": name}, {}, None, [], "x"])
        if rng.random() < 0.1:
            feature["type"] = rng.choice(["feature", None, 5])
    whole |= rng.choice([{}, {}, {"crs": None}, {"crs": {"properties": {"name": "EPSG:2816"}}}])
    whole |= rng.choice([{}, {}, {}, {"features": None}, {"features": {}}, {"type": "Topology"}])
    return json.dumps(whole).encode()
