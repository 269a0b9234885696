"""Every text in exhibits, however deep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass


def texts_in(part: object) -> Iterator[str]:
    """Every text inside exhibits, those of figures and places in files aside."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from texts_in(item)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in ("figures", "own", "at", "rings", "link", "key"):
                yield from texts_in(getattr(part, field.name))
