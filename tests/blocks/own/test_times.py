"""Charts and maps of a community's own tables over times of every kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pptx import Presentation

from datawalk import kit
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Chart, Exhibit, Map, Table
from datawalk.problems import Problem, Problems

Write = Callable[[str], Path]

HEAD = """
title: T
place: "29019"
data: [metrics.csv]
outputs: [{medium: poster}, {medium: deck}]
local_data:
  - file: t.csv
    name: Street survey
    who: our neighbors
    when: May 2026
    measures: [{column: n, label: Visits, people: false}]
stations:
  - title: S
    blocks:
"""


@dataclass(frozen=True)
class Shown:
    exhibit: Exhibit
    warnings: tuple[Problem, ...]

    @property
    def chart(self) -> Chart:
        assert isinstance(self.exhibit, Chart)
        return self.exhibit

    @property
    def labels(self) -> list[str]:
        return [point.label for point in self.chart.series[0].points]

    @property
    def printed(self) -> dict[str, str]:
        return {point.label: point.printed for point in self.chart.series[0].points}


def written(write_walk: Write, table: str, block: str, head: str = HEAD) -> Path:
    path = write_walk(f"{head}      - {block}\n")
    (path.parent / "t.csv").write_text(table, encoding="utf-8")
    return path


def shown(write_walk: Write, table: str, block: str, head: str = HEAD) -> Shown:
    file = load(written(write_walk, table, block, head))
    found = compose(file, read_data(file))
    (exhibit,) = found.walk.stations[0].exhibits
    return Shown(exhibit, tuple(found.warnings))


def refused(write_walk: Write, table: str, block: str, head: str = HEAD) -> Problem:
    with pytest.raises(Problems) as found:
        shown(write_walk, table, block, head)
    return found.value.problems[0]


def chart(**settings: str) -> str:
    told = {"kind": "local_chart", "file": "t.csv", "measure": "n", **settings}
    return "{" + ", ".join(f"{key}: {value}" for key, value in told.items()) + "}"


TIMES = {
    "school": ["2021-22", "2022-23", "2023-24"],
    "fiscal": ["FY22", "FY23", "FY24"],
    "spans": ["2009–2013", "2014–2018", "2019–2023"],
    "floats": ["2022.0", "2023.0", "2024.0"],
    "months": ["Oct 2023", "Nov 2023", "Jan 2024"],
    "quarters": ["Q3 2023", "Q4 2023", "Q1 2024"],
    "dates": ["2023-10-01", "2024-01-15", "2024-06-30"],
    "waves": ["Wave 1", "Wave 2", "Wave 10"],
    "short": ["98", "99", "00"],
}


@pytest.mark.parametrize("kind", TIMES)
@pytest.mark.parametrize(
    "how", [{"show": "years"}, {"show": "change"}, {"show": "areas", "over": "years"}]
)
def test_every_kind_is_drawn_on_posters_and_slides(
    write_walk: Write, kind: str, how: dict[str, str]
) -> None:
    told = TIMES[kind]
    rows = [f"{area},{time},{10 + i}" for i, time in enumerate(told) for area in ("A", "B")]
    # The newest stands first in the file.
    path = written(write_walk, "\n".join(["area,year,n", *reversed(rows)]), chart(**how))
    job = kit.prepared(path)
    (exhibit,) = job.walk.stations[0].exhibits
    assert isinstance(exhibit, Chart)
    labels = [time.removesuffix(".0") for time in told]
    if how == {"show": "change"}:
        labels = [labels[0], labels[-1]]
    assert [point.label for point in exhibit.series[0].points] == labels
    done = kit.rendered(job, path.parent / "out")
    deck = next(file for file, _, _ in done.files if file.suffix == ".pptx")
    slides = Presentation(str(deck)).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert charts
    # Times of lines are numbers in the data sheet; what they are called stands below the field.
    axis = [name for name in charts[0].plots[0].categories if name.strip()]
    below = charts[0]._chartSpace.xpath(".//c:ser")[-1].xpath(".//c:dLbl//a:t/text()")
    # Small charts name the first and the last.
    assert labels == axis or below in (labels, [labels[0], labels[-1]])


@pytest.mark.parametrize("kind", TIMES)
def test_the_newest_by_time_is_shown(write_walk: Write, kind: str) -> None:
    rows = [f"{area},{time},{10 + i}" for i, time in enumerate(TIMES[kind]) for area in ("A", "B")]
    found = shown(write_walk, "\n".join(["area,year,n", *reversed(rows)]), chart())
    assert set(found.printed.values()) == {"12"}
    assert found.chart.heading == f"Visits, {TIMES[kind][-1].removesuffix('.0')}"


def test_a_year_may_be_named_in_its_own_way(write_walk: Write) -> None:
    table = "area,year,n\nA,2022–23,10\nA,2023–24,12\n"
    assert shown(write_walk, table, chart(year="2022-23")).printed == {"A": "10"}
    assert shown(write_walk, table, chart(year="2024")).printed == {"A": "12"}
    asked = refused(write_walk, table, chart(year="2023"))
    assert asked.what == "t.csv has several times in 2023: 2022–23, 2023–24."
    missing = refused(write_walk, table, chart(year="2019"))
    assert missing.what == "t.csv has no rows for 2019."
    none = refused(write_walk, "area,n\nA,12\n", chart(year="2019"))
    assert none.what == "t.csv has no rows for 2019: it has no column of years."


def test_times_stand_apart_as_in_time(write_walk: Write) -> None:
    table = "month,n\nOct 2023,1\nNov 2023,2\nJan 2024,4\n"
    points = shown(write_walk, table, chart(show="years")).chart.series[0].points
    first, second, third = (point.time for point in points)
    assert third - second == pytest.approx(2 * (second - first))


def test_times_that_end_at_once_stand_evenly(write_walk: Write) -> None:
    table = "year,n\n2014-2018,1\n2019-2023,2\n2023,4\n"
    found = shown(write_walk, table, chart(show="years"))
    assert [point.time for point in found.chart.series[0].points] == [0, 1, 2]
    assert "times of different lengths" in found.warnings[0].what


def test_what_has_no_order_is_no_chart_but_a_table(write_walk: Write) -> None:
    table = "year,n\nbefore,1\nafter,2\n"
    problem = refused(write_walk, table, chart(show="years"))
    assert '"before", which is no time that can be put in order' in problem.what
    assert problem.at.line == 2
    assert isinstance(shown(write_walk, table, "{kind: table, file: t.csv}").exhibit, Table)


def test_the_same_time_twice(write_walk: Write) -> None:
    problem = refused(write_walk, "area,year,n\nA,2023,1\nA,2023.0,2\n", chart())
    assert problem.what == "t.csv has two rows for A, 2023: lines 2 and 3."


def test_columns_that_are_years(write_walk: Write) -> None:
    head = HEAD.replace("[{column: n, label: Visits, people: false}]", "[]").replace(
        "when: May 2026", "when: May 2026\n    min_count: 0"
    )
    table = "area,2022-23,2021-22\nA,20,10\nB,25,15\n"
    found = shown(write_walk, table, chart(measure="2022-23", show="years"), head)
    assert found.labels == ["2021-22", "2022-23"]
    assert [row.label for row in found.chart.series] == ["A", "B"]
    assert found.chart.heading == "Street survey"
    table = "area,visits_2022,visits_2021,asked\nA,20,10,7\nB,25,15,8\n"
    found = shown(write_walk, table, chart(measure="visits_2022", show="change"), head)
    assert found.printed == {"2021": "10", "2022": "20"}
    assert found.chart.heading == "visits"


def test_totals_are_told_and_other_names_stay(write_walk: Write) -> None:
    table = "area,n\nAll Saints,410\nBoth Rivers,250\nAll other,30\nTotal,690\n"
    found = shown(write_walk, table, chart())
    assert found.labels == ["All Saints", "Both Rivers", "All other"]
    (warning,) = found.warnings
    assert warning.what == 't.csv: "Total" is a total, and is left out beside the others.'
    head = HEAD.replace("    measures", "    totals: [Total]\n    measures")
    assert not shown(write_walk, table, chart(), head).warnings


def test_a_total_of_all_years_is_left_out(write_walk: Write) -> None:
    found = shown(write_walk, "year,n\n2022,1\n2023,2\nTotal,3\n", chart(show="years"))
    assert found.labels == ["2022", "2023"]
    assert [warning.what for warning in found.warnings] == [
        't.csv: "Total" is a total, and is left out beside the others.'
    ]


@pytest.mark.parametrize(
    "table",
    [
        "group,subgroup,n\nAge,0-17,1\nAge,65+,2\nSex,Female,3\n",
        "area,group,subgroup,n\nX,Age,0-17,1\nX,Age,65+,2\nX,Sex,Female,3\n",
    ],
)
def test_groups_and_their_parts(write_walk: Write, table: str) -> None:
    found = shown(write_walk, table, chart(show="groups"))
    assert found.printed == {"Age: 0-17": "1", "Age: 65+": "2", "Sex: Female": "3"}


def test_groups_in_the_first_column(write_walk: Write) -> None:
    table = "race,n\nBlack,45%\nWhite,50%\nAll other,30%\n"
    found = shown(write_walk, table, chart(show="groups"))
    assert found.printed == {"Black": "45%", "White": "50%", "All other": "30%"}


def test_a_subgroup_is_found_by_its_own_name(write_walk: Write) -> None:
    table = "area,group,subgroup,n\nX,Age,0-17,1\nX,Age,65+,2\nY,Age,65+,3\nY,Age,0-17,4\n"
    assert shown(write_walk, table, chart(group="65+")).printed == {"Y": "3", "X": "2"}


def test_numbers_as_people_write_them(write_walk: Write) -> None:
    found = shown(write_walk, "area,n\nA,(12)\nB,8*\n", chart())
    assert found.printed == {"B": "8", "A": "−12"}
    assert found.warnings[0].what == ('t.csv, column "n": "8*" (line 3) stand without their marks.')
    found = shown(write_walk, "area,n\nA,0.0001\nB,123456789.123456\nC,5\n", chart())
    assert found.printed == {"B": "123,456,789", "C": "5", "A": "<1"}


def test_fractions_are_asked_about(write_walk: Write) -> None:
    percent = HEAD.replace("people: false", 'people: false, suffix: "%"')
    table = "area,n\nA,0.45\nB,0.5\n"
    assert "holds 0.45, and no number over 1" in refused(write_walk, table, chart(), percent).what
    told = percent.replace('"%"', '"%", per: 1')
    assert shown(write_walk, table, chart(), told).printed == {"B": "50%", "A": "45%"}
    told = percent.replace('"%"', '"%", per: 100')
    assert shown(write_walk, table, chart(), told).printed == {"B": "0.50%", "A": "0.45%"}
    parts = "{kind: hundred, file: t.csv, measure: n}"
    told = percent.replace('"%"', '"%", per: 1')
    squares = shown(write_walk, "part,n\nA,0.45\nB,0.55\n", parts, told)
    assert squares.printed == {"A": "45.0%", "B": "55.0%"}


def test_a_hundred_of_a_school_year(write_walk: Write) -> None:
    table = "part,year,n\nA,2022-23,1\nB,2022-23,3\nA,2023-24,2\nB,2023-24,2\n"
    block = "{{kind: hundred, file: t.csv, measure: n{}}}"
    assert shown(write_walk, table, block.format("")).printed["A"] == "50.0%"
    assert shown(write_walk, table, block.format(", year: 2022-23")).printed["A"] == "25.0%"


def test_a_map_of_the_newest_month(write_walk: Write) -> None:
    table = "area,month,n\nA,Oct 2023,5\nB,Oct 2023,15\nA,Apr 2024,40\nB,Apr 2024,60\n"
    block = "{{kind: map, boundaries: a.geojson, key: area, table: t.csv, column: n{}}}"
    path = written(write_walk, table, block.format(""))
    shapes = [
        {
            "type": "Feature",
            "properties": {"area": name},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[x, 38], [x + 0.1, 38], [x + 0.1, 38.1], [x, 38.1], [x, 38]]],
            },
        }
        for name, x in (("A", -92.0), ("B", -91.9))
    ]
    (path.parent / "a.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": shapes}), encoding="utf-8"
    )
    newest = shown(write_walk, table, block.format("")).exhibit
    assert isinstance(newest, Map)
    assert {area.key: area.printed for area in newest.areas} == {"A": "40", "B": "60"}
    assert newest.heading == "Visits, Apr 2024"
    before = shown(write_walk, table, block.format(", year: 10/2023")).exhibit
    assert isinstance(before, Map)
    assert {area.key: area.printed for area in before.areas} == {"A": "5", "B": "15"}


def test_a_table_loses_float_noise_alone(write_walk: Write) -> None:
    table = "area,n,typed\nA,71.92982456140350,12.50\nB,5.000000,17\n"
    exhibit = shown(write_walk, table, "{kind: table, file: t.csv}").exhibit
    assert isinstance(exhibit, Table)
    assert [row.cells for row in exhibit.rows] == [("71.9", "12.50"), ("5.0", "17")]
