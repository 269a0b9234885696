"""Middles weighted by people: by definition, of a state, and where people are not counted."""

from __future__ import annotations

from pathlib import Path

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.places.middles import weighted_median
from datawalk.metrics.places.places import benchmark, level_of, make_place, scope_of, state_of
from datawalk.metrics.store import MetricStore, read_store
from datawalk.metrics.words.credits import source_line

PLACES = st.lists(
    st.tuples(st.integers(-50, 50), st.integers(1, 12_000_000)), min_size=1, max_size=40
)


@given(PLACES)
def test_half_of_all_people_live_at_or_below(places: list[tuple[int, int]]) -> None:
    values, people = (pandas.Series(side) for side in zip(*places, strict=True))
    middle = weighted_median(values, people)
    assert middle in set(values)
    assert 2 * people[values <= middle].sum() >= people.sum()
    assert 2 * people[values < middle].sum() < people.sum()


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=1, max_size=9))
def test_each_place_counts_as_many_times_as_its_people(places: list[tuple[int, int]]) -> None:
    values, people = (pandas.Series(side) for side in zip(*places, strict=True))
    every = sorted(value for value, count in places for _ in range(count))
    assert weighted_median(values, people) == every[(len(every) - 1) // 2]


def test_what_is_missing_does_not_count() -> None:
    assert weighted_median(pandas.Series([1.0, None, 3.0]), pandas.Series([1, 99, 5])) == 3
    assert str(weighted_median(pandas.Series([None], dtype=float), pandas.Series([9]))) == "nan"


def whole(tmp_path: Path) -> MetricStore:
    """A file of 3,204 counties: the first of each state has a million people, others a thousand."""
    rows = ["year,state,county,county_name,population,share_employed,share_debt_coll"]
    states = sorted({f"{n:02}" for n in range(1, 57)} - {"03", "07", "14", "43", "52"})
    for state in states:
        for i in range(1, 64):
            people = 1_000_000 if i == 1 else 1_000
            rows.append(f"2023,{state},{i:03},County {i},{people},{i / 100},0.5")
            rows.append(f"2022,{state},{i:03},County {i},NA,{i / 100},0.5")
    path = tmp_path / "11_all.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return read_store([path], {"population", "share_employed"})


def test_of_country_and_state(tmp_path: Path) -> None:
    store = whole(tmp_path)
    place = store.find_place("29001")
    for scope in ("us-weighted", "state-weighted"):
        found = store.median("share_employed", scope, place)
        assert (found.year, found.value) == (2023, 0.01)
        assert not store.median("share_employed", scope, place, 2022).known
    assert store.median("share_employed", "us", place, 2023).value == 0.32
    assert not store.median("share_debt_coll", "us-weighted", place).known
    row = store.series("share_employed", benchmark("us-weighted", place))
    assert [(o.year, o.value) for o in row] == [(2023, 0.01)]


@pytest.mark.parametrize("scope", ["us", "state", "us-weighted", "state-weighted"])
def test_a_middle_knows_what_it_is_the_middle_of(scope: str) -> None:
    for code in ("29019", "11001", "2915670"):
        place = make_place(code, "county" if len(code) == 5 else "place", "Somewhere")
        middle = benchmark(scope, place)  # type: ignore[arg-type]
        assert scope_of(middle) == scope
        assert level_of(middle) == level_of(place)
        assert state_of(middle) == (place.state if scope.startswith("state") else "U.S.")


def test_the_foot_explains_both_middles(tmp_path: Path) -> None:
    store = whole(tmp_path)
    place = store.find_place("29001")
    observations = [
        store.median("share_employed", "us", place),
        store.median("share_employed", "us-weighted", place),
        store.median("share_employed", "state-weighted", place),
    ]
    foot = source_line(observations, catalog())[-1]
    assert "Middle U.S. county: the median of the 3,213 U.S. counties with a figure." in foot
    assert (
        "Middle U.S. resident’s county: half of all people in the 3,213 U.S. counties with a "
        "figure live in one with this figure or a lower one." in foot
    )
    assert "half of all people in the 63 Missouri counties with a figure live in one" in foot
