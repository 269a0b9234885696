"""Where we stand: every place a dot over its value, or many as columns; ours and others named.

Lengths are points.
"""

from __future__ import annotations

from datawalk.exhibits import Chart
from datawalk.figures import ends
from datawalk.figures.board import EDGE, Board
from datawalk.figures.crowd import Crowd, Dot, named, quiet, shorter, strong, told
from datawalk.figures.flags import Flag, Who
from datawalk.figures.ruler import Ruler
from datawalk.figures.styles import DASHED
from datawalk.figures.swarm import Swarm
from datawalk.metrics.words import wording
from datawalk.prose import Run
from datawalk.theme import TEXT, Theme, contrast
from datawalk.typography import fonts
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.typography.sizes import Type

TICK, FIGURES = 0.3, 1.35
"""Length of a tick, and from the axis to the baseline of its figures, in ems."""
SOLID = 0.84
"""Of the room that a dot has, what its fill takes; half of its edge lies around that."""
HOLLOW = 0.12
"""Thickness of the edge of a hollow dot, of its diameter."""
INSIDE = 0.78
"""Of our dot's diameter, the most that its figure may take."""
GAP = 0.1
"""Room between two columns, of their thickness."""
POINTERS: dict[Who, float] = {"ours": 0.16, "other": 0.07, "middle": 0.11}
"""Thickness of pointers, in ems."""


def heights(measurer: Measurer, chart: Chart, width: float, type: Type) -> tuple[float, float]:
    """What a dot is above, then names and places, the axis, and what its ends mean.

    That is left out where the sheet has no room for it, unless what a dot is stands beside it;
    and before it names that may be.
    """
    words = _head(measurer, chart, width, type)
    _, ideal = Swarm(Ruler(measurer, chart, width, type)).heights()
    *_, fewest = shorter(chart)
    least, _ = Swarm(Ruler(measurer, fewest, width, type)).heights()
    ideal = max(least, ideal)
    row = ends.height(measurer, chart, (0, width), type.label)
    needed = row if between(measurer, chart, width, type.label) else words
    return least + needed, ideal + words + row


def too_wide(measurer: Measurer, chart: Chart, width: float, type: Type) -> str:
    """Names the label that is wider than the chart."""
    if wide := ends.too_wide(measurer, chart, (0, width), type.label):
        return wide
    found = [(point.label, point.printed) for point in named(chart)]
    found += [(line.label, line.printed) for line in chart.middles]
    for label, printed in found:
        if measurer.width(told(label, printed), "black", type.label) > width:
            return f'the label "{label}" is wider than the chart'
    return ""


def draw(board: Board, chart: Chart, type: Type, color: str) -> Crowd:
    """The middles' lines behind dots and before columns, the pointers of names before both."""
    size = type.label
    least, _ = heights(board.measurer, chart, board.width, type)
    if not between(board.measurer, chart, board.width, size):
        chart = ends.fitting(board.measurer, chart, (0, board.width), board.height, least, size)
    _told(board, chart, size)
    head = _head(board.measurer, chart, board.width, type)
    low = board.height - ends.height(board.measurer, chart, (0, board.width), size)
    for told_ in shorter(chart):
        swarm = Swarm(Ruler(board.measurer, told_, board.width, type))
        crowd = swarm.crowd(low - head)
        # Names give way before dots become too small.
        if crowd.fits and swarm.heights()[0] <= low - head + 0.5:
            break
    crowd = crowd.lowered(head)
    _places(board, chart, crowd, type, color)
    _axis(board, chart, crowd, size)
    _names(board, crowd, size, color)
    ends.draw(board, chart, (0, board.width), board.height, size, color)
    return crowd


def _places(board: Board, chart: Chart, crowd: Crowd, type: Type, color: str) -> None:
    """Columns or dots; the lines of the middles, and the pointer of ours before dots."""
    if crowd.counts:
        _columns(board, crowd, color)
    for flag in crowd.flags:
        if flag.who == "middle":
            _pointer(board, crowd, flag, type.label, color)
    for flag in crowd.flags:
        if flag.who == "other":
            _pointer(board, crowd, flag, type.label, color)
    _dots(board, crowd, color)
    for flag in crowd.flags:
        if flag.who == "ours":
            _pointer(board, crowd, flag, type.label, color)
    _figure_inside(board, chart, crowd, type, color)


def _told(board: Board, chart: Chart, size: float) -> None:
    """What a dot is: between the words of both ends, or where it has no room there, over all."""
    words, hue = _words(board.measurer, chart, board.width, size), board.theme.muted
    if between(board.measurer, chart, board.width, size):
        y = board.height - text_height(1, size) + size * (fonts.ASCENT - ends.BELOW)
        board.text(board.width / 2, y, words[0].text, size, hue, align="center")
        return
    for i, line in enumerate(words):
        board.text(0, size * (fonts.ASCENT + i * fonts.LEADING), line.text, size, hue)


