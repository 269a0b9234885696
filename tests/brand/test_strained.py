"""Walks that strain slides, in organisers' templates: a deck that is whole, or a clear problem."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.check.page import check
from datawalk.output.formats import paint
from datawalk.page.document import Document
from datawalk.problems import Problems
from tests.brand import templates
from tests.render.pptx.access_rules import findings

WRITE = Callable[[str], Path]
WALK = """title: {title}
place: "29019"
compare: [us-median]
data: [metrics.csv]
{more}outputs: [{{medium: deck, template: brand.pptx}}]
session: {{parts: [title, hosts, walk, stations, next_steps, thanks]}}
stations:
{stations}"""
STATION = (
    "  - {{title: 'Station {}', minutes: 2, blocks: [{{kind: stat, metric: share_employed}}]}}\n"
)
HOST = "{{name: Ana Ruiz {}, role: Runs the numbers, organization: Neighborhood association}}"
MADE = (templates.plain, templates.dark, templates.unusual)


def document(write_walk: WRITE, made: Callable[[Path], Path], **parts: str) -> Document:
    given = {"title": "W", "more": "", "stations": STATION.format(1)} | parts
    path = write_walk(WALK.format(**given))
    made(path.parent).rename(path.parent / "brand.pptx")
    return kit.prepared(path).documents[0]


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("count", [0, 1, 12])
def test_any_number_of_hosts(write_walk: WRITE, made: Callable[[Path], Path], count: int) -> None:
    named = ", ".join(HOST.format(i) for i in range(count))
    shown = document(write_walk, made, more=f"event: {{hosts: [{named}]}}\n" if count else "")
    assert check(shown) == []
    assert any(page.title.startswith("Who is hosting") for page in shown.pages) == bool(count)
    assert findings(paint(shown)) == []


@pytest.mark.parametrize("made", MADE)
def test_40_stations(write_walk: WRITE, made: Callable[[Path], Path]) -> None:
    shown = document(write_walk, made, stations="".join(STATION.format(i) for i in range(40)))
    assert check(shown) == []
    assert {page.number for page in shown.pages} >= set(range(1, 41))


@pytest.mark.parametrize("made", MADE)
def test_titles_of_300_letters_are_told_with_what_to_do(
    write_walk: WRITE, made: Callable[[Path], Path]
) -> None:
    long = "Can people in this county find a job that they want " * 6
    with pytest.raises(Problems) as found:
        document(write_walk, made, stations=STATION.format(long))
    assert all(problem.try_this and problem.at.line for problem in found.value.problems)
