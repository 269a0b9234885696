"""Slides of walks that strain them: a good slide, or a problem with its place and what to try."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

from datawalk import kit
from datawalk.check.page import check
from datawalk.exhibits import Chart
from datawalk.output.formats import paint
from datawalk.page.document import Document
from datawalk.page.marks import Text
from datawalk.problems import Problems
from tests.render.pptx.access_rules import findings

WRITE = Callable[[str], Path]
HEAD = """title: {title}
place: "29019"
compare: [{compare}]
data: [metrics.csv]
outputs: [{{medium: deck}}]
stations:
"""
LONG = "Can people in all parts of this county find a job that they want to do " * 4
"""284 characters."""


def walk(stations: str, title: str = "W", compare: str = "us-median") -> str:
    return HEAD.format(title=title, compare=compare) + stations


def deck(write_walk: WRITE, text: str) -> Document:
    (document,) = kit.prepared(write_walk(text)).documents
    assert check(document) == []
    blob = paint(document)
    assert findings(blob) == []
    assert len(Presentation(io.BytesIO(blob)).slides) == len(document.pages)
    return document


def refused(write_walk: WRITE, text: str) -> list[str]:
    with pytest.raises(Problems) as found:
        kit.prepared(write_walk(text))
    assert all(problem.at.line for problem in found.value.problems)
    assert all(problem.try_this for problem in found.value.problems)
    return [problem.what for problem in found.value.problems]


def words(document: Document) -> str:
    inks = (i for page in document.pages for box in page.boxes for i in box.leaves)
    return " ".join(ink.text for ink in inks if isinstance(ink, Text))


STAT = "      - {kind: stat, metric: share_employed}\n"
TALK = "      - {kind: questions, questions: ['What now?']}\n"


def test_a_question_of_280_characters_opens_its_station_and_titles_nothing_else(
    write_walk: WRITE,
) -> None:
    document = deck(write_walk, walk(f'  - question: "{LONG}"\n    blocks:\n{STAT}{TALK}'))
    titles = [page.title for page in document.pages if page.number == 1]
    assert titles[0] == LONG.strip()
    assert titles[1].startswith("In 2023, 84 of every 100 adults")
    assert titles[2] == "Your turn (Station 1)"


def test_a_question_longer_than_a_title_may_be_is_named_with_its_length(write_walk: WRITE) -> None:
    (what,) = refused(write_walk, walk(f'  - question: "{LONG * 2}"\n    blocks:\n{STAT}'))
    assert "568 characters" in what


def test_a_long_title_of_the_walk_fits_or_says_by_how_much_it_does_not(write_walk: WRITE) -> None:
    found = refused(write_walk, walk(f"  - title: T\n    blocks:\n{STAT}", title=f'"{LONG}"'))
    assert len(found) == 1
    assert "title of the walk" in found[0]
    assert "too tall" in found[0]


def test_a_heading_of_300_characters_is_one_problem_of_its_block(write_walk: WRITE) -> None:
    table = f'      - {{kind: table, of: [share_employed], heading: "{LONG}"}}\n'
    found = refused(write_walk, walk(f"  - title: T\n    titles: neutral\n    blocks:\n{table}"))
    assert len(found) == 1
    assert "too tall" in found[0]


def test_a_file_of_60_rows_says_how_many_a_sheet_can_show(write_walk: WRITE) -> None:
    path = write_walk(walk("  - title: T\n    blocks:\n      - {kind: table, file: rows.csv}\n"))
    rows = "".join(f"Place {i},{i}\n" for i in range(60))
    path.with_name("rows.csv").write_text(f"name,count\n{rows}", encoding="utf-8")
    with pytest.raises(Problems) as found:
        kit.prepared(path)
    assert "60 rows" in found.value.problems[0].what


def test_a_file_of_40_rows_goes_to_slides_of_ten(write_walk: WRITE) -> None:
    path = write_walk(walk("  - title: T\n    blocks:\n      - {kind: table, file: rows.csv}\n"))
    rows = "".join(f"Place {i},{i + 20}\n" for i in range(40))
    path.with_name("rows.csv").write_text(f"name,count\n{rows}", encoding="utf-8")
    (document,) = kit.prepared(path).documents
    tables = [p.title for p in document.pages if any(b.role == "table" for b in p.boxes)]
    shown = [title for title in tables if title.startswith("T")]
    assert len(shown) >= 4
    assert findings(paint(document)) == []


def test_one_year_alone_is_a_bar_with_its_value(write_walk: WRITE) -> None:
    chart = STAT.replace("stat", "chart, show: years")
    path = write_walk(walk(f"  - title: T\n    blocks:\n{chart}"))
    data = path.with_name("metrics.csv")
    lines = data.read_text(encoding="utf-8").splitlines()
    kept = [row for row in lines if "share_employed" not in row or ",2023," in row]
    data.write_text("\n".join(kept) + "\n", encoding="utf-8")
    (document,) = kit.prepared(path).documents
    exhibits = [b.exhibit for page in document.pages for b in page.boxes if b.role == "chart"]
    (chart,) = (exhibit for exhibit in exhibits if isinstance(exhibit, Chart))
    assert chart.note == "No other year has a figure for us."
    assert [point.printed for row in chart.series for point in row.points] == ["84%"]
    assert chart.heading.endswith(", 2023")
    assert findings(paint(document)) == []


def test_a_series_without_any_figure_says_so(write_walk: WRITE) -> None:
    document = deck(
        write_walk,
        walk("  - title: T\n    blocks:\n      - {kind: chart, metric: rate_learning}\n").replace(
            "29019", "29001"
        ),
    )
    assert "We have no number for Adair County" in words(document)


def test_one_place_alone_has_its_number(write_walk: WRITE) -> None:
    text = walk("  - title: T\n    blocks:\n      - {kind: chart, metric: share_employed}\n")
    document = deck(write_walk, text.replace("compare: [us-median]\n", ""))
    roles = {box.role for page in document.pages for box in page.boxes}
    assert "chart" not in roles
    assert "84" in words(document)


def test_40_stations_are_40_sections(write_walk: WRITE) -> None:
    stations = "".join(f"  - title: Station {i}\n    blocks:\n{STAT}" for i in range(40))
    document = deck(write_walk, walk(stations))
    sections = list(dict.fromkeys(page.section for page in document.pages))
    assert len([name for name in sections if name[0].isdigit()]) == 40
    way = [page for page in document.pages if page.title.startswith("How this data walk works")]
    rows = [box for page in way for box in page.boxes if box.role == "row" and box.jump]
    assert len(rows) == 40
    assert len({box.type.body for box in rows if box.type}) == 1


def test_a_letter_is_a_slide_and_an_empty_text_is_a_problem(write_walk: WRITE) -> None:
    document = deck(write_walk, walk("  - title: T\n    blocks: [{kind: text, text: a}]\n"))
    assert " a " in f" {words(document)} "
    (what,) = refused(write_walk, walk('  - title: T\n    blocks: [{kind: text, text: "  "}]\n'))
    assert "empty" in what


def test_signs_of_markup_are_only_letters(write_walk: WRITE) -> None:
    sly = '<a:t>R&D</a:t> & \\"more\\" ]]>'
    document = deck(write_walk, walk(f'  - title: "{sly}"\n    blocks:\n{STAT}{TALK}', title="W"))
    assert "<a:t>R&D</a:t>" in words(document)
