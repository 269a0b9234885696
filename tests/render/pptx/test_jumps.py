"""Links inside a deck: from the route to stations, from a station to what waits, and back."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from datawalk import kit
from datawalk.output.formats import paint
from tests.brand import templates
from tests.conftest import ROOT

WALK = """title: Links
place: "29019"
compare: ["19103", us-median]
data: [metrics.csv]
outputs: [{medium: deck, OUTPUT}]
SESSION
stations:
  - question: Can people find a job?
    blocks:
      - {kind: chart, metric: share_employed}
      - {kind: table, of: [share_employed, pctl_income_50]}
      - {kind: questions, questions: ["What is new?"]}
  - question: Is pay enough?
    blocks:
      - {kind: chart, metric: pctl_income_50}
"""
LINK = "{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkClick"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@cache
def boone() -> bytes:
    return paint(kit.prepared(ROOT / "configs" / "boone.yaml", only="deck").documents[0])


def jumps(blob: bytes) -> list[tuple[int, str, int]]:
    """The slide, the first word of the shape's name, and the slide that a click leads to."""
    slides = list(Presentation(io.BytesIO(blob)).slides)
    parts = [slide.part for slide in slides]
    found = []
    for number, slide in enumerate(slides, start=1):
        for link in slide._element.iter(LINK):
            if link.get("action") == "ppaction://hlinksldjump":
                aim = parts.index(slide.part.related_part(link.get(ID)))
                found.append((number, link.getparent().get("name").split()[0], aim + 1))
    return found


def slides(blob: bytes) -> list[Any]:
    return list(Presentation(io.BytesIO(blob)).slides)


def written(
    write_walk: Callable[[str], Path], output: str = "size: 16:9", session: str = ""
) -> Any:
    path = write_walk(WALK.replace("OUTPUT", output).replace("SESSION", session))
    return paint(kit.prepared(path).documents[0])


def route_of(blob: bytes) -> int:
    """The slide, but for the first and the last, that leads to the most others."""
    aims: dict[int, set[int]] = {}
    for start, _, aim in jumps(blob):
        if start > 1:
            aims.setdefault(start, set()).add(aim)
    return max(aims, key=lambda start: len(aims[start]))


def test_the_route_leads_to_a_presented_slide_of_each_station() -> None:
    deck, route = slides(boone()), route_of(boone())
    aims = list(dict.fromkeys(aim for start, _, aim in jumps(boone()) if start == route))
    assert len(aims) == 10
    assert all(deck[aim - 1]._element.get("show") != "0" for aim in aims)
    assert aims == sorted(aims)


def test_stations_lead_back_to_the_route_and_on_to_what_waits() -> None:
    route, found = route_of(boone()), jumps(boone())
    more = {start: aim for start, name, aim in found if name == "More"}
    assert len(more) >= 8
    for start, aim in more.items():
        assert (start, "Station", route) in found
        assert (aim, "Station", start) in found  # Back again.
        assert slides(boone())[aim - 1]._element.get("show") == "0"


def test_without_a_route_nothing_leads_there(write_walk: Callable[[str], Path]) -> None:
    blob = written(write_walk, session="session: {parts: [title, stations, sources]}")
    deck = slides(blob)
    assert {name for start, name, _ in jumps(blob) if start > 1} == {"More", "Station"}
    assert all(
        deck[start - 1]._element.get("show") == "0"
        for start, n, _ in jumps(blob)
        if n != "More" and start > 1
    )


@pytest.mark.parametrize("build", [templates.plain, templates.dark, templates.unusual])
def test_links_in_templates(
    build: Callable[[Path], Path], write_walk: Callable[[str], Path], tmp_path: Path
) -> None:
    blob = written(write_walk, f"template: {build(tmp_path).name}")
    names = {name for _, name, _ in jumps(blob)}
    assert {"More", "Row", "Station"} <= names


def test_a_deck_of_which_all_is_shown_has_links_too(write_walk: Callable[[str], Path]) -> None:
    found = jumps(written(write_walk, "length: full"))
    assert {"More", "Row", "Station"} <= {name for _, name, _ in found}
