"""Posters as an editable PowerPoint file: each a page of its real size, as the PDF has it.

PowerPoint gives all pages of a file one size, of at most 56 inches a side.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile

from datawalk.exhibits import Stat, WritingSpace
from datawalk.layout.deck.keys import still
from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Ink, Leaf, Paragraph, Part, TableGrid, leaves
from datawalk.page.marks import Disc, Icon, Rect, Text
from datawalk.render.pptx.blank import language
from datawalk.render.pptx.holders import mark_of
from datawalk.render.pptx.ink import Mark, drawn
from datawalk.render.pptx.names import mark
from datawalk.render.pptx.package import sealed
from datawalk.render.pptx.palette import Palette
from datawalk.render.pptx.poster.blank import empty, title_of
from datawalk.render.pptx.poster.blocks import BoxParagraph, around, place_of, stacks_of
from datawalk.render.pptx.poster.figures import add_figure
from datawalk.render.pptx.poster.table import add_table_of_figures, add_table_to_fill
from datawalk.render.pptx.poster.words import TextSetting, body_of
from datawalk.render.pptx.slide import SlideCanvas, new_slide
from datawalk.render.pptx.update.identity import codes
from datawalk.render.pptx.xml import named, shape

NAMES = {"H2": "Heading", "BlockQuote": "Quote", "LBody": "Item", "Artifact": "Quotation mark"}
IN_BOXES = {"band": "Kicker", "opening": "Opening", "foot": "Foot"}
"""What texts are called by their role, and by that of their box; all others are Text."""
RUNNING = ("P", "BlockQuote")
"""Paragraphs; a quote has who spoke under it."""
TITLE = "H1"


def poster_bytes(document: Document) -> bytes:
    """The file, the same bytes for the same document."""
    palette = Palette(document.theme)
    deck, layout = empty(document, palette)
    titles = Counter(_said(page) for page in document.pages)
    keyed = [replace(page, key=f"poster {still(page.title)}") for page in document.pages]
    for page, code in zip(document.pages, codes(keyed), strict=True):
        slide = new_slide(deck, layout)
        pen = replace(palette, own=page.color)
        sheet = SlideCanvas(slide, pen, language(document.language), page.color)
        setting = _setting(sheet, document, page)
        _Painter(setting, code, several=titles[_said(page)] > 1).page(page)
    out = io.BytesIO()
    deck.save(out)
    return sealed(out.getvalue())


def _said(page: Page) -> str:
    return " ".join(t.text for said in title_of(page) for t in said.texts)


def _setting(sheet: SlideCanvas, document: Document, page: Page) -> TextSetting:
    """The tab with the number stands where all words begin."""
    fields = (leaf for leaf in page.boxes[0].leaves if isinstance(leaf, Rect))
    tab = next(field for field in fields if field.w < page.width)
    margin = min(tab.x, page.width - tab.x - tab.w)
    return TextSetting(sheet, document.second, document.faces, margin, page.width - margin)


def _above(box: Box) -> tuple[Part, ...]:
    """The line over the title, in the box that has both."""
    roles = {ink.role: ink for ink in box.ink if isinstance(ink, Part)}
    return (roles["P"],) if {"P", TITLE} <= roles.keys() else ()


def _runs_on(before: Ink, ink: Ink) -> bool:
    """Whether a paragraph follows another."""
    return all(isinstance(one, Part) and one.role in RUNNING for one in (before, ink))


def _name(role: str, box: Box, stack: Sequence[BoxParagraph]) -> str:
    """What a text is called in the list of a sheet's shapes."""
    if isinstance(box.exhibit, Stat):
        return "Big number" if stack[0].number else "Sentence"
    return NAMES.get(role) or IN_BOXES.get(box.role, "Text")


