"""An edited poster in PowerPoint is never written over, and gets new figures when asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation

from datawalk import kit
from tests.render.pptx.poster.test_poster import kind, lines_on
from tests.render.pptx.update.test_update import OURS, WALK

POSTERS = WALK.replace("{medium: deck}", "{medium: poster, format: pptx}")
POSTERS = POSTERS.replace("      - {kind: map, metric: share_employed}\n", "")
POSTERS += "  - template: visioning\n"


def render(folder: Path, *, update: bool = False) -> kit.Rendered:
    return kit.rendered(kit.prepared(folder / "walk.yaml"), folder / "out", update=update)


def named(slide: Any, name: str) -> Any:
    return next(shape for shape in slide.shapes if kind(shape) == name)


@pytest.fixture
def edited(write_walk: Callable[[str], Path]) -> Path:
    """A poster with a title and an idea that a person wrote; our place's 84% became 62%."""
    folder = write_walk(POSTERS).parent
    render(folder)
    path = folder / "out" / "boone-county-missouri-w-posters-24x36.pptx"
    deck: Any = Presentation(str(path))
    first, second = deck.slides
    first.shapes.title.text_frame.text = "Who works here?"
    (table,) = [shape.table for shape in second.shapes if shape.has_table]
    table.cell(1, 0).text_frame.text = "Open the library late"
    deck.save(str(path))
    data = folder / "metrics.csv"
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace(f"{OURS}0.8411", f"{OURS}0.6184"), encoding="utf-8")
    return path


def test_an_untouched_poster_is_replaced(write_walk: Callable[[str], Path]) -> None:
    folder = write_walk(POSTERS).parent
    render(folder)
    assert render(folder).told == ()
    assert [path.name for path in (folder / "out").glob("*.pptx")] == [
        "boone-county-missouri-w-posters-24x36.pptx"
    ]


def test_an_edited_poster_stays_and_the_new_one_stands_beside_it(edited: Path) -> None:
    before = edited.read_bytes()
    (told,) = render(edited.parents[1]).told
    assert "boone-county-missouri-w-posters-24x36-new.pptx" in told.try_this
    assert edited.read_bytes() == before


def test_update_brings_new_figures_and_leaves_what_a_person_wrote(edited: Path) -> None:
    told = [problem.what for problem in render(edited.parents[1], update=True).told]
    assert told[0] == "boone-county-missouri-w-posters-24x36.pptx has new figures on slide 1."
    slide, other = Presentation(str(edited)).slides
    said = lines_on(slide)
    assert slide.shapes.title.text_frame.text == "Who works here?"
    assert "Open the library late" in lines_on(other)
    assert "62" in said
    assert "84" not in said
    assert "62%" in said, "in the table"
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    assert 0.6184 in [pytest.approx(value) for value in chart.plots[0].series[0].values]
    assert "62" in named(slide, "Icon array")._element.xpath(".//p:cNvPr/@descr")[0]
    assert [str(error) for error in validate_pptx(str(edited)).errors] == []
