"""Takes out of a template what may not travel: links, programs, sounds, hidden data."""

from __future__ import annotations

from pptx.opc.package import _Relationships

from datawalk.render.pptx.types import Deck, Node, remove

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
KEPT = (
    "officeDocument",
    "core-properties",
    "slideMaster",
    "slideLayout",
    "theme",
    "notesMaster",
    "presProps",
    "viewProps",
    "tableStyles",
    "image",
    "font",
)
"""Kinds of relationship that a deck keeps, by the end of their names."""
LINKS = ("hlinkClick", "hlinkHover", "hlinkMouseOver")
MOVES = ("timing", "transition", "AlternateContent")
OF_SLIDES = ("custShowLst", "custDataLst", "modifyVerifier", "photoAlbum", "extLst")
"""Parts of a presentation about slides that are gone, or that lock the file."""
HOLDERS = (
    "ext",
    "pic",
    "sp",
    "graphicFrame",
    "contentPart",
    "bg",
    "custDataLst",
    "handoutMasterIdLst",
    "control",
    "embeddedFont",
)
"""What goes when something in it points to a part that is gone."""


def clean(deck: Deck) -> None:
    """Mend the open deck in place."""
    for name in OF_SLIDES:
        for held in deck.part._element.findall("{*}" + name):
            deck.part._element.remove(held)
    package = deck.part.package
    _drop(package._rels)
    for part in list(package.iter_parts()):
        gone = _drop(part.rels)
        if hasattr(part, "_element"):
            _forget(part._element, gone)


def _drop(rels: _Relationships) -> set[str]:
    """Take out links and unknown parts; the ids of what is gone."""
    gone = {
        key
        for key, rel in rels.items()
        if rel.is_external or rel.reltype.rsplit("/", 1)[-1] not in KEPT
    }
    for key in gone:
        rels.pop(key)
    return gone


def _forget(root: Node, gone: set[str]) -> None:
    for moving in [child for child in root if _name(child) in MOVES]:
        root.remove(moving)
    for held in [e for e in root.iter() if _name(e) in LINKS]:
        remove(held)
    for held in [e for e in root.iter() if _points(e) & gone]:
        if set(_points(held)) - gone:
            held.attrib.pop(f"{R}link", None)
            continue
        while (parent := held.getparent()) is not None and _name(held) not in HOLDERS:
            held = parent
        if parent is not None:
            parent.remove(held)


def _points(element: Node) -> set[str]:
    return {str(value) for key, value in element.attrib.items() if str(key).startswith(R)}


def _name(element: Node) -> str:
    return str(element.tag).rsplit("}", 1)[-1]
