"""When Python looks for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """No search for garbage meanwhile: nearly all that a kit is made of lives until it is done.

    Afterwards it is as it was before. Also a decorator.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def settle() -> None:
    """All that is there now stays until the end of the process: no search goes through it again."""
    gc.collect()
    gc.freeze()


def sweep() -> None:
    """Search now, while nobody waits."""
    gc.collect()
