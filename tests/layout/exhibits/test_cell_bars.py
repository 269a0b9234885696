"""Bars in cells: from zero, on one scale in a column, only where a column is one metric."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from datawalk.blocks.bars import bars_of, shares_of
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Row, Table
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.parting import parted
from datawalk.layout.exhibits.table import TableSetter
from datawalk.layout.poster.type_scale import type_scale
from datawalk.metrics.model import Observation, Place, Printed
from datawalk.page.ink import leaves
from datawalk.page.marks import Rect, Text
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from tests.layout.poster.layouts.laid import EVERY_SIZE, THEMES, sheets, station, wrong

LOOK = Look(type_scale(1.0).tight, base_theme(), "#123456", 1, measurer=LATO)
PLACE = Place("30069", "county", "Petroleum County", "Montana", "MT")
TABLE = Table(
    stub_head="",
    columns=("People with a job",),
    rows=(Row("Boone County", ("80%",)), Row("Story County", ("40%",)), Row("Here", ("no data",))),
    highlight_row=0,
    bars=((1.0, 0.5, None),),
)


def printed(value: float | None, metric: str = "share_employed") -> Printed:
    return Printed(f"{value}", Observation(metric, PLACE, 2023, value=value))


def bars(table: Table, width: float = 1500) -> list[Rect]:
    ink = TableSetter().ink(table, width, 400, LOOK)
    return [leaf for leaf in leaves(ink) if isinstance(leaf, Rect)]


def test_bars_start_at_zero_and_have_one_scale() -> None:
    ours, other = bars(TABLE)
    assert ours.x == other.x
    assert ours.w == pytest.approx(2 * other.w)
    assert (ours.fill, ours.fill == other.fill) == ("#123456", False)


MOSTLY_HIDDEN = replace(
    TABLE,
    rows=(Row("Black", ("too few",)), Row("White", ("98 of 100",)), Row("Other", ("too few",))),
    bars=((None, 1.0, None),),
)


def test_a_number_among_hidden_ones_stands_behind_its_bar() -> None:
    ink = TableSetter().ink(MOSTLY_HIDDEN, 1500, 400, LOOK)
    number = next(m for m in leaves(ink) if isinstance(m, Text) and "98" in m.text)
    assert max(bar.x + bar.w for bar in bars(MOSTLY_HIDDEN)) < number.x


def test_numbers_stay_on_the_right_of_all_bars() -> None:
    ink = TableSetter().ink(TABLE, 1500, 400, LOOK)
    texts = [leaf for leaf in leaves(ink) if isinstance(leaf, Text)]
    numbers = [text for text in texts if text.text in ("80%", "40%")]
    assert len({round(text.x + text.width) for text in numbers}) == 1
    assert max(bar.x + bar.w for bar in bars(TABLE)) < min(text.x for text in numbers)
    middles = [text.y - text.size * 0.36 for text in numbers]
    assert [bar.y + bar.h / 2 for bar in bars(TABLE)] == pytest.approx(middles, abs=2)


def test_a_table_without_room_has_numbers_alone() -> None:
    assert bars(TABLE, 330) == []


def test_a_part_of_a_table_keeps_its_bars() -> None:
    first, second = parted(TABLE, lambda part: len(part.rows) < 3) or (None, None)  # type: ignore[attr-defined]
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert (first.bars, second.bars) == (((1.0, 0.5),), ((None,),))


def test_several_metrics_in_a_column_have_none() -> None:
    assert bars_of([[printed(0.5)], [printed(60_000, "pctl_income_50")]]) == ()
    assert bars_of([[printed(0.5)]]) == ()
    assert bars_of([[printed(-0.1)], [printed(0.1)]]) == ()


def test_one_metric_has_one_scale_in_all_its_columns() -> None:
    assert bars_of([[printed(0.5), printed(0.25)], [printed(1.0), printed(None)]]) == (
        (0.5, 1.0),
        (0.25, None),
    )
    assert shares_of([[0.2, None], [0.4, 0.1]]) == ((0.5, None), (1.0, 0.25))


@pytest.mark.parametrize("across", ["years", "places", "race"])
def test_years_and_mixed_units_have_none(write_walk: Callable[[str], Path], across: str) -> None:
    path = write_walk(
        'title: T\nplace: "29019"\ncompare: ["19103", us-median]\ndata: [metrics.csv]\nstations:\n'
        "  - title: S\n    blocks:\n"
        f"      - {{kind: table, of: [share_employed, share_digital_access], across: {across}}}\n"
    )
    file = load(path)
    table = compose(file, read_data(file)).walk.stations[0].exhibits[0]
    assert isinstance(table, Table)
    assert bool(table.bars) == (across == "race")


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_every_size_is_clean(size: str) -> None:
    assert wrong(sheets(station(replace(TABLE, heading="Jobs")), size=size)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_can_be_read(theme: str) -> None:
    assert wrong(sheets(station(TABLE), theme=theme)) == []
