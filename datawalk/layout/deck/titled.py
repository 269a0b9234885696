"""A slide of one exhibit before it is laid out: its title, what stands under it, its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from datawalk.exhibits import Chart, Exhibit, Map, Stat, Table
from datawalk.layout.deck.bare import bare, shorter
from datawalk.layout.deck.brief import brief
from datawalk.layout.deck.draft import Fill, SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.finding import (
    MainPoint,
    Title,
    point_beside,
    point_of,
    sentences,
    titles,
)
from datawalk.layout.deck.heading import (
    MOST_PARTS,
    by_number,
    first_that_fits,
    title_fits,
    under_fits,
)
from datawalk.layout.deck.notes import exhibit_notes
from datawalk.layout.deck.shown import is_quote, shown
from datawalk.layout.exhibits.titles import over
from datawalk.page.stage import Stage
from datawalk.prose import plain
from datawalk.walk import Station
from datawalk.words import say

LARGE = 28.0
"""Points from which on titles in a template are large enough not to be shortened."""


def draft_of(
    exhibit: Exhibit, station: Station, look: DeckLook, fill: Fill, note: str | None = None
) -> SlideDraft:
    """A slide of one exhibit: its main point is the title, what it shows stands below.

    What has no room there is told in the notes.
    """
    title, heading = _titled(exhibit, station, look)
    beside, told = _said(exhibit)
    remarks = sentences(shorter(exhibit.note if note is None else note))
    under = [_sentence(part) for part in (heading, *beside, *remarks) if part]
    subtitle, left = _under(look, under, len(under) - len(remarks[1:]))
    named = title.text or _untitled(exhibit, station, look)
    point = named if isinstance(exhibit, Table) else title.text
    return SlideDraft(
        title=named,
        color=look.color,
        fill=fill,
        station=station,
        subtitle=subtitle,
        sources=tuple(dict.fromkeys((*exhibit.sources, *title.sources))),
        notes=exhibit_notes(station, (exhibit,), title.point, (*told, *left)),
        alt=brief(exhibit, point, heading or exhibit.heading, look.here),
        at=exhibit.at,
        shows=(exhibit,),
        stage=look.stage,
        measurer=look.measurer,
    )


def _titled(exhibit: Exhibit, station: Station, look: DeckLook) -> tuple[Title, str]:
    """The title, and what the exhibit shows where the title does not say it."""
    heading = exhibit.heading
    if _is_main(exhibit, station) and exhibit.titles in (None, "takeaway"):
        for point in _points(exhibit, station):
            found = _that_fits(point, look, _mark(exhibit))
            if found:
                return found, _dated(heading, found.moved)
    title, heading = over(exhibit, station.question, "takeaway")
    if heading and not title_fits(look.measurer, title, look.stage):
        # The program wrote the main point, so the program drops it where it is too long.
        title, heading = heading, ""
    return Title(title), heading


def _said(exhibit: Exhibit) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a chart has its slide say in its place, under the title and in the notes."""
    if not isinstance(exhibit, Chart):
        return (), ()
    seen = bare(exhibit)
    return seen.beside, seen.told


def _is_main(exhibit: Exhibit, station: Station) -> bool:
    """Whether this is what the station presents, with figures."""
    pictured = isinstance(exhibit, Chart | Map | Table | Stat)
    return pictured and bool(station.number) and any(exhibit in g for g in shown(station).main)


def _points(exhibit: Exhibit, station: Station) -> Iterator[MainPoint]:
    """What may be said of an exhibit: first what the station says, else what it says itself."""
    point = point_of(exhibit, station)
    if point:
        yield point
    if isinstance(exhibit, Chart | Map) and exhibit.takeaway:
        yield MainPoint(exhibit.takeaway)
    beside = point_beside(exhibit, station)
    if beside and isinstance(exhibit, Chart | Map):
        yield beside
    if isinstance(exhibit, Stat):
        yield _in_words(exhibit)


def _in_words(exhibit: Stat) -> MainPoint:
    """A big number with what it counts."""
    return MainPoint(f"{exhibit.number} {plain(exhibit.sentence)}")


def _that_fits(point: MainPoint, look: DeckLook, mark: str = "") -> Title | None:
    """The longest title that two lines hold together with a mark, in the usual size if any does.

    Else the one that may be largest.
    """
    found = list(titles(point, look.here))
    sizes = (_usual(look.stage), *((size,) for size in look.stage.titles))
    stages = [replace(look.stage, titles=tried) for tried in sizes]
    fit = (t for stage in stages for t in found if title_fits(look.measurer, t.text + mark, stage))
    return next(fit, None)


def _usual(stage: Stage) -> tuple[float, ...]:
    """The size of titles in our own design; in a template those that are large enough."""
    large = tuple(size for size in stage.titles if size >= LARGE)
    return stage.titles[:1] if stage.ours or not large else large


def _mark(exhibit: Exhibit) -> str:
    """What the title of an exhibit may get that goes on on other slides."""
    groups = isinstance(exhibit, Chart) and exhibit.form == "dumbbell"
    return MOST_PARTS if groups or isinstance(exhibit, Table) else ""


def _dated(heading: str, years: str) -> str:
    """What is shown with the years that the title leaves to it."""
    return heading if years in heading else ", ".join(filter(None, (heading, years)))


def _under(look: DeckLook, parts: Sequence[str], due: int) -> tuple[str, tuple[str, ...]]:
    """As many sentences as two lines hold, the first in any case, and those that are left.

    Beyond those that are `due` there are only such as need no other line.
    """
    lines = 1 if under_fits(look.measurer, " ".join(parts[:due]), look.stage, 1) else 2
    for count in range(len(parts), 1, -1):
        text = " ".join(parts[:count])
        if under_fits(look.measurer, text, look.stage, lines if count > due else 2):
            return text, tuple(parts[count:])
    return " ".join(parts[:1]), tuple(parts[1:])


def _untitled(exhibit: Exhibit, station: Station, look: DeckLook) -> str:
    """What a big number says in words, or the question again."""
    question = station.question
    found = _that_fits(_in_words(exhibit), look) if isinstance(exhibit, Stat) else None
    if found or not station.number:
        return found.text if found else question
    title = say("In people’s own words: {question}", question=question)
    title, number = title if is_quote(exhibit) else question, by_number(station)
    named = (title, title.replace(question, number), number)
    return first_that_fits(look.measurer, named, look.stage)


def _sentence(text: str) -> str:
    return text if text[-1:] in ".!?…:" else text + "."
