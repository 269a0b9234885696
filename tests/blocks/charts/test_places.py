"""Where we stand: who is named, what a dot is, and how many stand on each side, from the file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.exhibits import Chart
from datawalk.words import speaking
from tests.conftest import COUNTIES, ROOT, needs
from tests.figures.drawn import figure

AIR = "{kind: chart, metric: index_air_hazard, show: distribution}"
WALK = (
    'title: T\nplace: "29019"\ncompare: [COMPARE]\nlanguage: LANGUAGE\naccept: [twins]\n'
    "allow_weak: true\ndata: [FILE]\nstations:\n  - {title: S, blocks: [BLOCK]}\n"
)


def stands(
    folder: Path, block: str = AIR, compare: str = "us-median", language: str = "en"
) -> Chart:
    file = COUNTIES if "among" in block else ROOT / "samples" / "metrics.csv"
    (folder / file.name).write_bytes(file.read_bytes())
    told = {"COMPARE": compare, "LANGUAGE": language, "FILE": file.name, "BLOCK": block}
    text = WALK
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
    assert stands(tmp_path).field_label == (
        f"Each dot is one of {len(values)} Missouri counties. "
        f"Lower in {lower}, the same in {same}, higher in {higher}."
    )


def test_the_lowest_place_is_named_and_of_those_that_share_the_top_none(tmp_path: Path) -> None:
    values = sorted(missouri())
    assert values[0] < values[1]
    assert values[-1] == values[-2]
    chart = stands(tmp_path)
    told = [(p.label, p.printed, p.highlight) for p in chart.series[0].points]
    assert told == [("Boone County", "54", True), ("St. Louis city", f"{values[0]:.0f}", False)]
    assert [f.observation.place.name for f in chart.figures[:2]] == [
        "Boone County",
        "St. Louis city",
    ]
    assert "St. Louis city 17" in chart.alt
    assert chart.alt.startswith("Dots, one for each of 115 places: clean air score")


def test_at_most_five_places_are_named(tmp_path: Path) -> None:
    chart = stands(tmp_path, compare='"29077", "29095", "29051", "29189", us-median')
    named = [point.label for point in chart.series[0].points]
    assert len(named) == 5
    assert "St. Louis city" not in named


@needs(COUNTIES)
def test_so_many_counties_are_columns_and_are_called_so(tmp_path: Path) -> None:
    chart = stands(tmp_path, AIR.replace("}", ", among: us}"))
    assert chart.field_label.startswith("Taller columns hold more of 3,141 U.S. counties. Lower in")
    assert chart.alt.startswith("Columns of 3,141 places")
    # A county of another state cannot be told by its name alone.
    assert [point.label for point in chart.series[0].points] == ["Boone County"]


@needs(COUNTIES)
def test_places_that_may_not_be_ranked_are_not_counted(tmp_path: Path) -> None:
    block = "{kind: chart, metric: rate_crime_violent, show: distribution, among: state}"
    chart = stands(tmp_path, block)
    assert chart.field_label.count(".") == 1
    assert len(chart.series[0].points) == 1


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_drawn_is_what_is_said(tmp_path: Path, language: str) -> None:
    chart = stands(tmp_path, language=language)
    field = figure(chart).plan.field
    assert len(field.dots) == len(chart.field) == 115  # type: ignore[union-attr]
    assert ("puntos" in chart.alt.lower()) == (language == "es")
    assert ".." not in chart.field_label
