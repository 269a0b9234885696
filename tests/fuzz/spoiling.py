"""A file with some of its bytes changed, in ways that files break on their way to us."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

_SIGNIFICANT = (b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1a", b"\r", b"\n", b'"', b"'")
_SIGNIFICANT += (b",", b";", b"\t", b"<", b">", b"&#0;", b"-", b"9" * 400, b"1e999", b"\x80")
_SIGNIFICANT += (b"NaN", b"null", b"{", b"}", b"[" * 200, b"]", b"\x7f\xff\xff\xff", b"\xff" * 8)


def spoiled(rng: random.Random, data: bytes) -> bytes:
    """The data with one to six changes; of a packed file, mostly inside what it holds."""
    if data[:2] == b"PK" and rng.random() < 0.75:
        return _inside(rng, data)
    for _ in range(rng.randint(1, 6)):
        data = rng.choice(_CHANGES)(rng, data)
    return data


def _inside(rng: random.Random, data: bytes) -> bytes:
    """A package with one of its files spoiled, lost, or twice in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        parts = [(name, pack.read(name)) for name in pack.namelist()]
    at = rng.randrange(len(parts))
    name, content = parts[at]
    kind = rng.random()
    if kind < 0.8:
        for _ in range(rng.randint(1, 4)):
            content = rng.choice(_CHANGES)(rng, content)
        parts[at] = (name, content)
    elif kind < 0.9:
        del parts[at]
    else:
        parts.append((rng.choice(["../evil.csv", "areas2.shp", "x" * 300, "a\\b"]), content))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as pack:
        for name, content in parts:
            pack.writestr(name, content)
    return out.getvalue()


def _flip(rng: random.Random, data: bytes) -> bytes:
    if not data:
        return data
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]


def _put(rng: random.Random, data: bytes) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.choice(_SIGNIFICANT) + data[at + rng.choice([0, 0, 1, 4]) :]


def _span(rng: random.Random, data: bytes) -> tuple[int, int]:
    start = rng.randint(0, len(data))
    return start, min(len(data), start + int(rng.expovariate(1 / 30)))


def _lose(rng: random.Random, data: bytes) -> bytes:
    start, end = _span(rng, data)
    return data[:start] + data[end:]


def _repeat(rng: random.Random, data: bytes) -> bytes:
    start, end = _span(rng, data)
    return data[:end] + data[start:end] * rng.choice([1, 2, 40]) + data[end:]


def _swap(rng: random.Random, data: bytes) -> bytes:
    start, end = _span(rng, data)
    return data[end:] + data[start:end] if rng.random() < 0.2 else data[:start] + data[end:][::-1]


def _cut(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randint(0, len(data))]


def _noise(rng: random.Random, data: bytes) -> bytes:
    start, end = _span(rng, data)
    return data[:start] + rng.randbytes(end - start) + data[end:]


_CHANGES: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    *(_flip, _flip, _put, _put, _put),
    *(_lose, _repeat, _swap, _cut, _noise),
)
