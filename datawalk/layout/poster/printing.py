"""What there is to print of a walk: a line for each poster, and how many sheets tiles take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from datawalk.config.outputs import PosterOutput
from datawalk.layout.poster.tiling import Paper, paper_words, tiling
from datawalk.page.document import Document, Page
from datawalk.page.marks import INCH
from datawalk.problems import At, Problem

MOST_SHEETS = 120
"""Of one poster. One of 36 x 48 in takes 31 of letter; more than four times that is a slip."""


@dataclass(frozen=True, slots=True)
class Job:
    """A poster to print, or sheets of an event, which say on which `sides` they are printed.

    Lengths in inches; `sheets` is what one copy takes as tiles, 0 if none, or its pages.
    """

    station: int | None
    title: str
    file: str
    width: float
    height: float
    copies: int
    paper: Paper | None
    sheets: int
    sides: Literal["", "one", "both"] = ""

    @property
    def key(self) -> str:
        """By what the poster is known again when stations change places, or files are parted."""
        return poster_key(self.station, self.title, self.file)

    @property
    def orientation(self) -> str:
        if self.width == self.height:
            return "square"
        return "landscape" if self.width > self.height else "portrait"


def by_station(document: Document) -> Iterator[tuple[int | None, tuple[Page, ...]]]:
    """The pages of each station, in hanging order."""
    for number, pages in groupby(document.pages, key=lambda page: page.number):
        yield number, tuple(pages)


def poster_key(station: int | None, title: str, file: str) -> str:
    """What a poster is about and which output it is of, without the number of its station."""
    output = file.rpartition(".")[0].removesuffix(numbered("", station))
    return f"{title.removeprefix(f'{station}. ')} | {output}"


def numbered(name: str, number: int | None) -> str:
    """The name of a station's own file: boone-posters-24x36-03."""
    return f"{name}-{number or 0:02d}"


def jobs(output: PosterOutput, document: Document, name: str) -> Iterator[Job]:
    """A line for each poster of an output; `name` is that of its file without the ending."""
    for page in document.pages:
        file = name if output.files == "together" else numbered(name, page.number)
        yield Job(
            page.number,
            page.title,
            f"{file}.{output.format}",
            page.width / INCH,
            page.height / INCH,
            output.copies,
            output.tile,
            sheets_of(page, output.tile) if output.tile else 0,
        )


def cover_job(document: Document, name: str) -> Job:
    """The line of a cover."""
    (page,) = document.pages
    return Job(None, page.title, f"{name}.pdf", page.width / INCH, page.height / INCH, 1, None, 0)


def sheets_of(page: Page, paper: Paper) -> int:
    """How many sheets a poster takes, the map of how to put them together among them."""
    cut = tiling(page.width, page.height, paper)
    return 1 if cut.bare else cut.count + 1


def too_many_sheets(output: PosterOutput, document: Document, at: At) -> list[Problem]:
    """A poster that nobody would tape together."""
    if not output.tile:
        return []
    sheets = max(sheets_of(page, output.tile) for page in document.pages)
    if sheets <= MOST_SHEETS:
        return []
    return [
        Problem(
            f"A {output.size} poster takes {sheets:,} sheets of {paper_words(output.tile)} paper.",
            f"{MOST_SHEETS} is the most; choose larger paper or a smaller poster.",
            at,
        )
    ]


def sheet_lines(found: Iterable[Job]) -> list[str]:
    """In words, how many sheets of office paper the tiles take: a line for each paper."""
    lines = []
    tiled: Sequence[Job] = [job for job in found if job.paper and not job.sides]
    for paper in dict.fromkeys(job.paper for job in tiled if job.paper):
        own = [job for job in tiled if job.paper == paper]
        posters = sum(job.copies for job in own)
        sheets = sum(job.sheets * job.copies for job in own)
        lines.append(
            f"Tiles: {sheets:,} sheet{'s' * (sheets != 1)} of {paper_words(paper)} paper for "
            f"{posters} poster{'s' * (posters != 1)}, maps of how to put them together included."
        )
    return lines
