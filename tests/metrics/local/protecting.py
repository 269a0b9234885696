"""One file of the community's own, with what must be hidden in it."""

from __future__ import annotations

from pathlib import Path

from datawalk.metrics.local.description import LocalSource
from datawalk.metrics.local.own import OwnTable
from datawalk.metrics.local.protection.protected import kept, opened


def read_own(path: Path, source: LocalSource | None, least: int) -> OwnTable:
    return kept([opened(path, source, least)])[path]
