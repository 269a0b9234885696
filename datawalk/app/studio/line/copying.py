"""Copies of walks: of one in the folder, or of one that lies elsewhere on this computer."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from datawalk.app.studio.line.shelf import slug
from datawalk.problems import refuse

LEFT = ("out",)
"""Folders that are made anew; hidden ones are left behind too."""
MOST_FILES = 500
MOST_BYTES = 500_000_000
MOST_TRIED = 200
ENDINGS = (".yaml", ".yml")


def copied(walk: Path, folder: Path) -> Path:
    """A copy of a walk of the folder: of its own folder where it has one, else of its file.
    Raises Problems."""
    if walk.name == "walk.yaml" and walk.parent != folder:
        return _folder(walk.parent, folder) / walk.name
    return _file(walk, folder)


def brought(typed: str, folder: Path) -> Path:
    """A copy of a walk that lies elsewhere, by the path of its folder or file as somebody typed
    it. Raises Problems."""
    path = Path(typed.strip().strip('"')).expanduser()
    if not path.is_absolute() or "\0" in typed:
        raise refuse(
            "This is no whole address of a folder or file.",
            "It begins with the disk or a slash, such as C:\\Users\\Ana\\walk or /home/ana/walk.",
        )
    try:
        walk = path if path.is_file() else _walk_in(path)
    except OSError as error:
        raise refuse(f"{typed} cannot be read: {error.strerror}.") from error
    if walk is None or walk.suffix.lower() not in ENDINGS:
        raise refuse("There is no walk there.", "Look for a file that ends with .yaml.")
    if walk != path or walk.name == "walk.yaml":
        return _folder(walk.parent, folder) / walk.name
    return _file(walk, folder)


def _walk_in(folder: Path) -> Path | None:
    found = (folder / "walk.yaml", *sorted(folder.glob("*.yaml")))
    return next((walk for walk in found if walk.is_file()), None)


def _folder(source: Path, folder: Path) -> Path:
    """All of a folder but what is made anew, under a name that is free."""
    files = list(islice(_files(source), MOST_FILES + 1))
    if len(files) > MOST_FILES or sum(path.stat().st_size for path in files) > MOST_BYTES:
        raise refuse(
            "This folder holds more than a walk.", "Put the walk and its files into one of its own."
        )
    to = _free(folder, slug(source.name), "")
    try:
        for path in files:
            target = to / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    except OSError as error:
        shutil.rmtree(to, ignore_errors=True)
        raise refuse(f"{to.name} cannot be written: {error.strerror}.") from error
    return to


def _files(source: Path) -> Iterator[Path]:
    """What links lead to elsewhere is not taken along."""
    root = source.resolve()
    for place, folders, names in os.walk(source):
        hidden = (name for name in folders if name.startswith(".") or name in LEFT)
        for name in tuple(hidden):
            folders.remove(name)
        for name in names:
            path = Path(place, name)
            plain = not name.startswith(".") and path.is_file()
            if plain and path.resolve().is_relative_to(root):
                yield path


def _file(walk: Path, folder: Path) -> Path:
    to = _free(folder, slug(walk.stem), ".yaml")
    try:
        shutil.copyfile(walk, to)
    except OSError as error:
        raise refuse(f"{to.name} cannot be written: {error.strerror}.") from error
    return to


def _free(folder: Path, name: str, ending: str) -> Path:
    for number in range(1, MOST_TRIED):
        found = folder / (f"{name}{ending}" if number == 1 else f"{name}-{number}{ending}")
        if not found.exists():
            return found
    raise refuse("There are very many walks of this name.", "Give it another name.")
