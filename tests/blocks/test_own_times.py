"""Charts and maps of a community's own tables over times of every kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from datawalk import kit
from datawalk.composing import compose
from datawalk.config.load import load
from datawalk.exhibits import Chart, Exhibit, Map, Table
from datawalk.needing import read_data
from datawalk.problems import Problem, Problems

Write = Callable[[str], Path]

HEAD = """
title: T
place: "29019"
data: [metrics.csv]
outputs: [{medium: poster}, {medium: deck}]
local_data:
  - file: t.csv
    name: Street survey
    who: our neighbors
    when: May 2026
    measures: [{column: n, label: Visits, people: false}]
stations:
  - title: S
    blocks:
"""


@dataclass(frozen=True)
class Shown:
    exhibit: Exhibit
    warnings: tuple[Problem, ...]

    @property
    def chart(self) -> Chart:
        assert isinstance(self.exhibit, Chart)
        return self.exhibit

    @property
    def labels(self) -> list[str]:
        return [point.label for point in self.chart.series[0].points]

    @property
    def printed(self) -> dict[str, str]:
        return {point.label: point.printed for point in self.chart.series[0].points}


def written(write_walk: Write, table: str, block: str, head: str = HEAD) -> Path:
    path = write_walk(f"{head}      - {block}\n")
    (path.parent / "t.csv").write_text(table, encoding="utf-8")
    return path


def shown(write_walk: Write, table: str, block: str, head: str = HEAD) -> Shown:
    file = load(written(write_walk, table, block, head))
    found = compose(file, read_data(file))
    (exhibit,) = found.walk.stations[0].exhibits
    return Shown(exhibit, tuple(found.warnings))


def refused(write_walk: Write, table: str, block: str, head: str = HEAD) -> Problem:
    with pytest.raises(Problems) as found:
        shown(write_walk, table, block, head)
    return found.value.problems[0]


def chart(**settings: str) -> str:
    told = {"kind": "local_chart", "file": "t.csv", "measure": "n", **settings}
    return "{" + ", ".join(f"{key}: {value}" for key, value in told.items()) + "}"


TIMES = {
    "school": ["2021-22", "2022-23", "2023-24"],
    "fiscal": ["FY22", "FY23", "FY24"],
    "spans": ["2009–2013", "2014–2018", "2019–2023"],
    "floats": ["2022.0", "2023.0", "2024.0"],
    "months": ["Oct 2023", "Nov 2023", "Jan 2024"],
    "quarters": ["Q3 2023", "Q4 2023", "Q1 2024"],
    "dates": ["2023-10-01", "2024-01-15", "2024-06-30"],
    "waves": ["Wave 1", "Wave 2", "Wave 10"],
    "short": ["98", "99", "00"],
}


@pytest.mark.parametrize("kind", TIMES)
@pytest.mark.parametrize(
    "how", [{"show": "years"}, {"show": "change"}, {"show": "areas", "over": "years"}]
)
def test_every_kind_is_drawn_on_posters_and_slides(
    write_walk: Write, kind: str, how: dict[str, str]
) -> None:
    told = TIMES[kind]
    rows = [f"{area},{time},{10 + i}" for i, time in enumerate(told) for area in ("A", "B")]
    # The newest stands first in the file.
    path = written(write_walk, "\n".join(["area,year,n", *reversed(rows)]), chart(**how))
    job = kit.prepared(path)
    (exhibit,) = job.walk.stations[0].exhibits
    assert isinstance(exhibit, Chart)
    labels = [time.removesuffix(".0") for time in told]
    if how == {"show": "change"}:
        labels = [labels[0], labels[-1]]
    assert [point.label for point in exhibit.series[0].points] == labels
    files = {Path(name).suffix: data for name, data in kit.rendered(job).items()}
    slides = Presentation(BytesIO(files[".pptx"])).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert charts
    drawn = [name for name in charts[0].plots[0].categories if name.strip()]
    assert drawn == labels