def between(measurer: Measurer, chart: Chart, width: float, size: float) -> bool:
    """Whether what a dot is stands in the line that says what both ends mean, in its middle."""
    lines = _words(measurer, chart, width, size)
    both = ends.words(measurer, chart, (0, width), size)
    if len(lines) != 1 or max(map(len, both)) != 1:
        return False
    aside = max(side[0].width for side in both)
    return lines[0].width + 2 * (aside + size * ends.APART) <= width


def _head(measurer: Measurer, chart: Chart, width: float, type: Type) -> float:
    """Room over all for what a dot is."""
    if between(measurer, chart, width, type.label):
        return 0.0
    lines = _words(measurer, chart, width, type.label)
    return text_height(len(lines), type.label) + type.label * 0.4 if lines else 0.0


def _words(measurer: Measurer, chart: Chart, width: float, size: float) -> tuple[Line, ...]:
    return measurer.break_lines((Run(chart.field_label),), width, size) if chart.field_label else ()


def _hue(who: Who, theme: Theme, color: str) -> str:
    return {"ours": color, "other": theme.ink, "middle": theme.ink}[who]


def _dots(board: Board, crowd: Crowd, color: str) -> None:
    """Those that are not named are lighter, so that ours is told in grey too."""
    for dot in crowd.dots:
        fill = fill_of(dot, board.theme, color)
        if dot.hollow:
            radius = dot.across * (SOLID + EDGE * SOLID) / 2
            board.hollow(dot.x, dot.y, radius, fill, dot.across * HOLLOW)
        else:
            board.marks([dot.x], [dot.y], fill, dot.across * SOLID, "o", fill)


def fill_of(dot: Dot, theme: Theme, color: str) -> str:
    """The color of a dot, or of the edge of a hollow one."""
    if dot.ours:
        return color
    return quiet(theme) if dot.named is None else strong(theme)


def _figure_inside(board: Board, chart: Chart, crowd: Crowd, type: Type, color: str) -> None:
    """Our figure in our dot, where it has room in the size of labels at least."""
    ours = next((dot for dot in crowd.dots if dot.ours and not dot.hollow), None)
    if ours is None or ours.named is None:
        return
    printed = named(chart)[ours.named].printed
    for size in (type.body, type.label):
        if board.measurer.width(printed, "black", size) <= ours.across * INSIDE:
            paper, ink = board.theme.paper, board.theme.ink
            hue = paper if contrast(paper, color) >= TEXT else ink
            y = ours.y + size * fonts.CAP / 2
            board.text(ours.x, y, printed, size, hue, "black", align="center")
            return


def _columns(board: Board, crowd: Crowd, color: str) -> None:
    """A column for each part of the axis, that with our place in color."""
    wide = (crowd.right - crowd.left) / len(crowd.counts)
    ours = {crowd.column(flag.value) for flag in crowd.flags if flag.who == "ours"}
    for i, count in enumerate(crowd.counts):
        if count:
            left, top = crowd.left + wide * (i + GAP / 2), crowd.roof(i)
            fill = color if i in ours else board.theme.field
            board.box(left, top, wide * (1 - GAP), crowd.bottom - top, fill)


def _axis(board: Board, chart: Chart, crowd: Crowd, size: float) -> None:
    """A line with ticks; figures that would meet are left out, from the first one on."""
    theme, low = board.theme, crowd.bottom
    board.line([0, board.width], [low, low], theme.muted, size * 0.05)
    texts = [wording.number(tick, chart.format) for tick in crowd.ticks]
    widest = max(board.measurer.width(text, "regular", size) for text in texts) + size * 0.5
    apart = (crowd.right - crowd.left) / (len(texts) - 1)
    every = next(n for n in range(1, len(texts) + 1) if n * apart >= widest or n == len(texts))
    for i, (tick, text) in enumerate(zip(crowd.ticks, texts, strict=True)):
        x = crowd.x(tick)
        board.line([x, x], [low, low + size * TICK], theme.muted, size * 0.05)
        if i % every == 0:
            board.text(x, low + size * FIGURES, text, size, theme.muted, align="center")


def _names(board: Board, crowd: Crowd, size: float, color: str) -> None:
    for flag in crowd.flags:
        hue = _hue(flag.who, board.theme, color)
        anchors = {"left": 0.0, "center": flag.width / 2, "right": flag.width}
        x, align = flag.left + anchors[flag.align], flag.align
        first, *rest = flag.baselines
        board.text(x, first, flag.text, flag.size, hue, flag.face, align=align, halo=True)
        for y, line in zip(rest, flag.under, strict=True):
            board.text(x, y, line, size, board.theme.ink, align=align, halo=True)


def _pointer(board: Board, crowd: Crowd, flag: Flag, size: float, color: str) -> None:
    """From beside the words to the place."""
    ys = [flag.foot, crowd.head(flag)]
    dash = DASHED if flag.who == "middle" else None
    hue = _hue(flag.who, board.theme, color)
    if flag.who == "ours":
        board.line([flag.x, flag.x], ys, board.theme.paper, size * (POINTERS["ours"] + 0.12))
    board.line([flag.x, flag.x], ys, hue, size * POINTERS[flag.who], dash)