class _Painter:
    """Paints one page. Where `several` have its title, the line over it stands in it too.

    What may change with the data is named with the page's `code`, to be found again.
    """

    def __init__(self, setting: TextSetting, code: str, *, several: bool) -> None:
        self.setting = setting
        self.code = code
        self.sheet = setting.sheet
        self.several = several

    def page(self, page: Page) -> None:
        for box in page.boxes:
            above = _above(box) if self.several else ()
            self._all([ink for ink in box.ink if ink not in above], box, above)

    def _all(self, inks: Sequence[Ink], box: Box, above: Sequence[Part] = ()) -> None:
        for i, ink in enumerate(inks):
            if isinstance(ink, Text | Paragraph):
                self._words([ink], box)
            elif isinstance(ink, TableGrid):
                self._table(ink, box)
            elif not isinstance(ink, Part):
                self._mark(ink)
            elif ink.role in ("L", "LI"):
                self._all(ink.ink, box)
            elif not (i and _runs_on(inks[i - 1], ink)):
                before = len(self.sheet.tree)
                more = takewhile(partial(_runs_on, ink), inks[i + 1 :])
                self._part([ink, *more], box, above)
                mark(list(self.sheet.tree)[before:], self.code, self.sheet.slide.part)

    def _part(self, parts: Sequence[Ink], box: Box, above: Sequence[Part]) -> None:
        part = parts[0]
        assert isinstance(part, Part)
        if part.role == "Figure":
            add_figure(self.sheet, part)
        elif part.role == TITLE:
            self._title(part, box, above)
        else:
            self._words(parts, box)

    def _table(self, grid: TableGrid, box: Box) -> None:
        if isinstance(box.exhibit, WritingSpace):
            add_table_to_fill(self.setting, box.alt, grid)
            return
        before = len(self.sheet.tree)
        add_table_of_figures(self.setting, box.alt, grid)
        mark(list(self.sheet.tree)[before:], self.code, self.sheet.slide.part)

    def _mark(self, ink: Leaf) -> None:
        assert isinstance(ink, Mark)
        identity = named(self.sheet.next_id(), type(ink).__name__, decorative=True)
        self.sheet.add(drawn(self.sheet.palette, ink, identity))

    def _title(self, part: Part, box: Box, above: Sequence[Part]) -> None:
        """The tab with the number, which is told by its name, and the title."""
        marks = [ink for ink in part.ink if isinstance(ink, Rect | Icon)]
        for ink in marks:
            self._mark(ink)
        number, *rest = (ink for ink in part.ink if ink not in marks)
        assert isinstance(number, Text)
        self._number(number, box.alt)
        blocks = self.setting.blocks([*above, *rest])
        self._text("Title", blocks, mark_of("title"))

    def _words(self, inks: Sequence[Ink], box: Box) -> None:
        """Paragraphs; those that stand close under each other share a text box."""
        role = inks[0].role if isinstance(inks[0], Part) else "P"
        blocks: list[BoxParagraph] = []
        for ink in inks:
            match list(leaves([ink])):
                case [Disc() as disc, Text() as number]:
                    self._disc(disc, number)
                case _:
                    blocks += self.setting.blocks([ink])
        for stack in stacks_of(blocks):
            name = _name(role, box, stack)
            self._text(name, stack, decorative=role == "Artifact")

    def _text(
        self,
        name: str,
        blocks: Sequence[BoxParagraph],
        holder: str = "",
        *,
        decorative: bool = False,
    ) -> None:
        if not blocks:
            return
        place = around(place_of(block) for block in blocks)
        if holder:
            # LibreOffice breaks lines in placeholders, whatever they say.
            place = self.setting.roomy(place)
        identity = named(self.sheet.next_id(), name, decorative=decorative)
        text = body_of(self.setting, blocks)
        self.sheet.add(shape(identity, place, "", text=text, placeholder=holder))

    def _number(self, number: Text, told: str) -> None:
        """The station's number, which needs words for those who only hear it."""
        block = BoxParagraph(((number,),), number.size, "center")
        identity = named(self.sheet.next_id(), "Station number", told)
        where = (number.x, number.y - number.size, number.width, number.size * 1.2)
        self.sheet.add(shape(identity, where, "", text=body_of(self.setting, [block], "middle")))

    def _disc(self, disc: Disc, number: Text) -> None:
        """A number in its disc, as one shape."""
        block = BoxParagraph(((number,),), number.size, "center")
        pen, r = self.sheet.palette, disc.r
        look = pen.fill(disc.fill) + pen.line("", 0)
        identity = named(self.sheet.next_id(), "Number")
        text = body_of(self.setting, [block], "middle")
        where = (disc.x - r, disc.y - r, 2 * r, 2 * r)
        self.sheet.add(shape(identity, where, look, geometry="ellipse", text=text))
