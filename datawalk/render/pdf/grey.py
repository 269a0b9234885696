"""A PDF in shades of grey: every colour and every picture by its luminance."""

from __future__ import annotations

import io

import pikepdf

from datawalk.render.pdf.copies import saved

WEIGHTS = (0.299, 0.587, 0.114)
"""Rec. 601, which Pillow's mode L follows too: fills and pictures turn grey alike."""
GREYS = {"rg": "g", "RG": "G"}


def greyed(pdf: bytes) -> bytes:
    """The PDF with nothing but DeviceGray in its pages, forms and pictures."""
    with pikepdf.open(io.BytesIO(pdf)) as read:
        done: set[tuple[int, int]] = set()
        for page in read.pages:
            page.Contents = read.make_stream(_content(page))
            _objects(read, page.get("/Resources", pikepdf.Dictionary()), done)
        return saved(read)


def _objects(read: pikepdf.Pdf, resources: pikepdf.Object, done: set[tuple[int, int]]) -> None:
    """Forms and pictures that the resources name; each once, however many pages show it."""
    for held in resources.get("/XObject", pikepdf.Dictionary()).values():
        if held.objgen in done:
            continue
        done.add(held.objgen)
        if held.Subtype == "/Form":
            held.write(_content(held))
            _objects(read, held.get("/Resources", pikepdf.Dictionary()), done)
        elif held.Subtype == "/Image" and held.get("/ColorSpace") != pikepdf.Name.DeviceGray:
            _picture(held)


def _content(drawn: pikepdf.Object | pikepdf.Page) -> bytes:
    """The operators of a page or a form, with grey in place of red, green and blue."""
    out: list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage] = []
    for step in pikepdf.parse_content_stream(drawn):
        operator = str(step.operator)
        if operator in GREYS:
            shade = sum(float(v) * w for v, w in zip(step.operands, WEIGHTS, strict=True))
            grey = pikepdf.Operator(GREYS[operator])
            out.append(pikepdf.ContentStreamInstruction([round(shade, 4)], grey))
        else:
            out.append(step)
    return pikepdf.unparse_content_stream(out)


def _picture(held: pikepdf.Object) -> None:
    """The same picture in mode L; its mask is grey already."""
    assert isinstance(held, pikepdf.Stream)
    image = pikepdf.PdfImage(held).as_pil_image().convert("L")
    for key in ("/Decode", "/DecodeParms"):
        if key in held:
            del held[key]
    held.ColorSpace = pikepdf.Name.DeviceGray
    held.BitsPerComponent = 8
    held.write(image.tobytes())
