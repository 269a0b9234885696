"""A broken text of which all that can be read can be changed: what cannot stands behind marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from datawalk.app.studio.desk import manuscript, salvage
from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.salvage import TornPart
from datawalk.problems import Problems, refuse

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class VeiledPart:
    """What stands for a torn part, and what is written there in truth."""

    part: TornPart
    veil: str
    written: str
    stands: Value = None
    """What the veil of a station says."""


@dataclass(frozen=True)
class Legible:
    """What can be read of a broken text, to be changed as any manuscript is."""

    manuscript: Manuscript
    parts: tuple[VeiledPart, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The settings of the walk that cannot be read."""
        return tuple(one.part.key for one in self.parts if one.part.key)

    def whole(self, made: Manuscript) -> str:
        """The text of a change, with all that cannot be read as it is written.

        Raises Problems where the change is about just that.
        """
        text, data = made.text, made.data if isinstance(made.data, dict) else {}
        found = data.get("stations")
        stations = found if isinstance(found, list) else []
        for one in self.parts:
            lost = one.stands is not None and one.stands not in stations
            if lost or one.part.key in data or text.count(one.veil) != 1:
                raise refuse(
                    "This part of the text file cannot be read.",
                    "Mend it there first; then it can be changed here.",
                )
            text = text.replace(one.veil, one.written)
        return text


def legible(text: str, name: str) -> Legible | None:
    """What can be read of a text that is broken; None where that is not enough to be changed."""
    lines, torn = _LINE.findall(text), salvage.torn(text, name)
    if not torn or any(part.first > len(lines) for part in torn):
        return None
    sign = sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
    parts = tuple(_veiled(lines, part, f"torn-{i}-{sign}") for i, part in enumerate(torn))
    for one in reversed(parts):
        first, last = one.part.first - 1, one.part.last
        lead, end = _lead(lines[first]), _end(lines[last - 1])
        lines[first:last] = [lead + one.veil + end]
    try:
        read = manuscript.read("".join(lines), name)
    except Problems:
        return None
    data = read.data if isinstance(read.data, dict) else {}
    found, known = data.get("stations"), salvage.stations(text, name)
    whole = isinstance(found, list) and len(found) == len(known)
    return Legible(read, parts) if whole else None


def _veiled(lines: Sequence[str], part: TornPart, mark: str) -> VeiledPart:
    first, *_ = inside = lines[part.first - 1 : part.last]
    written = "".join(inside)[len(_lead(first)) :]
    written = written[: len(written) - len(_end(inside[-1]))]
    if part.station is None:
        return VeiledPart(part, f"# {mark}", written)
    return VeiledPart(part, f"- title: {mark}", written, {"title": mark})


def _lead(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
