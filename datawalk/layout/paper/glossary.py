"""The glossary: the words of the walk explained, in strips to cut and hang under posters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.exhibits import Prose, Stat
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.look import FLOORS, Look
from datawalk.layout.paper.leaf import lying, paper_of
from datawalk.layout.poster.sheet import size_in_points
from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rect, Rule
from datawalk.problems import NOWHERE, At, Problem, Problems, refuse
from datawalk.prose import Run, Words, plain
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer, text_height
from datawalk.typography.sizes import Type
from datawalk.walk import Walk
from datawalk.words import later, say, say_many

LEAST = FLOORS["glossary"].words
TYPE = Type(number=60, lead=20, heading=19, body=LEAST, label=LEAST, note=LEAST)
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
PAD = 14.0
"""Room in a strip beside its words, so that scissors do not meet them."""
STRIP = 240.0
"""The least width of a strip, in points."""


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
    """Strips side by side on as many sheets as needed.

    Raises Problems for what does not fit, and where no word is explained.
    """
    listed = entries(walk)
    if not listed:
        raise refuse(
            "The glossary has no words: no station explains one.",
            "Add glossary: to a station, with term: and meaning:, or take the output out.",
        )
    width, height = lying(size) if size in ("tabloid", "a3") else size_in_points(size)
    look = Look(TYPE, paper_of(theme), theme.pillar("welcome"), TYPE.body / 50, measurer=measurer)
    count = int((width - 2 * MARGIN) // STRIP)
    strip = (width - 2 * MARGIN) / count
    columns = _even(listed, strip - 2 * PAD, height - 2 * MARGIN - 2 * PAD, look, count)
    sheets = [columns[i : i + count] for i in range(0, len(columns), count)]
    pages = [
        _sheet(walk, sheet, i, (width, height), strip, look) for i, sheet in enumerate(sheets, 1)
    ]
    return Document("glossary", walk.title, walk.language, tuple(pages), theme)


def _even(
    listed: tuple[GlossaryEntry, ...], width: float, height: float, look: Look, count: int
) -> list[list[Prose]]:
    """The strips of whole sheets, `count` on each, all about as long. Raises Problems."""
    best = _columns(listed, width, height, look)
    strips = -(-len(best) // count) * count
    for share in range(95, 0, -5):
        try:
            shorter = _columns(listed, width, height * share / 100, look)
        except Problems:
            break
        if len(shorter) > strips:
            break
        best = shorter
    return best


def _columns(
    listed: tuple[GlossaryEntry, ...], width: float, height: float, look: Look
) -> list[list[Prose]]:
    """Whole entries one under the other, as many as a strip holds."""
    room = height - _head_height(width, look)
    columns: list[list[Prose]] = [[]]
    left = room
    problems: list[Problem] = []
    for entry in listed:
        shown = Prose(heading=entry.term, paragraphs=entry.meanings, at=entry.at)
        tall = setting.heights(shown, width, look)[0]
        if setting.too_wide(shown, width, look) or tall > room:
            problems.append(
                Problem(
                    f'The word "{entry.term}" with its meaning does not fit a strip.',
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


def _head_height(width: float, look: Look) -> float:
    lines = look.measurer.break_lines((Run(say(HEADING)),), width, look.type.lead, "black")
    return text_height(len(lines), look.type.lead) + look.gap(1.3)


def _sheet(
    walk: Walk,
    columns: list[list[Prose]],
    number: int,
    size: tuple[float, float],
    strip: float,
    look: Look,
) -> Page:
    """A sheet of strips with dashed lines to cut along."""
    strips = [
        _strip(column, MARGIN + i * strip + PAD, MARGIN + PAD, strip - 2 * PAD, look)
        for i, column in enumerate(columns)
    ]
    low = max(box.y + box.h for boxes in strips for box in boxes) + PAD
    boxes: list[Box] = []
    for i, words in enumerate(strips):
        cut = Rect(
            MARGIN + i * strip,
            MARGIN,
            strip,
            low - MARGIN,
            look.theme.paper,
            look.theme.muted,
            line=0.8,
            dash=5,
        )
        boxes += [Box("cut", cut.x, cut.y, cut.w, cut.h, (cut,)), *words]
    name = f"{walk.title}: {say(HEADING)}" + (f" ({number})" if number > 1 else "")
    return Page(f"glossary-{number}", name, *size, tuple(boxes), look.color)


def _strip(column: list[Prose], x: float, y: float, width: float, look: Look) -> list[Box]:
    lines = look.measurer.break_lines((Run(say(HEADING)),), width, look.type.lead, "black")
    head = text_height(len(lines), look.type.lead)
    ink: list[Ink] = [Part("H1", text_ink(look.measurer, lines, x, y, look.type.lead, look.color))]
    ink.append(Rule(x, y + head + 3, x + width, y + head + 3, look.color, 2))
    boxes = [Box("band", x, y, width, head + 3, tuple(ink))]
    y += head + look.gap(0.9)
    for shown in column:
        tall = setting.heights(shown, width, look)[0]
        words = setting.ink(shown, x, y, width, tall, look)
        boxes.append(Box("exhibit", x, y, width, tall, words, shown, look.type))
        y += tall + _gap(look)
    return boxes
