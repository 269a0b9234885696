"""Charts as slides have them: marks, names and figures; sentences stand beside the chart.

What paper says inside a figure stands in the line under the title of a slide, or in its notes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk.exhibits import Chart, Point
from datawalk.figures.crowd import told as named
from datawalk.figures.lines.field import band, silence, silent
from datawalk.figures.native.over_years import SURE, told_over
from datawalk.figures.times import times
from datawalk.words import say

MOST_CHOSEN = 1
"""Places in a crowd that are named though nobody asked for them."""


@dataclass(frozen=True, slots=True)
class SlideChart:
    """A chart with what the line under its title says for it, and what is left to the notes."""

    chart: Chart
    beside: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def bare(chart: Chart) -> SlideChart:
    """The chart without sentences, and where these stand."""
    match chart.form:
        case "lines":
            return _lines(chart)
        case "distribution":
            return _distribution(chart)
        case "dumbbell":
            return _groups(chart)
        case _:
            return SlideChart(chart, tuple(filter(None, (chart.field_label,))))


def _lines(chart: Chart) -> SlideChart:
    """How it changed is told in the notes; what the thin lines are and gaps under the title."""
    moments = times(chart)
    ribbon = any(band(row, moments) for row in chart.series)
    said = (say("Thin lines show the likely range"),) if ribbon else ()
    gaps = tuple(silence(gap) for gap in silent(chart))
    told = tuple(words for words in told_over(chart) if words not in gaps)
    rows = tuple(replace(row, change=None) for row in chart.series)
    return SlideChart(replace(chart, series=rows, bare=True), (*said, *gaps), told)


def _distribution(chart: Chart) -> SlideChart:
    """One middle, and our place without how many are on either side of it."""
    rows = tuple(
        replace(row, points=tuple(replace(point, remark="") for point in row.points))
        for row in chart.series
    )
    points = [point for row in chart.series for point in row.points]
    told = [f"{named(p.label, p.printed)}. {p.remark}" for p in points if p.remark]
    told += [named(line.label, line.printed) for line in chart.middles[1:]]
    asked, *chosen = rows
    chosen = [replace(row, points=row.points[:MOST_CHOSEN]) for row in chosen]
    plain = replace(chart, series=(asked, *chosen), second=None, bare=True)
    return SlideChart(plain, tuple(filter(None, (chart.field_label,))), tuple(told))


def _groups(chart: Chart) -> SlideChart:
    """Groups by what tells them apart; what they share stands under the title."""
    ours, *others = chart.series
    shared, names = apart([point.label for point in ours.points])
    rows = tuple(
        replace(row, points=tuple(map(_named, row.points, names))) for row in (ours, *others)
    )
    told: tuple[str, ...] = ()
    if gap := chart.bracket:
        first, second = (ours.points[i].label for i in (gap.first, gap.second))
        words = "{first} and {second}: {words}"
        told = (say(words, first=first, second=second, words=gap.words),)
    beside = (f"{shared} …",) if shared else ()
    return SlideChart(replace(chart, series=rows, bracket=None, bare=True), beside, told)


def _named(point: Point, name: str) -> Point:
    return replace(point, label=name)


def apart(labels: list[str]) -> tuple[str, list[str]]:
    """The words that all labels begin with, and the rest of each; at least two words."""
    parts = [label.split() for label in labels]
    shortest = min(map(len, parts), default=0)
    same = 0
    while same < shortest - 1 and len({words[same].casefold() for words in parts}) == 1:
        same += 1
    if len(parts) < 2 or same < 2:
        return "", labels
    rest = (" ".join(words[same:]) for words in parts)
    return " ".join(parts[0][:same]), [text[:1].upper() + text[1:] for text in rest]


def shorter(note: str) -> str:
    """A remark in which thin lines are told of in fewer words; the notes have it whole."""
    return note.replace(say(SURE), say("Thin lines show the likely range") + ".")
