"""The foot of a poster holds a few lines of sources where another output tells them all."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from datawalk.config.schema import ThemeConfig
from datawalk.layout.exhibits.look import Look
from datawalk.layout.poster.event_marks import event_marks
from datawalk.layout.poster.foot import MOST, foot
from datawalk.layout.poster.sheet import sheet_of
from datawalk.page.ink import Ink, Part
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


@pytest.mark.parametrize("paper", ["#ffffff", "#101820"])
def test_phones_find_a_dark_code_on_a_light_field_on_any_paper(paper: str) -> None:
    ink = "#14213d" if paper == "#ffffff" else "#ffffff"
    look = replace(sheet_look(), theme=replace(sheet_look().theme, paper=paper, ink=ink))
    linked = replace(WALK, event=Event(link="https://example.org/a-data-walk"))
    code, field = _code_and_field(event_marks(linked, 500.0, 0.0, 1.0, look))
    ground = field.fill if field else paper
    assert luminance(code.color) < 0.1
    assert luminance(str(ground)) > 0.9
    assert code.x + code.w <= 500.0
    if field:
        module = code.w / len(code.rows)
        assert code.x - field.x >= 4 * module - 0.01
        assert field.x + field.w - code.x - code.w >= 4 * module - 0.01


def sheet_look() -> Look:
    theme = theme_of(ThemeConfig())
    return sheet_of(LATO, WALK, WALK.stations[0], theme, "24x36", tight=False).look


def _code_and_field(inks: list[Ink]) -> tuple[Symbol, Rect | None]:
    inside = [leaf for part in inks if isinstance(part, Part) for leaf in part.ink]
    (code,) = (leaf for leaf in inside if isinstance(leaf, Symbol))
    return code, next((leaf for leaf in inside if isinstance(leaf, Rect)), None)
