"""A thousand figures at random from the published files, read here without any code of ours.

The columns' meaning comes from the facts beside the files, not from our catalog.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Observation
from datawalk.metrics.store import MetricStore, read_store
from tests.conftest import SHARED, needs

pytestmark = pytest.mark.usefixtures("read_anew")

DATA = SHARED / "data"
FACTS = SHARED / "facts" / "metrics.csv"
FILES = [
    path
    for path in sorted(DATA.rglob("*.csv"))
    if "medians" not in path.name and path.parent.name != "other"
]
EACH = 1000 // max(len(FILES), 1) + 1
KINDS = {"race-ethnicity": "race", "mothers-education": "education"}
WORDS = {
    "Black": "Black residents",
    "Hispanic": "Hispanic residents",
    "Other": "Native, Asian, other or more than one race",
    "White": "White residents",
    "White neighborhoods": "Mostly White neighborhoods",
    "Economically Disadvantaged": "Students from low-income homes",
    "Not Economically Disadvantaged": "Students from other homes",
    "Less than $50,000": "Households with less than $50,000",
    "$50,000 or More": "Households with $50,000 or more",
    "High-Poverty": "Areas with high poverty",
    "Not High-Poverty": "Other areas",
    "Age 10 to 14": "Youth ages 10 to 14",
    "Age 15 to 17": "Youth ages 15 to 17",
    "Under Age 45": "People under age 45",
    "Age 45 and Over": "People ages 45 and over",
    "Female": "Women and girls",
    "Male": "Men and boys",
    "Owner": "Homes to own",
    "Renter": "Homes to rent",
    "With Disability": "People with a disability",
    "Without Disability": "People without a disability",
    "Education and Health": "Education and health",
    "Goods Producing": "Making goods",
    "Information Services": "Information services",
    "Leisure and Other": "Leisure and other",
    "Professional Services": "Professional services",
    "Public Administration": "Public administration",
    "Trade, Transit, Utilities": "Trade, transit, utilities",
    "Less than High School": "Mothers who did not finish high school",
    "GED/High School Degree": "Mothers who finished high school",
    "Some College": "Mothers with some college",
    "College Degree or Higher": "Mothers with a college degree",
}
GRADES = {"1": "Strong", "2": "Marginal", "3": "Weak", "NA": None}


@dataclass(frozen=True)
class Cell:
    """One cell of a file, as text, and what it is about."""

    line: int
    geoid: str
    year: int | None
    metric: str
    column: str
    text: str
    row: dict[str, str]


@cache
def names() -> dict[str, tuple[str, str]]:
    """Column -> metric of today and the column of its grade in older files."""
    found: dict[str, tuple[str, str]] = {}
    for row in csv.DictReader(FACTS.read_text(encoding="utf-8").splitlines()):
        metric = row["col_new"] or row["col_2024_09"] or row["col_old_00_05"]
        for key, grade in (
            ("col_new", "new_quality"),
            ("col_2024_09", "2024_09_quality"),
            ("col_old_00_05", "old_quality"),
        ):
            column = row[key].split(" ")[0]
            if column and not column.startswith("("):
                found.setdefault(column, (metric, row[grade].split(" ")[0].rstrip(";")))
    return found


@cache
def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="latin-1", newline="") as file:
        return list(csv.DictReader(file))


def sampled(path: Path) -> Iterator[Cell]:
    """Cells with a value, the same ones in every run.

    The All row of a group file counts only where a group of the place has a figure: alone it
    would be a second overall figure.
    """
    rows = rows_of(path)
    columns = [name for name in rows[0] if name in names()]
    level = "county" if "county" in rows[0] else "place"
    grouped = {
        (row["state"], row[level], column)
        for row in rows
        if row.get("subgroup", "NA") not in ("NA", "All")
        for column in columns
        if row[column] != "NA"
    }
    kind = kind_of(rows)
    chance = random.Random(path.name)
    count = 0
    while count < EACH:
        line = chance.randrange(len(rows))
        row, column = rows[line], chance.choice(columns)
        metric = names()[column][0]
        text = row[column]
        if "NA" in text or (metric == "ratio_living_wage" and float(text) == 0):
            continue
        if kind and (row["state"], row[level], column) not in grouped:
            continue
        year = int(row["year"]) if "year" in row else None
        geoid = row["state"] + row[level]
        yield Cell(line + 2, geoid, year, metric, column, text, row)
        count += 1


def numbers(cell: Cell) -> list[float]:
    if cell.column == "ratio_population_pc_physician":
        return [float(cell.text.split(":")[0])]
    sides = cell.text.split(":")
    values = [float(s[:-1]) / 100 if s.endswith("%") else float(s) for s in sides]
    return [value / 2 for value in values] if cell.column.startswith("ratio_high_low") else values


def kind_of(rows: list[dict[str, str]]) -> str:
    """The kind of groups of a file; '' for one about everyone."""
    labels = {row.get("subgroup", "NA") for row in rows} - {"NA", "All"}
    types = {row["subgroup_type"] for row in rows if row.get("subgroup") in labels}
    if not types:
        return ""
    (kind,) = types
    return "neighborhood" if any("neighborhood" in w for w in labels) else KINDS.get(kind, kind)


def found(store: MetricStore, cell: Cell, kind: str) -> Observation:
    place = store.find_place(cell.geoid, "county" if len(cell.geoid) == 5 else "place")
    if not kind:
        return store.observe(cell.metric, place, cell.year)
    label = cell.row["subgroup"]
    if label == "All":
        return store.everyone(cell.metric, place, kind, cell.year)
    plain = label.removesuffix(", Non-Hispanic").removesuffix(" Races and Ethnicities")
    groups = store.groups(cell.metric, place, kind, cell.year)
    return next(o for o in groups if o.group == WORDS.get(plain, plain))


@needs(FACTS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name[:14]}")
def test_a_thousand_figures_are_those_of_the_files(path: Path) -> None:
    store = read_store([path], catalog().metrics, least=0)
    kind = kind_of(rows_of(path))
    checked = 0
    for cell in sampled(path):
        observation = found(store, cell, kind)
        got = list(observation.pair) if observation.pair else [observation.value]
        assert got == pytest.approx(numbers(cell), rel=1e-12), cell
        assert observation.origin is not None
        assert observation.origin.line == cell.line
        assert observation.origin.column == cell.column
        if cell.year is not None:
            assert observation.year == cell.year
        grade = cell.row.get(f"{cell.column}_quality") or cell.row.get(names()[cell.column][1])
        if grade is not None:
            assert observation.quality == GRADES.get(grade, grade), cell
        checked += 1
    assert checked == EACH
