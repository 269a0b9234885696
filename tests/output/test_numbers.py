"""The table of printed numbers, against the sheets and against the data by another route."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import islice
from pathlib import Path

import openpyxl
import pdfplumber
import pytest

from datawalk import kit
from datawalk.exhibits import Chart, Stat, Table
from datawalk.output.formats import paint
from datawalk.output.numbers import HEADER, NumbersRow, csv_text, numbers, unguarded
from datawalk.render.xlsx.numbers import xlsx_bytes
from tests.conftest import COUNTIES, ROOT, needs

CATALOG = ROOT / "datawalk" / "metrics" / "knowledge" / "catalog.csv"
WRITE = Callable[[str], Path]


@cache
def boone() -> tuple[kit.Kit, tuple[NumbersRow, ...]]:
    made = kit.prepared(ROOT / "configs" / "boone.yaml")
    return made, numbers(made.walk, made.documents)


def rows_of(path: Path, *data: Path) -> list[dict[str, str]]:
    made = kit.prepared(path, data=data)
    return read(csv_text(numbers(made.walk, made.documents)))


def read(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_every_number_of_a_big_number_a_cell_and_a_point_is_there_once() -> None:
    made, rows = boone()
    seen = 0
    for station in made.walk.stations:
        for exhibit in station.exhibits:
            mine = [r for r in rows if (r.station, r.block) == (station.number, exhibit.block)]
            printed = Counter(row.printed for row in mine)
            match exhibit:
                case Stat():
                    assert printed[exhibit.number] == 1
                    seen += 1
                case Table() if exhibit.kind == "representation":
                    assert printed == Counter(row.cells[0] for row in exhibit.rows[:4])
                    seen += 1
                case Table() if exhibit.figures:
                    assert printed == Counter(c for row in exhibit.rows for c in row.cells)
                    seen += 1
                case Chart() if exhibit.figures:
                    # Of what prices alone would have done, the end is a figure.
                    points = [
                        p
                        for series in exhibit.series
                        for p in series.points[-1 if series.worked_out else 0 :]
                    ]
                    shown = [p.printed if p.value is not None else "no data" for p in points]
                    shown += [line.printed for line in exhibit.middles]
                    more = printed - Counter(shown)
                    told = f"{exhibit.note} {exhibit.asides}"
                    assert all(text in told for text in more), more
                    assert printed - more == Counter(shown)
                    seen += 1
    assert seen >= 9


def test_there_is_one_row_for_each_figure() -> None:
    made, rows = boone()
    figures = [f for s in made.walk.told for e in s.exhibits for f in (*e.figures, *e.own)]
    figures += [f for s in made.walk.stations for f in (*s.asked, *s.said)]
    main = [s.takeaway for s in made.walk.stations if s.takeaway and not s.takeaway.repeats]
    figures += [f for takeaway in main for f in takeaway.figures]
    assert len(rows) == len(figures) + len(made.walk.figures) > 60


def rounded(stored: Decimal, form: dict[str, str]) -> str:
    step = Decimal(1).scaleb(-int(form["decimals"]))
    value = (stored * Decimal(form["multiply"])).quantize(step, ROUND_HALF_UP)
    return f"{form['prefix']}{value:,}{form['suffix']}"


def test_what_is_printed_follows_from_what_is_stored_and_that_from_the_file() -> None:
    with CATALOG.open(encoding="utf-8", newline="") as file:
        forms = {row["name"]: row for row in csv.DictReader(file)}
    with (ROOT / "samples" / "metrics.csv").open(encoding="utf-8", newline="") as file:
        lines = dict(enumerate(csv.DictReader(file), start=2))
    checked = 0
    for row in read(csv_text(boone()[1])):
        if row["Cell"]:
            continue  # of a file of the community's own
        if not row["As stored"]:
            assert row["Note"].startswith("No figure: ")
            continue
        if not row["Row"]:
            assert row["Kind of block"] == "gap"  # worked out from two other rows
            continue
        if row["File"] == "prices.csv (in datawalk)":
            continue  # what prices alone would have made of a figure
        line = lines[int(row["Row"])]
        assert row["File"] == "metrics.csv"
        assert row["Column"] == "value"
        assert Decimal(row["As stored"]) == Decimal(line["value"])
        for name, column in (("Lower bound", "lower"), ("Upper bound", "upper")):
            assert bool(row[name]) == bool(line[column])
            assert not row[name] or Decimal(row[name]) == Decimal(line[column])
        told = [row[name] for name in ("Place code", "Metric", "Year", "Quality")]
        there = [line[name] for name in ("geoid", "metric", "year", "quality")]
        assert told == there
        assert (row["Group"] == "All") == (line["subgroup"] == "All")
        printed = row["As printed"].rstrip("†‡").removesuffix("\u00a0of\u00a0100")
        form = forms[row["Metric"]]
        if row["Kind of block"] == "hundred" and form["suffix"] == "%":
            # True shares beside counts of 100 say one digit more.
            form = {**form, "decimals": "1"}
        expected = rounded(Decimal(row["As stored"]), form)
        assert printed in (expected, expected.removesuffix("%"))
        assert row["Source"] == forms[row["Metric"]]["source"]
        checked += 1
    assert checked > 60


def test_pages_are_those_on_which_a_figure_is_printed() -> None:
    made, rows = boone()
    slides = made.documents[1].pages
    with pdfplumber.open(io.BytesIO(paint(made.documents[0]))) as pdf:
        posters = [page.extract_text() for page in pdf.pages]
    bars = [r for r in rows if (r.station, r.block, r.kind) == (2, 2, "chart")]
    assert bars
    for row in bars:
        assert row.printed in posters[int(row.poster) - 1]
        slide = slides[int(row.deck) - 1]
        assert any(isinstance(box.exhibit, Chart) for box in slide.boxes)
        assert slide.number == 2


HEAD = 'title: "{share_employed} work"\nplace: "29019"\ncompare: [us-median]\ndata: [metrics.csv]\n'


def test_figures_in_titles_notes_and_headings_count(write_walk: WRITE) -> None:
    walk = write_walk(
        HEAD
        + "stations:\n"
        + '  - question: "Do {share_employed} have a job?"\n'
        + '    facilitator: "Say {pctl_income_50} aloud."\n'
        + "    blocks:\n"
        + '      - {kind: chart, metric: share_employed, heading: "Next to {pctl_income_20}"}\n'
        + '      - {kind: questions, heading: "{pctl_income_80}", questions: [What now]}\n'
    )
    rows = rows_of(walk)
    where = {
        (r["Metric"], r["Kind of block"]): (r["Station"], r["Poster page"], r["Deck slides"])
        for r in rows
    }
    assert where["share_employed", "title"] == ("1", "1", "7, 8, 13")
    assert rows[0]["Station"] == ""
    assert (rows[0]["Poster page"], rows[0]["Deck slides"]) == ("", "1")
    assert where["pctl_income_50", "notes"] == ("1", "", "8, 9, 13")
    assert where["pctl_income_20", "chart"] == ("1", "1", "9")
    assert where["pctl_income_80", "questions"] == ("1", "1", "13")
    assert where["share_employed", "takeaway"] == ("1", "1", "8, 9, 13")
    assert len(rows) == 9


def test_a_table_on_several_slides_names_them_all(write_walk: WRITE) -> None:
    rows = "".join(f"          - [Row {i}, '{{pctl_income_50}}']\n" for i in range(12))
    walk = write_walk(
        HEAD
        + "stations:\n  - title: T\n    blocks:\n      - kind: table\n        columns: [a, b]\n"
        + f"        source: us\n        rows:\n{rows}"
    )
    deck = {row["Deck slides"] for row in rows_of(walk) if row["Kind of block"] == "table"}
    assert deck == {"9, 13"}


def test_a_gap_says_why_and_a_weak_figure_that_the_walk_allows_it(write_walk: WRITE) -> None:
    walk = write_walk(
        HEAD.replace("{share_employed} work", "T").replace("29019", "29001")
        + "accept: [twins]\nallow_weak: true\nstations:\n  - title: T\n    blocks:\n"
        + "      - {kind: table, of: [rate_learning, pctl_income_50]}\n"
    )
    rows = {row["Metric"]: row for row in rows_of(walk) if row["Place code"] == "29001"}
    assert rows["rate_learning"]["As printed"] == "no data"
    assert rows["rate_learning"]["As stored"] == ""
    assert rows["rate_learning"]["Note"].startswith("No figure: ")
    assert rows["pctl_income_50"]["Quality"] == "Weak"
    assert rows["pctl_income_50"]["Note"].startswith("Graded Weak; the walk allows it.")


@needs(COUNTIES)
def test_the_published_file_is_named_with_line_and_column(write_walk: WRITE) -> None:
    name = "ratio_black_nh_house_value_households"
    walk = write_walk(
        HEAD.replace("{share_employed} work", "T")
        + f"allow_weak: true\nstations:\n  - title: T\n    blocks:\n"
        f"      - {{kind: stat, metric: {name}}}\n"
    )
    ours, middle = rows_of(walk, COUNTIES)
    with COUNTIES.open(encoding="latin-1", newline="") as file:
        row = next(islice(csv.DictReader(file), int(ours["Row"]) - 2, None))
    assert (row["state"] + row["county"], row["year"]) == ("29019", ours["Year"])
    left, right = map(Decimal, row[ours["Column"]].split(":"))
    assert list(map(Decimal, ours["As stored"].split(" next to "))) == [left, right]
    assert ours["As printed"].rstrip("†‡") == f"{left:.1%} next to {right:.1%}"
    assert middle["Row"] == ""
    assert middle["Note"].startswith("Median of ")
    assert middle["Column"] == name


def risky() -> NumbersRow:
    from dataclasses import replace

    return replace(boone()[1][0], title='=HYPERLINK("http://x")', label="@a", geoid="01001")


def test_no_text_becomes_a_formula() -> None:
    (row,) = read(csv_text([risky()]))
    assert row["Station title"] == '\'=HYPERLINK("http://x")'
    assert unguarded(row["Station title"]) == risky().title
    assert row["Label"] == "'@a"
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(HEADER, [risky().cells])))["Numbers"]
    cells = dict(zip(HEADER, sheet[2], strict=True))
    assert cells["Station title"].value == risky().title
    assert {cells[name].data_type for name in ("Station title", "Label", "Place code")} == {"s"}
    assert cells["Place code"].value == "01001"


@pytest.mark.parametrize("text", ["'tis", "'", "", "a-b", "=1+1", "-2", "@a"])
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    from dataclasses import replace

    (row,) = read(csv_text([replace(boone()[1][0], label=text)]))
    assert unguarded(row["Label"]) == text


def test_only_what_stands_in_no_line_says_how_it_was_worked_out() -> None:
    grouped = [row for row in boone()[1] if row.group and row.row]
    assert grouped
    assert not [row for row in grouped if row.note.lower().startswith(row.group.lower())]


def test_a_number_below_zero_stays_a_number() -> None:
    from dataclasses import replace

    (row,) = read(csv_text([replace(boone()[1][0], stored=-5.187e-7, lower=0.1)]))
    assert row["As stored"] == "-0.0000005187"
    assert row["Lower bound"] == "0.1"


def test_the_workbook_holds_the_same_rows() -> None:
    _, rows = boone()
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(HEADER, [row.cells for row in rows])))
    sheet = book["Numbers"]
    assert [tuple(cell.value for cell in line) for line in sheet.iter_rows(min_row=2)] == [
        tuple(None if cell == "" else cell for cell in row.cells) for row in rows
    ]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:AC{len(rows) + 1}"
    assert isinstance(sheet["P2"].value, float)


@pytest.mark.parametrize("name", ["minimal", "columbia_city", "webinar"])
def test_other_walks_have_their_numbers_too(name: str) -> None:
    rows = rows_of(ROOT / "configs" / f"{name}.yaml")
    assert rows
    assert all(row["File"] for row in rows if row["As stored"])
    assert all(row["Poster page"] or row["Deck slides"] for row in rows)
