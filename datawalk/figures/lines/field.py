"""The field of lines over years: its edges, its written values, and what stands over it.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.exhibits import Chart, Point, Series
from datawalk.figures.lines.ends import End
from datawalk.figures.ticks import ticks
from datawalk.figures.times import Times, runs, times
from datawalk.metrics.words import wording
from datawalk.prose import Run
from datawalk.typography.fonts import LEADING
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type
from datawalk.words import later, say

END_ROOM = 1.7
"""Room between a line and its name, in ems."""
INSET = 1.1
"""From the left edge of the field to the first time, in ems."""
BESIDE = 0.6
"""Room for a written value beside its figure, in ems."""
OVER, UNDER = 0.8, 1.7
"""Room over the field for half of a label, and under it for the years, in ems."""
TOLD = 0.8
"""Room between the words over the field and the field, in ems."""
SURE = later("How sure? The shaded band is where the number most likely lies.")


@dataclass(frozen=True, slots=True)
class TimeGap:
    """A time without a figure, as it is called."""

    label: str
    time: float


@dataclass(frozen=True, slots=True)
class LineField:
    """The field in points, its times, its written values, lowest first, and the words over it.

    Those `over` it tell of times without a figure, the others under them what a ribbon means.
    The written values end at `left`, and the first of the times stands at `first`.
    """

    left: float
    first: float
    right: float
    top: float
    bottom: float
    times: Times
    ticks: tuple[float, ...]
    over: tuple[str, ...]
    sure: tuple[str, ...]

    def x(self, time: float) -> float:
        """Where a time stands; the first one stands a little inside the field."""
        return self.first + self.times.share(time) * (self.right - self.first)

    def y(self, value: float) -> float:
        share = (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
        return self.bottom - share * (self.bottom - self.top)

    def at(self, point: Point) -> tuple[float, float]:
        """Where a figure stands."""
        return self.x(point.time), self.y(point.value or 0.0)


def line_field(
    measurer: Measurer, chart: Chart, labels: Sequence[End], room: tuple[float, float], type: Type
) -> LineField:
    """The field in a room of this width and height, beside the labels of its lines."""
    size, (width, height) = type.label, room
    moments, values = times(chart), written(chart)
    said = (wording.number(tick, chart.format) for tick in values)
    axis = max(measurer.width(text, "regular", size) for text in said) + size * BESIDE
    # The first and the last year stand under the ends of the field, centred.
    left = max(axis, measurer.width(moments.first, "bold", size) / 2 - size * INSET)
    name = max(end.width for end in labels) + size * END_ROOM
    right = width - max(name, measurer.width(moments.last, "bold", size) / 2)
    over, sure = _over(measurer, chart, right - left, size)
    top = size * OVER + told_height((*over, *sure), size)
    low = height - size * UNDER
    return LineField(left, left + size * INSET, right, top, low, moments, values, over, sure)


def _over(
    measurer: Measurer, chart: Chart, wide: float, size: float
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lines of words over a field: its times without a figure where they are in several places,
    and what the ribbon means where a line of ours has one.
    """
    gaps, moments = silent(chart), times(chart)
    ribbon = any(band(row, moments) for row in chart.series)
    texts = (
        silence([one for gap in gaps for one in gap]) if len(gaps) > 1 else "",
        say(SURE) if ribbon and not chart.bare else "",
    )
    over, sure = (
        tuple(line.text for line in measurer.balanced((Run(text),), wide, size, "regular"))
        if text
        else ()
        for text in texts
    )
    return over, sure


def told_height(told: Sequence[str], size: float) -> float:
    """Room for words over the field."""
    return size * (LEADING * len(told) + TOLD) if told else 0.0


def band(series: Series, moments: Times) -> list[list[Point]]:
    """The unbroken runs of figures of ours that have bounds: a ribbon for each."""
    if not series.highlight:
        return []
    found: list[list[Point]] = []
    for run in runs(series.points, moments):
        held: list[Point] = []
        for point in run:
            if point.lower is not None and point.upper is not None:
                held.append(point)
            elif held:
                found, held = [*found, held], []
        found += [held] if held else []
    return found


def written(chart: Chart) -> tuple[float, ...]:
    """The values at the axis, all figures, the bounds of ours and the benchmark between them."""
    moments = times(chart)
    found = [p.value for row in chart.series for p in row.points if p.value is not None]
    found += [chart.reference.value] if chart.reference else []
    for row in chart.series:
        for point in (p for run in band(row, moments) for p in run):
            found += [bound for bound in (point.lower, point.upper) if bound is not None]
    return ticks(found, chart.format, chart.starts_at_zero)


def firsts(chart: Chart) -> tuple[Point, ...]:
    """Where our lines began; not where they have one figure alone."""
    ours = (row for row in chart.series if row.highlight)
    known = ([p for p in row.points if p.value is not None] for row in ours)
    return tuple(held[0] for held in known if len(held) > 1)


def silent(chart: Chart) -> list[list[TimeGap]]:
    """The times without a figure inside our lines, in unbroken runs; none to tell in a bare one."""
    if chart.bare:
        return []
    moments = times(chart)
    called = dict(zip(moments.at, moments.labels, strict=True))
    plain = all(label.isdecimal() and float(label) == at for at, label in called.items())
    found: list[list[TimeGap]] = []
    for row in (row for row in chart.series if row.highlight):
        known = {p.time for p in row.points if p.value is not None}
        before = True
        for at in (at for at in moments.slots if known and min(known) < at < max(known)):
            # A time that no line has is a year where the others are years.
            label = called.get(at) or (f"{at:.0f}" if plain and at.is_integer() else "")
            missing = at not in known and bool(label)
            if missing:
                found = [*found, []] if before else found
                found[-1].append(TimeGap(label, at))
            before = not missing
    return found


def silence(gap: Sequence[TimeGap]) -> str:
    """'2020: no figure', '2019 to 2021: no figure'."""
    labels = [one.label for one in gap]
    plain = all(label.isdecimal() for label in labels)
    named = wording.spans([int(label) for label in labels]) if plain else ", ".join(labels)
    return f"{named}: {say('no figure')}"
