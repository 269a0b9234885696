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
from datawalk.metrics.files import columns
from datawalk.metrics.knowledge import (
    atlas,
    definitions,
    doubts,
    families,
    groups,
    lineups,
    takeaways,
)
from datawalk.metrics.knowledge.catalog import PRINTED, catalog
from datawalk.metrics.knowledge.gaps import known_gaps
from datawalk.metrics.model import Gap, Observation, Place
from datawalk.metrics.words.reasons import told
from datawalk.page.marks import Text
from datawalk.words import KNOWLEDGE, LOCALE, phrase, speaking
from tests.conftest import ROOT

CATALOGS = sorted(LOCALE.glob(f"*/LC_MESSAGES/{KNOWLEDGE}"))
COLUMNS = {
    "catalog.csv": (*PRINTED, "predictor"),
    "definitions.csv": definitions.PRINTED,
    "families.csv": families.PRINTED,
    "lineups.csv": lineups.PRINTED,
    "groups.csv": ("printed",),
    "group_people.csv": ("printed",),
    "gaps.csv": ("reason",),
    "breaks.csv": ("says",),
    "zeros.csv": ("since",),
    "doubts.csv": ("foot", "where"),
    "takeaways.csv": takeaways.PRINTED,
    "unsaid.csv": ("says",),
    "counting.csv": ("how",),
    "atlas.csv": ("label", "sentence"),
}
SAME = {"Urban Institute, Debt in America"}
"""Titles that are the same in every language."""
LABELS = ("catalog.csv label", "catalog.csv short", "groups.csv printed", "atlas.csv label")
SOURCES = "catalog.csv source"
SMALL = Observation(
    "share_low_birth_weight",
    Place("29001", "county", "Adair County", "Missouri", "MO"),
    2023,
    value=0.08,
)
ROOM = 12
"""Letters more that a short label may have: a third of it is less than a word."""

Phrases = dict[tuple[str, str], str]


def phrases() -> set[tuple[str, str]]:
    """Every phrase that can be printed, with its file and column."""
    return {found for found in (*_in_files(), *_in_code()) if found[1]}


def _in_files() -> Iterator[tuple[str, str]]:
    for name, printed in COLUMNS.items():
        with (ROOT / "datawalk" / "metrics" / "knowledge" / name).open(
            encoding="utf-8", newline=""
        ) as file:
            for row in csv.DictReader(file):
                yield from ((f"{name} {column}", row[column]) for column in printed)


def _in_code() -> Iterator[tuple[str, str]]:
    races, children = {"", *atlas._RACES.values()}, {"children", *atlas._GENDERS.values()}
    told = {
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


def test_labels_and_sources_fit_where_the_english_fits(translated: Phrases) -> None:
    for (context, english), text in translated.items():
        if context in (*LABELS, SOURCES):
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
    with speaking("es"):
        assert told(Gap(alaska.code)) == "Alaska no cuenta los votos por condado"
        (shared,) = doubts.of_twins(SMALL, [SMALL.place])
        foot = doubts.foot(SMALL, shared)
    assert foot == "Los condados más pequeños de Missouri comparten una cifra."
    label = atlas.described("kfr_black_male_p25", ("tract",), "es")
    assert label
    assert label.label == (
        "Posición por ingreso del hogar, adultos, niños varones negros de padres con ingresos bajos"
    )


def test_what_nobody_translated_is_english() -> None:
    assert catalog("tlh").get("share_employed").label == catalog().get("share_employed").label
    assert phrase("es", "catalog.csv label", "A new metric") == "A new metric"
    assert phrase("es", "gaps.csv reason", "Adults with long overdue debt").startswith("Adults")


WALK = """\
title: Recorrido
place: "29019"
language: {language}
data: [metrics.csv]
compare: [us-median]
stations:
  - title: Trabajo
    blocks:
      - {{kind: stat, metric: share_employed}}
      - {{kind: chart, metric: share_employed, show: years}}
      - {{kind: table, of: [pctl_income_50, rate_juv_arrest]}}
      - {{kind: table, of: [share_employed, share_hs_degree], across: years}}
"""
GROUPS = """\
title: Recorrido
place: "29019"
language: es
data: [metrics.csv, tenure.csv]
stations:
  - title: Internet
    blocks:
      - {kind: chart, metric: share_digital_access, show: race}
      - {kind: table, of: [share_digital_access], across: race}
      - {kind: gap, metric: share_digital_access, groups: [Black, White]}
      - {kind: chart, metric: share_digital_access, show: tenure}
"""
TENURE = """\
year,state,county,county_name,subgroup,subgroup_type,share_digital_access,share_digital_access_quality
2023,29,019,Boone County,Owner,tenure,NA,NA
"""


GAP = """\
title: Recorrido
place: "01001"
language: es
data: [few.csv]
stations:
  - title: Seguridad
    blocks: [{kind: stat, metric: rate_crime_violent}]
"""
FEW = """\
geoid,level,name,state,metric,year,value
01001,county,Autauga County,Alabama,share_employed,2021,0.8
01003,county,Baldwin County,Alabama,rate_crime_violent,2021,300
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
        notes = [f"{page.title} {page.spoken}" for page in document.pages]
        found.append(" ".join(" ".join([*inks, *notes]).split()))
    return found[0], found[1]


def test_posters_and_slides_of_boone_are_spanish(write_walk: Callable[[str], Path]) -> None:
    text = WALK.format(language="es")
    for said in printed(write_walk(text)):
        assert "de cada 100 adultos de 25 a 54 años en Boone County tienen trabajo." in said
        assert "Arrestos por 100,000 jóvenes de 10 a 17 años" in said
        assert "Oficina del Censo, Encuesta de la Comunidad (ACS)" in said
        assert "(mayo de 2025)" in said
        assert not [m.label for m in catalog().metrics.values() if m.label in said]


def test_a_walk_in_an_unknown_language_is_english(write_walk: Callable[[str], Path]) -> None:
    said, _ = printed(write_walk(WALK.format(language="so")))
    assert "of every 100 adults ages 25 to 54 in Boone County have a job." in said


def test_a_missing_figure_is_told_in_spanish(write_walk: Callable[[str], Path]) -> None:
    path = write_walk(GAP)
    path.with_name("few.csv").write_text(FEW, encoding="utf-8")
    for said in printed(path):
        assert "la policía no envió informes completos" in said


def test_groups_are_spanish_and_named_in_walks_by_their_english_words(
    write_walk: Callable[[str], Path],
) -> None:
    path = write_walk(GROUPS)
    path.with_name("tenure.csv").write_text(TENURE, encoding="utf-8")
    for said in printed(path):
        assert "Hogares de personas nativas, asiáticas u otras" in said
        assert "hogares de personas negras" in said
        assert "vivienda propia o en alquiler" in said
        assert "residents" not in said.casefold()


def test_places_with_the_same_figure_are_listed_in_spanish() -> None:
    ours, *others = (Place(f"2900{i}", "county", f"{i} County") for i in range(7))
    same = Observation("share_employed", ours, 2023, value=0.8)
    with speaking("es"):
        found = [doubts.of_twins(same, others[:count]) for count in (1, 2, 6)]
        said = [doubts.foot(same, doubt) for (doubt,) in found]
    assert said == [
        f"0 County: exactamente la misma cifra que {those}, así que no es solo de este lugar."
        for those in ("1 County", "1 County y 2 County", "1 County, 2 County, 3 County y 3 más")
    ]
