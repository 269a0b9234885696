"""The table of a Shapefile (dBASE): a row of text for each shape."""

from __future__ import annotations

import codecs
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.metrics.local.outlines.features import MOST_FEATURES, Unreadable, written

_NUMBERS = {"I": "<i", "+": ">i", "O": "<d", "B": "<d"}
"""Fields that are binary numbers; of others that are no text nothing is read."""
_TEXTS = "CNFDLM"


@dataclass(frozen=True, slots=True)
class _Field:
    name: bytes
    kind: str
    start: int
    length: int


def rows(data: bytes, page: bytes) -> tuple[dict[str, str] | None, ...]:
    """A row for each shape, None for one that was deleted. `page` is the .cpg file, or b''.

    Raises Unreadable.
    """
    if len(data) < 33:
        raise Unreadable("its .dbf file is damaged")
    count, head, width = struct.unpack_from("<IHH", data, 4)
    fields = tuple(_fields(data, head))
    if not fields or width < 1:
        raise Unreadable("its .dbf file is damaged")
    if count > MOST_FEATURES:
        raise Unreadable(f"it has more than {MOST_FEATURES:,} shapes")
    codec = _codec(page, data[head : head + count * width])
    cells = (data[at : at + width] for at in range(head, head + count * width, width))
    return tuple(_row(cell, fields, codec) for cell in cells if len(cell) == width)


def _fields(data: bytes, head: int) -> Iterator[_Field]:
    start = 1
    for at in range(32, min(head, len(data) - 31), 32):
        if data[at] == 0x0D:
            return
        name, length = data[at : at + 11].partition(b"\0")[0], data[at + 16]
        yield _Field(name, chr(data[at + 11]), start, length)
        start += length


def _row(cell: bytes, fields: tuple[_Field, ...], codec: str) -> dict[str, str] | None:
    if cell[:1] == b"*":
        return None
    return {
        written(field.name.decode(codec, "replace")): _value(
            cell[field.start : field.start + field.length], field.kind, codec
        )
        for field in fields
    }


def _value(raw: bytes, kind: str, codec: str) -> str:
    if kind in _NUMBERS:
        form = _NUMBERS[kind]
        return written(struct.unpack(form, raw)[0]) if len(raw) == struct.calcsize(form) else ""
    if kind not in _TEXTS:
        return ""
    text = written(raw.decode(codec, "replace").replace("\0", " "))
    if kind not in "NF":
        return text
    # Stars stand for a number that was too long for its field.
    if set(text) == {"*"}:
        return ""
    try:
        return written(float(text)) if re.search(r"[.eE]", text) else text
    except ValueError:
        return text


def _codec(page: bytes, body: bytes) -> str:
    """What the .cpg file names; else UTF-8 if the table is that, else that of Windows."""
    named = page.decode("ascii", "replace").strip().lower().replace("ansi ", "cp")
    digits = re.sub(r"\D", "", named)
    for name in (named, f"cp{digits}", f"iso8859-{digits[4:]}" if digits[:4] == "8859" else ""):
        try:
            if name and not codecs.lookup(name).name.startswith("utf-16"):
                return codecs.lookup(name).name if _is_text(name) else "cp1252"
        except (LookupError, ValueError):
            continue
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _is_text(name: str) -> bool:
    return bool(getattr(codecs.lookup(name), "_is_text_encoding", True))
