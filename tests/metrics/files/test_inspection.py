"""What `datawalk data` tells of each file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from datawalk.app.cli import app
from datawalk.metrics.files.inspection import FileReport, inspect
from datawalk.metrics.knowledge.catalog import catalog
from tests.conftest import ROOT, SHARED, needs

DATA = SHARED / "data"
HEAD = "year,state,county,share_employed,share_employed_quality,share_debt_coll,new_thing\n"


def report(tmp_path: Path, text: str) -> FileReport:
    path = tmp_path / "a.csv"
    path.write_text(text)
    found = inspect(path, catalog())
    assert isinstance(found, FileReport)
    return found


def test_tells_what_is_odd_and_yet_usable(tmp_path: Path) -> None:
    rows = "2023,29,019,0.8,Strong,NA,5\n2023,29,077,NA,Weak,NA,6"
    found = report(tmp_path, HEAD + rows)
    assert (found.ok, found.rows, found.places, found.years) == (True, 2, 2, (2023,))
    assert found.metrics == ("share_employed",)
    assert found.warnings == (
        "Columns that datawalk does not know, and leaves out: new_thing.",
        "Columns without a single value: share_debt_coll.",
        "Rows with a grade and no value: share_employed (1).",
        "The last line has no end: the file may be cut off there.",
    )


def test_a_refused_file_has_a_reason_and_its_name(tmp_path: Path) -> None:
    found = report(tmp_path, HEAD + "2023,29,019,0.8,Strong\n")
    assert not found.ok
    assert "a.csv has 5 cells in line 2" in found.reason


def test_new_labels_of_a_later_edition_are_kept(tmp_path: Path) -> None:
    head = "year,state,county,subgroup,subgroup_type,share_employed\n"
    rows = "2025,29,019,All,all,0.8\n2025,29,019,Veterans,service,0.7\n"
    found = report(tmp_path, head + rows)
    assert found.edition == "years to 2025"
    assert (found.subgroup_types, found.groups) == (("service",), (("service", ("Veterans",)),))
    assert any('groups that datawalk does not know: "Veterans"' in w for w in found.warnings)


def test_the_command_speaks_json_and_fails_for_a_refused_file(tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("year,state,county,share_employed\n2023,29,019\n")
    done = CliRunner().invoke(
        app, ["data", "--json", str(ROOT / "samples" / "metrics.csv"), str(bad)]
    )
    assert done.exit_code == 1
    good, refused = json.loads(done.stdout)
    assert list(good) == [
        *("file", "ok", "reason", "edition", "level", "rows", "places", "years"),
        *("subgroup_types", "metrics", "warnings"),
    ]
    assert (good["ok"], good["edition"], good["level"]) == (True, "May 2025", "county")
    assert (refused["ok"], refused["metrics"]) == (False, [])
    told = CliRunner().invoke(app, ["data", str(bad)])
    assert (told.exit_code, "refused" in told.stdout) == (1, True)


PUBLISHED = sorted(path for path in DATA.rglob("*.csv") if path.parent.name != "other")


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.name[:30])
@needs(DATA)
def test_published_files_are_counted_right(path: Path) -> None:
    found = inspect(path, catalog())
    assert isinstance(found, FileReport)
    assert found.ok, found.reason
    with path.open(encoding="latin-1", newline="") as file:
        rows = list(csv.DictReader(file))
    level = next((name for name in ("county", "place") if name in rows[0]), "")
    assert found.rows == len(rows)
    assert found.places == (len({(row["state"], row[level]) for row in rows}) if level else 0)
    assert found.years == tuple(sorted({int(row["year"]) for row in rows if "year" in row}))
    assert found.level == (level or "benchmark")
    kinds = {row.get("subgroup_type", "all") for row in rows} - {"all", "NA"}
    assert set(found.subgroup_types) == (kinds if "61_" not in path.name else set())
    if "2024-09" in path.parts or "sep2024" in path.name:
        assert found.edition == "September 2024"
    elif path.name[:2] in ("00", "05"):
        assert found.edition == "older schema (to February 2024)"
    else:
        assert found.edition == "May 2025"
