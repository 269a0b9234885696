"""Names of shapes by which they are found again in a deck that a person has edited.

The name of a shape survives PowerPoint, Keynote and LibreOffice. Ours end with the code of their
slide, and those of words with a second code of the words as we wrote them: "Title 3f2a1c 9b04".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from datawalk.layout.deck.keys import still
from datawalk.page.document import Page
from datawalk.render.pptx.types import Node

NAME = re.compile(
    r"^(?P<kind>.+) (?P<code>[0-9a-f]{6})(?: (?P<written>[0-9a-f]{4}))?"
    r"(?: (?P<figures>[0-9a-f]{4})(?P<alt>[0-9a-f]{4}))?$"
)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a shape is on its slide, the slide's code, and the code of its words or heads.

    `figures` and `alt` are codes of its figures and of the text for those who do not see it.
    """

    kind: str
    code: str
    written: str = ""
    figures: str = ""
    alt: str = ""


def codes(pages: Sequence[Page]) -> list[str]:
    """A code for each page, from what it is about; empty where pages have no key."""
    seen = Counter[str]()
    found: list[str] = []
    for page in pages:
        seen[page.key] += 1
        found.append(coded(f"{page.key} {seen[page.key]}", 6) if page.key else "")
    return found


def coded(text: str, length: int) -> str:
    """A short code of a text: the first letters of its SHA-256."""
    return sha256(text.encode()).hexdigest()[:length]


def identity(element: Node) -> Identity | None:
    """What the name of a shape tells; None for a shape that is not ours."""
    named = own(element)
    found = NAME.match(named.get("name", "")) if named is not None else None
    if not found:
        return None
    # A label on a map is named by what it says, with its figure.
    codes = (found[name] or "" for name in ("written", "figures", "alt"))
    return Identity(still(found["kind"]), found["code"], *codes)


def digest(element: Node) -> str:
    """A code of the words of a shape, or of the heads and labels of a table; else nothing."""
    table = next(element.iter(f"{A}tbl"), None)
    if table is not None:
        return coded("|".join(labels(table)), 4)
    if element.tag == f"{P}sp" and words(element):
        return coded(words(element), 4)
    return ""


def labels(table: Node) -> list[str]:
    """The heads of a table and the labels of its rows."""
    rows = table.findall(f"{A}tr")
    heads = [words(cell) for cell in rows[0].findall(f"{A}tc")] if rows else []
    return [*heads, *(words(row.findall(f"{A}tc")[0]) for row in rows[1:])]


def words(element: Node) -> str:
    """The text inside an element, with single spaces wherever it is parted."""
    paragraphs = ("".join(t.text or "" for t in p.iter(f"{A}t")) for p in element.iter(f"{A}p"))
    return " ".join(" ".join(paragraphs).split())


def color_told(color: Node) -> str:
    """A colour by its name or its value, with the steps that vary it."""
    return " ".join([str(color.get("val")).lower(), *(str(step.get("val")) for step in color)])


def own(element: Node) -> Node | None:
    """Where the name of a shape stands, and its text for those who do not see it."""
    return next(element.iter(f"{P}cNvPr"), None)
