"""The shipped stations in Spanish: each text is there, says the same names, and fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from datawalk import kit
from datawalk.config.languages import in_short
from datawalk.config.load import load
from datawalk.config.templates import names
from datawalk.fields import spoken
from datawalk.source import read_file
from tests.conftest import COUNTIES, ROOT, SHARED, needs

BOTH = {"en", "es"}
SAME_IN_BOTH = {"AirNow", "CDC WONDER", "GED", "Head Start", "March of Dimes, PeriStats"}
"""Names that nobody translates."""
HEADING = 62
"""So many characters may a block's heading have in Spanish; 50 in English."""
GROUPS = sorted((SHARED / "data" / "county-subset").glob("*.csv"))
WRITE = Callable[[str], Path]


@cache
def written(name: str) -> Any:
    return read_file(ROOT / "station_templates" / f"{name}.yaml").data


def pairs(part: Any) -> Iterator[tuple[str, str]]:
    """The English and the Spanish of every text that is given in languages."""
    if spoken(part):
        assert part.keys() == BOTH, part
        yield part["en"], part["es"]
    elif isinstance(part, (dict, list)):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from pairs(inner)


ALL = [(name, *pair) for name in names() for pair in pairs(written(name))]


def walk_of(stations: str, language: str, more: str = "") -> str:
    return f'title: T\nplace: "29019"\nlanguage: {language}\n{more}stations:\n{stations}'


EVERY = "".join(f"  - template: {name}\n" for name in names())


def test_every_text_is_in_both_languages(write_walk: WRITE) -> None:
    """Other languages than the two name what is missing; Spanish and English name nothing."""
    data = "data: [metrics.csv]\n"
    for language in ("en", "es", "es-US"):
        assert load(write_walk(walk_of(EVERY, language, data))).untranslated == ()
    assert len(ALL) > 600


@pytest.mark.parametrize("name", names())
def test_spanish_agrees_with_english(name: str) -> None:
    for english, spanish in pairs(written(name)):
        assert spanish.strip()
        assert (spanish == english) == (english in SAME_IN_BOTH), english
        for mark in (r"\{\w+\}", r"\*\*", "†", r"\?$", r"\d+(?:[.,]\d+)*%?"):
            found = [sorted(re.findall(mark, text)) for text in (english, spanish)]
            assert found[0] == found[1], (mark, english, spanish)
        assert spanish.count("¿") == spanish.count("?")
        ends = spanish.removesuffix("EE. UU.")[-1] in ".?…"
        assert ends == (english[-1] in ".?…"), spanish


@pytest.mark.parametrize("name", names())
def test_people_are_addressed_as_a_group(name: str) -> None:
    said = [spanish for english, spanish in pairs(written(name)) if len(english) < 330]
    one = re.compile(r"\b(tú|tu|tus|tienes|puedes|vosotros|vuestr[oa]s?|usted)\b", re.IGNORECASE)
    assert not [text for text in said if one.search(text)]


@pytest.mark.parametrize("name", names())
def test_no_cause_is_claimed(name: str) -> None:
    causal = "porque|causad?[oa]?s?|gracias a|debido a|por culpa de|lleva a|mejora|reduce|provoca"
    cause = re.compile(rf"\b({causal})\b", re.IGNORECASE)
    whys = [text["es"] for key, text in written(name).items() if key in ("why", "definition")]
    assert not [text for text in whys if cause.search(text)]


@pytest.mark.parametrize("name", names())
def test_headings_are_short(name: str) -> None:
    for block in written(name)["blocks"]:
        assert len(block.get("heading", {"es": ""})["es"]) <= HEADING


def test_another_language_is_told_of_in_one_line(write_walk: WRITE) -> None:
    data = "data: [metrics.csv]\n"
    (told,) = load(write_walk(walk_of(EVERY, "vi", data))).untranslated
    assert told.what.startswith("Texts of station templates stay in English, for they are not in ")
    assert f": {names()[0]}, " in told.what
    assert told.what.endswith(f" and {len(names()) - 3} more.")
    assert in_short((told,), "vi") == (told,)
    walk = write_walk(
        walk_of("  - template: work/jobs\n", "[es, vi]", data).replace("T", "{es: T}")
    )
    told_each = load(walk, language="vi").untranslated
    assert [p.what.partition(",")[0] for p in told_each][-1].endswith("stay in Spanish")
    assert "1 text is not in Vietnamese" in in_short(told_each, "vi")[0].what


def test_a_walk_may_replace_a_text_with_a_plain_one(write_walk: WRITE) -> None:
    station = '  - {template: work/jobs, question: "¿Hay trabajo?", why: Importa.}\n'
    file = load(write_walk(walk_of(station, "es", "data: [metrics.csv]\n")))
    told = file.config.stations[0]
    assert (told.question, told.why, told.kicker) == (
        "¿Hay trabajo?",
        "Importa.",
        written("work/jobs")["kicker"]["es"],
    )
    assert file.untranslated == ()


def walk_with(folder: Path, size: str, data: list[Path]) -> kit.Kit:
    """All stations in Spanish; Problems if a kicker needs two lines or a sheet is too full."""
    path = folder / "walk.yaml"
    more = (
        "compare: [us-median]\nallow_weak: true\n"
        "accept: [zero, silent-police, far-out, jump, twins, wider-area]\n"
        f"outputs: [{{medium: poster, size: {size}}}, {{medium: deck}}]\n"
    )
    path.write_text(walk_of(EVERY, "es", more), encoding="utf-8")
    return kit.prepared(path, data=data)


def pages_speak_spanish(made: kit.Kit) -> None:
    posters, deck = made.documents
    assert len(posters.pages) == len(names())
    asked = [written(name)["question"]["es"] for name in names()]
    assert [station.question for station in made.walk.stations] == asked
    assert [page.title.partition(". ")[2] for page in posters.pages] == asked
    on_slides = " ".join(page.title for page in deck.pages)
    # The slides of the vision are called as the sentences that people finish on them.
    vision = written("visioning")["question"]["es"]
    walked = [text for text in asked if text != vision]
    assert [text for text in asked if text in on_slides] == walked
    assert "Me comprometo a …" in on_slides


@pytest.mark.parametrize("size", ["24x36", "letter"])
def test_all_fit_with_the_sample(tmp_path: Path, size: str) -> None:
    pages_speak_spanish(walk_with(tmp_path, size, [ROOT / "samples" / "metrics.csv"]))


@needs(COUNTIES)
@pytest.mark.parametrize("size", ["24x36", "18x24"])
def test_all_fit_with_groups(tmp_path: Path, size: str) -> None:
    pages_speak_spanish(walk_with(tmp_path, size, [COUNTIES, *GROUPS]))
