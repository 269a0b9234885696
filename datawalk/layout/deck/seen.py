"""What people see on a slide, in a sentence to say before its number."""

from __future__ import annotations

from collections.abc import Mapping

from datawalk.exhibits import Bullets, Chart, ChartForm, Exhibit, Map, Table, WritingSpace
from datawalk.words import later, say

FORMS: Mapping[ChartForm, str] = {
    "bars": later("Each bar stands for what is named at its left."),
    "dots": later("Each dot stands for what is named at its left."),
    "lines": later("Each line is a place over the years."),
    "distribution": later("All places stand between low on the left and high on the right."),
    "network": later("Each box is an organization. Each line says what one gives another."),
    "slope": later("Each line runs from the first year to the last."),
    "grouped": later("Bars that stand close together belong to one group."),
    "panels": later("Each small chart is a place over the years."),
    "diverging": later("Bars to the right are over the middle, bars to the left are under it."),
    "pairs": later("Two bars belong to each name. Compare how long they are."),
    "parts": later("Each square stands for one of 100."),
    "steps": later("Each bar is a part of the bar over it."),
    "dumbbell": later("Each mark is a group of people on one scale."),
    "lineup": later("100 households stand in line, the lowest income first."),
}
ROWS, MARKS = ("lines", "panels", "slope", "dumbbell"), ("bars", "diverging", "distribution")
"""Forms in which our place is one of several rows, or one of several marks."""
OURS = later("Ours is the strong one.")


def seen(exhibit: Exhibit) -> str:
    """'Each line is a place over the years. Ours is the strong one.'; '' for what is read."""
    match exhibit:
        case Chart():
            return " ".join((say(FORMS[exhibit.form]), *([say(OURS)] if _ours(exhibit) else [])))
        case Map():
            dark = say("The darker an area or a point, the higher its figure.")
            outlined = any(area.highlight and not area.ground for area in exhibit.areas)
            ours = [say("Ours has a strong outline.")] if outlined else []
            return " ".join((dark, *ours))
        case Table():
            return say("Read one line of the table aloud, not all of it.")
        case Bullets(form="timeline"):
            return say("These things happened here, in this order. Read one of them aloud.")
        case Bullets(form="numbers"):
            return say("These are the steps at each station. Show each of them at a poster.")
        case WritingSpace():
            return say("People write this on the poster, not on the slide.")
    return ""


def _ours(chart: Chart) -> bool:
    """Whether one mark of several is that of our place."""
    if chart.form in ROWS:
        return len(chart.series) > 1 and any(row.highlight for row in chart.series)
    points = [point for row in chart.series for point in row.points]
    one = chart.form in MARKS and len(points) > 1
    return one and any(point.highlight for point in points)
