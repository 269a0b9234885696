"""The walk's file on the disk: read, and written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from datawalk import source
from datawalk.inputs import readable, resolved, shortened
from datawalk.problems import Problems, refuse

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
WAIT = 20.0
"""Seconds to wait for another program that saves the same walk."""
POLL = 0.004
"""Seconds between two looks whether the other one is done: typing waits for this."""
SAFE = "What stands in the file is as it was; nothing of it is lost."


def tag_of(content: bytes) -> str:
    """What tells a version of a file from all others."""
    return sha256(content).hexdigest()[:32]


def contents(path: Path) -> bytes:
    """The bytes of a walk's file. Raises Problems."""
    name = shortened(path.name)
    try:
        if readable(path, str(path)).stat().st_size > source.LARGEST:
            raise refuse(f"{name} is larger than a walk can be.")
        return path.read_bytes()
    except OSError as error:
        raise refuse(f"{name} cannot be read: {error.strerror or error}.") from error


def decoded(content: bytes, name: str) -> tuple[str, str]:
    """The text of a file with all of its characters, and its encoding. Raises Problems."""
    code = source.encoding(content)
    if code == "utf-16":
        code = "utf-16-le" if content.startswith(b"\xff\xfe") else "utf-16-be"
    code = "utf-8" if code == "utf-8-sig" else code
    try:
        return content.decode(code), code
    except UnicodeDecodeError:
        source.read_bytes(content, name)  # says where
        raise


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Meanwhile no other studio writes this file. Raises Problems if another one does not end.

    The lock lies outside of the walk's folder, which may be emptied meanwhile.
    """
    place = unicodedata.normalize("NFC", str(path)).casefold()
    key = sha256(os.fsencode(place)).hexdigest()[:16]
    lock = FileLock(user_cache_path("datawalk", appauthor=False) / "locks" / f"walk-{key}.lock")
    try:
        Path(lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=WAIT, poll_interval=POLL)
    except Timeout as error:
        raise refuse(
            f"Another program is saving {shortened(path.name)}.", "Wait a moment, and try again."
        ) from error
    except OSError:
        pass  # without a place for locks files are still written whole
    try:
        yield
    finally:
        lock.release()


def saved(path: Path, content: bytes, expected: bytes | None = None) -> None:
    """Write a file so that it is on the disk whole, or is as it was before.

    A link stays a link, and who may read or write the file stays as it is. Raises Problems, also
    where the file does not hold what is `expected` any more.
    """
    real = resolved(path, str(path))
    _clear(real)
    part = real.with_name(f"{_own(real)}{token_hex(6)}.part")
    try:
        _put(part, content, real)
        if expected is not None and real.read_bytes() != expected:
            raise Changed(())
        part.replace(real)
        _settled(real.parent)
    except OSError as error:
        raise unsaved(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


class Changed(Problems):
    """The file was changed at this very moment."""


def _put(part: Path, content: bytes, real: Path) -> None:
    mode = stat.S_IMODE(real.stat().st_mode) if real.exists() else None
    if mode is not None and not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, "you may not write it", str(real))
    with part.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        owner = real.stat()
        with suppress(OSError, AttributeError):
            os.chown(part, owner.st_uid, owner.st_gid)
        part.chmod(mode)


def _settled(folder: Path) -> None:
    """The folder's own list of names is on the disk too, where the system can do that."""
    with suppress(OSError, AttributeError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def unsaved(path: Path, error: OSError) -> Problems:
    """Why a file could not be written, in words for who typed it."""
    name, folder = shortened(path.name), shortened(path.parent.name or str(path.parent))
    if error.errno in _FULL:
        return refuse(
            f"This change is not saved yet: the disk is full. {SAFE}",
            "Make room on the disk; then try again.",
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return refuse(
            f"We cannot save in this folder: {folder} may be read but not changed. {SAFE}",
            "Put a copy of the walk in a folder of your own.",
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return refuse(
            f"This change is not saved yet: the folder of {name} is gone.",
            "Put it back where it was; then try again.",
        )
    return refuse(f"This change is not saved yet: {error.strerror or error}. {SAFE}", "Try again.")


def _own(path: Path) -> str:
    return f".walk-{tag_of(os.fsencode(path.name))[:8]}-"


def _clear(path: Path) -> None:
    """Files that a program left half written when it was ended; who comes here holds the lock."""
    with suppress(OSError):
        for part in path.parent.glob(f"{_own(path)}*.part"):
            part.unlink(missing_ok=True)
