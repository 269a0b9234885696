"""What is printed, against the published files by another route."""

from __future__ import annotations

import csv
import io
import statistics
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest
from pptx import Presentation

from datawalk import kit
from datawalk.output.formats import paint
from tests.conftest import CITIES, COUNTIES, ROOT, needs


def raw_rows(path: Path) -> Iterator[dict[str, str]]:
    """The file as the csv module reads it; each byte is a character."""
    with path.open(encoding="latin-1", newline="") as file:
        yield from csv.DictReader(file)


def newest(path: Path, state: str, place: str, column: str) -> tuple[float, int]:
    level = "county" if "county" in path.name else "place"
    held = [
        (int(row["year"]), float(row[column]))
        for row in raw_rows(path)
        if (row["state"], row[level]) == (state, place) and row[column] != "NA"
    ]
    year, value = max(held)
    return value, year


def middle(path: Path, column: str, year: int) -> float:
    values = [
        float(row[column])
        for row in raw_rows(path)
        if row["year"] == str(year) and row[column] != "NA"
    ]
    return statistics.median(values)


def poster_text(walk: kit.Kit) -> str:
    with pdfplumber.open(io.BytesIO(paint(walk.documents[0]))) as read:
        return "\n".join(page.extract_text() for page in read.pages)


@needs(COUNTIES)
def test_honolulu_prints_what_the_county_file_says() -> None:
    made = kit.prepared(ROOT / "configs" / "boone.yaml", "15003", [COUNTIES], only="poster")
    said = poster_text(made)
    for column, form in [
        ("share_employed", "{:.0%}"),
        ("pctl_income_50", "${:,.0f}"),
        ("pctl_income_20", "${:,.0f}"),
        ("pctl_income_80", "${:,.0f}"),
        ("index_air_hazard", "{:.0f}"),
        ("share_transportation_cost", "{:.0%}"),
        ("share_digital_access", "{:.0%}"),
    ]:
        value, year = newest(COUNTIES, "15", "003", column)
        number = form.format(value)
        assert number in said or number.rstrip("%") in said, (column, number)
        assert str(year) in said
    for column, form in [
        ("share_employed", "{:.0%}"),
        ("pctl_income_50", "${:,.0f}"),
        ("index_air_hazard", "{:.0f}"),
    ]:
        _, year = newest(COUNTIES, "15", "003", column)
        number = form.format(middle(COUNTIES, column, year))
        assert number.rstrip("%") in said, (column, number)


@needs(CITIES)
def test_columbia_prints_what_the_city_file_says() -> None:
    walk = ROOT / "configs" / "columbia_city.yaml"
    said = poster_text(kit.prepared(walk, data=[CITIES], only="poster"))
    for column, form in [
        ("share_employed", "{:.0%}"),
        ("pctl_income_80", "${:,.0f}"),
        ("share_hs_degree", "{:.0%}"),
        ("share_digital_access", "{:.0%}"),
        ("share_transportation_cost", "{:.0%}"),
        ("share_affordable_available_50_ami", "{:.0f}"),
    ]:
        value, _ = newest(CITIES, "29", "15670", column)
        number = form.format(value * 100 if "affordable" in column else value)
        assert number in said or number.rstrip("%") in said, (column, number)


@needs(COUNTIES)
def test_native_charts_hold_the_published_values() -> None:
    made = kit.prepared(ROOT / "configs" / "boone.yaml", "15003", [COUNTIES], only="deck")
    deck = Presentation(io.BytesIO(paint(made.documents[0])))
    charts = [s.chart for slide in deck.slides for s in slide.shapes if s.has_chart]
    bars = next(
        c for c in charts if c.plots and "Honolulu County, HI" in map(str, c.plots[0].categories)
    )
    shown = dict(
        zip(map(str, bars.plots[0].categories), bars.plots[0].series[0].values, strict=True)
    )
    value, _ = newest(COUNTIES, "15", "003", "share_employed")
    ours = shown["Honolulu County, HI"]
    assert ours is not None
    assert min(abs(ours - value), abs(ours - 100 * value)) == pytest.approx(0, abs=1e-6)
