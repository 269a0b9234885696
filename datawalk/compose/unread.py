"""Figures that are left off because the published file with them was not given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from datawalk.exhibits import Exhibit, is_gap
from datawalk.metrics.knowledge.published import Published
from datawalk.problems import At, Problem


@dataclass
class Unread:
    """Collects which files the stations lack, to be told once."""

    stations: dict[Published, dict[int, None]] = field(default_factory=dict)
    bare: dict[int, None] = field(default_factory=dict)

    def take(self, file: Published, station: int) -> None:
        """The station (0: a slide of the session, or the walk) shows no figure of the file."""
        self.stations.setdefault(file, {})[station] = None

    def take_all(self, files: Sequence[Published], station: int, *, bare: bool) -> None:
        """As was found of the station before."""
        for file in files:
            self.take(file, station)
        if bare:
            self.bare[station] = None

    def of(self, station: int) -> tuple[Published, ...]:
        """The files that a station lacks."""
        return tuple(file for file, held in self.stations.items() if station in held)

    def left(self, station: int, exhibits: Sequence[Exhibit]) -> bool:
        """Whether the station lacks a file, and no exhibit is left that shows anything but
        questions. One that has no number left is remembered."""
        lacks = any(station in held for held in self.stations.values())
        if lacks and not any((e.figures and not is_gap(e)) or e.own for e in exhibits):
            self.bare[station] = None
        return lacks

    def told(self, at: At) -> Iterator[Problem]:
        """One warning for all files, if any lacks."""
        files = sorted(self.stations, key=lambda file: file.name)
        if not files:
            return
        figures = "; ".join(f"{_about(file)}{self._where(file)}" for file in files)
        bare = f" No number is left in {_listed(list(self.bare))}." if self.bare else ""
        names, numbers = (", ".join(f.name for f in files), " ".join(f.number for f in files))
        yield Problem(
            f"Figures are left off because their files are not given: {figures}.{bare}",
            f"`datawalk fetch-data {numbers}` downloads them; then write under data: {names}",
            at,
            "warning",
            kind="no-data",
        )

    def _where(self, file: Published) -> str:
        numbers = [number for number in self.stations[file] if number]
        return f" ({_listed(numbers)})" if numbers else ""


def _about(file: Published) -> str:
    what = file.what.partition(", ")[2]
    return what if what.startswith("by ") else "of everyone"


def _listed(numbers: Sequence[int]) -> str:
    return f"station{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"
