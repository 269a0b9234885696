"""YAML with positions. The only room that knows PyYAML.

Every plain scalar stays text, so that 01001 keeps its zero and `no` stays a word; the config
model, which knows what each setting is, turns text into numbers and switches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from datawalk import inputs
from datawalk.problems import At, Problems, refuse
from datawalk.source import characters
from datawalk.source.builder import Builder, KeyPath, unprintable
from datawalk.source.nodes import composed
from datawalk.source.spans import SourceSpan, spans

LARGEST = 2_000_000
"""Bytes of a walk file. Real walks stay under a tenth of it."""


@dataclass(frozen=True, slots=True)
class Source:
    """What was read. `data` holds dicts, lists, text and None; `lines` the line of each path."""

    file: str
    data: Any
    lines: Mapping[KeyPath, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A walk that stands in no file: its YAML, and where it would lie. Paths in it start from that
    folder, and problems call it by that name."""

    content: bytes = field(repr=False)
    path: Path


def read_file(path: Path, shown: str = "") -> Source:
    """Read a YAML file. `shown` is what problems call it. Raises Problems."""
    name = shown or str(path)
    try:
        if inputs.readable(path, name).stat().st_size > LARGEST:
            raise _large(name, path.stat().st_size)
        raw = path.read_bytes()
    except OSError as error:
        raise refuse(
            f"{name} cannot be read: {error.strerror or error}.", "Check the name and the folder."
        ) from error
    return read_bytes(raw, name)


def read_bytes(raw: bytes, name: str) -> Source:
    """Read YAML in UTF-8 or UTF-16. Raises Problems."""
    if len(raw) > LARGEST:
        raise _large(name, len(raw))
    try:
        text = raw.decode(encoding(raw))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise refuse(
            "This line holds a character that is not UTF-8.",
            "Save the file with the encoding UTF-8.",
            At(name, line),
        ) from error
    return read_text(text, name)


def encoding(raw: bytes) -> str:
    """UTF-8, or what Windows calls Unicode: UTF-16, told by its mark or by its zeros."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = raw[:200]
    for first, code in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(start) > 1 and start[first::2].count(0) * 4 > len(start):
            return code
    return "utf-8-sig"


def _large(name: str, size: int) -> Problems:
    return refuse(f"{name} is {size / 1e6:.0f} MB: this is not a walk file.")


def read_text(text: str, name: str) -> Source:
    """Read YAML from text. Raises Problems with the line of each mistake."""
    return _read(text, name)[0]


def read_pieces(text: str, name: str) -> tuple[Source, Mapping[KeyPath, SourceSpan]]:
    """Read YAML from text, and where each path of it is written in `characters.tidied(text)`.

    Raises Problems.
    """
    read, node = _read(text, name)
    return read, dict(spans(node)) if node else {}


def _read(text: str, name: str) -> tuple[Source, yaml.Node | None]:
    text = characters.tidied(text)
    if text.startswith("{\\rtf"):
        raise refuse(
            "This is rich text, not plain text.",
            "In TextEdit choose Format › Make Plain Text, and save it again.",
            At(name, 1),
        )
    _refuse_strange(text, name)
    node = composed(text, name)
    builder = Builder(name)
    data = builder.build(node, ()) if node else None
    if builder.problems:
        raise Problems(builder.problems)
    return Source(name, data, builder.lines), node


def _refuse_strange(text: str, name: str) -> None:
    problems = [
        unprintable(character, At(name, line))
        for line, written in enumerate(text.splitlines(), start=1)
        for character in characters.strange(written)
    ]
    if problems:
        raise Problems(problems)
