"""The times below a chart over years: where they stand, and what is written there."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Chart, Series
from datawalk.typography import fonts
from datawalk.typography.fonts import Face


@dataclass(frozen=True, slots=True)
class Times:
    """Points in time, oldest first, in years, each with its label."""

    at: tuple[float, ...]
    labels: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.labels[0]

    @property
    def last(self) -> str:
        return self.labels[-1]

    def share(self, at: float) -> float:
        """How far along a time is, from 0 to 1; a lone one stands in the middle."""
        first, last = self.at[0], self.at[-1]
        return 0.5 if first == last else (at - first) / (last - first)

    def width(self, size: float, face: Face = "regular") -> float:
        """The width of the widest label, in points."""
        return max(fonts.width(label, face, size) for label in self.labels)


def times(rows: Chart | Series) -> Times:
    """All times of a chart, or of one of its lines."""
    series = rows.series if isinstance(rows, Chart) else (rows,)
    known = {point.time: point.label for row in series for point in row.points}
    ordered = sorted(known)
    return Times(tuple(ordered), tuple(known[at] for at in ordered))
