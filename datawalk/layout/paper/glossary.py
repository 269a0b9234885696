"""The glossary: the words of the walk explained, in columns under a band."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.exhibits import Prose, Stat
from datawalk.icons.choices import icon_for
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.look import Look, safe_margin
from datawalk.layout.paper.leaf import lying, paper_of
from datawalk.layout.poster.sheet import size_in_points
from datawalk.layout.poster.type_scale import TABLOID, type_scale
from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Icon, Rect, Rule
from datawalk.problems import NOWHERE, At, Problem, Problems, refuse
from datawalk.prose import Run, Words, plain
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer, text_height
from datawalk.typography.sizes import Type
from datawalk.walk import Walk
from datawalk.words import later, say, say_many

SIZES = type_scale(TABLOID)
TYPE = Type(SIZES.station, SIZES.head, SIZES.question, SIZES.body, SIZES.body, SIZES.body)
"""Read standing, by a poster, whatever the paper."""
HEADING = later("Words on this walk")
STANDING = (
    (
        later("Data quality"),
        later(
            "The Urban Institute’s grade for a number: strong, marginal or weak. Do not act on a "
            "weak one alone."
        ),
        later("Data quality: {grades}."),
    ),
    (
        later("Middle county or city"),
        later(
            "Line all of them up from low to high. Half have more than this one, and half have "
            "less."
        ),
        "{middle}: the median of all {where} counties.",
    ),
)
"""Words, their meaning, and how the sources say them."""
SURE = (
    later("How sure is it?"),
    later(
        "Most numbers come from asking some people, not all. The true number is most likely in "
        "the range that we print."
    ),
)
MARGIN = 36.0
COLUMN, GUTTER = 240.0, 28.0
"""The least width of a column, and the room between two, in points."""
FOOT = 26.0
"""Room for whose walk it is, in points."""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term with its meanings: more than one where stations use it differently."""

    term: str
    meanings: tuple[Words, ...]
    at: At


def entries(walk: Walk) -> tuple[GlossaryEntry, ...]:
    """The terms of all stations in the order of the alphabet, each once."""
    found: dict[str, GlossaryEntry] = {}
    told: dict[str, dict[str, list[int]]] = {}
    for station in walk.stations:
        for term in station.about.glossary:
            key = term.term.casefold()
            found.setdefault(key, GlossaryEntry(term.term, (), station.at))
            told.setdefault(key, {}).setdefault(plain(term.meaning), []).append(station.number)
    for word, meaning in _standing(walk):
        found.setdefault(word.casefold(), GlossaryEntry(word, (), NOWHERE))
        told.setdefault(word.casefold(), {meaning: []})
    return tuple(
        GlossaryEntry(entry.term, _meanings(told[key]), entry.at)
        for key, entry in sorted(found.items())
    )


def _standing(walk: Walk) -> Iterator[tuple[str, str]]:
    """Words of our own that stand on the sheets of this walk."""
    said = " ".join(line for station in walk.stations for line in station.sources)
    yield from (
        (say(word), say(meaning)) for word, meaning, sign in STANDING if _stands(sign, said)
    )
    stats = (e for station in walk.stations for e in station.exhibits if isinstance(e, Stat))
    if any(stat.range for stat in stats):
        word, meaning = SURE
        yield say(word), say(meaning)


def _stands(message: str, said: str) -> bool:
    """Whether a message stands in a text, whatever is filled into it."""
    parts = say(message, grades="\0", middle="\0", where="\0").split("\0")
    return all(part in said for part in parts)


def _meanings(told: dict[str, list[int]]) -> tuple[Words, ...]:
    """Where stations differ, each meaning names its stations."""
    if len(told) == 1:
        return tuple((Run(meaning),) for meaning in told)
    return tuple(
        (Run(f"{_named(numbers)}: ", bold=True), Run(meaning)) for meaning, numbers in told.items()
    )


def _named(numbers: list[int]) -> str:
    listed = ", ".join(map(str, numbers))
    return say_many("Station {numbers}", "Stations {numbers}", len(numbers), numbers=listed)


