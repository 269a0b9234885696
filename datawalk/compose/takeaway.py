"""The takeaway of a station: what its author wrote, or the strongest finding of its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from datawalk import prose
from datawalk.blocks.context import Context
from datawalk.config.station import StationConfig
from datawalk.exhibits import Chart, Exhibit, Stat, Titles
from datawalk.metrics.findings import groups, places, times
from datawalk.metrics.findings.finding import Finding, Kind
from datawalk.metrics.knowledge.groups import BY, inside
from datawalk.metrics.knowledge.takeaways import sentences
from datawalk.metrics.model import ALL, Observation
from datawalk.walk import Takeaway

SHOWING = ("stat", "gap", "chart", "map", "table")
"""The kinds of blocks whose figures a takeaway may be about."""
LATER = 0.25
"""What counts of a finding about another metric than the first of a predictor's station, which
its title asks about."""
ORDER: Sequence[Kind] = ("gap", "change", "beside", "rank", "unsure", "level")
"""Of findings that are as strong, the first of these."""
ALIKE = 0.8
"""A sentence of an author that has so many of the words of a big number says it again."""


def findings(
    exhibits: Sequence[Exhibit], context: Context, predictor: str | None
) -> tuple[Finding, ...]:
    """All findings about what the exhibits show of our place, the strongest first.

    They are about metrics of the station's predictor where it shows any. Where lines over years
    stand before all else the station asks how things changed, so that comes first, unless a gap
    leads. Nothing that is in doubt
    or unfit for print is told; the author is asked of it where it is shown, and not here.
    """
    shown = sorted(
        (e for e in exhibits if e.kind in SHOWING), key=lambda e: (e.emphasis != "main", e.block)
    )
    quiet = replace(context, tell=_nothing, told=_nothing, unread=_nothing)
    named = _metrics(shown, context, predictor)
    found = [*_of_families(named, shown, quiet)]
    found += [one for name in named for one in _of_metric(name, shown, quiet)]
    later = LATER if predictor else 1.0
    weighed = (replace(f, weight=1.0 if f.metric == named[0] else later) for f in found)
    asked = _of_years(shown)
    return tuple(sorted(weighed, key=lambda one: (not _asked(one, asked), *_rank(one, named))))


def _of_years(shown: Sequence[Exhibit]) -> str:
    """The metric of the lines over years before all else; '' where something else stands there."""
    first = next(iter(shown), None)
    lines = isinstance(first, Chart) and first.form == "lines"
    return first.figures[0].observation.metric if first and lines and first.figures else ""


def _asked(found: Finding, metric: str) -> bool:
    """Whether a finding tells how a metric changed, or leads before all."""
    return found.leads or (found.metric == metric and len(found.years) > 1)


def takeaway_of(
    station: StationConfig,
    titles: Titles | None,
    exhibits: Sequence[Exhibit],
    found: Sequence[Finding],
    context: Context,
) -> Takeaway | None:
    """What the author wrote, else the strongest finding; none where titles make no point.

    Raises Problems.
    """
    if station.takeaway:
        return _written(station.takeaway, exhibits, context)
    if not found or titles not in (None, "takeaway"):
        return None
    best = found[0]
    words = prose.words(best.sentence)
    return Takeaway(words, best.figures, best.sources, repeats=_repeats(best, exhibits))


def _written(text: str, exhibits: Sequence[Exhibit], context: Context) -> Takeaway:
    told = context.fill(text)
    said = any(isinstance(e, Stat) and _alike(told.text, e) for e in exhibits)
    return Takeaway(told.words, told.figures, repeats=said, own=True)


def _nothing(_: object) -> None:
    return None


def _rank(found: Finding, named: Sequence[str]) -> tuple[float, int, int]:
    return -found.score, ORDER.index(found.kind), named.index(found.metric)


def _metrics(shown: Sequence[Exhibit], context: Context, predictor: str | None) -> list[str]:
    """The metrics of which our own figure, or figures of our groups, are shown, the first first."""
    seen = [figure.observation for exhibit in shown for figure in exhibit.figures]
    named = list(dict.fromkeys(o.metric for o in seen if o.place == context.place))
    about = [name for name in named if context.metric(name).predictor == predictor]
    return about or named


def _of_metric(name: str, shown: Sequence[Exhibit], context: Context) -> Iterator[Finding]:
    yield from _of_groups(name, shown, context)
    block, ours = _ours(name, shown, context)
    if ours:
        found = _of_place(ours, context)
        yield from (replace(one, block=block) for one in found if one)


def _ours(name: str, shown: Sequence[Exhibit], context: Context) -> tuple[int, Observation | None]:
    """Our newest figure on the exhibits, and the block that has it first."""
    held = [
        (exhibit.block, figure.observation)
        for exhibit in shown
        for figure in exhibit.figures
        if _is_ours(figure.observation, name, context) and figure.observation.group_kind == "all"
    ]
    newest = max((o.year or 0 for _, o in held), default=0)
    return next(((b, o) for b, o in held if (o.year or 0) == newest), (0, None))


def _is_ours(found: Observation, name: str, context: Context) -> bool:
    return found.known and found.metric == name and found.place == context.place


def _of_place(ours: Observation, context: Context) -> Iterator[Finding | None]:
    metric, store = context.metric(ours.metric), context.store
    yield places.level(ours, metric)
    if times.may_change(metric):
        yield times.change(store.series(metric.name, ours.place), ours, context.fit)
    other = context.beside()
    if other:
        yield places.beside(ours, context.observe(metric.name, other, ours.year), metric)
    if places.may_rank(ours, metric):
        yield places.rank(ours, _around(ours, context), metric)


def _around(ours: Observation, context: Context) -> Sequence[Observation]:
    """All places of our state with a figure; of a score those of the country where these are too
    few, since it has no middle to stand beside."""

    def known(state: str | None) -> list[Observation]:
        found = context.store.across(ours.metric, ours.place.level, ours.year, state)
        return [o for o in map(context.fit, found) if o.known]

    near = known(ours.place.state)
    few = len(near) <= places.FEWEST and context.metric(ours.metric).kind == "index"
    return known(None) if few else near


def _of_groups(name: str, shown: Sequence[Exhibit], context: Context) -> Iterator[Finding]:
    """A finding for each kind of groups that an exhibit shows, of its newest year."""
    for exhibit in shown:
        seen = [figure.observation for figure in exhibit.figures]
        held = [o for o in seen if _is_ours(o, name, context) and _is_group(o)]
        for kind in dict.fromkeys(o.group_kind for o in held):
            own = [o for o in held if o.group_kind == kind]
            words = sentences(own[0])
            if words is None or kind not in words.by:
                continue
            newest = max(o.year or 0 for o in own)
            by_label = {
                inside(context.group(o.group, name)): o for o in own if (o.year or 0) == newest
            }
            found = groups.gap(by_label, context.metric(name))
            if found:
                yield replace(found, block=exhibit.block)


def _of_families(
    named: Sequence[str], shown: Sequence[Exhibit], context: Context
) -> Iterator[Finding]:
    """A finding for each family of metrics in which the group stands in the metric."""
    families: dict[str, dict[str, Observation]] = {}
    blocks: dict[str, int] = {}
    for name in named:
        block, ours = _ours(name, shown, context)
        words = sentences(ours) if ours else None
        if ours and words and words.whom:
            families.setdefault(words.gap, {})[words.whom] = ours
            blocks.setdefault(words.gap, block)
    for family, held in families.items():
        first = next(iter(held.values()))
        found = groups.gap(held, context.metric(first.metric))
        if found:
            yield replace(found, block=blocks[family])


def _is_group(found: Observation) -> bool:
    """Whether a figure is that of a group as it stands in a file."""
    whole = found.group == ALL or found.group_kind not in BY
    return not whole and found.origin is not None and found.origin.line > 0


def _repeats(found: Finding, exhibits: Sequence[Exhibit]) -> bool:
    """Whether a big number says the same: our figure, alone or beside that of another place."""
    first = found.figures[0].observation
    alone = first.group_kind == "all" and len(found.years) == 1 and found.kind != "rank"
    return alone and any(
        isinstance(e, Stat) and any(_same(figure.observation, first) for figure in e.figures)
        for e in exhibits
    )


def _same(one: Observation, other: Observation) -> bool:
    return (one.metric, one.place, one.year) == (other.metric, other.place, other.year)


def _alike(text: str, stat: Stat) -> bool:
    mine = _bare(prose.plain(prose.words(text)))
    theirs = _bare(f"{stat.number} {prose.plain(stat.sentence)}")
    return len(mine & theirs) >= ALIKE * len(mine | theirs)


def _bare(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
