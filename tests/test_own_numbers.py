"""Numbers of a community's own files through the whole line: file, poster, deck, list, diff."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pdfplumber
import pytest
from pptx import Presentation

from datawalk import kit
from datawalk.output.diff import Figure, compared, read_numbers, summary
from tests.conftest import ROOT

WALK = """
title: T
place: "29019"
data: [metrics.csv]
outputs: [{medium: poster}, {medium: deck}]
local_data:
  - file: survey.csv
    name: Street survey
    who: our neighbors
    when: May 2026
    measures: [{column: safe, label: People who feel safe, suffix: "%", of: asked, margin: moe,
      level: 95}]
  - file: visits.xlsx
    name: Visits
    who: the library
    when: "2026"
    sheet: Visits
    measures: [{column: visits, label: Visits to the library, people: false}]
stations:
  - title: Safety
    blocks:
      - {kind: local_chart, file: survey.csv, measure: safe}
      - {kind: map, boundaries: areas.geojson, key: area, table: survey.csv, column: safe}
  - title: Buses
    blocks:
      - {kind: local_chart, file: buses.csv, measure: Riders, show: years, source: the buses}
      - {kind: table, file: rents.csv, source: the renters}
  - title: Library
    blocks:
      - {kind: table, file: visits.xlsx}
      - {kind: hundred, file: ways.csv, measure: trips, source: the city}
  - title: Steps
    blocks:
      - {kind: hundred, file: steps.csv, measure: students, falling: true, source: the school}
      - kind: programs
        file: programs.csv
        columns: {name: program, who: run by, whom: served}
        source: the city
"""
FILES = {
    "survey.csv": "area,asked,safe,moe\nAsh,120,50,8\nBay,400,63,6\nCane,200,80,9\nDell,9,44,20\n",
    "buses.csv": "area,measure,group,year,value\n"
    + "".join(
        f"{area},Riders,All,{year},{value}\n"
        for area, start in (("North", 12100), ("South", 33400))
        for year, value in (("2021-22", start), ("2022-23", start + 1111))
    ),
    "rents.csv": 'Street;Rent;Change\nElm;"1.250,5";4%\nOak;"987,5";(2%)\nPine;"1.011,0";new\n',
    "ways.csv": "way,trips\nBus,2430\nBike,1570\nCar,6000\n",
    "steps.csv": "step,students\nStarted,412\nStayed,309\nFinished,206\n",
    "programs.csv": "program,run by,served\nClub,The library,176\nRides,The 3 churches,94\n",
}


def outlines() -> str:
    shapes = []
    for i, name in enumerate(("Ash", "Bay", "Cane", "Dell")):
        x, y = -92.4 + i * 0.1, 38.9
        ring = [[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        shapes.append({"type": "Feature", "properties": {"area": name}, "geometry": geometry})
    return json.dumps({"type": "FeatureCollection", "features": shapes})


def workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Read me"])
    sheet = book.create_sheet("Visits")
    sheet.append(["Visits by branch"])
    sheet.append([])
    sheet.append([None, "branch", "visits"])
    sheet.append([None, "Main", 41250])
    sheet.append([None, "West", 8875])
    book.save(path)


@dataclass(frozen=True)
class Printing:
    """The folder of a walk, its poster's text for each page, what its slides say, and the list."""

    folder: Path
    posters: tuple[str, ...]
    slides: tuple[str, ...]
    rows: tuple[Figure, ...]

    @property
    def own(self) -> list[Figure]:
        return [row for row in self.rows if row["Cell"]]


