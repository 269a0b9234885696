"""Damaged files end with a table or with a Problem, never with a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk.metrics.local.table import read_table
from datawalk.problems import Problems
from tests.metrics.local.reading import fuzzing


@pytest.mark.parametrize("kind", fuzzing.MAKERS)
def test_damaged_files(tmp_path: Path, kind: str) -> None:
    outcomes = set()
    for seed in range(120):
        path = fuzzing.written(tmp_path, kind, seed)
        try:
            table = read_table(path)
        except Problems:
            outcomes.add("refused")
        else:
            outcomes.add("read")
            assert len(table.rows) == len(table.lines)
            assert {len(row) for row in table.rows} == {len(table.columns)}
    assert outcomes == {"read", "refused"}
