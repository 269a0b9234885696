"""The list of what to print: what people typed into the last one stays, or is told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from datawalk.config.schema import PrintConfig
from datawalk.decks import Kept
from datawalk.layout.printing import Job
from datawalk.prints import Made
from datawalk.problems import Problem

PRINT_LIST = "-print-list"
"""What the name of a list has behind that of its walk."""


def listed(path: Path, found: Sequence[Job], prices: PrintConfig) -> Kept:
    """A list with the prices and copies that were typed into the last one.

    Raises Problems for a last one that cannot be read.
    """
    if not found:
        return Kept({})
    from datawalk.render.xlsx_prints import Typed, print_list, typed

    before = typed(path) if path.is_file() else Typed()
    told = Problem(
        f"{path.name} keeps what you typed into it: {before.words}.",
        "To begin anew, delete the file and render again.",
        severity="warning",
    )
    made = Made(print_list(found, prices, before))
    return Kept({path: made}, (told,) if before.words else ())
