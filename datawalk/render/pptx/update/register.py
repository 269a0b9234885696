"""What was written on each slide, kept among the properties of a file.

LibreOffice gives placeholders names of its own, and keeps these: one property for each slide, which
lists its placeholders with the codes of their words, "Title ded0; Big 44c8".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from datawalk.render.pptx.types import Deck, Node, Slide, inner
from datawalk.render.pptx.update.found import shapes_of
from datawalk.render.pptx.update.identity import NAME, P, digest, identity, own, words

PREFIX = "datawalk "
"""Before the code of a slide, in the name of its property."""
FILE = "/docProps/custom.xml"
MADE_BY_PROGRAMS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of all properties that are not built in (ECMA-376, part 1, 22.3)."""
FIRST = 2
"""Properties are numbered from here."""
FEET = ("sldNum", "dt", "ftr")
LISTED = "; "
SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

Entry = tuple[str, str]
"""What a placeholder is called, and the code of its words."""
Register = Mapping[str, list[Entry]]
"""The placeholders of each slide by its code."""


def write_register(deck: Deck) -> None:
    """Keep the names of all placeholders of a deck, in place of those kept before."""
    package = deck.part.package
    for key, rel in list(package._rels.items()):
        if rel.reltype == RT.CUSTOM_PROPERTIES:
            package._rels.pop(key)
    listed = _named(deck)
    if listed:
        part = Part(PackURI(FILE), CT.OFC_CUSTOM_PROPERTIES, package, _xml(listed))
        package.relate_to(part, RT.CUSTOM_PROPERTIES)


def _told(holder: Node) -> tuple[str, str, str] | None:
    """The code of its slide, what a placeholder is called, and the code of its words."""
    named = own(holder)
    found = NAME.match(named.get("name", "")) if named is not None else None
    return (found["code"], found["kind"], found["written"] or "") if found else None


def _named(deck: Deck) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for slide in deck.slides:
        for code, *entry in filter(None, map(_told, _holders(slide))):
            entries = found.setdefault(code, [])
            entries += [(entry[0], entry[1])] * ((entry[0], entry[1]) not in entries)
    return found


def _holders(slide: Slide) -> Iterator[Node]:
    """Placeholders with words on a slide and its notes, without those at the foot."""
    for shape, _ in shapes_of(slide):
        mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if mark is not None and mark.get("type") not in FEET and words(shape):
            yield shape


def _xml(listed: Register) -> bytes:
    root = etree.Element(f"{{{SPACE}}}Properties", nsmap={None: SPACE, "vt": TYPES})
    for number, (code, entries) in enumerate(listed.items(), start=FIRST):
        held = etree.SubElement(root, f"{{{SPACE}}}property")
        held.attrib.update({"fmtid": MADE_BY_PROGRAMS, "pid": str(number), "name": PREFIX + code})
        text = LISTED.join(" ".join(entry) for entry in entries)
        etree.SubElement(held, f"{{{TYPES}}}lpwstr").text = text
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def read_register(deck: Deck) -> Register:
    """What a deck keeps; nothing where a program dropped it or it is none of ours."""
    rels = deck.part.package._rels.values()
    part = next((r.target_part for r in rels if r.reltype == RT.CUSTOM_PROPERTIES), None)
    if part is None:
        return {}
    try:
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return {}
    told = {str(held.get("name", "")): "".join(held.itertext()) for held in root}
    return {
        name.removeprefix(PREFIX): list(_entries(text))
        for name, text in told.items()
        if name.startswith(PREFIX)
    }


def _entries(text: str) -> Iterator[Entry]:
    for entry in text.split(LISTED):
        kind, _, written = entry.rpartition(" ")
        if kind:
            yield kind, written


def restore_names(deck: Deck) -> None:
    """Give placeholders whose names a program took away those that the deck keeps of them."""
    known = read_register(deck)
    for slide in deck.slides if known else ():
        lost = [holder for holder in _holders(slide) if not identity(holder)]
        code = _code(slide, lost, known) if lost else ""
        if code:
            _name(lost, code, _missing(slide, code, known[code]))


def _code(slide: Slide, lost: Iterable[Node], known: Register) -> str:
    """The code of a slide: that of its other shapes, or of the slide where most words stand."""
    told = (identity(shape) for shape, _ in shapes_of(slide))
    votes = Counter(found.code for found in told if found and found.code in known)
    if votes:
        return votes.most_common(1)[0][0]
    written = {digest(holder) for holder in lost}
    for code, entries in known.items():
        same = [kind for kind, code_of_words in entries if code_of_words in written]
        votes[code] = len(same) + ("Title" in same)
    code, most = votes.most_common(1)[0]
    return code if most > 1 else ""


def _missing(slide: Slide, code: str, entries: Iterable[Entry]) -> list[Entry]:
    """The placeholders of a slide that are not there under their names."""
    there = list(map(_told, _holders(slide)))
    return [entry for entry in entries if (code, *entry) not in there]


def _name(lost: list[Node], code: str, entries: list[Entry]) -> None:
    """First those whose words are known; then the others, where none is too many or too few."""
    left, changed = list(entries), []
    for holder in lost:
        entry = next((one for one in left if one[1] == digest(holder)), None)
        if entry:
            left.remove(entry)
            _rename(holder, entry, code)
        else:
            changed.append(holder)
    for holder, entry in zip(changed, left, strict=True) if len(changed) == len(left) else ():
        _rename(holder, entry, code)


def _rename(holder: Node, entry: Entry, code: str) -> None:
    kind, written = entry
    inner(holder, f"{P}nvSpPr/{P}cNvPr").set("name", f"{kind} {code} {written}")
