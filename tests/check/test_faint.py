"""The whole line stops for text that is too faint to read: in the theme, on a page, in a chart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.prepare import sketch
from datawalk.problems import Problem, Problems

Write = Callable[[str], Path]

WALK = """\
title: T
place: "29019"
data: [metrics.csv]
theme: {ink: "%s"}
outputs: [%s]
stations:
  - title: Hello
    blocks:
      - %s
"""
TEXT = '{kind: text, text: "Many words in ink"}'
NETWORK = """kind: ecosystem
        source: a list
        organizations: [{name: Clinic, sort: health}, {name: School, sort: school}]
        ties: [{who: Clinic, whom: School, what: visits}]
"""
FAINT = "#b0b0b0"
WEAK = "#6c6c6c"
"""Can be read on paper and on the panel, but not in the tinted boxes of a network."""
LETTER = "{medium: poster, size: 8.5x11}"


def refused(walk: Path, *, strict: bool = False) -> list[Problem]:
    with pytest.raises(Problems) as found:
        kit.prepared(walk, strict=strict)
    return list(found.value.problems)


def test_a_faint_theme_stops_the_kit_at_its_line(write_walk: Write) -> None:
    found = refused(write_walk(WALK % (FAINT, LETTER, TEXT)))
    assert {problem.at.line for problem in found} == {4}
    assert all("4.5 is needed" in problem.what for problem in found)


@pytest.mark.parametrize("output", [LETTER, "{medium: deck}", "{medium: handout}"])
def test_faint_text_on_a_page_stops_the_kit(
    write_walk: Write, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the colors of the theme have passed by themselves."""
    monkeypatch.setattr(sketch, "contrast_problems", lambda *_: [])
    found = refused(write_walk(WALK % (FAINT, output, TEXT)))
    assert all("is too faint to read" in problem.what for problem in found)
    assert any("Many words in ink" in problem.try_this for problem in found)


@pytest.mark.parametrize("output", [LETTER, "{medium: deck}", "{medium: handout}"])
def test_faint_text_in_a_chart_stops_the_kit(write_walk: Write, output: str) -> None:
    found = refused(write_walk(WALK % (WEAK, output, NETWORK)))
    assert {problem.at.where for problem in found} == {"stations › 1 Hello › block 1 (ecosystem)"}
    assert {problem.at.line for problem in found} == {9}
    assert all(f"the color {WEAK} on" in problem.what for problem in found)
    assert any('"health"' in problem.try_this for problem in found)


def test_the_same_chart_in_large_type_can_be_read(write_walk: Write) -> None:
    """Large text needs 3 to 1; so the poster is made, and the handout is told as unfit."""
    walk = write_walk(WALK % (WEAK, "{medium: poster}, {medium: handout}", NETWORK))
    made = kit.prepared(walk)
    assert [output.medium for output in made.outputs] == ["poster"]
    assert made.unfit
    assert all("too faint to read" in problem.what for problem in made.unfit)
    assert refused(walk, strict=True) == list(made.unfit)
