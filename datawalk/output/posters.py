"""The files that a poster output asks for: together or one by one, tiles, a proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from datawalk.config.outputs import PosterOutput
from datawalk.layout.poster.bleed import bled
from datawalk.layout.poster.printing import by_station, numbered, sheets_of
from datawalk.layout.poster.proof import proof_of
from datawalk.layout.poster.tiles import tiles_of
from datawalk.output.formats import paint
from datawalk.page.document import Document
from datawalk.page.marks import INCH
from datawalk.typography.measure import Measurer


@dataclass(frozen=True, slots=True)
class Made:
    """A file ready to be written; `pages` is 0 for what has none."""

    content: bytes
    pages: int = 0


def poster_files(
    document: Document, output: PosterOutput, name: str, *, guides: bool = False
) -> Iterator[tuple[str, Made]]:
    """File names and contents; `name` is what all of them begin with.

    Every file but the proof holds its copies.
    """
    together, single = output.files != "each", output.files != "together"
    ready = _painted(document, output, guides) if together or output.proof else b""
    if together:
        yield from _printed(document, ready, output, name)
    if single:
        for number, pages in by_station(document):
            part = replace(document, pages=pages, title=f"{document.title}: {pages[0].title}")
            own = _painted(part, output, guides)
            yield from _printed(part, own, output, numbered(name, number))
    if output.proof:
        from datawalk.render.pdf.proof import proof_bytes

        yield (
            f"{name}-proof.pdf",
            Made(proof_bytes(document, ready, proof_of(Measurer(document.faces), document)), 1),
        )


def _painted(document: Document, output: PosterOutput, guides: bool) -> bytes:
    """The posters as a print shop wants them, or to be changed in PowerPoint, once each."""
    if output.format == "pptx":
        return paint(document, format="pptx")
    bleed = output.bleed * INCH
    made = paint(bled(document, bleed), guides=guides)
    if bleed or output.marks:
        from datawalk.render.pdf.press import pressed

        made = pressed(made, bleed=bleed, marks=output.marks)
    if output.grey:
        from datawalk.render.pdf.grey import greyed

        made = greyed(made)
    return made


def _printed(
    document: Document, ready: bytes, output: PosterOutput, name: str
) -> Iterator[tuple[str, Made]]:
    """The posters, and the same as tiles."""
    yield f"{name}.{output.format}", _copied(ready, len(document.pages), output.copies)
    if output.tile:
        from datawalk.render.pdf.tile import tile_bytes

        sheets = sum(sheets_of(page, output.tile) for page in document.pages)
        tiles = tile_bytes(
            document, ready, tiles_of(Measurer(document.faces), document, output.tile)
        )
        yield f"{name}-tiles-{output.tile}.pdf", _copied(tiles, sheets, output.copies)


def _copied(pdf: bytes, pages: int, copies: int) -> Made:
    if copies == 1:
        return Made(pdf, pages)
    from datawalk.render.pdf.copies import repeated

    return Made(repeated(pdf, copies), pages * copies)
