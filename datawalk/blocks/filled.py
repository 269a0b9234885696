"""Texts with their figures written in, and the figures of a block's texts in its exhibits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from datawalk import prose
from datawalk.exhibits import Exhibit
from datawalk.metrics.model import Printed


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its figures written in."""

    text: str
    figures: tuple[Printed, ...] = ()

    @property
    def words(self) -> prose.Words:
        return prose.words(self.text)

    @property
    def plain(self) -> str:
        """The text without its markup."""
        return prose.plain(self.words) if self.text else ""


def marked(filled: Iterable[Filled]) -> tuple[prose.Words, ...]:
    """Those that hold bold words or links."""
    held = (part.words for part in filled)
    return tuple(words for words in held if any(r.bold or r.italic or r.link for r in words))


def figures_of(filled: Iterable[Filled]) -> tuple[Printed, ...]:
    """All figures of several texts."""
    return tuple(figure for part in filled for figure in part.figures)


def traced(hung: tuple[Exhibit, ...], told: Iterable[Printed]) -> tuple[Exhibit, ...]:
    """The exhibits of a block; figures in its headings and notes are added to those of the first.

    Blocks trace the figures of what they show; `told` has those of all their texts.
    """
    loose = Counter(told) - Counter(figure for exhibit in hung for figure in exhibit.figures)
    if not hung or not loose:
        return hung
    first, *rest = hung
    return (replace(first, figures=(*first.figures, *loose.elements())), *rest)
