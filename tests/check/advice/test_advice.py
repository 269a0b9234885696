"""Each rule speaks where it should, names its source, and is quiet on what ships."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.check.advice.grade import grade, syllables
from datawalk.check.advice.questions import is_closed, type_of
from datawalk.config.templates import names
from datawalk.metrics.knowledge.groups import groups, sort_key
from datawalk.problems import Problem
from datawalk.shipped import table
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("any_sheet")
HEAD = 'title: T\nplace: "29019"\ncompare: [us-median]\ndata: [metrics.csv]\naccept: [jump]\n'
ASKS = '      - {kind: questions, questions: ["What do you see?", "Who could help?"]}\n'

Told = Callable[[str], list[Problem]]
Write = Callable[[str], Path]


@pytest.fixture
def told(write_walk: Callable[[str], Path]) -> Told:
    """The advice on a walk of one station with these blocks, written from the sixth column."""

    def advised(blocks: str) -> list[Problem]:
        station = f"stations:\n  - question: How are we?\n    blocks:\n{blocks}"
        return list(kit.prepared(write_walk(HEAD + station), only="poster").advice)

    return advised


def block(kind: str) -> str:
    return f"      - {kind}\n"


def text(words: str) -> str:
    return block(f'{{kind: text, text: "{words}"}}')


def one(found: list[Problem]) -> Problem:
    assert len(found) == 1, [problem.what for problem in found]
    assert found[0].severity == "advice"
    assert found[0].try_this.endswith(")")
    return found[0]


def test_what_ships_needs_no_advice(write_walk: Callable[[str], Path]) -> None:
    for path in (ROOT / "configs").glob("*.yaml"):
        if "medium: poster" not in path.read_text(encoding="utf-8"):
            continue
        assert kit.prepared(path, only="poster").advice == (), path
    stations = "".join(f"  - {{template: {name}, minutes: 1}}\n" for name in names())
    compare = 'compare: ["19103", "19169", "17019", "31109", us-median]'
    every = f"{HEAD.replace('compare: [us-median]', compare)}stations:\n{stations}"
    advice = kit.prepared(write_walk(every), only="poster").advice
    # So many stations are more than one sheet can welcome to.
    found = [problem for problem in advice if "(layout: welcome)" not in problem.what]
    # Some ready stations hold more than their sheets: groups at five places, and all doctors; big
    # numbers that takeaways say too leave theirs to charts.
    assert [(problem.what[:20], problem.at.where[11:14].strip()) for problem in found] == [
        ("The walk has 33 stat", ""),
        ("This sheet shows abo", "1 W"),
        ("Nobody here said the", "27"),
        *(("On 24x36 the takeawa", number) for number in ("9 H", "12")),
        ("On 24x36 the poster ", "12"),
        ("On 24x36 the takeawa", "32"),
    ]


def test_quotes_of_a_ready_station_are_to_be_replaced(told: Told, write_walk: Write) -> None:
    ready = f"{HEAD}stations:\n  - template: voices\n"
    found = one(list(kit.prepared(write_walk(ready), only="poster").advice))
    assert "they are samples" in found.what
    assert "station_templates/voices.yaml" in found.at.file
    own = told(block('{kind: quote, text: "We stay.", by: "Parent"}') + ASKS)
    assert own == []


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("homes", 1), ("wanted", 2), ("usual", 3), ("nation", 2), ("material", 4)),
        *(("table", 2), ("people", 2), ("doing", 2), ("neighborhoods", 3), ("opportunity", 5)),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_hard_words_are_graded_and_the_hardest_sentence_named(told: Told) -> None:
    hard = (
        "Municipal administrators systematically underestimate intergenerational immobility. "
        "Consequently, comprehensive interdisciplinary collaboration necessitates substantial "
        "institutional transformation, organizational accountability and demonstrable "
        "reallocation of discretionary resources, notwithstanding considerable administrative "
        "difficulties that officials anticipate in all of the coming years and after them."
    )
    problem = one(told(text(hard) + ASKS))
    assert "take over 16 years of school" in problem.what
    assert "“Municipal administrators" in problem.what
    assert "grade 8" in problem.try_this
    assert problem.at.where.endswith("block 1 (text)")


def test_names_numbers_and_short_texts_are_not_graded(told: Told) -> None:
    assert told(text("Intergenerational immobility persists.") + ASKS) == []
    named = (
        "We went with the Mississippi Administrative Interdisciplinary Association to see "
        "the Municipal Transformation Organization in the old hall at 12 Elm Street. "
        "It was a warm day and we all sat in the sun."
    )
    assert told(text(named) + ASKS) == []


def test_terms_without_a_meaning(told: Told) -> None:
    problem = one(told(text("This tract has a low living wage.") + ASKS))
    assert "“living wage”" in problem.what
    assert "“tract”" in problem.what
    assert "“tract” (an area of about 4000 people)" in problem.try_this


@pytest.mark.parametrize(
    "words", ["A tract is an area.", "**Tract:** an area.", "Each tract (a small area) counts."]
)
def test_the_sheet_may_explain_a_word_itself(told: Told, words: str) -> None:
    assert told(text(words) + ASKS) == []


def test_a_glossary_or_a_definition_explains_them(write_walk: Callable[[str], Path]) -> None:
    station = (
        "stations:\n  - question: How are we?\n"
        "    glossary: [{term: Living wage, meaning: Pay that covers the basics.}]\n"
        "    definition: A tract is an area of about 4,000 people.\n"
        f"    blocks:\n{text('This tract has a low living wage.')}{ASKS}"
    )
    assert kit.prepared(write_walk(HEAD + station), only="poster").advice == ()


def test_people_come_first_but_quotes_are_theirs(told: Told) -> None:
    problem = one(told(text("We help the poor, and The Poor help us.") + ASKS))
    assert problem.what.startswith("“the poor”")
    assert "people with low incomes" in problem.try_this
    assert "“the elderly”" in one(told(text("Here the elderly need rides.") + ASKS)).what
    assert told(text("We mend the poor roads near the blind spot.") + ASKS) == []
    assert told(text("They said: “They call us the poor.”") + ASKS) == []
    quote = block("{kind: quote, text: The homeless are us., by: Resident}")
    assert told(quote + ASKS) == []


def test_every_listed_word_has_a_better_one_that_is_not_listed_itself() -> None:
    listed = {row["word"] for row in table("check/advice/people_first.csv")}
    assert len(listed) > 70
    for row in table("check/advice/people_first.csv"):
        assert row["better"] not in listed
        assert row["source"]
        assert row["word"] == row["word"].lower()


def test_colors_need_eyes_and_ink(told: Told) -> None:
    assert "“dark red counties”" in one(told(text("Look at the dark red counties.") + ASKS)).what
    assert told(text("We want more light at bus stops and green areas.") + ASKS) == []


def test_typed_numbers_need_a_source(told: Told) -> None:
    assert "“42%”" in one(told(text("Here 42% of people rent.") + ASKS)).what
    assert told(text("Here 42% of people rent (City survey, 2024).") + ASKS) == []
    assert told(text("Here {share_employed} of people have a job.") + ASKS) == []
    assert told(text("Here 42% rent, says the [city](https://example.org).") + ASKS) == []
    assert told(text("A $10 gift card. We are 100% behind you.") + ASKS) == []
    assert told(text("Come on May 4 at 5 to room 12.") + ASKS) == []


def test_white_first_and_white_as_the_measure(told: Told) -> None:
    table = (
        "{kind: table, columns: [Group, Homes], source: s, "
        "rows: [[White, '5'], [Black, '6'], [Hispanic, '7']]}"
    )
    assert "stand first" in one(told(block(table) + ASKS)).what
    assert told(block(table.replace("[White, '5'], ", "")) + ASKS) == []
    places = table.replace("White", "White County").replace("Black", "Black Hawk County")
    assert told(block(places) + ASKS) == []
    gap = "{kind: gap, metric: share_digital_access, groups: [Black, White]}"
    problem = one(told(block(gap) + ASKS))
    assert "measured against" in problem.what
    assert "Do No Harm" in problem.try_this
    assert told(block(gap.replace("Black, White", "White, Black")) + ASKS) == []


def test_no_list_of_groups_in_the_data_begins_with_white_by_the_alphabet() -> None:
    for kind in {group.kind for group in groups().values()}:
        labels = sorted({g.label for g in groups().values() if g.kind == kind}, key=sort_key)
        assert "White" not in labels[0]


def test_a_station_with_data_asks(told: Told) -> None:
    chart = block("{kind: chart, metric: share_employed}")
    assert "asks nothing" in one(told(chart)).what
    assert told(chart + ASKS) == []


def test_questions_are_few_open_and_of_several_kinds(told: Told) -> None:
    def asked(*questions: str) -> list[Problem]:
        return told(block(f"{{kind: questions, questions: {json.dumps(questions)}}}"))

    assert asked("What do you see?", "Why?", "Who could help?") == []
    assert "asks 4" in one(asked("What do you see?", "Why?", "Who could help?", "And you?")).what
    assert "yes or no" in one(asked("Is it fair?", "Do you rent?", "Who could help?")).what
    assert "to notice" in one(asked("What do you see?", "What stands out?")).what


def test_kinds_of_question() -> None:
    assert is_closed("Is this fair?")
    assert not is_closed("Is this fair, and for whom? Why?")
    assert not is_closed("Is it more or less than you thought?")
    assert not is_closed("Who could help?")
    assert type_of("What one change would help more people find work?") == "decide"
    assert type_of("Why is that?") == "understand"


def test_too_much_on_a_sheet(told: Told) -> None:
    rows_ = ", ".join(f"[Street {i}, '{i}']" for i in range(16))
    table = block(f"{{kind: table, columns: [Street, Homes], source: s, rows: [{rows_}]}}")
    assert "about 16 numbers" in one(told(table + ASKS)).what
    assert "has 80 words" in one(told(text("We go out. " * 26 + "We do.") + ASKS)).what
    metrics = ("share_employed", "share_digital_access", "share_hs_degree")
    stats = "".join(block(f"{{kind: stat, metric: {name}, icons: false}}") for name in metrics)
    assert "3 big numbers" in one(told(stats + ASKS)).what


def test_a_long_walk(write_walk: Callable[[str], Path]) -> None:
    station = '  - {question: "How?", minutes: 30, blocks: [{kind: text, text: Hello.}]}\n'
    walk = write_walk(f"{HEAD}stations:\n{station * 3}")
    assert "92 minutes for all 3" in one(list(kit.prepared(walk, only="poster").advice)).what
    walk = write_walk(f"{HEAD}stations:\n{station.replace('30', '3') * 11}")
    assert "11 stations" in one(list(kit.prepared(walk, only="poster").advice)).what


def test_strengths_beside_gaps(write_walk: Callable[[str], Path]) -> None:
    def walked(*metrics: str, more: str = "") -> list[Problem]:
        stations = (
            f"  - question: How?\n    blocks:\n{block(f'{{kind: stat, metric: {name}}}')}{ASKS}"
            for name in metrics
        )
        walk = write_walk(f"{HEAD}stations:\n{''.join(stations)}{more}")
        return list(kit.prepared(walk, only="poster").advice)

    worse = ("pctl_income_20", "share_homeless")
    assert "has or does well" in one(walked(*worse)).what
    assert walked(*worse, "share_employed") == []
    assert walked(*worse, more=block("{kind: quote, text: We help., by: A neighbor}")) == []
    assert walked("share_homeless") == []


def test_other_languages_have_other_words(write_walk: Callable[[str], Path]) -> None:
    station = (
        f"stations:\n  - title: H\n    blocks:\n{text('We help the poor in the red counties.')}"
    )
    walk = write_walk(f"{HEAD}{station}")
    assert len(kit.prepared(walk, only="poster").advice) == 2
    walk = write_walk(f"{HEAD}language: es\n{station}")
    assert kit.prepared(walk, only="poster").advice == ()


def test_the_grade_of_easy_words_is_low() -> None:
    assert grade("The cat sat on the mat. It was a big cat.") < 2


def test_advice_never_stops(write_walk: Callable[[str], Path]) -> None:
    station = f"stations:\n  - question: How?\n    blocks:\n{text('We help the poor.')}{ASKS}"
    walk = write_walk(HEAD + station)
    assert len(kit.prepared(walk, only="poster", strict=True).advice) == 1
