"""The layouts of a template, told by what they hold rather than by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from datawalk.brand.colors import A, Colors, on_layout
from datawalk.brand.frames import EMU, frame_of
from datawalk.brand.ground import Ground, Painted, ground_under, painted_by
from datawalk.page.stage import Anchor, Frame

if TYPE_CHECKING:
    from lxml.etree import _Element as Node
    from pptx.presentation import Presentation as Deck
    from pptx.slide import SlideLayout, SlideMaster

BODY = 0.25
"""Least share of the slide that room for a chart takes."""
OVERLAP = 0.05
"""Share of a body that its title may cover."""
TITLES = ("title", "ctrTitle")
ANCHORS: Mapping[str, Anchor] = {"ctr": "middle", "b": "bottom"}
BODIES = ("body", "obj", "chart", "tbl", "dgm", "media", "clipArt")

Kind = Literal["title", "content", "two content", "picture", "title only", "blank", "other"]


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder: its type as PowerPoint calls it, its frame, its text, its settings."""

    type: str
    frame: Frame
    text: str
    anchor: Anchor
    size: float
    font: str
    color: str


@dataclass(frozen=True)
class Layout:
    """One layout: its number and that of its master, what it holds and what it paints.

    `numbered` says that slides on it show their number without a placeholder for it.
    """

    master: int
    number: int
    name: str
    written: str
    slide: Frame
    holders: tuple[Holder, ...]
    painted: list[Painted]
    colors: Colors
    numbered: bool = False

    def of(self, *types: str) -> list[Holder]:
        return [holder for holder in self.holders if holder.type in types]

    @property
    def title(self) -> Holder | None:
        """The title, if it stands on the slide and has room."""
        found = self.of(*TITLES)
        return found[0] if found and _on(self.slide, found[0].frame) else None

    @property
    def bodies(self) -> list[Holder]:
        """Placeholders with room for a chart or a paragraph, clear of the title."""
        return [holder for holder in self.of(*BODIES) if self._clear(holder.frame)]

    def _clear(self, frame: Frame) -> bool:
        title = self.title
        covered = title.frame.shared(frame) if title else 0.0
        return _on(self.slide, frame) and covered < OVERLAP * frame.area

    @property
    def body(self) -> Holder | None:
        """The one body that is large enough for a chart."""
        large = [b for b in self.bodies if b.frame.area >= BODY * self.slide.area]
        return large[0] if len(self.bodies) == 1 and large else None

    @property
    def kind(self) -> Kind:
        """What the layout is for."""
        if not self.title:
            return "other" if self.of("subTitle", "pic", *BODIES) else "blank"
        if self.written == "title" or self.of("ctrTitle", "subTitle"):
            return "title"
        if self.of("pic"):
            return "picture"
        if self.body:
            return "content"
        if len(self.bodies) == 2 and _side_by_side(*(b.frame for b in self.bodies)):
            return "two content"
        return "other" if self.of(*BODIES) else "title only"

    def ground(self, frame: Frame) -> Ground:
        return ground_under(frame, self.painted)


def _on(slide: Frame, frame: Frame) -> bool:
    """Whether a frame has room and stands on the slide."""
    return frame.area > 0 and frame.shared(slide) >= 0.98 * frame.area


def _side_by_side(first: Frame, second: Frame) -> bool:
    apart = first.right <= second.x + 1 or second.right <= first.x + 1
    return apart and abs(first.h - second.h) < 0.25 * max(first.h, second.h)


def layouts_of(deck: Deck, themes: list[Node], colors: list[Colors]) -> list[Layout]:
    """Every layout under every master; `themes` and `colors` are those of the masters."""
    wide, tall = deck.slide_width, deck.slide_height
    assert wide is not None
    assert tall is not None
    slide = Frame(0, 0, wide / EMU, tall / EMU)
    return [
        Layout(
            m,
            n,
            layout.name or f"Layout {n + 1}",
            layout._element.get("type", ""),
            slide,
            tuple(_holders(master, layout, colors[m])),
            _painted(master._element, layout._element, themes[m], colors[m], slide),
            colors[m],
            _numbered(master, layout),
        )
        for m, master in enumerate(deck.slide_masters)
        for n, layout in enumerate(master.slide_layouts)
    ]


