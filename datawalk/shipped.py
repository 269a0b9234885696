"""What comes with the package: tables of knowledge, templates, ready walks and samples."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `station_templates`, `configs` or `samples`: in the wheel or in a checkout."""
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def text(name: str) -> str:
    """A text file of the package."""
    return (_PACKAGE / name).read_text(encoding="utf-8")


@lru_cache(maxsize=64)
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file of the package, such as "metrics/knowledge/gaps.csv"."""
    return tuple(csv.DictReader(text(name).splitlines()))
