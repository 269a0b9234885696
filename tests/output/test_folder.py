"""A kit is written whole or not at all, whoever ends the program and whoever writes beside it."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from datawalk.output import folder
from datawalk.output.folder import held, places, write
from datawalk.output.journal import JOURNAL, FileMove, settle
from datawalk.problems import Broken, Problems
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("read_anew")

OLD = {"a.pdf": b"old a", "b.pptx": b"old b", "c.csv": b"old c"}
NEW = {"a.pdf": b"new a", "b.pptx": b"new b", "c.csv": b"new c"}
PART, ASIDE = ".datawalk-0123456789ab.part", ".datawalk-0123456789ab.old"


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


def deep(out: Path) -> dict[str, bytes]:
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def test_a_folder_in_the_folder_is_written_with_it_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = FileMove.made

    def made(self: FileMove) -> None:
        real(self)
        if self.name == "c.csv":
            raise OSError(errno.ENOSPC, "full", "c.csv")

    put(tmp_path, {"a.pdf": b"old a"})
    files = {"a.pdf": b"new a", "pictures/b.png": b"new b", "c.csv": b"new c"}
    with monkeypatch.context() as broken:
        broken.setattr(FileMove, "made", made)
        with pytest.raises(Problems, match="cannot be written"):
            put(tmp_path, files)
    assert deep(tmp_path) == {"a.pdf": b"old a"}
    assert not (tmp_path / "pictures").exists()
    put(tmp_path, files)
    assert deep(tmp_path) == files


def test_a_dead_run_is_finished_in_folders_too(tmp_path: Path) -> None:
    (tmp_path / PART).write_bytes(b"x")
    noted(tmp_path, name="pictures/a.png")
    settle(tmp_path)
    assert deep(tmp_path) == {"pictures/a.png": b"x"}


@pytest.mark.parametrize("name", ["p/../../a", "p/q/a", "/p/a", "p/", "../a", "link/a", "p\\a"])
def test_a_journal_leads_out_of_no_folder(tmp_path: Path, name: str) -> None:
    out, other = tmp_path / "out", tmp_path / "other"
    out.mkdir()
    other.mkdir()
    (out / "link").symlink_to(other)
    (out / PART).write_bytes(b"x")
    noted(out, name=name)
    settle(out)
    assert deep(tmp_path) == {}


KILLED = """
import os, sys
from pathlib import Path
from datawalk.output.folder import held, write
seen = []
def ending(name):
    real = getattr(Path, name)
    def step(self, *args, **kw):
        if len(seen) == int(sys.argv[2]):
            os._exit(9)
        seen.append(name)
        return real(self, *args, **kw)
    setattr(Path, name, step)
for name in ("replace", "unlink", "chmod"):
    ending(name)
out = Path(sys.argv[1])
if len(sys.argv) > 3:
    with held(out):
        pass
else:
    write({out / name: f"new {name[0]}".encode() for name in ("a.pdf", "b.pptx", "c.csv")})
