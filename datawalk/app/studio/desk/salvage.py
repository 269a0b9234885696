"""What can be read of a walk whose text is broken: each station by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from datawalk import source
from datawalk.app.studio.desk.address import Value
from datawalk.problems import Problem, Problems

_STATIONS = re.compile(r"^stations[ \t]*:[ \t]*(#.*)?$")
_DASH = re.compile(r"^([ \t]*)-(?=\s|$)")
_TOP = re.compile(r"^[^\s#-]")
MOST = 100
"""More stations than any walk has."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A station that stands from line `first` to line `last` of a broken walk.

    Where it cannot be read itself, its value is None and its problems say why.
    """

    first: int
    last: int
    text: str
    value: Value
    problems: tuple[Problem, ...] = ()


def stations(text: str, name: str) -> tuple[Salvaged, ...]:
    """The stations of a text that cannot be read as a whole."""
    lines = re.split(r"\r\n|\r|\n", text)
    return tuple(_read(lines, first, last, name) for first, last in _spans(lines))[:MOST]


def _spans(lines: list[str]) -> Iterator[tuple[int, int]]:
    """From which line to which, counted from 0, the last one excluded."""
    at = next((i for i, line in enumerate(lines) if _STATIONS.match(line)), None)
    if at is None:
        return
    end = next((i for i in range(at + 1, len(lines)) if _TOP.match(lines[i])), len(lines))
    dashes = [(i, m[1]) for i in range(at + 1, end) if (m := _DASH.match(lines[i]))]
    starts = [i for i, lead in dashes if lead == dashes[0][1]]
    yield from zip(starts, [*starts[1:], end], strict=True)


def _read(lines: list[str], first: int, last: int, name: str) -> Salvaged:
    while last > first + 1 and not lines[last - 1].split("#")[0].strip():
        last -= 1
    text = "\n".join(lines[first:last])
    try:
        # Empty lines above keep the numbers of lines as they are in the file.
        read = source.read_text("\n" * first + text, name).data
    except Problems as found:
        return Salvaged(first + 1, last, text, None, found.problems)
    return Salvaged(first + 1, last, text, read[0] if isinstance(read, list) else None)
