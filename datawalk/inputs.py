"""Files from outside: there, readable, and files indeed rather than folders, pipes or devices."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from datawalk.problems import Problems, nearest, refuse

Stamp = tuple[int, int, int, int]
"""A file as it lies on the disk: when it was written and when its entry changed, its size and its
place. While it is the same, so is what stands in the file."""

LONGEST = 200
"""Letters of a name that messages show."""
_NO_NAME = (errno.ENOENT, errno.ENOTDIR)
_CODES = {"\n": "n", "\t": "t", "\r": "r", "\a": "a", "\b": "b", "\f": "f", "\v": "v", "\0": "0"}
"""What codes that a backslash begins become, and their letters."""
_WINDOWS_INVALID = 123
"""What Windows says of a name with signs that no name may have."""


def resolved(path: Path, shown: str) -> Path:
    """The path without links and dots. Raises Problems where the system takes no such name."""
    try:
        return path.resolve()
    except RuntimeError as error:  # until Python 3.12, of links that lead round in a circle
        raise _circle(shown) from error
    except (OSError, ValueError) as error:
        raise _unreachable(path, shown, error) from error


def readable(path: Path, shown: str) -> Path:
    """`path`, if a file is there that can be read to its end. Raises Problems.

    `shown` is what the author calls it. Nothing is opened: a pipe would wait for ever.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise _unreachable(path, shown, error) from error
    name = shortened(shown)
    if stat.S_ISDIR(mode):
        raise refuse(f"{name} is a folder.", "Name the file inside it.")
    if not stat.S_ISREG(mode):
        raise refuse(
            f"{name} is no file but a device or a pipe of this computer.",
            "Save what comes out of it as a file, and name that.",
        )
    if not os.access(path, os.R_OK):
        raise refuse(
            f"{name} may not be read: its permissions do not allow it.",
            "Give yourself leave to read it, or copy it.",
        )
    return path


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file; None for one that is not there."""
    try:
        held = path.stat()
    except (OSError, ValueError):
        return None
    return held.st_mtime_ns, held.st_ctime_ns, held.st_size, held.st_ino


def shortened(name: str) -> str:
    """A name for a message: no longer than one can read, and without signs that cannot be shown."""
    shown = name.encode("utf-8", "replace").decode("utf-8")
    return shown if len(shown) <= LONGEST else f"{shown[:60]}…{shown[-30:]}"


def _unreachable(path: Path, shown: str, error: OSError | ValueError) -> Problems:
    """Why there is no way to a file, in words for its owner."""
    name = shortened(shown)
    if isinstance(error, ValueError):
        return refuse(f"{name} is no name of a file.", "Type the name again.")
    match error.errno:
        case errno.ELOOP:
            return _circle(shown)
        case errno.ENAMETOOLONG:
            return refuse(
                f"{name} is longer than names of files can be.", "Give the file a shorter name."
            )
        case number if number in _NO_NAME or getattr(error, "winerror", 0) == _WINDOWS_INVALID:
            return _missing(path, shown)
    return refuse(f"{name} cannot be read: {error.strerror or error}.", "Copy it, and try again.")


def _missing(path: Path, shown: str) -> Problems:
    folder, name = path.parent, shortened(shown)
    if any(sign in shown for sign in _CODES):
        return refuse(
            "A backslash in double quotes begins a code, so this is no name of a file.",
            f"Write / in paths: {_mended(shown)}",
        )
    if path.is_symlink() or path.name != Path(shown).name:
        # Where links were followed already, what they lead to has another name.
        return refuse(
            f"{name} is a link to {shortened(path.resolve().name)}, and there is no such file.",
            "Put the file itself there, in place of the link.",
        )
    try:
        siblings = [sibling.name for sibling in folder.glob("*")] if folder.is_dir() else []
    except OSError:
        siblings = []
    hint = nearest(path.name, siblings)
    return refuse(
        f"There is no file {name}.",
        hint or f"It was looked for in {shortened(str(folder.absolute()))}.",
        kind="no-file",
    )


def _circle(shown: str) -> Problems:
    return refuse(
        f"{shortened(shown)} is a link that leads back to itself.",
        "Put the file itself there, in place of the link.",
    )


def _mended(name: str) -> str:
    """The name with / where a backslash had begun a code: "data/new.csv"."""
    for sign, letter in _CODES.items():
        name = name.replace(sign, f"/{letter}")
    return f'"{name}"'
