"""Files as publishers give them, read whole where they are present."""

from __future__ import annotations

import pytest

from datawalk.metrics.local.table import read_table
from datawalk.problems import Problems
from tests.conftest import SHARED

OTHER = SHARED / "data" / "other"
NO_TABLES = (".pb", ".md", ".zip", "Table-Notes.txt", "ACS_16_5YR_B19013.txt")
SHAPES = {
    "ACSDT5Y2024.B19013-Data.csv": (3223, 4, (1, 2)),
    "ACSST5Y2021.S1701-Data.DCtracts.csv": (207, 374, (1, 2)),
    "ACS_16_5YR_B19013_with_ann.tracts.csv": (152, 5, (1, 2)),
    "ACS_15_5YR_B19013_with_ann.counties.csv": (3141, 5, (1,)),
    "PEP_2015_PEPANNRES_with_ann.csv": (3142, 11, (1, 2)),
    "AtlasPlusTableData_v045_county.csv": (3225, 6, (8,)),
    "AtlasPlusTableData_v045_state.csv": (51, 6, (8,)),
    "chr_analytic_data2024.excerpt_handcopied.csv": (8, 59, (1, 2)),
    "est23all.xls": (3196, 31, (3, 4)),
    "goboston2030_allquestions.subset.csv": (4603, 4, (1,)),
    "laucnty24.xlsx": (3221, 9, (2,)),
    "nces_elsi_schools_frl_2022-23.csv": (100227, 5, (7,)),
    "tract_kfr_rP_gP_p25.csv": (73502, 3, (1,)),
}

pytestmark = pytest.mark.skipif(not OTHER.is_dir(), reason=f"{OTHER} is not there")


def test_every_table_is_read() -> None:
    failed = {}
    for path in sorted(OTHER.iterdir()):
        if path.name.endswith(NO_TABLES):
            continue
        try:
            table = read_table(path)
        except Problems as problems:
            failed[path.name] = str(problems)
            continue
        if path.name in SHAPES:
            shape = (len(table.rows), len(table.columns), table.understood.headings)
            assert shape == SHAPES[path.name], path.name
    assert not failed


@pytest.mark.parametrize("name", ["Ranked Measure Data", "Additional Measure Data"])
@pytest.mark.parametrize(
    ("file", "rows"),
    [
        ("chr_2020_minnesota_state_workbook.xlsx", 88),
        ("chr_2018_california_state_workbook.xls", 59),
    ],
)
def test_sheets_of_state_workbooks(file: str, rows: int, name: str) -> None:
    table = read_table(OTHER / file, sheet=name)
    assert len(table.rows) == rows
    assert table.columns[:3] == ("FIPS", "State", "County")
    assert len(set(table.columns)) == len(table.columns)


def test_notes_are_no_table() -> None:
    for path in OTHER.iterdir():
        if path.name.endswith(NO_TABLES):
            with pytest.raises(Problems):
                read_table(path)
