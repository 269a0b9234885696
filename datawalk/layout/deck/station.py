"""The slides of one station: one for each exhibit that deserves one, then the talk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from datawalk.exhibits import (
    Bullets,
    Chart,
    Exhibit,
    Map,
    Picture,
    Prose,
    Stat,
    Table,
    WritingSpace,
    is_gap,
)
from datawalk.layout.deck import exhibits as place
from datawalk.layout.deck import rows as rows
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.notes import exhibit_notes
from datawalk.layout.deck.opening import opening
from datawalk.layout.deck.slide import (
    Fill,
    SlideDraft,
    by_number,
    first_that_fits,
    fit,
    frame_of,
    overflow,
    title_fits,
)
from datawalk.layout.deck.talk import is_talk, talk
from datawalk.layout.deck.text import BODY, SMALLEST, height, largest, text_box
from datawalk.layout.exhibits.titles import over
from datawalk.page.document import Box
from datawalk.page.roles import BoxRole
from datawalk.page.stage import Frame, Stage, Variant
from datawalk.problems import NOWHERE, At
from datawalk.prose import Words
from datawalk.typography.measure import Measurer
from datawalk.walk import Station
from datawalk.words import say

Maker = Callable[[], list[SlideDraft]]

BODY_SIZES = (40.0, 36.0, 32.0, 28.0, BODY)
TIGHT_SIZES = (20.0, SMALLEST)
ALL_SIZES = (*BODY_SIZES, *TIGHT_SIZES)
QUOTE_SIZES = (40.0, 36.0, 32.0, 28.0, BODY)
MOST_QUOTES = 3
MOST_SHOWN: Mapping[Variant, int] = MappingProxyType({"room": 2, "virtual": 2, "report-back": 1})
"""Exhibits of data that a station presents; more than two and the talk does not fit."""


def station_makers(station: Station, look: DeckLook) -> list[tuple[Maker, At]]:
    """What makes the slides of a station, in order, and where a problem of each was written."""
    groups = _grouped(station)
    main = _main(groups, look.variant)
    made = [
        (_maker(group, station, look, hidden=_is_data(group) and group not in main), _at(group))
        for group in groups
    ]
    return [
        (lambda: [opening(station, look)], station.at),
        *((make, at if at != NOWHERE else station.at) for make, at in made),
        (lambda: talk(station, look), station.at),
    ]


def slides_makers(slides: Station, look: DeckLook) -> list[tuple[Maker, At]]:
    """The same for slides of the session, which have no number and hide nothing."""
    body = replace(look.stage.body, indent=0)
    flush = replace(look, stage=replace(look.stage, body=body))
    made = [(_maker(group, slides, flush), _at(group)) for group in _grouped(slides)]
    return [
        (_numberless(make), at if at != NOWHERE else slides.at)
        for make, at in (*made, (lambda: talk(slides, flush), slides.at))
    ]


def _numberless(make: Maker) -> Maker:
    return lambda: [replace(draft, station=None) for draft in make()]


def _maker(
    group: tuple[Exhibit, ...], station: Station, look: DeckLook, *, hidden: bool = False
) -> Maker:
    return lambda: [replace(draft, hidden=hidden) for draft in _drafts(group, station, look)]


def _at(group: tuple[Exhibit, ...]) -> At:
    return group[0].at


def _is_data(group: tuple[Exhibit, ...]) -> bool:
    return isinstance(group[0], Stat | Chart | Map | Table) or is_gap(group[0])


def _main(groups: Sequence[tuple[Exhibit, ...]], variant: Variant) -> list[tuple[Exhibit, ...]]:
    """The exhibits of data that are presented; the others stay behind for those who ask.

    The first ones, before them what the author calls the main one; if there is no figure at all,
    one that says so.
    """
    data = [group for group in groups if _is_data(group) and not is_gap(group[0])]
    data.sort(key=lambda group: group[0].emphasis != "main")
    return data[: MOST_SHOWN[variant]] or [group for group in groups if is_gap(group[0])][:1]


def _grouped(station: Station) -> list[tuple[Exhibit, ...]]:
    """Exhibits that get slides; neighbouring quotes without headings go together."""
    shown = [exhibit for exhibit in station.exhibits if _deserves(exhibit, station)]
    groups: list[tuple[Exhibit, ...]] = []
    for exhibit in shown:
        if groups and _is_quote(exhibit) and _is_quote(groups[-1][0]) and not exhibit.heading:
            groups[-1] = (*groups[-1], exhibit)
        else:
            groups.append((exhibit,))
    return groups


def _is_quote(exhibit: Exhibit) -> bool:
    return isinstance(exhibit, Prose) and exhibit.form == "quote"


def _deserves(exhibit: Exhibit, station: Station) -> bool:
    """Questions have the talk slide; room for notes beside them hangs on the wall only."""
    if is_talk(exhibit):
        return False
    if isinstance(exhibit, WritingSpace) and exhibit.form in ("zone", "dots"):
        return not any(is_talk(other) for other in station.exhibits)
    return True


def _drafts(group: tuple[Exhibit, ...], station: Station, look: DeckLook) -> list[SlideDraft]:
    first = group[0]
    match first:
        case Prose(form="quote"):
            return _quotes([quote for quote in group if isinstance(quote, Prose)], station, look)
        case Prose() | Bullets():
            return _running(first, station, look)
        case Table():
            draft = _draft(first, station, look, lambda f: rows.table(first, f, look))
            parts = rows.table_parts(look.measurer, first, frame_of(draft, look.theme))
            return [replace(draft, fill=_table(part, look)) for part in parts]
        case Stat():
            return [_draft(first, station, look, lambda f: place.stat(first, f, look), note="")]
        case Chart():
            return [_draft(first, station, look, lambda f: place.chart(first, f, look))]
        case Map():
            return [_draft(first, station, look, lambda f: place.map_(first, f, look))]
        case Picture():
            return [_draft(first, station, look, lambda f: place.picture(first, f, look))]
        case WritingSpace():
            return [_draft(first, station, look, lambda f: rows.writing(first, f, look))]
    raise AssertionError(first)


def _table(part: Table, look: DeckLook) -> Fill:
    return lambda frame: rows.table(part, frame, look)


def _draft(
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
    elif _is_quote(exhibit):
        title = say("In people’s own words: {question}", question=question)
    if not station.number:
        return question
    number = by_number(station)
    return first_that_fits(measurer, (title, title.replace(question, number), number), stage)


def _sentence(text: str) -> str:
    return text if text[-1:] in ".!?…:" else text + "."


def _quotes(quotes: list[Prose], station: Station, look: DeckLook) -> list[SlideDraft]:
    """As many quotes on a slide as fit, three at most, in one size."""
    frame = frame_of(_draft(quotes[0], station, look, lambda _: ()), look.theme).quoted
    room, tall = frame.w, frame.h
    for quote in quotes:
        fit(look.measurer, quote.paragraphs, room, tall - 40, ALL_SIZES, "quote", "the quote")
    drafts: list[SlideDraft] = []
    left = list(quotes)
    while left:
        count, size = _quotes_that_fit(look.measurer, left, room, tall)
        said, left = tuple(left[:count]), left[count:]
        draft = _draft(said[0], station, look, _quote_fill(said, look, size))
        drafts.append(replace(draft, shows=said, notes=exhibit_notes(station, said)))
    return drafts


def _quotes_that_fit(
    measurer: Measurer, left: Sequence[Prose], room: float, tall: float
) -> tuple[int, float]:
    for count in range(min(MOST_QUOTES, len(left)), 1, -1):
        for size in QUOTE_SIZES[1:] if count == 2 else QUOTE_SIZES[2:]:
            tops = [rows.quote_height(measurer, quote, room, size) for quote in left[:count]]
            if sum(tops) + 20 * (count - 1) <= tall:
                return count, size
    for size in (*QUOTE_SIZES, *TIGHT_SIZES):
        if rows.quote_height(measurer, left[0], room, size) <= tall:
            return 1, size
    raise overflow("The quote with its speaker", "Shorten the quote.")


def _quote_fill(said: tuple[Prose, ...], look: DeckLook, size: float) -> Fill:
    return lambda frame: rows.quotes(said, frame, look, size)


def _running(exhibit: Prose | Bullets, station: Station, look: DeckLook) -> list[SlideDraft]:
    """Running text on one slide, or paragraph by paragraph on several."""
    role: BoxRole = "body"
    if isinstance(exhibit, Bullets):
        role = "numbers" if exhibit.form == "numbers" else "bullets"
    held = exhibit.paragraphs if isinstance(exhibit, Prose) else exhibit.items
    draft = _draft(exhibit, station, look, lambda _: ())
    frame = frame_of(draft, look.theme).text
    parts = split(look.measurer, held, frame.w, frame.h, role, "the text")
    # Parts of one text are all as large as the one that has least room.
    found = (largest(look.measurer, part, frame.w, frame.h, ALL_SIZES, role) for part in parts)
    most = min(size or SMALLEST for size in found)
    return [replace(draft, fill=_body_fill(role, part, look, most)) for part in parts]


def split(
    measurer: Measurer, words: tuple[Words, ...], room: float, tall: float, role: BoxRole, what: str
) -> list[tuple[Words, ...]]:
    """The paragraphs in parts that each fit at 24 points, or smaller if one alone does not."""
    # A list of numbers stays whole as long as it can: a second part would begin at 1 again.
    sizes = ALL_SIZES if role == "numbers" else BODY_SIZES
    if largest(measurer, words, room, tall, sizes, role):
        return [words]
    parts: list[tuple[Words, ...]] = []
    for paragraph in words:
        fit(measurer, (paragraph,), room, tall, ALL_SIZES, role, what)
        longer = (*parts[-1], paragraph) if parts else ()
        if longer and largest(measurer, longer, room, tall, (BODY,), role):
            parts[-1] = longer
        else:
            parts.append((paragraph,))
    return parts


def _body_fill(role: BoxRole, words: tuple[Words, ...], look: DeckLook, most: float) -> Fill:
    def fill(frame: Frame) -> tuple[Box, ...]:
        text = frame.text
        sizes = tuple(size for size in ALL_SIZES if size <= most)
        size = fit(look.measurer, words, text.w, text.h, sizes, role, "the text")
        held = Bullets(items=words, form="numbers" if role == "numbers" else "bullets")
        exhibit = None if role == "body" else held
        tall = height(look.measurer, words, text.w, size, role)
        spot = (text.x, text.y + min(48.0, (text.h - tall) / 3), text.w, tall)
        return (text_box(look.measurer, role, spot, words, size, look.theme.ink, exhibit),)

    return fill
