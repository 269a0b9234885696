"""What people write into the list of what to print stays in it, or is told and kept beside it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from datawalk.config.schema import PrintConfig
from datawalk.layout.poster.printing import Job
from datawalk.output.decks import Kept
from datawalk.output.print_list import listed
from datawalk.problems import Problems
from datawalk.render.xlsx.prints import FIRST, MADE, PRICES, SHEET

OUTPUT = "w-posters-24x36"
JOBS = tuple(
    Job(number, f"{number}. {title}", f"{OUTPUT}.pdf", 24, 36, 1, "letter", 17)
    for number, title in enumerate(("Homes", "Jobs", "Care"), start=1)
)
EACH = tuple(replace(job, file=f"{OUTPUT}-{job.station:02d}.pdf") for job in JOBS)
PRICED = PrintConfig(price_per_square_foot=4, price_per_page=0.1)
SHOP, PAGE = PRICES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "w-print-list.xlsx"
    save(listed(found, JOBS, PRICED))
    return found


def save(done: Kept) -> list[str]:
    for path, made in done.files.items():
        path.write_bytes(made.content)
    return [problem.what.partition(".xlsx ")[2] for problem in done.told]


def again(path: Path, jobs: Sequence[Job] = JOBS, prices: PrintConfig = PRICED) -> list[str]:
    return save(listed(path, jobs, prices))


def changed(path: Path, change: Callable[[Any], None]) -> None:
    book = openpyxl.load_workbook(path)
    change(book[SHEET] if SHEET in book.sheetnames else book.active)
    book.save(path)


def typing(path: Path, **cells: Any) -> None:
    def change(sheet: Any) -> None:
        for name, value in cells.items():
            sheet[name] = value

    changed(path, change)


def sheet(path: Path) -> Any:
    return openpyxl.load_workbook(path)[SHEET]


def copies(path: Path) -> dict[str, Any]:
    """By the title of the poster, without its number."""
    rows = list(sheet(path).iter_rows(min_row=FIRST, values_only=True))
    return {row[1].partition(". ")[2]: row[6] for row in rows if row[1]}


def prices(path: Path) -> list[Any]:
    return [sheet(path)[place].value for place in ("D3", "D4")]


def kept(path: Path) -> bool:
    """Whether the list as it was stands beside the new one."""
    return path.with_name("w-print-list-before.xlsx").exists()


def test_a_list_that_nobody_touched_is_made_anew(path: Path) -> None:
    before = path.read_bytes()
    assert again(path) == []
    assert path.read_bytes() == before
    dearer = PrintConfig(price_per_square_foot=5)
    assert again(path, tuple(replace(job, copies=2) for job in JOBS), dearer) == []
    assert (prices(path), copies(path)) == ([5, None], {"Homes": 2, "Jobs": 2, "Care": 2})
    assert [path.name for path in path.parent.iterdir()] == [path.name]


def test_prices_and_copies_stay(path: Path) -> None:
    typing(path, D3=7.5, D4=0.12, G8=9)
    for _ in range(2):
        assert again(path) == ["keeps what you typed into it: prices and copies."]
        assert prices(path) == [7.5, 0.12]
        assert copies(path) == {"Homes": 1, "Jobs": 9, "Care": 1}
    assert not kept(path)


@pytest.mark.parametrize("jobs", [JOBS, EACH])
@pytest.mark.parametrize("later", [JOBS, EACH])
def test_copies_belong_to_the_poster(
    tmp_path: Path, jobs: Sequence[Job], later: Sequence[Job]
) -> None:
    path = tmp_path / "w-print-list.xlsx"
    save(listed(path, jobs, PRICED))
    typing(path, G7=3, G8=9)
    turned = tuple(
        replace(
            job,
            station=number,
            title=f"{number}. {job.title[3:]}",
            file=later[number - 1].file,
        )
        for number, job in enumerate(reversed(jobs), start=1)
    )
    again(path, turned)
    assert copies(path) == {"Care": 1, "Jobs": 9, "Homes": 3}
    assert not kept(path)


def test_posters_of_one_title_are_told_apart_by_their_order(tmp_path: Path) -> None:
    path = tmp_path / "w-print-list.xlsx"
    jobs = tuple(replace(job, title=f"{job.station}. Homes") for job in JOBS)
    save(listed(path, jobs, PRICED))
    typing(path, G8=9)
    again(path, jobs)
    assert [row[6].value for row in sheet(path).iter_rows(min_row=7, max_row=9)] == [1, 9, 1]


def test_sizes_of_one_poster_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "w-print-list.xlsx"
    jobs = (JOBS[0], replace(JOBS[0], file="w-posters-tabloid.pdf", width=11, height=17))
    save(listed(path, jobs, PRICED))
    typing(path, G8=9)
    again(path, jobs)
    assert [sheet(path)[cell].value for cell in ("G7", "G8")] == [1, 9]


def test_cells_are_found_by_their_labels_and_headings(path: Path) -> None:
    typing(path, D3=7.5, D4=0.12, G7=2, G8=9)

    def change(sheet: Any) -> None:
        sheet.insert_cols(3)
        sheet.insert_rows(1, 2)
        sheet.insert_rows(6)
        sheet.insert_rows(11)

    changed(path, change)
    again(path)
    assert prices(path) == [7.5, 0.12]
    assert copies(path) == {"Homes": 2, "Jobs": 9, "Care": 1}


def test_lines_and_prices_may_change_places(path: Path) -> None:
    def change(sheet: Any) -> None:
        third, fourth = ([cell.value for cell in sheet[row]] for row in (3, 4))
        for column, pair in enumerate(zip(third, fourth, strict=True), start=1):
            sheet.cell(4, column).value, sheet.cell(3, column).value = pair
        sheet["D4"], sheet["D3"] = 7.5, 0.12
        for column in range(1, 13):
            low, high = sheet.cell(7, column), sheet.cell(9, column)
            low.value, high.value = high.value, low.value
        sheet["G7"] = 5

    changed(path, change)
    assert again(path) == ["keeps what you typed into it: prices and copies."]
    assert prices(path) == [7.5, 0.12]
    assert copies(path) == {"Homes": 1, "Jobs": 1, "Care": 5}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("$7.50", 7.5),
        ("7,50", 7.5),
        ("7.50 USD", 7.5),
        (" 7.5 $ ", 7.5),
        (".75", 0.75),
        ("US$1,234.50", 1234.5),
        ("7", 7),
        (0, 0),
        ("=5*1.2", "=5*1.2"),
        ("=(4+3.5)/2", "=(4+3.5)/2"),
    ],
)
def test_prices_in_plain_forms_are_read(path: Path, written: Any, meant: Any) -> None:
    typing(path, D3=written)
    assert again(path) == ["keeps what you typed into it: prices."]
    assert prices(path) == [meant, 0.1]
    assert not kept(path)


@pytest.mark.parametrize(
    "written",
    ["call Joe", "7.50 €", "$7-8", "1,234", -3, "-3", "inf", "nan", "1e3", True, "=M7*2", "#REF!"],
)
def test_what_is_no_price_is_told_and_kept_beside(path: Path, written: Any) -> None:
    typing(path, D3=written)
    ours = path.read_bytes()
    (told,) = again(path)
    assert told == f"had what is no price or number of copies: D3 “{written}”."
    assert prices(path) == [4, 0.1]
    assert path.with_name("w-print-list-before.xlsx").read_bytes() == ours
    assert again(path) == []


@pytest.mark.parametrize(
    ("written", "meant"), [("3", 3), ("3 copies", 3), (3.0, 3), ("1,000", 1000), ("=2*3", "=2*3")]
)
def test_copies_in_plain_forms_are_read(path: Path, written: Any, meant: Any) -> None:
    typing(path, G8=written)
    assert again(path) == ["keeps what you typed into it: copies."]
    assert copies(path)["Jobs"] == meant


@pytest.mark.parametrize("written", ["a few", 2.5, "7,5", -1, False, 10**9, "=G7"])
def test_what_is_no_number_of_copies_is_told(path: Path, written: Any) -> None:
    typing(path, G8=written)
    (told,) = again(path)
    assert "G8 “" in told
    assert copies(path)["Jobs"] == 1
    assert kept(path)


def test_money_of_other_places_is_not_taken_for_dollars(path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["D3"] = 7.5
        sheet["D3"].number_format = "#,##0.00 [$€-407]"

    changed(path, change)
    assert again(path) == ["had what is no price or number of copies: D3 “7.5”."]


def test_cleared_cells_are_told(path: Path) -> None:
    typing(path, D3=None, G8=None)
    (told,) = again(path)
    assert told.endswith(f"where you left nothing: “{SHOP}”, G8.")
    assert (prices(path), copies(path)["Jobs"]) == ([4, 0.1], 1)


def test_what_stands_elsewhere_is_kept_beside(path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["F3"] = "asked on Monday"
        sheet["I7"] = 99
        sheet["N8"] = "by courier"
        sheet["A20"] = "Pay by June"
        sheet["B9"].comment = Comment("on foam board", "me")
        sheet.parent.create_sheet("Bids")["A1"] = "Joe"
        sheet.parent.create_sheet("Empty")

    changed(path, change)
    (told,) = again(path)
    for what in ("F3 “asked", "I7 “99”", "N8 “by", "A20 “Pay", "B9 “3. Care”", "sheet “Bids”"):
        assert what in told
    assert "Empty" not in told
    assert kept(path)


def test_a_line_that_was_taken_out_is_told(path: Path) -> None:
    changed(path, lambda sheet: sheet.delete_rows(8))
    (told,) = again(path)
    assert told == "had what is not taken over: no line for “Jobs”."


def test_copies_of_a_poster_that_is_no_more_are_told(path: Path) -> None:
    typing(path, G8=9)
    (told,) = again(path, (JOBS[0], JOBS[2]))
    assert told == "had copies for posters that the walk has no longer: “Jobs” (9)."
    assert kept(path)


def test_without_the_hidden_sheet_the_walk_itself_is_what_counts(path: Path) -> None:
    typing(path, D3=7.5, G8=9)
    book = openpyxl.load_workbook(path)
    del book[MADE]
    book[SHEET].title = "Sheet1"
    book.save(path)
    assert again(path) == ["keeps what you typed into it: prices and copies."]
    assert (prices(path), copies(path)["Jobs"]) == ([7.5, 0.1], 9)


def test_a_hundred_posters_are_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "w-print-list.xlsx"
    jobs = tuple(replace(JOBS[0], station=n, title=f"{n}. {'long ' * 30}{n}") for n in range(100))
    save(listed(path, jobs, PRICED))
    typing(path, G50=9)
    assert again(path, jobs) == ["keeps what you typed into it: copies."]


@pytest.mark.parametrize("kind", ["torn", "large", "other", "far"])
def test_a_list_that_cannot_be_read_is_kept(path: Path, kind: str) -> None:
    if kind == "torn":
        path.write_bytes(b"PK\x03\x04 and nothing more")
    elif kind == "large":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("xl/workbook.xml", b" " * 30_000_000)
    elif kind == "other":
        changed(path, lambda sheet: sheet.delete_rows(6))
    else:
        typing(path, A100000="far")
    with pytest.raises(Problems, match="may hold prices that you typed"):
        listed(path, JOBS, PRICED)
