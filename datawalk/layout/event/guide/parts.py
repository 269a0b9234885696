"""What the guide is made of, in words; painters decide how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuideText:
    """A paragraph with **bold** words; what is read `aloud` is set apart."""

    said: str
    aloud: bool = False


@dataclass(frozen=True, slots=True)
class GuideList:
    """Lines, `numbered` where they come one after the other."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class GuideTable:
    """Rows of cells under heads; `shares` are those of the width that each column has."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]


GuidePart = GuideText | GuideList | GuideTable


@dataclass(frozen=True, slots=True)
class GuideSection:
    """A head and what stands under it; a station stands in the section before it."""

    title: str
    parts: tuple[GuidePart, ...]
    station: int | None = None
    urgent: bool = False

    @property
    def words(self) -> int:
        return sum(len(said.split()) for said in (self.title, *_said(self.parts)))


@dataclass(frozen=True, slots=True)
class Guide:
    """A cover with jobs, each an icon, a name and what to do, and sections.

    `page` is what a foot says, with {number} and {count} to fill in.
    """

    title: str
    walk: str
    lead: str
    told: str
    jobs: tuple[tuple[str, str, str], ...]
    sections: tuple[GuideSection, ...]
    page: str

    @property
    def words(self) -> int:
        """How many words a host has to read."""
        cover = (
            self.title,
            self.walk,
            self.lead,
            self.told,
            *(w for j in self.jobs for w in j[1:]),
        )
        mine = sum(len(said.split()) for said in cover)
        return mine + sum(section.words for section in self.sections)


def _said(parts: tuple[GuidePart, ...]) -> Iterator[str]:
    for part in parts:
        match part:
            case GuideText():
                yield part.said
            case GuideList():
                yield from part.items
            case GuideTable():
                yield from part.heads
                yield from (cell for row in part.rows for cell in row)
