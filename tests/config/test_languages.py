"""A walk whose texts are in several languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from datawalk import kit, source
from datawalk.config.languages import in_short
from datawalk.config.load import load
from datawalk.config.schema import json_schema
from datawalk.problems import Problems
from tests.app.test_cli import run
from tests.conftest import ROOT

WALK = """\
title: {en: "{place} Data Walk", es: "Recorrido de datos de {place}"}
place: "29019"
language: [en, es]
data: [metrics.csv]
outputs: [{medium: poster}]
stations:
  - title: {en: Jobs, es: Empleos}
    blocks:
      - {kind: text, text: {en: Hello, es: Hola}}
      - kind: text
        items:
          - One
          - {en: Two, es: Dos}
          - {en: Three, es: ""}
"""
WRITE = Callable[[str], Path]


def test_each_kit_speaks_its_language(write_walk: WRITE) -> None:
    english, spanish = kit.every(write_walk(WALK))
    assert (english.walk.title, english.walk.language) == ("Boone County Data Walk", "en")
    assert spanish.walk.title == "Recorrido de datos de Boone County"
    assert spanish.walk.stations[0].question == "Empleos"
    assert spanish.documents[0].language == "es"
    assert (english.stem, spanish.stem) == (
        "boone-county-missouri-data-walk-en",
        "boone-county-missouri-recorrido-de-datos-de-boone-county-es",
    )


def test_what_is_not_translated_falls_back_and_is_listed(write_walk: WRITE) -> None:
    english, spanish = kit.every(write_walk(WALK))
    assert english.untranslated == ()
    assert [(p.what, p.at.line) for p in spanish.untranslated] == [
        ("items: not in Spanish.", 12),
        ("items: not in Spanish.", 14),
    ]
    (short,) = in_short(spanish.untranslated, "es")
    assert short.what.startswith("2 texts are not in Spanish: ")
    assert short.what.endswith("walk.yaml:14")
    items = spanish.walk.stations[0].exhibits[1].items  # type: ignore[attr-defined]
    assert [words[0].text for words in items] == ["One", "Dos", "Three"]


def test_strict_stops_for_what_is_not_translated(write_walk: WRITE) -> None:
    with pytest.raises(Problems, match="not in Spanish"):
        kit.every(write_walk(WALK), strict=True)


def test_texts_of_shipped_templates_are_english_and_spanish(write_walk: WRITE) -> None:
    head = 'title: T\nplace: "29019"\ndata: [metrics.csv]\nstations: [{template: work/debt}]\n'
    assert load(write_walk(head)).untranslated == ()
    for code in ("es", "es-US"):
        file = load(write_walk(f"language: {code}\n{head}"))
        assert file.untranslated == ()
        assert file.config.stations[0].question == "¿Puede la gente aquí pagar sus cuentas?"
    (lacking,) = load(write_walk(f"language: so\n{head}")).untranslated
    assert lacking.at.file == "station_templates/work/debt.yaml"
    assert lacking.what == (
        "Texts of station templates stay in English, for they are not in Somali: work/debt."
    )


def test_a_template_may_speak_more_languages_than_the_walk(write_walk: WRITE) -> None:
    walk = write_walk(
        'title: T\nplace: "29019"\ndata: [metrics.csv]\nstations: [{template: ./mine.yaml}]\n'
    )
    text = "title: {en: Jobs, es: Empleos}\nblocks: [{kind: text, text: {en: Hi, es: Hola}}]\n"
    (walk.parent / "mine.yaml").write_text(text, encoding="utf-8")
    assert load(walk).config.stations[0].title == "Jobs"
    walk.write_text("language: es\n" + walk.read_text(encoding="utf-8"), encoding="utf-8")
    file = load(walk)
    assert (file.config.stations[0].title, file.untranslated) == ("Empleos", ())


def test_files_are_named_by_language(write_walk: WRITE) -> None:
    walk = write_walk(WALK)
    done = run("render", walk, "--out", walk.parent / "out")
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (walk.parent / "out").glob("*.pdf")}
    assert names == {
        "boone-county-missouri-data-walk-en-posters-24x36.pdf",
        "boone-county-missouri-recorrido-de-datos-de-boone-county-es-posters-24x36.pdf",
    }
    assert "2 texts are not in Spanish" in done.stderr
    listed = run("check", walk).stderr
    assert "walk.yaml:12" in listed
    assert "walk.yaml:14" in listed


def test_editors_know_languages(write_walk: WRITE) -> None:
    data = source.read_file(write_walk(WALK)).data
    data["stations"][0]["blocks"][1]["items"][2].pop("es")
    jsonschema.validate(data, json_schema())
    data["title"] = {"en": 3.5, "es": ["no"]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json_schema())


def test_the_sample_is_whole_in_both_languages() -> None:
    file = load(ROOT / "configs" / "bilingual.yaml", language="es")
    assert file.languages == ("en", "es")
    assert file.untranslated == ()
