"""Templates as organisers have them, built here: plain, dark, an unusual 4:3, and bad ones."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.util import Pt

CITY = {
    "dk1": "1b1b1b",
    "lt1": "ffffff",
    "dk2": "0f3d5c",
    "lt2": "eef3f6",
    "accent1": "0f5c8c",
    "accent2": "c4500b",
    "accent3": "3d7a2b",
    "accent4": "f2b705",
    "accent5": "6b4c9a",
    "accent6": "00838f",
}
NIGHT = CITY | {"dk1": "101b2d", "accent1": "4fc3f7", "accent2": "ffb74d", "accent3": "81c784"}
WARM = CITY | {"accent1": "7b1e3a", "accent2": "b5541c", "accent3": "41693a", "lt2": "f6efe6"}


def logo() -> bytes:
    out = io.BytesIO()
    image = Image.new("RGBA", (300, 120), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.ellipse((10, 10, 110, 110), fill="#c4500b")
    pen.rectangle((130, 40, 290, 80), fill="#c4500b")
    image.save(out, "PNG")
    return out.getvalue()


def saved(deck: Any, path: Path) -> Path:
    deck.save(path)
    return path


def base(colors: Mapping[str, str], faces: tuple[str, str], wide: float = 960) -> Any:
    """A deck of `wide` x 540 points in these colours and faces, with the usual 11 layouts."""
    deck = Presentation()
    share = wide / (deck.slide_width / 12_700)
    deck.slide_width, deck.slide_height = Pt(wide), Pt(540)
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for shape in sheet.shapes:
            if shape._element.find("{*}spPr/{*}xfrm") is not None:
                shape.left, shape.width = round(shape.left * share), round(shape.width * share)
    part = next(
        rel.target_part
        for rel in deck.slide_master.part.rels.values()
        if rel.reltype.endswith("/theme")
    )
    text = part.blob.decode()
    for slot, color in colors.items():
        text = re.sub(
            rf"<a:{slot}>.*?</a:{slot}>",
            f'<a:{slot}><a:srgbClr val="{color}"/></a:{slot}>',
            text,
            flags=re.DOTALL,
        )
    found = iter(faces)
    text = re.sub(
        r"<a:latin typeface=\"[^\"]*\"", lambda _: f'<a:latin typeface="{next(found)}"', text
    )
    part._blob = text.encode()
    return deck


def band(sheet: Any, place: tuple[float, float, float, float], color: str) -> None:
    """A coloured rectangle behind everything on a master or layout."""
    x, y, w, h = (Pt(value) for value in place)
    blank = Presentation()
    shape = blank.slides.add_slide(blank.slide_layouts[6]).shapes.add_shape(
        MSO_SHAPE.RECTANGLE, x, y, w, h
    )
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(color)
    shape.line.fill.background()
    shape._element.xpath(".//p:cNvPr")[0].set("id", "901")
    sheet.shapes._spTree.insert(2, shape._element)


def picture(sheet: Any, place: tuple[float, float, float, float], data: bytes) -> None:
    """A picture on a master or layout."""
    _, link = sheet.part.get_or_add_image_part(io.BytesIO(data))
    x, y, w, h = (round(value * 12_700) for value in place)
    sheet.shapes._spTree.append(
        parse_xml(
            '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<p:nvPicPr><p:cNvPr id="902" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</p:blipFill><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )
    )


def ground(sheet: Any, color: str) -> None:
    """An even background."""
    fill = sheet.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(color)


def place(shape: Any, frame: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = (Pt(value) for value in frame)


def of_type(sheet: Any, *names: str) -> list[Any]:
    return [s for s in sheet.placeholders if s.placeholder_format.type.name in names]


def footed(deck: Any, text: str) -> None:
    """The same footer on every layout."""
    for layout in deck.slide_layouts:
        for shape in of_type(layout, "FOOTER"):
            shape.text_frame.text = text


def plain(folder: Path) -> Path:
    """16:9, white, a band over the titles, a logo at the foot, a footer, two slides."""
    deck = base(CITY, ("Times New Roman", "Arial"))
    band(deck.slide_master, (0, 0, 960, 100), "0F3D5C")
    picture(deck.slide_master, (850, 492, 90, 36), logo())
    style = deck.slide_master._element.find("{*}txStyles/{*}titleStyle/{*}lvl1pPr/{*}defRPr")
    style.find("{*}solidFill/{*}schemeClr").set("val", "bg1")
    place(of_type(deck.slide_master, "TITLE")[0], (48, 10, 864, 80))
    place(of_type(deck.slide_master, "BODY")[0], (48, 116, 864, 360))
    place(of_type(deck.slide_master, "FOOTER")[0], (300, 500, 360, 28))
    place(of_type(deck.slide_master, "SLIDE_NUMBER")[0], (48, 498, 80, 28))
    front = deck.slide_layouts[0]
    ground(front, "0F3D5C")
    footed(deck, "City of Example")
    for layout in (0, 1):
        slide = deck.slides.add_slide(deck.slide_layouts[layout])
        slide.shapes.title.text = "Replace this title"
    return saved(deck, folder / "city.pptx")


def dark(folder: Path) -> Path:
    """16:9 on navy, with light type and light accents."""
    deck = base(NIGHT, ("Arial", "Arial"))
    names = deck.slide_master._element.find("{*}clrMap")
    for name, slot in {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}.items():
        names.set(name, slot)
    band(deck.slide_master, (0, 530, 960, 10), "FFB74D")
    return saved(deck, folder / "night.pptx")


def unusual(folder: Path) -> Path:
    """4:3 with the title in a coloured column at the left."""
    deck = base(WARM, ("Times New Roman", "Arial"), 720)
    master = deck.slide_master
    band(master, (0, 0, 220, 540), "7B1E3A")
    picture(master, (20, 480, 110, 44), logo())
    style = master._element.find("{*}txStyles/{*}titleStyle/{*}lvl1pPr/{*}defRPr")
    style.find("{*}solidFill/{*}schemeClr").set("val", "bg1")
    style.set("sz", "2600")
    for sheet in (master, *deck.slide_layouts):
        for shape in of_type(sheet, "TITLE"):
            place(shape, (16, 40, 188, 400))
    for sheet in (master, deck.slide_layouts[1]):
        for shape in of_type(sheet, "BODY", "OBJECT"):
            place(shape, (244, 40, 452, 440))
    first = deck.slide_layouts[0]
    place(of_type(first, "CENTER_TITLE")[0], (250, 120, 440, 150))
    place(of_type(first, "SUBTITLE")[0], (250, 290, 440, 180))
    for shape in of_type(first, "CENTER_TITLE"):
        shape.text_frame.paragraphs[0].font.color.rgb = RGBColor(0x7B, 0x1E, 0x3A)
    return saved(deck, folder / "side.potx")


def bare(folder: Path) -> Path:
    """No placeholders at all, on a photo."""
    deck = base(CITY, ("Arial", "Arial"))
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for shape in list(sheet.placeholders):
            shape._element.getparent().remove(shape._element)
    out = io.BytesIO()
    Image.effect_noise((480, 270), 90).save(out, "PNG")
    picture(deck.slide_master, (0, 0, 960, 540), out.getvalue())
    return saved(deck, folder / "bare.pptx")


def with_part(source: Path, path: Path, name: str, data: bytes | None) -> Path:
    """A copy of a file with one part set to `data`, or without it."""
    with zipfile.ZipFile(source) as old:
        parts = {info.filename: old.read(info) for info in old.infolist()}
    parts.pop(name, None)
    return zipped(path, parts if data is None else parts | {name: data})


def zipped(path: Path, parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """A package of these parts."""
    with zipfile.ZipFile(path, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def click(shape: Any, link: str) -> None:
    """Make a shape lead to where a relationship points."""
    shape._element.xpath(".//p:cNvPr")[0].append(
        parse_xml(
            '<a:hlinkClick xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            f'r:id="{link}"/>'
        )
    )
