"""Which numbers of an edited deck are hidden now, and taking them out of every part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree
from pptx.opc.package import OpcPackage

from datawalk.render.pptx.types import Deck, Node, Part, Slide, XmlPart, remove
from datawalk.render.pptx.update.amounts import amounts
from datawalk.render.pptx.update.facts import (
    Fact,
    chart_of,
    facts_gone,
    facts_hidden,
    points,
    rows_of,
    says_hidden,
    texts_of,
    word_of,
)
from datawalk.render.pptx.update.found import (
    KnownShapes,
    ShapeLocation,
    Shapes,
    by_name,
    paired,
    shapes_of,
)
from datawalk.render.pptx.update.identity import P, identity
from datawalk.render.pptx.update.redaction import (
    Secrets,
    charts_in,
    in_book,
    redact,
    redact_chart,
    without,
)

NOTES, PICTURE, TEXT, BOOK, CHART = "Notes", "Picture", "Text", "Workbook", "Chart"
"""What spots are called whose shapes have no name of ours."""
OPENED = ("/ppt/slides/", "/ppt/notesSlides/", "/ppt/charts/")
TITLES = ("TitlesOfParts", "HeadingPairs")
"""Where PowerPoint keeps the titles of slides once more; both may be missing."""


@dataclass(frozen=True, slots=True)
class Concealed:
    """Where hidden numbers were taken out, and where a person has to look for one."""

    taken: tuple[ShapeLocation, ...] = ()
    left: tuple[ShapeLocation, ...] = ()


@dataclass(frozen=True)
class Hiding:
    """What a fresh deck hides of an edited one; `codes` are those of its slides that hide."""

    secrets: Secrets
    codes: frozenset[str]
    news: Shapes


def hiding(olds: Shapes, news: Shapes) -> Hiding | None:
    """What is hidden now and was told before; None where that is nothing."""
    shapes = [found for group in news.values() for found in group]
    texts = [(f.told.code, text) for f in shapes for text in texts_of(f.element, f.part)]
    codes = frozenset(code for code, text in texts if says_hidden(text))
    facts = tuple(dict.fromkeys(_facts(olds, news, codes)))
    if not facts:
        return None
    values = (value for _, text in texts for a in amounts(text) for value in a.values)
    secrets = Secrets(facts, word_of(t for _, t in texts), _shown(shapes), frozenset(values))
    return Hiding(secrets, codes, news)


def _facts(olds: Shapes, news: Shapes, codes: frozenset[str]) -> Iterator[Fact]:
    for (kind, code), shapes in olds.items():
        if code not in codes:
            continue
        fresh = news.get((kind, code), [])
        pairs = paired(shapes, fresh) or [(old, new) for old in shapes for new in fresh]
        for old, new in pairs:
            yield from facts_hidden(old.element, new.element, old.part, new.part)
        if not fresh:
            for old in shapes:
                yield from facts_gone(old.element, old.part, kind)


def _shown(shapes: Iterable[KnownShapes]) -> dict[str, frozenset[float]]:
    """The numbers that the fresh deck shows of each name."""
    shown: dict[str, set[float]] = defaultdict(set)
    for found in shapes:
        for row in rows_of(found.element):
            shown[row[0]] |= {v for cell in row[1:] for a in amounts(cell) for v in a.values}
        chart = chart_of(found.element, found.part)
        if chart is not None:
            for (_, name), value in points(chart._element).items():
                shown[name] |= {value} if value is not None else set()
    return {name: frozenset(values) for name, values in shown.items() if name}


def conceal(deck: Deck, found: Hiding) -> Concealed:
    """Take out of a deck that was brought up to date what it tells of hidden numbers."""
    _drop_unseen(deck)
    current = _current(deck, found.news)
    codes = {
        f.slide for (_, code), group in by_name(deck).items() if code in found.codes for f in group
    }
    taken: list[ShapeLocation] = []
    left: list[ShapeLocation] = []
    for number, slide in enumerate(deck.slides, start=1):
        hidden, doubtful = _on_slide(slide, found, current, near=number in codes)
        taken += (ShapeLocation(number, kind) for kind in hidden)
        left += (ShapeLocation(number, kind) for kind in doubtful)
    _elsewhere(deck, found.secrets)
    return Concealed(tuple(dict.fromkeys(taken)), tuple(dict.fromkeys(left)))


def _on_slide(
    slide: Slide, found: Hiding, current: set[Node], *, near: bool
) -> tuple[list[str], list[str]]:
    """Kinds of shapes from which hidden numbers were taken, and of those that may tell one.

    `near` says that the slide shows what is hidden: there, short numbers count as well.
    """
    secrets, taken, left = found.secrets, [], []
    for shape, part in shapes_of(slide):
        if shape in current or any(above in current for above in shape.iterancestors()):
            continue
        chart = chart_of(shape, part)
        if chart is not None and redact_chart(chart, secrets):
            taken.append(CHART)
        if redact(shape, secrets, current):
            taken.append(_kind(shape, part, slide))
        if near and _doubtful(shape, part, found):
            left.append(_kind(shape, part, slide))
    books = _books(slide, current)
    return taken, [*left, *(BOOK for book in books if in_book(book, secrets))]


def _kind(shape: Node, part: XmlPart, slide: Slide) -> str:
    if part is not slide.part:
        return NOTES
    told = identity(shape)
    if told:
        return told.kind
    return PICTURE if shape.tag == f"{P}pic" else TEXT


def _doubtful(shape: Node, part: XmlPart, found: Hiding) -> bool:
    """Whether a shape may still tell a hidden number: in digits, or in a picture."""
    if shape.tag == f"{P}pic":
        return identity(shape) is None
    return any(found.secrets.maybe(text) for text in texts_of(shape, part))


def _books(slide: Slide, current: set[Node]) -> Iterator[bytes]:
    """Workbooks on a slide that are not those of a chart which is up to date."""
    tree, part = slide.shapes._spTree, slide.part
    fresh = [chart for frame, chart in charts_in(tree, part) if frame in current]
    for rel in list(part.rels.values()):
        if rel.is_external:
            continue
        inner = rel.target_part
        if inner.partname.endswith(".xlsx"):
            yield inner.blob
        elif rel.reltype.endswith("/chart") and inner not in fresh:
            own = (r for r in inner.rels.values() if not r.is_external)
            yield from (r.target_part.blob for r in own if r.target_part.partname.endswith(".xlsx"))


def _current(deck: Deck, news: Shapes) -> set[Node]:
    """Shapes of a deck that tell just what they tell in the fresh one."""
    found: set[Node] = set()
    for name, shapes in by_name(deck).items():
        fresh = [list(texts_of(new.element, new.part)) for new in news.get(name, ())]
        found |= {s.element for s in shapes if list(texts_of(s.element, s.part)) in fresh}
    return found


def _drop_unseen(deck: Deck) -> None:
    """Leave out charts and slides that a program took off the page but not out of the file."""
    kept = {entry.rId for entry in deck.slides._sldIdLst}
    _drop(deck.part, "/slide", kept)
    shown = {deck.part.related_part(name) for name in kept}
    for slide in deck.slides:
        _unlink(slide, shown)
        written = etree.tostring(slide._element).decode()
        used = {name for name in slide.part.rels if f'"{name}"' in written}
        for kind in ("/chart", "/package", "/oleObject"):
            _drop(slide.part, kind, used)
    _drop(deck.part.package, "/thumbnail", set())


def _unlink(slide: Slide, shown: set[Part]) -> None:
    """Take off clicks that lead to slides which are not there any more."""
    rels = slide.part.rels
    led = [n for n, rel in rels.items() if rel.reltype.endswith("/slide") and not rel.is_external]
    for name in [n for n in led if rels[n].target_part not in shown]:
        for click in slide._element.xpath(f'.//a:hlinkClick[@r:id="{name}"]'):
            remove(click)
        rels.pop(name)


def _drop(owner: Part | OpcPackage, kind: str, kept: set[str]) -> None:
    rels = owner._rels
    for name in [n for n, rel in rels.items() if rel.reltype.endswith(kind) and n not in kept]:
        rels.pop(name)


def _elsewhere(deck: Deck, secrets: Secrets) -> None:
    """Comments, properties, layouts: all parts of the package beside slides, notes and charts."""
    for part in list(deck.part.package.iter_parts()):
        name = str(part.partname)
        if name.startswith(OPENED) or not name.endswith(".xml"):
            continue
        known = getattr(part, "_element", None)
        tree = known if known is not None else _parsed(part.blob)
        for stale in [node for title in TITLES for node in tree.iter(f"{{*}}{title}")]:
            remove(stale)
        redact(tree, secrets, set())
        _sentences(tree, secrets)
        if known is None:
            part._blob = etree.tostring(tree, encoding="UTF-8", standalone=True)


def _parsed(blob: bytes) -> Node:
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False))


def _sentences(tree: Node, secrets: Secrets) -> None:
    """Words in elements of any kind; a bare number may be a setting."""
    for node in tree.iter("*"):
        text = "" if len(node) else node.text or ""
        cut = without(text, text, secrets) if " " in text.strip() else text
        if cut != text:
            node.text = cut
