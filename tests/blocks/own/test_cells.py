"""Own tables have bars where numbers have a sign or a description, and say once what is alike."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.blocks.own.cells import barred, said_once
from datawalk.exhibits import Row, Table
from tests.conftest import ROOT


def table(*rows: tuple[str, ...], columns: tuple[str, ...] = ("Safe", "Asked", "Year")) -> Table:
    held = tuple(Row(f"Area {i}", cells) for i, cells in enumerate(rows))
    return Table(stub_head="Area", columns=columns, rows=held, note="Source: us.")


ROWS = (("80%", "25", "2023"), ("40%", "50", "2023"), ("hidden", "", "2023"))


def test_signs_and_descriptions_get_bars_and_hidden_cells_none() -> None:
    assert barred(table(*ROWS), hidden="hidden").bars == ((1.0, 0.5, None), (), ())
    assert barred(table(*ROWS), {"Asked"}, "hidden").bars == (
        (1.0, 0.5, None),
        (0.5, 1.0, None),
        (),
    )


def test_columns_of_one_sign_share_a_scale() -> None:
    made = barred(table(("80%", "20%"), ("40%", "10%"), columns=("A", "B")))
    assert made.bars == ((1.0, 0.5), (0.25, 0.125))


@pytest.mark.parametrize(
    "cells",
    [("80%", "$3"), ("-2%", "4%"), ("80%", "many"), ("80%", ""), ("0%", "0%"), ("≤5%", "9%")],
)
def test_what_cannot_be_compared_has_none(cells: tuple[str, str]) -> None:
    made = table(*((cell,) for cell in cells), columns=("A",))
    assert barred(made) is made


def test_what_is_alike_in_every_row_is_said_once() -> None:
    made = said_once(barred(table(*ROWS), hidden="hidden"))
    assert made.columns == ("Safe", "Asked")
    assert made.note == "Year: 2023 in every row. Source: us."
    assert [row.cells for row in made.rows] == [("80%", "25"), ("40%", "50"), ("hidden", "")]
    assert made.bars == ((1.0, 0.5, None), ())


@pytest.mark.parametrize(
    "rows",
    [
        ROWS[:2],
        (("1", "2", "2022"), *ROWS[1:]),
        (("5", "5", "5"),) * 3,
        (("1", "2", ""), ("3", "4", ""), ("5", "6", "")),
        (("1", "2", "hidden"), ("3", "4", "hidden"), ("5", "6", "hidden")),
    ],
    ids=["two rows", "not alike", "nothing else", "empty", "hidden"],
)
def test_other_columns_stay(rows: tuple[tuple[str, ...], ...]) -> None:
    made = table(*rows)
    assert said_once(made, kept=lambda cell: cell == "hidden") is made


def test_a_described_column_has_the_words_and_the_sign_of_its_author(tmp_path: Path) -> None:
    (tmp_path / "walk.yaml").write_text(WALK)
    shutil.copy(ROOT / "samples" / "metrics.csv", tmp_path)
    (tmp_path / "s.csv").write_text("area,asked,safe\nNorth,250,48\nSouth,300,76\n")
    (made,) = kit.prepared(tmp_path / "walk.yaml").walk.stations[0].exhibits
    assert isinstance(made, Table)
    assert made.columns == ("asked", "Residents who feel safe")
    assert [row.cells for row in made.rows] == [("250", "48%"), ("300", "76%")]
    assert made.bars == ((), (48 / 76, 1.0))
    assert [one.text for one in made.own][-1] == "76%"


WALK = """\
title: A walk
place: "29019"
data: [metrics.csv]
local_data:
  - file: s.csv
    name: Survey
    who: us
    when: "2026"
    measures: [{column: safe, label: Residents who feel safe, suffix: "%", of: asked}]
outputs: [{medium: poster}]
stations: [{question: "How safe is it?", blocks: [{kind: table, file: s.csv}]}]
"""
