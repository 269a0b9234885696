"""Small paper: a leaf's size and type, and what every leaf of a station carries.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from datawalk.exhibits import Exhibit
from datawalk.layout.exhibits.look import Look, safe_margin
from datawalk.layout.poster.sheet import size_in_points
from datawalk.page.document import Box, Page
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Disc, Icon, Rect, Text
from datawalk.problems import refuse
from datawalk.prose import Run, one_line
from datawalk.theme import Theme
from datawalk.typography import fonts
from datawalk.typography.measure import text_height
from datawalk.walk import Station, Walk
from datawalk.words import say


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet that is read at hand; type is as large on any paper. All lengths in points.

    `titles` are the sizes that a station's title may have, largest first; `kept` is room at the
    foot of the body for logos.
    """

    width: float
    height: float
    margin: float
    look: Look
    titles: tuple[float, ...] = ()
    kept: float = 0.0

    @property
    def inner(self) -> float:
        return self.width - 2 * self.margin

    @property
    def bottom(self) -> float:
        """Where the body ends: over the line with the number of the page."""
        return self.height - self.margin - 2.2 * self.look.type.note - self.kept

    @classmethod
    def over(cls, width: float, low: float, margin: float, look: Look) -> Leaf:
        """A leaf whose body ends at `low`, where a foot of its own begins."""
        least = cls(width, low, margin, look)
        return replace(least, kept=least.bottom - low + look.gap(0.5))

    def colored(self, color: str) -> Leaf:
        """The same leaf for a station of this colour."""
        return replace(self, look=replace(self.look, color=color))


def leaf_of(size: str, margin: float, look: Look, titles: tuple[float, ...]) -> Leaf:
    """An upright leaf of a named size; `margin` in points."""
    width, height = size_in_points(size)
    return Leaf(width, height, margin, look, titles)


def lying(size: str) -> tuple[float, float]:
    """Width and height of a named size on its long side, in points."""
    short, long = sorted(size_in_points(size))
    return long, short


def header(station: Station, leaf: Leaf) -> Box:
    """The band of a poster in the sizes of the leaf. Raises Problems.

    What has the number 0, such as the opening of a session, has no tab.
    """
    look, number = leaf.look, station.number
    size, least = _title_size(station, leaf), leaf.titles[0]
    wide, edge = (_tab_width(leaf), least * 0.6) if number else (0.0, 0.0)
    left = leaf.margin + wide + edge
    room = leaf.width - leaf.margin - left
    lines = look.measurer.balanced((Run(station.question),), room, size, "black")
    small, said = look.type.label, (Run(station.kicker),)
    kicker = look.measurer.break_lines(said, room, small, "bold") if station.kicker else ()
    over = text_height(len(kicker), small) + small * 0.25 if kicker else 0.0
    words = over + text_height(len(lines), size, 1.1)
    tall = max(words + least * 1.1, least * (4.2 if station.icon else 2.8) if number else 0.0)
    top, paper = (tall - words) / 2, look.theme.paper
    ink: list[Ink] = [Rect(0, 0, leaf.width, tall, fill=look.color)]
    if kicker:
        ink.append(Part("P", text_ink(look.measurer, kicker, left, top, small, paper)))
    title = text_ink(look.measurer, lines, left, top + over, size, paper, 1.1, width=room)
    ink.append(Part("H1", (*(_tab(station, leaf, tall) if number else ()), *title)))
    return Box("band", 0, 0, leaf.width, tall, tuple(ink))


def _tab_width(leaf: Leaf) -> float:
    return leaf.titles[0] * 2.8


def _tab(station: Station, leaf: Leaf, tall: float) -> list[Ink]:
    """The white tab that hangs from the edge, with icon and number."""
    look, least, x = leaf.look, leaf.titles[0], leaf.margin
    wide, low, radius = _tab_width(leaf), tall - least * 0.3, least * 0.3
    size = least * (1.9 if station.number < 10 else 1.6)
    said = str(station.number)
    width = look.measurer.width(said, "black", size)
    sign, paper = least * 1.25, look.theme.paper
    icon = Icon(x + (wide - sign) / 2, least * 0.35, sign, station.icon, look.color)
    free = least * 1.6 if station.icon else 0.0
    baseline = (free + low + size * fonts.CAP) / 2
    return [
        Rect(x, low / 2 - radius, wide, low / 2 + radius, fill=paper, radius=radius),
        Rect(x, 0, wide, low / 2, fill=paper),
        *([icon] if station.icon else []),
        Text(x + (wide - width) / 2, baseline, said, "black", size, look.color, width),
    ]