print(len(seen))
"""


def killed(out: Path, steps: int, *more: str) -> bool:
    """Whether a run that was to end before so many steps on files did end."""
    told = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", KILLED, str(out), str(steps), *more]
    ended = subprocess.run(command, env=told, check=False, capture_output=True).returncode
    assert ended in (0, 9)
    return ended == 9


NOTED = 5
"""Three files and the journal are made readable, and the journal moved to its name."""
STEPS = NOTED + 6 + 4
"""Each file is put aside and another one in its place; then all that is left is cleared."""


@pytest.mark.parametrize("steps", range(STEPS + 1))
def test_a_run_that_was_killed_leaves_the_old_kit_or_the_new_one(
    tmp_path: Path, steps: int
) -> None:
    put(tmp_path, OLD)
    assert killed(tmp_path, steps) == (steps < STEPS)
    with held(tmp_path):
        assert there(tmp_path) == (OLD if steps < NOTED else NEW)


@pytest.mark.parametrize("steps", range(0, 9, 2))
def test_who_finishes_may_be_killed_too(tmp_path: Path, steps: int) -> None:
    put(tmp_path, OLD)
    assert killed(tmp_path, NOTED + 3)
    assert killed(tmp_path, steps, "finish")
    with held(tmp_path):
        assert there(tmp_path) == NEW


@pytest.mark.parametrize("steps", range(NOTED, STEPS))
def test_what_a_person_saved_after_a_kill_stays(tmp_path: Path, steps: int) -> None:
    put(tmp_path, OLD)
    assert killed(tmp_path, steps)
    (tmp_path / "b.pptx").write_bytes(b"mine")
    with held(tmp_path):
        found = there(tmp_path)
    assert found.pop("b-before.pptx", b"old b") == b"old b"
    assert found == NEW | {"b.pptx": b"mine"}


def test_only_what_is_ours_is_cleared(tmp_path: Path) -> None:
    others = {".mine.part": b"", ".a.pdf.abcd1234.old": b"", ASIDE: b"the only copy"}
    put(tmp_path, OLD)
    for name, content in others.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / PART).write_bytes(b"half")
    with held(tmp_path):
        assert there(tmp_path) == OLD | others


def noted(out: Path, **changes: object) -> None:
    told = {"name": "a.pdf", "part": PART, "old": ASIDE, "was": "", "now": digest(b"x")}
    (out / JOURNAL).write_text(json.dumps({"moves": [told | changes]}), encoding="utf-8")


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


@pytest.mark.parametrize("name", ["../a.pdf", "/tmp/a.pdf", "..", "", JOURNAL, "x\0", PART, 7])
def test_a_journal_moves_nothing_out_of_its_folder(tmp_path: Path, name: object) -> None:
    out = tmp_path / "out"
    put(out, OLD)
    (out / PART).write_bytes(b"x")
    noted(out, name=name)
    with held(out):
        assert there(out) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("changes", [{"part": "b.pptx"}, {"old": "../b"}, {"old": "c.csv"}])
def test_a_journal_moves_nothing_of_others(tmp_path: Path, changes: dict[str, str]) -> None:
    put(tmp_path, OLD)
    noted(tmp_path, was=digest(b"old a"), now=digest(b"old b"), **changes)
    with held(tmp_path):
        assert there(tmp_path) == OLD


@pytest.mark.parametrize("text", ["[", "[]", "7", '{"moves": 3}', "{}", "[" * 100_000, "\ud800"])
def test_a_journal_that_is_none_of_ours_is_kept_and_in_nobodys_way(
    tmp_path: Path, text: str
) -> None:
    put(tmp_path, OLD)
    blob = text.encode("utf-8", "surrogatepass")
    (tmp_path / JOURNAL).write_bytes(blob)
    with held(tmp_path):
        put(tmp_path, NEW)
    assert there(tmp_path) == NEW | {"unknown-datawalk.json": blob}


def test_one_obstacle_does_not_keep_the_others_from_their_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, OLD)
    assert killed(tmp_path, NOTED)
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.name == "a.pdf":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(Problems, match=r"before .*a\.pdf was in its place"), held(tmp_path):
        pass
    found = there(tmp_path)
    assert {name: found[name] for name in OLD} == NEW | {"a.pdf": b"old a"}
    monkeypatch.undo()
    with held(tmp_path):
        assert there(tmp_path) == NEW


def test_all_that_stands_in_the_way_is_told_and_nothing_changes(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / "d.pdf").mkdir()
    (tmp_path / "e.pdf").symlink_to(tmp_path / "c.csv")
    (tmp_path / "f.pdf").symlink_to("nowhere")
    (tmp_path / "~$b.pptx").write_bytes(b"")
    (tmp_path / ".~lock.c.csv#").write_bytes(b"")
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(Problems) as raised:
        put(tmp_path, NEW | dict.fromkeys(("d.pdf", "e.pdf", "f.pdf"), b""))
    told = [problem.what.removeprefix(str(tmp_path)) for problem in raised.value.problems]
    assert [what[1:].partition(",")[0] for what in told] == [
        "b.pptx is open in another program: ~$b.pptx says so.",
        "c.csv is open in another program: .~lock.c.csv# says so.",
        "d.pdf is a folder",
        "e.pdf is a link or a device",
        "f.pdf is a link or a device",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert {n: (tmp_path / n).read_bytes() for n in OLD} == OLD


def failing(monkeypatch: pytest.MonkeyPatch, wrong: Callable[[Path, Path, int], bool]) -> None:
    """From now on some moves fail: asked for what, whereto, and how many were before."""
    real = Path.replace
    done: list[Path] = []

    def replace(self: Path, target: Path) -> Path:
        if wrong(self, Path(target), len(done)):
            raise PermissionError(13, "Permission denied", str(target))
        done.append(self)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)


@pytest.mark.parametrize("moves", range(6))
def test_a_move_that_fails_brings_the_old_kit_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    first = {name: OLD[name] for name in ("a.pdf", "c.csv")}
    put(tmp_path, first)
    failed: list[Path] = []

    def once(path: Path, target: Path, done: int) -> bool:
        if done == moves and not failed:
            failed.append(path)
            return True
        return False

    failing(monkeypatch, once)
    with pytest.raises(Problems, match="cannot be written") as raised:
        put(tmp_path, NEW)
    assert not isinstance(raised.value, Broken)
    assert there(tmp_path) == first


def test_what_cannot_be_put_back_is_kept_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, OLD)
    failing(monkeypatch, lambda path, target, done: done > 0 and target.name == "b.pptx")
    with pytest.raises(Broken) as raised:
        put(tmp_path, NEW)
    (problem,) = raised.value.problems
    name = problem.try_this.partition("before: ")[2].partition(",")[0]
    assert (tmp_path / name).read_bytes() == b"old b"
    monkeypatch.undo()
    with held(tmp_path):
        assert there(tmp_path) == NEW


def test_a_file_that_changes_at_the_last_moment_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, OLD)
    real = FileMove.made

    def made(self: FileMove) -> None:
        if self.name == "b.pptx":
            self.path.write_bytes(b"mine")
        real(self)

    monkeypatch.setattr(FileMove, "made", made)
    with pytest.raises(Problems, match="changed at this moment"):
        put(tmp_path, NEW)
    assert there(tmp_path) == OLD | {"b.pptx": b"mine"}


@pytest.mark.parametrize("written", range(4))
def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    put(tmp_path, OLD)
    done: list[int] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        if len(done) == written:
            raise OSError(errno.ENOSPC, "No space left on device")
        done.append(handle)
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(Problems, match="No space left"):
        put(tmp_path, NEW)
    assert there(tmp_path) == OLD


def test_ctrl_c_brings_the_old_kit_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, OLD)
    real = FileMove.made

    def made(self: FileMove) -> None:
        real(self)
        if self.name == "b.pptx":
            raise KeyboardInterrupt

    monkeypatch.setattr(FileMove, "made", made)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, NEW)
    assert there(tmp_path) == OLD


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do all")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    tmp_path.chmod(0o555)
    try:
        with held(tmp_path), pytest.raises(Problems, match=r"a\.pdf cannot be written"):
            put(tmp_path, NEW)
    finally:
        tmp_path.chmod(0o755)
    assert there(tmp_path) == OLD


def circle(path: Path) -> Path:
    path.symlink_to(path)
    return path


def file(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def nothing(path: Path) -> Path:
    path.symlink_to(path.with_name("nowhere"))
    return path


@pytest.mark.parametrize(
    "make",
    [
        circle,
        lambda path: circle(path) / "inside",
        file,
        lambda path: file(path) / "inside",
        nothing,
    ],
)
def test_what_is_no_folder_is_a_problem(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with (
        pytest.raises(Problems, match="a folder for the results is wanted"),
        held(make(tmp_path / "out")),
    ):
        pass


@pytest.mark.parametrize("name", ["x" * 300, "\0"])
def test_a_name_that_no_folder_may_have_is_a_problem(tmp_path: Path, name: str) -> None:
    with pytest.raises(Problems), held(tmp_path / name):
        put(tmp_path / name, OLD)
    assert there(tmp_path) == {}


def test_a_folder_in_place_of_the_journal_is_a_problem(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / JOURNAL).mkdir()
    with pytest.raises(Problems, match=f"{JOURNAL} is in the way"), held(tmp_path):
        pass
    (tmp_path / JOURNAL / "inside").write_bytes(b"")
    with pytest.raises(Problems, match="cannot be written"):
        put(tmp_path, NEW)
    assert {name: (tmp_path / name).read_bytes() for name in OLD} == OLD
    assert len(list(tmp_path.iterdir())) == len(OLD) + 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_folder_whose_name_is_no_text_is_a_folder(tmp_path: Path) -> None:
    out = tmp_path / os.fsdecode(b"out-\xff")
    with held(out):
        put(out, OLD)
    assert there(out) == OLD
    (out / "a.pdf").unlink()
    (out / "a.pdf").mkdir()
    with pytest.raises(Problems) as raised:
        put(out, NEW)
    raised.value.problems[0].what.encode()


def test_letters_put_together_otherwise_are_the_same_name(tmp_path: Path) -> None:
    composed, apart = (unicodedata.normalize(form, "서울-é.csv") for form in ("NFC", "NFD"))
    assert places(tmp_path, [composed]) == {composed: tmp_path / composed}
    (tmp_path / apart).write_bytes(b"")
    assert places(tmp_path, [composed])[composed].exists()


def test_files_of_a_dead_run_are_no_links(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"x")
    out = tmp_path / "out"
    put(out, OLD)
    (out / PART).symlink_to(secret)
    noted(out, was=digest(b"old a"))
    settle(out)
    assert there(out) == OLD
    assert secret.read_bytes() == b"x"


def test_two_at_once_wait_for_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "WAIT", 0.05)
    code = "import sys, time; from pathlib import Path; from datawalk.output.folder import held\n"
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
