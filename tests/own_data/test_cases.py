"""Files of each kind that people have, through the whole line."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk import kit
from tests.own_data.inputs import CASES, Case
from tests.own_data.line import missed, outcome, written


def walk_of(case: Case, folder: Path) -> Path:
    data = case.data.encode() if isinstance(case.data, str) else case.data
    (folder / case.file).write_bytes(data)
    described = []
    if case.measures is not None:
        described = [{"file": case.file, "measures": list(case.measures), **dict(case.said)}]
    block = {"file": case.file, "source": "s", **case.block}
    return written(folder, [block], described)


@pytest.mark.parametrize("kind", CASES)
def test_outcome(tmp_path: Path, kind: str) -> None:
    found = outcome(walk_of(CASES[kind], tmp_path))
    assert not missed(found, CASES[kind].expected), found


@pytest.mark.parametrize(
    "kind", ["decimal commas", "labels below codes", "times alone", "tiny beside huge", "braces"]
)
def test_painted(tmp_path: Path, kind: str) -> None:
    done = kit.rendered(kit.prepared(walk_of(CASES[kind], tmp_path)), tmp_path / "out")
    assert {".pdf", ".pptx"} <= {path.suffix for path, _, _ in done.files}
