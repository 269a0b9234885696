"""What python-pptx calls the parts of a file, and ways to them that its own types leave open."""

from __future__ import annotations

from lxml.etree import _Element
from pptx.opc.package import Part, XmlPart
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.parts.chart import ChartPart
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide, SlideLayout, SlideMaster

__all__ = [
    "ChartPart",
    "Deck",
    "Element",
    "Node",
    "Part",
    "Slide",
    "SlideLayout",
    "SlideMaster",
    "XmlPart",
]

Node = _Element
"""An element of any file."""
Element = BaseOxmlElement
"""An element that knows the prefixes of Office, as python-pptx makes them."""


def inner(node: Node, path: str) -> Node:
    """The first element at a path, which the format requires."""
    found = node.find(path)
    assert found is not None
    return found


def parent_of(node: Node) -> Node:
    """The element that holds another one, which is not the root of its tree."""
    parent = node.getparent()
    assert parent is not None
    return parent


def swap(old: Node, new: Node) -> None:
    """Put an element in the place of another one."""
    parent_of(old).replace(old, new)


def remove(node: Node) -> None:
    """Take an element, which is not a root, out of its tree."""
    parent_of(node).remove(node)


def chart_part(part: Part, link: str) -> ChartPart:
    """The chart that `part` shows under the name `link` of a relationship."""
    chart = part.related_part(link)
    assert isinstance(chart, ChartPart)
    return chart
