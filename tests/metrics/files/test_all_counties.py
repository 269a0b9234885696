"""No figure of the published files is printed that could stand for one to nine people.

Counted from the text of the files, with the number of people that they tell.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from datawalk.metrics.knowledge.bases import Base, base
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Level
from datawalk.metrics.store import MetricStore, read_store
from tests.conftest import ROOT, SHARED, needs

COUNTIES = SHARED / "data" / "11_mobility-metrics_county_longitudinal.csv"
CITIES = SHARED / "data" / "61_mobility-metrics_place_longitudinal.csv"
BOUNDED = [m for m in catalog().metrics if (of := base(m, "all")) and of.least and not of.part]


@pytest.fixture(scope="module")
def store() -> MetricStore:
    return read_store([COUNTIES, CITIES], catalog().metrics)


def figures() -> Iterator[tuple[str, Level, str, int, float, float]]:
    """Each figure with its metric, level, place, year and the number of people of the place."""
    levels: tuple[tuple[Path, Level], ...] = ((COUNTIES, "county"), (CITIES, "place"))
    for path, level in levels:
        with path.open(encoding="latin-1", newline="") as file:
            head, *rows = csv.reader(file)
        at = {name: head.index(name) for name in head}
        bounded = [(metric, at[metric]) for metric in BOUNDED if metric in at]
        for row in rows:
            year, people = int(row[at["year"]]), row[at["population"]]
            for metric, column in bounded:
                text = row[column]
                if text not in ("NA", "0") and people != "NA":
                    code = row[at["state"]] + row[at[level]]
                    yield metric, level, code, year, float(text.rpartition(":")[2]), float(people)


def few(share: float, people: float, of: Base) -> bool:
    """Whether a share can be that of one to nine people.

    Not if it is the fraction of ten and more of as many people as there can be.
    """
    if share <= 1e-9 or not of.least or not of.most or share * people * of.least > 9:
        return False
    nearest = Fraction(share).limit_denominator(max(1, int(people * of.most)))
    exact = abs(float(nearest) - share) < 1e-12 * share
    times = max(1, -(-int(people * of.least) // nearest.denominator))
    return not exact or nearest.numerator * times < 10


@needs(COUNTIES)
@needs(CITIES)
def test_no_printed_figure_could_stand_for_a_few(store: MetricStore) -> None:
    places = {(place.level, place.geoid): place for place in store.places}
    looked_at: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    for metric, level, code, year, figure, people in figures():
        of = base(metric, "all")
        assert of
        if of.counted_by or people < of.own_from:
            continue
        looked_at[metric] += 1
        share = figure / of.per
        if few(share, people, of) or (of.rest and share > 0 and few(1 - share, people, of)):
            found = store.observe(metric, places[level, code], year)
            assert not found.known, (metric, code, year, figure, people)
            hidden[metric] += 1
    assert min(looked_at[metric] for metric in BOUNDED if not base(metric, "all").counted_by) > 200
    assert hidden["share_desc_rep_black_nonhispanic"] > 500
    assert hidden["share_white_nh_exposure"] > 5


@needs(COUNTIES)
def test_no_hidden_share_of_residents_can_be_worked_out(store: MetricStore) -> None:
    mix = [m for m in catalog().metrics if (of := base(m, "all")) and of.whole == "residents"]
    for year in (2014, 2021, 2023):
        shares = [store.across(metric, "county", year) for metric in mix]
        for county in zip(*shares, strict=True):
            hidden = [o for o in county if not o.known]
            assert len(hidden) != 1 or all(o.value == 0 for o in county if o.known), county


def test_what_counts_nobody_is_told() -> None:
    told = (ROOT / "docs" / "analysts" / "privacy.md").read_text(encoding="utf-8").lower()
    silent = {
        known.predictor for known in catalog().metrics.values() if not base(known.name, "all")
    }
    assert {name for name in silent if name.lower() not in told} == set()
