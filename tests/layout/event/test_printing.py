"""The print list: every sheet of the event with its copies, its paper and its sides."""

from __future__ import annotations

import io
from collections import Counter

import openpyxl
import pytest

from datawalk.compose.event.plan import plan_of
from datawalk.config.schema import PrintConfig
from datawalk.layout.event.printing import event_jobs
from datawalk.layout.event.sheets import pages_to_print
from datawalk.layout.poster.printing import sheet_lines
from datawalk.render.xlsx.prints import FIRST, Typed, print_list
from datawalk.walk.occasion import OnlineCall
from tests.layout.event.made import sheets, walk


def test_each_sheet_is_listed_with_its_copies_and_sides() -> None:
    made = walk()
    document = sheets(made)
    found = tuple(event_jobs(made, document, "letter", "walk-event"))
    by_file = {job.file.removeprefix("walk-event/").removesuffix(".pdf"): job for job in found}
    pages = Counter(page.section for page in document.pages)
    assert {name: job.sheets for name, job in by_file.items()} == pages
    printed = {name: job.sheets * job.copies for name, job in by_file.items()}
    assert printed == dict(pages_to_print(plan_of(made), document))
    assert by_file["guide"].copies == 8
    assert {name for name, job in by_file.items() if job.sides == "both"} == {"booklet"}
    # They are no tiles of posters.
    assert sheet_lines(found) == []


def test_its_cost_is_that_of_pages() -> None:
    made = walk()
    found = tuple(event_jobs(made, sheets(made), "a4", "walk-event"))
    prices = PrintConfig(price_per_square_foot=4, price_per_page=0.1)
    sheet = openpyxl.load_workbook(io.BytesIO(print_list(found, prices, Typed()))).active
    assert sheet is not None
    heads = [cell.value for cell in sheet[FIRST - 1]]
    for row, job in enumerate(found, start=FIRST):
        line = dict(zip(heads, (cell.value for cell in sheet[row]), strict=False))
        assert line["Square feet, all copies"] is None
        assert line["Copies"] == job.copies
        assert line["Sheets, all copies"] == f"={job.sheets}*G{row}"
        assert line["Cost on your printer"] == f"=K{row}*$D$4"
        assert line["Print on"] == ("both sides" if "booklet" in job.file else "one side")
    assert sheet["D4"].value == pytest.approx(0.1)


def test_on_a_call_nothing_is_printed() -> None:
    made = walk(online=OnlineCall("https://meet.example.org/walk"))
    assert list(event_jobs(made, sheets(made), "letter", "walk-event")) == []
