"""Sections of a deck, as PowerPoint shows them beside its slides ([MS-PPTX] 2.6.3.15)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from datawalk.page.document import Page
from datawalk.render.pptx.types import Deck, inner, remove
from datawalk.render.pptx.xml import attribute, element

LIST = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension of a presentation that holds its sections."""
NAMESPACE = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def add_sections(deck: Deck, pages: Sequence[Page]) -> None:
    """A section for each run of pages that name the same one; none where no page names one.

    Takes the place of sections that a template has.
    """
    presentation = deck.part._element
    for old in presentation.xpath(f'./p:extLst/p:ext[@uri="{LIST}"]'):
        remove(old)
    if not any(page.section for page in pages):
        return
    ids = [entry.attrib["id"] for entry in inner(presentation, "{*}sldIdLst")]
    runs = groupby(zip(pages, ids, strict=True), key=lambda pair: pair[0].section)
    said = "".join(
        _section(number, name, [key for _, key in run])
        for number, (name, run) in enumerate(runs, start=1)
    )
    ext = element(
        f'<p:ext uri="{LIST}"><p14:sectionLst xmlns:p14="{NAMESPACE}">{said}</p14:sectionLst>'
        "</p:ext>"
    )
    extensions = presentation.find("{*}extLst")
    if extensions is None:
        extensions = element("<p:extLst/>")
        presentation.append(extensions)
    extensions.insert(0, ext)


def _section(number: int, name: str, slides: Sequence[str]) -> str:
    key = str(uuid5(NAMESPACE_URL, f"{number} {name}")).upper()
    listed = "".join(f'<p14:sldId id="{slide}"/>' for slide in slides)
    head = f'<p14:section name={attribute(name)} id="{{{key}}}">'
    return f"{head}<p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"
