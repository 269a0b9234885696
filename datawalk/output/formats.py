"""From laid-out pages to the bytes of a file."""

from __future__ import annotations

from typing import Literal

from datawalk.page.document import Document

Format = Literal["pdf", "pptx"]


def paint(document: Document, *, guides: bool = False, format: Format = "pdf") -> bytes:
    """The document in the format of its medium: PPTX for the deck, HTML for the web, PDF for all
    on paper.

    Posters are either.
    """
    if document.medium == "deck":
        from datawalk.render.pptx.deck import pptx_bytes

        return pptx_bytes(document)
    if document.medium == "web":
        from datawalk.render.html.page import html_bytes

        return html_bytes(document)
    if format == "pptx":
        from datawalk.render.pptx.poster.poster import poster_bytes

        return poster_bytes(document)
    from datawalk.render.pdf.painter import pdf_bytes

    return pdf_bytes(document, guides=guides)
