"""Slides that are drawn: lists in a ring, side by side, on a line; the way; the wheel; thanks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.layout.ring import SpotRing
from datawalk.page.document import Box, Document, Page
from datawalk.page.marks import Disc, Rect, Rule, Text

WRITE = Callable[[str], Path]
HEAD = """title: T
place: "29019"
compare: [us-median]
data: [metrics.csv]
"""
LISTS = """stations:
  - title: Share
    blocks:
      - kind: sides
        sides: [{name: For, items: [One, Two]}, {name: Against, items: [Three]}]
      - {kind: questions, questions: ["Why?", "Who?", "When?"]}
  - title: Plan
    blocks:
      - {kind: cycle, here: 2, steps: [Ask, Look, "Talk with [us](mailto:us@example.org)"]}
  - title: Past
    blocks:
      - kind: timeline
        events: [{when: "1954", what: A start}, {when: "1960", until: today, what: An era}]
"""
SIZES = ("16:9", "4:3")


def deck(write_walk: WRITE, body: str, size: str = "16:9", more: str = "") -> Document:
    outputs = f'outputs: [{{medium: deck, size: "{size}"}}]\n'
    return kit.prepared(write_walk(HEAD + outputs + more + body)).documents[0]


def stations(count: int, question: str = "What is it about number {n}?") -> str:
    each = "  - {{title: '{q}', minutes: 5, blocks: [{{kind: text, text: Hello}}]}}\n"
    return "stations:\n" + "".join(each.format(q=question.format(n=n)) for n in range(1, count + 1))


def page(document: Document, title: str) -> Page:
    return next(p for p in document.pages if p.title.startswith(title))


def said(box: Box) -> str:
    return " ".join(t.text for t in box.leaves if isinstance(t, Text))


def roles(shown: Page, role: str) -> list[Box]:
    return [box for box in shown.boxes if box.role == role]


@pytest.mark.parametrize("size", SIZES)
def test_two_sides_stand_beside_each_other(write_walk: WRITE, size: str) -> None:
    shown = next(p for p in deck(write_walk, LISTS, size).pages if p.number == 1 and not p.hidden)
    left, right = roles(shown, "side")
    assert left.x + left.w < right.x
    assert (left.y, said(right)) == (right.y, "Three")
    assert [said(box) for box in roles(shown, "card")] == ["For", "Against"]
    # The questions keep their place.
    assert roles(shown, "asked")


@pytest.mark.parametrize("size", SIZES)
def test_a_cycle_is_a_ring_beside_its_steps(write_walk: WRITE, size: str) -> None:
    shown = next(p for p in deck(write_walk, LISTS, size).pages if p.number == 2 and not p.hidden)
    assert [said(box) for box in roles(shown, "step")] == ["1", "2", "3"]
    steps = [said(box) for box in roles(shown, "card")]
    assert "we are here" in steps[1]
    assert "we are here" not in steps[0]
    (ring,) = [b for b in roles(shown, "panel") if any(isinstance(i, Rule) for i in b.leaves)]
    colors = [i.fill for i in ring.leaves if isinstance(i, Disc) and i.r > 10]
    # Where people are is in the color of "your turn".
    assert len(colors) == 3
    assert colors[0] == colors[2] != colors[1]


def test_a_timeline_has_a_bar_for_each_era(write_walk: WRITE) -> None:
    shown = next(p for p in deck(write_walk, LISTS).pages if p.number == 3 and not p.hidden)
    assert [said(box) for box in roles(shown, "when")] == ["1954", "1960 to today"]
    assert [said(box) for box in roles(shown, "card")] == ["A start", "An era"]
    lines = [i for b in roles(shown, "panel") for i in b.leaves if isinstance(i, Rect)]
    assert len(lines) == 2


@pytest.mark.parametrize("size", SIZES)
def test_the_way_is_a_ring_whose_discs_lead_to_their_stations(write_walk: WRITE, size: str) -> None:
    document = deck(write_walk, stations(8), size)
    shown = page(document, "How this data walk works")
    discs = roles(shown, "disc")
    assert [box.jump for box in discs] == [f"station {n}" for n in range(1, 9)]
    # The second half goes back under the first.
    assert discs[4].y > discs[3].y
    assert discs[4].x > discs[7].x
    assert "After 8 comes 1." in " ".join(map(said, roles(shown, "person")))
    back = next(b for p in document.pages if p.number == 1 for b in p.boxes if b.role == "disc")
    assert back.jump == "route"


def test_the_steps_are_told_before_the_way_which_stays_in_sight(write_walk: WRITE) -> None:
    document = deck(write_walk, "stations:\n  - template: welcome\n" + stations(4)[10:])
    shown = [(p.title, p.section) for p in document.pages if not p.hidden]
    way = shown.index(("From station to station", "Before we walk"))
    assert shown[way - 1] == ("How it works", "Before we walk")
    assert not any(p.section.startswith("1 ") for p in document.pages)
    leads = [box.jump for box in roles(page(document, "From station to station"), "disc")]
    assert sorted(leads) == [f"station {n}" for n in range(1, 6)]


@pytest.mark.parametrize("count", [1, 2, 13, 40])
def test_few_or_many_stations_are_a_list(write_walk: WRITE, count: int) -> None:
    document = deck(write_walk, stations(count))
    rows = [
        box
        for p in document.pages
        if p.title.startswith("How this data walk works")
        for box in roles(p, "disc")
    ]
    assert [box.jump for box in rows] == [f"station {n}" for n in range(1, count + 1)]


MAPPED = """stations:
  - title: Getting around
    blocks:
      - {kind: map, metric: share_transportation_cost}
      - {kind: questions, questions: ["Why?", "Who?"]}