def rendered(folder: Path, **changed: str) -> Printing:
    """The walk with its files, those in `changed` written otherwise."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "metrics.csv").write_bytes((ROOT / "samples" / "metrics.csv").read_bytes())
    (folder / "walk.yaml").write_text(WALK, encoding="utf-8")
    (folder / "areas.geojson").write_text(outlines(), encoding="utf-8")
    workbook(folder / "visits.xlsx")
    for name, text in FILES.items():
        told = changed.get(name.removesuffix(".csv"), text)
        (folder / name).write_text(told, encoding="utf-8")
    made = kit.prepared(folder / "walk.yaml")
    files = [path for path, _, _ in kit.rendered(made, folder / "out").files]
    with pdfplumber.open(next(p for p in files if p.suffix == ".pdf")) as pdf:
        posters = tuple(page.extract_text() for page in pdf.pages)
    deck = Presentation(str(next(p for p in files if p.suffix == ".pptx")))
    slides = tuple("\n".join(_said(slide.shapes)) for slide in deck.slides)
    return Printing(folder, posters, slides, read_numbers(folder / "out"))


def _said(shapes: Any) -> Iterator[str]:
    """Words, names of the areas of maps, cells of tables, labels and values of charts."""
    for shape in shapes:
        yield f"{shape.name} {shape._element.xpath('string(.//p:cNvPr/@descr)')}"
        if hasattr(shape, "shapes"):
            yield from _said(shape.shapes)
        if shape.has_text_frame:
            yield shape.text_frame.text
        if getattr(shape, "has_table", False):
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        if getattr(shape, "has_chart", False):
            yield from (e.text or "" for e in shape.chart._chartSpace.iter("{*}t", "{*}v"))


@pytest.fixture(scope="module")
def printing(tmp_path_factory: pytest.TempPathFactory) -> Printing:
    return rendered(tmp_path_factory.mktemp("walk"))


def raw(folder: Path, row: Figure) -> str:
    """The cell of the file, read by the csv module alone."""
    with (folder / row["File"]).open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter=";" if row["File"] == "rents.csv" else ","))
    return lines[int(row["Row"]) - 1][lines[0].index(row["Column"])]


def test_printed_numbers_are_those_of_the_files(printing: Printing) -> None:
    found = {
        (r["File"], r["Kind of block"], r["Place"], r["Group"], r["Year"]): r for r in printing.own
    }
    expected = [
        ("survey.csv", "local_chart", "Ash", "", "", "50%", "50"),
        ("survey.csv", "local_chart", "Cane", "", "", "80%", "80"),
        ("survey.csv", "map", "Bay", "", "", "63%", "63"),
        ("buses.csv", "local_chart", "North", "All", "2021-22", "12,100", "12100"),
        ("buses.csv", "local_chart", "South", "All", "2022-23", "34,511", "34511"),
        ("ways.csv", "hundred", "Bus", "", "", "24.3%", "2430"),
        ("ways.csv", "hundred", "Bike", "", "", "15.7%", "1570"),
        ("steps.csv", "hundred", "Stayed", "", "", "75 of 100", "309"),
        ("steps.csv", "hundred", "Finished", "", "", "50 of 100", "206"),
        ("programs.csv", "programs", "Club", "", "", "176", "176"),
        ("programs.csv", "programs", "Rides", "", "", "94", "94"),
    ]
    for *key, printed, value in expected:
        row = found[tuple(key)]  # type: ignore[index]
        assert (row["As printed"], row["As stored"]) == (printed, value)
        assert raw(printing.folder, row) == value
        page = printing.posters[int(row["Poster page"]) - 1]
        assert row["Place"] in page
        # A map shades its areas; their numbers stand in the deck.
        assert row["Kind of block"] == "map" or printed in page
        slides = [printing.slides[int(n) - 1] for n in row["Deck slides"].split(", ")]
        # Steps of 100 are counted on their axis.
        words = {printed, value, printed.removesuffix(" of 100").removesuffix("\u00a0of\u00a0100")}
        assert any(word in slide for slide in slides for word in words)
    rents = [r for r in printing.own if r["File"] == "rents.csv" and r["Column"] == "Rent"]
    assert [(r["Place"], r["As stored"], raw(printing.folder, r)) for r in rents] == [
        ("Elm", "1250.5", "1.250,5"),
        ("Oak", "987.5", "987,5"),
        ("Pine", "1011", "1.011,0"),
    ]
    changes = {r["Place"]: r["As stored"] for r in printing.own if r["Column"] == "Change"}
    assert changes == {"Elm": "4", "Oak": "-2"}


def test_a_cell_of_a_workbook_is_called_as_in_the_workbook(printing: Printing) -> None:
    rows = [row for row in printing.own if row["File"] == "visits.xlsx"]
    sheet = openpyxl.load_workbook(printing.folder / "visits.xlsx")["Visits"]
    assert [(r["Sheet"], r["Cell"], r["Row"], r["Place"]) for r in rows] == [
        ("Visits", "Visits!C4", "4", "Main"),
        ("Visits", "Visits!C5", "5", "West"),
    ]
    for row in rows:
        assert float(row["As stored"]) == sheet[row["Cell"].partition("!")[2]].value
        assert row["Label"] == "Visits to the library"
        assert row["Source"] == "Source: Visits, the library, 2026."


def test_bounds_are_those_that_are_drawn(printing: Printing) -> None:
    row = next(r for r in printing.own if (r["Place"], r["Block"]) == ("Bay", "1"))
    names = ("Lower bound", "Upper bound", "Level of bounds (percent)")
    assert [row[name] for name in names] == ["57", "69", "95"]
    assert row["Cell"] == "line 3, safe"


def test_every_number_is_listed_and_no_hidden_one(printing: Printing) -> None:
    """Dell asked nine people: its share is hidden, and with it that of another area."""
    counts = {
        name: sum(r["File"] == name for r in printing.own) for name in (*FILES, "visits.xlsx")
    }
    hidden = {"Ash", "Bay", "Cane", "Dell"} - {r["Place"] for r in printing.own}
    assert "Dell" in hidden
    assert counts == {
        "survey.csv": 2 * (4 - len(hidden)),
        "buses.csv": 4,
        "rents.csv": 5,
        "ways.csv": 3,
        "steps.csv": 3,
        "programs.csv": 2,
        "visits.xlsx": 2,
    }
    assert not any(row["File"] == "survey.csv" and row["As stored"] == "44" for row in printing.own)


def test_diff_tells_a_number_that_changed_one_that_is_new_and_one_that_is_gone(
    printing: Printing, tmp_path: Path
) -> None:
    survey = "area,asked,safe,moe\nDell,9,44,20\nCane,200,81,9\nAsh,120,50,8\nBay,400,63,6\n"
    buses = FILES["buses.csv"].replace("33400", "33405")
    newer = rendered(
        tmp_path,
        survey=survey,
        buses=buses,
        programs="program,run by,served\nMusic,The school,55\nRides,The 3 churches,94\n",
    )
    found = compared(printing.rows, newer.rows)
    told = {
        (c.status, c.figure["File"], c.figure["Kind of block"], c.figure["Place"])
        for c in found.changes
    }
    assert told == {
        ("changed", "survey.csv", "local_chart", "Cane"),
        ("changed", "survey.csv", "map", "Cane"),
        ("changed", "buses.csv", "local_chart", "South"),
        ("new", "programs.csv", "programs", "Music"),
        ("gone", "programs.csv", "programs", "Club"),
    }
    assert all("printed" in c.aspects for c in found.changes if c.status == "changed")
    assert summary(found).startswith("3 printed numbers change, 1 is new, 1 is gone; ")
