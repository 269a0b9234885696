"""What stands beside a figure in short: what it was before, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.blocks.charts.charting import ChartRequest
from datawalk.metrics.findings import times, weighing
from datawalk.metrics.model import Observation, Printed, Quality
from datawalk.metrics.words import wording
from datawalk.prose import Words, words
from datawalk.words import say

Asides = tuple[tuple[str, Words], ...]
"""Sentences, each with the name of its icon."""


def asides(asked: ChartRequest, ours: Observation) -> tuple[Asides, tuple[Printed, ...]]:
    """Sentences that fit beside a figure of ours, and the earlier figures that they print."""
    before = asked.printed(_before(asked, ours))
    told = [("clock-counter-clockwise", _earlier(before, asked))] if before else []
    told.append(("question", _sure(asked, ours)))
    return tuple((icon, words(said)) for icon, said in told), before


def _before(asked: ChartRequest, ours: Observation) -> Sequence[Observation]:
    """The first and the last year before that may stand beside ours."""
    rows = asked.context.store.series(asked.metric.name, ours.place)
    known = [
        fit
        for o in rows
        if (fit := asked.context.fit(o)).value is not None
        and (o.year or 0) < (ours.year or 0)
        and not weighing.doubted(o)
        and times.comparable(o, ours, asked.metric)
    ]
    return known[:1] + known[1:][-1:]


def _earlier(before: Sequence[Printed], asked: ChartRequest) -> str:
    told = ", ".join(
        say("{figure} in {year}", figure=one.text, year=one.observation.year) for one in before
    )
    said = say("**Before:** {figures}.", figures=told)
    if asked.metric.kind == "index":
        moves = say("A score can move because other places change.")
        return f"{said} {moves}"
    return said


def _sure(asked: ChartRequest, ours: Observation) -> str:
    """The range, or that there is none, and a grade that is not the best."""
    within = wording.range_words(ours, asked.context.counted(ours))
    if within:
        said = say("**How sure?** The true number is most likely {range}.", range=within)
    else:
        place = ours.place.name
        said = say("**How sure?** One number for all of {place}; it has no range.", place=place)
    grades = {
        Quality.MARGINAL: say("Marginal: use with care."),
        Quality.WEAK: say("Weak: do not act on this figure alone."),
    }
    grade = grades.get(ours.quality, "") if ours.quality else ""
    return f"{said} {grade}".rstrip()
