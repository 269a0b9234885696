"""What every poster carries: the band, the talk panel, the foot.

Lengths are points.
"""

from __future__ import annotations

from functools import lru_cache

from datawalk.exhibits import Bullets
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.look import SMALL, Look, safe_margin
from datawalk.layout.exhibits.sticky import zone
from datawalk.layout.exhibits.words import BulletsSetter
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Disc, Photo, Rect, Symbol, Text
from datawalk.problems import refuse
from datawalk.prose import SECOND, Run, one_line
from datawalk.theme import mix
from datawalk.typography import fonts
from datawalk.typography.measure import (
    Line,
    Measurer,
    text_height,
)
from datawalk.walk import Station, Walk
from datawalk.words import say

TITLE_SIZES = (120.0, 116.0, 112.0, 106.0, 100.0, 92.0, 84.0)
"""Sizes of the title on a 24 x 36 in sheet, largest first; 110 to 160 reads across a room."""
MANY_SOURCES = 5
"""A foot of this many sources is set in the smallest size for notes."""
KICKERS = (48.0, 36.0)
"""Size of the line over the title; in two languages it is longer, and may take two lines."""
DISC = 132.0
"""Radius of the disc with the station's number."""


def band(station: Station, width: float, margin: float, look: Look) -> Box:
    """The coloured band with number, kicker and title. Raises Problems if these are too long."""
    s = look.scale
    radius = DISC * s
    x = margin + 2 * radius + 54 * s
    lines, size = _title(look.measurer, station, width - margin - x, s)
    kicker, kicker_size = _kicker(look.measurer, station, width - margin - x, s)
    kicker_height = kicker_size * (1.45 + fonts.LEADING * (len(kicker) - 1)) if kicker else 0.0
    title_height = text_height(len(lines), size, 1.08)
    # All bands of a walk are as high as two lines need, so that posters align on a wall.
    two_lines = text_height(2, TITLE_SIZES[0] * s, 1.08) + KICKERS[0] * s * 1.45
    inner = max(2 * radius, two_lines, kicker_height + title_height)
    pad = 44 * s
    above_inner = max(pad, safe_margin(s))
    height = above_inner + inner + pad
    middle = above_inner + inner / 2
    top = middle - (kicker_height + title_height) / 2
    paper = look.theme.paper
    ink: list[Ink] = [Rect(0, 0, width, height, fill=look.color)]
    if kicker:
        lightened = mix(look.color, paper, 0.82)
        ink.append(Part("P", text_ink(look.measurer, kicker, x, top, kicker_size, lightened)))
    disc = _number_disc(station.number, margin + radius, middle, radius, look)
    title = text_ink(
        look.measurer, lines, x, top + kicker_height, size, paper, 1.08, width=width - margin - x
    )
    ink.append(Part("H1", (*disc, *title)))
    return Box("band", 0, 0, width, height, tuple(ink))


def _kicker(
    measurer: Measurer, station: Station, room: float, s: float
) -> tuple[tuple[Line, ...], float]:
    """The words over the title, a line for each language, and their size. Raises Problems."""
    above = one_line(" · ".join(str(part) for part in (station.kicker, station.part) if part))
    languages = 1 + station.question.count(SECOND)
    size = KICKERS[languages > 1] * s
    lines = measurer.balanced((Run(above.upper()),), room, size, "bold")
    if len(lines) > languages:
        raise refuse(
            f'The kicker "{station.kicker}" needs more than one line on a poster.',
            "Shorten it to two or three words.",
            station.at,
        )
    return lines, size


def _title(
    measurer: Measurer, station: Station, room: float, s: float
) -> tuple[tuple[Line, ...], float]:
    """The title at the largest size that takes two lines, or else three, which may be smaller.

    In two languages it begins smaller, so that the band leaves the sheet to what it is about.
    """
    words = (Run(station.question),)
    languages = 1 + station.question.count(SECOND)
    first = TITLE_SIZES[:5] if languages == 1 else TITLE_SIZES[5:]
    for most, sizes in ((2 * languages, first), (3 * languages, TITLE_SIZES)):
        for size in sizes:
            if measurer.widest_word(words, size * s, "black")[1] > room:
                continue
            lines = measurer.balanced(words, room, size * s, "black")
            if len(lines) <= most:
                return lines, size * s
    raise refuse(
        f'The title "{station.question[:60]}…" needs more than three lines on a poster.',
        "Shorten it; a question of about 40 characters reads best.",
        station.at,
    )


def _number_disc(number: int, x: float, y: float, radius: float, look: Look) -> list[Ink]:
    size = radius * (1.36 if number < 10 else 1.1)
    width = look.measurer.width(str(number), "black", size)
    baseline = y + size * fonts.CAP / 2
    return [
        Disc(x, y, radius, look.theme.paper),
        Text(x - width / 2, baseline, str(number), "black", size, look.color, width),
    ]


def talk_height(talk: Bullets, width: float, margin: float, look: Look) -> float:
    """What a panel across the sheet needs for its questions."""
    room = _questions_width(width, margin, look)
    least, ideal = BulletsSetter().heights(talk, room, look)
    return (least + ideal) / 2 + _talk_top(look) + look.gap(1.7)


def _questions_width(width: float, margin: float, look: Look) -> float:
    return (width - 2 * margin - look.gap(1.6)) * 0.56


def _talk_top(look: Look) -> float:
    return look.gap(1.1) + look.type.heading * 0.95 * 1.5


