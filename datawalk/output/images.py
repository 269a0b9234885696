"""The files of pictures: each beside a text that says what it shows, for where it is used."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.config.images import ImagesOutput
from datawalk.layout.images.card import CARDS
from datawalk.output.posters import Made
from datawalk.page.document import Document, Page
from datawalk.page.marks import INCH


def image_files(
    document: Document, output: ImagesOutput, folder: str
) -> Iterator[tuple[str, Made]]:
    """Names in a folder, and contents: a picture and its text for each page."""
    from datawalk.render.image.painter import png_bytes, svg_bytes

    paper = document.theme.paper if output.ground == "paper" else ""
    for page in document.pages:
        painted = (
            svg_bytes(page, document.faces, paper=paper)
            if output.format == "svg"
            else png_bytes(page, document.faces, dpi=_dpi(output, page), paper=paper)
        )
        yield f"{folder}/{page.name}.{output.format}", Made(painted, 1)
        yield f"{folder}/{page.name}.txt", Made(_text(page).encode())


def _dpi(output: ImagesOutput, page: Page) -> float:
    """Pixels for each inch of the page."""
    if output.for_:
        return CARDS[output.for_].pixels / page.width * INCH
    return output.dpi


def _text(page: Page) -> str:
    """What to type where the picture is put: into the field for alternative text, or under it."""
    caption = page.caption
    assert caption
    told = [page.title, "\n".join((caption.heads[0], caption.alt))]
    if caption.sources:
        told.append("\n".join((caption.heads[1], *caption.sources)))
    return "\n\n".join((*told, caption.by)) + "\n"
