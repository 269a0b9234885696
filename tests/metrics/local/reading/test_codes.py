"""Columns of codes: the heading is the code word, and the cells fit it."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk.metrics.local.columns import codes
from tests.metrics.local.reading.reader import column, read


@pytest.mark.parametrize(
    ("name", "cells", "code"),
    [
        ("zip", ["65203", "1003"], True),
        ("ZIP Code", ["65203", "01003"], True),
        ("Families in this ZIP", ["45", "120"], False),
        ("zip line visits", ["65203", "65201"], False),
        ("Census tract", ["1", "2", "3.01"], False),
        ("Census tract", ["1", "2", "30"], False),
        ("tract", ["29019000100", "29019000200"], True),
        ("tract", ["000100", "230000"], True),
        ("GEOID20", ["1001", "29019"], True),
        ("State", ["4", "30"], False),
        ("state", ["04", "30"], True),
        ("county", ["12", "40"], False),
        ("zip", ["12", "40"], False),
        ("lat", ["38.9", "38.8"], True),
    ],
)
def test_code_words(tmp_path: Path, name: str, cells: list[str], code: bool) -> None:
    table = read(tmp_path, f"who,{name}\na,{cells[0]}\n" + "".join(f"b,{c}\n" for c in cells[1:]))
    assert codes.is_code(table, name) is code


def test_state_and_county_stand_together(tmp_path: Path) -> None:
    table, warnings = codes.padded(read(tmp_path, "state,county,n\n1,3,5\n29,19,6\n"))
    assert table.rows == (("01", "003", "5"), ("29", "019", "6"))
    assert len(warnings) == 2


def test_counts_are_never_padded(tmp_path: Path) -> None:
    table, warnings = codes.padded(read(tmp_path, "Pantry,Families in this ZIP\nA,45\nB,120\n"))
    assert column(table, "Families in this ZIP") == ["45", "120"]
    assert not warnings


def test_sums_of_a_city_a_county_and_a_state_are_no_codes(tmp_path: Path) -> None:
    text = "agency,city,county,state,total\nPantry,4,30,16,50\nShelter,20,41,22,83\n"
    table, warnings = codes.padded(read(tmp_path, text))
    assert table.rows[0] == ("Pantry", "4", "30", "16", "50")
    assert warnings == ()
    assert not any(codes.is_code(table, name) for name in table.columns)
    text = "agency,county,total\nPantry,120,150\nShelter,340,355\n"
    table, _ = codes.padded(read(tmp_path, text))
    assert not codes.is_code(table, "county")
