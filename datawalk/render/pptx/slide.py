"""One slide being painted: its shapes, its colours, and the next free id."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field

from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape

from datawalk.page.document import Box
from datawalk.page.marks import Photo
from datawalk.render.pptx.holders import Placeholder
from datawalk.render.pptx.palette import Palette
from datawalk.render.pptx.types import Deck, Element, Slide, SlideLayout
from datawalk.render.pptx.xml import Place, element, group, length, named

FIRST_ID = 256
"""Slides are numbered from here (ECMA-376, part 1, 19.7.13)."""
_NAMED = qn("p:cNvPr")
"""What holds the id of a shape."""


def new_slide(deck: Deck, layout: SlideLayout) -> Slide:
    """An empty slide of a layout: our own shapes take the places of its placeholders."""
    relation, slide = deck.part.add_slide(layout)
    assert isinstance(slide, Slide)
    listed = deck.slides._sldIdLst
    last = max((entry.id for entry in listed), default=FIRST_ID - 1)
    listed._add_sldId(id=last + 1, rId=relation)
    return slide


@dataclass(frozen=True)
class SlideCanvas:
    """A slide with the colours of the file, its language tag and the station's colour.

    `holders` are the placeholders of its layout by their marks.
    """

    slide: Slide
    palette: Palette
    lang: str
    color: str
    holders: Mapping[str, Placeholder] = field(default_factory=dict)

    @property
    def tree(self) -> Element:
        return self.slide.shapes._spTree

    def next_id(self) -> int:
        """A shape id that no shape of this slide has."""
        return 1 + max((int(shape.get("id", "0")) for shape in self.tree.iter(_NAMED)), default=1)

    def add(self, xml: str) -> None:
        """Put a shape on top of the others."""
        self.tree.append(element(xml))

    @contextmanager
    def grouped(self, name: str, alt: str, place: Place) -> Iterator[None]:
        """Holds in one group, which tells `alt`, what is put on the slide while the block lasts.

        A group without words is decoration.
        """
        self.add(group(named(self.next_id(), name, alt, decorative=not alt), place, ()))
        held = self.tree[-1]
        yield
        for made in list(held.itersiblings()):
            held.append(made)

    def carry(self, shape: Element | None) -> None:
        """Put a placeholder of the layout, with its words, on the slide too."""
        if shape is not None:
            held = deepcopy(shape)
            held.xpath(".//p:cNvPr")[0].set("id", str(self.next_id()))
            self.tree.append(held)

    @staticmethod
    def place(box: Box) -> Place:
        return (box.x, box.y, box.w, box.h)

    def add_picture(self, photo: Photo, alt: str) -> None:
        """A picture from its bytes."""
        x, y, w, h = (length(value) for value in (photo.x, photo.y, photo.w, photo.h))
        picture = self.slide.shapes.add_picture(io.BytesIO(photo.data), x, y, w, h)
        picture.crop_left, picture.crop_top = photo.part[:2]
        picture.crop_right, picture.crop_bottom = (1 - edge for edge in photo.part[2:])
        describe(picture, "Picture", alt)


def describe(shape: BaseShape, name: str, alt: str) -> None:
    """Name a shape and say in words what it shows."""
    identity = shape._element.xpath(".//p:cNvPr")[0]
    identity.set("name", name)
    identity.set("descr", alt)
