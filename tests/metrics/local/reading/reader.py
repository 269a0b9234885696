"""Short ways to read a text, and to ask what was told."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk.metrics.local.table import LocalTable, read_table
from datawalk.problems import Problem, Problems


def read(folder: Path, data: str | bytes, name: str = "t.csv", **said: object) -> LocalTable:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_table(path, **said)  # type: ignore[arg-type]


def refused(folder: Path, data: str | bytes, name: str = "t.csv", **said: object) -> Problem:
    with pytest.raises(Problems) as raised:
        read(folder, data, name, **said)
    return raised.value.problems[0]


def told(table: LocalTable) -> str:
    assert all(problem.severity == "warning" for problem in table.told)
    return " ".join(problem.what for problem in table.told)


def column(table: LocalTable, name: str) -> list[str]:
    at = table.position(name)
    return [row[at] for row in table.rows]
