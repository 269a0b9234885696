"""What figures at both ends of an axis mean, in words beside arrows that point outwards."""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Chart
from datawalk.figures.board import Board
from datawalk.prose import Run
from datawalk.typography import fonts
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.typography.scripts.directions import base_of

ABOVE, BELOW = 0.25, 0.3
"""Room over and under the words, in ems."""
APART = 1.4
"""Room between the words of both ends, in ems."""
LOW, HIGH = "←", "→"

Span = tuple[float, float]
"""From where to where the words have room, in points from the left of the chart."""
Lines = tuple[Line, ...]


def words(measurer: Measurer, chart: Chart, span: Span, size: float) -> tuple[Lines, Lines]:
    """The lines for the low and for the high end; none where nobody says what they mean."""
    if chart.ends is None:
        return (), ()
    texts = with_arrows(*chart.ends)
    room = span[1] - span[0] - size * APART
    if sum(measurer.width(text, "bold", size) for text in texts) > room:
        room /= 2
    low, high = (measurer.balanced((Run(text),), room, size, "bold") for text in texts)
    return low, high


def with_arrows(low: str, high: str) -> tuple[str, str]:
    """Arrows stand outside; words that run leftwards begin at the right."""
    if base_of(low) == "R":
        return f"{low} {LOW}", f"{HIGH} {high}"
    return f"{LOW} {low}", f"{high} {HIGH}"


def height(measurer: Measurer, chart: Chart, span: Span, size: float) -> float:
    """Room for the words, over and under them."""
    lines = max(map(len, words(measurer, chart, span, size)))
    return text_height(lines, size) + size * (ABOVE + BELOW) if lines else 0.0


def fitting(
    measurer: Measurer, chart: Chart, span: Span, tall: float, least: float, size: float
) -> Chart:
    """The chart, without the words where `tall` has no room for them beside its `least`."""
    fits = tall >= least + height(measurer, chart, span, size) - 0.01
    return chart if fits else replace(chart, ends=None)


def too_wide(measurer: Measurer, chart: Chart, span: Span, size: float) -> str:
    """Names a word that is wider than half of the room."""
    half = (span[1] - span[0] - size * APART) / 2
    for text in chart.ends or ():
        word, wide = measurer.widest_word((Run(text),), size, "bold")
        if wide > half:
            return f'the word "{word}" is wider than half of the chart'
    return ""


def draw(board: Board, chart: Chart, span: Span, bottom: float, size: float, color: str) -> None:
    """Words down to `bottom`, those of the low end on the left."""
    first, last = words(board.measurer, chart, span, size)
    top = bottom - height(board.measurer, chart, span, size) + size * ABOVE
    for lines, x, align in ((first, span[0], "left"), (last, span[1], "right")):
        for i, line in enumerate(lines):
            y = top + size * (fonts.ASCENT + i * fonts.LEADING)
            board.text(x, y, line.text, size, color, "bold", align=align)
