"""Files that are brought to a walk: names of our own, in a folder of the walk, over no other."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from secrets import token_hex

from datawalk.app.studio.desk.storage import unsaved
from datawalk.inputs import resolved
from datawalk.problems import refuse

LARGEST = 20_000_000
"""Bytes of one file."""
_LONGEST = 40
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
"""Names that Windows keeps for devices."""


def safe_stem(name: str, instead: str) -> str:
    """A name for a file made of what somebody's file is called: small letters, digits, dashes."""
    last = re.split(r"[/\\]", name)[-1]
    stem = last.rpartition(".")[0] or last
    bare = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    safe = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST].strip("-")
    return instead if not safe or _RESERVED.fullmatch(safe) else safe


def checked_size(content: bytes) -> None:
    """Refuse what is empty or too large. Raises Problems."""
    if not content:
        raise refuse("This file is empty.", "Choose another one.")
    if len(content) > LARGEST:
        raise refuse(
            f"This file is {len(content) / 1e6:.0f} MB; {LARGEST / 1e6:.0f} MB is the most.",
            "Save it smaller.",
        )


def placed(folder: Path, inner: str, stem: str, suffix: str, content: bytes) -> str:
    """Put a file into a folder of the walk's folder; its name as the walk names it.

    A file that is there stays; one with the same content is taken. Raises Problems.
    """
    place = folder / inner
    if not resolved(place, inner).is_relative_to(resolved(folder, str(folder))):
        raise refuse(
            f"The folder {inner} is a link to a place outside of the walk's folder.",
            "Put a folder of that name there instead.",
        )
    try:
        place.mkdir(parents=True, exist_ok=True)
        return f"{inner}/{_written(place, stem, suffix, content)}"
    except OSError as error:
        raise unsaved(place, error) from error


def _written(place: Path, stem: str, suffix: str, content: bytes) -> str:
    part = place / f".upload-{token_hex(6)}.part"
    try:
        part.write_bytes(content)
        number = 1
        while True:
            name = f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}"
            if _reserved(place / name):
                part.replace(place / name)
                return name
            if _same(place / name, content):
                return name
            number += 1
    finally:
        part.unlink(missing_ok=True)


def _reserved(path: Path) -> bool:
    """Whether the name was free; an empty file has it now."""
    try:
        path.open("xb").close()
    except FileExistsError:
        return False
    return True


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == content
