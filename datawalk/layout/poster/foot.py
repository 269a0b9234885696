"""The foot of a poster: whose walk it is and where one stands in it, the sources, the code."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.layout.exhibits.look import Look, safe_margin
from datawalk.layout.poster.event_marks import CODE, LOGO, event_marks, marks_width
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Disc, Rect
from datawalk.prose import SECOND, Run
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.walk import Station, Walk
from datawalk.words import later, say, with_state

LEFT = 6.2 * INCH
"""Room for the walk's name, and under it for the way through the stations."""
NARROW = 12.5
"""The same in ems, on sheets whose type is larger for their size."""
READ = 54.0
"""The least side of a code, in points."""
GAP = 0.35 * INCH
RULE, TOP, BELOW = 0.06 * INCH, 0.3 * INCH, 0.3 * INCH
"""The line at the upper edge, the room to it, and the least room under all."""
PITCH, HERE, DOT = 0.44 * INCH, 0.2 * INCH, 0.12 * INCH
"""From a dot of the way to the next, and the radius of ours and of the others."""
LEADING = 1.2
MOST = 5
"""The most lines of sources."""
_MORE = {
    "handout": later("More about the sources stands under the station on the handout."),
    "deck": later("More about the sources stands behind the slides, under “Sources and notes”."),
}


@dataclass(frozen=True, slots=True)
class FootText:
    """Lines of one size and face, to be set one under the other."""

    lines: tuple[Line, ...]
    size: float
    color: str

    @property
    def height(self) -> float:
        """With the room to a line of the next one."""
        return len(self.lines) * self.size * LEADING


def foot(
    walk: Walk, station: Station, width: float, height: float, margin: float, look: Look
) -> Box:
    """As high as its sources need; all lengths in points."""
    type_ = type_scale(look.scale)
    f = type_.enlarged
    left = min(max(LEFT * f, NARROW * type_.label), (width - 2 * margin) * 0.32)
    right = _right_width(walk, type_, look)
    whose = _whose(walk, left, type_, look)
    way = _way_height(walk, type_)
    room = width - 2 * margin - left - right - 2 * GAP * f
    sources = _sources(walk, station, room, type_, look)
    inner = max(
        _tall(whose) + way,
        _tall(sources),
        (CODE if walk.event.link else LOGO if walk.event.logos else 0.0) * _enlarged(type_),
    )
    below = max(BELOW * f, safe_margin(look.scale))
    top = height - below - inner - TOP * f
    ink: list[Ink] = [Rect(0, top, width, RULE * f, fill=look.color)]
    y = top + TOP * f
    ink += _stacked(look.measurer, whose, margin, y)
    ink += _way(walk, station, margin, y + inner - way / 2, left, look, type_)
    ink += _stacked(look.measurer, sources, margin + left + GAP * f, y)
    ink += _linked(walk, width - margin, y, look, type_)
    return Box("foot", 0, top, width, height - top, tuple(ink))


def _block(
    measurer: Measurer, text: str, room: float, size: float, color: str, *, bold: bool = False
) -> FootText:
    return FootText(measurer.break_lines((Run(text, bold),), room, size), size, color)


def _sources(
    walk: Walk, station: Station, room: float, type_: TypeScale, look: Look
) -> list[FootText]:
    """Who counted what, in at most MOST lines for each language where another output tells all.

    The first one stands in any case: it says who counted the main figure, and when.
    """

    def block(line: str) -> FootText:
        return _block(look.measurer, line, room, type_.note, look.theme.muted)

    read_on = [] if _beside(walk, look) else [_read_on(walk)]
    told = [block(line) for line in (*station.sources, *read_on) if line]
    most = MOST * (1 + any(SECOND in line for line in station.sources))
    if not told or not walk.sources_in or sum(len(one.lines) for one in told) <= most:
        return told
    more = block(say(_MORE[walk.sources_in]))
    kept, left = {0}, most - len(more.lines) - len(told[0].lines)
    # Who put the figures together stands last, and has a right to be named.
    for i in (len(told) - 1, *range(1, len(told) - 1)):
        if len(told[i].lines) <= left:
            kept.add(i)
            left -= len(told[i].lines)
    return [*(told[i] for i in sorted(kept)), more]


