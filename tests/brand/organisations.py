"""Templates shaped as those of public universities and agencies, made here.

`python -m tests.brand.organisations FOLDER` writes them all, to look at decks made from them.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from pptx.oxml import parse_xml
from pptx.util import Pt

from tests.brand.templates import band, base, footed, ground, logo, of_type, picture, place, saved

SERIF, SANS = ("Georgia", "Arial"), ("Arial", "Arial")
FOREST = {
    "dk1": "1d1d1d",
    "lt1": "ffffff",
    "dk2": "1e4d2b",
    "lt2": "f3f1e8",
    "accent1": "1e4d2b",
    "accent2": "c8a415",
    "accent3": "6b8e23",
    "accent4": "8b5a2b",
    "accent5": "2f6f7e",
    "accent6": "a23b2a",
}
BRICK = FOREST | {"dk2": "7a1f1f", "accent1": "7a1f1f", "accent2": "4a4a4a", "accent3": "b08d57"}
SKY = FOREST | {"dk2": "12395b", "accent1": "1b75bb", "accent2": "f28c28", "accent3": "3a7d44"}
NAVY = FOREST | {
    "dk1": "0b1f3a",
    "dk2": "16325c",
    "accent1": "6cc4ee",
    "accent2": "ffc857",
    "accent3": "8fd694",
    "accent4": "f2a7b8",
    "accent5": "c3b1e1",
    "accent6": "ff9f6b",
}
Frame = tuple[float, float, float, float]


def _style(deck: Any, color: str = "", size: int = 0, align: str = "") -> None:
    """How titles are set on the master: a colour of the theme, hundredths of a point, a side."""
    level = deck.slide_master._element.find("{*}txStyles/{*}titleStyle/{*}lvl1pPr")
    if color:
        level.find("{*}defRPr/{*}solidFill/{*}schemeClr").set("val", color)
    if size:
        level.find("{*}defRPr").set("sz", str(size))
    if align:
        level.set("algn", align)


def _set(deck: Any, title: Frame, body: Frame) -> None:
    """Titles and bodies of the master and of all layouts that have one of each."""
    one_body = [layout for layout in deck.slide_layouts if len(_bodies(layout)) < 2]
    for sheet in (deck.slide_master, *one_body[1:]):
        for shape in of_type(sheet, "TITLE"):
            place(shape, title)
        for shape in _bodies(sheet):
            place(shape, body)


def _bodies(sheet: Any) -> list[Any]:
    return of_type(sheet, "BODY", "OBJECT")


def _section(deck: Any) -> Any:
    return next(one for one in deck.slide_layouts if one._element.get("type") == "secHead")


def _photo(wide: int = 480, tall: int = 270) -> bytes:
    out = io.BytesIO()
    image = Image.linear_gradient("L").resize((wide, tall)).convert("RGB")
    pen = ImageDraw.Draw(image)
    for x in range(0, wide, 24):
        pen.ellipse((x, tall // 2, x + 40, tall), fill=(x % 255, 90, 70))
    image.save(out, "PNG")
    return out.getvalue()


def side_band(folder: Path) -> Path:
    """A dark band at the left, with a logo in it; sections all in the dark colour."""
    deck = base(FOREST, SERIF)
    band(deck.slide_master, (0, 0, 90, 540), "1E4D2B")
    picture(deck.slide_master, (12, 470, 66, 27), logo())
    _set(deck, (120, 24, 800, 80), (120, 120, 800, 360))
    ground(_section(deck), "1E4D2B")
    section = _section(deck)
    section._element.set("showMasterSp", "0")
    for shape in of_type(section, "TITLE"):
        place(shape, (120, 150, 800, 120))
    for shape in _bodies(section):
        place(shape, (120, 280, 800, 80))
    return saved(deck, folder / "side_band.pptx")


def top_band(folder: Path) -> Path:
    """A band over the titles with a logo at its right."""
    deck = base(BRICK, SANS)
    band(deck.slide_master, (0, 0, 960, 92), "7A1F1F")
    picture(deck.slide_master, (820, 26, 110, 44), logo())
    _style(deck, "bg1", 3200, "l")
    _set(deck, (40, 12, 760, 70), (40, 112, 880, 370))
    section = _section(deck)
    band(section, (0, 0, 960, 340), "7A1F1F")
    for shape in of_type(section, "TITLE"):
        place(shape, (40, 60, 700, 240))
    return saved(deck, folder / "top_band.pptx")


def footer_bar(folder: Path) -> Path:
    """A bar along the foot with footer and number in white."""
    deck = base(SKY, SANS)
    band(deck.slide_master, (0, 496, 960, 44), "12395B")
    picture(deck.slide_master, (20, 502, 80, 32), logo())
    _style(deck, "tx2", 3600, "l")
    _set(deck, (40, 20, 880, 90), (40, 120, 880, 360))
    footed(deck, "Department of Health and Human Services")
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for shape in of_type(sheet, "FOOTER"):
            place(shape, (240, 502, 480, 30))
        for shape in of_type(sheet, "SLIDE_NUMBER"):
            place(shape, (860, 502, 70, 30))
    return saved(deck, folder / "footer_bar.pptx")


def dark_ground(folder: Path) -> Path:
    """Light words on navy, sections in a lighter blue."""
    deck = base(NAVY, SANS)
    names = deck.slide_master._element.find("{*}clrMap")
    for name, slot in {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}.items():
        names.set(name, slot)
    band(deck.slide_master, (0, 0, 960, 8), "FFC857")
    ground(_section(deck), "16325C")
    return saved(deck, folder / "dark_ground.pptx")


def title_block(folder: Path) -> Path:
    """Titles in a block as high as a third of the slide."""
    deck = base(SKY, SERIF)
    band(deck.slide_master, (0, 0, 960, 170), "12395B")
    _style(deck, "bg1", 4400, "l")
    _set(deck, (48, 30, 864, 120), (48, 190, 864, 310))
    return saved(deck, folder / "title_block.pptx")


def long_footer(folder: Path) -> Path:
    """A footer of two lines over a rule, and a seal in the upper corner."""
    deck = base(FOREST, SERIF)
    band(deck.slide_master, (40, 470, 880, 2), "C8A415")
    picture(deck.slide_master, (850, 14, 90, 36), logo())
    _style(deck, "tx2", 3400, "l")
    _set(deck, (40, 20, 880, 84), (40, 116, 880, 345))
    footed(deck, "Office of Community Research and Engagement\nState University, College of Policy")
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for shape in of_type(sheet, "FOOTER"):
            place(shape, (40, 476, 640, 54))
        for shape in of_type(sheet, "SLIDE_NUMBER"):
            place(shape, (850, 484, 70, 30))
    return saved(deck, folder / "long_footer.pptx")


def photo_master(folder: Path) -> Path:
    """A photo over the whole master, with a white panel where words stand."""
    deck = base(BRICK, SANS)
    picture(deck.slide_master, (0, 0, 960, 540), _photo())
    tree = deck.slide_master.shapes._spTree
    tree.insert(2, tree[-1])
    band(deck.slide_master, (30, 20, 900, 480), "FFFFFF")
    tree.insert(4, tree[2])
    _set(deck, (50, 30, 860, 80), (50, 120, 860, 360))
    return saved(deck, folder / "photo_master.pptx")


FIELD = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
    '<p:cNvPr id="903" name="Page"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>'
    '<a:p><a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum">'
    '<a:rPr lang="en-US" sz="1400"/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>'
)
"""A box with the number of the slide that is no placeholder."""


def own_number(folder: Path) -> Path:
    """The number of the slide in a box of the master's own, not in a placeholder."""
    deck = base(SKY, SANS)
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for shape in of_type(sheet, "SLIDE_NUMBER"):
            shape._element.getparent().remove(shape._element)
    x, y, w, h = (int(Pt(value)) for value in (880, 500, 60, 28))
    deck.slide_master.shapes._spTree.append(parse_xml(FIELD.format(x=x, y=y, w=w, h=h)))
    _set(deck, (60, 26, 840, 84), (60, 120, 840, 360))
    return saved(deck, folder / "own_number.pptx")


