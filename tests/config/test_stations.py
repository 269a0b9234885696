"""The stations of the framework: every predictor has one, each is whole, and all fit."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import get_args

import nltk
import pytest
import textstat

from datawalk import kit
from datawalk.blocks.questions import QuestionsBlock
from datawalk.config.station import StationConfig
from datawalk.config.templates import listed, names
from datawalk.exhibits import Stat, Table
from datawalk.metrics.knowledge.catalog import PILLARS, catalog
from datawalk.metrics.knowledge.groups import BY, GroupKind
from datawalk.prose import plain
from datawalk.source import read_file
from tests.conftest import CITIES, COUNTIES, ROOT, SHARED, needs
from tests.layout.poster.layouts.laid import said

STATIONS = [name for name in names() if "/" in name]
PREDICTORS = {
    metric.predictor: metric.pillar
    for metric in catalog().metrics.values()
    if metric.pillar != "context"
}
HARDEST = 8.0
PLAIN, NORMAL = 60.0, 55.0
"""From here on the scales of Fernández Huerta and Szigriszt-Pazos call a text normal or easier."""
CAUSAL = re.compile(
    r"\b(because|leads? to|led to|causes?|caused|due to|results? in|as a result|thanks to|"
    r"therefore|so that|makes? \w+ (?:more|less|better|worse)|drives?|affects?|shapes?|"
    r"improves?|increases?|reduces?|boosts?|depends on|determines?)\b",
    re.IGNORECASE,
)
SIZES = ("24x36", "36x24", "letter")
ONE_FIGURE = {
    "education/classmates",
    "governance/representation",
    "neighborhoods/diversity",
    "work/wealth",
}
COUNTY_GROUPS = sorted((SHARED / "data" / "county-subset").glob("*.csv"))
CITY_GROUPS = sorted((SHARED / "data").glob("6[2-8]_*.csv"))


@cache
def station(name: str) -> StationConfig:
    path = ROOT / "station_templates" / f"{name}.yaml"
    return StationConfig.model_validate(read_file(path).data)


def questions(settings: StationConfig) -> list[str]:
    return [q for b in settings.blocks if isinstance(b, QuestionsBlock) for q in b.questions]


@pytest.fixture
def syllables(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test goes to the net: where NLTK's dictionary is not at hand, hyphens part syllables."""
    textstat.set_lang("en_US")
    try:
        nltk.data.find("corpora/cmudict")
    except LookupError:
        monkeypatch.setattr(
            "textstat.backend.counts._count_syllables.get_cmudict", lambda lang: None
        )


def grade(*texts: str) -> float:
    """The Flesch-Kincaid grade of texts, each closed by a full stop."""
    closed = " ".join(text if text[-1] in ".?!" else f"{text}." for text in texts)
    return float(textstat.flesch_kincaid_grade(re.sub(r"\{\w+\}|\*", "", closed)))


def test_every_predictor_has_one_station_and_every_pillar_too() -> None:
    told = Counter(station(name).predictor for name in STATIONS)
    assert told.pop(None) == 5
    assert told == Counter(PREDICTORS.keys())
    glances = [station(name) for name in STATIONS if station(name).predictor is None]
    assert {glance.pillar for glance in glances} == PILLARS.keys() - {"context"}
    assert len(STATIONS) == 29


@pytest.mark.parametrize("name", [n for n in STATIONS if station(n).predictor])
def test_station_is_about_its_predictor(name: str) -> None:
    settings = station(name)
    assert settings.predictor
    assert settings.pillar == PREDICTORS[settings.predictor] == name.partition("/")[0]
    # How many live in a place is no figure of the station: it asks whether large places differ.
    used = {metric for block in settings.blocks for metric in block.metrics()} - {"population"}
    assert {catalog().get(metric).predictor for metric in used} == {settings.predictor}


