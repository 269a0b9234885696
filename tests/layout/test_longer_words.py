"""Other languages need a third more room: every text of every station made longer still fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest

from datawalk.check.page import check
from datawalk.config.templates import names
from datawalk.exhibits import Bullets, Exhibit
from datawalk.layout.poster.poster import arrange_posters
from datawalk.page.figure import Drawing
from datawalk.prose import Run
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import NOTHING, Station, Walk
from tests.figures.drawn import clashes, pairs, parts, steps
from tests.generated import every_template

MORE = 0.35
"""German, Finnish and Spanish set this much more than English (W3C, text size in translation)."""
FIXED = {"figures", "at", "rings", "link", "key", "block", "kind", "form", "span", "emphasis"}
FIXED |= {"data", "sources", "pillar"}
FILLING = "es y de la con por"


def longer(text: str) -> str:
    """The text with short words put in until it has a third more letters; numbers stay."""
    if not any(character.isalpha() for character in text):
        return text
    parts, added = text.split(" "), 0
    wanted = len(text) * MORE
    filling = FILLING.split()
    for i in range(len(parts)):
        if added >= wanted:
            break
        extra = filling[i % len(filling)]
        parts[i] += extra if parts[i].isalpha() else f" {extra}"
        added += len(extra) + (not parts[i].isalpha())
    return " ".join(parts)


def grown(part: Any) -> Any:
    """Every text inside an exhibit made longer."""
    if isinstance(part, Run):
        return replace(part, text=longer(part.text))
    if isinstance(part, str):
        return longer(part)
    if isinstance(part, tuple):
        return tuple(grown(item) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        changed = {
            field.name: grown(getattr(part, field.name))
            for field in fields(part)
            if field.init and field.name not in FIXED
        }
        return replace(part, **changed)
    return part


@cache
def walk() -> Walk:
    return every_template().walk


def test_the_words_really_grow() -> None:
    assert len(longer("Adults ages 25 to 54 who have a job")) >= 1.3 * 35
    assert longer("84%") == "84%"


@pytest.mark.parametrize("size", ["24x36", "36x24"])
@pytest.mark.parametrize("index", range(len(names())), ids=names())
def test_a_station_a_third_longer_fits(index: int, size: str) -> None:
    station = walk().stations[index]
    exhibits: tuple[Exhibit, ...] = grown(station.exhibits)
    wordy: Station = replace(station, exhibits=exhibits, about=grown(station.about))
    document = arrange_posters(LATO, replace(walk(), stations=(wordy,)), base_theme(), size)
    assert check(document) == []
    shown = document.pages[0].shows
    assert _letters(shown) > 1.2 * _letters(tuple(exhibits_like(shown, station)))
    # What came with a ready station may be left to slides and handouts, and its author hears so.
    gone = len(station.exhibits) - len(shown)
    told = ("leaves it out", "the takeaway says the big number")
    assert sum(any(words in one.what for words in told) for one in document.left) == gone
    assert any(isinstance(exhibit, Bullets) for exhibit in shown) or not questions(station)


def exhibits_like(shown: Sequence[Exhibit], station: Station) -> Iterator[Exhibit]:
    """The exhibits of the station that stand on the sheet, in their own words."""
    blocks = {exhibit.block for exhibit in shown}
    return (exhibit for exhibit in station.exhibits if exhibit.block in blocks)


def questions(station: Station) -> bool:
    return any(isinstance(exhibit, Bullets) for exhibit in station.exhibits)


def _letters(part: Any) -> int:
    if isinstance(part, str):
        return len(part)
    if isinstance(part, tuple):
        return sum(_letters(item) for item in part)
    if is_dataclass(part):
        return sum(_letters(getattr(part, f.name)) for f in fields(part) if f.name not in FIXED)
    return 0


@pytest.mark.parametrize("size", ["24x36", "36x24", "letter"])
@pytest.mark.parametrize("form", ["pairs", "parts", "steps"])
def test_a_chart_of_shares_with_longer_words_fits(form: str, size: str) -> None:
    chart = {
        "pairs": pairs(("Black homes", 0.118, 0.034), ("Homes of other races", 0.086, 0.067)),
        "parts": parts(("Own with a mortgage", 0.6), ("Rent from a private owner", 0.4)),
        "steps": steps(("Started school", 1), ("Finished high school", 0.8), ("Went on", 0.5)),
    }[form]
    titled = replace(chart, heading="From school to college: of every 100 students")
    first = walk().stations[0]
    wordy = replace(first, exhibits=(grown(titled),), about=NOTHING)
    document = arrange_posters(LATO, replace(walk(), stations=(wordy,)), base_theme(), size)
    assert check(document) == []
    leaves = [ink for box in document.pages[0].boxes for ink in box.leaves]
    (drawing,) = [ink for ink in leaves if isinstance(ink, Drawing)]
    assert clashes(drawing) == []
