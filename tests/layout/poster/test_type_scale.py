"""One scale of type for the series: nothing on any sheet is set in another size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple

import pytest

from datawalk import kit
from datawalk.layout.exhibits.look import scale_of
from datawalk.layout.exhibits.stat import RAISED
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.document import Page
from datawalk.page.figure import Drawing
from datawalk.page.marks import Text
from tests.conftest import ROOT

SHEETS = {"letter": 0.329, "tabloid": 0.465, "18x24": 0.707, "24x36": 1.0, "36x48": 1.414}
SIGNS = "“„«»†‡"
"""The large sign over a quote, and marks of quality beside numbers, have sizes of their own."""


def texts(page: Page) -> Iterator[Text]:
    for leaf in (leaf for box in page.boxes for leaf in box.leaves):
        if isinstance(leaf, Text):
            yield leaf
        elif isinstance(leaf, Drawing):
            yield from (mark for mark in leaf.plan.marks if isinstance(mark, Text))


def sizes(scale: TypeScale) -> list[float]:
    return [float(size) for size in astuple(scale)]


@pytest.mark.parametrize("walk", ["minimal", "boone", "columbia_city", "bilingual"])
def test_every_size_on_every_sheet_is_one_of_the_scale(walk: str) -> None:
    (posters,) = kit.prepared(ROOT / "configs" / f"{walk}.yaml", only="poster").documents
    listed = sizes(type_scale(scale_of(posters.pages[0].width, posters.pages[0].height)))
    odd = {
        (page.name, text.text, round(text.size, 1))
        for page in posters.pages
        for text in texts(page)
        if text.text not in SIGNS and not any(abs(text.size - one) < 0.05 for one in listed)
    }
    assert odd == set()


@pytest.mark.parametrize("name", SHEETS)
def test_larger_sheets_are_set_in_larger_type(name: str) -> None:
    scale = type_scale(SHEETS[name])
    assert sizes(type_scale(SHEETS[name] * 1.2)) > sizes(scale)
    assert scale.number > scale.title > scale.title_tight > scale.takeaway > scale.question
    assert scale.question >= scale.body >= scale.label >= scale.starter >= scale.note
    assert RAISED * scale.value >= scale.label * 0.99


def test_the_wall_has_nothing_under_22_points() -> None:
    assert min(sizes(type_scale(1.0))) == 22
