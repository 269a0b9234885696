"""What a template paints behind words: one even colour, or a busy picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from datawalk.brand.colors import A, Colors, kind_of
from datawalk.brand.frames import EMU, frame_of
from datawalk.page.stage import Frame
from datawalk.theme import contrast

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

EVEN = 7.0
"""An even ground lets black or white stand out this much."""
ALIKE = 1.8
"""The colours of a blend that counts as one stand off each other no more than this."""
TOUCH = 0.03
"""Share of a frame that ornaments may reach into before it counts as busy."""
FEW = 6
"""So many small ornaments make a ground busy, and one line."""
EDGE = 0.12
"""Share of a frame's height, above and below, in which a line is no trouble."""
HAIR = 3.0
"""Points; thinner shapes are lines."""
ANYWHERE = Frame(0, 0, 10_000, 10_000)
"""Of a shape in a dialect that is not read here."""
FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")


@dataclass(frozen=True, slots=True)
class Painted:
    """A shape of the template: where, and its colours; none where it is a picture or ornament.

    `full` says that it fills its frame; `line`, that it is only a line or an outline.
    """

    frame: Frame
    colors: tuple[str, ...]
    full: bool
    line: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """The colour under a frame; empty where it is busy."""

    color: str

    @property
    def busy(self) -> bool:
        return not self.color


def ground_under(frame: Frame, painted: list[Painted]) -> Ground:
    """What words in the frame would stand on, painted from the back to the front."""
    colors: tuple[str, ...] = ()
    reached, crossed = 0.0, 0
    for shape in painted:
        share = shape.frame.shared(frame) / max(1.0, frame.area)
        if shape.full and share > 0.97:
            colors, reached, crossed = shape.colors, 0.0, 0
        elif shape.line:
            crossed += FEW * _crosses(shape.frame, frame)
        elif share and shape.colors != colors:
            reached, crossed = reached + share, crossed + _crosses(shape.frame, frame)
    return Ground("" if reached > TOUCH or crossed >= FEW else _even(colors))


def base_under(painted: list[Painted], slide: Frame) -> str:
    """The even colour of the whole slide behind its ornaments; empty where it has none."""
    over = [
        shape for shape in painted if shape.full and shape.frame.shared(slide) > 0.9 * slide.area
    ]
    return _even(over[-1].colors) if over else ""


def _crosses(shape: Frame, frame: Frame) -> bool:
    """Whether a shape comes where words stand: not only along the edges of the frame."""
    inner = Frame(frame.x + 8, frame.y + frame.h * EDGE, frame.w - 16, frame.h * (1 - 2 * EDGE))
    around = shape.x < inner.x and shape.y < inner.y
    around = around and shape.right > inner.right and shape.bottom > inner.bottom
    full = Frame(shape.x, shape.y, max(shape.w, 1), max(shape.h, 1))
    return not around and full.shared(inner) > 0


def _even(colors: tuple[str, ...]) -> str:
    """The colour that is hardest to write on, if one ink can be read on all, and all are alike."""
    if any(contrast(colors[0], color) > ALIKE for color in colors):
        return ""
    for ink in ("#000000", "#ffffff"):
        if colors and all(contrast(ink, color) >= EVEN for color in colors):
            return min(colors, key=lambda color: contrast(ink, color))
    return ""


def painted_by(
    master: Node, layout: Node, theme: Node, colors: Colors, size: Frame
) -> list[Painted]:
    """All that a layout shows of itself and its master, from the back to the front.

    `master`, `layout` and `theme` are elements; `size` is the slide.
    """
    found = [Painted(size, _background(master, layout, theme, colors), full=True)]
    if layout.get("showMasterSp", "1") not in ("0", "false"):
        found += _shapes(_tree(master), colors)
    found += _shapes(_tree(layout), colors)
    return found


def _tree(sheet: Node) -> Node:
    tree = sheet.find(".//{*}spTree")
    assert tree is not None
    return tree


def _background(master: Node, layout: Node, theme: Node, colors: Colors) -> tuple[str, ...]:
    for sheet in (layout, master):
        held = sheet.find("{*}cSld/{*}bg")
        if held is None:
            continue
        if (properties := held.find("{*}bgPr")) is not None:
            return _fill(properties, colors) or ()
        if (reference := held.find("{*}bgRef")) is not None:
            return _referred(reference, theme, colors)
    return (colors.slots["bg1"],)


