"""A slide of one exhibit before it is laid out: its title, what stands under it, its notes."""

from __future__ import annotations

from datawalk.exhibits import Chart, Exhibit, Stat
from datawalk.layout.deck.draft import Fill, SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.heading import by_number, first_that_fits, title_fits
from datawalk.layout.deck.notes import exhibit_notes
from datawalk.layout.deck.shown import is_quote
from datawalk.layout.exhibits.titles import over
from datawalk.page.stage import Stage
from datawalk.typography.measure import Measurer
from datawalk.walk import Station
from datawalk.words import say


def draft_of(
    exhibit: Exhibit, station: Station, look: DeckLook, fill: Fill, note: str | None = None
) -> SlideDraft:
    """A slide of one exhibit: its main point is the title, its heading stands below."""
    title, heading = over(exhibit, station.question, "takeaway")
    if heading and not title_fits(look.measurer, title, look.stage):
        # The program wrote the main point, so the program drops it where it is too long.
        title, heading = heading, ""
    title = title or _untitled(look.measurer, exhibit, station, look.stage)
    about = exhibit.field_label if isinstance(exhibit, Chart) else ""
    remark = exhibit.note if note is None else note
    return SlideDraft(
        title=title,
        color=look.color,
        fill=fill,
        station=station,
        subtitle=" ".join(_sentence(part) for part in (heading, about, remark) if part),
        sources=exhibit.sources,
        notes=exhibit_notes(station, (exhibit,)),
        at=exhibit.at,
        shows=(exhibit,),
        stage=look.stage,
        measurer=look.measurer,
    )


def _untitled(measurer: Measurer, exhibit: Exhibit, station: Station, stage: Stage) -> str:
    """The question again, with what answers it."""
    question = station.question
    title = question
    if isinstance(exhibit, Stat):
        title = say("In one number: {question}", question=question)
    elif is_quote(exhibit):
        title = say("In people’s own words: {question}", question=question)
    if not station.number:
        return question
    number = by_number(station)
    return first_that_fits(measurer, (title, title.replace(question, number), number), stage)


def _sentence(text: str) -> str:
    return text if text[-1:] in ".!?…:" else text + "."
