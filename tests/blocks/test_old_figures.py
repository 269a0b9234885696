"""Figures of another year say so, and what a place no longer has is said, not its old rate."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.compose.composer import Composed
from datawalk.exhibits import Chart, Exhibit, Prose, Stat, Table
from datawalk.metrics.store import read_store
from datawalk.metrics.words.reasons import told
from datawalk.prose import plain
from tests.conftest import COUNTIES, needs

DOCTORS = "ratio_population_pc_physician"
HEAD = f"year,state,county,county_name,{DOCTORS},share_employed,share_affordable_50_ami\n"
WALK = """title: T
place: "08061"
compare: ["08099"]
data: [metrics.csv]
outputs: [{medium: poster}]
stations:
  - title: S
    blocks:
"""
Write = Callable[[str], Path]


def composed(write_walk: Write, rows: str, blocks: str, more: str = "") -> Composed:
    walk = write_walk(WALK.replace("title: T\n", f"title: T\n{more}") + blocks)
    (walk.parent / "metrics.csv").write_text(HEAD + rows, encoding="utf-8")
    return kit.prepared(walk)


def shown(write_walk: Write, rows: str, block: str, more: str = "") -> Exhibit:
    found = composed(write_walk, rows, f"      - {block}\n", more)
    return found.walk.stations[0].exhibits[0]


def county(code: str, **figures: str) -> str:
    """Rows of a county: for each year a word such as y2014='1402 0.8 1.2'."""
    name = {"061": "Kiowa County", "099": "Prowers County"}[code]
    return "".join(
        f"{year[1:]},08,{code},{name},{','.join(figure.split())}\n"
        for year, figure in figures.items()
    )


PROWERS = county("099", y2014="900 0.7 1.1", y2020="950 0.7 1.1", y2021="960 0.7 1.1")
GONE = PROWERS + county("061", y2014="1402 0.8 1.2", y2015="0 0.8 1.2", y2021="0 0.8 1.2")
SAID = "The source has counted no such doctor here since 2015."


@pytest.mark.parametrize(
    "block",
    [
        f"{{kind: stat, metric: {DOCTORS}}}",
        f"{{kind: chart, metric: {DOCTORS}}}",
        f"{{kind: chart, metric: {DOCTORS}, show: distribution}}",
        f"{{kind: table, of: [{DOCTORS}]}}",
    ],
)
def test_no_doctor_is_left(write_walk: Write, block: str) -> None:
    found = shown(write_walk, GONE, block)
    assert isinstance(found, Prose)
    assert plain(found.paragraphs[0]).startswith(SAID)
    assert "1,402" not in plain(found.paragraphs[0])


def test_no_doctor_is_left_in_spanish(write_walk: Write) -> None:
    found = shown(write_walk, GONE, f"{{kind: stat, metric: {DOCTORS}}}", "language: es\n")
    assert isinstance(found, Prose)
    assert plain(found.paragraphs[0]).startswith(
        "La fuente no ha contado ningún médico de este tipo aquí desde 2015."
    )


def test_a_table_of_more_rows_has_no_old_rate(write_walk: Write) -> None:
    found = shown(write_walk, GONE, f"{{kind: table, of: [{DOCTORS}, share_employed]}}")
    assert isinstance(found, Table)
    assert [row.cells[0] for row in found.rows] == ["none since 2015", "80%"]


def test_a_year_that_is_asked_for_stays(write_walk: Write) -> None:
    found = shown(write_walk, GONE, f"{{kind: stat, metric: {DOCTORS}, year: 2014}}")
    assert isinstance(found, Stat)
    assert found.number == "1,402"
    assert plain(found.sentence).endswith("This is the number of 2014.")


def test_a_doctor_who_came_back_counts(write_walk: Write) -> None:
    rows = PROWERS + county("061", y2015="0 0.8 1.2", y2021="1300 0.8 1.2")
    found = shown(write_walk, rows, f"{{kind: stat, metric: {DOCTORS}}}")
    assert isinstance(found, Stat)
    assert found.number == "1,300"


BEHIND = PROWERS + county("061", y2014="1402 0.8 1.2", y2020="1300 0.8 NA", y2021="NA NA NA")


def test_a_headline_of_another_year_says_it(write_walk: Write) -> None:
    found = shown(write_walk, BEHIND, f"{{kind: stat, metric: {DOCTORS}}}")
    assert isinstance(found, Stat)
    assert plain(found.sentence).endswith(" Kiowa County. This is the number of 2020.")


def test_the_newest_needs_no_year(write_walk: Write) -> None:
    rows = PROWERS + county("061", y2021="1402 0.8 1.2")
    found = shown(write_walk, rows, f"{{kind: stat, metric: {DOCTORS}}}")
    assert isinstance(found, Stat)
    assert "2021" not in plain(found.sentence)


def test_titles_and_rows_say_it_too(write_walk: Write) -> None:
    homes = "share_affordable_50_ami"
    chart = shown(write_walk, BEHIND, f"{{kind: chart, metric: {homes}, heading: Homes}}")
    assert isinstance(chart, Chart)
    assert chart.heading == "Homes, 2014"
    assert " in 2014" in chart.takeaway
    assert "2014" in chart.alt
    table = shown(write_walk, BEHIND, f"{{kind: table, of: [share_employed, {homes}]}}")
    assert isinstance(table, Table)
    assert table.rows[0].stub.endswith(", 2020")
    assert table.rows[1].stub.endswith(", 2014")


def test_a_number_in_a_text_says_it(write_walk: Write) -> None:
    block = '{kind: text, text: "We have {share_affordable_50_ami} homes."}'
    found = shown(write_walk, BEHIND, block)
    assert isinstance(found, Prose)
    assert plain(found.paragraphs[0]) == "We have 120 (2014) homes."


@pytest.mark.parametrize(("newest", "says"), [("2017", False), ("2018", True)])
def test_more_than_three_years_behind_the_file(write_walk: Write, newest: str, says: bool) -> None:
    rows = "".join(
        county(code, **{"y2014": f"900 {jobs} 1.2", f"y{newest}": f"NA {jobs} NA"})
        for code, jobs in (("061", "0.8"), ("099", "0.7"))
    )
    block = "{kind: table, of: [share_affordable_50_ami, share_employed]}"
    found = shown(write_walk, rows, block)
    assert isinstance(found, Table)
    assert found.rows[0].stub.endswith(", 2014") is says
    assert "," not in found.rows[1].stub


@needs(COUNTIES)
def test_counties_without_a_doctor_in_the_published_file() -> None:
    data = read_store([COUNTIES], [DOCTORS])
    found = [data.observe(DOCTORS, place) for place in data.places]
    gone = {o.place.geoid: o.year for o in found if "no such doctor here since" in told(o.missing)}
    assert len(gone) == 15
    assert (gone["08061"], gone["02164"]) == (2015, 2017)
