"""The easels of the walks that are looked at: few at a time, for each holds what it drew."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from threading import Lock

from datawalk.app.studio.preview.easel import Easel

MOST = 3
"""Walks that are kept as they were drawn."""


class Easels:
    """An easel for each walk and language of a reader. For any number of threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Path, str], Easel] = OrderedDict()
        self._lock = Lock()

    def of(self, path: Path, reader: str) -> Easel:
        """The easel of a walk: the same one for as long as it is among those used last."""
        with self._lock:
            found = self._kept.setdefault((path, reader), Easel(path, reader))
            self._kept.move_to_end((path, reader))
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
            return found
