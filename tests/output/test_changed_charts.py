"""A person changes a figure in the data sheet of a chart: the axis follows, an update says so."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pypdf import PdfReader
from typer.testing import CliRunner

from datawalk.app.cli import app
from tests.output.test_decks import WRITE, render

pytestmark = pytest.mark.usefixtures("read_anew")

WALK = """title: W
place: "29019"
compare: ["19103", us-median]
data: [metrics.csv]
outputs: [{medium: deck}]
session: {parts: [title, stations]}
stations:
  - question: Who has a job?
    blocks: [{kind: chart, metric: share_employed}]
  - question: Who reads on?
    blocks: [{kind: chart, metric: share_in_preschool}]
"""
MINE = 3.75
"""375%, far beyond every axis."""


@pytest.fixture
def deck(write_walk: WRITE) -> Path:
    folder = write_walk(WALK).parent
    render(folder)
    (path,) = (folder / "out").glob("*.pptx")
    return path


def charts(path: Path) -> list[Any]:
    found: Any = Presentation(str(path))
    return [shape.chart for slide in found.slides for shape in slide.shapes if shape.has_chart]


def by_hand(path: Path) -> None:
    """As PowerPoint does with Edit Data: the first chart and its workbook."""
    opened: Any = Presentation(str(path))
    chart = next(s.chart for slide in opened.slides for s in slide.shapes if s.has_chart)
    data = CategoryChartData(number_format="0%")
    data.categories = list(chart.plots[0].categories)
    ours, *others = chart.plots[0].series
    data.add_series(ours.name, [MINE, *list(ours.values)[1:]])
    for series in others:
        data.add_series(series.name, list(series.values))
    chart.replace_data(data)
    opened.save(str(path))


def test_an_update_names_the_chart_whose_data_a_person_changed(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand(deck)
    folder = deck.parent.parent
    data = folder / "metrics.csv"
    data.write_text(data.read_text("utf-8").replace("2023,0.8411", "2023,0.6184"), "utf-8")
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(app, ["render", "walk.yaml", "--update"])
    assert done.exit_code == 0
    told = " ".join(done.output.split())
    assert "keeps what you wrote: slide 3 (chart)" in told
    first = charts(deck)[0]
    book = openpyxl.load_workbook(io.BytesIO(first.part.chart_workbook.xlsx_part.blob))
    cells = [cell for row in book.active.iter_rows(values_only=True) for cell in row]
    assert MINE in cells
    assert MINE in [value for series in first.plots[0].series for value in series.values]


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice (libreoffice-impress)")
def test_the_axis_of_bars_follows_a_figure_that_grows(deck: Path, tmp_path: Path) -> None:
    """Our bar is shorter beside one that is four times as long, which stays on the slide."""
    before = places(deck, tmp_path / "before")
    by_hand(deck)
    after = places(deck, tmp_path / "after")
    assert "375%" not in before
    assert after["84%"] < before["84%"] - 72
    assert before["89%"] - 36 < after["375%"] < 960


def places(deck: Path, folder: Path) -> dict[str, float]:
    """How far from the left, in points, the figures of the first chart stand as they are shown."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(deck)], check=True, capture_output=True, timeout=200)
    (path,) = folder.glob("*.pdf")
    found: dict[str, float] = {}

    def visit(text: str, _matrix: Any, at: Any, *_rest: Any) -> None:
        if text.strip().endswith("%"):
            found.setdefault(text.strip(), at[4])

    page = next(p for p in PdfReader(path).pages if "Johnson County" in p.extract_text())
    page.extract_text(visitor_text=visit)
    return found
