"""Every number in the workbooks of a deck is the store's: of counties, a tiny one and a city."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from datawalk import kit
from datawalk.exhibits import Chart, Series, in_columns
from datawalk.layout.deck.deck import arrange_deck
from datawalk.render.pptx.deck import pptx_bytes
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from tests.conftest import CITIES, COUNTIES, SHARED, needs

RACE = SHARED / "data" / "62_mobility-metrics_place_race-ethnicity_longitudinal.csv"
SHARES = SHARED / "data" / "63_mobility-metrics_place_race-share_longitudinal.csv"
METRICS = (
    "share_employed",
    "pctl_income_50",
    "rate_injury_death",
    "ratio_population_pc_physician",
    "share_digital_access",
)
SHOWN = ("", ", over: years", ", show: change", ", show: distribution")
BLOCKS = [f"metric: {metric}{shown}" for metric in METRICS for shown in SHOWN]
BLOCKS += [
    f"metric: ratio_black_nh_house_value_households{shown}" for shown in ("", ", show: race")
]
GROUPS = ("", ", beside: places", ", beside: years", ", over: years")
BY_RACE = [f"metric: share_employed, show: race{more}" for more in GROUPS]


def charts_of(
    tmp_path: Path, place: str, compare: str, blocks: list[str], *files: Path
) -> Iterator[tuple[Chart, list[Any]]]:
    """Each chart of a walk with the native charts of its slide."""
    for file in files:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    path = tmp_path / "walk.yaml"
    path.write_text(
        f'title: W\nplace: "{place}"\ncompare: [{compare}]\nallow_weak: true\naccept: [twins]\n'
        f"data: [{', '.join(file.name for file in files)}]\nstations:\n"
        + "".join(f"  - {{title: S, blocks: [{{kind: chart, {block}}}]}}\n" for block in blocks),
        encoding="utf-8",
    )
    walk = kit.prepared(path, only="deck").walk
    exhibits = [e for one in walk.stations for e in one.exhibits if isinstance(e, Chart)]
    document = arrange_deck(LATO, walk, base_theme())
    deck = Presentation(io.BytesIO(pptx_bytes(document)))
    pairs = list(zip(document.pages, deck.slides, strict=True))
    for exhibit in exhibits:
        slides = [slide for page, slide in pairs if exhibit in page.shows]
        found = [s.chart for slide in slides for s in slide.shapes if s.has_chart]
        assert found, exhibit.heading
        yield exhibit, found


def figures(native: Any) -> list[float]:
    """The numbers in a workbook, and, which must be the same, those that its chart shows.

    Times, and the line along which they are written, are no figures.
    """
    blob = native.part.chart_workbook.xlsx_part.blob
    columns = list(openpyxl.load_workbook(io.BytesIO(blob)).active.iter_cols(values_only=True))
    if native._chartSpace.xpath(".//c:dateAx"):
        assert columns.pop()[0] == "Years"
        del columns[0]
    cells = [cell for column in columns for cell in column if isinstance(cell, (int, float))]
    drawn = native._chartSpace.xpath(
        './/c:ser[not(c:tx//c:v="Years")]/c:val//c:v/text()'
        " | .//c:xVal//c:v/text() | .//c:yVal//c:v/text()"
    )
    assert sorted(cells) == pytest.approx(sorted(float(v) for v in drawn))
    return cells


def check(exhibit: Chart, found: list[Any]) -> int:
    """That each figure of the store is in a workbook once, and nothing else but the benchmark."""
    percent = exhibit.format.suffix == "%"
    unit = 1 if percent else exhibit.format.multiply
    held = [figure for native in found for figure in figures(native)]
    if exhibit.form == "distribution":
        (native,) = found
        counted = _places(native, exhibit, unit)
        assert counted == len(exhibit.field)
        return counted
    rows = exhibit.series
    if exhibit.form == "dumbbell":
        # Places that have no room beside ours hang on the wall only; ours is always there.
        rows = (rows[0], *(row for row in rows[1:] if _holds(held, row, unit)))
    known = [p.value for row in rows for p in row.points if p.value is not None]
    seen = [figure.observation for figure in exhibit.figures]
    traced = [v for o in seen for v in (o.value, *(o.pair or ())) if v is not None]
    for value in known:
        assert any(value == pytest.approx(other) for other in traced), (
            exhibit.form,
            value,
            exhibit.heading,
        )
        held.remove(next(h for h in held if h == pytest.approx(value * unit)))
    line = exhibit.reference
    bounds = [v for row in exhibit.series for p in row.points for v in (p.lower, p.upper)]
    extra = [v * unit for v in (*bounds, line.value if line else None) if v is not None]
    if exhibit.form in ("dots", "dumbbell"):
        # Heights of rows, and where their names stand.
        return len(known)
    assert all(any(h == pytest.approx(v) for v in extra) for h in held)
    return len(known)


def _holds(held: list[float], row: Series, unit: float) -> bool:
    """Whether any figure of a place is there: then all must be."""
    values = [point.value * unit for point in row.points if point.value is not None]
    return any(h == pytest.approx(value) for h in held for value in values)


def xs(row: Any) -> list[float]:
    return [float(x) for x in row._element.xpath("./c:xVal//c:v/text()")]


def _places(native: Any, exhibit: Chart, unit: float) -> int:
    """The places that columns hold, or dots, of which each has a figure of the field."""
    rows = list(native.plots[0].series)
    if in_columns(exhibit.field):
        return int(sum(rows[0].values))
    middles = {line.label for line in exhibit.middles}
    dots = [x for row in rows if row.name not in middles for x in xs(row)]
    assert sorted(dots) == pytest.approx([value * unit for value in sorted(exhibit.field)])
    return len(dots)


@needs(COUNTIES)
@pytest.mark.parametrize(("place", "least"), [("29019", 300), ("30069", 2)])
def test_charts_of_counties_hold_the_figures_of_the_file(
    place: str, least: int, tmp_path: Path
) -> None:
    compare = 'us-median, "19153", "17019", "30027"'
    # What Petroleum County shares with its neighbors is a problem, and what few have a sentence.
    blocks = [b for b in BLOCKS if place == "29019" or "digital" not in b]
    counted = [check(*found) for found in charts_of(tmp_path, place, compare, blocks, COUNTIES)]
    assert sum(counted) >= least


@needs(CITIES)
@needs(RACE)
def test_charts_of_a_city_hold_the_figures_of_the_file(tmp_path: Path) -> None:
    blocks = [b for b in BLOCKS if "injury" not in b and "physician" not in b] + BY_RACE
    files = (CITIES, RACE, SHARES)
    made = charts_of(tmp_path, "0644000", '"0667000"', blocks, *files)
    assert sum(check(*found) for found in made) >= 200
