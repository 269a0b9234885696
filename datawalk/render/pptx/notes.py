"""What the speaker says to each slide, on its notes page."""

from __future__ import annotations

import re
from collections.abc import Collection
from copy import deepcopy
from typing import Any

from lxml.etree import SubElement
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart

from datawalk.page.document import Page
from datawalk.render.pptx.names import mark
from datawalk.render.pptx.update.identity import A
from datawalk.typography.scripts.tongues import spoken

NAME = "/ppt/notesSlides/notesSlide"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f]")


class NotesPages:
    """The notes pages of a deck: python-pptx makes the first, the others are copies of it."""

    def __init__(self, deck: Any) -> None:
        self._package = deck.part.package
        self._blank: Any = None
        self._taken: set[str] = set()

    def write(self, slide: Any, page: Page, code: str, lang: str) -> None:
        """Put what is said to a page on the notes page of its slide, each part in its language."""
        if not page.notes:
            return
        notes = self._copied(slide) if self._taken else self._first(slide)
        body = notes.notes_text_frame._txBody
        write_words(body, page.spoken, {note.head for note in page.notes}, lang)
        mark([body.getparent()], code, notes.part)

    def _first(self, slide: Any) -> Any:
        notes = slide.notes_slide
        self._blank = deepcopy(notes._element)
        names = (str(part.partname) for part in self._package.iter_parts())
        self._taken = {name for name in names if name.startswith(NAME)}
        return notes

    def _copied(self, slide: Any) -> Any:
        part = NotesSlidePart(
            PackURI(self._name()), CT.PML_NOTES_SLIDE, self._package, deepcopy(self._blank)
        )
        part.relate_to(self._package.presentation_part.notes_master_part, RT.NOTES_MASTER)
        part.relate_to(slide.part, RT.SLIDE)
        slide.part.relate_to(part, RT.NOTES_SLIDE)
        return part.notes_slide

    def _name(self) -> str:
        names = (f"{NAME}{n}.xml" for n in range(len(self._taken) + 1, 0, -1))
        name = next(name for name in names if name not in self._taken)
        self._taken.add(name)
        return name


def write_words(body: Any, text: str, heads: Collection[str], lang: str) -> None:
    """A paragraph for each line, in place of those that are there; `heads` are bold."""
    for old in body.findall(f"{A}p"):
        body.remove(old)
    for line in text.split("\n"):
        paragraph = SubElement(body, f"{A}p")
        face = SubElement(SubElement(paragraph, f"{A}pPr"), f"{A}defRPr")
        if line in heads:
            face.set("b", "1")
        for i, part in enumerate(line.split("\v")):
            if i:
                SubElement(paragraph, f"{A}br")
            for words, tag in spoken(_CONTROLS.sub(_escaped, part), lang):
                run = SubElement(paragraph, f"{A}r")
                SubElement(run, f"{A}rPr").set("lang", tag)
                SubElement(run, f"{A}t").text = words


def _escaped(sign: re.Match[str]) -> str:
    """As office programs write control characters."""
    return f"_x{ord(sign[0]):04X}_"