def arrange_glossary(measurer: Measurer, walk: Walk, theme: Theme, size: str) -> Document:
    """Columns side by side on as many sheets as needed.

    Raises Problems for what does not fit, and where no word is explained.
    """
    listed = entries(walk)
    if not listed:
        raise refuse(
            "The glossary has no words: no station explains one.",
            "Add glossary: to a station, with term: and meaning:, or take the output out.",
        )
    width, height = lying(size) if size in ("tabloid", "a3") else size_in_points(size)
    look = Look(TYPE, paper_of(theme), theme.pillar("welcome"), TABLOID, measurer=measurer)
    head = _band(walk, width, look)
    count = int((width - 2 * MARGIN + GUTTER) // (COLUMN + GUTTER))
    column = (width - 2 * MARGIN - GUTTER * (count - 1)) / count
    top = head.h + look.gap(1.2)
    room = height - safe_margin(look.scale) - FOOT - top
    columns = _even(listed, column, room, look, count)
    sheets = [columns[i : i + count] for i in range(0, len(columns), count)]
    pages = [
        _sheet(walk, sheet, (i, len(sheets)), (width, height), head, look)
        for i, sheet in enumerate(sheets, 1)
    ]
    return Document("glossary", walk.title, walk.language, tuple(pages), theme)


def _even(
    listed: tuple[GlossaryEntry, ...], width: float, height: float, look: Look, count: int
) -> list[list[Prose]]:
    """The columns of whole sheets, `count` on each, all about as long. Raises Problems."""
    best = _columns(listed, width, height, look)
    most = -(-len(best) // count) * count
    for share in range(95, 0, -5):
        try:
            shorter = _columns(listed, width, height * share / 100, look)
        except Problems:
            break
        if len(shorter) > most:
            break
        best = shorter
    return best


def _columns(
    listed: tuple[GlossaryEntry, ...], width: float, height: float, look: Look
) -> list[list[Prose]]:
    """Whole entries one under the other, as many as a column holds."""
    room = height
    columns: list[list[Prose]] = [[]]
    left = room
    problems: list[Problem] = []
    for entry in listed:
        shown = Prose(heading=entry.term, paragraphs=entry.meanings, at=entry.at)
        tall = setting.heights(shown, width, look)[0]
        if setting.too_wide(shown, width, look) or tall > room:
            problems.append(
                Problem(
                    f'The word "{entry.term}" with its meaning does not fit a column.',
                    "Shorten it.",
                    entry.at,
                )
            )
        if tall > left and columns[-1]:
            columns.append([])
            left = room
        columns[-1].append(shown)
        left -= tall + _gap(look)
    if problems:
        raise Problems(problems)
    return columns


def _gap(look: Look) -> float:
    return look.gap(0.95)


def _band(walk: Walk, width: float, look: Look) -> Box:
    """What it is, and of which walk, on the colour of the welcome."""
    size, paper = SIZES.takeaway, look.theme.paper
    signed = any(station.icon for station in walk.stations)
    side = size * 1.5 if signed else 0.0
    x = MARGIN + side * 1.3
    room = width - MARGIN - x
    lines = look.measurer.balanced((Run(say(HEADING)),), room, size, "black")
    under = look.measurer.break_lines((Run(walk.title),), room, SIZES.body, "bold")
    words = text_height(len(lines), size, 1.1) + text_height(len(under), SIZES.body)
    top = safe_margin(look.scale)
    tall = words + 1.7 * top
    ink: list[Ink] = [Rect(0, 0, width, tall, fill=look.color)]
    if side:
        icon = icon_for("sign", "glossary")
        ink.append(Icon(MARGIN, (tall - side) / 2, side, icon, paper))
    ink.append(Part("H1", text_ink(look.measurer, lines, x, top, size, paper, 1.1)))
    low = top + text_height(len(lines), size, 1.1)
    sun = look.theme.sun_on(look.color)
    ink.append(Part("P", text_ink(look.measurer, under, x, low, SIZES.body, sun)))
    return Box("band", 0, 0, width, tall, tuple(ink))


def _sheet(
    walk: Walk,
    columns: list[list[Prose]],
    place: tuple[int, int],
    size: tuple[float, float],
    head: Box,
    look: Look,
) -> Page:
    """A sheet of columns, with lines between them."""
    width, height = size
    count = int((width - 2 * MARGIN + GUTTER) // (COLUMN + GUTTER))
    column = (width - 2 * MARGIN - GUTTER * (count - 1)) / count
    top = head.h + look.gap(1.2)
    boxes = [head]
    for i, shown in enumerate(columns):
        boxes += _column(shown, MARGIN + i * (column + GUTTER), top, column, look)
    low = max(box.y + box.h for box in boxes)
    for i in range(1, len(columns)):
        x = MARGIN + i * (column + GUTTER) - GUTTER / 2
        line = Rule(x, top, x, low, look.theme.rule, 0.8)
        boxes.append(Box("rule", x, top, 0.0, low - top, (line,)))
    number, sheets = place
    part = f" ({say('{number} of {count}', number=number, count=sheets)})" if sheets > 1 else ""
    said = " · ".join(filter(None, (walk.title, walk.event.date, walk.event.venue)))
    foot = look.measurer.break_lines((Run(said + part),), width - 2 * MARGIN, SIZES.note)[:1]
    y = height - safe_margin(look.scale) - text_height(1, SIZES.note)
    ink = text_ink(look.measurer, foot, MARGIN, y, SIZES.note, look.theme.muted)
    boxes.append(Box("foot", MARGIN, y, width - 2 * MARGIN, text_height(1, SIZES.note), ink))
    name = f"{walk.title}: {say(HEADING)}{part}"
    return Page(f"glossary-{number}", name, width, height, tuple(boxes), look.color)


def _column(shown: list[Prose], x: float, y: float, width: float, look: Look) -> Iterator[Box]:
    for prose in shown:
        tall = setting.heights(prose, width, look)[0]
        words = setting.ink(prose, x, y, width, tall, look)
        yield Box("exhibit", x, y, width, tall, words, prose, look.type)
        y += tall + _gap(look)
