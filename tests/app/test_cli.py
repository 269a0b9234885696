"""The commands as a user types them, in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk.app import console
from tests.conftest import COUNTIES, ROOT, needs


def run(
    *words: str | Path, cwd: Path | None = None, keys: str = ""
) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "datawalk", *map(str, words)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=env,
        input=keys,
        check=False,
    )


WALK = """\
title: T
place: "29019"
compare: [us-median]
data: [metrics.csv]
stations:
  - template: work/jobs
"""


def test_render_writes_posters_and_deck(write_walk: Callable[[str], Path]) -> None:
    walk = write_walk(WALK)
    done = run("render", walk, "--out", walk.parent / "out")
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (walk.parent / "out").iterdir()}
    assert names == {
        *("boone-county-missouri-t-posters-24x36.pdf", "boone-county-missouri-t-deck.pptx"),
        *(
            "boone-county-missouri-t-numbers.csv",
            "boone-county-missouri-t-numbers.xlsx",
            "boone-county-missouri-t-print-list.xlsx",
            ".datawalk-files.json",
        ),
    }
    assert "boone-county-missouri-t-posters-24x36.pdf" in done.stdout
    assert "KB" in done.stdout


def test_long_names_are_told_whole_on_a_narrow_screen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    stem = "out/loving-county-texas-" + "a-very-long-title-of-a-data-walk-" * 3
    names = [f"{stem}{ending}" for ending in ("deck.pptx", "web.html")]
    console.written([(Path(name), 12, 345_678) for name in names])
    told = capsys.readouterr().out
    assert told.count("346 KB") == 2
    bare = "".join(told.split()).replace("12346KB", "")
    assert all(name in bare for name in names)


def test_only_one_medium(write_walk: Callable[[str], Path]) -> None:
    walk = write_walk(WALK)
    assert run("render", walk, "--only", "deck", "--out", walk.parent / "out").returncode == 0
    names = {path.name for path in (walk.parent / "out").iterdir()}
    assert names == {
        "boone-county-missouri-t-deck.pptx",
        "boone-county-missouri-t-numbers.csv",
        "boone-county-missouri-t-numbers.xlsx",
        ".datawalk-files.json",
    }
    wrong = run("render", walk, "--only", "posters", "--out", walk.parent / "no")
    assert wrong.returncode == 1
    assert 'Did you mean "poster"?' in wrong.stderr


def test_problems_keep_what_was_there(write_walk: Callable[[str], Path]) -> None:
    walk = write_walk(WALK)
    out = walk.parent / "out"
    run("render", walk, "--out", out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    walk.write_text(WALK.replace("work/jobs", "work/jbos"), encoding="utf-8")
    done = run("render", walk, "--out", out)
    assert done.returncode == 1
    assert f"{walk}:6" in done.stderr
    assert "1 problem. Nothing was written." in done.stderr
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_the_same_walk_gives_the_same_bytes(write_walk: Callable[[str], Path]) -> None:
    walk = write_walk(WALK)
    for name in ("one", "two"):
        assert run("render", walk, "--out", walk.parent / name).returncode == 0
    for path in (walk.parent / "one").iterdir():
        assert path.read_bytes() == (walk.parent / "two" / path.name).read_bytes(), path.name


def test_check_writes_nothing(write_walk: Callable[[str], Path]) -> None:
    walk = write_walk(WALK)
    done = run("check", walk, cwd=walk.parent)
    assert done.returncode == 0
    assert "No problems: 1 stations" in done.stdout
    assert not (walk.parent / "out").exists()


def test_check_shows_advice_and_render_counts_it(write_walk: Callable[[str], Path]) -> None:
    own = "  - {title: Who, blocks: [{kind: text, text: We help the poor and the homeless.}]}\n"
    walk = write_walk(WALK.replace("  - template: work/jobs\n", own))
    done = run("check", walk, "--strict")
    assert done.returncode == 0
    assert "advice: “the poor” puts a label before the people." in done.stderr
    assert "Better: people with low incomes. (APA style)" in done.stderr
    assert "3 pieces of advice; none of it stops the work." in done.stderr
    made = run("render", walk, "--only", "poster", "--out", walk.parent / "out")
    assert "3 pieces of advice: datawalk check shows them." in made.stderr
    assert "the poor" not in made.stderr


def test_strict_lets_warnings_stop(write_walk: Callable[[str], Path]) -> None:
    text = WALK.replace("work/jobs", "neighborhoods/homes").replace('"29019"', '"29077"')
    gap = text + "    blocks: [{kind: chart, metric: share_digital_access, show: race}]\n"
    walk = write_walk(gap)
    assert "1 warning" in run("check", walk).stderr
    strict = run("check", walk, "--strict")
    assert strict.returncode == 1


def test_new_asks_and_makes_a_walk_that_renders(tmp_path: Path) -> None:
    made = run("new", "my", cwd=tmp_path, keys="Boone County, Missouri\nwork, health\n")
    assert made.returncode == 0, made.stderr
    text = (tmp_path / "my" / "walk.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    assert json.loads((tmp_path / "my" / "schema.json").read_text(encoding="utf-8"))
    done = run("render", "my/walk.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "my" / "out" / "boone-county-missouri-data-walk-deck.pptx").exists()


def test_new_asks_again_where_nobody_knows_the_place(tmp_path: Path) -> None:
    keys = "Wayne\nAtlantis\nboone co mo\nwork\n"
    made = run("new", "my", cwd=tmp_path, keys=keys)
    assert made.returncode == 0, made.stderr
    assert "Wayne is in 16 states." in made.stderr
    assert "Atlantis is no county or larger city we know." in made.stderr
    assert "8  Wayne County, Missouri (29223)" in made.stdout
    assert "Boone County, Missouri (29019).\nOthers of that name: Boone County, AR" in made.stdout
    assert 'place: "29019"' in (tmp_path / "my" / "walk.yaml").read_text(encoding="utf-8")


def test_new_takes_the_number_of_a_place(tmp_path: Path) -> None:
    made = run("new", "my", "--pillars", "work", cwd=tmp_path, keys="Wayne\n8\n")
    assert made.returncode == 0, made.stderr
    assert 'place: "29223"' in (tmp_path / "my" / "walk.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("Wayne", "Wayne County, MI: 26163"),
        ("Jackson, Missouri", "may be Jackson County, Missouri, or a town of that name"),
        ("Navajo County AZ", "`datawalk fetch-data 11` downloads it, and so does --yes here."),
        ("San Juan, Puerto Rico", "The Mobility Metrics hold no figures for Puerto Rico."),
    ],
)
def test_new_tells_which_data_hold_the_place(tmp_path: Path, place: str, what: str) -> None:
    done = run("new", "my", "--place", place, "--pillars", "work", cwd=tmp_path)
    assert done.returncode == 1
    assert what in " ".join(done.stderr.split())
    assert not (tmp_path / "my").exists()


def test_new_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "my").mkdir()
    (tmp_path / "my" / "notes.txt").write_text("mine", encoding="utf-8")
    done = run("new", tmp_path / "my", "--place", "29019", "--pillars", "work")
    assert done.returncode == 1
    assert "is not empty" in done.stderr
    assert [path.name for path in (tmp_path / "my").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    ("place", "pillars", "words"),
    [
        ("Atlantis", "work", "no county or larger city we know"),
        ("29019", "wrok", 'Did you mean "work"?'),
    ],
)
def test_new_explains(tmp_path: Path, place: str, pillars: str, words: str) -> None:
    done = run("new", tmp_path / "my", "--place", place, "--pillars", pillars)
    assert done.returncode == 1
    assert words in done.stderr
    assert not (tmp_path / "my").exists()


@needs(COUNTIES)
def test_new_for_any_county_with_the_published_file(tmp_path: Path) -> None:
    done = run("new", tmp_path / "my", "--place", "15003", "--pillars", "work", "--data", COUNTIES)
    assert done.returncode == 0, done.stderr
    checked = run("check", tmp_path / "my" / "walk.yaml")
    assert checked.returncode == 0, checked.stderr


def test_peers_say_why() -> None:
    found = run("peers", "29019")
    assert found.returncode == 0, found.stderr
    assert "19103  Johnson County, Iowa" in found.stdout
    assert "157,528 people against 189,463; income at the middle" in found.stdout
    assert "no county or larger city we know" in run("peers", "Atlantis").stderr


def test_places_and_metrics_find_words() -> None:
    found = run("places", "washington oregon")
    assert found.stdout.split() == ["Code", "Place", "41067", "Washington", "County,", "Oregon"]
    assert "2915670" in run("places", "columbia").stdout
    assert run("places", "zzzz").returncode == 1
    assert "ratio_population_pc_physician" in run("metrics", "doctor").stdout


def test_templates_shows_one_and_explains_a_slip() -> None:
    assert "metric: share_employed" in run("templates", "work/jobs").stdout
    assert 'Did you mean "work/jobs"?' in run("templates", "work/job").stderr


def test_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["title"] == "datawalk walk"


def test_wrong_command_and_missing_file() -> None:
    assert run("rendr").returncode == 2
    assert run("render").returncode == 2
    missing = run("render", "none.yaml")
    assert missing.returncode == 1
    assert "There is no file none.yaml" in missing.stderr


@pytest.mark.parametrize(
    ("modules", "heavy"),
    [
        (
            "datawalk.app.cli",
            ["pandas", "numpy", "matplotlib", "reportlab", "pptx", "pydantic", "pyproj", "PIL"],
        ),
        # Until a workbook is read or written, a file is fetched, a picture is painted.
        (
            "datawalk.kit, datawalk.app.prompts",
            ["openpyxl", "xlrd", "urllib.request", "matplotlib", "pyproj"],
        ),
    ],
)
def test_help_and_checks_need_no_heavy_library(modules: str, heavy: list[str]) -> None:
    code = f"import sys, {modules}; print([m for m in sys.modules if m in {heavy}])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "[]"
