"""A sheet that has none of its numbers asks for them: a question mark where the number would be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.exhibits import Exhibit, Picture, Prose, Stat, WritingSpace, is_gap
from datawalk.metrics.words import reasons
from datawalk.prose import SECOND, Run, Words, both, in_tongues, plain, words
from datawalk.words import say

MARK = "?"


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """Whether all that a sheet would show is missing, beside words and room to write."""
    return bool(exhibits) and is_gap(exhibits[0]) and all(map(_told, exhibits))


def _told(exhibit: Exhibit) -> bool:
    said = isinstance(exhibit, Prose) and exhibit.form != "card"
    return said or is_gap(exhibit) or isinstance(exhibit, (WritingSpace, Picture))


def asked(exhibits: Sequence[Exhibit]) -> tuple[Exhibit, ...]:
    """The question of the first as a number is told, with all that is missing for its reason; where
    there are several reasons, each thing that is missing with its own."""
    missing = [e for e in exhibits if isinstance(e, Prose) and is_gap(e)]
    first = missing[0]
    alike = [e for e in missing if e.paragraphs[:1] == first.paragraphs[:1]]
    whole = Stat(
        number=MARK,
        sentence=_plain(first.paragraphs[0]),
        about=_listed([e.heading for e in alike if e.heading]),
        comparison=" ".join(map(plain, first.paragraphs[1:])),
        at=first.at,
        block=first.block,
    )
    # In two languages each keeps its card: its reason stands there in both.
    if len(alike) < len(missing) and len(in_tongues(first.paragraphs[0])) == 1:
        alike = missing
        whole = replace(whole, sentence=words(_of_all(first)), about=_reasoned(missing))
    whole = replace(whole, figures=tuple(figure for e in alike for figure in e.figures))
    return (whole, *(e for e in exhibits if not any(e is one for one in alike)))


def _listed(names: Sequence[str]) -> str:
    """All of them in one language, then in the other."""
    tongues = [name.split(SECOND) for name in names]
    return both(*("; ".join(said[i] for said in tongues) for i in (0, -1)))


def _of_all(first: Prose) -> str:
    place = first.figures[0].observation.place.name
    return say("We have no numbers for {place} here. Who could help us find out?", place=place)


def _reasoned(missing: Sequence[Prose]) -> str:
    """What is missing, each with the reason."""
    return "; ".join(
        f"{e.heading} ({reasons.told(e.figures[0].observation.missing)})" for e in missing
    )


def _plain(words: Words) -> Words:
    """All of it is set bold."""
    return tuple(Run(run.text, link=run.link) for run in words)
