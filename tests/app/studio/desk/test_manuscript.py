"""The text of a walk under edits: what is not concerned stays to the byte."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from datawalk import source
from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk.address import Address, Value, at, leaves
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.manuscript import read as manuscript
from datawalk.problems import Problems
from tests.conftest import ROOT

CONFIGS = sorted((ROOT / "configs").glob("*.yaml"))
ODD = """# top
%sstations:
- template: work/jobs   # first
  # a note on question
  question: 'It''s "so"?'   # why

  blocks:
  - {kind: chart, metric: a,   title: "x # y"} # one
  # about the quote
  - kind: quote
    text: >-
      Folded words
      go on.
    by: |+
      Kept

  -   # two
    kind: text
    text: plain words
      on two lines
  # - kind: out
# the second
-
  title: ""
  minutes:
  tags: [ a , "b, c", {d: , e: f} ]
-  - nested
   - list
- {}
- null

# the end
language: [en,
  es]  # both
"""
TABS = (ODD % 'title: "a\tb"  # a\ttab\n').replace("\n", "\r\n").rstrip()
TEXTS = ("plain", "Two: words", "a\nb\n\nc", "", " x ", "8", "no", "#", "'", '"', "é😀", "- a", "[")


@dataclass
class Step:
    """An edit, what it concerns, and what it should make of the data."""

    told: str
    owner: Address
    edit: Callable[[], Manuscript]
    expected: Value


def structures(data: Value, address: Address = ()) -> list[Address]:
    """The addresses of all lists and maps."""
    steps: Any = data.items() if isinstance(data, dict) else enumerate(data or ())
    if not isinstance(data, (dict, list)):
        return []
    return [address, *(a for step, value in steps for a in structures(value, (*address, step)))]


def lists_of(data: Value) -> list[Address]:
    """The addresses of all lists that hold something."""
    return [a for a in structures(data) if isinstance(at(data, a), list) and at(data, a)]


def step(one: Manuscript, chance: random.Random) -> Step:
    """A random edit of a manuscript."""
    data: Any = copy.deepcopy(one.data)
    owners = structures(data)
    many = chance.choice(lists_of(data))
    items: Any = at(data, many)
    text = chance.choice(TEXTS)
    some: Any = [text, None, [text], {"k": text, "l": [text, {"m": text}]}, [], {}]
    value, i, j = chance.choice(some), chance.randrange(len(items)), chance.randrange(len(items))
    match chance.choice(["text", "put", "drop", "insert", "move", "copy", "key"]):
        case "move":
            items.insert(j, items.pop(i))
            return Step(f"move {many} {i} {j}", many, lambda: one.move(many, i, j), data)
        case "copy":
            items.insert(i + 1, items[i])
            return Step(f"copy {many} {i}", many, lambda: one.copy(many, i), data)
        case "insert":
            items.insert(i, value)
            told = f"insert {many} {i} {value!r}"
            return Step(told, many, lambda: one.insert(many, i, value), data)
        case "key":
            owner = chance.choice([a for a in owners if isinstance(at(data, a), dict)])
            at(data, owner)["new key"] = value  # type: ignore[index, call-overload]
            told = f"key {owner} {value!r}"
            return Step(told, owner, lambda: one.put((*owner, "new key"), value), data)
        case "drop":
            place = chance.choice([a for a, _ in leaves(data)])
            del at(data, place[:-1])[place[-1]]  # type: ignore[union-attr, arg-type]
            return Step(f"drop {place}", place[:-1], lambda: one.drop(place), data)
        case "put":
            owner = chance.choice([a for a in owners if a])
            data = addresses.replaced(data, owner, value)
            return Step(f"put {owner} {value!r}", owner, lambda: one.put(owner, value), data)
    place = chance.choice([a for a, _ in leaves(data)])
    data = addresses.replaced(data, place, text)
    return Step(f"text {place} {text!r}", place, lambda: one.put(place, text), data)


def untouched(one: Manuscript, after: str, owner: Address) -> bool:
    """Whether all lines before and behind an owner are as they were."""
    lines = one.text.removeprefix("\ufeff").splitlines(keepends=True)
    first = one.lines[owner] if owner else 1
    inside = [line for a, line in one.lines.items() if a[: len(owner)] == owner]
    later = [line for line in one.lines.values() if line > max(inside)]
    head, tail = "".join(lines[: first - 1]), "".join(lines[min(later) - 1 :]) if later else ""
    return after.removeprefix("\ufeff").startswith(head) and after.endswith(tail)


def comments(text: str) -> list[str]:
    return sorted(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


def run(text: str, seed: int, steps: int = 8) -> None:
    """Single edits of a text, and edits one after the other."""
    chance = random.Random(seed)
    one = later = manuscript(text)
    for _ in range(steps):
        for before in (one, later):
            made = step(before, chance)
            after = made.edit()
            assert source.read_text(after.text, "").data == made.expected, made.told
            assert untouched(before, after.text, made.owner), made.told
            if made.told.startswith(("move", "insert", "key", "copy")):
                assert set(comments(before.text)) <= set(comments(after.text)), made.told
        later = after if any(leaves(after.data)) and lists_of(after.data) else one


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(3))
def test_random_edits_of_walks(path: Path, seed: int) -> None:
    text = path.read_text(encoding="utf-8")
    run(text.replace("\n", "\r\n") if seed == 1 else text, seed)


@pytest.mark.parametrize("seed", range(12))
def test_random_edits_of_odd_yaml(seed: int) -> None:
    run(ODD % "", seed)
    run(TABS, seed)
    run("\ufeff" + TABS, seed)


BOONE = manuscript((ROOT / "configs" / "boone.yaml").read_text(encoding="utf-8"))


def line_changes(one: Manuscript, after: Manuscript) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    old, new = one.text.split("\n"), after.text.split("\n")
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new


def test_a_text_keeps_its_quotes_and_its_comment() -> None:
    after = BOONE.put(("place",), "15003")
    old, new = line_changes(BOONE, after)
    assert new == [old[0].replace("29019", "15003")]
    assert "#" in new[0]


def test_a_station_is_moved_with_what_is_said_above_it() -> None:
    after = BOONE.move(("stations",), 2, 0)
    assert after.text.index("# 3. A ready") < after.text.index("# 1. A ready")
    assert sorted(after.text.split("\n")) == sorted(BOONE.text.split("\n"))


def test_a_code_that_is_taken_out_takes_its_name_along() -> None:
    after = BOONE.put(("compare",), ["19103", "us-median", "15003"])
    assert "Story County" not in after.text
    assert "Johnson County, Iowa" in after.text


def test_new_settings_stand_before_the_stations() -> None:
    after = BOONE.put(("min_count",), 5)
    assert line_changes(BOONE, after) == ([], ["min_count: 5", ""])
    assert after.text.index("min_count") < after.text.index("\nstations:")


def test_a_setting_can_begin_where_nothing_is() -> None:
    one = manuscript("# only a note\n").put(("event", "date"), "May 3").put(("title",), "T")
    assert one.text == "# only a note\nevent:\n  date: May 3\ntitle: T\n"
    assert manuscript("").insert(("stations",), 0, {"template": "welcome"}).data == {
        "stations": [{"template": "welcome"}]
    }


def test_nothing_changes_where_nothing_is_changed() -> None:
    for address, value in leaves(BOONE.data):
        assert BOONE.put(address, value) is BOONE
    assert BOONE.put((), copy.deepcopy(BOONE.data)) is BOONE


def test_lines_of_a_browser_are_lines() -> None:
    after = BOONE.put(("stations", 1, "more_blocks", 0, "text"), "One:\r\n\r\ntwo")
    assert after.value(("stations", 1, "more_blocks", 0, "text")) == "One:\n\ntwo"


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x", "a: !!int 1", "[" * 60, "a: [", "a: 1\na: 2"])
def test_what_a_walk_may_not_hold_is_refused(text: str) -> None:
    with pytest.raises(Problems):
        manuscript(text)


def test_what_cannot_be_written_is_refused() -> None:
    for wrong in ("\0", "\ud800", "a\u202eb"):
        with pytest.raises(Problems):
            BOONE.put(("title",), wrong)
    for address in (("stations", 99), ("stations", 0, "blocks", 7, "x"), ("title", "x", "y")):
        with pytest.raises(KeyError):
            BOONE.put(address, "x")
    for edit in (BOONE.drop, BOONE.value):
        with pytest.raises(KeyError):
            edit(("nothing",))
    with pytest.raises(KeyError):
        BOONE.move(("stations",), 0, 99)
    with pytest.raises(Problems, match="MB"):
        manuscript("#" * 5_000_000)


@pytest.mark.parametrize(
    "address",
    [(), ("stations", 3, "blocks", 1, "text"), ("a.b", "~", "0", "", "é", 7), ("~1", "12", "~2")],
)
def test_addresses_are_written_and_read(address: Address) -> None:
    assert addresses.read(addresses.written(address)) == address


@pytest.mark.parametrize("text", ["a..b", ".", "~", "a.~9", "x" * 3000])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(Problems):
        addresses.read(text)