@pytest.mark.parametrize("name", STATIONS)
def test_station_has_all_its_parts(name: str) -> None:
    settings = station(name)
    assert settings.definition
    assert settings.why
    assert 2 <= len(settings.glossary) <= 5
    assert len({word.term for word in settings.glossary}) == len(settings.glossary)
    assert 2 <= len(settings.further) <= 4
    assert len(questions(settings)) == 3
    shown = [block for block in settings.blocks if block.metrics()]
    # Where race stands in the metric itself, one table or chart has all of its figures.
    assert len(shown) >= 2 or name in ONE_FIGURE


@pytest.mark.usefixtures("syllables")
def test_grade_tells_easy_from_hard() -> None:
    assert grade("The cat sat on the mat. It was a big cat.") < 2
    assert grade("Municipal administrators underestimate intergenerational immobility.") > 14


@pytest.mark.usefixtures("syllables")
@pytest.mark.parametrize("name", STATIONS)
def test_station_reads_easily(name: str) -> None:
    settings = station(name)
    meanings = [word.meaning for word in settings.glossary]
    assert settings.definition
    assert settings.why
    assert grade(settings.definition) <= HARDEST
    assert grade(settings.definition, settings.why, *questions(settings), *meanings) <= HARDEST


@pytest.mark.usefixtures("syllables")
@pytest.mark.parametrize("name", catalog().metrics)
def test_metric_reads_easily(name: str) -> None:
    assert grade(catalog().get(name).definition) <= HARDEST


@pytest.mark.parametrize("name", catalog().metrics)
def test_metric_reads_easily_in_spanish(name: str) -> None:
    """Plain by both scales for Spanish, which rise the easier a text is."""
    textstat.set_lang("es")
    text = catalog("es").get(name).definition
    assert textstat.fernandez_huerta(text) >= PLAIN
    assert textstat.szigriszt_pazos(text) >= NORMAL


@pytest.mark.parametrize("name", STATIONS)
def test_why_is_one_sentence_and_states_no_cause(name: str) -> None:
    why = station(name).why or ""
    assert re.fullmatch(r"[^.!?]+\.", why)
    assert not CAUSAL.search(why)


def test_causes_are_seen() -> None:
    assert CAUSAL.search("A job leads to health.")
    assert CAUSAL.search("People stay because of schools.")


def test_no_two_stations_tell_the_same() -> None:
    for part in ("question", "definition", "why"):
        told = [getattr(station(name), part) for name in STATIONS]
        assert len(set(told)) == len(told)
    shown = [str([b for b in station(n).blocks if b.metrics()]) for n in STATIONS]
    assert len(set(shown)) == len(shown)


def test_list_tells_template_predictor_and_question() -> None:
    assert ("work/jobs", "Employment opportunities", "Can people here find a job?") in listed()
    assert ("welcome", "", "What is a data walk?") in listed()


def test_every_kind_of_group_has_words() -> None:
    assert BY.keys() == set(get_args(GroupKind))


def walk_of_all(folder: Path, place: str, size: str, data: list[Path]) -> kit.Kit:
    stations = "".join(f"  - template: {name}\n" for name in STATIONS)
    path = folder / "walk.yaml"
    path.write_text(
        f'title: All\nplace: "{place}"\ncompare: [us-median]\nallow_weak: true\n'
        "accept: [zero, silent-police, far-out, jump, twins, wider-area]\n"
        f"outputs: [{{medium: poster, size: {size}}}, {{medium: deck}}]\n"
        f"event: {{link: https://example.org/data-walk}}\nstations:\n{stations}",
        encoding="utf-8",
    )
    return kit.prepared(path, data=data)


@pytest.mark.parametrize("size", SIZES)
def test_all_stations_fit_with_the_sample(tmp_path: Path, size: str) -> None:
    made = walk_of_all(tmp_path, "29019", size, [ROOT / "samples" / "metrics.csv"])
    assert [s.question for s in made.walk.stations] == [station(n).question for n in STATIONS]
    posters, deck = made.documents
    assert len(posters.pages) == len(STATIONS)
    spoken = " ".join(page.spoken for page in deck.pages)
    for shown, page in zip(made.walk.stations, posters.pages, strict=True):
        # Where a giant number leads, its sentence says what is counted.
        led = isinstance(shown.exhibits[0], Stat)
        if (led and page.layout == "number") or "opening" in {box.role for box in page.boxes}:
            continue
        if page.layout == "number":
            # Cards stand under a line that says it.
            assert plain(shown.about.definition)[:40] in said(page)
            continue
        # Wide lines and all places keep their size: the takeaway and the heading say it there,
        # and whoever speaks has the definition.
        assert page.layout in ("chart", "distribution")
        assert "takeaway" in {box.role for box in page.boxes}
        assert any(box.exhibit and box.exhibit.heading for box in page.boxes)
        assert plain(shown.about.definition) in spoken


