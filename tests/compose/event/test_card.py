"""Station cards: true sentences of the station, few words, and what each does not say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.compose.event.card import MOST_WORDS, card_of, heads, without_facts
from datawalk.exhibits import Bullets, Prose
from datawalk.metrics.findings.finding import Finding, Kind
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.knowledge.unsaid import unsaid
from datawalk.metrics.model import OwnPrinted
from datawalk.prose import words
from datawalk.walk import Station, Takeaway
from datawalk.words import speaking
from tests.layout.event.made import station

LEVEL = "In 2023, 84 of every 100 adults in Boone County had a job."


def finding(kind: Kind, said: str, effect: float = 1.0) -> Finding:
    return Finding(kind, "share_employed", (2023,), effect, 1.0, sure=True, sentence=said)


def told(*findings: Finding, takeaway: Takeaway | None = None) -> Station:
    return replace(station(2), findings=findings, takeaway=takeaway)


def test_every_metric_leaves_something_open() -> None:
    for language in ("en", "es"):
        with speaking(language):
            assert all(unsaid(name) for name in catalog().metrics)


def test_what_a_level_says_is_not_said_again() -> None:
    beside = finding("beside", f"{LEVEL} In the middle U.S. county it was 80.")
    facts = card_of(told(beside, finding("level", LEVEL, 0.1))).facts
    assert [fact.said for fact in facts] == [LEVEL, "In the middle U.S. county it was 80."]
    assert len({fact.unsaid for fact in facts}) == 2


def test_a_fact_that_is_too_long_is_left_out_whole() -> None:
    long = finding("gap", " ".join(["word"] * 120) + ".")
    card = card_of(told(long, finding("level", LEVEL, 0.1)))
    assert [fact.said for fact in card.facts] == [LEVEL]
    assert card.words <= MOST_WORDS


def test_there_are_three_facts_at_most() -> None:
    kinds: tuple[Kind, ...] = ("gap", "change", "beside", "rank", "level")
    every = [finding(kind, f"{kind} says this.") for kind in kinds]
    assert len(card_of(told(*every)).facts) == 3


def test_what_the_author_took_is_the_fact_where_there_is_no_figure() -> None:
    own = Takeaway(words=words("In this sample, 76 of 100 feel safe."), own=True)
    assert [fact.said for fact in card_of(told(takeaway=own)).facts] == [
        "In this sample, 76 of 100 feel safe."
    ]


def test_the_opening_is_no_question_that_comes_later() -> None:
    talk = Bullets(
        items=(words("What do you notice in these numbers?"), words("Where do you go first?")),
        form="questions",
    )
    assert card_of(replace(station(2), exhibits=(talk,))).opening == "Where do you go first?"


OWN = OwnPrinted(
    text="30",
    stored=30,
    lower=None,
    upper=None,
    label="People served",
    measure="served",
    area="Area A",
    group_kind="",
    group="",
    year="2026",
    file="served.csv",
    sheet="",
    column="served",
    line=2,
    cell="",
    source="Us, May 2026",
)


def test_where_numbers_hang_nobody_is_told_that_none_do() -> None:
    shown = Prose(paragraphs=(), own=(OWN,))
    assert without_facts(station(2)).startswith("No numbers hang here.")
    assert without_facts(replace(station(2), exhibits=(shown,))).startswith("Read the numbers")


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_bare_card_leaves_room_for_facts(language: str) -> None:
    with speaking(language):
        card = card_of(station(1))
        assert card.facts == ()
        assert card.words <= 100
        assert len(heads()) == 6