"""


def test_a_map_has_the_slide_for_itself_where_it_would_be_small(write_walk: WRITE) -> None:
    for size, beside in (("16:9", True), ("4:3", False)):
        document = deck(write_walk, MAPPED, size)
        (shown,) = (p for p in document.pages if roles(p, "map") and not p.hidden)
        assert bool(roles(shown, "asked")) is beside
        assert "Why?" in shown.spoken


COMPARED = "share_employed", "pctl_income_50", "index_air_hazard", "share_digital_access"


@pytest.mark.parametrize("size", SIZES)
def test_a_comparison_of_four_stands_on_one_slide(write_walk: WRITE, size: str) -> None:
    each = "  - {{title: S {n}, blocks: [{{kind: stat, metric: {n}}}]}}\n"
    body = "stations:\n" + "".join(each.format(n=name) for name in COMPARED)
    document = deck(write_walk, body, size)
    titles = [p.title for p in document.pages if p.title.startswith("How does")]
    assert titles == ["How does Boone County compare?"]


def test_people_who_stay_together_have_no_ring(write_walk: WRITE) -> None:
    document = deck(write_walk, stations(8), more="session: {walk: together}\n")
    assert roles(page(document, "How this data walk works"), "row")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_wheel_and_the_framework_have_one_slide_each(
    write_walk: WRITE, size: str, language: str
) -> None:
    document = deck(write_walk, LISTS, size, more=f"language: {language}\n")
    wheels = [p for p in document.pages if p.layout.startswith("Wheel")]
    assert [len(roles(p, "card") + roles(p, "spoke")) for p in wheels] == [7]
    pillars = [p for p in document.pages if roles(p, "pillar")]
    assert [len(roles(p, "pillar")) for p in pillars] == [5]


def test_things_in_a_ring_are_equally_far_apart() -> None:
    ring = SpotRing(0, 0, 10, 10, 4)
    assert [(round(x), round(y)) for x, y in ring.spots()] == [(0, -10), (10, 0), (0, 10), (-10, 0)]
    assert all(abs(dot.y) <= 10 for dot in ring.dots(0.5, 2, "#000000"))
    assert len(list(ring.arrows(1, "#000000", 1))) == 8


def test_thanks_name_the_hosts_beside_the_code(write_walk: WRITE) -> None:
    event = "event: {hosts: [City library, A clinic], link: https://example.org/walk}\n"
    document = deck(write_walk, LISTS, more=event)
    shown = page(document, "Thank you")
    (names,) = roles(shown, "hosts")
    assert "City library · A clinic" in said(names)
    assert "example.org/walk" in said(names)
    (code,) = roles(shown, "code")
    assert names.x >= code.x + code.w


def test_a_picture_of_the_event_stands_on_the_cover(write_walk: WRITE) -> None:
    from tests.conftest import ROOT

    event = "event: {picture: {file: p.png, alt: A street}}\n"
    path = write_walk(HEAD + "outputs: [{medium: deck}]\n" + event + LISTS)
    (path.parent / "p.png").write_bytes((ROOT / "samples" / "photos" / "street.png").read_bytes())
    cover = kit.prepared(path).documents[0].pages[0]
    (shown,) = roles(cover, "picture")
    assert (shown.x, shown.y, shown.h) == (480, 0, 540)
    assert shown.exhibit
    assert not roles(cover, "disc")


LONG = "word " * 59


@pytest.mark.parametrize("size", SIZES)
def test_long_words_and_many_hosts_stay_on_their_slides(write_walk: WRITE, size: str) -> None:
    hosts = ", ".join(f"{{name: Host {n}, email: host{n}@example.org}}" for n in range(12))
    more = f"""event: {{hosts: [{hosts}]}}
session:
  heard: [{{what: "{LONG}", count: 3}}]
  next_steps: [{{what: "{LONG}", who: All}}]
  agenda: [{{what: "{LONG}", about: Soup, minutes: 3}}]
"""
    document = deck(write_walk, LISTS, size, more)
    for shown in document.pages:
        for box in shown.boxes:
            assert box.x >= -0.5, (shown.title, box.role)
            assert box.x + box.w <= shown.width + 0.5, (shown.title, box.role)
            assert box.y + box.h <= shown.height + 0.5, (shown.title, box.role)
