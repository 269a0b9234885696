"""A sheet that has none of its numbers asks for them: a question mark where the number would be."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Exhibit, Picture, Prose, Stat, WritingSpace, is_gap
from datawalk.prose import Run, Words, plain

MARK = "?"


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """Whether all that a sheet would show is missing, beside words and room to write."""
    return bool(exhibits) and is_gap(exhibits[0]) and all(map(_told, exhibits))


def _told(exhibit: Exhibit) -> bool:
    said = isinstance(exhibit, Prose) and exhibit.form != "card"
    return said or is_gap(exhibit) or isinstance(exhibit, (WritingSpace, Picture))


def asked(exhibits: Sequence[Exhibit]) -> tuple[Exhibit, ...]:
    """The question of the first as a number is told, with all that is missing for its reason."""
    first = exhibits[0]
    assert isinstance(first, Prose)
    alike = [
        e for e in exhibits if isinstance(e, Prose) and e.paragraphs[:1] == first.paragraphs[:1]
    ]
    missing = "; ".join(filter(None, (e.heading for e in alike)))
    whole = Stat(
        number=MARK,
        sentence=_plain(first.paragraphs[0]),
        about=missing,
        comparison=" ".join(plain(words) for words in first.paragraphs[1:]),
        figures=tuple(figure for e in alike for figure in e.figures),
        at=first.at,
        block=first.block,
    )
    return (whole, *(e for e in exhibits if not any(e is one for one in alike)))


def _plain(words: Words) -> Words:
    """All of it is set bold."""
    return tuple(Run(run.text, link=run.link) for run in words)
