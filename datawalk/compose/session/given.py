"""What the parts of a session are made from, and what each becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from datawalk import prose
from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.filled import Filled
from datawalk.config.session import SessionConfig
from datawalk.exhibits import Bullets, Exhibit, Picture
from datawalk.metrics.model import Printed
from datawalk.walk import Station, Walk


@dataclass(frozen=True, slots=True)
class Given:
    """The session as written, the walk with its stations, and what a block may ask.

    `written` are the blocks of each station in order; `sources` says who counted figures,
    `pictures` are those of where people find more.
    """

    session: SessionConfig
    walk: Walk
    context: Context
    written: tuple[tuple[Block, ...], ...]
    sources: Callable[[Iterable[Printed]], tuple[str, ...]]
    pictures: tuple[Picture | None, ...] = ()

    @property
    def visioning(self) -> tuple[Station, ...]:
        """The stations where people say what they want."""
        return tuple(s for s in self.walk.stations if s.pillar == "vision")


def slides(title: str, exhibits: Sequence[Exhibit], notes: str, kind: str) -> Station:
    """Slides of the session: a station without a number. `kind` names the part."""
    return Station(
        number=0,
        question=title,
        kicker="",
        pillar="welcome",
        minutes=0,
        notes=prose.paragraphs(notes),
        exhibits=tuple(replace(exhibit, kind=kind) for exhibit in exhibits),
        # Its figures are those of stations, which name their sources.
        sources=(),
    )


def bulleted(items: Iterable[Filled]) -> Bullets:
    """A list of texts with their figures."""
    filled = tuple(items)
    return Bullets(
        items=tuple(item.words for item in filled),
        figures=tuple(figure for item in filled for figure in item.figures),
    )
