"""What a chart or a map on a slide says to those who do not see it: its kind, its subject, where,
when, and its main point. The figures are in the notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from datawalk.exhibits import Chart, ChartForm, Exhibit, Map, Table
from datawalk.page.document import Box
from datawalk.words import later, say

LONGEST = 249
"""Letters; screen readers read longer texts as well, but nobody keeps them in mind."""
KINDS: Mapping[ChartForm, str] = {
    "bars": later("Bar chart"),
    "dots": later("Dot chart"),
    "lines": later("Line chart"),
    "distribution": later("Chart of all places"),
    "network": later("Network"),
    "slope": later("Lines between two years"),
    "grouped": later("Bars in groups"),
    "panels": later("Small line charts"),
    "diverging": later("Bars left and right of a middle"),
    "pairs": later("Pairs of bars"),
    "parts": later("100 squares"),
    "steps": later("Bars that fall step by step"),
    "dumbbell": later("Marks of groups on one scale"),
    "lineup": later("100 households in line"),
}


def brief(exhibit: Exhibit, title: str, subject: str, place: str) -> str:
    """The kind, the subject, the place unless it is said, and the main point; of a table its title,
    which stands before what it is; '' for others.

    `title` is that of the slide, which states the point where it is not the `subject` itself.
    """
    if isinstance(exhibit, Table):
        return title if title[-1:] in ".!?…" else f"{title}."
    if not isinstance(exhibit, Chart | Map):
        return ""
    kind = say("Map") if isinstance(exhibit, Map) else say(KINDS[exhibit.form])
    point = title if title != subject else ""
    named = _ours(exhibit) if isinstance(exhibit, Map) else ""
    point = ". ".join(filter(None, (point, named))) or _figures(exhibit)
    shown = f"{kind}: {subject}" if subject else kind
    where = place if place and place not in f"{shown} {point}" else ""
    parts = (part.rstrip(".") for part in (shown, where, point) if part)
    return clipped(". ".join(parts) + ".")


def with_alt(box: Box, alt: str) -> Box:
    """A chart or a map with its short text, a table with as much of its own as has room."""
    if alt and isinstance(box.exhibit, Chart | Map):
        return replace(box, exhibit=replace(box.exhibit, alt=alt))
    if isinstance(box.exhibit, Table) and alt and not box.alt.startswith(alt):
        box = replace(box, alt=f"{alt} {box.alt}")
    return replace(box, alt=clipped(box.alt)) if len(box.alt) > LONGEST else box


def clipped(text: str) -> str:
    """A text of not too many letters, cut between two words."""
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rpartition(" ")[0].rstrip(",;:.") + "…"


def _ours(shown: Map) -> str:
    """Our area, its figure and its class."""
    ours = next((area for area in shown.areas if area.highlight), None)
    if ours is None or not ours.printed:
        return ""
    shade = f" ({shown.shades[ours.shade].label})" if ours.shade is not None else ""
    return f"{ours.label}: {ours.printed}{shade}"


def _figures(shown: Chart | Map) -> str:
    """Our figure, where nothing else is the point."""
    if shown.takeaway or not isinstance(shown, Chart):
        return shown.takeaway
    points = (point for row in shown.series for point in row.points)
    ours = next((p for p in points if p.highlight and p.printed), None)
    return f"{ours.label}: {ours.printed}" if ours else ""
