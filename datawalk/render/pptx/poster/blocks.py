"""Which lines of a sheet are a paragraph, and which paragraphs share a text box and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from datawalk.layout.deck.text import Align
from datawalk.page.marks import Text
from datawalk.render.pptx.xml import Place

ABOVE, BELOW = 0.987, 0.213
"""What Lato reaches over and under its baseline, in ems: the line of an office program."""
TALLEST = 1.6
"""From one line to the next at most, in ems; what stands further down is a text of its own."""
APART_AT_MOST = 2.6
"""From one paragraph to the next in a text box at most, in ems of the larger."""
SAME = 0.75
"""Points that the ends of two lines may differ in and still be aligned."""
ROOM = 0.12
"""Share of a line that its box is wider: other faces may need it."""
SIDES: tuple[Align, ...] = ("left", "right", "center")

Line = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines, one under the other, that are aligned and set as one paragraph.

    `pitch` is the leading of a single line that stands close under another paragraph.
    """

    lines: tuple[Line, ...]
    align: Align
    pitch: float = ABOVE + BELOW

    @property
    def size(self) -> float:
        return self.lines[0][0].size

    @property
    def leading(self) -> float:
        """From line to line, in ems of the first; a single line has that of its face."""
        if len(self.lines) == 1:
            return self.pitch
        return (self.lines[-1][0].y - self.lines[0][0].y) / (len(self.lines) - 1) / self.size

    @property
    def ascent(self) -> float:
        """From the top of the box to the first baseline: office programs cut tight lines above."""
        return min(self.leading - BELOW, ABOVE) * self.size

    @property
    def base(self) -> float:
        return self.lines[0][0].y


Sides = Callable[[Line], Align]
"""Tells where a single line is aligned."""


def _leftwards(_: Line) -> Align:
    return "left"


def blocks_of(texts: Sequence[Text], side: Sides = _leftwards) -> list[Block]:
    """The texts as they stand together."""
    blocks: list[list[Line]] = []
    for line in _lines(texts):
        if blocks and _follows(blocks[-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [Block(tuple(lines), _side(lines, side(lines[0]))) for lines in blocks]


def _lines(texts: Sequence[Text]) -> list[Line]:
    lines: list[list[Text]] = []
    for text in texts:
        last = lines[-1][-1] if lines else None
        if last and last.y == text.y and last.size == text.size:
            lines[-1].append(text)
        else:
            lines.append([text])
    return [tuple(line) for line in lines]


def _follows(above: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on a paragraph: right under it, in its language, and aligned with it."""
    last, text = above[-1][0], line[0]
    even = len(above) == 1 or abs(text.y + above[-2][0].y - 2 * last.y) < SAME
    own = text.second == last.second
    near = 0 < text.y - last.y <= TALLEST * max(text.size, last.size)
    alike = 0.6 < text.size / last.size < 1.7
    return own and even and near and alike and bool(_sides([*above, line]))


def stacks_of(blocks: Sequence[Block]) -> list[list[Block]]:
    """Paragraphs that share a text box: aligned, and close under each other."""
    stacks: list[list[Block]] = []
    for block in blocks:
        last = stacks[-1][-1] if stacks else None
        if last and _close(last, block):
            close = (block.base - last.lines[-1][0].y - BELOW * last.size) / block.size + BELOW
            pitch = min(close, ABOVE + BELOW)
            stacks[-1].append(replace(block, align=last.align, pitch=pitch))
        else:
            stacks.append([block])
    return stacks


def _close(above: Block, block: Block) -> bool:
    down = block.base - above.lines[-1][0].y
    near = 0 < down <= APART_AT_MOST * max(above.size, block.size)
    return near and above.align in _sides([*above.lines, *block.lines])


def _sides(lines: Sequence[Line]) -> list[Align]:
    """The sides at which all of the lines are aligned."""
    ends = [ends_of(line) for line in lines]
    found = {
        "left": {left for left, _ in ends},
        "right": {right for _, right in ends},
        "center": {(left + right) / 2 for left, right in ends},
    }
    return [side for side in SIDES if max(found[side]) - min(found[side]) <= SAME]


def ends_of(line: Line) -> tuple[float, float]:
    """Left and right of a line."""
    return min(text.x for text in line), max(text.x + text.width for text in line)


def _side(lines: Sequence[Line], wanted: Align) -> Align:
    sides = _sides(lines)
    return wanted if wanted in sides else sides[0]


def read(line: Line) -> str:
    """The words of a line."""
    return "".join(text.text for text in line)


def place_of(block: Block) -> Place:
    """The box of a paragraph, with room at its open side."""
    left = min(ends_of(line)[0] for line in block.lines)
    right = max(ends_of(line)[1] for line in block.lines)
    spare = (right - left) * ROOM
    before = {"left": 0.0, "right": 1.0, "center": 0.5}[block.align] * spare
    height = block.ascent + (block.leading * (len(block.lines) - 1) + BELOW) * block.size
    return left - before, block.base - block.ascent, right - left + spare, height


def around(places: Iterable[Place]) -> Place:
    """The box that holds all of these."""
    lefts, tops, rights, lows = zip(*((x, y, x + w, y + h) for x, y, w, h in places), strict=True)
    return min(lefts), min(tops), max(rights) - min(lefts), max(lows) - min(tops)
