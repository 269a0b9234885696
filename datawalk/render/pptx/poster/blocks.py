"""Which paragraphs of a sheet share a text box, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from datawalk.page.ink import Align, Paragraph
from datawalk.page.marks import Text
from datawalk.render.pptx.xml import Place

ABOVE, BELOW = 0.987, 0.213
"""What Lato reaches over and under its baseline, in ems: the line of an office program."""
APART_AT_MOST = 2.6
"""From one paragraph to the next in a text box at most, in ems of the larger."""
SAME = 0.75
"""Points that the ends of two paragraphs may differ in and still be aligned."""
ROOM = 0.12
"""Share of a line that its box is wider: other faces may need it."""

Line = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class BoxParagraph:
    """A paragraph as a text box has it; a `number` is one to be seen from afar.

    `pitch` is the leading of a single line that stands close under another paragraph.
    """

    lines: tuple[Line, ...]
    size: float
    align: Align
    spacing: float = ABOVE + BELOW
    pitch: float = ABOVE + BELOW
    number: bool = False

    @property
    def leading(self) -> float:
        """From line to line, in ems; a single line has that of its face."""
        return self.spacing if len(self.lines) > 1 else self.pitch

    @property
    def ascent(self) -> float:
        """From the top of the box to the first baseline: office programs cut tight lines above."""
        return min(self.leading - BELOW, ABOVE) * self.size

    @property
    def base(self) -> float:
        return self.lines[0][0].y

    @property
    def ends(self) -> tuple[float, float]:
        """Left and right of all lines."""
        ends = [ends_of(line) for line in self.lines]
        return min(left for left, _ in ends), max(right for _, right in ends)

    @property
    def edge(self) -> float:
        """Where it is aligned: its left, its right, or its middle."""
        left, right = self.ends
        return {"left": left, "right": right, "center": (left + right) / 2}[self.align]


def blocks_of(paragraph: Paragraph) -> Iterator[BoxParagraph]:
    """The paragraph; the raised mark behind a number has a box of its own."""
    if paragraph.form == "text":
        yield BoxParagraph(paragraph.lines, paragraph.size, paragraph.align, paragraph.leading)
        return
    for _, held in groupby(paragraph.texts, key=lambda text: text.y):
        line = tuple(held)
        yield BoxParagraph((line,), line[0].size, paragraph.align, number=True)


def stacks_of(blocks: Sequence[BoxParagraph]) -> list[list[BoxParagraph]]:
    """Paragraphs that share a text box: aligned, and close under each other."""
    stacks: list[list[BoxParagraph]] = []
    for block in blocks:
        last = stacks[-1][-1] if stacks else None
        if last and _close(last, block):
            close = (block.base - last.lines[-1][0].y - BELOW * last.size) / block.size + BELOW
            stacks[-1].append(replace(block, pitch=min(close, ABOVE + BELOW)))
        else:
            stacks.append([block])
    return stacks


def _close(above: BoxParagraph, block: BoxParagraph) -> bool:
    down = block.base - above.lines[-1][0].y
    near = 0 < down <= APART_AT_MOST * max(above.size, block.size)
    return near and above.align == block.align and abs(above.edge - block.edge) <= SAME


def ends_of(line: Line) -> tuple[float, float]:
    """Left and right of a line."""
    return min(text.x for text in line), max(text.x + text.width for text in line)


def read(line: Line) -> str:
    """The words of a line."""
    return "".join(text.text for text in line)


def place_of(block: BoxParagraph) -> Place:
    """The box of a paragraph, with room at its open side."""
    left, right = block.ends
    spare = (right - left) * ROOM
    before = {"left": 0.0, "right": 1.0, "center": 0.5}[block.align] * spare
    height = block.ascent + (block.leading * (len(block.lines) - 1) + BELOW) * block.size
    return left - before, block.base - block.ascent, right - left + spare, height


def around(places: Iterable[Place]) -> Place:
    """The box that holds all of these."""
    lefts, tops, rights, lows = zip(*((x, y, x + w, y + h) for x, y, w, h in places), strict=True)
    return min(lefts), min(tops), max(rights) - min(lefts), max(lows) - min(tops)
