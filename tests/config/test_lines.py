"""What is wrong with a value is told with the line of the value, and with what to type instead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.config.schema import json_schema
from datawalk.fields import MOST_OF_A_TAKEAWAY
from datawalk.problems import Problem, Problems
from tests.conftest import ROOT

DEFINED = json_schema()["$defs"]
HEAD = 'title: T\nplace: "29019"\ndata: [metrics.csv]\n'
TAIL = "stations:\n  - title: A\n    blocks: [{kind: text, text: x}]\n"
WRONG = ("many", "{a: 1}", "[[a]]", "-7", "99999999")
FOLLOWS = (
    "needs the setting",
    "needs at least",
    ": write ",
    "go together",
    "This ",
    "need key:",
    "say who",
    "needs sentence",
    "of your own need",
)
"""What is told of a whole where something else is missing."""


def problems(tmp_path: Path, text: str) -> list[Problem]:
    (tmp_path / "metrics.csv").touch()
    path = tmp_path / "walk.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        load(path)
    except Problems as found:
        return list(found.problems)
    return []


def wrong_values() -> Iterator[tuple[str, str, str, str]]:
    """Each setting of a walk with each wrong value: what stands before it, and after."""
    for name, before in (
        ("EventConfig", "event:\n"),
        ("PrintConfig", "print:\n"),
        ("SessionConfig", "session:\n"),
        ("ThemeConfig", "theme:\n"),
    ):
        yield from ((f"{HEAD}{before}  ", key, TAIL, name) for key in DEFINED[name]["properties"])
    for name, defined in DEFINED.items():
        keys = defined.get("properties", {})
        if medium := keys.get("medium", {}).get("const"):
            before = f"{HEAD}outputs:\n  - medium: {medium}\n    "
            yield from ((before, key, TAIL, name) for key in keys if key != "medium")
        if kind := keys.get("kind", {}).get("const"):
            before = f"{HEAD}stations:\n  - title: A\n    blocks:\n      - kind: {kind}\n        "
            yield from ((before, key, "", name) for key in keys if key != "kind")
    before = f"{HEAD}stations:\n  - blocks: []\n    "
    keys = DEFINED["StationConfig"]["properties"]
    yield from ((before, key, "", "StationConfig") for key in keys)


def test_every_wrong_value_is_told_with_its_own_line(tmp_path: Path) -> None:
    tried = 0
    for before, key, after, name in wrong_values():
        line = before.count("\n") + 1
        for value in WRONG:
            text = f"{before}{key}: {value}\n{after}"
            told = [
                p for p in problems(tmp_path, text) if not any(words in p.what for words in FOLLOWS)
            ]
            tried += bool(told)
            assert all(p.at.line == line for p in told if "is written twice" not in p.what), (
                name,
                key,
                value,
                told,
            )
    assert tried > 500


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("outputs: [posters]", "Write - medium: poster"),
        ("outputs: deck", "Write outputs: and under it - medium: deck"),
        ("outputs: {medium: handout}", "Write outputs: and under it - medium: …"),
        ("event: Saturday", 'Write event: and under it, further to the right, date: "March 14'),
        ("event: {people: many}", "such as people: 40"),
        ("min_count: ten", "such as min_count: 10"),
        ("icons: maybe", "Write icons: true or icons: false"),
        ("session: 6 pm", "starts: 6:00 pm"),
        ("event: {hosts: }", "Write something after hosts:, or leave the line out."),
        ("print: {price_per_page: cheap}", "such as price_per_page: 0.10"),
    ],
)
def test_what_to_type_can_be_copied(tmp_path: Path, written: str, hint: str) -> None:
    (told,) = problems(tmp_path, f"{HEAD}{written}\n{TAIL}")
    assert hint in told.try_this


def test_a_takeaway_has_one_limit_and_says_how_much_to_cut(tmp_path: Path) -> None:
    long = "word " * 40
    station = f"stations:\n  - title: A\n    minutes: 8\n    takeaway: {long}\n"
    (told,) = problems(tmp_path, f"{HEAD}{station}    blocks: [{{kind: text, text: x}}]\n")
    over = len(long.strip()) - MOST_OF_A_TAKEAWAY
    assert told.at.line == 7
    assert f"cut {over} letters or more" in told.try_this


WALK = (
    HEAD
    + """\
compare: ["19103"]
outputs: [{medium: poster, size: 24x36}]
stations:
  - question: How many have work?
    minutes: 8
    predictor: Employment opportunities
    definition: What is counted.
    why: Why it matters.
    takeaway: Short.
    layout: plain
    facilitator: Say hello.
    kicker: Work
    blocks:
      - kind: stat
        heading: Work
        metric: share_employed
        year: 2022
      - kind: chart
        metric: share_employed
        show: years
"""
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("How many have work?", "How many have {work}?"),
        ("Employment opportunities", "Emplyment"),
        ("What is counted.", "What is {counted}."),
        ("Why it matters.", "Why {it} matters."),
        ("Short.", "Short {one}."),
        ("layout: plain", "layout: map"),
        ("Say hello.", "Say {hello}."),
        ("kicker: Work", "kicker: Work that is told of in so many words that no poster holds them"),
        ("metric: share_employed\n        year", "metric: share_employd\n        year"),
        ("year: 2022", "year: 2003"),
        ('compare: ["19103"]', 'compare: ["19999"]'),
        ('place: "29019"', 'place: "29991"'),
    ],
)
def test_what_is_found_later_has_the_line_too(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "metrics.csv").write_bytes((ROOT / "samples" / "metrics.csv").read_bytes())
    assert WALK.count(old) == 1
    path = tmp_path / "walk.yaml"
    path.write_text(WALK.replace(old, new), encoding="utf-8")
    line = WALK[: WALK.index(old)].count("\n") + 1
    with pytest.raises(Problems) as found:
        kit.prepared(path, strict=True)
    assert [problem.at.line for problem in found.value.problems] == [line], found.value.problems


def test_the_line_of_a_block_stays_where_no_value_is_told(tmp_path: Path) -> None:
    (tmp_path / "metrics.csv").write_bytes((ROOT / "samples" / "metrics.csv").read_bytes())
    path = tmp_path / "walk.yaml"
    path.write_text(WALK, encoding="utf-8")
    file = load(path)
    made = compose(file, read_data(file))
    station = made.walk.stations[0]
    assert station.line("takeaway").line == 12
    assert station.line("sheets") == station.at
