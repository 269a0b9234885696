"""Figures that were read, as bytes and back: numbers, and JSON that says what they are.

Nothing in the bytes is executed when they are read, as a pickle would be.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, cast

from datawalk.metrics.files.figures import Figures, MetricsFile
from datawalk.metrics.files.people import Yearly
from datawalk.metrics.model import Level, Place
from datawalk.metrics.places.places import STATES
from datawalk.problems import At, Problem

if TYPE_CHECKING:
    import numpy
    import pandas
    from numpy.typing import NDArray

    Bytes = NDArray[numpy.uint8]

_HEAD = 16
"""Bytes before the JSON: the checksum of all that follows it, and the length of the JSON."""
_WORDS = ("key", "kind", "group")
"""Columns of words, each different one kept once; the others are numbers."""
_WIDTHS = ("int8", "int16", "int32", "int64")
_Words = dict[tuple[str, tuple[str, ...]], int]
"""The words of columns with the type that they have, numbered."""


@dataclass(frozen=True, eq=False)
class Holdings:
    """What a store is made of: its files, and how many people live in their places."""

    files: tuple[MetricsFile, ...]
    people: Yearly = field(default_factory=dict)


def encoded(held: Holdings) -> bytes:
    """The bytes. Raises TypeError or ValueError for what has no place in them."""
    numbers = _Numbers()
    counts = [count for years in held.people.values() for count in years.items()]
    about = {
        "files": [_file(file, numbers) for file in held.files],
        "people": list(held.people),
        "years": [len(years) for years in held.people.values()],
        "of": numbers.put([year for year, _ in counts]),
        "counts": numbers.put([count for _, count in counts]),
    }
    text = json.dumps(about, ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    body = b"".join([len(text).to_bytes(8, "little"), text, *numbers.parts])
    return zlib.crc32(body).to_bytes(8, "little") + body


def decoded(content: Bytes) -> Holdings | None:
    """What was encoded; None for bytes that are damaged. The figures lie in `content`."""
    told = int.from_bytes(content[:8].tobytes(), "little")
    if len(content) < _HEAD or told != zlib.crc32(content[8:].data):
        return None
    end = _HEAD + int.from_bytes(content[8:_HEAD].tobytes(), "little")
    about = json.loads(content[_HEAD:end].tobytes())
    numbers = content[end:]
    return Holdings(
        tuple(_file_of(file, numbers) for file in about["files"]), _people(about, numbers)
    )


def same(one: Holdings, other: Holdings) -> bool:
    """Whether both say the same, to the last digit and type."""
    return _bare(one) == _bare(other) and all(
        table.equals(again) and table.dtypes.equals(again.dtypes)
        for table, again in zip(_tables(one), _tables(other), strict=True)
    )


def _bare(held: Holdings) -> list[Any]:
    """All but the tables, in order."""
    return [
        held.people,
        *(
            (f.name, f.edition, f.level, f.whole, f.places, f.spans, f.warnings, f.kinds)
            for f in held.files
        ),
        *(
            (name, of.column, of.labels, of.struck, of.hidden)
            for f in held.files
            for name, of in f.figures.items()
        ),
    ]


def _tables(held: Holdings) -> list[pandas.DataFrame]:
    return [of.table for file in held.files for of in file.figures.values()]


class _Numbers:
    """Collects columns of numbers, each in the fewest bytes that hold it."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.size = 0

    def put(self, column: Sequence[float] | NDArray[Any]) -> list[Any]:
        """Where a column lies: its type, its type in the bytes, and the place (or, for a column
        that says one thing alone, that)."""
        import numpy

        found = numpy.asarray(column)
        if not len(found) or _alike(found):
            return [found.dtype.str, "", found[0].item() if len(found) else 0]
        kept = found
        if found.dtype.kind == "i":
            ends = found.min(), found.max()
            kept = found.astype(next(w for w in _WIDTHS if _holds(w, *ends)))
        elif found.dtype.kind != "f":
            raise TypeError(f"no numbers: {found.dtype}")
        content = kept.tobytes()
        content += b"\0" * (-len(content) % 8)
        place = self.size
        self.parts.append(content)
        self.size += len(content)
        return [found.dtype.str, kept.dtype.str, place]


def _alike(column: NDArray[Any]) -> bool:
    first = column[0]
    return bool((column == first).all() if first == first else (column != column).all())


def _holds(width: str, low: Any, high: Any) -> bool:
    import numpy

    return bool(numpy.iinfo(width).min <= low and high <= numpy.iinfo(width).max)


