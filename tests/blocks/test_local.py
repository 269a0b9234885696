"""Blocks that show files of the community's own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Chart, Exhibit, Map, Table
from datawalk.problems import Problems
from datawalk.walk import Composed
from datawalk.words import speaking

Write = Callable[[str], Path]

HEAD = """
title: T
place: "29019"
data: [metrics.csv]
local_data:
  - file: t.csv
    name: Street survey
    who: our neighbors
    when: May 2026
    how: door to door
    use: this walk only
    measures: [{column: share, label: People who feel safe, suffix: "%", count: yes, of: asked,
      margin: moe, level: 90}]
stations:
  - title: S
    blocks:
"""
SURVEY = (
    "area,yes,asked,share,moe\nA,30,60,50,8\nB,5,50,10,6\nC,40,50,80,9\nD,25,50,50,9\n"
    "All areas,100,210,48,4\n"
)
LONG = "area,measure,group,year,value\n" + "".join(
    f"{area},Notices,{group},{year},{value}\n"
    for area, group, values in (
        ("A", "Renters", (40, 3, 50)),
        ("A", "Owners", (12, 14, 16)),
        ("B", "Renters", (30, 31, 33)),
        ("B", "Owners", (21, 22, 23)),
    )
    for year, value in zip((2022, 2023, 2024), values, strict=True)
)


def composed(write_walk: Write, block: str, table: str = SURVEY, head: str = HEAD) -> Composed:
    path = write_walk(f"{head}      - {block}\n")
    (path.parent / "t.csv").write_text(table, encoding="utf-8")
    shapes = [
        {
            "type": "Feature",
            "properties": {"area": name, "STATEFP": "29", "COUNTYFP": "019", "TRACTCE": tract},
            "geometry": {"type": "Polygon", "coordinates": [_square(i)]},
        }
        for i, (name, tract) in enumerate(
            zip("ABCDE", ("000200", "000300", "000400", "000500", "000600"), strict=True)
        )
    ]
    (path.parent / "areas.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": shapes}), encoding="utf-8"
    )
    file = load(path)
    return compose(file, read_data(file))


def _square(i: int) -> list[list[float]]:
    x = -92.0 + i * 0.1
    return [[x, 38], [x + 0.1, 38], [x + 0.1, 38.1], [x, 38.1], [x, 38]]


def only(found: Composed) -> Exhibit:
    (exhibit,) = found.walk.stations[0].exhibits
    return exhibit


def refused(write_walk: Write, block: str, table: str) -> str:
    with pytest.raises(Problems) as found:
        composed(
            write_walk,
            block,
            table,
            head=HEAD.split("local_data")[0] + "stations:\n" + ("  - title: S\n    blocks:\n"),
        )
    return found.value.problems[0].what


def test_bars_of_areas(write_walk: Write) -> None:
    found = composed(write_walk, "{kind: local_chart, file: t.csv, measure: share}")
    chart = only(found)
    assert isinstance(chart, Chart)
    points = {point.label: point for point in chart.series[0].points}
    # B stands on five people, and C is hidden with it: else the total would tell.
    assert points["B"].value is None
    assert points["B"].printed == "hidden to protect privacy"
    assert sum(point.value is None for point in points.values()) == 2
    assert points["C"].printed == "80%"
    assert points["C"].lower == pytest.approx(80 - 9 * 1.96 / 1.645)
    assert chart.reference
    assert (chart.reference.label, chart.reference.printed) == ("All areas", "48%")
    assert chart.heading == "People who feel safe"
    assert chart.note == (
        "Thin lines show the range: 95 times in 100 the true number lies inside, "
        "worked out from "
        "90 percent margins. Numbers under 10 are hidden to protect people, and others that "
        "would tell them. "
        "Source: Street survey, our neighbors, May 2026."
    )
    assert found.walk.stations[0].sources == ("Street survey: door to door. Use: this walk only.",)
    assert [w.what for w in found.warnings] == [
        "t.csv: 1 number under 10 is hidden to protect people, and 5 more so that no one can work "
        "them out."
    ]


def test_a_table_marks_what_it_hides(write_walk: Write) -> None:
    table = only(composed(write_walk, "{kind: table, file: t.csv, columns: [area, share, yes]}"))
    assert isinstance(table, Table)
    cells = {row.stub: row.cells for row in table.rows}
    assert cells["B"] == ("hidden", "hidden")
    assert cells["C"] == ("80%", "40")
    assert (
        "Numbers under 10 are hidden to protect people, and others that would tell them."
        in table.note
    )


def test_a_map_tells_hidden_areas_from_empty_ones(write_walk: Write) -> None:
    block = (
        "{kind: map, boundaries: areas.geojson, key: area, table: t.csv, column: share, "
        "highlight: B}"
    )
    shown = only(composed(write_walk, block))
    assert isinstance(shown, Map)
    areas = {area.key: area for area in shown.areas}
    assert (areas["B"].shade, areas["B"].printed) == (None, "hidden to protect privacy")
    assert (areas["E"].shade, areas["E"].printed) == (None, "no data")
    assert shown.unknown
    assert shown.unknown.label == "hidden, or no data"
    assert "Hidden: A, B." in shown.note or "Hidden: B, D." in shown.note


def test_a_source_of_the_block_comes_first(write_walk: Write) -> None:
    table = only(composed(write_walk, "{kind: table, file: t.csv, source: me}"))
    assert table.note.endswith("Source: me")


def test_a_file_that_nobody_described(write_walk: Write) -> None:
    head = HEAD.replace("file: t.csv", "file: metrics.csv").partition("    measures")[0]
    head += "stations:\n  - title: S\n    blocks:\n"
    found = composed(write_walk, "{kind: table, file: t.csv}", head=head)
    assert "Nobody can tell who counted t.csv." in [w.what for w in found.warnings]
    assert (
        only(found).note
        == "Numbers under 10 are hidden to protect people, and others that would tell them."
    )


def test_lines_over_years_of_a_long_table(write_walk: Write) -> None:
    block = (
        "{kind: local_chart, file: t.csv, measure: Notices, show: years, group: Renters, source: s}"
    )
    head = HEAD.partition("local_data")[0] + "stations:\n  - title: S\n    blocks:\n"
    chart = only(composed(write_walk, block, LONG, head))
    assert isinstance(chart, Chart)
    one, two = chart.series
    assert [(p.label, p.value) for p in one.points] == [("2022", 40), ("2023", None), ("2024", 50)]
    assert one.points[1].printed == "hidden to protect privacy"
    assert [p.value for p in two.points] == [30, 31, 33]
    assert "Hidden: A 2023." in chart.note


def test_a_change_is_between_the_first_and_the_last_year(write_walk: Write) -> None:
    block = (
        "{kind: local_chart, file: t.csv, measure: Notices, show: change, group: Renters, "
        "highlight: B, source: s}"
    )
    head = HEAD.partition("local_data")[0] + "stations:\n  - title: S\n    blocks:\n"
    chart = only(composed(write_walk, block, LONG, head))
    assert isinstance(chart, Chart)
    assert chart.form == "slope"
    one, two = chart.series
    assert [(p.label, p.value) for p in one.points] == [("2022", 40), ("2024", 50)]
    assert (two.label, two.highlight, one.highlight) == ("B", True, False)
    assert "2023" not in chart.note
    assert "B: 30 in 2022, 33 in 2024" in chart.alt


def test_a_small_chart_for_each_group_names_what_is_hidden(write_walk: Write) -> None:
    block = (
        "{kind: local_chart, file: t.csv, measure: Notices, show: groups, over: years, "
        "areas: [A], source: s}"
    )
    head = HEAD.partition("local_data")[0] + "stations:\n  - title: S\n    blocks:\n"
    chart = only(composed(write_walk, block, LONG, head))
    assert isinstance(chart, Chart)
    assert chart.form == "panels"
    assert [s.label for s in chart.series] == ["Renters", "Owners"]
    assert [p.value for p in chart.series[0].points] == [40, None, 50]
    assert "Hidden: Renters 2023." in chart.note


def test_groups_of_one_area_in_the_newest_year(write_walk: Write) -> None:
    block = (
        "{kind: local_chart, file: t.csv, measure: Notices, show: groups, areas: [A], source: s}"
    )
    head = HEAD.partition("local_data")[0] + "stations:\n  - title: S\n    blocks:\n"
    chart = only(composed(write_walk, block, LONG, head))
    assert isinstance(chart, Chart)
    assert [(p.label, p.value) for p in chart.series[0].points] == [("Renters", 50), ("Owners", 16)]
    assert chart.heading == "Notices, 2024"


@pytest.mark.parametrize(
    ("setting", "what"),
    [
        ("measure: Notice", 't.csv has no measure "Notice".'),
        ("measure: Notices, areas: [Z]", 't.csv has no area "Z".'),
        ("measure: Notices, group: Rent", 't.csv has no group "Rent".'),
        ("measure: Notices, year: 1999", "t.csv has no rows for 1999."),
        ("measure: Notices", "t.csv has several groups: Renters, Owners."),
        ("measure: Notices, show: groups", "t.csv has several areas: A, B."),
    ],
)
def test_what_a_chart_cannot_find(write_walk: Write, setting: str, what: str) -> None:
    block = f"{{kind: local_chart, file: t.csv, {setting}, source: s}}"
    assert refused(write_walk, block, LONG) == what


def test_a_line_needs_two_years(write_walk: Write) -> None:
    block = "{kind: local_chart, file: t.csv, measure: yes, show: years, areas: [A], source: s}"
    assert refused(write_walk, block, SURVEY) == "t.csv has one year only; a line needs two."


def test_the_opportunity_atlas_on_boundaries_of_the_census(write_walk: Write) -> None:
    table = "state,county,tract,cz,kfr_pooled_pooled_p25\n" + "".join(
        f"29,19,{tract},25200,{value}\n"
        for tract, value in ((200, 0.41), (300, 0.35), (400, ""), (500, 0.38))
    )
    table += "1,1,20100,11101,0.3\n"
    block = (
        "{kind: map, boundaries: areas.geojson, key: GEOID, table: t.csv, "
        "column: kfr_pooled_pooled_p25}"
    )
    head = HEAD.partition("local_data")[0] + "stations:\n  - title: S\n    blocks:\n"
    found = composed(write_walk, block, table, head)
    shown = only(found)
    assert isinstance(shown, Map)
    assert {a.key: a.printed for a in shown.areas} == {
        "29019000200": "41",
        "29019000300": "35",
        "29019000400": "no data",
        "29019000500": "38",
        "29019000600": "no data",
    }
    assert shown.legend == "Household income rank as adults, children of parents with low incomes"
    assert "Source: Opportunity Atlas" in shown.note
    assert "census tract of 2010" in found.walk.stations[0].sources[0]
    (warning,) = found.warnings
    assert warning.what == "1 of 5 areas of areas.geojson are not in t.csv."


def test_a_chart_of_nothing_but_totals_is_refused(write_walk: Write) -> None:
    block = "{kind: local_chart, file: t.csv, measure: share}"
    told = refused(write_walk, block, "area,yes,asked,share,moe\nAll areas,100,210,48,4\n")
    assert told == "t.csv has no areas to show here besides totals."


def test_sources_of_own_data_speak_the_language_of_the_walk(write_walk: Write) -> None:
    head = HEAD.replace("title: T\n", "title: T\nlanguage: es\n")
    block = "{kind: local_chart, file: t.csv, measure: share}"
    with speaking("es"):
        chart = composed(write_walk, block, head=head).walk.stations[0].exhibits[0]
    assert "Fuente: Street survey, our neighbors, May 2026." in chart.note
    assert "Uso: this walk only." in chart.terms
    assert "Source:" not in chart.note
