"""What a kit depends on, as one digest: equal digests make equal kits.

Data files change by a row here and there, and most places keep what they have. So a key is made of
the walk, the program, the rows of those places whose figures the kit prints, the middles that it
prints, and where the place stands among others if it asked: not of the whole file.
"""

from __future__ import annotations

import hmac
import json
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path, PurePath

import datawalk
from datawalk import inputs
from datawalk.config.load import WalkFile
from datawalk.metrics.files.digests import WORD, digests
from datawalk.metrics.files.lookup import key_of
from datawalk.metrics.model import Level, Place
from datawalk.metrics.places.places import benchmark, scope_of
from datawalk.metrics.store import MetricStore
from datawalk.problems import Problems

READ = (".py", ".csv", ".yaml", ".json", ".po", ".ttf", ".topo", ".gz")
"""Endings of the program's files that decide what it makes."""
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif")
"""Endings of files of an author's that are shown as they are."""


@dataclass(frozen=True, order=True)
class Among:
    """A question for all places of a level, in a state or everywhere, in one year."""

    metric: str
    level: Level
    year: int | None
    state: str | None

    @property
    def text(self) -> str:
        return "|".join((self.metric, self.level, str(self.year or ""), self.state or ""))

    @classmethod
    def of(cls, text: str) -> Among:
        metric, level, year, state = text.split("|")
        return cls(metric, level, int(year) if year else None, state or None)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Keys:
    """Makes the keys of all places of one walk, its `base` being what all share."""

    store: MetricStore
    base: str

    def key(self, place: Place, uses: Collection[str], among: Collection[str]) -> str:
        """`uses` are codes of places and of middles; `among` the texts of an Among each."""
        parts: list[object] = [self.base, sorted(uses), sorted(among)]
        for code in sorted({place.geoid, *uses}):
            known = self._places.get(code)
            parts.append(self._rows.get(key_of(known), 0) if known else self._middle(code, place))
        parts += (self._standing(Among.of(text), place) for text in sorted(among))
        return sha256(json.dumps(parts).encode()).hexdigest()[:32]

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {place.geoid: place for place in self.store.places}

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        """The digest of all figures of each place that the walk may ask for."""
        found: dict[str, int] = {}
        for file in self.store.files:
            for key, digest in digests(file):
                found[key] = (found.get(key, 0) + digest) % WORD
        return found

    def _middle(self, code: str, place: Place) -> str:
        """All that is told of a middle, of every metric."""
        scope = scope_of(Place(code, "benchmark", code))
        return self._told_middle(benchmark(scope, place), place.level)

    @cached_property
    def _middles(self) -> dict[tuple[str, Level], str]:
        return {}

    def _told_middle(self, middle: Place, level: Level) -> str:
        known = self._middles
        if (middle.geoid, level) not in known:
            series = (self.store.series(metric, middle) for metric in sorted(self.store.asked))
            told = [[(o.year, o.value, o.pair, o.lower, o.upper) for o in one] for one in series]
            known[middle.geoid, level] = sha256(repr(told).encode()).hexdigest()[:16]
        return known[middle.geoid, level]

    def _standing(self, among: Among, place: Place) -> list[object]:
        """How many stand below and above it, how many there are, and who is first and last."""
        values, ordered = _values(self.store, among)
        if not values:
            return []
        own = values.get(place.geoid)
        ends = [min(values, key=values.__getitem__), max(values, key=values.__getitem__)]
        if own is None:
            return [len(ordered), *ends]
        return [bisect_left(ordered, own), bisect_right(ordered, own), len(ordered), *ends]


@lru_cache(maxsize=512)
def _values(store: MetricStore, among: Among) -> tuple[Mapping[str, float], tuple[float, ...]]:
    told = store.across(among.metric, among.level, among.year, among.state)
    values = {one.place.geoid: one.value for one in told if one.value is not None}
    return values, tuple(sorted(values.values()))


def base_of(file: WalkFile, secret: bytes, *settings: object) -> str:
    """The digest of the walk with all that it names, of the program, and of `settings`.

    Of a walk with tables of its own it tells nothing to those who do not have the `secret`: a table
    may hold numbers that no kit shows.
    """
    named = tuple(_named(file))
    told = "\n".join([program(), repr(file.settings), repr(settings), *named])
    hidden = any(PurePath(name.rpartition(" ")[0]).suffix.lower() not in PICTURES for name in named)
    return hmac.new(secret if hidden else b"", told.encode(), sha256).hexdigest()[:32]


def stamp_of(base: str, data: Collection[Path]) -> str:
    """The digest of all that a whole batch is made of: while it is the same, so is every key.

    Raises Problems for data that cannot be read.
    """
    digests = (f"{path.name} {_digest(inputs.readable(path, str(path)))}" for path in data)
    return sha256("\n".join((base, *digests)).encode()).hexdigest()[:32]


@lru_cache(maxsize=1)
def program() -> str:
    """The digest of the program itself."""
    root = Path(datawalk.__file__).parent
    whole = sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in READ:
            whole.update(f"{path.relative_to(root)}".encode())
            whole.update(path.read_bytes())
    return whole.hexdigest()


def _named(file: WalkFile) -> Iterator[str]:
    """The digests of the files that settings of the walk name, such as pictures and tables."""
    for name, path in _texts(file.settings, ()):
        if path[:1] == ("data",):
            continue
        try:
            found = file.locate(name, *path)
        except Problems:
            continue
        yield f"{name} {_digest(found)}"


def _texts(
    value: object, path: tuple[str | int, ...]
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """All texts among settings that could be the name of a file, each with its path."""
    if isinstance(value, str) and "." in value and len(value) < 200 and "\n" not in value:
        yield value, path
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*path, str(key)))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _texts(inner, (*path, i))


def _digest(path: Path) -> str:
    return _hashed(path, inputs.stamp(path))


@lru_cache(maxsize=512)
def _hashed(path: Path, _: inputs.Stamp | None) -> str:
    """Of a file as it stands on the disk."""
    with path.open("rb") as opened:
        whole = sha256()
        while piece := opened.read(1 << 20):
            whole.update(piece)
    return whole.hexdigest()
