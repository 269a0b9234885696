"""Charts of shares as native charts: right numbers in the workbook, read as printed elsewhere."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
from openxml_audit import validate_pptx

from datawalk.render.pptx.deck import pptx_bytes
from tests.figures.drawn import pairs, parts, steps
from tests.layout.deck.test_deck import deck
from tests.render.pptx.test_deck import charts, descr, shapes, shown

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


def test_steps_hold_what_is_left_and_what_is_gone() -> None:
    falling = steps(("Started", 1), ("Finished", 0.75), ("Went on", None), ("Still here", 0.25))
    (native,) = charts(shown(falling))
    assert cells(native) == [
        (None, "Of 100", "Fewer than the step before"),
        ("Started", 100, 0),
        ("Finished: 9 fewer", 75, 25),
        ("Went on: too few people", None, None),
        ("Still here: 9 fewer", 25, 50),
    ]
    said = native._chartSpace.xpath(".//c:dLbl/c:numFmt/@formatCode")
    assert said == ['#,##0" of 100"'] * 3


def test_100_squares_are_one_group_that_tells_what_it_shows() -> None:
    whole = parts(("Own", 0.6), ("Rent", 0.3), ("With family", 0.1))
    deck_ = shown(whole)
    (squares,) = [shape for shape in shapes(deck_) if descr(shape).startswith("100 squares.")]
    names = [shape.name for shape in squares.shapes]
    assert (names.count("Own"), names.count("Rent"), len(names)) == (60, 30, 100)
    said = [shape.text_frame.text for shape in shapes(deck_) if shape.has_text_frame]
    assert {"60", "Own\n60.0%", "With family\n10.0%"} <= set(said)


def test_the_file_is_valid(tmp_path: Path) -> None:
    falling = steps(("Started", 1), ("Finished", 0.75), ("Went on", None))
    path = tmp_path / "deck.pptx"
    path.write_bytes(pptx_bytes(deck(BOTH, falling, parts(("Own", 0.6), ("Rent", 0.4)))))
    assert [str(error) for error in validate_pptx(str(path)).errors] == []
