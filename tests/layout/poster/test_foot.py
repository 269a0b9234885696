"""The foot of a poster holds a few lines of sources where another output tells them all."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from datawalk.config.schema import ThemeConfig
from datawalk.layout.poster.event_marks import event_marks
from datawalk.layout.poster.foot import MOST, foot
from datawalk.layout.poster.sheet import sheet_of
from datawalk.page.ink import leaves
from datawalk.page.marks import Rect, Symbol, Text
from datawalk.prose import SECOND
from datawalk.theme import luminance, theme_of
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Walk
from datawalk.words import speaking
from tests.layout.poster.layouts.laid import PLACE, station

WALK = Walk("A walk", PLACE, "en", Event(), (station(),))
LINES = tuple(f"Source {i}: who counted this, when, and how sure it is." for i in range(9))


def told(walk: Walk, lines: tuple[str, ...] = LINES) -> list[str]:
    """The lines of the foot that tell sources, as they are broken."""
    shown = replace(walk.stations[0], sources=lines)
    sheet = sheet_of(LATO, walk, shown, theme_of(ThemeConfig()), "24x36", tight=False)
    box = foot(walk, shown, sheet.width, sheet.height, sheet.margin, sheet.look)
    written = [ink.text for ink in box.leaves if isinstance(ink, Text)]
    return [text for text in written if re.search("[Ss]ource|[Ff]uente", text)]


@pytest.mark.parametrize("beside", ["handout", "deck"])
def test_at_most_five_lines_and_where_the_rest_is(beside: str) -> None:
    found = told(replace(WALK, sources_in=beside))
    assert len(found) == MOST
    assert found[0] == LINES[0]
    assert found[-1].startswith("More about the sources stands")


def test_nothing_is_dropped_where_posters_are_all_there_is() -> None:
    assert told(replace(WALK, sources_in="")) == list(LINES)


def test_few_lines_stay_as_they_are() -> None:
    assert told(replace(WALK, sources_in="deck"), LINES[:MOST]) == list(LINES[:MOST])


def test_two_languages_have_five_lines_each() -> None:
    both = tuple(f"{line}{SECOND}{line.replace('Source', 'Fuente')}" for line in LINES)
    with speaking("en+es"):
        found = told(replace(WALK, sources_in="deck"), both)
    assert len(found) <= 2 * MOST
    assert any(line.startswith("More about") for line in found)
    assert any("fuentes" in line for line in found)


@pytest.mark.parametrize(("paper", "ink"), [("#ffffff", "#101820"), ("#101820", "#f4f6f8")])
def test_a_code_is_dark_on_light_on_dark_paper_too(paper: str, ink: str) -> None:
    """Telephones read no other; on paper that is light it needs no field of its own."""
    theme = replace(theme_of(ThemeConfig()), paper=paper, ink=ink)
    walk = replace(WALK, event=Event(link="https://example.org/walk"))
    sheet = sheet_of(LATO, walk, walk.stations[0], theme, "24x36", tight=False)
    found = event_marks(walk, 1000.0, 2000.0, 1.0, sheet.look)
    leaves_ = [leaf for part in found for leaf in leaves((part,))]
    (code,) = (leaf for leaf in leaves_ if isinstance(leaf, Symbol))
    fields = [leaf for leaf in leaves_ if isinstance(leaf, Rect)]
    assert luminance(code.color) < 0.1
    assert bool(fields) is (paper == "#101820")
    for field in fields:
        module = code.w / len(code.rows)
        assert luminance(field.fill) > 0.8
        assert code.x - field.x >= 3.99 * module
        assert field.x + field.w - code.x - code.w >= 3.99 * module
