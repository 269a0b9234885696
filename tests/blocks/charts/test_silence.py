"""Why lines break, in words."""

from __future__ import annotations

from datawalk.blocks.charts.silence import silence
from datawalk.metrics.model import Gap, Observation, Place
from datawalk.metrics.words.wording import NOTHING

OURS = Place("29019", "county", "Boone County", "Missouri", "MO")
REGION = Place("09110", "county", "Capitol Planning Region", "Connecticut", "CT")
CHANGED = Gap("changed in Connecticut", 2022)


def row(place: Place, **gaps: Gap) -> tuple[Place, list[Observation]]:
    years = range(2018, 2024)
    whys = {year: gaps.get(f"y{year}") for year in years}
    return place, [
        Observation("share_employed", place, year, value=None if why else 0.8, missing=why)
        for year, why in whys.items()
    ]


def test_whole_lines_need_no_words() -> None:
    assert silence([row(OURS), row(REGION)]) == ""


def test_what_all_share_is_told_once() -> None:
    rows = [row(OURS, y2020=NOTHING), row(REGION, y2020=NOTHING)]
    assert silence(rows) == "2020: no place in the data has a figure."


def test_each_place_has_its_own_reasons() -> None:
    old = {f"y{year}": CHANGED for year in (2018, 2019, 2021)}
    rows = [row(OURS, y2020=NOTHING), row(REGION, y2020=NOTHING, **old)]
    assert silence(rows) == (
        "2020: no place in the data has a figure. "
        "Capitol Planning Region, 2018 and 2019, 2021: Connecticut changed its "
        "counties in 2022."
    )


def test_reasons_lose_the_year_that_stands_before_them() -> None:
    plain = {"y2019": Gap("year", 2019), "y2020": Gap("year", 2020)}
    three = {**plain, "y2021": Gap("year", 2021)}
    assert silence([row(OURS, **plain)]) == "2019 and 2020: no figure."
    assert silence([row(OURS, **three)]) == "2019 to 2021: no figure."
    # A gap of another place that has no reason is seen and needs no words.
    assert silence([row(OURS), row(REGION, **plain)]) == ""
