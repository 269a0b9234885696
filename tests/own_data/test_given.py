"""Every case of ../shared/cases has its right outcome."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.problems import Problems
from tests.conftest import SHARED
from tests.own_data.given import DESCRIBED, OWN, PRIVACY
from tests.own_data.line import missed, outcome, written

CASES = SHARED / "cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason=f"{CASES} is not on this computer")


def copied(case: Path, to: Path) -> Path:
    shutil.copytree(case, to, copy_function=shutil.copyfile)
    return to / "walk.yaml"


def test_no_case_is_forgotten() -> None:
    assert {p.name for p in (CASES / "own-data").iterdir()} <= OWN.keys()
    files = {p.stem for p in (CASES / "privacy").glob("*.csv")} - {"metrics"}
    assert files <= PRIVACY.keys()


@pytest.mark.parametrize("name", OWN)
def test_own_data(tmp_path: Path, name: str) -> None:
    found = outcome(copied(CASES / "own-data" / name, tmp_path / name))
    assert not missed(found, OWN[name]), found


@pytest.mark.parametrize("name", PRIVACY)
def test_privacy(tmp_path: Path, name: str) -> None:
    shutil.copyfile(CASES / "privacy" / f"{name}.csv", tmp_path / f"{name}.csv")
    said = DESCRIBED.get(name)
    described = [{"file": f"{name}.csv", "measures": said}] if said else []
    walk = written(tmp_path, [{"kind": "table", "file": f"{name}.csv", "source": "s"}], described)
    found = outcome(walk)
    assert not missed(found, PRIVACY[name]), found


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("leak.yaml", ("<North | hidden | hidden>", "<Men: hidden to protect privacy>")),
        ("hund.yaml", ("refused: The parts in h.csv do not add up to Total (line 5).",)),
    ],
)
def test_several_private_tables(tmp_path: Path, name: str, expected: tuple[str, ...]) -> None:
    copied(CASES / "privacy", tmp_path / "privacy")
    found = outcome(tmp_path / "privacy" / name)
    assert not missed(found, expected), found


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ({"kind": "table", "file": "farcell.xlsx"}, ("<x | 30>", "line 1048576 below the table")),
        (
            {"kind": "table", "file": "e1.csv"},
            ('it is called "column C"', "<North | hidden | hidden>"),
        ),
        (
            {"kind": "map", "boundaries": "bigint.geojson"},
            ('refused: bigint.geojson: "A" cannot be drawn',),
        ),
        ({"kind": "map", "boundaries": "empty-polygon.geojson"}, ("no outline for A", "<B: 60>")),
    ],
)
def test_hostile(tmp_path: Path, block: dict[str, str], expected: tuple[str, ...]) -> None:
    for file in (CASES / "hostile").glob("*.*"):
        if file.is_file():
            shutil.copyfile(file, tmp_path / file.name)
    (tmp_path / "t.csv").write_text("area,n\nA,50\nB,60\n", encoding="utf-8")
    joined = {"key": "area", "table": "t.csv", "column": "n"} if "boundaries" in block else {}
    found = outcome(written(tmp_path, [{**block, **joined, "source": "s"}], []))
    assert not missed(found, expected), found


def test_a_hostile_title(tmp_path: Path) -> None:
    found = outcome(shutil.copyfile(CASES / "hostile" / "nul-title.yaml", tmp_path / "walk.yaml"))
    assert not missed(found, ("refused: This line holds U+0000, a hidden sign",)), found


def test_a_map_that_names_another_file(tmp_path: Path) -> None:
    copied(CASES / "hostile" / "vrt", tmp_path / "vrt")
    found = outcome(tmp_path / "vrt" / "w.yaml")
    assert not missed(found, ("refused: g.gpkg cannot be read: it is XML",)), found


@pytest.mark.parametrize("name", OWN)
def test_no_case_breaks_the_painting(tmp_path: Path, name: str) -> None:
    walk = copied(CASES / "own-data" / name, tmp_path / name)
    try:
        made = kit.prepared(walk)
    except Problems:
        return  # which problems they are, test_own_data tells
    assert kit.rendered(made, tmp_path / "out").files
