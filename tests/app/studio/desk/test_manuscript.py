"""The text of a walk under edits: what is not concerned stays to the byte."""

from __future__ import annotations

import difflib
import random
from collections.abc import Callable

import pytest

from datawalk import source
from datawalk.app.studio.desk.address import Address, Value, at, leaves
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.manuscript import read as manuscript
from tests.conftest import ROOT

CONFIGS = sorted((ROOT / "configs").glob("*.yaml"))
TEMPLATES = sorted((ROOT / "station_templates").rglob("*.yaml"))
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
TEXTS = [
    "plain",
    "Two: words",
    "a\nb\n\nc",
    "",
    " x ",
    "8",
    "no",
    "#",
    "'",
    '"',
    "é😀",
    "- a",
    "[",
    "0",
]


def structures(data: Value, address: Address = ()) -> list[Address]:
    found = []
    if isinstance(data, (dict, list)):
        found.append(address)
        steps = data.items() if isinstance(data, dict) else enumerate(data)
        for step, value in steps:
            found += structures(value, (*address, step))
    return found


def edits(one: Manuscript, chance: random.Random) -> tuple[str, Callable[[], Manuscript]]:
    """A random edit of a manuscript, with what it is."""
    places = [a for a, _ in leaves(one.data)]
    lists = [a for a in structures(one.data) if isinstance(at(one.data, a), list)]
    filled = [a for a in lists if at(one.data, a)]
    maps = [a for a in structures(one.data) if isinstance(at(one.data, a), dict)]
    place, text = chance.choice(places), chance.choice(TEXTS)
    value = chance.choice([text, None, [text], {"k": text, "l": [text, {"m": text}]}, [], {}])
    kind = chance.choice(["text", "put", "drop", "insert", "move", "copy", "key"])
    if kind == "move" and filled:
        many = chance.choice(filled)
        count = len(at(one.data, many))
        i, j = chance.randrange(count), chance.randrange(count)
        return f"move {many} {i} {j}", lambda: one.move(many, i, j)
    if kind == "copy" and filled:
        many = chance.choice(filled)
        i = chance.randrange(len(at(one.data, many)))
        return f"copy {many} {i}", lambda: one.copy(many, i)
    if kind == "insert" and lists:
        many = chance.choice(lists)
        i = chance.randint(0, len(at(one.data, many)))
        return f"insert {many} {i} {value!r}", lambda: one.insert(many, i, value)
    if kind == "key" and maps:
        owner = chance.choice(maps)
        return f"key {owner} {value!r}", lambda: one.put((*owner, "new key"), value)
    if kind == "drop":
        return f"drop {place}", lambda: one.drop(place)
    if kind == "put":
        owner = chance.choice([a for a in structures(one.data) if a] or [place])
        return f"put {owner} {value!r}", lambda: one.put(owner, value)
    return f"text {place} {text!r}", lambda: one.put(place, text)


def expected(data: Value, told: str) -> Value | None:
    return None


def changed_lines(before: str, after: str) -> int:
    """How many lines of before are gone."""
    matcher = difflib.SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    return sum(i2 - i1 for tag, i1, i2, _, _ in matcher.get_opcodes() if tag != "equal")


def run(text: str, seed: int, steps: int = 25) -> None:
    chance = random.Random(seed)
    one = manuscript(text)
    for _ in range(steps):
        told, edit = edits(one, chance)
        after = edit()
        again = source.read_text(after.text, "")
        assert again.data == after.data, told
        before, now = comments(one.text), comments(after.text)
        if not told.startswith(("drop", "put", "text", "copy")):
            assert all(now.count(c) >= before.count(c) for c in set(before)), (
                told,
                one.text,
                after.text,
            )
        one = manuscript(text)


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


@pytest.mark.parametrize("path", CONFIGS, ids=lambda p: p.name)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_random_edits_of_configs(path: object, ending: str) -> None:
    text = path.read_text(encoding="utf-8").replace("\n", ending)
    run(text, 1)


@pytest.mark.parametrize("seed", range(20))
def test_random_edits_of_odd_yaml(seed: int) -> None:
    run(ODD % "", seed)
    run("\ufeff" + (ODD % 'title: "a\tb"  # tab\tc\n').replace("\n", "\r\n").rstrip(), seed)