@needs(COUNTIES)
@pytest.mark.parametrize("place", ["29019", "30069", "15003", "09110"])
@pytest.mark.parametrize("groups", [[], COUNTY_GROUPS], ids=["alone", "groups"])
def test_all_stations_fit_for_counties(tmp_path: Path, place: str, groups: list[Path]) -> None:
    made = walk_of_all(tmp_path, place, "24x36", [COUNTIES, *groups])
    assert len(made.documents[0].pages) == len(STATIONS)


@needs(COUNTIES)
@pytest.mark.parametrize("size", ["letter", "36x24"])
def test_all_stations_fit_with_groups_on_other_sheets(tmp_path: Path, size: str) -> None:
    made = walk_of_all(tmp_path, "29019", size, [COUNTIES, *COUNTY_GROUPS])
    assert len(made.documents[0].pages) == len(STATIONS)


@needs(CITIES)
@pytest.mark.parametrize("groups", [[], CITY_GROUPS], ids=["alone", "groups"])
def test_all_stations_fit_for_a_city(tmp_path: Path, groups: list[Path]) -> None:
    made = walk_of_all(tmp_path, "0644000", "24x36", [CITIES, *groups])
    assert len(made.documents[0].pages) == len(STATIONS)


def test_speaker_has_meaning_reason_words_and_places_to_look(tmp_path: Path) -> None:
    made = walk_of_all(tmp_path, "29019", "24x36", [ROOT / "samples" / "metrics.csv"])
    jobs = made.walk.stations[STATIONS.index("work/jobs")]
    slide = next(p for p in made.documents[1].pages if p.title == jobs.question)
    said = slide.spoken
    assert "What it is\nThis counts people ages 25 to 54" in said
    for part in ("Why it matters\n", "Words to explain\nAges 25 to 54: ", "To find out more\n"):
        assert part in said
    assert "(https://www.bls.gov/lau/): How many people look" in said
    beside = next(box for box in slide.boxes if box.role == "sentence")
    assert beside.exhibit
    assert "adults ages 25 to 54" in str(beside.exhibit)


def test_missing_groups_are_left_off_beside_the_number_of_everyone(tmp_path: Path) -> None:
    made = walk_of_all(tmp_path, "29019", "24x36", [ROOT / "samples" / "metrics.csv"])
    jobs = made.walk.stations[STATIONS.index("work/jobs")]
    said = str(jobs.exhibits)
    assert "We have no" not in said
    assert "by disability" not in said
    assert any("by disability" in warning.what for warning in made.warnings)


@needs(COUNTIES)
def test_tiny_county_says_what_is_missing_and_nothing_false(tmp_path: Path) -> None:
    made = walk_of_all(tmp_path, "30069", "24x36", [COUNTIES])
    told = {name: str(s.exhibits) for name, s in zip(STATIONS, made.walk.stations, strict=True)}
    assert "the source counts no such doctor here" in told["health/care"]
    assert "people share one primary care doctor" not in told["health/care"]
    # A table over years that would be all gaps gives way to one sentence.
    incomes = made.walk.stations[STATIONS.index("work/income")]
    assert not any(isinstance(exhibit, Table) for exhibit in incomes.exhibits)
    assert "no figure for this county in any year" in told["work/income"]


@needs(COUNTIES)
def test_every_slide_of_all_stations_has_a_title_of_its_own(tmp_path: Path) -> None:
    made = walk_of_all(tmp_path, "15003", "24x36", [COUNTIES])
    titles = [page.title for page in made.documents[1].pages]
    assert len(set(titles)) == len(titles)
    assert "Can families pay for a home here?" in titles
