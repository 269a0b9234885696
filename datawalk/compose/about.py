"""What a station says about itself: its predictor, what is counted and why, words, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from datawalk import prose
from datawalk.blocks.context import Context
from datawalk.blocks.filled import figures_of
from datawalk.config.station import StationConfig
from datawalk.exhibits import Exhibit
from datawalk.exhibits.texts import texts_in
from datawalk.metrics.knowledge import definitions
from datawalk.metrics.model import Printed
from datawalk.problems import At, Problems, nearest, refuse
from datawalk.prose import plain
from datawalk.walk import About, FurtherSource, Term
from datawalk.words import phrase, spoken


def about(
    station: StationConfig, context: Context, lines: Mapping[str, At], *, ready: bool = False
) -> tuple[About, tuple[Printed, ...]]:
    """The texts with their figures written in, and those figures. Raises Problems, each with one
    of the `lines` of the station's settings.

    A definition that came `ready` with a template gives way to that of an edition which counts
    otherwise; what an author wrote stays.
    """
    with at_line(lines, "predictor"):
        _check_predictor(station, context)
    otherwise = _of_edition(station, context) if ready and station.definition else ""
    with at_line(lines, "definition"):
        definition = context.fill(otherwise or station.definition or "")
    with at_line(lines, "why"):
        why = context.fill(station.why or "")
    with at_line(lines, "glossary"):
        meanings = [context.fill(word.meaning) for word in station.glossary]
    told = About(
        predictor=phrase(spoken(), "catalog.csv predictor", station.predictor or ""),
        definition=definition.words,
        why=why.words,
        glossary=tuple(
            Term(word.term, meaning.words)
            for word, meaning in zip(station.glossary, meanings, strict=True)
        ),
        further=tuple(
            FurtherSource(source.name, prose.words(source.finds), source.link or "")
            for source in station.further
        ),
    )
    return told, figures_of([definition, why, *meanings])


def told_of(about: About, heading: str, exhibits: Sequence[Exhibit]) -> About:
    """With those words of its glossary alone that stand on the sheet."""
    said = (heading, plain(about.definition), plain(about.why), *texts_in(tuple(exhibits)))
    everything = " ".join(said).casefold()
    kept = tuple(term for term in about.glossary if _stands(term.term, everything))
    return replace(about, glossary=kept)


def _stands(term: str, said: str) -> bool:
    """Whether the words of a term stand there, with whatever endings: those that tell anything."""
    stems = [word.casefold()[: max(4, len(word) - 2)] for word in term.split() if len(word) > 3]
    return all(stem in said for stem in stems or [term.casefold()])


@contextmanager
def at_line(lines: Mapping[str, At], setting: str) -> Iterator[None]:
    """Raises Problems: what is wrong inside, with the line of a setting where that is written."""
    try:
        yield
    except Problems as found:
        at = lines.get(setting)
        raise Problems(p.located(at) if at else p for p in found.problems) from None


def _of_edition(station: StationConfig, context: Context) -> str:
    """What is counted in the edition of the station's figures, where it is not as usual."""
    named = sorted({name for block in station.shown for name in block.metrics()})
    about = [
        name
        for name in named
        if name in context.catalog.metrics and context.metric(name).predictor == station.predictor
    ]
    seen = (context.store.observe(name, context.place) for name in about)
    told = (definitions.definition(one, context.catalog.language) for one in seen)
    return next(filter(None, told), "")


def _check_predictor(station: StationConfig, context: Context) -> None:
    known = {metric.predictor for metric in context.catalog.metrics.values()}
    if station.predictor is None or station.predictor in known:
        return
    raise refuse(
        f'"{station.predictor}" is not a predictor of the Upward Mobility Framework.',
        nearest(station.predictor, known) or "`datawalk templates` lists them beside the stations.",
    )
