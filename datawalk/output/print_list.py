"""The list of what to print: what people typed into the last one stays, or is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from datawalk.config.schema import PrintConfig
from datawalk.layout.poster.printing import Job
from datawalk.output.decks import Kept
from datawalk.output.journal import free
from datawalk.output.posters import Made
from datawalk.problems import Problem

if TYPE_CHECKING:
    from datawalk.render.xlsx.typed import ListReading

MOST_NAMED = 8
"""So many cells are named."""
PRINT_LIST = "-print-list"
"""What the name of a list has behind that of its walk."""


def listed(path: Path, found: Sequence[Job], prices: PrintConfig) -> Kept:
    """A list with the prices and copies that were typed into the last one.

    Raises Problems for a last one that cannot be read.
    """
    if not found:
        return Kept({})
    from datawalk.render.xlsx.prints import Typed, print_list

    if not path.is_file():
        return Kept({path: Made(print_list(found, prices, Typed()))})
    from datawalk.render.xlsx.typed import reading

    read = reading(path, found, prices)
    copy = free(path, "before")
    copies = {copy: Made(path.read_bytes())} if read.lost else {}
    made = {path: Made(print_list(found, prices, read.typed))}
    return Kept(made | copies, tuple(_told(path, copy, read)))


def _told(path: Path, copy: Path, read: ListReading) -> Iterator[Problem]:
    was = f"As the list was: {copy.name}."
    anew = "To begin anew, delete the file and render again."
    if read.typed.copies:
        anew = f"Copies typed there change the cost; copies: in the walk the files. {anew}"
    plain = f"The walk's own stands there now; write a plain number, such as 7.50. {was}"
    found = {
        "keeps what you typed into it": (read.typed.words, anew),
        "has the walk's own again where you left nothing": (_each(read.emptied), ""),
        "had what is no price or number of copies": (_each(read.unread), plain),
        "had copies for posters that the walk has no longer": (_each(read.gone), was),
        "had what is not taken over": (_each(read.other), was),
    }
    for what, (cells, hint) in found.items():
        if cells:
            yield Problem(f"{path.name} {what}: {cells}.", hint, severity="warning")


def _each(told: Sequence[str]) -> str:
    more = len(told) - MOST_NAMED
    return ", ".join(told[:MOST_NAMED]) + f" and {more} more" * (more > 0)
