"""Tables that are brought to a walk: understood, and nobody shown who must not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk.app.studio.desk import tables
from datawalk.problems import Problems
from tests.conftest import ROOT

SAMPLES = ROOT / "samples"
AGES = (SAMPLES / "survey_ages.csv").read_bytes()


def test_a_table_is_understood_and_small_counts_are_hidden(tmp_path: Path) -> None:
    found = tables.added(AGES, "../Our Survey (ages).CSV", tmp_path)
    assert found.file == "data/our-survey-ages.csv"
    assert (tmp_path / found.file).read_bytes() == AGES
    assert found.rows[3][:5] == ("65 and older", "hidden", "hidden", "hidden", "hidden")
    assert found.rows[0][1:4] == ("31", "52", "60")
    assert (found.height, found.hidden_rows) == (4, 1)
    assert "under 10" in found.hidden_note
    assert [column.kind for column in found.columns][1:3] == ["counts people"] * 2
    assert found.to_say == ("name", "who", "when")
    assert isinstance(found.entry, dict)
    assert found.entry["file"] == found.file


def test_a_count_that_is_hidden_is_in_no_example(tmp_path: Path) -> None:
    found = tables.added(b"group,people\nA,3\nB,40\nC,50\n", "few.csv", tmp_path)
    told = repr(found)
    assert "'3'" not in told
    assert "hidden" in found.columns[1].examples


def test_the_description_decides(tmp_path: Path) -> None:
    said = {
        "file": "data/a.csv",
        "name": "Buses",
        "who": "We",
        "when": "May",
        "measures": [{"column": "buses", "people": "false"}],
    }
    tables.added(b"area,buses\nA,3\nB,40\n", "a.csv", tmp_path)
    assert tables.looked_at("data/a.csv", tmp_path).rows[0] == ("A", "hidden")
    assert tables.looked_at("data/a.csv", tmp_path, said).rows[0] == ("A", "3")
    with pytest.raises(Problems, match="name"):
        tables.looked_at("data/a.csv", tmp_path, {**said, "name": ""})


def test_published_figures_are_told_apart(tmp_path: Path) -> None:
    found = tables.added((SAMPLES / "metrics.csv").read_bytes(), "metrics.csv", tmp_path)
    assert found.metrics is not None
    assert found.metrics.places
    assert found.entry is None


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "a.csv", "empty"),
        (b"name,phone\nJo,573-555-0123\nAn,573-555-0187\n", "a.csv", "single people"),
        (b"\0\1\2\3" * 50, "a.csv", "."),
        (b"PK\3\4" + bytes(50), "a.xlsx", "."),
        (AGES, "a.exe", "not a table"),
        (AGES, "a", "not a table"),
    ],
)
def test_what_cannot_be_used_leaves_no_file(
    tmp_path: Path, content: bytes, name: str, told: str
) -> None:
    with pytest.raises(Problems, match=told):
        tables.added(content, name, tmp_path)
    assert not list(tmp_path.rglob("*.*"))


def test_a_table_can_be_taken_out_again_and_nothing_else(tmp_path: Path) -> None:
    found = tables.added(AGES, "a.csv", tmp_path)
    (tmp_path / "walk.yaml").write_text("title: x")
    for wrong in ("walk.yaml", "data/../walk.yaml", "/etc/passwd", "data"):
        with pytest.raises(Problems):
            tables.withdrawn(wrong, tmp_path)
    tables.withdrawn(found.file, tmp_path)
    assert not (tmp_path / found.file).exists()
    with pytest.raises(Problems):
        tables.looked_at(found.file, tmp_path)
    with pytest.raises(Problems, match="outside"):
        tables.looked_at("../x.csv", tmp_path)
