"""One store for all languages: reasons and doubts are codes, said in words where they are shown."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import pytest

from datawalk.metrics.knowledge import doubts
from datawalk.metrics.knowledge.gaps import known_gaps
from datawalk.metrics.model import Gap, Observation, Place
from datawalk.metrics.store import MetricStore, read_store
from datawalk.metrics.words.reasons import WORDS, noted, told
from datawalk.words import speaking
from tests.conftest import ROOT

METRICS = ("share_employed", "rate_crime_violent", "ratio_population_pc_physician")
HEAD = "year,state,county,county_name,share_employed,share_employed_quality,"
ROWS = HEAD + (
    "rate_crime_violent,ratio_population_pc_physician,population\n"
    "2021,29,019,Boone County,0.8123,Strong,1200,900,180000\n"
    "2022,29,019,Boone County,0.8234,Strong,NA,0,180000\n"
    "2023,29,019,Boone County,0.8341,Strong,12,0,180000\n"
    "2023,29,077,Greene County,0.8341,Strong,0,800,300000\n"
    "2023,29,051,Cole County,NA,Strong,300,NA,76000\n"
)
BOONE, COLE = "29019", "29051"


@pytest.fixture
def store(tmp_path: Path) -> MetricStore:
    path = tmp_path / "11_some.csv"
    path.write_text(ROWS, encoding="utf-8")
    return read_store([path], METRICS)


def every_figure(store: MetricStore) -> list[Observation]:
    """What a store answers, to whatever it is asked."""
    years = (None, 2020, 2021, 2022, 2023)
    found = [store.observe(m, p, y) for m in METRICS for p in store.places for y in years]
    for metric in METRICS:
        found += [o for place in store.places for o in store.series(metric, place)]
        found += store.across(metric, "county", 2023)
        found += [store.median(metric, "us", place) for place in store.places]
        found += [store.everyone(metric, place, "race") for place in store.places]
    return found


def test_a_store_comes_back_from_a_pickle_as_it_was(store: MetricStore) -> None:
    figures = every_figure(store)
    assert any(o.doubts for o in figures)
    assert len({o.missing for o in figures}) > 5
    again = pickle.loads(pickle.dumps(store))
    assert every_figure(again) == figures
    assert again.warnings == store.warnings
    assert pickle.loads(pickle.dumps(figures)) == figures


def test_no_pickle_has_what_was_worked_out(store: MetricStore) -> None:
    before = pickle.dumps(store)
    every_figure(store)
    assert pickle.dumps(store) == before


def test_one_store_tells_its_reasons_in_each_language(store: MetricStore) -> None:
    boone, cole = store.find_place(BOONE), store.find_place(COLE)
    gone = store.observe("ratio_population_pc_physician", boone)
    hidden = store.observe("share_employed", cole, 2023)
    early = store.observe("share_employed", boone, 2020)
    assert [told(o.missing) for o in (gone, hidden, early)] == [
        "the source has counted no such doctor here since 2022",
        "graded but not published, so that no one can be known",
        "the survey was not released for 2020",
    ]
    with speaking("es"):
        assert [told(o.missing) for o in (gone, hidden, early)] == [
            "la fuente no ha contado ningún médico de este tipo aquí desde 2022",
            "calificado pero no publicado, para que no se pueda reconocer a nadie",
            "la encuesta no se publicó para 2020",
        ]


def test_one_store_tells_its_doubts_in_each_language(store: MetricStore) -> None:
    found = store.observe("share_employed", store.find_place(BOONE))
    (doubt,) = found.doubts
    assert doubts.foot(found, doubt).startswith("Boone County, MO: exactly the same figure as")
    with speaking("es"):
        assert doubts.foot(found, doubt).startswith("Boone County, MO: exactamente la misma cifra")
    fell = store.observe("rate_crime_violent", store.find_place(BOONE))
    asked = [doubts.question(fell, doubt, lambda value: f"<{value:g}>") for doubt in fell.doubts]
    assert asked[0].startswith("<12> per 100,000 is so low")


def test_the_area_of_a_wider_figure_is_named_in_each_language() -> None:
    maui = Place("15009", "county", "Maui County", "Hawaii", "HI")
    bare = Observation("share_homeless", maui, 2022, value=0.02)
    (doubt,) = doubts.alone(bare, 160_000)
    found = Observation("share_homeless", maui, 2022, value=0.02, doubts=(doubt,))
    assert (doubts.where(bare), doubts.where(found)) == ("", "all of Hawaii")
    with speaking("es"):
        assert doubts.where(found) == "todo Hawái"


def test_a_group_that_alone_has_no_figure_is_named() -> None:
    gap = Gap("few of a part", metric="share_homeless", group="Black residents")
    assert told(gap) == "Black students: held back to protect a small group"
    assert told(None) == ""


def test_a_code_has_one_reason() -> None:
    reasons = {(gap.code, gap.reason) for gap in known_gaps()}
    codes = [code for code, _ in reasons]
    assert len(set(codes)) == len(codes)
    assert WORDS.keys().isdisjoint(codes)


def test_every_code_that_is_given_has_words() -> None:
    given = set()
    for path in (ROOT / "datawalk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Gap":
                given |= {n.value for n in ast.walk(node.args[0]) if _is_code(n)}
    assert {"hidden", "unsure", "few", "no counties"} <= given
    assert given - {"county", "no ", "this "} <= WORDS.keys() | {"zero", "none since"}
    assert {"no county", "no city", "this county", "this city"} <= WORDS.keys()


def _is_code(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_a_doubt_finds_the_rule_that_it_is_of() -> None:
    metrics = set(METRICS) | {"share_homeless", "rate_juv_arrest"}
    for metric in metrics:
        known = [(rule.rule, rule.people) for rule in doubts.rules(metric)]
        assert len(set(known)) == len(known), metric


def test_authors_read_reasons_in_the_language_of_all_problems() -> None:
    gap = Gap("this county")
    with speaking("es"):
        assert noted(gap) == "no figure for this county in any year" != told(gap)
    assert noted(None) == ""
