"""The ready stations and walks: they load, fit, ask well, read easily, and name no community."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

from datawalk import kit
from datawalk.blocks import AnyBlock
from datawalk.blocks.image import ImageBlock
from datawalk.blocks.questions import QuestionsBlock
from datawalk.blocks.quote import QuoteBlock
from datawalk.check.advice.grade import grade as reading_grade
from datawalk.config.load import WalkFile, load
from datawalk.config.station import StationConfig
from datawalk.config.templates import names
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.places import boundaries
from datawalk.metrics.places.places import STATES
from datawalk.source import read_file
from tests.conftest import ROOT

CONFIGS = sorted((ROOT / "configs").glob("*.yaml"))
NO_TALK = {"welcome", "visioning"}
"""Stations without questions to talk about: one greets, the other is all decisions."""
HARDEST = 8.0
SAID_BY_AUTHORS = {
    "text", "heading", "items", "questions", "starters", "question", "title", "kicker",
    "facilitator", "hint", "note", "sentence", "legend", "caption", "choices", "alt", "by",
    "source", "vision",
    "definition", "why", "term", "meaning", "finds",
}  # fmt: skip


@cache
def station(name: str) -> StationConfig:
    """A template as a walk sees it."""
    path = ROOT / "station_templates" / f"{name}.yaml"
    return StationConfig.model_validate(read_file(path).data)


def asks_about_data(name: str) -> bool:
    return any(block.metrics() for block in station(name).blocks)


DATA_STATIONS = [name for name in names() if asks_about_data(name)]


def texts(part: object, key: str = "") -> Iterator[str]:
    """Every text that an author wrote for people, wherever it stands."""
    if isinstance(part, str):
        if key in SAID_BY_AUTHORS:
            yield part
    elif isinstance(part, dict):
        for inner, value in part.items():
            yield from texts(value, inner)
    elif isinstance(part, (list, tuple)):
        for value in part:
            yield from texts(value, key)


def written(settings: StationConfig) -> list[str]:
    return list(texts(settings.model_dump(mode="json", exclude_none=True)))


def questions(name: str) -> list[str]:
    blocks = station(name).blocks
    return [q for block in blocks if isinstance(block, QuestionsBlock) for q in block.questions]


def grade(text: str) -> float:
    """The reading grade; a metric's column name in notes counts as one short word."""
    return reading_grade(re.sub(r"\{\w+\}|\w+_\w+", "it", text.replace("**", "")))


def test_grade_tells_easy_from_hard() -> None:
    assert grade("The cat sat on the mat. It was a big cat.") < 2
    hard = "Municipal administrators systematically underestimate intergenerational immobility."
    assert grade(hard) > 14


def test_all_ready_stations_load_and_fit(write_walk: Callable[[str], Path]) -> None:
    stations = "\n".join(f"  - template: {name}" for name in names())
    walk = write_walk(
        'title: All\nplace: "29019"\ncompare: ["19103", "19169", "17019", "31109", us-median]\n'
        "data: [metrics.csv]\nevent: {link: https://example.org/data-walk}\naccept: [jump]\n"
        f"stations:\n{stations}\n"
    )
    made = kit.prepared(walk)
    assert len(made.walk.stations) == len(names()) >= 33
    assert all("files are not given" in warning.what for warning in made.warnings)


@pytest.mark.parametrize("name", names())
def test_ready_station_is_whole(name: str) -> None:
    settings = station(name)
    assert settings.question
    assert settings.question.endswith("?")
    assert 20 <= len(settings.question) <= 60
    assert settings.kicker
    assert settings.facilitator
    assert 60 <= len(settings.facilitator.split()) <= 150
    assert re.search(r"\b(Open|Say this first)\b", settings.facilitator) or name == "welcome"
    assert "Close" in settings.facilitator
    for block in settings.blocks:
        assert len(block.heading or "") <= 50


@pytest.mark.parametrize("name", [name for name in names() if name not in NO_TALK])
def test_ready_station_asks_two_or_three_short_questions(name: str) -> None:
    asked = questions(name)
    assert 2 <= len(asked) <= 3
    assert all(question.endswith("?") for question in asked)
    assert all(len(question) <= 70 for question in asked)


