"""Tables: figures on the right, words on the left, and room between them."""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Row, Table
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.table import TableSetter, figures_in
from datawalk.layout.poster.type_scale import type_scale
from datawalk.metrics.model import Observation, Place, Printed
from datawalk.page.ink import leaves
from datawalk.page.marks import Text
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO

LOOK = Look(type_scale(1.0).tight, base_theme(), "#000000", 1, measurer=LATO)
PLACE = Place("30069", "county", "Petroleum County", "Montana", "MT")
MIXED = Table(
    stub_head="",
    columns=("2019", "2021"),
    rows=(Row("Schools", ("100%‡", "no data")), Row("Homes", ("100%‡", "no data"))),
)


def test_words_after_figures_keep_away_from_them() -> None:
    texts = [i for i in leaves(TableSetter().ink(MIXED, 700, 300, LOOK)) if isinstance(i, Text)]
    figure, word = (next(t for t in texts if t.text == said) for said in ("100%‡", "no data"))
    assert word.x - (figure.x + figure.width) > figure.size * 0.5


def test_a_metric_that_is_missing_stands_where_its_figures_stand() -> None:
    traced = tuple(
        Printed(cell, Observation("share_employed", PLACE, 2021))
        for row in MIXED.rows
        for cell in row.cells
    )
    assert not figures_in(MIXED, 2)
    assert figures_in(replace(MIXED, figures=traced), 2)
