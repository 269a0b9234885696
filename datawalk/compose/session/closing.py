"""The parts after the stations: the whole beside others, what is not known, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from datawalk import prose
from datawalk.blocks.filled import marked
from datawalk.blocks.table import TableBlock
from datawalk.compose.session.given import Given, slides
from datawalk.compose.session.supplements import TOLD
from datawalk.exhibits import (
    Bullets,
    Exhibit,
    Prose,
    Row,
    Table,
    WritingColumn,
    WritingSpace,
    is_gap,
)
from datawalk.metrics.model import ALL, Observation
from datawalk.metrics.words import reasons
from datawalk.metrics.words.comparing import level
from datawalk.walk import FurtherSource, Station
from datawalk.words import say, say_many

MOST_METRICS = 6
"""Rows of a table that sets the place beside others: one slide."""
MOST_GAPS = 6
"""Missing figures of one reason that are named; the others are counted."""
MOST_SOURCES = 8
STEPS = 5
"""Empty lines to write next steps in."""


def comparison(given: Given) -> Station | None:
    """The main metric of each station, here and in the middle.

    None for a single metric, which its station shows, where nothing is compared, and where all
    figures here are missing.
    """
    metrics = tuple(dict.fromkeys(_main_metrics(given)))
    if len(metrics) < 2 or not given.context.compare:
        return None
    # What speaks against a figure was told where its station shows it.
    quiet = replace(given.context, tell=lambda _: None)
    starts = range(0, len(metrics), MOST_METRICS)
    parts = (metrics[start : start + MOST_METRICS] for start in starts)
    tables = [t for part in parts for t in TableBlock(kind="table", of=part).exhibits(quiet)]
    told = [table for table in tables if not is_gap(table)]
    if not told:
        return None
    levelled = [_levelled(t, given) if isinstance(t, Table) else t for t in told]
    shown = [replace(t, heading="", sources=given.sources(t.figures)) for t in levelled]
    notes = say(
        "Read one line aloud. Say what is good here before you say what is hard. A gap between two "
        "places does not say why."
    )
    name = given.walk.place.name
    return slides(say("How does {place} compare?", place=name), shown, notes, "comparison")


def _levelled(table: Table, given: Given) -> Table:
    """A table of ours and one other, with what that makes of ours in a last column."""
    if len(table.columns) != 2 or table.highlight_column != 0:
        return table
    pairs = zip(table.figures[::2], table.figures[1::2], strict=True)
    said = [
        level(ours.observation, other.observation, given.context.metric(ours.observation.metric))
        for ours, other in pairs
    ]
    rows = zip(table.rows, said, strict=True)
    return replace(
        table,
        columns=(*table.columns, say("Ours is …")),
        rows=tuple(replace(row, cells=(*row.cells, word)) for row, word in rows),
        bars=(),
        footnotes=(*table.footnotes, say("Higher is not always better.")),
    )


def _main_metrics(given: Given) -> Iterator[str]:
    for blocks in given.written:
        named = (getattr(b, "metric", None) for b in blocks if b.kind in ("stat", "chart"))  # type: ignore[attr-defined]
        found = next((name for name in named if name and _comparable(given, name)), None)
        if found:
            yield found


def _comparable(given: Given, name: str) -> bool:
    """Whether a metric is one number, and one by which places may be set side by side."""
    metric = given.context.metric(name)
    return metric.kind != "pair" and metric.ranked


def gaps(given: Given) -> Station | None:
    """Figures that are missing, and the kinds of knowledge that the walk does not hold, unless a
    part of the session shows those; None where it would have nothing to say.
    """
    unknown: dict[str, dict[str, None]] = {}
    for what, why in _unknown(given):
        unknown.setdefault(why, {})[what] = None
    told = [_missing(list(found), why) for why, found in unknown.items()]
    lacking = [say(text) for kind, text in TOLD.items() if kind not in given.walk.supplements]
    wheel = any(part.part == "supplements" for part in given.session.order)
    if wheel and not told:
        return None
    if lacking and not wheel:
        told.append(say("Not in this walk: {kinds}.", kinds="; ".join(lacking)))
    told.append(say("What do you know that no number here says?"))
    notes = say(
        "No data set is whole. Ask who could fill each gap, and write down names of people and "
        "groups to ask."
    )
    title = say("What we still do not know")
    return slides(title, [Bullets(items=tuple(map(prose.words, told)))], notes, "gaps")


def _missing(found: list[str], why: str) -> str:
    named = "; ".join(found[:MOST_GAPS])
    if more := len(found) - len(found[:MOST_GAPS]):
        named = say("{named}; and {count} more", named=named, count=more)
    return say_many(
        "No number ({why}): {named}.",
        "No numbers ({why}): {named}.",
        len(found),
        why=why,
        named=named,
    )


def _unknown(given: Given) -> Iterator[tuple[str, str]]:
    """What stations could not show of our place, and the reason."""
    shown = [exhibit for station in given.walk.stations for exhibit in station.exhibits]
    ours = [seen for exhibit in shown for seen in _ours(given, exhibit)]
    known = {seen.metric for seen in ours if seen.known}
    for exhibit in shown:
        lacking = [seen for seen in _ours(given, exhibit) if not seen.known]
        if lacking and isinstance(exhibit, Prose):
            label = exhibit.heading or given.context.metric(lacking[0].metric).label
            yield label, reasons.told(lacking[0].missing)
        else:
            for seen in lacking:
                if seen.metric not in known:
                    yield given.context.metric(seen.metric).label, reasons.told(seen.missing)


def _ours(given: Given, exhibit: Exhibit) -> list[Observation]:
    found = [figure.observation for figure in exhibit.figures]
    return [seen for seen in found if seen.place == given.walk.place and seen.group == ALL]


def next_steps(given: Given) -> Station:
    """What comes next, with who sees to it and when; room to write where nothing is planned."""
    heads = (say("What"), say("Who"), say("By when"))
    steps = given.session.next_steps
    fill = given.context.fill
    filled = [[fill(part or "") for part in (step.what, step.who, step.when)] for step in steps]
    shown: Exhibit = Table(
        stub_head=heads[0],
        columns=heads[1:],
        rows=tuple(Row(what.plain, (who.plain, when.plain)) for what, who, when in filled),
        marked=marked(part for row in filled for part in row),
        figures=tuple(figure for row in filled for part in row for figure in part.figures),
    )
    if not steps:
        shown = WritingSpace(form="table", columns=tuple(map(WritingColumn, heads)), rows=STEPS)
    notes = say(
        "Write down what people offered to do, with a date, and a name only from those who want "
        "to give one. Say when people will hear what became of their notes, and keep to it."
    )
    return slides(say("What comes next"), [shown], notes, "next_steps")


def resources(given: Given) -> Station | None:
    """Where people find more: as the walk says, or as its stations do."""
    written = [
        FurtherSource(source.name, given.context.fill(source.finds).words, source.link or "")
        for source in given.session.resources
    ]
    of_stations = (station.about.further for station in given.walk.stations)
    found = written or _each_once(further for kinds in of_stations for further in kinds[:1])
    if not found:
        return None
    items = tuple(_resource(source) for source in found)
    notes = say("These pages are free. Ask who would look something up and bring it back.")
    return slides(say("Where to find more"), [Bullets(items=items)], notes, "resources")


def _each_once(sources: Iterable[FurtherSource]) -> list[FurtherSource]:
    return list({source.name: source for source in sources}.values())[:MOST_SOURCES]


def _resource(source: FurtherSource) -> prose.Words:
    """The name, what one finds there, and the site, which is short enough to be written down."""
    site = urlsplit(source.link).netloc.removeprefix("www.")
    link = (prose.Run(" "), prose.Run(site, link=source.link)) if site else ()
    return (prose.Run(source.name, bold=True), prose.Run(": "), *source.finds, *link)


def thanks(given: Given) -> Station:
    """The last words."""
    event = given.walk.event
    said = [prose.words(say("You gave your time and what you know. Thank you."))]
    if event.link:
        # No link to click: PowerPoint before 2019 gives links a colour that this ground may hide.
        said.append((prose.Run(event.link),))
    if event.hosts:
        said.append(prose.words(" · ".join(event.hosts)))
    notes = say("Thank the hosts, the helpers and everyone who spoke. Collect the notes.")
    return slides(say("Thank you"), [Prose(paragraphs=tuple(said))], notes, "thanks")
