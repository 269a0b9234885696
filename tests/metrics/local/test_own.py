"""Files of the community's own: their shapes, what of them stays hidden, how sure they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from datawalk.metrics.local.description import LocalMeasure, LocalSource
from datawalk.metrics.local.own import HIDDEN, OwnTable
from datawalk.problems import Problems
from tests.metrics.local.protecting import read_own


def write(tmp_path: Path, text: str, name: str = "t.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def source(*measures: dict[str, Any], **more: Any) -> LocalSource:
    said = tuple(LocalMeasure(**m) for m in measures)
    return LocalSource(file="t.csv", name="N", who="W", when="2026", measures=said, **more)


def own(
    tmp_path: Path, text: str, described: LocalSource | None = None, least: int = 10
) -> OwnTable:
    return read_own(write(tmp_path, text), described, least)


def shown(table: OwnTable, *columns: str) -> list[tuple[str, ...]]:
    return list(table.table(columns or None).rows)


def every_figure(tmp_path: Path, text: str, described: LocalSource | None) -> None:
    table = own(tmp_path, text, described)
    for name in table.shape.measures:
        table.figures(name)


def problem(tmp_path: Path, text: str, described: LocalSource | None = None) -> str:
    with pytest.raises(Problems) as found:
        every_figure(tmp_path, text, described)
    (one,) = found.value.problems
    return f"{one.at.line} {one.what}"


def test_a_credit_and_terms() -> None:
    said = source(how="door to door.", licence="CC BY 4.0", use="planning")
    assert said.credit == "N, W, 2026."
    assert said.terms == "N: door to door. Licence: CC BY 4.0. Use: planning."
    assert source().terms == ""


def test_small_counts_are_marked_alike(tmp_path: Path) -> None:
    table = own(tmp_path, "area,people\nA,3\nB,50\nC,20\nD,0\nTotal,73\n")
    assert [row[1] for row in shown(table)] == [HIDDEN, "50", HIDDEN, "0", "73"]
    hidden, proposed = table.warnings
    assert hidden.what == (
        "t.csv: 1 number under 10 is hidden to protect people, and 1 more so that no one can work "
        "them out."
    )
    assert proposed.what == (
        "t.csv: nobody has said what its columns of numbers are, so they are hidden in every row "
        "with a hidden number."
    )
    assert "{column: people}   # it has whole numbers" in proposed.try_this


def test_words_codes_and_what_counts_no_people_stay(tmp_path: Path) -> None:
    text = "area,zip,buses,percent,note\nA,65201,3,4,two\nB,65202,2,5,three\n"
    said = source({"column": "buses", "people": False})
    assert shown(own(tmp_path, text, said)) == [
        ("A", "65201", "3", "4", "two"),
        ("B", "65202", "2", "5", "three"),
    ]


@pytest.mark.parametrize("last", ["Total", "All areas", "Everyone", "Boone County"])
def test_totals_are_known_by_name_or_by_adding_up(tmp_path: Path, last: str) -> None:
    table = own(tmp_path, f"area,people\nA,3\nB,50\nC,20\n{last},73\n")
    assert [row[1] for row in shown(table)] == [HIDDEN, "50", HIDDEN, "73"]


def test_a_total_that_the_author_names(tmp_path: Path) -> None:
    text = "area,people\nA,3\nB,50\nNorth,53\nC,20\nD,30\nSouth,50\n"
    named = source(totals=("North", "South"))
    assert [r[1] for r in shown(own(tmp_path, text, named))] == [
        *(HIDDEN, HIDDEN, "53"),
        *("20", "30", "50"),
    ]


def test_columns_that_add_up(tmp_path: Path) -> None:
    text = "area,yes,no,asked\nA,4,40,44\nB,30,31,61\nC,20,25,45\n"
    said = source({"column": "yes"}, {"column": "no"}, {"column": "asked"})
    assert shown(own(tmp_path, text, said))[0] == ("A", HIDDEN, HIDDEN, "44")
    assert shown(own(tmp_path, text, said))[1] == ("B", "30", "31", "61")
    # Until somebody says what they are, nothing of a row with a hidden number is shown.
    assert shown(own(tmp_path, text))[0] == ("A", HIDDEN, HIDDEN, HIDDEN)


RATES = "area,yes,asked,share\nA,4,44,9\nB,30,61,49\nC,20,45,44\n"


def test_a_rate_goes_with_its_count(tmp_path: Path) -> None:
    said = source({"column": "share", "suffix": "%", "count": "yes", "of": "asked"})
    assert shown(own(tmp_path, RATES, said))[0] == ("A", HIDDEN, "44", HIDDEN)


def test_a_rate_that_nobody_described_is_recognised(tmp_path: Path) -> None:
    table = own(tmp_path, RATES)
    assert shown(table)[0] == ("A", HIDDEN, HIDDEN, HIDDEN)
    assert '{column: share, suffix: "%", count: "yes", of: asked}' in table.warnings[1].try_this


def test_a_rate_times_its_base_is_a_count_too(tmp_path: Path) -> None:
    said = source({"column": "share", "suffix": "%", "of": "asked"})
    text = "area,asked,share\nA,44,9.1\nB,61,49.2\nC,45,44.4\nTotal,150,36.0\n"
    cells = shown(own(tmp_path, text, said), "asked", "share")
    # 9.1 % of 44 are 4 people; with another area hidden too, the total does not tell.
    assert cells == [("44", HIDDEN), ("61", HIDDEN), ("45", "44.4"), ("150", "36.0")]


def test_a_share_of_all_is_a_count_that_can_hide(tmp_path: Path) -> None:
    """The total stays, for it matters most: what is hidden is another part."""
    said = source({"column": "share", "suffix": "%", "of": "asked"})
    text = "area,asked,share\nA,44,9.1\nB,61,100\nC,45,100\nTotal,150,73.3\n"
    cells = shown(own(tmp_path, text, said), "asked", "share")
    assert cells == [("44", HIDDEN), ("61", HIDDEN), ("45", "100"), ("150", "73.3")]


def test_the_share_of_the_others_tells_too(tmp_path: Path) -> None:
    said = [{"column": c, "suffix": "%", "of": "asked"} for c in ("yes", "no")]
    text = "area,asked,yes,no\nA,44,9.1,90.9\nB,61,49.2,50.8\nC,45,44.4,55.6\n"
    assert shown(own(tmp_path, text, source(*said))) == [
        ("A", "44", HIDDEN, HIDDEN),
        ("B", "61", "49.2", "50.8"),
        ("C", "45", "44.4", "55.6"),
    ]


def test_a_rate_of_few_people(tmp_path: Path) -> None:
    said = source({"column": "share", "suffix": "%", "of": "asked", "margin": "moe", "level": 95})
    text = "area,asked,share,moe\nA,9,0,20\nB,61,49,12\n"
    assert shown(own(tmp_path, text, said)) == [
        ("A", HIDDEN, HIDDEN, HIDDEN),
        ("B", "61", "49", "12"),
    ]


def test_min_count_of_the_file_comes_first(tmp_path: Path) -> None:
    text = "area,people\nA,3\nB,50\n"
    assert shown(own(tmp_path, text, source(min_count=0)))[0] == ("A", "3")
    assert shown(own(tmp_path, text, source(min_count=51)))[1] == ("B", HIDDEN)
    assert shown(own(tmp_path, text, None, least=0))[0] == ("A", "3")


LONG = (
    "area,measure,group,year,value,denominator\n"
    "A,Evicted,Renters,2024,4,100\nA,Evicted,Owners,2024,30,100\nA,Evicted,All,2024,34,200\n"
    "B,Evicted,Renters,2024,25,100\nB,Evicted,Owners,2024,12,100\nB,Evicted,All,2024,37,200\n"
)


def test_a_long_table(tmp_path: Path) -> None:
    table = own(tmp_path, LONG)
    figures = table.figures("Evicted")
    assert [(f.area, f.group, f.year) for f in figures[:2]] == [
        ("A", "Renters", "2024"),
        ("A", "Owners", "2024"),
    ]
    assert [f.value for f in figures] == [None, None, 34, 25, 12, 37]
    assert [f.hidden for f in figures] == [True, True, False, False, False, False]


def test_cells_that_the_owner_hid(tmp_path: Path) -> None:
    figures = own(tmp_path, "area,people\nA,<10\nB,*\nC,30\nD,\n").figures("people")
    assert [(f.value, f.hidden) for f in figures] == [
        *((None, True), (None, True)),
        *((30, False), (None, False)),
    ]


def test_no_total_tells_what_the_owner_hid(tmp_path: Path) -> None:
    # 120 less the others would tell it, though it is no small one.
    assert own(tmp_path, "area,people\nA,50\nB,*\nC,40\nTotal,120\n").hidden == {(1, 1), (2, 1)}


@pytest.mark.parametrize("total", [94, 100, 106, 113, 75])
def test_a_named_total_that_is_a_little_off_tells_too(tmp_path: Path, total: int) -> None:
    text = f"area,people\nA,50\nB,4\nC,40\nTotal,{total}\n"
    assert own(tmp_path, text).hidden == {(1, 1), (2, 1)}


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ({"margin": "moe", "level": 95}, 40.0, 60.0),
        ({"margin": "moe", "level": 90}, 50 - 10 * 1.96 / 1.645, 50 + 10 * 1.96 / 1.645),
        ({"lower": "lo", "upper": "hi", "level": 95}, 45.0, 60.0),
        (
            {"lower": "lo", "upper": "hi", "level": 90},
            50 - 5 * 1.96 / 1.645,
            50 + 10 * 1.96 / 1.645,
        ),
    ],
)
def test_bounds_are_at_95_percent(
    tmp_path: Path, said: dict[str, Any], low: float, high: float
) -> None:
    text = "area,share,moe,lo,hi\nA,50,10,45,60\nB,3,10,2,9\nC,99,10,90,99\n"
    table = own(tmp_path, text, source({"column": "share", "suffix": "%", **said}))
    first, second, third = table.figures("share")
    assert (first.lower, first.upper) == (pytest.approx(low), pytest.approx(high))
    assert (second.lower or 0) >= 0
    assert (third.upper or 0) <= 100


def test_a_workbook_keeps_its_zeros(tmp_path: Path) -> None:
    from openpyxl import Workbook  # type: ignore[import-untyped,unused-ignore]

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["zip", "tract", "trees"], ["01003", 1001020100, 40], [2138, 25017352101, 50]):
        sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    table = read_own(tmp_path / "t.xlsx", None, 10)
    assert shown(table) == [("01003", "01001020100", "40"), ("02138", "25017352101", "50")]
    assert [w.what for w in table.warnings] == [
        't.xlsx, column zip: zeros in front were put back in 1 code ("2138" is now "02138").',
        "t.xlsx, column tract: zeros in front were put back in 1 code "
        '("1001020100" is now "01001020100").',
    ]


def test_what_is_wrong(tmp_path: Path) -> None:
    assert problem(tmp_path, "area,n\nA,12\nA,13\n") == "3 t.csv has two rows for A: lines 2 and 3."
    said = source({"column": "n", "margin": "m", "level": 90})
    assert problem(tmp_path, "area,n,m\nA,12,-5\n", said) == (
        "2 t.csv, column m, has a margin below zero."
    )
    words = source({"column": "n"})
    assert problem(tmp_path, "area,n\nA,12\nB,many\n", words) == (
        '3 t.csv, column n, holds "many", which is not a number.'
    )
    assert problem(tmp_path, "area,n\nA,12\n", source({"column": "N"})) == (
        '1 t.csv has no column "N".'
    )
    bounds = source({"column": "n", "lower": "lo", "upper": "hi", "level": 95})
    assert problem(tmp_path, "area,n,lo,hi\nA,12,13,15\n", bounds) == (
        "2 t.csv has a number outside its own bounds: 12 is not between 13 and 15."
    )
    long = "area,measure,value,margin\nA,n,20,3\n"
    assert problem(tmp_path, long) == (
        "1 t.csv has margins of error, and nothing says how sure they are."
    )


@pytest.mark.parametrize(
    "said",
    [
        {"column": "n", "margin": "m"},
        {"column": "n", "margin": "m", "level": 99},
        {"column": "n", "lower": "m", "level": 95},
        {"column": "n", "margin": "m", "lower": "a", "upper": "b", "level": 95},
    ],
)
def test_a_margin_says_how_sure_it_is(said: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"level|go together|lower: and upper:"):
        LocalMeasure(**said)


ATLAS = (
    "state,county,tract,cz,czname,kfr_pooled_pooled_p25,kfr_pooled_pooled_p25_se,"
    "kfr_black_male_p25,jail_pooled_pooled_p25,pooled_pooled_count\n"
    "1,1,20100,11101,Montgomery,0.4123,0.02,,0.0214,6\n"
    "29,19,200,25200,Columbia,0.3811,0.01,0.31,0.05,1200\n"
)


def test_the_opportunity_atlas(tmp_path: Path) -> None:
    table = own(tmp_path, ATLAS)
    first, second = table.figures("kfr_pooled_pooled_p25")
    assert (first.area, second.area) == ("01001020100", "29019000200")
    assert (first.value, first.lower) == (0.4123, pytest.approx(0.4123 - 1.96 * 0.02))
    assert table.measure("kfr_black_male_p25").label == (
        "Household income rank as adults, Black boys of parents with low incomes"
    )
    assert table.format("jail_pooled_pooled_p25").suffix == "%"
    assert "rank by household income" in table.meaning("kfr_pooled_pooled_p25")
    assert table.credit.startswith("Opportunity Atlas")
    # Its owners hide and blur small groups before they publish.
    assert table.figures("pooled_pooled_count")[0].value == 6


def test_the_download_of_the_atlas_site(tmp_path: Path) -> None:
    text = "tract,Name,Household_Income_at_Age_35_rP_gP_p25\n1001020100,Prattville,31500\n"
    table = own(tmp_path, text)
    (figure,) = table.figures("Household_Income_at_Age_35_rP_gP_p25")
    assert (figure.area, figure.value) == ("01001020100", 31500)
    assert table.format("Household_Income_at_Age_35_rP_gP_p25").prefix == "$"
