"""Places that nobody knows, and files that are no walk, are told with the first mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk.config.load import load
from datawalk.problems import Problems

WALK = """title: Our walk
place: {place}
compare: [{compare}]
outputs: [{{medium: poster, size: nonsense}}]
stations: [{{template: work/jobs}}]
"""


def said(folder: Path, place: str, compare: str) -> list[tuple[int, str]]:
    path = folder / "walk.yaml"
    path.write_text(WALK.format(place=place, compare=compare), encoding="utf-8")
    with pytest.raises(Problems) as found:
        load(path)
    return [(problem.at.line, problem.what) for problem in found.value.problems]


def test_an_unknown_place_is_told_beside_other_mistakes(tmp_path: Path) -> None:
    told = said(tmp_path, "Humbolt County CA", "us-median")
    assert [line for line, _ in told] == [2, 4]
    assert "Humbolt County CA is no county" in told[0][1]


def test_each_place_to_compare_with_is_judged_at_the_level_of_the_walk(tmp_path: Path) -> None:
    """Dallas is one city; among counties there are five."""
    told = said(tmp_path, '"48001"', "Dallas, US-Median, peers, state-median")
    assert [line for line, _ in told] == [3, 3, 4]
    assert "Dallas is in 5 states" in told[0][1]
    assert '"US-Median" is no place, nor a word' in told[1][1]
    assert [line for line, _ in said(tmp_path, '"2915670"', "Dallas")] == [4]


@pytest.mark.parametrize(("name", "shows"), [("numbers.csv", True), ("posters.pdf", False)])
def test_a_file_that_is_no_walk_by_its_name_is_called_so(
    tmp_path: Path, name: str, shows: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(b"a,b: c: d\n\xff\n")
    with pytest.raises(Problems) as found:
        load(path)
    [problem] = found.value.problems
    assert f"{name} is not a walk" in problem.what
    assert ("datawalk data" in problem.try_this) is shows
