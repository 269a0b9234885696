"""Parts of a zipped workbook, read piece by piece and never more than fits."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any
from xml.etree import ElementTree

from datawalk.metrics.local.reading.grid import unreadable
from datawalk.problems import At, refuse

MOST_UNPACKED = 100_000_000
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
)
"""What a damaged file makes its readers raise."""
Node = ElementTree.Element


class _Bounded:
    """A stream that stops when it turns out far larger than any table."""

    def __init__(self, file: str, stream: IO[bytes]) -> None:
        self._file, self._stream, self._left = file, stream, MOST_UNPACKED

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(min(size, 1 << 16) if size > 0 else 1 << 16)
        self._left -= len(data)
        if self._left < 0:
            raise refuse(
                f"{self._file} unpacks to more than {MOST_UNPACKED // 1_000_000} MB.",
                "Keep the rows and columns that the walk shows, or save the sheet as CSV.",
                At(self._file),
            )
        return data


@contextmanager
def opened(file: str, package: zipfile.ZipFile, part: str) -> Iterator[Any]:
    """A part as a bounded stream. Raises Problems."""
    if package.getinfo(part).flag_bits & 1:
        raise unreadable(file, "it is locked with a password", "Save it without a password.")
    with package.open(part) as stream:
        yield _Bounded(file, stream)


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def attributes(node: Node) -> dict[str, str]:
    """The attributes of an element by name, whatever their namespace."""
    return {local(key): value for key, value in node.attrib.items()}


def nodes(stream: Any, *wanted: str, begun: str = "") -> Iterator[Node]:
    """Each node of one of these names when it is complete; it is emptied behind the caller.

    Nodes of the name `begun` come when they begin, with their attributes and nothing inside.
    """
    depth: list[Node] = []
    for event, node in ElementTree.iterparse(stream, ("start", "end")):
        if event == "start":
            depth.append(node)
            if local(node.tag) == begun:
                yield node
            continue
        depth.pop()
        if local(node.tag) in wanted:
            yield node
            node.clear()
            if depth:
                depth[-1].remove(node)