def _title_size(station: Station, leaf: Leaf) -> float:
    room = leaf.inner - _tab_width(leaf) - leaf.titles[0] * 0.6
    for size in leaf.titles:
        lines = leaf.look.measurer.break_lines((Run(station.question),), room, size, "black")
        if len(lines) <= 3 and max(line.width for line in lines) <= room:
            return size
    if leaf.look.measurer.widest_word((Run(station.question),), leaf.titles[-1], "black")[1] > room:
        raise refuse(
            f'A word of the title "{station.question[:60]}" is wider than the page.',
            "Use shorter words.",
            station.line("title", "question"),
            kind="word-wide",
        )
    return leaf.titles[-1]


def number_disc(number: int, x: float, y: float, radius: float, look: Look) -> list[Ink]:
    """The station's number in paper's colour on a disc with centre (x, y)."""
    size = radius * (1.36 if number < 10 else 1.1)
    width = look.measurer.width(str(number), "black", size)
    baseline = y + size * fonts.CAP / 2
    return [
        Disc(x, y, radius, look.color),
        Text(x - width / 2, baseline, str(number), "black", size, look.theme.paper, width),
    ]


def called(station: Station) -> str:
    """'2. Can people here find a job?'."""
    number = f"{station.number}. " if station.number else ""
    return number + one_line(station.question)


def running(station: Station, leaf: Leaf) -> Box:
    """The narrow band at the head of a page that goes on with a station."""
    look, size = leaf.look, leaf.look.type.label
    top = safe_margin(look.scale)
    lines = look.measurer.break_lines((Run(called(station)),), leaf.inner, size, "bold")
    tall = top + text_height(len(lines), size) + size * 0.6
    ink: list[Ink] = [
        Rect(0, 0, leaf.width, tall, fill=look.color),
        *text_ink(look.measurer, lines, leaf.margin, top, size, look.theme.paper),
    ]
    return Box("running", 0, 0, leaf.width, tall, tuple(ink))


def folio(walk: Walk, place: str, leaf: Leaf) -> Box:
    """The last line of a page: the walk on the left where there is room, `place` on the right."""
    look, size = leaf.look, leaf.look.type.note
    y = leaf.height - leaf.margin - size * (fonts.ASCENT + fonts.DESCENT)
    right = leaf.look.measurer.break_lines((Run(place),), leaf.inner, size, "bold")
    ink = text_ink(
        leaf.look.measurer, right, leaf.margin, y, size, look.theme.muted, 1.22, "right", leaf.inner
    )
    room = leaf.inner - right[0].width - 2 * size
    said = " · ".join(part for part in (walk.title, walk.event.date, walk.event.venue) if part)
    for text in (said, walk.title):
        lines = leaf.look.measurer.break_lines((Run(text),), room, size)
        if len(lines) == 1 and lines[0].width <= room:
            ink = (
                *text_ink(leaf.look.measurer, lines, leaf.margin, y, size, look.theme.muted),
                *ink,
            )
            break
    height = leaf.height - leaf.margin - y
    return Box("folio", leaf.margin, y, leaf.inner, height, ink, type=look.type)


def numbered(walk: Walk, station: Station, leaf: Leaf, leaves: list[list[Box]]) -> list[Page]:
    """The pages of a station, each with its place in the station at the foot."""
    pages = []
    for i, boxes in enumerate(leaves, start=1):
        title = called(station)
        place = say("Station {number}", number=station.number) if station.number else title
        if len(leaves) > 1:
            place += " · " + say("page {number} of {count}", number=i, count=len(leaves))
            part = say("{number} of {count}", number=i, count=len(leaves))
            title += f" ({part})"
        name = f"station-{station.number}" + (f"-{i}" if i > 1 else "")
        pages.append(
            Page(
                name=name,
                title=title,
                width=leaf.width,
                height=leaf.height,
                boxes=(*boxes, folio(walk, place, leaf)),
                color=leaf.look.color,
                number=station.number,
                shows=shows(station, boxes),
            )
        )
    return pages


def shows(station: Station, boxes: Sequence[Box]) -> tuple[Exhibit, ...]:
    """The exhibits of the station that boxes show."""
    return tuple(e for e in station.exhibits if any(_of(box, e) for box in boxes))


def _of(box: Box, exhibit: Exhibit) -> bool:
    """Whether a box shows an exhibit of the station: whole, in part or in words."""
    shown = box.exhibit
    if shown is None:
        return False
    return shown is exhibit or 0 < exhibit.block == shown.block


def paper_of(theme: Theme) -> Theme:
    """The theme for office printers: no tinted grounds."""
    return replace(theme, tint=theme.paper)
