"""Whether the figures of a place are the same as before, told without comparing them."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from datawalk.metrics.files.figures import Figures, MetricsFile

WORD = 2**64
"""Digests are less, and are added modulo it: their order does not count."""


def digests(file: MetricsFile) -> Iterator[tuple[str, int]]:
    """Of each metric, the key of each place that has figures and the digest of all its rows."""
    for metric, figures in file.figures.items():
        yield from _digests(file, metric, figures)


def _digests(file: MetricsFile, metric: str, figures: Figures) -> Iterator[tuple[str, int]]:
    import numpy
    import pandas

    table = figures.table
    if not len(table):
        return
    salt = f"{file.name}|{file.edition}|{file.whole}|{metric}|{figures.column}"
    odd = int.from_bytes(sha256(salt.encode()).digest()[:8], "big") | 1
    hashed = pandas.util.hash_pandas_object(table, index=False)
    codes, keys = pandas.factorize(table["key"])
    sums = numpy.zeros(len(keys), dtype=numpy.uint64)
    with numpy.errstate(over="ignore"):
        numpy.add.at(sums, codes, hashed.to_numpy() * numpy.uint64(odd))
    yield from zip(map(str, keys), map(int, sums), strict=True)
