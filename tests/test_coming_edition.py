"""An edition that we do not know yet goes the whole way: years to 2024, a metric less, new names.

The files are made up here: nothing in them was published.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import yaml
from typer.testing import CliRunner

from datawalk.app.cli import app
from datawalk.config.templates import names
from datawalk.metrics.files.columns import MAY_2025, columns
from datawalk.metrics.knowledge.catalog import Metric, catalog

GONE = "share_medical_debt_coll"
YEARS = (2021, 2022, 2023, 2024)
COUNTIES = {"019": "Boone County", "077": "Greene County", "095": "Jackson County"}
KEYS = ("year", "state", "county", "state_name", "county_name")
GROUPS = {
    "race-share": ("Neighborhoods of color", "White neighborhoods", "Mixed neighborhoods"),
    "poverty": ("High-Poverty", "Not High-Poverty"),
    "age": ("10 to 14", "15 to 17"),
    "housing-type": ("Mobile Home", "Other Home"),
}
"""Kinds of groups, the last of which nobody knows."""
CUT = {
    "race-share": "share_debt_coll",
    "poverty": "index_air_hazard",
    "age": "rate_juv_arrest",
    "housing-type": "share_digital_access",
}


def metrics() -> list[Metric]:
    """The metrics of counties that the coming edition has."""
    held = {c.metric for c in columns() if MAY_2025 in c.editions and c.metric == c.column}
    return [
        metric
        for metric in catalog().metrics.values()
        if "county" in metric.levels and metric.name in held - {GONE}
    ]


def cell(metric: Metric, step: int) -> str:
    """A made-up value, larger with each step."""
    if metric.kind == "pair":
        return f"0.{step:02d}0:0.{step + 5:02d}0"
    if metric.kind in ("share", "per100"):
        return f"{0.2 + step / 100:.3f}"
    usual = {"grade": 1, "ratio": 0.8, "index": 40, "dollars": 50_000, "count": 90_000}
    return f"{usual.get(metric.kind, metric.high / 10) * (1 + step / 100):.3f}"


def overall(folder: Path) -> Path:
    """All metrics of a few counties, and one that nobody knows."""
    held = metrics()
    header = [*KEYS, *(c for m in held for c in (m.name, f"{m.name}_quality")), "share_new_thing"]
    rows = [
        [str(year), "29", code, "Missouri", name]
        + [part for m in held for part in (cell(m, at + year - 2020), "Strong")]
        + ["0.5"]
        for year in YEARS
        for at, (code, name) in enumerate(COUNTIES.items())
    ]
    return _written(folder / "11_county.csv", header, rows)


def by_group(folder: Path, kind: str) -> Path:
    """One metric by the groups of a kind."""
    metric = catalog().get(CUT[kind])
    header = [*KEYS, "subgroup", "subgroup_type", metric.name, f"{metric.name}_quality"]
    rows = [
        [
            *(str(year), "29", code, "Missouri", name),
            *(label, "all" if label == "All" else kind, cell(metric, 2 * step), "Strong"),
        ]
        for year in YEARS
        for code, name in COUNTIES.items()
        for step, label in enumerate(("All", *GROUPS[kind]))
    ]
    return _written(folder / f"{kind}.csv", header, rows)


def _written(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    lines = [",".join(header), *(",".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def walk(folder: Path, templates: Sequence[str], **more: object) -> Path:
    data = [overall(folder).name, *(by_group(folder, kind).name for kind in GROUPS)]
    written = {
        **{"title": "T", "place": "29019", "compare": ["29077"], "data": data},
        "stations": [{"template": name} for name in templates],
        "outputs": [{"medium": "poster"}, {"medium": "deck"}],
    }
    path = folder / "walk.yaml"
    path.write_text(yaml.safe_dump(written | more), encoding="utf-8")
    return path


def run(*words: str) -> str:
    done = CliRunner().invoke(app, list(words))
    assert done.exit_code == 0, done.output
    return " ".join(done.output.split())


def test_every_station_is_whole(tmp_path: Path) -> None:
    told = run("check", str(walk(tmp_path, sorted(names()))))
    assert f"No problems: {len(names())} stations" in told
    assert "does not know, and leaves out: share_new_thing." in told
    assert "its edition is newer than those that datawalk knows" in told
    assert 'groups that datawalk does not know: "Mobile Home", "Other Home".' in told
    assert f"no figure for {GONE}: the data files do not hold this metric. The sheet says" in told


def test_it_is_rendered(tmp_path: Path) -> None:
    path = walk(tmp_path, ("work/debt", "health/air", "governance/policing"))
    run("render", str(path), "--out", str(tmp_path / "out"))
    files = (path for path in (tmp_path / "out").iterdir() if path.name[0] != ".")
    made = {path.suffix: path for path in files}
    assert set(made) == {".pdf", ".pptx", ".csv", ".xlsx"}
    with made[".csv"].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["Edition"] for row in rows} == {"years to 2024", ""}
    assert {row["Group"] for row in rows} >= {
        *("Youth ages 10 to 14", "Youth ages 15 to 17", "Areas with high poverty", "Other areas"),
    }
    assert "2024" in {row["Year"] for row in rows}