def _column(where: Sequence[Any], count: int, numbers: Bytes) -> NDArray[Any]:
    import numpy

    kind, kept, place = where
    if not kept:
        return numpy.full(count, place, dtype=kind)
    return numpy.frombuffer(numbers, kept, count, place).astype(kind, copy=False)


def _people(about: Mapping[str, Any], numbers: Bytes) -> Yearly:
    total = sum(about["years"])
    years = _column(about["of"], total, numbers).tolist()
    counts = _column(about["counts"], total, numbers).tolist()
    found: dict[str, Mapping[int, float]] = {}
    start = 0
    for key, length in zip(about["people"], about["years"], strict=True):
        end = start + length
        found[key] = dict(zip(years[start:end], counts[start:end], strict=True))
        start = end
    return found


def _file(file: MetricsFile, numbers: _Numbers) -> dict[str, Any]:
    words: _Words = {}
    return {
        "name": file.name,
        "edition": file.edition,
        "level": file.level,
        "whole": file.whole,
        "places": {key: place.name for key, place in file.places.items()},
        "spans": list(file.spans),
        "first": numbers.put([first for first, _ in file.spans.values()]),
        "last": numbers.put([last for _, last in file.spans.values()]),
        "figures": {name: _figures(of, words, numbers) for name, of in file.figures.items()},
        "warnings": [asdict(warning) for warning in file.warnings],
        "kinds": sorted(file.kinds),
        "words": [[kind, list(listed)] for kind, listed in words],
    }


def _file_of(about: Mapping[str, Any], numbers: Bytes) -> MetricsFile:
    import pandas

    dtypes = [
        pandas.CategoricalDtype(pandas.Index(words, dtype=kind)) for kind, words in about["words"]
    ]
    first, last = (
        _column(about[end], len(about["spans"]), numbers).tolist() for end in ("first", "last")
    )
    return MetricsFile(
        about["name"],
        about["edition"],
        about["level"],
        about["whole"],
        {key: _place(key, name) for key, name in about["places"].items()},
        dict(zip(about["spans"], zip(first, last, strict=True), strict=True)),
        {name: _figures_of(of, dtypes, numbers) for name, of in about["figures"].items()},
        tuple(Problem(**{**told, "at": At(**told["at"])}) for told in about["warnings"]),
        frozenset(about["kinds"]),
    )


def _place(key: str, name: str) -> Place:
    level, _, geoid = key.partition(":")
    return Place(geoid, cast(Level, level), name, *STATES.get(geoid[:2], ("", "")))


def _figures(figures: Figures, words: _Words, numbers: _Numbers) -> dict[str, Any]:
    table = figures.table
    columns = {name: table[name] for name in table}
    return {
        "column": figures.column,
        "count": len(table),
        "labels": sorted(figures.labels),
        "struck": sorted(figures.struck),
        "hidden": sorted(figures.hidden),
        "table": {
            str(name): _coded(column, words, numbers)
            if name in _WORDS
            else numbers.put(column.to_numpy())
            for name, column in columns.items()
        },
    }


def _coded(column: pandas.Series[Any], words: _Words, numbers: _Numbers) -> list[Any]:
    """Which words a column has, its type if it is none of categories, and where its codes lie."""
    import pandas

    listed = isinstance(column.dtype, pandas.CategoricalDtype)
    found = column.array if listed else pandas.Categorical(column, column.unique())
    kind = str(found.categories.dtype)
    number = words.setdefault((kind, tuple(found.categories)), len(words))
    return [number, "" if listed else str(column.dtype), numbers.put(found.codes)]


def _figures_of(
    about: Mapping[str, Any], dtypes: Sequence[pandas.CategoricalDtype], numbers: Bytes
) -> Figures:
    import pandas

    def column(name: str, where: Sequence[Any]) -> Any:
        if name not in _WORDS:
            return _column(where, about["count"], numbers)
        number, kind, codes = where
        found = pandas.Categorical.from_codes(
            _column(codes, about["count"], numbers), dtype=dtypes[number]
        )
        return found.astype(kind) if kind else found

    table = {name: column(name, where) for name, where in about["table"].items()}
    return Figures(
        about["column"],
        pandas.DataFrame(table, copy=False),
        frozenset(map(tuple, about["labels"])),
        frozenset(map(tuple, about["struck"])),
        frozenset(map(tuple, about["hidden"])),
    )
