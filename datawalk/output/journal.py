"""Moves of files into their places, and a journal of them by which a dead run's are finished.

What stands at a place is put aside first, under a name of ours; no move ever deletes the only copy
of anything.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from datawalk.inputs import shortened
from datawalk.problems import Problem, Problems, refuse

JOURNAL = ".datawalk.json"
_OWN = re.compile(r"\.datawalk-[0-9a-f]{12}\.(?:part|old)")
"""How files are called that wait for their names, or stood there before."""
_MOST_BYTES = 1_000_000
_LINK = "a link"
"""What stands in place of the hash of a link: no file is like it."""


@dataclass(frozen=True, slots=True)
class FileMove:
    """A file that waits as `part` to be moved to `name`, from where another one goes to `old`.

    A name may be that of a file in a folder of the folder: pictures/a.png. `was` and `now` are
    SHA-256 of what stands there before (or empty) and afterwards.
    """

    folder: Path
    name: str
    part: str
    old: str
    was: str
    now: str

    @property
    def path(self) -> Path:
        return self.folder / self.name

    @property
    def waiting(self) -> Path:
        return self.folder / self.part

    @property
    def aside(self) -> Path:
        return self.folder / self.old

    @classmethod
    def ready(cls, folder: Path, path: Path, content: bytes) -> FileMove:
        """The content written into the folder. Raises OSError, with nothing left behind."""
        folder.mkdir(parents=True, exist_ok=True)
        part, old = (f".datawalk-{token_hex(6)}.{ending}" for ending in ("part", "old"))
        was, name = digest(path), path.relative_to(folder).as_posix()
        _put(folder / part, content)
        return cls(folder, name, part, old, was, sha256(content).hexdigest())

    def made(self) -> None:
        """The new file in its place. Raises OSError; then `undone` brings the old one back."""
        if self.was:
            self.path.replace(self.aside)
        if (digest(self.aside) if self.was else digest(self.path)) != self.was:
            raise OSError(0, "it was changed at this moment", str(self.path))
        self._moved_in()

    def _moved_in(self) -> None:
        self.path.parent.mkdir(exist_ok=True)
        self.waiting.replace(self.path)

    def undone(self) -> None:
        """What was there before, again; the new file waits as it did. Raises OSError."""
        begun = self.aside.exists() or not self.was
        if begun and not self.waiting.exists() and digest(self.path) == self.now:
            self.path.replace(self.waiting)
        if self.aside.exists():
            self.aside.replace(free(self.path, "before") if self.path.exists() else self.path)

    def finished(self) -> None:
        """Bring to its end what a dead run began; what a person changed since stays.

        Raises OSError, and can be tried again.
        """
        standing, aside = digest(self.path), digest(self.aside)
        fresh = digest(self.waiting) == self.now
        if fresh and not (standing and aside) and (standing or aside or self.was) == self.was:
            if standing:
                self.path.replace(self.aside)
            self._moved_in()
        elif aside and not standing:
            self.aside.replace(self.path)
        self.waiting.unlink(missing_ok=True)
        if digest(self.aside) == self.was != "" and digest(self.path) == self.now:
            self.aside.unlink()
        elif self.aside.exists():
            self.aside.replace(free(self.path, "before"))


def digest(path: Path) -> str:
    """The SHA-256 of a file; empty where there is none. Raises OSError for what is no file."""
    if path.is_symlink():
        return _LINK
    try:
        with path.open("rb") as file:
            told = sha256()
            while block := file.read(1 << 20):
                told.update(block)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    return told.hexdigest()


def free(path: Path, word: str) -> Path:
    """A name beside a file that nothing has yet: list-before.xlsx, list-before-2.xlsx …"""
    found, number = path.with_name(f"{path.stem}-{word}{path.suffix}"), 1
    while found.exists() or found.is_symlink():
        number += 1
        found = path.with_name(f"{path.stem}-{word}-{number}{path.suffix}")
    return found


def _put(path: Path, content: bytes) -> None:
    """Write a new file to the disk itself. Raises OSError; then it is not there."""
    try:
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # Results are for sharing, whatever files are usually made for.
        path.chmod(0o644)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def note(moves: Sequence[FileMove]) -> None:
    """Write down what is to be moved in a folder, whole or not at all. Raises OSError."""
    told = [{k: v for k, v in asdict(move).items() if k != "folder"} for move in moves]
    part = moves[0].folder / f".datawalk-{token_hex(6)}.part"
    _put(part, json.dumps({"moves": told}).encode())
    try:
        part.replace(moves[0].folder / JOURNAL)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def clear_made(moves: Sequence[FileMove]) -> None:
    """Leave nothing behind of moves that were all made. Raises OSError.

    The journal tells of what stood there before as long as that is there.
    """
    for move in moves:
        move.aside.unlink(missing_ok=True)
    for move in moves[:1]:
        (move.folder / JOURNAL).unlink(missing_ok=True)


def clear_undone(moves: Sequence[FileMove]) -> None:
    """Leave nothing behind of moves that were all undone. Raises OSError.

    Without the journal first, so that nobody finishes some of them.
    """
    for journal in (move.folder / JOURNAL for move in moves[:1]):
        if journal.is_file():
            journal.unlink()
    for move in moves:
        move.waiting.unlink(missing_ok=True)


def settle(folder: Path) -> None:
    """Finish the moves that a dead run wrote down, and clear what it left before it did.

    Raises Problems for what stands in the way; the next run will try again.
    """
    journal = folder / JOURNAL
    problems = []
    try:
        for move in _noted(journal):
            try:
                move.finished()
            except OSError as error:
                problems.append(_obstacle(move, error))
        if problems:
            raise Problems(problems)
        if journal.exists():  # where nothing can be written, deleting nothing is refused too
            journal.unlink()
        for left in list(folder.iterdir()) if folder.is_dir() else ():
            if _OWN.fullmatch(left.name) and left.suffix == ".part" and left.is_file():
                left.unlink()
    except OSError as error:
        raise refuse(
            f"{shortened(str(error.filename or folder))} is in the way: {error.strerror or error}.",
            "Delete it or give it another name, or choose another folder with --out.",
        ) from error


def _obstacle(move: FileMove, error: OSError) -> Problem:
    return Problem(
        f"An earlier run was broken off before {shortened(str(move.path))} was in its place, and "
        f"it cannot be put there now: {error.strerror or error}.",
        "Close the file if it is open in another program, move what is in its place, and render "
        "again.",
    )


def _noted(journal: Path) -> list[FileMove]:
    """The moves of a journal. One that is none of ours is put out of the way, where it is seen."""
    try:
        if journal.stat().st_size > _MOST_BYTES:
            raise ValueError
        told = json.loads(journal.read_text(encoding="utf-8"))
        moves = told["moves"]
        return list(_safe(journal.parent, moves))
    except FileNotFoundError:
        return []
    except (ValueError, RecursionError, TypeError, KeyError):
        journal.replace(free(journal.with_name("unknown.json"), "datawalk"))
        return []


def _safe(folder: Path, told: Sequence[object]) -> Iterator[FileMove]:
    """What somebody else put into a journal moves nothing out of its folder, and no other file."""
    names = [field.name for field in fields(FileMove) if field.name != "folder"]
    for one in told:
        if not isinstance(one, dict) or not all(isinstance(one.get(n), str) for n in names):
            continue
        move = FileMove(folder, *(one[name] for name in names))
        own = _OWN.fullmatch(move.part) and _OWN.fullmatch(move.old)
        if own and _plain(move) and not _OWN.fullmatch(move.name) and move.name != JOURNAL:
            yield move


def _plain(move: FileMove) -> bool:
    """Whether its file lies in its folder, or in a folder there that leads nowhere else."""
    *inside, name = move.name.split("/")
    plain = all(
        p == Path(p).name and not re.search(r"[\\\0]|^\.{0,2}$", p) for p in (*inside, name)
    )
    return plain and len(inside) < 2 and not (inside and move.path.parent.is_symlink())
