"""Signs that no font prints are turned into spaces or refused, wherever they come from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from datawalk import kit
from datawalk.problems import Problems
from datawalk.source.characters import named, private, strange, tidied

Write = Callable[[str], Path]
TABLE = """title: T
place: "29019"
data: [metrics.csv]
min_count: 0
outputs: [{medium: deck}]
session: {parts: [stations]}
stations:
  - title: A
    blocks: [{kind: table, file: s.csv, source: s}]
"""


@pytest.mark.parametrize("sign", ["\v", "\f", "\x1c", "\x1f", "\x85", "\u2028", "\u2029"])
def test_signs_that_part_words_are_spaces(sign: str) -> None:
    assert tidied(f"North{sign}End") == "North End"


def test_halves_of_a_character_are_joined_and_marks_of_files_go() -> None:
    assert tidied("\ud83d\ude00") == "\U0001f600"
    assert tidied("\ufeffArea") == "Area"
    assert strange(tidied("\ud83d x")) == ("\ud83d",)


@pytest.mark.parametrize(
    "sign",
    ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\ufffe", "\uffff", "\ufdd0"],
)
def test_signs_that_nobody_prints(sign: str) -> None:
    assert strange(f"a{sign}b") == (sign,)
    assert f"U+{ord(sign):04X}" in named(sign)
    assert sign not in named(sign)


@pytest.mark.parametrize(
    "text", ["Doña", "a\tb\nc\r\n", "שלום\u200e", "नमस्ते\u200d", "ไทย\u200b", "…"]
)
def test_letters_of_all_languages_stay(text: str) -> None:
    assert strange(text) == ()
    assert tidied(text) == text


def test_private_signs() -> None:
    assert private("\uf0b7")
    assert not private("é")


def deck_words(folder: Path) -> str:
    (path,) = (
        p
        for p, *_ in kit.rendered(kit.prepared(folder / "walk.yaml"), folder / "o").files
        if p.suffix == ".pptx"
    )
    deck: Any = Presentation(str(path))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    return "|".join(cell.text for table in tables for row in table.rows for cell in row.cells)


def test_words_of_a_file_are_not_glued(write_walk: Write) -> None:
    folder = write_walk(TABLE).parent
    (folder / "s.csv").write_text("Area\vname,People\nNorth\vEnd,120\nSouth\x1fEnd,340\n")
    assert "Area name|People|North End|120|South End|340" in deck_words(folder)


@pytest.mark.parametrize("sign", ["\x01", "\x1b[31m", "\u202e", "\uf0b7", "\uffff"])
def test_cells_with_signs_that_nobody_prints_are_refused(write_walk: Write, sign: str) -> None:
    folder = write_walk(TABLE).parent
    (folder / "s.csv").write_text(f"Area,People\nNor{sign}th,120\nSouth,340\n", "utf-8")
    with pytest.raises(Problems) as found:
        kit.prepared(folder / "walk.yaml")
    (problem,) = found.value.problems
    assert f"U+{ord(sign[0]):04X}" in problem.what
    assert (problem.at.line, bool(problem.try_this)) == (9, True)


def test_a_walk_as_json_with_escapes(write_walk: Write) -> None:
    walk = {
        "title": "Caf\u00e9",
        "place": "29019",
        "data": ["metrics.csv"],
        "stations": [{"title": "A", "blocks": [{"kind": "text", "text": "x\u0000y"}]}],
    }
    with pytest.raises(Problems) as found:
        kit.prepared(write_walk(json.dumps(walk, indent=1)))
    (problem,) = found.value.problems
    assert "U+0000" in problem.what
    assert problem.at.line == 13


def test_names_of_places_in_a_metrics_file(write_walk: Write) -> None:
    folder = write_walk(
        TABLE.replace("kind: table, file: s.csv, source: s", "kind: stat, metric: share_employed")
    ).parent
    data = folder / "metrics.csv"
    data.write_text(data.read_text("utf-8").replace("Boone County", "Boone\vCounty"), "utf-8")
    assert kit.prepared(folder / "walk.yaml").walk.place.name == "Boone County"
