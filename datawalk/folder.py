"""A folder of results: a kit is written into it whole or not at all, by one program at a time.

Files are written beside their names first and moved in at the end. A journal says which: a run that
was ended between two moves is finished by the next one.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from datawalk.problems import Problem, Problems, refuse

JOURNAL = ".datawalk.json"
WAIT = 60.0
"""Seconds to wait for another program that writes into the folder."""
_WAITING = re.compile(r"\.(?P<name>.+)\.\w{8}\.(?:part|old)")
"""How files are called that wait for their names, or were there before."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Meanwhile no other datawalk writes into the folder; what a dead run left is finished first.

    Raises Problems if another one does not end.
    """
    key = sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    lock = FileLock(user_cache_path("datawalk", appauthor=False) / "locks" / f"{key}.lock")
    try:
        Path(lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=WAIT)
    except Timeout as error:
        raise refuse(
            f"Another datawalk is writing into {folder}.",
            "Wait until it is done, or choose another folder with --out.",
        ) from error
    except OSError:
        pass  # without a place for locks a kit is still written whole
    try:
        _settle(folder)
        yield
    finally:
        lock.release()


def write(files: Mapping[Path, bytes]) -> None:
    """Write files of one folder, all or none. Raises Problems, with nothing changed."""
    _refuse_blocked(files)
    moves: list[_Move] = []
    try:
        for path, content in files.items():
            moves.append(_Move.ready(path, content))
        _note(moves)
        for move in moves:
            move.part.replace(move.path)
    except OSError as error:
        for move in moves:
            move.undone()
        _clear(moves)
        raise _unwritable(error) from error
    _clear(moves)


@dataclass(frozen=True, slots=True)
class _Move:
    """A file ready to be moved to its place; `old` is what stands there now, if anything does."""

    path: Path
    part: Path
    old: Path | None

    @classmethod
    def ready(cls, path: Path, content: bytes) -> _Move:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = _beside(path, ".part", content)
        try:
            old = _beside(path, ".old", path.read_bytes()) if path.exists() else None
        except OSError:
            part.unlink(missing_ok=True)
            raise
        return cls(path, part, old)

    def undone(self) -> None:
        """What was there before, again."""
        with suppress(OSError):
            if self.part.exists():
                self.part.unlink()
            elif self.old:
                self.old.replace(self.path)
            else:
                self.path.unlink(missing_ok=True)


def _beside(path: Path, ending: str, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=ending)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    ready = Path(name)
    # mkstemp makes files that only the owner may read; results are for sharing.
    ready.chmod(0o644)
    return ready


def _refuse_blocked(files: Mapping[Path, bytes]) -> None:
    """All that stands in the way is told before anything is written."""
    problems = [problem for path in files if (problem := _blocked(path))]
    if problems:
        raise Problems(problems)


def _blocked(path: Path) -> Problem | None:
    if path.is_dir():
        return Problem(
            f"{path} is a folder, where a file of that name is to be written.",
            "Give the folder another name, or choose another one with --out.",
        )
    if not path.exists():
        return None
    try:
        with path.open("r+b"):
            return None
    except OSError as error:
        return _unwritable(error).problems[0]


def _unwritable(error: OSError) -> Problems:
    return refuse(
        f"{error.filename or 'The files'} cannot be written: {error.strerror or error}.",
        "Close the file if it is open in another program, or choose another folder with --out.",
    )


def _note(moves: list[_Move]) -> None:
    """Write down which files are to be moved, in a journal that is there whole or not at all."""
    if not moves:
        return
    told = {move.part.name: move.path.name for move in moves}
    journal = moves[0].path.parent / JOURNAL
    _beside(journal, ".part", json.dumps(told).encode()).replace(journal)


def _clear(moves: list[_Move]) -> None:
    with suppress(OSError):
        for move in moves[:1]:
            (move.path.parent / JOURNAL).unlink(missing_ok=True)
        for move in moves:
            if move.old:
                move.old.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Finish the moves that a dead run wrote down, and clear what else it left."""
    journal = folder / JOURNAL
    with suppress(OSError, ValueError):
        told = json.loads(journal.read_text(encoding="utf-8"))
        for part, name in told.items() if isinstance(told, dict) else ():
            waiting = _WAITING.fullmatch(part)
            # What somebody else put there moves nothing out of the folder.
            if waiting and waiting["name"] == name == Path(name).name:
                with suppress(FileNotFoundError):
                    (folder / part).replace(folder / name)
    with suppress(OSError):
        journal.unlink(missing_ok=True)
        for left in folder.iterdir() if folder.is_dir() else ():
            if _WAITING.fullmatch(left.name) and left.is_file() and not left.is_symlink():
                left.unlink()
