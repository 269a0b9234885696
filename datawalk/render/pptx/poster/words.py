"""The words of a sheet as native text: the lines are those of the PDF, to the word.

Each paragraph has its lines end where they end on paper, so that nothing moves when the file is
opened where another face stands in for ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from datawalk.page.ink import Align, Ink, Paragraph, Part
from datawalk.page.marks import Text
from datawalk.render.pptx.blank import language
from datawalk.render.pptx.poster.blocks import ABOVE, BELOW, BoxParagraph, Line, blocks_of, read
from datawalk.render.pptx.poster.lettering import in_lato, runs
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.xml import Ink as Pen
from datawalk.render.pptx.xml import Place, body
from datawalk.typography.scripts.directions import base_of, reads_rightwards
from datawalk.typography.scripts.typefaces import Faces

APART = 0.1
"""From so much room on, in ems, two words are two."""


@dataclass(frozen=True, slots=True)
class TextSetting:
    """What words are set on and in: a sheet, its other language, between which ends, the faces."""

    sheet: SlideCanvas
    second: str
    faces: Faces
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

    def blocks(self, inks: Iterable[Ink]) -> list[BoxParagraph]:
        """The paragraphs of some ink; a text that stands alone is aligned as the sheet is read."""
        side: Align = "right" if self.turned else "left"
        found: list[BoxParagraph] = []
        for ink in inks:
            if isinstance(ink, Part):
                found += self.blocks(ink.ink)
            elif isinstance(ink, Paragraph):
                found += blocks_of(ink)
            elif isinstance(ink, Text):
                found.append(BoxParagraph(((ink,),), ink.size, side))
        return found


def body_of(setting: TextSetting, blocks: Sequence[BoxParagraph], anchor: str = "top") -> str:
    """Paragraphs one under the other, as a text body that neither wraps nor shrinks."""
    gaps = [0.0, *(_gap(above, block) for above, block in pairwise(blocks))]
    both = zip(blocks, gaps, strict=True)
    said = [_paragraph(setting, block, gap) for block, gap in both]
    return body(said, anchor, wrap=False)


def _gap(above: BoxParagraph, block: BoxParagraph) -> float:
    """Points between two paragraphs of one box, over what their lines take."""
    down = block.base - above.lines[-1][0].y
    return max(0.0, down - BELOW * above.size - (block.leading - BELOW) * block.size)


def _paragraph(setting: TextSetting, block: BoxParagraph, gap: float) -> str:
    """One paragraph with a break at the end of each line."""
    sheet = setting.sheet
    base = base_of("".join(map(read, block.lines)))
    rtl = ' rtl="1"' if base == "R" or (setting.turned and not base) else ""
    align = {"left": "l", "right": "r", "center": "ctr"}[block.align]
    last = block.lines[-1][-1]
    end = Pen(sheet.palette, last.size, last.color, sheet.lang)
    spacing = _spacing(setting, block)
    lines = f"<a:br>{end.properties()}</a:br>".join(_line(setting, line) for line in block.lines)
    return (
        f'<a:p><a:pPr marL="0" indent="0" algn="{align}"{rtl}><a:lnSpc>{spacing}</a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(gap * 100)}"/></a:spcBef>'
        '<a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>'
        f"{lines}{end.properties('a:endParaRPr')}</a:p>"
    )


def _spacing(setting: TextSetting, block: BoxParagraph) -> str:
    """In percent, which follows the type when it is changed; exact where faces are mixed."""
    texts = [text for line in block.lines for text in line]
    if all(in_lato(text, setting.faces) and text.size == block.size for text in texts):
        percent = round(100_000 * block.leading / (ABOVE + BELOW))
        return f'<a:spcPct val="{percent}"/>'
    return f'<a:spcPts val="{round(block.leading * block.size * 100)}"/>'


def _line(setting: TextSetting, line: Line) -> str:
    said = []
    for text, space in zip(line, _spaces(line), strict=True):
        own = setting.second if text.second and setting.second else ""
        lang = language(own) if own else setting.sheet.lang
        ink = Pen(setting.sheet.palette, text.size, text.color, lang)
        said.append(runs(text, ink, setting.sheet.slide.part, setting.faces, space))
    return "".join(said)


def _spaces(line: Line) -> Iterator[str]:
    """What stands behind each piece of a line: a space where words would meet."""
    for text, after in pairwise(line):
        room = max(after.x - text.x - text.width, text.x - after.x - after.width)
        yield " " if room > text.size * APART and not text.text.endswith(" ") else ""
    yield ""
