"""audiences: walks of their own for some people, from one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from datawalk import kit
from datawalk.app.cli import app
from datawalk.config.load import load
from datawalk.config.outputs import EventOutput
from datawalk.problems import Problems

WALK = """\
title: {en: T, es: R}
place: "29019"
language: [en, es]
data: [metrics.csv]
event: {people: 30, minutes: 90, venue: Library, date: 2127-04-15}
session: {starts: 6:00 pm, welcome: [Hello.]}
outputs: [{medium: event, only: [rotation, notes]}]
audiences:
  - name: Teens
    title: For teens
    welcome: [Hey.]
    people: 12
    minutes: 70
    round: 6
    starts: 4:00 pm
    stations: [story, {station: 1, question: "A first job?", questions: ["Where?"], minutes: 6}, 3]
  - {name: Adults, stations: ["What is here?", 2]}
stations:
  - question: What is here?
    minutes: 9
    blocks: [{kind: text, text: Here.}, {kind: questions, questions: ["A?", "B?"], starters: [I]}]
  - template: story
  - question: What is there?
    minutes: 9
    blocks: [{kind: text, text: There.}]
"""


def test_each_audience_has_its_stations_words_and_minutes(
    write_walk: Callable[[str], Path],
) -> None:
    path = write_walk(WALK)
    teens = load(path, audience="teens")
    assert [s.heading for s in teens.config.stations][1:] == ["A first job?", "What is there?"]
    first = teens.config.stations[1]
    assert first.minutes == 6
    assert first.blocks[1].model_dump()["questions"] == ("Where?",)
    assert (teens.config.title, teens.config.session.welcome) == ("For teens", ("Hey.",))
    assert (teens.config.event.people, teens.config.event.venue) == (12, "Library")
    adults = load(path, audience="Adults")
    assert adults.config.title == "T: Adults"
    assert adults.config.stations[0].heading == "What is here?"
    assert adults.said_in("es", None).config.title == "R: Adults"


def test_lines_are_those_of_the_audience(write_walk: Callable[[str], Path]) -> None:
    teens = load(write_walk(WALK), audience="Teens")
    assert teens.at("event", "people").line == WALK[: WALK.index("people: 12")].count("\n") + 1
    assert teens.at("stations", 2, "question").line == 23
    assert teens.at("stations", 1, "question").line == 16


def test_a_kit_is_made_for_each_audience_and_language(write_walk: Callable[[str], Path]) -> None:
    kits = kit.every(write_walk(WALK))
    assert [one.walk.title for one in kits] == ["For teens", "For teens", "T: Adults", "R: Adults"]
    stems = [one.stem for one in kits]
    assert len(set(stems)) == 4
    assert all("teens" in stem for stem in stems[:2])
    assert all(isinstance(one.outputs[0], EventOutput) for one in kits)
    events = {f.code.event for one in kits for p in one.documents[0].pages for f in p.forms}
    assert len(events) == 2  # one event for each audience, the same in both languages


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ('["What is here?", 2]', "[]", 17, 'The audience "Adults" has no stations'),
        ('["What is here?", 2]', '["What is hear?"]', 17, 'Did you mean "What is here?"'),
        ('["What is here?", 2]', "[7]", 17, "a number from 1 to 3"),
        ('["What is here?", 2]', "[2, story]", 17, "twice"),
        ("name: Adults", "name: teens", 17, "Two audiences are called"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    old: str, new: str, line: int, what: str, write_walk: Callable[[str], Path]
) -> None:
    with pytest.raises(Problems) as found:
        load(write_walk(WALK.replace(old, new)))
    told = [p for p in found.value.problems if what in f"{p.what} {p.try_this}"]
    assert [problem.at.line for problem in told] == [line]


def test_an_unknown_audience_is_told(write_walk: Callable[[str], Path]) -> None:
    said = CliRunner().invoke(app, ["plan", str(write_walk(WALK)), "--audience", "teen"])
    assert said.exit_code == 1
    assert 'Did you mean "Teens"?' in said.output


def test_every_audience_is_planned(write_walk: Callable[[str], Path]) -> None:
    path = write_walk(WALK)
    said = CliRunner().invoke(app, ["plan", str(path)])
    assert said.exit_code == 0, said.output
    assert said.output.index("For teens") < said.output.index("T: Adults")
    assert "4:10" in said.output
    assert "6:10" in said.output
    alone = CliRunner().invoke(app, ["plan", str(path), "--audience", "adults"])
    assert "4:10" not in alone.output