def _tall(blocks: list[FootText]) -> float:
    """From the top of the first to the last line of the last one, in points."""
    if not blocks:
        return 0.0
    last = blocks[-1]
    over = sum(block.height for block in blocks[:-1])
    return over + text_height(len(last.lines), last.size, LEADING)


def _stacked(measurer: Measurer, blocks: list[FootText], x: float, y: float) -> list[Ink]:
    ink: list[Ink] = []
    for block in blocks:
        ink.append(
            Part("P", text_ink(measurer, block.lines, x, y, block.size, block.color, LEADING))
        )
        y += block.height
    return ink


def _whose(walk: Walk, room: float, type_: TypeScale, look: Look) -> list[FootText]:
    """Whose walk it is, for a sheet that lies alone."""
    said = dict.fromkeys((walk.event.date, walk.event.venue, with_state(walk.place.full)))
    return [
        _block(look.measurer, walk.title, room, type_.label, look.theme.ink, bold=True),
        *(_block(look.measurer, line, room, type_.note, look.theme.ink) for line in said if line),
    ]


def _way(
    walk: Walk, station: Station, x: float, middle: float, room: float, look: Look, type_: TypeScale
) -> list[Ink]:
    """A dot for each station, ours filled, and which it is of how many."""
    f = type_.enlarged
    count = len(walk.stations)
    label = say("{number} of {count}", number=station.number, count=count)
    lines = look.measurer.break_lines((Run(label, bold=True),), room, type_.label)
    pitch = min(PITCH * f, (room - lines[0].width - type_.label * 0.5) / count)
    r = HERE * f * min(1.0, pitch / (PITCH * f))
    dots: list[Ink] = []
    for i in range(count):
        at = x + r + i * pitch
        if i + 1 == station.number:
            dots.append(Disc(at, middle, r, look.color))
        else:
            small, line = r * DOT / HERE, 0.045 * INCH * f
            dots.append(Disc(at, middle, small, look.theme.paper, look.theme.muted, line))
    y = middle - text_height(len(lines), type_.label) / 2
    said = text_ink(
        look.measurer, lines, x + count * pitch + type_.label * 0.4, y, type_.label, look.theme.ink
    )
    return [*dots, Part("P", said)]


def _way_height(walk: Walk, type_: TypeScale) -> float:
    """Room for the dots, and for what stands beside them in each language."""
    lines = 1 + say("{number} of {count}", number=1, count=len(walk.stations)).count(SECOND)
    return max(2.6 * HERE * type_.enlarged, text_height(lines, type_.label)) + type_.label * 0.05


def _enlarged(type_: TypeScale) -> float:
    """How large code and logos are: a code of 54 points is read at arm's length."""
    return max(type_.enlarged, READ / CODE)


def _right_width(walk: Walk, type_: TypeScale, look: Look) -> float:
    wide = marks_width(walk, _enlarged(type_))
    return wide + (_link_width(type_) if _beside(walk, look) else 0.0)


def _beside(walk: Walk, look: Look) -> bool:
    """Whether the address has a column of its own; on small sheets it stands under the sources."""
    return bool(walk.event.link) and look.on_wall


def _read_on(walk: Walk) -> str:
    return f"{say('Read on:')} {_address(walk.event.link)}" if walk.event.link else ""


def _address(link: str) -> str:
    """As people type it."""
    return link.removeprefix("https://").removesuffix("/")


def _link_width(type_: TypeScale) -> float:
    return type_.note * 9.6


def _linked(walk: Walk, right: float, y: float, look: Look, type_: TypeScale) -> list[Ink]:
    """Code and logos, and in words where the code leads."""
    ink = event_marks(walk, right, y, _enlarged(type_), look)
    if not _beside(walk, look):
        return ink
    room = _link_width(type_)
    blocks = [
        _block(look.measurer, say("Read on:"), room, type_.note, look.theme.ink, bold=True),
        _block(look.measurer, _address(walk.event.link), room, type_.note, look.theme.ink),
    ]
    x = right - marks_width(walk, _enlarged(type_)) - room
    for block in blocks:
        said = text_ink(
            look.measurer, block.lines, x, y, block.size, block.color, LEADING, "right", room
        )
        ink.append(Part("P", said))
        y += block.height
    return ink
