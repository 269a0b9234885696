"""The sentences of findings: whole, with what is filled in, and readable."""

from __future__ import annotations

import re
import string
from dataclasses import replace

import pytest
import textstat

from datawalk.metrics.files.columns import SEP_2024
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.knowledge.groups import BY
from datawalk.metrics.knowledge.takeaways import Sentences, sentences
from datawalk.metrics.model import Origin
from datawalk.shipped import table
from datawalk.words import speaking
from tests.config.test_stations import CAUSAL, HARDEST, NORMAL, PLAIN, grade, syllables
from tests.metrics.figures import seen

__all__ = ["syllables"]
MIX = re.compile(r"share_(desc_rep_\w+|(black_nh|hispanic|other_nh|white_nh)_exposure)")
"""Who lives here, and next door to whom: nothing is said of these in a sentence, as their shares
may stand for a few people."""
METRICS = [
    metric
    for metric in catalog().metrics.values()
    if metric.pillar != "context" and not MIX.fullmatch(metric.name)
]
NAMES = [metric.name for metric in METRICS]
FILLED = {
    "year": "2023",
    "place": "our county",
    "value": "40",
    "right": "30",
    "group": "Black residents",
}


def of(name: str) -> Sentences:
    found = sentences(seen(name, 0.5))
    assert found is not None
    return found


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_metric_has_its_sentences() -> None:
    rows = table("metrics/knowledge/takeaways.csv")
    assert {row["metric"] for row in rows if not row["editions"]} == set(NAMES)
    assert sentences(seen("population", 1000)) is None
    assert sentences(seen("share_desc_rep_hispanic", 0.1)) is None


@pytest.mark.parametrize("name", NAMES)
def test_sentences_name_what_they_need(name: str) -> None:
    told, metric = of(name), catalog().get(name)
    assert fields(told.level) == {"year", "place", "value"} | (
        {"right"} if metric.kind == "pair" else set()
    )
    assert told.level.endswith(".")
    assert not told.gap or fields(told.gap) == {"year", "place", "group", "value"}
    assert not told.gap.endswith(".")
    assert set(told.by) <= BY.keys()
    assert bool(told.gap) == bool(told.by or told.whom)
    assert bool(told.what) == (metric.kind == "dollars")


@pytest.mark.parametrize("name", NAMES)
def test_sentences_give_numbers_and_no_causes(name: str) -> None:
    told = of(name)
    assert not any(CAUSAL.search(text) for text in (told.level, told.gap))


@pytest.mark.usefixtures("syllables")
@pytest.mark.parametrize("name", NAMES)
def test_sentences_read_easily(name: str) -> None:
    told = of(name)
    after = "In the middle U.S. county it was 30."
    assert grade(told.level.format(**FILLED), after) <= HARDEST
    if told.gap:
        # By Flesch's own directions what ends in a semicolon counts as a sentence.
        assert grade(f"{told.gap.format(**FILLED)}.", "For White residents it was 30.") <= HARDEST


@pytest.mark.parametrize("name", NAMES)
def test_sentences_read_easily_in_spanish(name: str) -> None:
    textstat.set_lang("es")
    with speaking("es"):
        told = of(name).level.format(**{**FILLED, "place": "nuestro condado"})
    text = f"{told} En el condado del medio la cifra fue 30."
    assert textstat.fernandez_huerta(text) >= PLAIN
    assert textstat.szigriszt_pazos(text) >= NORMAL


def test_an_older_edition_is_told_as_it_counted() -> None:
    older = Origin("a.csv", 2, "x", SEP_2024)
    found = sentences(replace(seen("share_digital_access", 0.8), origin=older))
    assert found is not None
    assert "a computer or a phone, and fast internet" in found.level
