"""Every wrong walk in tests/mistakes gets the message of its first comment, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk import kit
from datawalk.problems import Problem, Problems
from tests.conftest import ROOT

MISTAKES = sorted((ROOT / "tests" / "mistakes").glob("*.yaml"))


def shown(problem: Problem) -> str:
    at = problem.at
    place = f"{at.line}   {at.where}".rstrip() if at.line else ""
    return " | ".join(part for part in (place, problem.what, problem.try_this) if part)


def expected(text: str) -> list[str]:
    lines = text.splitlines()
    comments = [line for line in lines if line.startswith("# ")]
    return [line.removeprefix("# ") for line in comments]


def test_there_are_many() -> None:
    assert len(MISTAKES) >= 20


@pytest.mark.parametrize("path", MISTAKES, ids=lambda p: p.stem)
def test_says_what_is_wrong(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    (tmp_path / "walk.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "metrics.csv").write_bytes((ROOT / "samples" / "metrics.csv").read_bytes())
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Problems) as found:
        kit.prepared(Path("walk.yaml"))
    said = [shown(problem).replace(str(tmp_path), "FOLDER") for problem in found.value.problems]
    assert said == expected(text)
    assert not (tmp_path / "out").exists()
