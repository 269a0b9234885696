"""Takes numbers that are hidden now out of all that a person wrote or kept in a deck."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from datawalk.render.pptx.types import ChartPart, Node, XmlPart, remove
from datawalk.render.pptx.update.amounts import Numeral, amounts, distinct, tells
from datawalk.render.pptx.update.facts import C, Fact, Facts, R, chart_of
from datawalk.render.pptx.update.identity import A, P, words

TEXTS = ("descr", "title", "name")
"""Attributes of a shape that hold words."""
FIGURES = ("val", "xVal", "yVal", "bubbleSize")
"""Parts of a series of a chart that hold numbers."""
SHORT = 300
"""Letters of a shape whose names count for all its paragraphs."""


@dataclass(frozen=True)
class Secrets:
    """What is hidden now, the word that stands in for it, and what the fresh deck shows of whom.

    `printed` are all its numbers, so that one of these is never taken for a hidden one.
    """

    facts: Facts
    word: str
    shown: Mapping[str, frozenset[float]]
    printed: frozenset[float]

    def told(self, amount: Numeral, text: str, around: str) -> Fact | None:
        """The hidden number that this one in `text` surely is; `around` is what stands about it."""
        for fact in self.facts:
            if not tells(amount, fact.value):
                continue
            if distinct(amount) and not self.printed.intersection(amount.values):
                return fact
            for label in fact.labels:
                inside = _place(label, text)
                if inside is not None or _place(label, around) is not None:
                    near = text if inside is not None else around
                    if not self._of_another(amount, fact, near):
                        return fact
        return None

    def maybe(self, text: str) -> bool:
        """Whether a number of this text may be a hidden one."""
        return any(tells(amount, fact.value) for amount in amounts(text) for fact in self.facts)

    def _of_another(self, amount: Numeral, fact: Fact, text: str) -> bool:
        """Whether the name right before a number is that of one who is shown with it."""
        places = {label: _place(label, text[: amount.start]) for label in self.shown}
        before = {label: place for label, place in places.items() if place is not None}
        if not before:
            return False
        nearest = max(before, key=lambda label: before[label])
        values = self.shown[nearest].intersection(amount.values)
        return nearest not in fact.labels and bool(values)


def _place(label: str, text: str) -> int | None:
    """Where a name stands last in a text, as words of their own."""
    found = list(re.finditer(rf"(?<!\w){re.escape(label)}(?!\w)", text, re.IGNORECASE))
    return found[-1].start() if label and found else None


def without(text: str, around: str, secrets: Secrets) -> str:
    """The text with the word for hidden in place of each number that is surely hidden now."""
    cut = text
    for amount in reversed(list(amounts(text))):
        if secrets.told(amount, text, around):
            cut = cut[: amount.start] + secrets.word + cut[amount.end :]
    return cut


def redact(element: Node, secrets: Secrets, current: set[Node]) -> bool:
    """Take hidden numbers out of a tree, but for shapes that are up to date; whether any was."""
    if element in current:
        return False
    changed = False
    if element.tag == f"{P}cNvPr":
        changed = _attributes(element, secrets)
    elif element.tag == f"{A}tr":
        around = " ".join(words(cell) for cell in element.iter(f"{A}tc"))
        changed = _paragraphs(element, around, secrets)
    elif element.tag in (f"{P}txBody", f"{C}rich"):
        whole = words(element)
        around = whole if len(whole) <= SHORT else ""
        changed = _paragraphs(element, around, secrets)
    inside = [redact(child, secrets, current) for child in element]
    return changed or any(inside)


def _attributes(node: Node, secrets: Secrets) -> bool:
    changed = False
    for name in TEXTS:
        written = node.get(name, "")
        cut = without(written, written, secrets)
        if cut != written:
            node.set(name, cut)
            changed = True
    return changed


def _paragraphs(element: Node, around: str, secrets: Secrets) -> bool:
    cut = [_paragraph(paragraph, around, secrets) for paragraph in element.iter(f"{A}p")]
    return any(cut)


def _paragraph(paragraph: Node, around: str, secrets: Secrets) -> bool:
    """Cut numbers out of a paragraph, each of which may be parted over runs of many looks."""
    runs = list(paragraph.iter(f"{A}t"))
    text = "".join(run.text or "" for run in runs)
    changed = False
    for amount in reversed(list(amounts(text))):
        if secrets.told(amount, text, around):
            _cut(runs, amount.start, amount.end, secrets.word)
            changed = True
    return changed


def _cut(runs: Sequence[Node], start: int, end: int, word: str) -> None:
    """Put a word in place of some letters: into the run where they begin."""
    at = 0
    for run in runs:
        text = run.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if low < high:
            run.text = text[:low] + word + text[high:]
            word = ""


def redact_chart(part: XmlPart, secrets: Secrets) -> bool:
    """Take hidden points out of a chart that is not ours any more, and its workbook with them."""
    space = part._element
    changed = redact(space, secrets, set())
    for series in space.iter(f"{C}ser"):
        changed = _points(series, secrets) or changed
    for node in space.iter(f"{C}v"):
        written = node.text or ""
        if _lettered(written):
            node.text = without(written, written, secrets)
            changed = changed or node.text != written
    if changed:
        _unlink(part, space)
    return changed


def _points(series: Node, secrets: Secrets) -> bool:
    names = {pt.get("idx"): pt.findtext(f"{C}v") or "" for pt in series.iterfind(f"{C}cat//{C}pt")}
    title = " ".join(node.text or "" for node in series.iterfind(f"{C}tx//{C}v"))
    found = False
    for point in [pt for part in FIGURES for pt in series.iterfind(f"{C}{part}//{C}pt")]:
        text = point.findtext(f"{C}v") or ""
        around = f"{names.get(point.get('idx'), '')} {title}"
        if any(secrets.told(amount, text, around) for amount in amounts(text)):
            remove(point)
            found = True
    return found


def _lettered(text: str) -> bool:
    return bool(re.search(r"[^\W\d]", text))


def _unlink(part: XmlPart, space: Node) -> None:
    """Leave out the workbook of a chart, which tells the number still."""
    for link in space.findall(f"{C}externalData"):
        space.remove(link)
        part.drop_rel(link.attrib[f"{R}id"])


def in_book(blob: bytes, secrets: Secrets) -> bool:
    """Whether a workbook inside the deck may tell a hidden number."""
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as book:
            sheets = [book.read(name) for name in book.namelist() if name.endswith(".xml")]
    except (zipfile.BadZipFile, RuntimeError):
        return True
    return any(secrets.maybe(text) for sheet in sheets for text in _texts(sheet))


def _texts(sheet: bytes) -> Iterator[str]:
    try:
        tree = etree.fromstring(sheet, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return
    yield from (
        node.text or "" for node in tree.iter("{*}v", "{*}t") if len((node.text or "").strip()) > 1
    )


def charts_in(tree: Node, part: XmlPart) -> Iterator[tuple[Node, ChartPart]]:
    """Frames with charts and their parts."""
    for frame in tree.iter(f"{P}graphicFrame"):
        chart = chart_of(frame, part)
        if chart is not None:
            yield frame, chart
