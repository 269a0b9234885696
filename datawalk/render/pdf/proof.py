"""A proof as PDF: each poster in its frame, with the station's number."""

from __future__ import annotations

from datawalk.layout.poster.proof import Proof
from datawalk.layout.poster.tiling import EDGE
from datawalk.page.document import Document
from datawalk.render.pdf.copies import Furniture, PlacedPage


def proof_bytes(document: Document, source: bytes, proof: Proof) -> bytes:
    """`source` is `document` painted."""
    made = Furniture(document, "proof")
    places = proof.places
    made.sheet(
        proof.sheet, *(PlacedPage(i, at, *at[:2], proof.scale) for i, at in enumerate(places))
    )
    made.text(EDGE, proof.sheet[1] - EDGE - 14, proof.title, proof.size, "bold")
    made.canvas.setStrokeGray(0.5)
    made.canvas.setLineWidth(0.5)
    for page, place in zip(document.pages, places, strict=True):
        made.canvas.rect(*place)
        made.text(place[0], place[1] - 11, str(page.number or ""), 9, "bold")
    for x, y, said in proof.checks:
        made.canvas.rect(x, y, 7, 7)
        made.text(x + 12, y, said, 9)
    return made.over(source)
