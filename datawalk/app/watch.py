"""Waiting for changes of a walk, its templates, pictures and data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from datawalk.config.reach import reach
from datawalk.output.numbers import NUMBERS
from datawalk.output.print_list import PRINT_LIST
from datawalk.prepare.memory import sweep

TURN = 200
"""Milliseconds that one turn of waiting takes."""
READ = frozenset(
    {".yaml", ".yml", ".csv", ".xlsx", ".geojson", ".json", ".zip", ".gpkg"}
    | {".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff"}
)
"""Endings of files that a walk may read."""
_OURS = re.compile(
    rf"^\.|({NUMBERS}|{PRINT_LIST})(-before(-\d+)?)?\.\w+$|^\d\d+-[a-z]+-block\d+-[a-z0-9-]+\.png$"
)
"""Names of results among them."""


class _Read(DefaultFilter):
    """Leaves out what DefaultFilter does (.git, .venv …), files that no walk reads, and results."""

    def __call__(self, change: Change, path: str) -> bool:
        read = Path(path).suffix.lower() in READ and not _OURS.search(Path(path).name)
        return read and super().__call__(change, path)


def changes(walk: Path, data: Sequence[Path]) -> Iterator[None]:
    """Yields once at the start and then after every change, until it is interrupted.

    What changes while the reader of this is busy is seen when it asks again.
    """
    folders = {reach(walk), *(path.resolve().parent for path in data)}
    found = watch(
        *folders,
        raise_interrupt=False,
        watch_filter=_Read(),
        yield_on_timeout=True,
        rust_timeout=TURN,
    )
    # The first turn only begins to watch.
    next(found, None)
    yield
    sweep()
    for changed in found:
        if changed:
            yield
            sweep()
