"""The words of ready stations and walks on a poster: large titles, short questions, beginnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from datawalk.blocks.questions import QuestionsBlock
from datawalk.config.load import load
from datawalk.config.station import StationConfig
from datawalk.config.templates import names
from datawalk.exhibits import Bullets
from datawalk.layout.poster.poster import arrange_posters
from datawalk.layout.poster.type_scale import type_scale
from datawalk.metrics.model import Place
from datawalk.page.document import Page
from datawalk.page.ink import Ink, Paragraph, Part
from datawalk.prose import words
from datawalk.source import read_file
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Station, Walk
from tests.conftest import ROOT

BOTH = ("en", "es")
PLACE = Place("29019", "county", "Boone County", "Missouri", "MO")
CONFIGS = sorted((ROOT / "configs").glob("*.yaml"))
SCALE = type_scale(1.0)
MOST_LINES = 2
LONGEST_START = 18
"""So many letters may the beginning of an answer have."""


@cache
def template(name: str, language: str) -> StationConfig:
    path = ROOT / "station_templates" / f"{name}.yaml"
    return StationConfig.model_validate(read_file(path).data, context=(language,))


def talk(station: StationConfig) -> QuestionsBlock | None:
    blocks = (*station.blocks, *station.more_blocks)
    return next((b for b in blocks if isinstance(b, QuestionsBlock)), None)


def filled(text: str) -> str:
    return text.replace("{place}", PLACE.name)


def sheet(station: StationConfig, language: str) -> Page:
    """A 24 x 36 in sheet with the title and the questions of a station alone."""
    asked = talk(station)
    exhibits = () if asked is None else (bullets(asked),)
    title, kicker = filled(station.question or ""), filled(station.kicker or "")
    shown = Station(9, title, kicker, "work", 8, (), exhibits, ("Source.",), icon="briefcase")
    walk = Walk("A walk", PLACE, language, Event(), (shown,))
    return arrange_posters(LATO, walk, base_theme(), "24x36").pages[0]


def bullets(asked: QuestionsBlock) -> Bullets:
    items = tuple(words(filled(question)) for question in asked.questions)
    return Bullets(heading="Talk", items=items, form="questions", starters=asked.starters)


def parts(ink: Iterable[Ink], role: str) -> Iterator[Part]:
    for one in ink:
        if isinstance(one, Part):
            if one.role == role:
                yield one
            yield from parts(one.ink, role)


def paragraphs(page: Page, role: str, within: str) -> list[Paragraph]:
    ink = [ink for box in page.boxes if box.role == within for ink in box.ink]
    return [p for part in parts(ink, role) for p in part.ink if isinstance(p, Paragraph)]


def require_short(station: StationConfig, language: str) -> None:
    page = sheet(station, language)
    (title,) = paragraphs(page, "H1", "band")
    assert title.size >= SCALE.title_tight, station.question
    assert len(title.lines) <= MOST_LINES, station.question
    for question in paragraphs(page, "LBody", "talk"):
        assert question.size == SCALE.question
        assert len(question.lines) <= MOST_LINES, question.lines
    for start in paragraphs(page, "P", "zone"):
        assert len(start.lines) <= MOST_LINES
        assert start.lines[-1][0].text != "…", station.question


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", names())
def test_ready_station_has_a_large_title_and_short_questions(name: str, language: str) -> None:
    require_short(template(name, language), language)


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_stations_of_walks_too(path: Path) -> None:
    for station in load(path).config.stations:
        require_short(station, "en")


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", [name for name in names() if talk(template(name, "en"))])
def test_every_question_has_the_beginning_of_an_answer(name: str, language: str) -> None:
    asked = talk(template(name, language))
    assert asked
    assert len(asked.starters) == len(asked.questions)
    assert len(set(asked.starters)) == len(asked.starters)
    for start in asked.starters:
        assert start.endswith(" …")
        assert len(start) <= LONGEST_START


@pytest.mark.parametrize("language", BOTH)
def test_no_two_stations_begin_with_the_same_question(language: str) -> None:
    asked = [talk(template(name, language)) for name in names()]
    first = [block.questions[0] for block in asked if block]
    assert len(set(first)) == len(first) >= 31
