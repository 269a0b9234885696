"""Offers to download, and which figures are left off where nobody took them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from datawalk import kit
from datawalk.app import console
from datawalk.app import fetch as fetching
from datawalk.app import prompts as asking
from datawalk.app.cli import app
from datawalk.app.fetch import Fetched
from datawalk.compose.data import fetchable
from datawalk.config.load import load
from datawalk.metrics.knowledge.published import Published, named
from datawalk.problems import Problems
from tests.conftest import COUNTIES, ROOT, needs

WALK = """\
title: T
place: "29019"
data: [{data}]
stations:
  - title: How sure?
    blocks:
{blocks}
      - {{kind: questions, questions: ["What do you see?"]}}
"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The files that were downloaded, by name; nothing leaves this machine."""
    names: list[str] = []
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def fetch(file: Published, folder: Path, tell: object) -> Fetched:
        names.append(file.name)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / file.name).write_bytes((ROOT / "samples" / "metrics.csv").read_bytes())
        return Fetched(folder / file.name, fresh=True, sure=True)

    monkeypatch.setattr(fetching, "fetch", fetch)
    return names


def test_nothing_is_downloaded_unless_someone_says_so(asked: list[str]) -> None:
    files = named(["11"])
    assert not asking.download(files, yes=False, offline=False)
    assert not asking.download(files, yes=True, offline=True)
    with pytest.raises(Problems, match="which is not on this computer"):
        asking.require(files, yes=False, offline=False)
    assert asked == []
    assert asking.download(files, yes=True, offline=False)
    assert asked == [files[0].name]


@pytest.mark.parametrize(("answer", "count"), [("y\n", 1), ("\n", 1), ("n\n", 0)])
def test_a_person_is_told_the_size_and_asked(
    asked: list[str],
    answer: str,
    count: int,
    write_walk: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = named(["61"])[0].name
    blocks = "      - {kind: stat, metric: share_employed}"
    walk = write_walk(WALK.format(data=f"metrics.csv, {name}", blocks=blocks))
    assert [file.number for file in fetchable(load(walk))] == ["61"]
    monkeypatch.setattr(console, "at_a_terminal", lambda: True)
    words = ["render", str(walk), "--only", "deck"]
    done = CliRunner().invoke(app, words, input=answer)
    assert f"{name} (4.3 MB): 486 cities, every year" in done.output
    assert len(asked) == count
    assert (walk.parent / "out").exists() == bool(count)
    if count:
        assert "Download" not in CliRunner().invoke(app, words).output
        assert len(asked) == 1


def test_a_file_beside_the_walk_is_not_downloaded(write_walk: Callable[[str], Path]) -> None:
    name = named(["61"])[0].name
    walk = write_walk(WALK.format(data=name, blocks="      - {kind: text, text: We.}"))
    (walk.parent / name).write_bytes(b"year")
    assert fetchable(load(walk)) == ()


UNREAD = [
    ("{kind: stat, metric: index_transit_trips}", "of everyone", "11"),
    ("{kind: chart, metric: share_employed, show: disability}", "by disability", "18"),
    ("{kind: chart, metric: share_employed, show: gender, over: years}", "by gender", "16"),
    ("{kind: chart, metric: share_employed, show: income, beside: places}", "by income", "14"),
    ("{kind: gap, metric: share_employed, by: age, groups: [a, b]}", "by age", "15"),
    ("{kind: table, across: tenure, of: [share_employed]}", "by owners and renters", "17"),
    ("{kind: table, of: [index_transit_trips]}", "of everyone", "11"),
    ("{kind: table, across: years, of: [index_transit_trips]}", "of everyone", "11"),
    ("{kind: chart, metric: index_transit_trips, show: years}", "of everyone", "11"),
    ("{kind: chart, metric: index_transit_trips, show: distribution}", "of everyone", "11"),
    ("{kind: map, metric: index_transit_trips}", "of everyone", "11"),
]


@pytest.mark.parametrize(("block", "about", "number"), UNREAD)
def test_figures_of_a_file_that_was_not_given_are_left_off(
    block: str, about: str, number: str, write_walk: Callable[[str], Path]
) -> None:
    made = kit.prepared(write_walk(WALK.format(data="metrics.csv", blocks=f"      - {block}")))
    kinds = [exhibit.kind for exhibit in made.walk.stations[0].exhibits]
    assert kinds[-1] == "questions"
    assert "stat" not in kinds
    (warning,) = made.warnings
    assert f"files are not given: {about} (station 1)." in warning.what
    assert "No number is left in station 1." in warning.what
    assert f"`datawalk fetch-data {number}` downloads" in warning.try_this


def test_rows_of_a_file_that_was_not_given_are_left_out(write_walk: Callable[[str], Path]) -> None:
    block = "      - {kind: table, of: [share_employed, index_transit_trips]}"
    made = kit.prepared(write_walk(WALK.format(data="metrics.csv", blocks=block)))
    table = made.walk.stations[0].exhibits[0]
    assert len(table.rows) == 1  # type: ignore[attr-defined]
    (warning,) = made.warnings
    assert "No number is left" not in warning.what


@needs(COUNTIES)
def test_a_figure_that_nobody_has_is_told_on_the_sheet(write_walk: Callable[[str], Path]) -> None:
    text = WALK.format(data=COUNTIES.name, blocks="      - {kind: stat, metric: share_debt_coll}")
    walk = write_walk(text.replace("29019", "15005"))
    (walk.parent / COUNTIES.name).symlink_to(COUNTIES)
    (warning,) = kit.prepared(walk, data=[COUNTIES]).warnings
    assert "The sheet says so." in warning.what


def test_what_does_not_fit_keeps_nobody_else_waiting(
    write_walk: Callable[[str], Path], tmp_path: Path
) -> None:
    long = "\n".join(["      - {kind: text, text: " + "words " * 500 + "}"] * 4)
    outputs = "outputs: [{medium: poster, size: 60x80}, {medium: handout}]\n"
    walk = write_walk(outputs + WALK.format(data="metrics.csv", blocks=long))
    done = CliRunner().invoke(app, ["render", str(walk), "--out", str(tmp_path / "out")])
    assert done.exit_code == 1
    assert "The other files are written." in done.output
    written = {path.suffix for path in (tmp_path / "out").iterdir() if path.name[0] != "."}
    assert written == {".csv", ".pdf", ".xlsx"}
    checked = CliRunner().invoke(app, ["check", str(walk)])
    assert checked.exit_code == 1
    assert "The other outputs fit." in checked.output
    with pytest.raises(Problems):
        kit.prepared(walk, strict=True)
    with pytest.raises(Problems):
        kit.prepared(walk, only="poster")
