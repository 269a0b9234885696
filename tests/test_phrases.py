"""What the knowledge files say, in the languages of walks: every phrase, and its figures."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from datawalk import kit
from datawalk.layout.page import Text
from datawalk.metrics import atlas, columns, groups
from datawalk.metrics.catalog import PRINTED, catalog
from datawalk.metrics.doubts import rules
from datawalk.metrics.gaps import known_gaps
from datawalk.words import KNOWLEDGE, LOCALE, phrase

from .conftest import COUNTIES, ROOT, needs

CATALOGS = sorted(LOCALE.glob(f"*/LC_MESSAGES/{KNOWLEDGE}"))
COLUMNS = {
    "catalog.csv": (*PRINTED, "predictor"),
    "groups.csv": ("printed",),
    "gaps.csv": ("reason",),
    "doubts.csv": ("foot",),
    "atlas.csv": ("label", "sentence"),
}
SAME = {"Urban Institute, Debt in America"}
"""Titles that are the same in every language."""
LABELS = ("catalog.csv label", "catalog.csv short", "groups.csv printed", "atlas.csv label")
ROOM = 10
"""Letters more that a short label may have: a third of it is less than a word."""

Phrases = dict[tuple[str, str], str]


def phrases() -> set[tuple[str, str]]:
    """Every phrase that can be printed, with its file and column."""
    return {found for found in (*_in_files(), *_in_code()) if found[1]}


def _in_files() -> Iterator[tuple[str, str]]:
    for name, printed in COLUMNS.items():
        with (ROOT / "datawalk" / "metrics" / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from ((f"{name} {column}", row[column]) for column in printed)


def _in_code() -> Iterator[tuple[str, str]]:
    races, children = {"", *atlas._RACES.values()}, {"children", *atlas._GENDERS.values()}
    told = {
        "groups.py kind": groups.BY,
        "groups.py by": groups.BY.values(),
        "columns.py edition": columns.ORDER,
        "atlas.py": (atlas.SOURCE, atlas.TERMS),
        "atlas.py who": (" ".join(who).strip() for who in product(races, children)),
        "atlas.py parents": atlas._PARENTS.values(),
    }
    yield from ((context, text) for context, texts in told.items() for text in texts)


@pytest.fixture(params=CATALOGS, ids=lambda p: p.parts[-3])
def translated(request: pytest.FixtureRequest) -> Phrases:
    with request.param.open("rb") as file:
        found = [m for m in read_po(file) if m.id and not m.fuzzy]
    return {(str(m.context), str(m.id)): str(m.string) for m in found}


def test_there_is_spanish() -> None:
    assert [path.parts[-3] for path in CATALOGS] == ["es"]


def test_every_printed_phrase_is_there_and_nothing_else(translated: Phrases) -> None:
    assert translated.keys() == phrases()


def test_no_phrase_is_empty_or_left_in_english(translated: Phrases) -> None:
    assert all(text.strip() for text in translated.values())
    assert {english for (_, english), text in translated.items() if text == english} == SAME


@pytest.mark.parametrize(
    "kept",
    [r"\{\w+\}", r"\*\*", r"\$?\d[\d,.]*\d|\$?\d", r"^\s|\s$"],
    ids=["names", "bold", "numbers", "ends"],
)
def test_names_bold_and_numbers_are_those_of_the_english(translated: Phrases, kept: str) -> None:
    def found(text: str) -> Counter[str]:
        return Counter(re.findall(kept, text))

    assert [(e, s) for (_, e), s in translated.items() if found(e) != found(s)] == []


def test_a_number_comes_with_its_share_or_its_dollars(translated: Phrases) -> None:
    """Units: 'of every 100' is told of each 100, 'dollars' in dollars, 'percent' in percent."""
    for words, theirs in (
        (r"\bof (every|each) 100\b", r"(de|De) cada 100\b"),
        (r"^of 100\b", r"^de 100\b"),
        (r"\b(per|for each|for every) [\d,]+", r"(por|Por|de)( cada)? [\d,]+"),
        (r"\bdollars\b", r"dólares"),
        (r"\b\d+ percent\b", r"\d+ por ciento"),
        (r"\bpounds\b.*\bounces\b", r"libras.*onzas"),
        (r"^The share of (?!all home)", r"^El porcentaje de "),
    ):
        wrong = [
            (english, text)
            for (_, english), text in translated.items()
            if re.search(words, english) and not re.search(theirs, text)
        ]
        assert wrong == []


def test_labels_fit_where_the_english_fits(translated: Phrases) -> None:
    for (context, english), text in translated.items():
        if context in LABELS:
            assert len(text) <= max(1.35 * len(english), len(english) + ROOM), text


def test_phrases_differ_where_the_english_does(translated: Phrases) -> None:
    """Two labels with one translation could not be told apart on a chart."""
    for context in (*LABELS, "catalog.csv claim", "gaps.csv reason"):
        texts = [text for (of, _), text in translated.items() if of == context]
        assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_the_loaders_speak_the_language_and_keep_names() -> None:
    english, spanish = catalog(), catalog("es-MX")
    one = spanish.get("share_employed")
    assert one.label == "Adultos de 25 a 54 años con trabajo"
    assert english.metrics.keys() == spanish.metrics.keys()
    assert [m.predictor for m in english.metrics.values()] == [
        m.predictor for m in spanish.metrics.values()
    ]
    assert groups.called("People with a disability", "es") == "Personas con discapacidad"
    alaska = next(gap for gap in known_gaps() if gap.metric == "share_election_turnout")
    assert alaska.told("es") == "Alaska no cuenta los votos por condado"
    foot = rules("share_low_birth_weight", "es")[0].foot
    assert foot == "Una sola cifra para muchos condados del estado."
    label = atlas.described("kfr_black_male_p25", ("tract",), "es")
    assert label and label.label == (
        "Posición por ingreso del hogar, de adultos, niños varones negros de padres con ingresos "
        "bajos"
    )


def test_what_nobody_translated_is_english() -> None:
    assert catalog("tlh").get("share_employed").label == catalog().get("share_employed").label
    assert phrase("es", "catalog.csv label", "A new metric") == "A new metric"
    assert phrase("es", "gaps.csv reason", "Adults with long overdue debt").startswith("Adults")


WALK = """\
title: Recorrido
place: "29019"
language: {language}
data: ["{data}"]
compare: [us-median]
stations:
  - title: Trabajo
    blocks:
      - {{kind: stat, metric: share_employed}}
      - {{kind: chart, metric: share_employed, show: years}}
      - {{kind: table, of: [pctl_income_50, rate_juv_arrest]}}
      - {{kind: table, of: [ratio_black_nh_house_value_households], across: years}}
"""
GROUPS = """\
title: Recorrido
place: "29019"
language: es
data: [groups.csv]
stations:
  - title: Vecinos
    blocks:
      - {kind: chart, metric: rate_learning, show: disability}
      - {kind: table, of: [rate_learning], across: disability}
"""


def printed(path: Path) -> tuple[str, str]:
    """All words of the posters, and of the slides with their notes."""
    posters, deck = kit.prepared(path).documents
    found = []
    for document in (posters, deck):
        inks = [
            ink.text
            for page in document.pages
            for box in page.boxes
            for ink in box.leaves
            if isinstance(ink, Text)
        ]
        notes = [f"{page.title} {page.notes}" for page in document.pages]
        found.append(" ".join(" ".join([*inks, *notes]).split()))
    return found[0], found[1]
