"""What a block holds, in a line: read on its card while that is closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.preview.fields import MAIN
from datawalk.fields import in_one
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.prose import paragraphs, plain

LONGEST = 90
_NAMES = ("heading", "title", "what", "name", "text", "told", "program", "size")
"""Settings that tell most of a group, in this order."""


def summary(kind: str, block: Mapping[str, Value], codes: Sequence[str], reader: str) -> str:
    """The number, the first words or the file of a block."""
    for name in (*MAIN.get(kind, ()), "size", "heading"):
        value = block.get(name)
        found = next(_told(value, codes), "") if value else ""
        metric = catalog(reader).metrics.get(found)
        if found:
            more = f" … ({len(value)})" if isinstance(value, list) and len(value) > 1 else ""
            return _short(metric.label if metric else found) + more
    return ""


def _told(value: Value, codes: Sequence[str]) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _told(item, codes)
        case dict():
            said = next(
                (text for code in codes if isinstance(text := in_one(value, code), str)), ""
            )
            if said:
                yield said
            for name in _NAMES:
                yield from _told(value.get(name), codes)


def _short(text: str) -> str:
    words = " ".join(plain(paragraph) for paragraph in paragraphs(text))
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