@pytest.mark.parametrize("name", DATA_STATIONS)
def test_data_station_opens_with_figures_and_says_what_cities_lack(name: str) -> None:
    kinds = [block.kind for block in station(name).blocks]
    # Where race stands in the metric itself, no one group leads: all of them do.
    assert kinds[0] in ("stat", "table", "chart")
    assert kinds.count("stat") == (kinds[0] == "stat")
    assert {"chart", "map", "table"} & set(kinds)
    assert re.search(r"\b[Cc]it(y|ies)\b", station(name).facilitator or "")
    needed = {metric for block in station(name).blocks for metric in block.metrics()}
    assert all("county" in catalog().get(metric).levels for metric in needed)


@pytest.mark.parametrize("name", names())
def test_ready_station_reads_easily(name: str) -> None:
    settings = station(name)
    assert grade(settings.facilitator or "") <= HARDEST
    on_the_sheet = [text for text in written(settings) if text != settings.facilitator]
    joined = " ".join(text if text[-1] in ".?!" else f"{text}." for text in on_the_sheet)
    assert grade(joined) <= HARDEST


@cache
def communities() -> re.Pattern[str]:
    states = [name for name, _ in STATES.values()]
    counties = [name.partition(",")[0] for _, name in boundaries.county_names()]
    return re.compile(rf"\b({'|'.join(map(re.escape, sorted({*states, *counties})))})\b")


def test_communities_are_known() -> None:
    assert communities().search("People in Boone County")
    assert communities().search("People in Hawaii")


@pytest.mark.parametrize("name", names())
def test_ready_station_names_no_community(name: str) -> None:
    said = " ".join(written(station(name)))
    assert not communities().search(said)


@pytest.mark.parametrize("name", names())
def test_every_quote_is_marked_as_a_sample(name: str) -> None:
    for block in station(name).blocks:
        if isinstance(block, QuoteBlock):
            said_by = [saying.by for saying in block.quotes] or [block.by or ""]
            assert all(by.endswith("(sample quote)") for by in said_by)


@cache
def walk(path: Path) -> WalkFile:
    return load(path)


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_walk_names_no_community_in_its_own_words(path: Path) -> None:
    for settings in walk(path).config.stations:
        assert not communities().search(" ".join(written(settings)))
    assert not communities().search(walk(path).config.title)


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_walk_marks_its_samples(path: Path) -> None:
    event = walk(path).config.event
    hosts = [f"{host.name} {host.organization or ''}" for host in event.hosts]
    said = [event.date, event.venue, *hosts]
    assert all("(sample)" in text for text in said if text)
    for settings in walk(path).config.stations:
        for block in (*settings.blocks, *settings.more_blocks):
            if isinstance(block, QuoteBlock):
                said_by = [saying.by for saying in block.quotes] or [block.by or ""]
                assert all(by.endswith("(sample quote)") for by in said_by)
            if isinstance(block, ImageBlock):
                assert "sample" in (block.caption or "")
                assert len(block.alt) > 20


WALKS = ("boone", "columbia_city", "webinar")


def test_the_ready_walks_show_every_kind_of_block() -> None:
    ready = [walk(ROOT / "configs" / f"{name}.yaml") for name in WALKS]
    stations = [station for one in ready for station in one.config.stations]
    parts = [part for one in ready for part in one.config.session.parts]
    shown = {block.kind for s in stations for block in (*s.blocks, *s.more_blocks)}
    shown |= {block.kind for part in parts for block in getattr(part, "blocks", ())}
    kinds = {
        get_args(block.model_fields["kind"].annotation)[0]
        for block in get_args(get_args(AnyBlock)[0])
    }
    assert shown == kinds


@pytest.mark.parametrize(
    "path", sorted((ROOT / "samples" / "photos").glob("*")), ids=lambda path: path.name
)
def test_sample_pictures_are_small_and_wide_enough(path: Path) -> None:
    assert path.stat().st_size < 200_000
    with Image.open(path) as picture:
        assert picture.width >= 1600
