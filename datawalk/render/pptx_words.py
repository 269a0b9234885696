"""The words of a sheet as native text: the lines are those of the PDF, to the word.

Each paragraph is a text box whose lines end where they end on paper, so that nothing moves when
the file is opened where another face stands in for ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from datawalk.layout.deck_text import Align
from datawalk.layout.page import Rect, Text
from datawalk.lettering.directions import base_of, reads_rightwards
from datawalk.render.pptx_base import language
from datawalk.render.pptx_lettering import in_lato, runs
from datawalk.render.pptx_slide import Sheet
from datawalk.render.pptx_xml import Ink, Place, body

ABOVE, BELOW = 0.987, 0.213
"""What Lato reaches over and under its baseline, in ems: the line of an office program."""
TALLEST = 1.6
"""From one line to the next at most, in ems; what stands further down is a text of its own."""
APART_AT_MOST = 2.6
"""From one paragraph to the next in a text box at most, in ems of the larger."""
SAME = 0.75
"""Points that the ends of two lines may differ in and still be aligned."""
APART = 0.1
"""From so much room on, in ems, two words are two."""
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


@dataclass(frozen=True, slots=True)
class Setting:
    """What words are set on: a sheet, its other language, and between which ends words stand."""

    sheet: Sheet
    second: str
    margin: float
    edge: float

    @property
    def turned(self) -> bool:
        """Whether the sheet is read from right to left."""
        return not reads_rightwards(self.sheet.lang)

    def roomy(self, place: Place) -> Place:
        """The box as wide as the words of the sheet may be, from where it begins to be read."""
        x, y, w, h = place
        if self.turned:
            return self.margin, y, x + w - self.margin, h
        return x, y, self.edge - x, h

    def side(self, line: Line, field: Rect | None) -> Align:
        """Where a single line is aligned: in the middle of its field, at the edge, or as read."""
        left, right = ends_of(line)
        if field and abs(left + right - 2 * field.x - field.w) <= SAME:
            return "center"
        if abs(right - self.edge) <= SAME or self.turned:
            return "right"
        return "right" if base_of(_read(line)) == "R" else "left"


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


def _read(line: Line) -> str:
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


def body_of(setting: Setting, blocks: Sequence[Block], anchor: str = "top") -> str:
    """Paragraphs one under the other, as a text body that neither wraps nor shrinks."""
    gaps = [0.0, *(_gap(above, block) for above, block in pairwise(blocks))]
    both = zip(blocks, gaps, strict=True)
    said = [_paragraph(setting, block, gap) for block, gap in both]
    return body(said, anchor, wrap=False)


def _gap(above: Block, block: Block) -> float:
    """Points between two paragraphs of one box, over what their lines take."""
    down = block.base - above.lines[-1][0].y
    return max(0.0, down - BELOW * above.size - (block.leading - BELOW) * block.size)


def _paragraph(setting: Setting, block: Block, gap: float) -> str:
    """One paragraph with a break at the end of each line."""
    sheet = setting.sheet
    base = base_of("".join(map(_read, block.lines)))
    rtl = ' rtl="1"' if base == "R" or (setting.turned and not base) else ""
    align = {"left": "l", "right": "r", "center": "ctr"}[block.align]
    last = block.lines[-1][-1]
    end = Ink(sheet.palette, last.size, last.color, sheet.lang)
    lines = f"<a:br>{end.properties()}</a:br>".join(_line(setting, line) for line in block.lines)
    return (
        f'<a:p><a:pPr marL="0" indent="0" algn="{align}"{rtl}><a:lnSpc>{_spacing(block)}</a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(gap * 100)}"/></a:spcBef>'
        '<a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>'
        f"{lines}{end.properties('a:endParaRPr')}</a:p>"
    )


def _spacing(block: Block) -> str:
    """In percent, which follows the type when it is changed; exact where faces are mixed."""
    texts = [text for line in block.lines for text in line]
    if all(in_lato(text) and text.size == block.size for text in texts):
        percent = round(100_000 * block.leading / (ABOVE + BELOW))
        return f'<a:spcPct val="{percent}"/>'
    return f'<a:spcPts val="{round(block.leading * block.size * 100)}"/>'


def _line(setting: Setting, line: Line) -> str:
    said = []
    for text, space in zip(line, _spaces(line), strict=True):
        own = setting.second if text.second and setting.second else ""
        lang = language(own) if own else setting.sheet.lang
        ink = Ink(setting.sheet.palette, text.size, text.color, lang)
        said.append(runs(text, ink, setting.sheet.slide.part, space))
    return "".join(said)


def _spaces(line: Line) -> Iterator[str]:
    """What stands behind each piece of a line: a space where words would meet."""
    for text, after in pairwise(line):
        room = max(after.x - text.x - text.width, text.x - after.x - after.width)
        yield " " if room > text.size * APART and not text.text.endswith(" ") else ""
    yield ""
