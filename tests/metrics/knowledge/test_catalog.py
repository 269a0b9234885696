"""The catalog: whole, short enough to print, and readable."""

from __future__ import annotations

import re
import string

import pytest

from datawalk.metrics.knowledge.catalog import PILLARS, Metric, catalog
from datawalk.problems import Problems

ALL_METRICS = list(catalog().metrics.values())


OLDER_ONLY = {"index_transit_trips", "transportation_cost"}


def test_holds_the_47_columns_of_may_2025_population_and_two_older_ones() -> None:
    assert len(ALL_METRICS) == 50
    assert {metric.pillar for metric in ALL_METRICS} == set(PILLARS)
    assert {metric.predictor for metric in ALL_METRICS if metric.pillar != "context"} == {
        metric.predictor
        for metric in ALL_METRICS
        if metric.pillar != "context" and metric.name not in OLDER_ONLY
    }


@pytest.mark.parametrize("metric", ALL_METRICS, ids=lambda metric: metric.name)
def test_each_metric_is_ready_for_print(metric: Metric) -> None:
    assert 0 < len(metric.short) <= 50
    assert all((metric.label, metric.unit, metric.source, metric.levels))
    assert set(metric.levels) <= {"county", "place"}
    assert metric.low < metric.high
    assert metric.definition.endswith(".")
    assert metric.sentence.endswith(".")
    assert "**{place}**" in metric.sentence
    assert _fields(metric.claim) >= {"value", "place"}
    assert ("right" in _fields(metric.sentence)) == (metric.kind == "pair")
    assert len(metric.caveat) <= 90


VERDICTS = re.compile(r"\b(good|bad|better|worse|best|worst|healthy|safe|safer|poor|strong|weak)\b")


@pytest.mark.parametrize("metric", ALL_METRICS, ids=lambda metric: metric.name)
def test_both_ends_of_a_scale_have_plain_words_without_a_verdict(metric: Metric) -> None:
    for words in (metric.less, metric.more):
        assert 0 < len(words) <= 34
        assert 2 <= len(words.split()) <= 6
        assert not VERDICTS.search(words)
        assert "." not in words
    assert metric.less != metric.more


def test_words_of_scores_follow_their_direction() -> None:
    """A high score of the air is clean air, and one of travel cheap travel."""
    air, travel = (catalog().get(name) for name in ("index_air_hazard", "transportation_cost"))
    assert (air.less, air.more) == ("air less clean", "air more clean")
    assert (travel.less, travel.more) == ("getting around costs more", "getting around costs less")
    for metric in ALL_METRICS:
        if metric.kind in ("share", "per100", "count", "rate") and "costs" not in metric.more:
            assert metric.less.split()[0] in ("fewer", "less")
            assert metric.more.split()[0] == "more"


@pytest.mark.parametrize("metric", ALL_METRICS, ids=lambda metric: metric.name)
def test_sentences_are_plain(metric: Metric) -> None:
    """A grade of 8 or below by the formula of Flesch and Kincaid, coarsely counted."""
    words = metric.sentence.replace("**{place}**", "town").replace("{right}", "two").split()
    sentences = metric.sentence.count(". ") + metric.sentence.count(": ") + 1
    syllables = sum(map(_syllables, words))
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    assert grade <= 8.9 or len(words) <= 14, f"grade {grade:.1f}"


def test_five_metrics_are_for_counties_alone() -> None:
    assert {metric.name for metric in ALL_METRICS if metric.levels == ("county",)} == {
        "ratio_living_wage",
        "share_medical_debt_coll",
        "ratio_population_pc_physician",
        "share_low_birth_weight",
        "rate_injury_death",
        "transportation_cost",
    }


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("share_employd", 'Did you mean "share_employed"?'),
        ("Babies born with low weight", 'Did you mean "share_low_birth_weight"?'),
        ("xyzzy", "The command `datawalk metrics` lists all metrics."),
    ],
)
def test_an_unknown_name_gets_a_hint(written: str, hint: str) -> None:
    with pytest.raises(Problems) as raised:
        catalog().get(written)
    assert raised.value.problems[0].try_this == hint


def test_search_looks_at_labels_and_pillars() -> None:
    assert [metric.name for metric in catalog().search("internet")] == ["share_digital_access"]
    assert len(catalog().search("rewarding work")) == 11
    assert catalog().search("no such thing") == ()


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def _syllables(word: str) -> int:
    letters = "".join(c for c in word.lower() if c.isalpha())
    groups = sum(
        c in "aeiouy" and (i == 0 or letters[i - 1] not in "aeiouy") for i, c in enumerate(letters)
    )
    return max(1, groups - (letters.endswith("e") and not letters.endswith("le") and groups > 1))
