"""Places over years: lines, and the change between two years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from datawalk.blocks.charts import changes
from datawalk.blocks.charts import places as chart_places
from datawalk.blocks.charts.charting import ChartRequest
from datawalk.blocks.charts.prices import kept_up, with_prices
from datawalk.blocks.charts.silence import silence
from datawalk.blocks.stat import gap_note
from datawalk.exhibits import Chart, ChartForm, Exhibit, Series
from datawalk.metrics.model import Observation, Place
from datawalk.metrics.places.places import labeled
from datawalk.metrics.words import reasons, wording
from datawalk.metrics.words.difference import difference
from datawalk.problems import refuse
from datawalk.words import say

FEWEST_YEARS = 2
"""A line through fewer years would be a dot."""
MOST_PANELS = 12
MOST_OTHERS = 3
"""Lines beside ours in a slope."""
MOST_BESIDE = 3
"""Lines beside ours over all years: more could not be told apart from afar."""

Rows = list[tuple[Place, list[Observation]]]


def lines(asked: ChartRequest, *, prices: bool) -> Exhibit:
    """A line for our place and a few others over all years; for dollars also that of `prices`.

    Beside ours are three at most, that of prices among them: the middle that the walk compares
    with, then places in the order in which it names them. A note has the newest figures of the
    rest.
    """
    ours = _row(asked, asked.context.place)
    risen = kept_up(ours) if prices else ()
    beside = _named_first(asked)
    held = [place for place in beside if any(o.known for o in _row(asked, place))]
    drawn = tuple(held[: MOST_BESIDE - bool(risen)])
    made = _over_years(asked, "lines", drawn)
    if not isinstance(made, Chart) or made.form != "lines":
        return made
    made = changes.with_change(made, asked)
    rest = tuple(place for place in beside if place not in drawn)
    made = _with_rest(made, asked, rest)
    return with_prices(made, risen, ours[0]) if risen else made


def _named_first(asked: ChartRequest) -> tuple[Place, ...]:
    """What our line may be drawn beside, the first first."""
    middle = asked.context.benchmark() if asked.metric.ranked else None
    return (*((middle,) if middle else ()), *asked.context.peers())


def _with_rest(chart: Chart, asked: ChartRequest, rest: Sequence[Place]) -> Chart:
    """The chart with a note of the newest figures of places that have no line."""
    context, name = asked.context, asked.metric.name
    newest = context.ours(name).year
    found = [context.observe(name, place, newest) for place in rest]
    known = [o for o in found if o.known]
    if not known:
        return chart
    told = asked.printed(known)
    named = [f"{labeled(f.observation.place)} {f.text}" for f in told]
    words = say("Without a line, {year}: {names}.", year=newest, names=", ".join(named))
    note = " ".join(filter(None, (chart.note, words)))
    return replace(chart, note=note, figures=(*chart.figures, *told))


def panels(asked: ChartRequest, beside: tuple[Place, ...]) -> Exhibit:
    """The same with a small chart for each place. Raises Problems."""
    if 1 + len(beside) > MOST_PANELS:
        raise refuse(
            f"This chart has {1 + len(beside)} small charts; a sheet can show {MOST_PANELS}.",
            "Compare fewer places, or use show: distribution.",
        )
    return _over_years(asked, "panels", beside)


def _over_years(asked: ChartRequest, form: ChartForm, beside: tuple[Place, ...]) -> Exhibit:
    context, metric = asked.context, asked.metric
    newest = context.ours(metric.name)
    if not newest.known:
        context.gap(newest)
        return gap_note(metric, newest, context)
    found = [(place, _row(asked, place)) for place in (context.place, *beside)]
    rows = [(place, row) for place, row in found if any(o.known for o in row)]
    if not rows or sum(o.known for o in rows[0][1]) < FEWEST_YEARS:
        return _single_year(asked)
    left_out = [place.name for place, row in found if not any(o.known for o in row)]
    named = _named(left_out) if form == "panels" and left_out else ""
    return asked.chart(
        form,
        newest.year,
        _series(asked, rows),
        tuple(figure for _, row in rows for figure in asked.printed(row)),
        note=" ".join(part for part in (silence(rows, _inside(rows, form)), named) if part),
    )


def _inside(rows: Rows, form: ChartForm) -> frozenset[int]:
    """The years without a figure inside our line, which itself says so where it breaks."""
    known = [o.year or 0 for o in rows[0][1] if o.known]
    years = [o.year or 0 for o in rows[0][1] if not o.known]
    inside = (year for year in years if known[0] < year < known[-1])
    return frozenset(inside if form == "lines" else ())


def _named(names: Sequence[str]) -> str:
    return say("No figures: {names}.", names=", ".join(names))


def slope(asked: ChartRequest) -> Exhibit:
    """Two years of our place and up to three others that the walk compares with.

    Raises Problems.
    """
    context, metric = asked.context, asked.metric
    newest = context.ours(metric.name)
    if not newest.known:
        context.gap(newest)
        return gap_note(metric, newest, context)
    known = [o.year for o in _row(asked, context.place) if o.known and o.year]
    if not asked.years and len(known) < FEWEST_YEARS:
        return _single_year(asked)
    years = asked.years or (min(known), max(known))
    for year in years:
        if year not in known:
            why = reasons.told(context.store.observe(metric.name, context.place, year).missing)
            raise refuse(
                f"{context.place.name} has no value for {metric.name} in {year}"
                f"{': ' if why else ''}{why}.",
                f"It has one for: {', '.join(map(str, known))}.",
            )
    ours = [context.ours(metric.name, year) for year in years]
    others: Rows = [
        (place, [context.observe(metric.name, place, year) for year in years])
        for place in context.compare
    ]
    others = [(place, row) for place, row in others if any(o.known for o in row)]
    rows = [(context.place, ours), *others[:MOST_OTHERS]]
    return asked.chart(
        "slope",
        years[1],
        _series(asked, rows),
        tuple(figure for _, row in rows for figure in asked.printed(row)),
        note=_sure(asked, ours),
    )


def _sure(asked: ChartRequest, ours: list[Observation]) -> str:
    """Says so where the bounds of our two figures do not let us speak of a change."""
    apart = difference(ours[1], ours[0])
    if apart is None or apart.told_apart is not False:
        return ""
    return say(
        "The two figures of {place} are too close to be sure that anything changed.",
        place=asked.context.place.name,
    )


def _single_year(asked: ChartRequest) -> Exhibit:
    """A dot is no trend: what there is, stands beside the others."""
    only = say("No other year has a figure for us.")
    return chart_places.bars(asked.noting(only), asked.context.peers())


def _series(asked: ChartRequest, rows: Rows) -> tuple[Series, ...]:
    ours = asked.context.place
    return tuple(
        Series(
            labeled(place),
            tuple(asked.point(o, str(o.year), place is ours) for o in row),
            highlight=place is ours,
        )
        for place, row in rows
    )


def _row(asked: ChartRequest, place: Place) -> list[Observation]:
    """Every year of a yearly metric from the first to the last: no gap closes unseen."""
    context, name = asked.context, asked.metric.name
    held = {o.year: context.fit(o) for o in context.store.series(name, place) if o.year}
    return [
        held.get(year) or Observation(name, place, year, missing=wording.NOTHING)
        for year in every_year(held)
    ]


def every_year(held: Iterable[int]) -> list[int]:
    """The years from the first to the last of a yearly metric.

    A metric that comes every few years has the years that it has.
    """
    years = sorted(held)
    steps = [after - before for before, after in pairwise(years)]
    yearly = 2 * steps.count(1) > len(steps)
    return list(range(years[0], years[-1] + 1)) if years and yearly else years
