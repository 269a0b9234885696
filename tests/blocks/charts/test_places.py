"""Where we stand: who is named, what a dot is, and how many stand on each side, from the file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.exhibits import Chart
from datawalk.prose import plain
from datawalk.words import speaking
from tests.conftest import COUNTIES, ROOT, needs
from tests.figures.drawn import figure

AIR = "{kind: chart, metric: index_air_hazard, show: distribution}"
WALK = (
    'title: T\nplace: "29019"\ncompare: [COMPARE]\nlanguage: LANGUAGE\naccept: [twins]\n'
    "allow_weak: true\ndata: [FILE]\nstations:\n  - {title: S, blocks: [BLOCK]}\n"
)


def stands(
    folder: Path,
    block: str = AIR,
    compare: str = "us-median",
    language: str = "en",
    place: str = "29019",
) -> Chart:
    file = COUNTIES if "among" in block else ROOT / "samples" / "metrics.csv"
    (folder / file.name).write_bytes(file.read_bytes())
    told = {"COMPARE": compare, "LANGUAGE": language, "FILE": file.name, "BLOCK": block}
    text = WALK.replace("29019", place)
    for name, value in told.items():
        text = text.replace(name, value)
    (folder / "walk.yaml").write_text(text, encoding="utf-8")
    with speaking(language):
        (chart,) = kit.prepared(folder / "walk.yaml", only="poster").walk.stations[0].exhibits
    assert isinstance(chart, Chart)
    return chart


def missouri() -> list[float]:
    """The scores of the counties of Missouri, read by the csv module alone."""
    with (ROOT / "samples" / "metrics.csv").open(encoding="utf-8", newline="") as file:
        return [
            float(row["value"])
            for row in csv.DictReader(file)
            if row["metric"] == "index_air_hazard"
            and row["geoid"].startswith("29")
            and (row["year"], row["level"]) == ("2019", "county")
            and row["value"]
        ]


def test_both_sides_are_counted(tmp_path: Path) -> None:
    values = missouri()
    lower, higher = sum(v < 54 for v in values), sum(v > 54 for v in values)
    same = len(values) - lower - higher - 1
    chart = stands(tmp_path)
    assert chart.field_label == f"Each dot is one of {len(values)} Missouri counties."
    assert chart.series[0].points[0].remark == (
        f"{higher} counties: air more clean; {lower}: air less clean; {same}: the same"
    )
    assert list(chart.field) == sorted(values)


def test_places_with_a_range_are_not_counted_as_they_may_stand_on_either_side(
    tmp_path: Path,
) -> None:
    chart = stands(tmp_path, AIR.replace("index_air_hazard", "share_employed"))
    assert chart.series[0].points[0].remark == ""
    assert chart.asides[-1][1]


def test_the_lowest_place_is_named_and_of_those_that_share_the_top_none(tmp_path: Path) -> None:
    values = sorted(missouri())
    assert values[0] < values[1]
    assert values[-1] == values[-2]
    chart = stands(tmp_path)
    asked, chosen = chart.series
    assert [(p.label, p.printed, p.highlight) for p in asked.points] == [
        ("Boone County", "54", True)
    ]
    assert (chosen.points[0].label, chosen.points[0].printed) == (
        "St. Louis city",
        f"{values[0]:.0f}",
    )
    assert 1 <= len(chosen.points) <= 4
    assert not {point.value for point in chosen.points} & {values[-1]}
    assert "St. Louis city 17" in chart.alt
    assert chart.alt.startswith("Dots, one for each of 115 places: clean air score")


def test_at_most_five_places_are_named(tmp_path: Path) -> None:
    chart = stands(tmp_path, compare='"29077", "29095", "29051", "29189", us-median')
    named = [point.label for row in chart.series for point in row.points]
    assert len(named) == 5
    assert "St. Louis city" not in named


def test_the_middles_of_the_country_and_of_the_state_are_lines(tmp_path: Path) -> None:
    chart = stands(tmp_path)
    values = sorted(missouri())
    told = [(line.label, line.printed) for line in chart.middles]
    assert told == [
        ("Middle U.S. county", "69"),
        ("Middle Missouri county", f"{values[len(values) // 2]:.0f}"),
    ]
    traced = [figure.observation.place.name for figure in chart.figures]
    assert {"Middle U.S. county", "Middle Missouri county"} <= set(traced)


def test_what_it_was_before_stands_aside_with_its_figures(tmp_path: Path) -> None:
    chart = stands(tmp_path)
    (_, before), (_, sure) = chart.asides
    assert plain(before).startswith("Before: 64 in 2014, 46 in 2018. A score can move")
    assert plain(sure) == "How sure? One number for all of Boone County; it has no range."
    assert [f.text for f in chart.figures if f.observation.year in (2014, 2018)] == ["64", "46"]


@needs(COUNTIES)
def test_weak_figures_are_hollow_and_not_counted(tmp_path: Path) -> None:
    block = AIR.replace("index_air_hazard", "ratio_population_pc_physician")
    chart = stands(tmp_path, block.replace("}", ", among: state}"))
    with COUNTIES.open(encoding="latin-1", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if (row["state"].zfill(2), row["year"]) == ("29", "2021")
            and row["ratio_population_pc_physician"] not in ("", "NA", "0")
        ]
    weak = [r for r in rows if r["ratio_population_pc_physician_quality"] == "Weak"]
    assert len(chart.hollow) == len(weak) > 0
    assert len(chart.field) == len(rows)
    assert f"Each dot is one of {len(rows) - len(weak)} Missouri counties." in chart.field_label
    assert f"Hollow dots are {len(weak)} more" in chart.field_label


@needs(COUNTIES)
def test_a_state_of_few_counties_stands_in_the_country_with_all_of_them_named(
    tmp_path: Path,
) -> None:
    chart = stands(tmp_path, AIR.replace("}", ", among: state}"), place="15003")
    assert "U.S. counties" in chart.field_label
    assert {p.label for row in chart.series for p in row.points} >= {
        "Honolulu County, HI",
        "Maui County, HI",
    }
    assert [line.label for line in chart.middles] == ["Middle U.S. county"]


@needs(COUNTIES)
def test_so_many_counties_are_columns_and_are_called_so(tmp_path: Path) -> None:
    chart = stands(tmp_path, AIR.replace("}", ", among: us}"))
    assert chart.field_label.startswith("Taller columns hold more of 3,141 U.S. counties.")
    assert chart.alt.startswith("Columns of 3,141 places")
    # A county cannot be told by its name alone among those of other states.
    assert [point.label for point in chart.series[0].points] == ["Boone County, MO"]


@needs(COUNTIES)
def test_places_that_may_not_be_ranked_are_not_counted(tmp_path: Path) -> None:
    block = "{kind: chart, metric: rate_crime_violent, show: distribution, among: state}"
    chart = stands(tmp_path, block)
    assert chart.field_label.startswith("Each dot is one of 42 Missouri counties. Hollow dots are")
    assert [point.remark for row in chart.series for point in row.points] == [""]
    assert chart.middles == ()


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_drawn_is_what_is_said(tmp_path: Path, language: str) -> None:
    chart = stands(tmp_path, language=language)
    field = figure(chart).plan.field
    assert len(field.dots) == len(chart.field) == 115  # type: ignore[union-attr]
    assert ("puntos" in chart.alt.lower()) == (language == "es")
    assert ".." not in chart.field_label
