"""Files of tables from outside: there, files indeed, neither empty nor too large."""

from __future__ import annotations

import stat
from pathlib import Path

from datawalk.metrics.local.reading.grid import MOST_BYTES
from datawalk.problems import At, refuse


def refuse_file(path: Path) -> None:
    """Raises Problems for what is no file, has nothing in it, or is over MOST_BYTES."""
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not one of a file"
        raise refuse(f"{path.name} cannot be read: {why}.", at=At(path.name)) from error
    if not stat.S_ISREG(found.st_mode):
        raise refuse(f"{path.name} cannot be read: it is not a file.", at=At(path.name))
    if found.st_size > MOST_BYTES:
        raise refuse(
            f"{path.name} is {found.st_size / 1e6:,.0f} MB; datawalk reads tables of up to 200 MB.",
            "Keep the rows and columns that the walk shows.",
            At(path.name),
        )
    if found.st_size == 0:
        raise refuse(f"{path.name} is empty.", at=At(path.name))
