"""What was read from data files before, kept in a folder of the user's cache.

An entry has the figures of some files for some metrics. Its name is made of all that they depend
on: the content and the names of the files, what was asked for, and the reader itself. So an entry
is never out of date: of what has changed, the name is another one. It begins with a checksum, and
a damaged one is read anew. It is written beside and moved into its place, so that two runs at once
see a whole one or none. Nothing in it is executed, and a folder that others may write in is not
used. Whatever fails here, the files are read as if there were no cache.

The content of a file is told by its digest, which takes 20 ms for 27 MB. It is noted together with
the file's size, place on the disk and times of its last change, down to that of its inode, which
no program can set back. The note holds while all of them are the same; it is written only for a
file that has rested for a while, for clocks of disks are coarse. Windows knows no such time: there
the content is read each time.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path

from datawalk import problems
from datawalk.metrics.files.encoded import Holdings, decoded, encoded, same
from datawalk.source import characters

PLACE = "DATAWALK_READINGS"
"""Names another folder, for tests and for computers without a home; '' is none."""
FEWEST = 10_000
"""Bytes of all files together; fewer are read nearly as fast as an entry."""
MOST = 256_000_000
"""Bytes of all entries together; those used longest ago are removed."""
MOST_NOTES = 200
RESTED = 3_000_000_000
"""Nanoseconds since the last change of a file before its digest is noted."""
LEFT_OVER = 3600
"""Seconds after which a file that nobody finished writing is removed."""

Read = Callable[[], Holdings]


def reading(paths: Sequence[Path], asked: Sequence[str], least: int, read: Read) -> Holdings:
    """What `read` gives for these files and metrics, from the cache if it was read before.

    Raises whatever `read` raises; nothing is kept then.
    """
    folder = _folder() if _large(paths) else None
    if folder is None:
        return read()
    try:
        digests = [_digest(path, folder) for path in paths]
        entry = folder / f"{_named(paths, digests, asked, least)}.figures"
    except OSError:
        return read()
    known = _known(entry)
    if known:
        return known
    found = read()
    with suppress(OSError):
        if [_digest(path, folder) for path in paths] == digests:
            _keep(entry, found)
            _tidied(folder)
    return found


def _large(paths: Sequence[Path]) -> bool:
    """Whether it is worth while; not so for pipes and for what is not there."""
    try:
        found = [path.stat() for path in paths]
    except (OSError, ValueError):
        return False
    plain = all(stat.S_ISREG(one.st_mode) for one in found)
    return plain and sum(one.st_size for one in found) >= FEWEST


def _folder() -> Path | None:
    """The folder, which nobody else may write in; None if there can be none."""
    named = os.environ.get(PLACE)
    if named == "":
        return None
    try:
        folder = Path(named) if named else _usual()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except (OSError, ValueError):
        return None
    if os.name == "posix" and (found.st_uid != os.getuid() or found.st_mode & 0o022):
        return None
    return folder


def _usual() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("datawalk", appauthor=False) / "readings"


def _named(paths: Sequence[Path], digests: Sequence[str], asked: Sequence[str], least: int) -> str:
    """The name of an entry: a digest of all that its figures depend on."""
    of_files = [[path.name, digest] for path, digest in zip(paths, digests, strict=True)]
    return _hash(json.dumps([_reader(), of_files, list(asked), least]).encode())


@cache
def _reader() -> str:
    """The reader of data files: its code, its knowledge, and the libraries that it works with.

    Raises OSError where it does not lie in files."""
    import numpy
    import pandas

    ours = Path(str(files("datawalk.metrics")))
    around = [Path(str(module.__file__)) for module in (characters, problems)]
    stamps = sorted([*_stamps(ours), *_stamps(*around)])
    return json.dumps([numpy.__version__, pandas.__version__, stamps])


def _stamps(*held: Path | os.DirEntry[str]) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of files of code and knowledge, and of those in folders."""
    for one in held:
        if one.is_dir():
            with os.scandir(one) as inside:
                yield from _stamps(*inside)
        elif one.name.endswith((".py", ".csv")):
            found = one.stat()
            yield one.name, found.st_size, found.st_mtime_ns


def _digest(path: Path, folder: Path) -> str:
    """That of the content of a file, as it was noted or from reading it. Raises OSError."""
    note = folder / f"{_hash(os.fsencode(path.resolve()))}.note"
    stamp = _stamp(path)
    if os.name == "posix" and (known := _noted(note, stamp)):
        return known
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    rested = time.time_ns() - max(stamp[-2:]) > RESTED
    if os.name == "posix" and rested and _stamp(path) == stamp:
        with suppress(OSError):
            _write(note, json.dumps([*stamp, digest]).encode())
    return digest


def _stamp(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def _noted(note: Path, stamp: list[int]) -> str:
    """The digest that was noted for exactly that stamp; else ''."""
    try:
        *seen, digest = json.loads(note.read_bytes())
    except (OSError, ValueError, TypeError):
        return ""
    return digest if seen == stamp and isinstance(digest, str) else ""


def _known(entry: Path) -> Holdings | None:
    """What an entry has; None where there is none, or a damaged one."""
    import numpy

    try:
        found = decoded(numpy.fromfile(entry, dtype=numpy.uint8))
    except OSError:
        return None
    if found:
        with suppress(OSError):
            os.utime(entry)
    return found


def _keep(entry: Path, held: Holdings) -> None:
    """Write an entry, if it says what it is to say. Raises OSError."""
    import numpy

    try:
        content = encoded(held)
    except (TypeError, ValueError):
        return
    again = decoded(numpy.frombuffer(content, dtype=numpy.uint8))
    if again and same(again, held):
        _write(entry, content)


def _write(path: Path, content: bytes) -> None:
    """Write beside and move into place. Raises OSError; then nothing is left."""
    handle, name = tempfile.mkstemp(suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _tidied(folder: Path) -> None:
    """Remove what was not used for longest, beyond what may be kept, and what was left over."""
    found: list[tuple[float, int, Path]] = []
    for path in folder.iterdir():
        with suppress(OSError):
            one = path.stat()
            found.append((one.st_mtime, one.st_size, path))
    found.sort(reverse=True)
    size = 0
    notes = 0
    for changed, length, path in found:
        size += length if path.suffix == ".figures" else 0
        notes += path.suffix == ".note"
        old = path.suffix == ".part" and time.time() - changed > LEFT_OVER
        over = (path.suffix == ".figures" and size > MOST) or (
            path.suffix == ".note" and notes > MOST_NOTES
        )
        if old or over:
            with suppress(OSError):
                path.unlink()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
