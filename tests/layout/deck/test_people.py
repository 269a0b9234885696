"""Hosts as a grid: photos or initials, names, and what they do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.output.formats import paint
from datawalk.page.document import Page
from datawalk.page.marks import Text
from datawalk.problems import Problems
from tests.layout.deck.test_deck import png
from tests.render.pptx.access_rules import findings

WALK = """title: Hosts
place: "29019"
data: [metrics.csv]
event: {hosts: [%s]}
outputs: [{medium: deck, size: "%s"}]
session: {parts: [title, hosts]}
stations:
  - question: What?
    blocks: [{kind: text, text: Hello.}]
"""
HOST = "{name: Ana Ruiz %d, role: Runs the numbers, organization: Neighborhood association}"


def hosts_page(made: kit.Kit) -> Page:
    return made.documents[0].pages[1]


@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 6, 9, 12])
def test_one_to_twelve_hosts_share_a_slide(
    count: int, size: str, write_walk: Callable[[str], Path]
) -> None:
    named = ", ".join(HOST % number for number in range(count))
    page = hosts_page(kit.prepared(write_walk(WALK % (named, size))))
    cards = [box for box in page.boxes if box.role in ("card", "person")]
    assert len(cards) == count == sum(box.role == "initials" for box in page.boxes)
    assert all(box.y + box.h <= page.height for box in page.boxes)


def test_photos_are_round_and_names_alone_have_initials(
    write_walk: Callable[[str], Path],
) -> None:
    path = write_walk(WALK % ("{name: Ana Ruiz, photo: ana.png}, 4-H", "16:9"))
    (path.parent / "ana.png").write_bytes(png(300, 400))
    made = kit.prepared(path)
    faces = [box for box in hosts_page(made).boxes if box.role in ("portrait", "initials")]
    assert [box.role for box in faces] == ["portrait", "initials"]
    assert [i.text for i in faces[1].leaves if isinstance(i, Text)] == ["4H"]
    assert made.walk.event.hosts == ("Ana Ruiz", "4-H")
    blob = paint(made.documents[0])
    assert findings(blob) == []


def test_all_missing_photos_are_told_at_once(write_walk: Callable[[str], Path]) -> None:
    path = write_walk(WALK % ("{name: A, photo: a.png}, {name: B, photo: b.png}", "16:9"))
    with pytest.raises(Problems) as found:
        kit.prepared(path)
    assert ["a.png" in found.value.problems[0].what, "b.png" in found.value.problems[1].what] == [
        True,
        True,
    ]
    assert all(problem.at.line == 4 for problem in found.value.problems)


def test_names_of_hosts_in_two_languages(write_walk: Callable[[str], Path]) -> None:
    hosts = "{en: Library, es: Biblioteca}, {name: {en: School, es: Escuela}}, Ana"
    path = write_walk("language: [es, en]\n" + WALK % (hosts, "16:9"))
    assert kit.prepared(path).walk.event.hosts == ("Biblioteca", "Escuela", "Ana")
