"""Downloads the numbers of a place, when a person asked for them."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.app.fetch import fetch
from datawalk.app.studio.work import Task
from datawalk.metrics.knowledge.published import Published


def fetched(files: Sequence[Published], task: Task) -> None:
    """Download files that lack, one after the other. Raises Problems, StoppedError."""
    known = sum(file.size or 0 for file in files) if all(file.size for file in files) else 0
    before = 0

    for file in files:

        def tell(have: int, total: int | None, before: int = before) -> None:
            whole = known or (total if len(files) == 1 else None)
            task.tell(f"{before + have}/{whole or 0}", (before + have) / whole if whole else None)

        task.tell("0/0")
        done = fetch(file, file.path.parent, tell)
        before += done.path.stat().st_size
