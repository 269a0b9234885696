"""Charts of shares as native charts: right numbers in the workbook, read as printed elsewhere."""

from __future__ import annotations

import io

import openpyxl

from tests.charts.drawn import pairs

from .test_pptx import charts, shown

BOTH = pairs(
    ("Boone County, MO", 0.118, 0.034), ("Story County, IA", 0.009, 0.01), ("Petroleum", None, None)
)


def cells(native: object) -> list[tuple[object, ...]]:
    blob = native.part.chart_workbook.xlsx_part.blob  # type: ignore[attr-defined]
    sheet = openpyxl.load_workbook(io.BytesIO(blob)).active
    assert sheet is not None
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_pairs_hold_both_shares_and_name_who_has_none() -> None:
    (native,) = charts(shown(BOTH))
    assert cells(native) == [
        (None, "Share of homes", "Share of home value"),
        ("Boone County, MO: 8.4 points less", 0.118, 0.034),
        ("Story County, IA: 8.4 points less", 0.009, 0.01),
        ("Petroleum: too few people", None, None),
    ]
    codes = native._chartSpace.xpath(".//c:dLbl/c:numFmt/@formatCode")
    assert codes[0] == '"11.8% of homes"'
    assert len(codes) == 4
