"""A folder of results: a kit is written into it whole or not at all, by one program at a time.

Files are written beside their names first and moved in at the end. A journal says which: a run that
was ended between two moves is finished by the next one.
"""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from datawalk.inputs import resolved, shortened
from datawalk.output.journal import FileMove, clear_made, clear_undone, note, settle
from datawalk.problems import Broken, Problem, Problems, refuse

WAIT = 60.0
"""Seconds to wait for another program that writes into the folder."""
ELSEWHERE = "Close the file if it is open in another program, or choose another folder with --out."


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Meanwhile no other datawalk writes into the folder; what a dead run left is finished first.

    Raises Problems if another one does not end, and for what is no folder.
    """
    _refuse_no_folder(folder)
    place = unicodedata.normalize("NFC", str(resolved(folder, str(folder)))).casefold()
    key = sha256(os.fsencode(place)).hexdigest()[:16]
    lock = FileLock(user_cache_path("datawalk", appauthor=False) / "locks" / f"{key}.lock")
    try:
        Path(lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=WAIT)
    except Timeout as error:
        raise refuse(
            f"Another datawalk is writing into {shortened(str(folder))}.",
            "Wait until it is done, or choose another folder with --out.",
        ) from error
    except OSError:
        pass  # without a place for locks a kit is still written whole
    try:
        settle(folder)
        yield
    finally:
        lock.release()


def _refuse_no_folder(folder: Path) -> None:
    try:
        standing = next(p for p in (folder, *folder.absolute().parents) if os.path.lexists(p))
        if stat.S_ISDIR(standing.stat().st_mode):
            return
        what = "is no folder"
    except FileNotFoundError:
        what = "is a link to nothing"
    except (OSError, ValueError) as error:
        what = f"cannot be used: {getattr(error, 'strerror', None) or error}"
        standing = folder
    raise refuse(
        f"{shortened(str(standing))} {what}; a folder for the results is wanted there.",
        "Choose another folder with --out.",
    )


def places(folder: Path, names: Iterable[str]) -> dict[str, Path]:
    """Where files of these names stand or will stand; pictures/a.png is in a folder of the folder.

    A file whose name has the same letters, put together otherwise (as on a Mac), is the same file.
    """
    there = cache(_there)
    found = {}
    for name in names:
        place = folder
        for part in name.split("/"):
            exact, known = place / part, there(place)
            place = exact if exact in known.values() else known.get(part, exact)
        found[name] = place
    return found


def _there(folder: Path) -> dict[str, Path]:
    """What stands in a folder by its name, with letters put together as we do."""
    with suppress(OSError):
        return {unicodedata.normalize("NFC", path.name): path for path in folder.iterdir()}
    return {}


def write(files: Mapping[Path, bytes]) -> None:
    """Write files of one folder and of folders in it, all or none.

    Raises Problems, with nothing changed. Where even that fails they are Broken: the journal
    stays, and the next run finishes.
    """
    if not files:
        return
    folder = min((path.parent for path in files), key=lambda parent: len(parent.parts))
    _refuse_blocked(folder, files)
    moves: list[FileMove] = []
    try:
        for path, content in files.items():
            moves.append(_ready(folder, path, content))
        note(moves)
        for move in moves:
            move.made()
    except BaseException as error:
        _undo(moves, error)
        _clear_folders(folder, files)
        if isinstance(error, OSError):
            raise _unwritable(error) from error
        raise
    with suppress(OSError):  # all is in its place; what is left is cleared by the next run
        clear_made(moves)


def _inner(folder: Path, files: Iterable[Path]) -> set[Path]:
    """The folders in the folder that hold some of the files."""
    return {path.parent for path in files} - {folder}


def _clear_folders(folder: Path, files: Iterable[Path]) -> None:
    """Leave no folder behind that was made for files which are not there."""
    for inner in _inner(folder, files):
        with suppress(OSError):
            inner.rmdir()


def _ready(folder: Path, path: Path, content: bytes) -> FileMove:
    try:
        return FileMove.ready(folder, path, content)
    except OSError as error:
        # The file that waits has a name that says nothing to people.
        raise OSError(error.errno or 0, error.strerror or str(error), str(path)) from error


def _undo(moves: list[FileMove], error: BaseException) -> None:
    """Bring back what was there. Raises Broken where that cannot be done; nothing is deleted."""
    left = []
    for move in moves:
        try:
            move.undone()
        except OSError:
            left.append(move)
    if not left:
        with suppress(OSError):
            clear_undone(moves)
        return
    raise Broken(
        Problem(
            f"{shortened(str(move.path))} could be neither written nor put back as it was: "
            f"{getattr(error, 'strerror', None) or error}.",
            f"Close other programs and render again: that finishes the work. As it was before: "
            f"{move.old}, a hidden file in the same folder.",
        )
        for move in left
    ) from error


def _refuse_blocked(folder: Path, files: Iterable[Path]) -> None:
    """All that stands in the way is told before anything is written."""
    inner = sorted(_inner(folder, files))
    problems = [problem for path in inner if (problem := _no_folder(path))]
    problems += [problem for path in files if (problem := _blocked(path))] if not problems else []
    if problems:
        raise Problems(problems)


def _no_folder(path: Path) -> Problem | None:
    """Why files cannot go into a folder there, if it is something else."""
    if not os.path.lexists(path) or (path.is_dir() and not path.is_symlink()):
        return None
    return Problem(
        f"{shortened(str(path))} is no folder; one of that name is wanted for pictures.",
        "Give it another name, or choose another folder with --out.",
    )


def _blocked(path: Path) -> Problem | None:
    shown = shortened(str(path))
    try:
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            return Problem(
                f"{shown} is a folder, where a file of that name is to be written.",
                "Give the folder another name, or choose another one with --out.",
            )
        if not stat.S_ISREG(mode):
            return Problem(
                f"{shown} is a link or a device, where a file of that name is to be written.",
                "Put a file there in place of it, or choose another folder with --out.",
            )
        if other := _opened_by(path):
            return Problem(
                f"{shown} is open in another program: {other} says so.",
                f"Close it there. If no program has it open, delete {other}.",
            )
        with path.open("r+b"):
            return None
    except FileNotFoundError:
        return None
    except OSError as error:
        return _unwritable(error).problems[0]


def _opened_by(path: Path) -> str:
    """The file that Office or LibreOffice puts beside one that is open, or nothing."""
    marks = (f"~${path.name}", f".~lock.{path.name}#")
    return next((mark for mark in marks if path.with_name(mark).exists()), "")


def _unwritable(error: OSError) -> Problems:
    name = shortened(os.fsdecode(error.filename)) if error.filename else "The files"
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    hint = "Make room on the disk, or choose another folder with --out." if full else ELSEWHERE
    if error.errno == errno.EROFS:
        hint = "Nothing can be written there: choose another folder with --out."
    return refuse(f"{name} cannot be written: {error.strerror or error}.", hint)