def narrow(folder: Path) -> Path:
    """4:3 with a rule under centred titles."""
    deck = base(BRICK, SERIF, 720)
    band(deck.slide_master, (36, 106, 648, 3), "7A1F1F")
    _set(deck, (36, 20, 648, 84), (36, 120, 648, 360))
    return saved(deck, folder / "narrow.pptx")


def sixteen_ten(folder: Path) -> Path:
    """16:10, titles at the right of a square logo."""
    deck = base(FOREST, SANS, 864)
    picture(deck.slide_master, (24, 20, 80, 32), logo())
    band(deck.slide_master, (0, 526, 864, 14), "1E4D2B")
    _style(deck, "tx2", 3200, "l")
    _set(deck, (124, 14, 710, 80), (40, 108, 784, 370))
    ground(_section(deck), "1E4D2B")
    return saved(deck, folder / "sixteen_ten.pptx")


def centred(folder: Path) -> Path:
    """Short centred titles in the middle of the slide's width, in large type."""
    deck = base(SKY, SERIF)
    _style(deck, "tx2", 4400, "ctr")
    _set(deck, (230, 24, 500, 80), (60, 120, 840, 360))
    return saved(deck, folder / "centred.pptx")


def split_section(folder: Path) -> Path:
    """Sections with the left half dark and the right half white."""
    deck = base(NAVY | {"accent1": "16325c", "accent2": "8a4b08"}, SANS)
    _set(deck, (48, 24, 864, 84), (48, 120, 864, 360))
    section = _section(deck)
    band(section, (0, 0, 480, 540), "16325C")
    for shape in of_type(section, "TITLE"):
        place(shape, (40, 120, 400, 200))
    for shape in _bodies(section):
        place(shape, (520, 120, 400, 300))
    return saved(deck, folder / "split_section.pptx")


ORGANISATIONS: Mapping[str, Callable[[Path], Path]] = {
    make.__name__: make
    for make in (
        side_band,
        top_band,
        footer_bar,
        dark_ground,
        title_block,
        long_footer,
        photo_master,
        own_number,
        narrow,
        sixteen_ten,
        centred,
        split_section,
    )
}

if __name__ == "__main__":
    for make in ORGANISATIONS.values():
        make(Path(sys.argv[1]))
