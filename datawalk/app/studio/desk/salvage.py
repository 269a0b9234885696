"""What can be read of a walk whose text is broken: each station by itself, and each setting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from datawalk import source
from datawalk.app.studio.desk.address import Value
from datawalk.problems import Problem, Problems

_STATIONS = re.compile(r"^stations[ \t]*:[ \t]*(#.*)?$")
_DASH = re.compile(r"^([ \t]*)-(?=\s|$)")
_TOP = re.compile(r"^[^\s#-]")
_KEY = re.compile(r"""^["']?(.*?)["']?[ \t]*:(?=\s|$)""")
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


@dataclass(frozen=True, slots=True)
class TornPart:
    """What cannot be read of a broken walk, from line `first` to line `last`: a station, counted
    from 0, or the setting of a `key`, which is '' for one that stands there already."""

    first: int
    last: int
    station: int | None = None
    key: str = ""


def lines_of(text: str) -> list[str]:
    """The lines of a text without their ends."""
    return re.split(r"\r\n|\r|\n", text)


def stations(text: str, name: str) -> tuple[Salvaged, ...]:
    """The stations of a text that cannot be read as a whole."""
    lines = lines_of(text)
    return tuple(_read(lines, first, last, name) for first, last in _spans(lines))[:MOST]


def torn(text: str, name: str) -> tuple[TornPart, ...]:
    """The stations and settings of a text that cannot be read by themselves, in its order."""
    lines, seen, found = lines_of(text), set[str](), list[TornPart]()
    starts = [i for i, line in enumerate(lines) if _TOP.match(line)]
    for first, behind in pairwise([*starts, len(lines)]):
        key = found_key[1] if (found_key := _KEY.match(lines[first])) else ""
        last = _trimmed(lines, first, behind)
        if not _STATIONS.match(lines[first]) and not (
            key not in seen and _is_setting(lines, first, last, name, key)
        ):
            found.append(TornPart(first + 1, last, key="" if key in seen else key))
        seen.add(key)
    stops = enumerate(stations(text, name))
    found += [TornPart(one.first, one.last, i) for i, one in stops if one.problems]
    return tuple(sorted(found, key=lambda part: part.first))


def _is_setting(lines: Sequence[str], first: int, last: int, name: str, key: str) -> bool:
    try:
        read = _alone(lines, first, last, name)
    except Problems:
        return False
    return isinstance(read, dict) and list(read) == [key]


def _spans(lines: list[str]) -> Iterator[tuple[int, int]]:
    """From which line to which, counted from 0, the last one excluded."""
    at = next((i for i, line in enumerate(lines) if _STATIONS.match(line)), None)
    if at is None:
        return
    end = next((i for i in range(at + 1, len(lines)) if _TOP.match(lines[i])), len(lines))
    dashes = [(i, m[1]) for i in range(at + 1, end) if (m := _DASH.match(lines[i]))]
    starts = [i for i, lead in dashes if lead == dashes[0][1]]
    yield from zip(starts, [*starts[1:], end], strict=True)


def _trimmed(lines: Sequence[str], first: int, last: int) -> int:
    """Behind the last line that says something."""
    while last > first + 1 and not lines[last - 1].split("#")[0].strip():
        last -= 1
    return last


def _alone(lines: Sequence[str], first: int, last: int, name: str) -> Value:
    """What some lines say by themselves. Raises Problems."""
    # Empty lines above keep the numbers of lines as they are in the file.
    read: Value = source.read_text("\n" * first + "\n".join(lines[first:last]), name).data
    return read


def _read(lines: list[str], first: int, last: int, name: str) -> Salvaged:
    last = _trimmed(lines, first, last)
    text = "\n".join(lines[first:last])
    try:
        read = _alone(lines, first, last, name)
    except Problems as found:
        return Salvaged(first + 1, last, text, None, found.problems)
    return Salvaged(first + 1, last, text, read[0] if isinstance(read, list) else None)