def talk(
    talk: Bullets, x: float, y: float, w: float, h: float, margin: float, look: Look
) -> list[Box]:
    """The tinted panel: questions, and a dashed field for sticky notes beside or below."""
    panel = Box("panel", x, y, w, h, (Rect(x, y, w, h, fill=look.theme.tint),))
    left, top = x + margin, y + look.gap(1.1)
    size = look.type.heading * 0.95
    heading = text_ink(
        look.measurer,
        look.measurer.break_lines((Run(one_line(talk.heading.upper())),), w, size, "bold"),
        left,
        top,
        size,
        look.theme.accent,
    )
    list_top = y + _talk_top(look)
    plain = Bullets(items=talk.items, form=talk.form)
    foot = look.gap(1.1)
    if h > w:
        room = w - 2 * margin
        least, ideal = BulletsSetter().heights(plain, room, look)
        list_height = min(max(least, ideal), h * 0.62)
        zone_top = list_top + list_height + look.gap(1.2)
        field = (left, zone_top, room, y + h - zone_top - foot)
    else:
        room = _questions_width(w, margin, look)
        list_height = y + h - list_top - foot
        zone_left = left + room + look.gap(1.6)
        field = (zone_left, y + foot, x + w - margin - zone_left, h - 2 * foot)
    words = setting.ink(plain, left, list_top, room, list_height, look)
    tall = list_top + list_height - top
    return [
        panel,
        Box("talk", left, top, room, tall, (Part("H2", heading), *words), talk, look.type),
        Box("zone", *field, tuple(zone(say("Put your sticky notes here"), "", *field, look))),
    ]


def foot(
    walk: Walk, station: Station, width: float, height: float, margin: float, look: Look
) -> Box:
    """Sources on the left; logos, code and the station's place in the walk on the right."""
    s = look.scale
    size = look.type.note if len(station.sources) < MANY_SOURCES else SMALL.note * s
    right = _right_width(walk, look)
    room = width - 2 * margin - right - 60 * s
    blocks = [
        look.measurer.break_lines((Run(line),), room, size) for line in _foot_lines(walk, station)
    ]
    words = sum(text_height(len(lines), size) for lines in blocks)
    words += size * 0.35 * max(0, len(blocks) - 1)
    least = 110 * s if walk.event.link or walk.event.logos else 84 * s
    inner = max(words, least)
    top = height - inner - 30 * s - max(32 * s, safe_margin(s))
    ink: list[Ink] = []
    y = top + 30 * s
    for lines in blocks:
        ink.append(Part("P", text_ink(look.measurer, lines, margin, y, size, look.theme.muted)))
        y += text_height(len(lines), size) + size * 0.35
    ink += _right(walk, station, width - margin, top + 30 * s, look)
    return Box("foot", 0, top, width, height - top, tuple(ink))


def _foot_lines(walk: Walk, station: Station) -> tuple[str, ...]:
    """Whose walk it is, for a sheet that lies alone; the sources; in words where the code leads."""
    link = walk.event.link
    whose = " · ".join(part for part in (walk.title, walk.event.date, walk.place.full) if part)
    return (whose, *station.sources, *((say("More: {link}", link=link),) if link else ()))


def _right_width(walk: Walk, look: Look) -> float:
    s = look.scale
    dots = len(walk.stations) * _pitch(walk, s)
    return max(dots, 260 * s) + marks_width(walk, s)


def marks_width(walk: Walk, s: float) -> float:
    """How much of a line code and logos take, with the gaps between them; 0 without any."""
    code = 140 * s if walk.event.link else 0.0
    logos = sum(_logo_size(logo.width, logo.height, s)[0] + 24 * s for logo in walk.event.logos)
    return code + logos


def _pitch(walk: Walk, s: float) -> float:
    """From one dot to the next: closer where there are many stations."""
    return min(34.0, 300.0 / len(walk.stations)) * s


def _logo_size(width: int, height: int, s: float) -> tuple[float, float]:
    h = 96 * s
    w = h * width / height
    return (w, h) if w <= 240 * s else (240 * s, 240 * s * height / width)


def _right(walk: Walk, station: Station, right: float, y: float, look: Look) -> list[Ink]:
    s = look.scale
    count = len(walk.stations)
    ink: list[Ink] = []
    radius, pitch = 11 * s, _pitch(walk, s)
    for i in range(count):
        color = look.color if i + 1 == station.number else look.theme.field
        ink.append(Disc(right - (count - i - 0.5) * pitch, y + radius, radius, color))
    label = say("Station {number} of {count}", number=station.number, count=count)
    size = look.type.label * 0.86
    lines = look.measurer.break_lines((Run(label),), 900 * s, size, "bold")
    room = 400 * s
    said = text_ink(
        look.measurer, lines, right - room, y + 30 * s, size, look.theme.ink, 1.22, "right", room
    )
    ink.append(Part("P", said))
    x = right - max(count * pitch, lines[0].width) - 40 * s
    return [*ink, *event_marks(walk, x, y, s, look)]


def event_marks(walk: Walk, x: float, y: float, s: float, look: Look) -> list[Ink]:
    """The code and the logos of those who invite, from `x` leftwards; `y` is their top."""
    ink: list[Ink] = []
    if walk.event.link:
        side = 110 * s
        x -= side
        code = Symbol(x, y, side, qr_rows(walk.event.link), look.theme.ink)
        ink.append(
            Part("Figure", (code,), alt=say("Code for phones: {link}", link=walk.event.link))
        )
        x -= 30 * s
    logos: list[Ink] = []
    for logo in reversed(walk.event.logos):
        w, h = _logo_size(logo.width, logo.height, s)
        x -= w
        logos.insert(0, Part("Figure", (Photo(x, y, w, h, logo.data),), alt=logo.alt))
        x -= 24 * s
    return [*ink, *logos]


@lru_cache(maxsize=16)
def qr_rows(link: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of a QR code with error correction Q, without the quiet zone."""
    import segno

    code = segno.make(link, error="q", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
