"""Quotes that are too long to be heard are refused, and it is said what to keep of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.problems import Problem, Problems


def problems(write_walk: Callable[[str], Path], text: str) -> list[Problem]:
    path = write_walk(
        'title: T\nplace: "29019"\ndata: [metrics.csv]\nstations:\n  - title: S\n    blocks:\n'
        f'      - {{kind: quote, by: Parent, text: "{text}"}}\n'
    )
    file = load(path)
    try:
        compose(file, read_data(file))
    except Problems as found:
        return list(found.problems)
    return []


def test_four_hundred_words_are_told_what_to_cut(write_walk: Callable[[str], Path]) -> None:
    said = "We moved three times. My son had to change schools each time. " * 33
    (found,) = problems(write_walk, said.strip())
    assert found.at.line == 7
    assert found.what.startswith("This quote has 396 words")
    assert "its first 28 words" in found.try_this
    assert "“… We moved three times.”" in found.try_this


@pytest.mark.parametrize("words", [90, 101])
def test_one_sentence_is_cut_at_a_word(write_walk: Callable[[str], Path], words: int) -> None:
    found = problems(write_walk, "so " * words)
    assert bool(found) == (words > 100)
    assert all("its first 30 words" in problem.try_this for problem in found)
