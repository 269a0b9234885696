"""The band at the top of a poster: the tab with its station's number, and the title.

Lengths are points.
"""

from __future__ import annotations

from datawalk.layout.exhibits.look import Look, safe_margin
from datawalk.layout.poster.type_scale import TypeScale, type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Icon, Rect, Text
from datawalk.problems import refuse
from datawalk.prose import SECOND, Run, one_line
from datawalk.theme import mix
from datawalk.typography.measure import Line, Measurer, surplus, text_height
from datawalk.walk import Station

HEIGHT = 5.5 * INCH
"""All bands of a walk are as high, so that posters align on a wall; on a 24 x 36 in sheet."""
TAB, LOW, ROUND = 4.1 * INCH, 5.05 * INCH, 0.4 * INCH
"""Width of the tab, its lower edge, and the radius of its corners; on that sheet."""
GAP = 0.65 * INCH
"""From the tab to the title; on that sheet."""
SIGN, GHOST = 1.5 * INCH, 4.9 * INCH
"""Side of the icon over the number, and of the same behind the title; on that sheet."""
LEADING = 1.08
BELOW = 0.1
"""Room under the title, in ems."""


def band(station: Station, width: float, margin: float, look: Look) -> Box:
    """The coloured band. Raises Problems if its words are too long."""
    type_ = type_scale(look.scale)
    f = type_.enlarged
    paper = look.theme.paper
    x = margin + (TAB + GAP) * f
    room = width - margin - x
    lines, size = _title(look.measurer, station, room, type_)
    kicker = _kicker(look.measurer, station, room, type_.question)
    above = text_height(len(kicker), type_.question) * 1.06
    words = above + text_height(len(lines), size, LEADING)
    # Small sheets may need more for two lines.
    tall = max(HEIGHT * f, safe_margin(look.scale) + words + size * BELOW)
    top = max(safe_margin(look.scale), (tall - words) / 2)
    ink: list[Ink] = [Rect(0, 0, width, tall, fill=look.color)]
    if station.icon:
        left, low = width - margin * 0.5 - GHOST * f, (tall - GHOST * f) / 2
        ink.append(Icon(left, low, GHOST * f, station.icon, mix(look.color, paper, 0.13)))
    if kicker:
        lightened = mix(look.color, paper, 0.82)
        ink.append(Part("P", text_ink(look.measurer, kicker, x, top, type_.question, lightened)))
    title = text_ink(look.measurer, lines, x, top + above, size, paper, LEADING, width=room)
    ink.append(Part("H1", (*_tab(station, margin, type_, look), *title)))
    return Box("band", 0, 0, width, tall, tuple(ink))


def _kicker(measurer: Measurer, station: Station, room: float, size: float) -> tuple[Line, ...]:
    """The words over the title, a line for each language. Raises Problems."""
    above = one_line(" · ".join(str(part) for part in (station.kicker, station.part) if part))
    lines = measurer.balanced((Run(above),), room, size, "bold") if above else ()
    if len(lines) > 1 + station.question.count(SECOND):
        raise refuse(
            f'The kicker "{station.kicker}" needs more than one line on a poster.',
            "Shorten it to two or three words.",
            station.line("kicker"),
            kind="kicker-long",
        )
    return lines


def _title(
    measurer: Measurer, station: Station, room: float, type_: TypeScale
) -> tuple[tuple[Line, ...], float]:
    """The title at the largest size that takes two lines, or else in three of the smallest.

    In two languages it is set in the smallest, two lines for each.
    """
    words = (Run(station.question),)
    languages = 1 + station.question.count(SECOND)
    large = ((2, type_.title), (2, type_.title_tight)) if languages == 1 else ()
    over: tuple[int, ...] = ()
    for most, size in (*large, (3 if languages == 1 else 4, type_.title_long)):
        if measurer.widest_word(words, size, "black")[1] <= room:
            lines = measurer.balanced(words, room, size, "black")
            if len(lines) <= most:
                return lines, size
            over = surplus(lines, most)
    at = station.line("title", "question")
    if not over:
        word, _ = measurer.widest_word(words, type_.title_long, "black")
        raise refuse(
            f'A word of the title is wider than the band of a poster: "{word}".',
            "Say it in shorter words, or part it with a hyphen.",
            at,
            kind="word-wide",
        )
    said = one_line(station.question)
    raise refuse(
        f'The title "{said[:60]}{"…" * (len(said) > 60)}" needs more than three lines on a poster.',
        "Shorten it; a question of about 30 characters reads best.",
        at,
        kind="title-long",
        counts=over,
    )


def _tab(station: Station, x: float, type_: TypeScale, look: Look) -> list[Ink]:
    """A white tab that hangs from the upper edge, with icon and number, read across a room."""
    f, number = type_.enlarged, station.number
    size = type_.station if number < 10 else type_.station_of_two_digits
    width = look.measurer.width(str(number), "black", size)
    # Only the corners that hang down are round: a second field has the square ones.
    paper, wide, tall = look.theme.paper, TAB * f, LOW * f
    baseline = tall - 0.43 * INCH * f
    sign, edge = SIGN * f, 0.26 * INCH * f
    icon = Icon(x + (wide - sign) / 2, edge, sign, station.icon, look.color)
    return [
        Rect(x, tall / 2 - ROUND * f, wide, tall / 2 + ROUND * f, fill=paper, radius=ROUND * f),
        Rect(x, 0, wide, tall / 2, fill=paper),
        *([icon] if station.icon else []),
        Text(x + (wide - width) / 2, baseline, str(number), "black", size, look.color, width),
    ]
