"""Texts to send: the day, the hours and the place are in each; those for phones are short."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.compose.event.plan import plan_of
from datawalk.compose.event.texts import SentText, texts_of
from datawalk.walk import Walk
from datawalk.words import speaking
from tests.layout.event.made import walk

MESSAGE = 320
"""Letters of two messages of a phone."""


def texts(made: Walk) -> dict[str, SentText]:
    with speaking(made.language):
        return {text.file: text for text in texts_of(made, plan_of(made))}


@pytest.mark.parametrize("language", ["en", "es"])
def test_where_and_when_is_in_all_before_the_day(language: str) -> None:
    for name, text in texts(walk(language=language)).items():
        said = " ".join(text.paragraphs)
        assert "Boone County Data Walk" in said
        if name != "thanks.md":
            assert "Public library, large room." in said
            assert "April 15, 2027" in said
            assert "6:00" in said
            assert "7:25" in said
        if name.endswith(".txt"):
            assert len(said) <= MESSAGE


def test_results_have_a_day() -> None:
    assert "We send the results by April 25." in texts(walk())["thanks.md"].paragraphs


def test_an_event_of_which_nothing_is_known() -> None:
    made = walk(day=None, starts=None)
    bare = replace(made, event=replace(made.event, date="", venue=""))
    said = [" ".join(text.paragraphs) for text in texts(bare).values()]
    assert not any("  " in text or " ." in text or "None" in text for text in said)
