"""What a station shows, in a few words and a small picture: for a card among many.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from datawalk.exhibits import Chart, Exhibit, Map, Point, Prose, Stat, WritingSpace, is_gap
from datawalk.layout.exhibits.stat import remarks_of
from datawalk.layout.poster.sheets import is_talk
from datawalk.prose import Run, Words, plain
from datawalk.walk import Station
from datawalk.words import say

TWO = 2
MOST_PARTS = 4
"""So many parts are named."""
QUOTED = 120
"""The most letters of a quote on a card."""


@dataclass(frozen=True, slots=True)
class Mini:
    """`value` is large, `sentence` says what it counts, `notes` are small; each may be empty.

    `shown` is the exhibit that all of it comes from, `drawn` how it is pictured, if it is.
    """

    sentence: Words
    value: str = ""
    notes: tuple[str, ...] = ()
    shown: Exhibit | None = None
    drawn: Drawn | None = None


@dataclass(frozen=True, slots=True)
class Hundred:
    """So many of 100 squares are filled."""

    share: int


@dataclass(frozen=True, slots=True)
class Spark:
    """Points of a line in time, None where a year has no figure; the first and the last printed."""

    points: tuple[tuple[float, float | None], ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Places or groups along a line: ours, if it is among them, the others, and a middle."""

    others: tuple[float, ...]
    ours: float | None = None
    middle: float | None = None


@dataclass(frozen=True, slots=True)
class TwoMarks:
    """A low and a high figure, on a line from `least` to `most`."""

    low: float
    high: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class ClassStrip:
    """So many classes of a map, from low to high, and which is ours."""

    count: int
    ours: int


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of 100 each part is."""

    counts: tuple[int, ...]


Drawn = Hundred | Spark | Strip | TwoMarks | ClassStrip | Shares


def mini_of(station: Station) -> Mini:
    """The strongest figure of the station, else the first that fits a card; else its question."""
    shown = [e for e in station.exhibits if not is_talk(e)]
    strongest = [e for f in station.findings for e in shown if f.block and e.block == f.block]
    for exhibit in (*strongest, *shown):
        found = _of(exhibit)
        if found:
            return found
    return next(_in_words(shown), Mini(_question(station)))


def _in_words(shown: list[Exhibit]) -> Iterator[Mini]:
    """A short quote; else why there is no figure; else what people are asked to write."""
    texts = [e for e in shown if isinstance(e, Prose)]
    for prose in texts:
        if prose.form == "quote" and len(plain(prose.paragraphs[0])) <= QUOTED:
            notes = (f"— {prose.by}",) if prose.by else ()
            yield Mini(prose.paragraphs[0], "\u201c", notes, prose)
    for prose in texts:
        if is_gap(prose):
            yield Mini(prose.paragraphs[0], shown=prose)


def _question(station: Station) -> Words:
    """What the station asks first, if it asks anything."""
    asked = (item for e in station.exhibits if is_talk(e) for item in getattr(e, "items", ()))
    spaces = (e.heading for e in station.exhibits if isinstance(e, WritingSpace) and e.heading)
    return next(asked, None) or tuple(Run(heading) for heading in islice(spaces, 1))


def _of(exhibit: Exhibit) -> Mini | None:
    match exhibit:
        case Stat():
            sure = remarks_of(exhibit)[-1:] if exhibit.range else ()
            drawn = Hundred(exhibit.share) if exhibit.share is not None else None
            return Mini(exhibit.sentence, exhibit.number, sure, exhibit, drawn)
        case Chart():
            return _of_chart(exhibit)
        case Map():
            return _of_map(exhibit)
    return None


def _of_chart(chart: Chart) -> Mini | None:
    known = tuple(p for s in chart.series for p in s.points if p.value is not None)
    if not known or chart.form in ("network", "steps"):
        said = (Run(chart.takeaway),)
        return Mini(said, shown=chart) if chart.takeaway else None
    if chart.form in ("lines", "panels", "slope"):
        return _of_line(chart)
    if chart.form == "parts":
        return _of_parts(chart, known)
    ours = next((p for p in known if p.highlight), None)
    if ours is not None:
        return _of_ours(chart, ours, known)
    if chart.form in ("bars", "dots", "diverging") and len(known) >= TWO:
        return _of_groups(chart, known)
    return None


def _of_line(chart: Chart) -> Mini | None:
    """Our line, from its first figure to its last."""
    line = next((s for s in chart.series if s.highlight), chart.series[0])
    known = [p for p in line.points if p.value is not None]
    if len(known) < TWO:
        return None
    first, last = known[0], known[-1]
    points = tuple((p.time, p.value) for p in line.points)
    span = f"{first.label}: {first.printed}. {last.label}: {last.printed}."
    drawn = Spark(points, first.printed, last.printed)
    return Mini(_heading(chart), last.printed, (span,), chart, drawn)


def _of_parts(chart: Chart, known: tuple[Point, ...]) -> Mini:
    """All parts; none leads for being the largest."""
    counts = tuple(p.count or 0 for p in known)
    told = " ".join(f"{p.label}: {p.printed}." for p in known[:MOST_PARTS])
    return Mini(_heading(chart), "", (told,), chart, Shares(counts))


def _of_ours(chart: Chart, ours: Point, known: tuple[Point, ...]) -> Mini:
    others = chart.field or tuple(p.value for p in known if p is not ours and p.value is not None)
    middle = chart.reference.value if chart.reference else None
    notes = (f"{chart.reference.label}: {chart.reference.printed}.",) if chart.reference else ()
    drawn = Strip(others, ours.value, middle) if others or middle is not None else None
    return Mini(_heading(chart), ours.printed, notes, chart, drawn)


def _of_groups(chart: Chart, known: tuple[Point, ...]) -> Mini:
    """The lowest and the highest group, both named."""
    low = min(known, key=lambda p: p.value or 0.0)
    high = max(known, key=lambda p: p.value or 0.0)
    told = {"low": low.printed, "high": high.printed}
    apart = _apart(low, high)
    value = say("{low} and {high}", **told) if apart else say("{low} to {high}", **told)
    notes = tuple(f"{p.label}: {p.printed}." for p in (low, high))
    notes += () if apart else (say("Too unsure to tell apart."),)
    least = min(0.0, low.value or 0.0)
    whole = 100 / chart.format.multiply if "%" in chart.format.suffix else 0.0
    most = max(whole, high.value or 0.0)
    drawn = TwoMarks(low.value or 0.0, high.value or 0.0, least, most)
    return Mini(_heading(chart), value, notes, chart, drawn)


def _apart(low: Point, high: Point) -> bool:
    """Whether their ranges leave room between them, if they have any."""
    return low.upper is None or high.lower is None or low.upper < high.lower


def _of_map(shown: Map) -> Mini | None:
    """Our area, and in which class it lies."""
    ours = next((a for a in shown.areas if a.highlight and a.shade is not None), None)
    if ours is None or ours.shade is None:
        return None
    shade = shown.shades[ours.shade]
    told = say("In this group: {counted}, {label}.", counted=shade.counted, label=shade.label)
    drawn = ClassStrip(len(shown.shades), ours.shade)
    return Mini(_heading(shown), ours.printed, (told,), shown, drawn)


def _heading(exhibit: Exhibit) -> Words:
    return (Run(exhibit.heading),) if exhibit.heading else ()
