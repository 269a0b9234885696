"""Waiting for changes of a walk, its templates, pictures and data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path


def changes(walk: Path, data: Sequence[Path]) -> Iterator[None]:
    """Yields once at the start and then after every change, until it is interrupted."""
    from watchfiles import watch

    yield
    folders = {walk.resolve().parent, *(path.resolve().parent for path in data)}
    for changed in watch(*folders, raise_interrupt=False, watch_filter=_matters):
        if changed:
            yield


def _matters(_change: object, path: str) -> bool:
    """Results and hidden files are no reason to render again."""
    name = Path(path)
    return not name.name.startswith(".") and name.suffix not in (".pdf", ".pptx", ".part")
