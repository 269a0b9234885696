"""Figures that are left off because the published file with them was not given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from datawalk.exhibits import Exhibit, is_gap
from datawalk.metrics.published import Published
from datawalk.problems import At, Problem


@dataclass
class Unread:
    """Collects which files the stations lack, to be told once for each file."""

    stations: dict[Published, dict[int, None]] = field(default_factory=dict)
    bare: dict[int, None] = field(default_factory=dict)

    def take(self, file: Published, station: int) -> None:
        """The station (0: a slide of the session, or the walk) shows no figure of the file."""
        self.stations.setdefault(file, {})[station] = None

    def left(self, station: int, exhibits: Sequence[Exhibit]) -> bool:
        """Whether the station lacks a file, and no exhibit is left that shows anything but
        questions. One that has no number left is remembered."""
        lacks = any(station in held for held in self.stations.values())
        if lacks and not any((e.figures and not is_gap(e)) or e.own for e in exhibits):
            self.bare[station] = None
        return lacks

    def told(self, at: At) -> Iterator[Problem]:
        """A warning for each file."""
        for file, held in sorted(self.stations.items(), key=lambda item: item[0].name):
            numbers = [number for number in held if number]
            where = f" ({_listed(numbers)})" if numbers else ""
            without = [number for number in numbers if number in self.bare]
            bare = f" No number is left in {_listed(without)}." if without else ""
            yield Problem(
                f"{file.name} is not among the data files, so figures {_about(file)} are left off"
                f"{where}.{bare}",
                f"`datawalk fetch-data {file.number}` downloads it; then write its name under "
                "data:.",
                at,
                "warning",
            )


def _about(file: Published) -> str:
    what = file.what.partition(", ")[2]
    return what if what.startswith("by ") else f"of {file.what[:1].lower()}{file.what[1:]}"


def _listed(numbers: Sequence[int]) -> str:
    return f"station{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"
