"""Which files a walk may read, and where what it names stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from datawalk import inputs
from datawalk.metrics.knowledge.published import fetched, published
from datawalk.problems import At, refuse
from datawalk.source.builder import KeyPath


def reach(path: Path) -> Path:
    """The folder that a walk may read: its own, or for a walk in configs/ the one above."""
    folder = path.resolve().parent
    return folder.parent if folder.name == "configs" else folder


def located(walk: Path, folders: Mapping[KeyPath, Path], name: str, *path: str | int) -> Path:
    """The file that a setting of a walk names.

    Under data: the name alone of a published file also means the one that was fetched. Raises
    Problems if it is missing or out of bounds.
    """
    found = within_reach(walk, nearest_folder(folders, path), name)
    if path[:1] == ("data",) and found.name in published() and not found.is_file():
        return fetched(name)
    return inputs.readable(found, name)


def within_reach(walk: Path, folder: Path, name: str) -> Path:
    """The file of a name in a folder of a walk. Raises Problems where the walk may not read."""
    found = inputs.resolved(folder / name, name)
    roots = [reach(walk), folder.resolve()]
    if "://" in name or not any(found.is_relative_to(root) for root in roots):
        link = (folder / name).is_symlink() and not Path(name).is_absolute()
        raise refuse(
            f"{inputs.shortened(name)} {'is a link to a file' if link else 'lies'} outside the "
            "walk's folder.",
            "Copy the file next to the walk and name it from there.",
            kind="outside-folder",
        )
    return found


def nearest_place(places: Mapping[KeyPath, At], path: KeyPath) -> At:
    """Where a setting stands; one left out stands where its owner does."""
    for end in range(len(path), -1, -1):
        if path[:end] in places:
            return places[path[:end]]
    return At()


def nearest_folder(folders: Mapping[KeyPath, Path], path: KeyPath) -> Path:
    """The folder that the files of a setting lie in."""
    return next(folders[path[:end]] for end in range(len(path), -1, -1) if path[:end] in folders)
