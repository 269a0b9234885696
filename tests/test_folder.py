"""A kit is written whole or not at all, whoever ends the program and whoever writes beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from datawalk import folder
from datawalk.folder import JOURNAL, held, write
from datawalk.problems import Problems
from tests.conftest import ROOT

OLD = {"a.pdf": b"old a", "b.pptx": b"old b", "c.csv": b"old c"}
NEW = {"a.pdf": b"new a", "b.pptx": b"new b", "c.csv": b"new c"}


def put(out: Path, files: dict[str, bytes]) -> None:
    write({out / name: content for name, content in files.items()})


def there(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def test_files_are_there_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out"
    put(out, OLD)
    put(out, NEW)
    assert there(out) == NEW
    assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {0o644}


KILLED = """
import os, sys
from pathlib import Path
from datawalk.folder import write
moves, real = [], Path.replace
def replace(self, target):
    if not Path(target).name.startswith("."):
        if len(moves) == int(sys.argv[2]):
            os._exit(9)
        moves.append(target)
    return real(self, target)
Path.replace = replace
out = Path(sys.argv[1])
write({out / name: f"new {name[0]}".encode() for name in ("a.pdf", "b.pptx", "c.csv")})
"""


@pytest.mark.parametrize("moves", [0, 1, 2, 3])
def test_a_run_that_was_killed_leaves_the_old_kit_or_the_new_one(
    tmp_path: Path, moves: int
) -> None:
    put(tmp_path, OLD)
    told = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", KILLED, str(tmp_path), str(moves)]
    ended = subprocess.run(command, env=told, check=False).returncode
    assert ended == (0 if moves == 3 else 9)
    with held(tmp_path):
        # Nothing was moved yet when it was killed at 0, but the new kit was whole already.
        assert there(tmp_path) == NEW


def test_what_a_dead_run_left_before_its_kit_was_whole_is_cleared(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / ".a.pdf.abcd1234.part").write_bytes(b"half")
    (tmp_path / ".mine.part").write_bytes(b"not ours")
    with held(tmp_path):
        assert there(tmp_path) == OLD | {".mine.part": b"not ours"}


def test_a_journal_moves_nothing_out_of_its_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    put(out, OLD)
    part = ".a.pdf.abcd1234.part"
    (out / part).write_bytes(b"x")
    for name in ("../a.pdf", str(tmp_path / "a.pdf"), "b.pptx"):
        (out / JOURNAL).write_text(json.dumps({part: name}), encoding="utf-8")
        with held(out):
            assert there(out) == OLD
        assert not (tmp_path / "a.pdf").exists()
        (out / part).write_bytes(b"x")
    (out / JOURNAL).write_text("[", encoding="utf-8")
    with held(out):
        assert there(out) == OLD


def test_all_that_stands_in_the_way_is_told_and_nothing_changes(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / "d.pdf").mkdir()
    (tmp_path / "e.pdf").mkdir()
    with pytest.raises(Problems) as raised:
        put(tmp_path, NEW | {"d.pdf": b"", "e.pdf": b""})
    assert [p.what.rpartition("/")[2][:5] for p in raised.value.problems] == ["d.pdf", "e.pdf"]
    assert {n: (tmp_path / n).read_bytes() for n in OLD} == OLD


@pytest.mark.parametrize("moves", [0, 1, 2])
def test_a_move_that_fails_brings_the_old_kit_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    put(tmp_path, {name: OLD[name] for name in ("a.pdf", "c.csv")})
    real = Path.replace
    done: list[Path] = []

    def replace(self: Path, target: Path) -> Path:
        if self.name.endswith(".part") and not target.name.startswith("."):
            if len(done) == moves:
                raise PermissionError(13, "Permission denied", str(target))
            done.append(target)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(Problems, match="cannot be written"):
        put(tmp_path, NEW)
    assert there(tmp_path) == {name: OLD[name] for name in ("a.pdf", "c.csv")}


def test_two_at_once_wait_for_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "WAIT", 0.05)
    code = "import sys, time; from pathlib import Path; from datawalk.folder import held\n"
    code += "with held(Path(sys.argv[1])): print('in', flush=True); time.sleep(60)"
    told = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, env=told, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"in\n"
        with pytest.raises(Problems, match="Another datawalk"), held(tmp_path):
            pass
        other.kill()
    with held(tmp_path):
        pass