def _painted(
    master: Node, layout: Node, theme: Node, colors: Colors, slide: Frame
) -> list[Painted]:
    return painted_by(master, layout, theme, on_layout(colors, layout), slide)


def _numbered(master: SlideMaster, layout: SlideLayout) -> bool:
    """Whether a shape that is no placeholder tells the number of the slide."""
    hides = layout._element.get("showMasterSp") in ("0", "false")
    field = "{*}cSld/{*}spTree//{*}sp"
    sheets: list[SlideMaster | SlideLayout] = [layout] if hides else [layout, master]
    return any(_tells_number(shape) for sheet in sheets for shape in sheet._element.findall(field))


def _tells_number(shape: Node) -> bool:
    fields = (field.get("type") for field in shape.iter(f"{A}fld"))
    return shape.find(".//{*}nvPr/{*}ph") is None and "slidenum" in fields


def _holders(master: SlideMaster, layout: SlideLayout, colors: Colors) -> Iterable[Holder]:
    for shape in list(layout.placeholders):
        mark = shape._element.find(".//{*}nvPr/{*}ph")
        assert mark is not None
        kind = mark.get("type", "obj")
        above = _above(master, kind)
        sheets: list[Node] = [shape._element, *([] if above is None else [above])]
        frame = next((f for f in map(frame_of, sheets) if f), None)
        if frame:
            style = _style(master, kind)
            text = shape.text_frame.text.strip() if shape.has_text_frame else ""
            levels = [*sheets, style]
            color = _color(levels, colors)
            yield Holder(kind, frame, text, _anchor(sheets), _size(levels), _font(levels), color)


def _above(master: SlideMaster, kind: str) -> Node | None:
    """The placeholder of the master that one of a layout follows."""
    follows = {"ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum", "title": "title"}
    wanted = follows.get(kind, "body")
    for shape in master._element.iter("{*}sp"):
        mark = shape.find(".//{*}nvPr/{*}ph")
        if mark is not None and mark.get("type", "obj") == wanted:
            return shape
    return None


def _style(master: SlideMaster, kind: str) -> Node | None:
    return master._element.find(
        "{*}txStyles/{*}" + ("titleStyle" if kind in TITLES else "bodyStyle")
    )


def _anchor(sheets: Sequence[Node]) -> Anchor:
    for sheet in sheets:
        held = sheet.find(".//{*}bodyPr")
        anchor = held.get("anchor") if held is not None else None
        if anchor:
            return ANCHORS.get(anchor, "top")
    return "top"


def _first_level(sheet: Node | None) -> Node | None:
    if sheet is None:
        return None
    level = sheet.find(f".//{A}lvl1pPr")
    return level.find(f"{A}defRPr") if level is not None else None


def _size(sheets: Sequence[Node | None]) -> float:
    """Points of the first level; 0 where none is said."""
    levels = (_first_level(sheet) for sheet in sheets)
    sizes = (int(level.get("sz", "0")) / 100 for level in levels if level is not None)
    return next((size for size in sizes if size), 0.0)


def _font(sheets: Sequence[Node | None]) -> str:
    """The face of the first level, empty where it is the theme's."""
    for sheet in sheets:
        level = _first_level(sheet)
        held = level.find(f"{A}latin") if level is not None else None
        if held is not None and held.get("typeface"):
            face = str(held.get("typeface"))
            return "" if face.startswith("+") else face
    return ""


def _color(sheets: Sequence[Node | None], colors: Colors) -> str:
    """#rrggbb of the first level; empty where none is said."""
    for sheet in sheets:
        level = _first_level(sheet)
        held = level.find(f"{A}solidFill") if level is not None else None
        if held is not None:
            return colors.of(held)
    return ""
