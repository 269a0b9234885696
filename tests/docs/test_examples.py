"""Every piece of YAML on the pages is a walk, or a part of one, that lays out without a problem."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from datawalk import kit
from datawalk.problems import Problems
from docs.making.examples import Fence, completed, fences, laid_down, pages, shown

PIECES = [piece for page in pages() for piece in shown(page)]


def test_many_pieces_are_found() -> None:
    assert len(PIECES) >= 75
    assert {piece.sort for piece in PIECES} == {"yaml", "{example}"}


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: f"{piece.page}:{piece.line}")
def test_a_piece_lays_out(piece: Fence, tmp_path: Path) -> None:
    made = kit.prepared(laid_down(tmp_path, piece.text))
    assert all(document.pages for document in made.documents)


@pytest.mark.parametrize(
    ("text", "part", "value"),
    [
        ("titles: neutral", "titles", "neutral"),
        ("question: What?\nblocks: []", "stations", [{"question": "What?", "blocks": []}]),
        ("- {template: voices}", "stations", [{"template": "voices"}]),
        ("- {medium: deck}", "outputs", [{"medium": "deck"}]),
    ],
)
def test_a_piece_becomes_a_whole_walk(text: str, part: str, value: Any) -> None:
    walk = completed(text)
    assert walk[part] == value
    assert {"title", "place", "stations"} <= walk.keys()


def test_blocks_become_a_station() -> None:
    (station,) = completed("- {kind: stat, metric: share_employed}")["stations"]
    assert station["blocks"] == [{"kind": "stat", "metric": "share_employed"}]


def test_a_broken_piece_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problems):
        kit.prepared(laid_down(tmp_path, "- {kind: chart, metrik: share_employed}"))


def test_options_are_no_part_of_the_yaml(tmp_path: Path) -> None:
    page = next(path for path in pages() if path.name == "brand.md")
    example = next(piece for piece in fences(page) if piece.options.get("medium"))
    assert example.options["medium"] == "poster"
    assert example.options["alt"].startswith("A poster")
    assert example.text.startswith("theme: high-contrast\n")