def _referred(reference: Node, theme: Node, colors: Colors) -> tuple[str, ...]:
    """A background of the theme's format scheme, in the colour of the reference."""
    color = colors.of(reference)
    fills = theme.find(f".//{A}bgFillStyleLst")
    index = int(reference.get("idx", "0")) - 1001
    if fills is None or not 0 <= index < len(fills):
        return (color,) if color else ()
    return _fill([fills[index]], colors, color) or ()


def _fill(holder: Iterable[Node], colors: Colors, placeholder: str = "") -> tuple[str, ...] | None:
    """The colours of a fill: none at all for a picture or pattern, None for no fill."""
    kinds = [child for child in holder if kind_of(child) in FILLS]
    if not kinds:
        return None
    match kind_of(kinds[0]):
        case "noFill":
            return None
        case "solidFill":
            color = colors.of(kinds[0], placeholder)
            return (color,) if color else None
        case "gradFill":
            stops = [colors.of(stop, placeholder) for stop in kinds[0].iter(f"{A}gs")]
            return tuple(stops) if stops and all(stops) else ()
    return ()


def _shapes(tree: Iterable[Node], colors: Colors) -> Iterator[Painted]:
    """Every shape that is no placeholder; groups in their parts."""
    for shape in tree:
        kind = str(shape.tag).rsplit("}", 1)[-1]
        if shape.find(".//{*}nvPr/{*}ph") is not None and kind == "sp":
            continue
        frame = frame_of(shape)
        if kind == "AlternateContent":
            yield Painted(ANYWHERE, (), full=False)
        if frame is None:
            continue
        if kind == "cxnSp":
            yield Painted(frame, (), full=False, line=True)
        elif kind == "grpSp":
            yield from _grouped(shape, frame, colors)
        else:
            yield from _one(kind, shape, frame, colors)


def _one(kind: str, shape: Node, frame: Frame, colors: Colors) -> Iterator[Painted]:
    properties = shape.find("{*}spPr")
    fill: tuple[str, ...] | None = ()
    if kind == "sp" and properties is not None:
        fill = _fill(properties, colors)
        if fill is None and properties.find(f"{A}noFill") is None:
            fill = _styled(shape, colors)
        words = shape.find("{*}txBody")
        if fill is None and words is not None and "".join(words.itertext()).strip():
            fill = ()
    if fill is None:
        if _outlined(properties):
            yield Painted(frame, (), full=False, line=True)
        return
    if min(frame.w, frame.h) <= HAIR:
        yield Painted(frame, fill, full=False, line=True)
        return
    form = properties.find(f"{A}prstGeom") if properties is not None else None
    turned = shape.find(f".//{A}xfrm")
    upright = turned is None or not turned.get("rot")
    even = kind == "sp" and form is not None and form.get("prst") in ("rect", "roundRect")
    yield Painted(frame, fill if even else (), full=even and upright)


def _outlined(properties: Node | None) -> bool:
    line = properties.find(f"{A}ln") if properties is not None else None
    return line is not None and line.find(f"{A}solidFill") is not None


def _styled(shape: Node, colors: Colors) -> tuple[str, ...] | None:
    reference = shape.find("{*}style/" + f"{A}fillRef")
    if reference is None or reference.get("idx") == "0":
        return None
    color = colors.of(reference)
    return (color,) if color else ()


def _grouped(group: Node, frame: Frame, colors: Colors) -> Iterator[Painted]:
    """The parts of a group, moved from the group's own measures to the slide's."""
    place = "{*}grpSpPr/" + f"{A}xfrm"
    offset, extent = group.find(f"{place}/{A}chOff"), group.find(f"{place}/{A}chExt")
    wide, tall = (int(extent.attrib[way]) if extent is not None else 0 for way in ("cx", "cy"))
    if offset is None or not wide or not tall:
        yield Painted(frame, (), full=False)
        return
    across, down = frame.w / (wide / EMU), frame.h / (tall / EMU)
    left, top = int(offset.attrib["x"]) / EMU, int(offset.attrib["y"]) / EMU
    for part in _shapes(group, colors):
        held = part.frame
        x, y = frame.x + (held.x - left) * across, frame.y + (held.y - top) * down
        moved = Frame(x, y, held.w * across, held.h * down)
        yield replace(part, frame=moved)
