"""Where each piece of a text of YAML is written, for those who change it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import yaml

from datawalk.source import characters
from datawalk.source.builder import KeyPath


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """Where something is written: from its first character to behind its last, as YAML marks it.

    `style` is how a text is quoted, or a bracket for lists and maps in brackets. `key` is where its
    key stands, of what has one.
    """

    start: int
    end: int
    form: Literal["text", "list", "map"]
    style: str = ""
    key: tuple[int, int] | None = None


def spans(
    node: yaml.Node, path: KeyPath = (), key: yaml.Node | None = None
) -> Iterator[tuple[KeyPath, SourceSpan]]:
    """Where a node and all in it are written; `path` leads to it, and `key` is its key."""
    bounds = node.start_mark.index, node.end_mark.index
    named = (key.start_mark.index, key.end_mark.index) if key else None
    if isinstance(node, yaml.MappingNode):
        yield path, SourceSpan(*bounds, "map", "{" if node.flow_style else "", named)
        for inner, value in node.value:
            yield from spans(value, (*path, characters.tidied(inner.value)), inner)
    elif isinstance(node, yaml.SequenceNode):
        yield path, SourceSpan(*bounds, "list", "[" if node.flow_style else "", named)
        for i, child in enumerate(node.value):
            yield from spans(child, (*path, i), None)
    else:
        yield path, SourceSpan(*bounds, "text", getattr(node, "style", "") or "", named)
