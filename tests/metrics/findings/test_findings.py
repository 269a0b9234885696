"""Findings: what figures bear out in a sentence, how strong it is, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from datawalk.metrics.findings import groups, places, times, weighing
from datawalk.metrics.findings.finding import LARGE, Finding
from datawalk.metrics.knowledge import prices
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Doubt, Gap, Observation, Origin, Place, Quality
from datawalk.words import speaking
from tests.metrics.figures import BOONE, GREENE, METRICS, MIDDLE, seen

JUMP = Doubt("jump", "jump")
OTHERS = tuple(
    Place(f"29{code:03}", "county", f"County {code}", "Missouri", "MO") for code in range(101, 121)
)


def group(
    metric: str,
    name: str,
    value: float | None,
    bounds: tuple[float, float] | None = None,
    *,
    kind: str = "race",
    quality: Quality = Quality.STRONG,
) -> Observation:
    return replace(seen(metric, value, bounds=bounds, quality=quality), group_kind=kind, group=name)


def gap(metric: str, *found: Observation) -> Finding | None:
    return groups.gap({one.group: one for one in found}, METRICS[metric])


def change(metric: str, *rows: Observation) -> Finding | None:
    return times.change(rows[:-1], rows[-1], lambda one: one)


def year(metric: str, when: int, value: float, width: float = 0.0) -> Observation:
    bounds = (value - width, value + width) if width else None
    return seen(metric, value, bounds=bounds, year=when)


def beside(metric: str, ours: Observation, other: float, place: Place = MIDDLE) -> Finding | None:
    quality = None if place is MIDDLE else Quality.STRONG
    return places.beside(ours, seen(metric, other, place, quality=quality), METRICS[metric])


def rank(metric: str, ours: float, values: Sequence[float]) -> Finding | None:
    around = [seen(metric, value, OTHERS[i]) for i, value in enumerate(values)]
    return places.rank(seen(metric, ours), around, METRICS[metric])


# Level.


@pytest.mark.parametrize(
    ("metric", "value", "sentence"),
    [
        (
            "share_employed",
            0.8411,
            "In 2023, 84 of every 100 adults ages 25 to 54 in Boone County had a job.",
        ),
        (
            "share_poverty_exposure",
            0.0,
            "In 2023, 0 of every 100 people in poverty in Boone County lived in an area of "
            "much poverty.",
        ),
        (
            "share_poverty_exposure",
            0.003,
            "In 2023, fewer than 1 of every 100 people in poverty in Boone County lived in an "
            "area of much poverty.",
        ),
        (
            "share_digital_access",
            0.997,
            "In 2023, more than 99 of every 100 households in Boone County had a computer and "
            "fast internet.",
        ),
        (
            "pctl_income_50",
            66167.4,
            "In 2023, half of the households in Boone County had less than $66,167 a year.",
        ),
    ],
)
def test_a_level_tells_the_year_the_place_and_the_figure(
    metric: str, value: float, sentence: str
) -> None:
    found = places.level(seen(metric, value), METRICS[metric])
    assert found is not None
    assert (found.kind, found.sentence, found.years) == ("level", sentence, (2023,))
    assert [figure.observation.value for figure in found.figures] == [value]


def test_a_marginal_figure_keeps_its_mark() -> None:
    found = places.level(
        seen("share_employed", 0.84, quality=Quality.MARGINAL), METRICS["share_employed"]
    )
    assert found is not None
    assert "84† of every 100" in found.sentence


def test_a_pair_tells_both_of_its_sides() -> None:
    name = "ratio_black_nh_house_value_households"
    found = places.level(seen(name, None, pair=(0.034, 0.118)), METRICS[name])
    assert found is not None
    assert found.sentence == (
        "In 2023, Black residents headed 11.8% of households in Boone County and held 3.4% of "
        "home value."
    )


@pytest.mark.parametrize(
    "ours",
    [
        seen("share_employed", None),
        seen("share_employed", 0.84, quality=Quality.WEAK),
        replace(seen("share_employed", 0.84), doubts=(JUMP,)),
        replace(seen("share_employed", 0.84), year=None),
        seen("share_employed", 0.0, bounds=(0.0, 0.3)),
        seen("population", 1000.0),
    ],
    ids=["missing", "weak", "in doubt", "no year", "none that may be more", "no sentence"],
)
def test_no_level_of_what_cannot_be_relied_on(ours: Observation) -> None:
    assert places.level(ours, METRICS[ours.metric]) is None


def test_a_figure_of_a_wider_area_names_it_and_is_compared_with_none() -> None:
    wide = Doubt("wider-area", "state")
    honolulu = Place("15003", "county", "Honolulu County", "Hawaii", "HI")
    ours = replace(seen("share_homeless", 0.021, honolulu), doubts=(wide,))
    found = places.level(ours, METRICS["share_homeless"])
    assert found is not None
    assert "in all of Hawaii had no stable home" in found.sentence
    assert beside("share_homeless", ours, 0.03) is None
    assert not places.may_rank(ours, METRICS["share_homeless"])


# Beside a middle, or another place.


def test_beside_a_middle_tells_both_figures() -> None:
    found = beside("share_employed", seen("share_employed", 0.84, bounds=(0.81, 0.87)), 0.64)
    assert found is not None
    assert (found.kind, found.sure) == ("beside", True)
    assert found.effect == pytest.approx(2.0)
    assert found.sentence.endswith("had a job. In the middle U.S. county it was 64.")
    assert [figure.text for figure in found.figures] == ["84", "64"]


def test_beside_what_cannot_be_told_apart_says_so() -> None:
    ours = seen("share_employed", 0.84, bounds=(0.70, 0.98))
    found = beside("share_employed", ours, 0.75)
    assert found is not None
    assert (found.kind, found.sure) == ("unsure", False)
    assert found.sentence.endswith("it was 75: too unsure to tell apart.")


def test_beside_what_is_the_same_says_so() -> None:
    none = beside("share_poverty_exposure", seen("share_poverty_exposure", 0.0), 0.0)
    assert none is not None
    assert none.sentence.endswith("In the middle U.S. county it was the same.")
    near = beside("share_digital_access", seen("share_digital_access", 0.753), 0.757, GREENE)
    assert near is not None
    assert near.sentence.endswith("In Greene County it was about the same (76).")


@pytest.mark.parametrize(
    ("metric", "ours"),
    [
        ("rate_crime_violent", seen("rate_crime_violent", 400)),
        ("rate_juv_arrest", seen("rate_juv_arrest", 4000)),
        ("count_homeless", seen("count_homeless", 646)),
        ("share_black_nh_exposure", seen("share_black_nh_exposure", 0.8)),
    ],
)
def test_places_are_not_compared_by_crime_by_counts_or_by_who_lives_where(
    metric: str, ours: Observation
) -> None:
    assert beside(metric, ours, (ours.value or 0) / 4) is None
    assert not places.may_rank(ours, METRICS[metric])


def test_figures_of_two_editions_or_years_never_stand_beside_each_other() -> None:
    metric = METRICS["share_digital_access"]
    ours, other = seen(metric.name, 0.75), seen(metric.name, 0.6, GREENE)
    older = replace(other, origin=Origin("b.csv", 3, "x", "Sep 2024"))
    assert places.beside(ours, older, metric) is None
    assert places.beside(ours, replace(other, year=2021), metric) is None
    assert places.beside(ours, replace(other, quality=Quality.WEAK), metric) is None
    old = replace(seen(metric.name, 0.5, year=2014, bounds=(0.48, 0.52)), origin=older.origin)
    assert change(metric.name, old, seen(metric.name, 0.75, bounds=(0.74, 0.76))) is None


# Among all.


def test_a_rank_counts_the_others() -> None:
    found = rank("index_air_hazard", 54, [50, 52, *range(60, 78)])
    assert found is not None
    assert found.kind == "rank"
    assert found.sentence.endswith(
        "It was higher in 18 of the 20 other Missouri counties with a figure."
    )
    lowest = rank("index_air_hazard", 10, [*range(60, 70)])
    assert lowest is not None
    assert lowest.sentence.endswith(
        "It was higher in all 10 other Missouri counties with a figure."
    )


def test_no_rank_among_few_among_equals_or_of_what_has_a_range() -> None:
    assert rank("index_air_hazard", 54, [60, 61, 62]) is None
    assert rank("share_poverty_exposure", 0.0, [0.0] * 19 + [0.4]) is None
    ours = seen("share_employed", 0.84, bounds=(0.8, 0.88))
    assert not places.may_rank(ours, METRICS["share_employed"])
    weak = [seen("index_air_hazard", i, o, quality=Quality.WEAK) for i, o in enumerate(OTHERS)]
    assert places.rank(seen("index_air_hazard", 54), weak, METRICS["index_air_hazard"]) is None


def test_one_place_alone_has_neither_a_rank_nor_another_beside_it() -> None:
    assert rank("index_air_hazard", 54, []) is None
    assert beside("share_employed", seen("share_employed", 0.84), 0.8, BOONE) is not None
    missing = replace(seen("share_employed", None, MIDDLE), missing=Gap("no place"))
    assert places.beside(seen("share_employed", 0.84), missing, METRICS["share_employed"]) is None


# Change.


def test_a_sure_change_tells_both_years() -> None:
    found = change(
        "share_in_preschool",
        year("share_in_preschool", 2014, 0.54, 0.03),
        year("share_in_preschool", 2018, 0.50, 0.03),
        year("share_in_preschool", 2023, 0.40, 0.03),
    )
    assert found is not None
    assert (found.kind, found.sure, found.years) == ("change", True, (2014, 2023))
    assert found.sentence.endswith("went to preschool. In 2014 it was 54.")


def test_an_unsure_change_says_so() -> None:
    found = change(
        "share_employed",
        year("share_employed", 2014, 0.80, 0.05),
        year("share_employed", 2023, 0.84, 0.05),
    )
    assert found is not None
    assert (found.kind, found.sure) == ("unsure", False)
    assert found.sentence.endswith("had a job. We cannot say that it changed since 2014.")


def test_income_is_told_with_prices() -> None:
    found = change(
        "pctl_income_50",
        year("pctl_income_50", 2014, 50_000, 1_000),
        year("pctl_income_50", 2023, 75_000, 1_000),
    )
    assert found is not None
    assert found.sentence == (
        "From 2014 to 2023, the yearly income of the household in the middle in Boone County rose "
        "from $50,000 to $75,000, or 50%. Prices rose 29%."
    )
    assert "consumer price index" in found.sources[0]
    # What is left of it after prices.
    assert found.effect < 0.4


def test_prices_are_those_of_the_bureau() -> None:
    assert prices.risen(2014, 2023) == pytest.approx(304.702 / 236.736 - 1)
    assert prices.risen(1900, 2023) is None


@pytest.mark.parametrize(
    ("metric", "rows"),
    [
        ("share_digital_access", [(2018, 0.40, 0.0), (2023, 0.75, 0.0)]),
        ("index_air_hazard", [(2014, 20, 0.0), (2018, 60, 0.0)]),
        ("rate_crime_violent", [(2018, 200, 0.0), (2023, 900, 0.0)]),
        ("share_debt_coll", [(2018, 0.32, 0.01), (2023, 0.20, 0.01)]),
        ("rate_injury_death", [(2020, 60, 1.0), (2023, 90, 1.0)]),
        ("share_employed", [(2023, 0.84, 0.02)]),
    ],
    ids=["no ranges", "a rank", "crime", "a break", "the same years", "one year"],
)
def test_no_change_is_told(metric: str, rows: list[tuple[int, float, float]]) -> None:
    assert change(metric, *(year(metric, *row) for row in rows)) is None


def test_no_change_where_a_year_between_is_in_doubt() -> None:
    rows = [year("share_homeless", when, 0.02 * i) for i, when in enumerate((2016, 2018, 2022), 1)]
    assert change("share_homeless", *rows) is not None
    rows[1] = replace(rows[1], doubts=(JUMP,))
    assert change("share_homeless", *rows) is None


# Groups.


def test_a_gap_names_both_groups_in_one_sentence() -> None:
    found = gap(
        "share_employed",
        group("share_employed", "Black adults", 0.62, (0.58, 0.66)),
        group("share_employed", "White adults", 0.86, (0.84, 0.88)),
    )
    assert found is not None
    assert found.sentence == (
        "In 2023, 62 of 100 Black adults in Boone County had a job; for White adults it was 86."
    )
    assert (found.kind, found.sure, found.leads) == ("gap", True, True)
    assert found.score == pytest.approx(2.0)


def test_both_figures_of_a_gap_keep_the_rounding_that_they_have_everywhere() -> None:
    found = gap(
        "share_employed",
        group("share_employed", "Black adults", 0.614, (0.58, 0.64)),
        group("share_employed", "White adults", 0.746, (0.72, 0.78)),
    )
    assert found is not None
    assert "61 of 100 Black adults" in found.sentence
    assert found.sentence.endswith("it was 75.")
    assert [figure.text for figure in found.figures] == ["61", "75"]


def test_the_largest_of_several_gaps_is_told() -> None:
    values = {"A": 0.50, "B": 0.90, "C": 0.30}
    rows = [group("share_employed", k, v, (v - 0.01, v + 0.01)) for k, v in values.items()]
    found = gap("share_employed", *rows)
    assert found is not None
    assert [figure.observation.group for figure in found.figures] == ["C", "B"]


@pytest.mark.parametrize(
    ("metric", "values", "told"),
    [
        ("share_employed", {"White adults": 0.62, "Black adults": 0.86}, "White adults"),
        ("share_employed", {"Black adults": 0.62, "White adults": 0.86}, "Black adults"),
        ("share_employed", {"White adults": 0.86, "Asian adults": 0.62}, "Asian adults"),
        ("share_low_birth_weight", {"Black": 0.14, "White": 0.07}, "Black"),
        ("share_low_birth_weight", {"White": 0.07, "Black": 0.14}, "Black"),
    ],
)
def test_the_group_that_is_reached_least_is_named_first(
    metric: str, values: dict[str, float], told: str
) -> None:
    rows = [group(metric, k, v, (v - 0.01, v + 0.01)) for k, v in values.items()]
    found = gap(metric, *rows)
    assert found is not None
    first, second = (figure.observation for figure in found.figures)
    assert first.group == told
    assert found.sentence.index(first.group) < found.sentence.index(second.group)


def test_a_small_gap_does_not_lead_nor_does_one_without_ranges() -> None:
    small = gap(
        "share_employed",
        group("share_employed", "A", 0.80, (0.79, 0.81)),
        group("share_employed", "B", 0.85, (0.84, 0.86)),
    )
    assert small is not None
    assert not small.leads
    bare = gap(
        "share_digital_access",
        group("share_digital_access", "A", 0.50),
        group("share_digital_access", "B", 0.85),
    )
    assert bare is not None
    assert not bare.leads
    assert bare.sureness == weighing.UNBOUNDED
    counted = gap(
        "share_homeless", group("share_homeless", "A", 0.06), group("share_homeless", "B", 0.03)
    )
    assert counted is not None
    assert counted.leads
    few = gap(
        "share_homeless", group("share_homeless", "A", 0.04), group("share_homeless", "B", 0.008)
    )
    assert few is not None
    assert few.effect >= LARGE
    assert not few.leads


def test_groups_that_cannot_be_told_apart() -> None:
    two = gap(
        "share_employed",
        group("share_employed", "women", 0.80, (0.74, 0.86), kind="gender"),
        group("share_employed", "men", 0.84, (0.78, 0.90), kind="gender"),
    )
    assert two is not None
    assert two.kind == "unsure"
    assert two.sentence.endswith("for men it was 84. We cannot say that they differ.")


@pytest.mark.parametrize(
    ("metric", "rows"),
    [
        ("share_digital_access", [("A", 0.70, "Strong"), ("B", 0.72, "Strong")]),
        ("share_digital_access", [("A", 0.0, "Strong"), ("B", 0.72, "Strong")]),
        ("share_digital_access", [("A", 0.30, "Weak"), ("B", 0.72, "Strong")]),
        ("share_digital_access", [("A", None, "Strong"), ("B", 0.72, "Strong")]),
        ("share_digital_access", [("B", 0.72, "Strong")]),
        ("share_poverty_exposure", [("A", 0.0, "Strong"), ("B", 0.0, "Strong")]),
        ("rate_juv_arrest", [("A", 2000, "Strong"), ("B", 28_000, "Strong")]),
        ("count_homeless", [("A", 100, "Strong"), ("B", 400, "Strong")]),
    ],
    ids=["small", "none", "weak", "hidden", "one group", "all zeros", "arrests", "counts"],
)
def test_no_gap_is_told(metric: str, rows: list[tuple[str, float | None, str]]) -> None:
    found = [group(metric, name, value, quality=Quality(grade)) for name, value, grade in rows]
    assert gap(metric, *found) is None


# How strong.


def test_effects_are_of_points_or_of_times() -> None:
    def size(name: str, one: float, two: float) -> float:
        return weighing.effect(seen(name, one), seen(name, two), METRICS[name])

    assert size("share_employed", 0.80, 0.70) == pytest.approx(1.0)
    assert size("share_employed", 0.06, 0.04) == pytest.approx(1.0)
    # Twice of few is few.
    assert size("share_transit_commuter", 0.004, 0.002) == pytest.approx(0.02)
    assert size("rate_injury_death", 90, 60) == pytest.approx(1.0)
    assert size("index_air_hazard", 60, 50) == pytest.approx(1.0)
    assert size("rate_learning", 1.0, 0.75) == pytest.approx(1.0)
    assert size("rate_injury_death", 0, 0) == 0


def test_sentences_are_spanish_in_spanish() -> None:
    with speaking("es"):
        found = places.beside(
            seen("share_employed", 0.84, bounds=(0.82, 0.86)),
            seen("share_employed", 0.64, GREENE),
            catalog("es").get("share_employed"),
        )
    assert found is not None
    assert found.sentence == (
        "En 2023, 84 de cada 100 adultos de 25 a 54 años en Boone County tenían trabajo. "
        "En Greene County la cifra fue 64."
    )
