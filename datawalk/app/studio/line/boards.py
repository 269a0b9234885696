"""The numbers of the place of a walk, kept while its files stay the same."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from datawalk.app.studio.line.shelf import Opened
from datawalk.app.studio.preview.choices import NumberBoard, number_board
from datawalk.config.load import WalkFile
from datawalk.metrics.model import Place
from datawalk.problems import Problems


def board_of(walk: Opened, language: str) -> NumberBoard | None:
    """The board of a walk; None where its place or its files are not known."""
    place = walk.place
    if walk.file is None or place is None:
        return None
    try:
        files = tuple(_files(walk.file))
        stamps = tuple(path.stat().st_mtime_ns for path in files)
        return _board(files, stamps, place, language) if files else None
    except (Problems, OSError):
        return None


def _files(file: WalkFile) -> list[Path]:
    return [file.locate(str(name), "data", i) for i, name in enumerate(file.config.data)]


@lru_cache(maxsize=4)
def _board(
    files: tuple[Path, ...], _stamps: tuple[int, ...], place: Place, language: str
) -> NumberBoard:
    return number_board(files, place, language)
