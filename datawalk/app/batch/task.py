"""The one task of a batch: from a place to its files, written, and a record of them."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePath

from datawalk import kit
from datawalk.app.batch.destination import Destination
from datawalk.app.batch.giving_way import PlaceKits, made
from datawalk.app.batch.keys import Among, Keys, base_of, stamp_of
from datawalk.app.batch.kinds import POSTERS, kind_of
from datawalk.app.batch.records import FOLDER, MadeFile, Record
from datawalk.compose.data import data_paths, read_data
from datawalk.config.load import WalkFile, load
from datawalk.config.schema import Policy
from datawalk.config.unattended import Unattended
from datawalk.metrics.model import Level, Observation, Place
from datawalk.metrics.store import MetricStore
from datawalk.output.numbers import NUMBERS
from datawalk.output.posters import Made
from datawalk.output.print_list import listed
from datawalk.prepare.memory import settle, sweep, unswept
from datawalk.prepare.sketch import Wish
from datawalk.problems import Problem, Problems
from datawalk.render.image.raster import webp

PREVIEW = "poster-"
"""What the name of a picture of a poster begins with."""
CHANGED = (
    "The walk or a file that it names was changed while the kits were made. Run the same command "
    "again: it tries again."
)
WIDTH = 480
"""Pixels of such a picture."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of every place; small, and the same for all.

    `base` and `stamp` are the digests of the walk and of all, so that no process goes on with
    what it read before. They are made with the `secret`.
    """

    walk: Path
    data: tuple[Path, ...]
    policy: Policy
    only: str | None
    address: str
    site: bool = False
    base: str = ""
    stamp: str = ""
    secret: bytes = field(default=b"", repr=False)

    def read(self, place: str | None = None) -> WalkFile:
        """The walk under the rules of this order. Raises Problems."""
        return load(self.walk, place, self.data, None, Unattended(self.policy))

    def with_digests(self) -> Order:
        """The same, as all that it is made of stands now. Raises Problems."""
        file = self.read()
        base = base_of(file, self.secret, self.policy, self.only, self.site)
        return replace(self, base=base, stamp=stamp_of(base, data_paths(file)))


def done(order: Order, geoids: Sequence[str]) -> tuple[Record, ...]:
    """The records of these places; none of them stops the others.

    Raises Problems where results cannot be written.
    """
    return tuple(_swept(order, geoid) for geoid in geoids)


def worked(order: Order, geoids: Sequence[str]) -> tuple[Record, ...]:
    """As `done`, for a process that does nothing else: what it reads first, no search for garbage
    goes through again.

    Raises Problems as `done` does.
    """
    _settled(order)
    return done(order, geoids)


@lru_cache(maxsize=1)
def _settled(order: Order) -> None:
    _store(order)
    settle()


def _swept(order: Order, geoid: str) -> Record:
    try:
        return done_one(order, geoid)
    finally:
        sweep()


@unswept()
def done_one(order: Order, geoid: str) -> Record:
    """The files of one place are in their places when its record is there.

    Raises Problems where they cannot be written.
    """
    begun = time.perf_counter()
    store = _store(order)
    store.among.clear()
    place = store.find_place(geoid)
    record = Record(place.geoid, place.name, place.state, place.level, "refused", order.stamp)
    files: dict[str, Made] = {}
    try:
        outcome = made(order.read(geoid), Wish(geoid, order.only), store)
        files = files_of(outcome)
        files |= previews(files) if order.site else {}
        record = replace(record, status="done", left_out=outcome.left_out, uses=_uses(files))
    except Problems as found:
        record = replace(record, reasons=tuple(map(_reason, found.problems)))
    except Exception as error:  # a fault of the program: the other places need not wait for it
        told = f"A fault of datawalk: {type(error).__name__}: {error}"
        record = replace(record, status="stopped", reasons=(told,))
    if _changed(order):
        return replace(record, status="stopped", left_out=(), uses=(), reasons=(CHANGED,))
    if record.status == "done":
        record = replace(record, files=tuple(_written(order, place, files)))
    among = tuple(sorted(one.text for one in store.among))
    key = _keys(order).key(place, record.uses, among)
    seconds = round(time.perf_counter() - begun, 3)
    return replace(record, key=key, among=among, seconds=seconds)


def _changed(order: Order) -> bool:
    """Whether something that the kits are made of is not what it was when the run began."""
    try:
        return order.with_digests() != order
    except (Problems, OSError):
        return True


def previews(files: Mapping[str, Made]) -> dict[str, Made]:
    """Pictures of the first posters among the files."""
    posters = next((f for name, f in sorted(files.items()) if _of_posters(name)), None)
    pages = range(posters.pages) if posters else ()
    return {
        f"{PREVIEW}{page + 1:02}.webp": Made(webp(posters.content, page, WIDTH)[0])
        for page in pages
        if posters
    }


def _of_posters(name: str) -> bool:
    return kind_of(name) == POSTERS and name.endswith(".pdf")


def files_of(outcome: PlaceKits) -> dict[str, Made]:
    """What the kits of a place are as files, by name. Raises Problems."""
    files: dict[str, Made] = {}
    for one in outcome.kits:
        painted = kit.painted(one)
        files |= painted.files
        prints = listed(Path(painted.list), painted.jobs, painted.prices)
        files |= {path.name: made for path, made in prints.files.items()}
    return files


@dataclass(frozen=True, eq=False)
class WatchedStore(MetricStore):
    """Remembers which questions were asked for many places at once."""

    among: set[Among] = field(default_factory=set, repr=False)

    def across(
        self, metric: str, level: Level, year: int | None, state: str | None = None
    ) -> tuple[Observation, ...]:
        self.among.add(Among(metric, level, year, state))
        return super().across(metric, level, year, state)


@lru_cache(maxsize=1)
def _store(order: Order) -> WatchedStore:
    """The figures for all places, read once in each process."""
    read = read_data(order.read())
    return WatchedStore(read.files, read.people, read.cut, read.asked, read.least)


@lru_cache(maxsize=1)
def _keys(order: Order) -> Keys:
    return Keys(_store(order), order.base)


def _written(order: Order, place: Place, files: Mapping[str, Made]) -> Iterator[MadeFile]:
    folder = f"{FOLDER}/{place.geoid}"
    Destination(order.address).put(folder, {name: file.content for name, file in files.items()})
    for name, file in sorted(files.items()):
        digest = sha256(file.content).hexdigest()
        yield MadeFile(f"{folder}/{name}", digest, len(file.content), file.pages)


def _uses(files: Mapping[str, Made]) -> tuple[str, ...]:
    """The codes of the places whose figures are printed."""
    codes: set[str] = set()
    for name, file in files.items():
        if name.endswith(f"{NUMBERS}.csv"):
            rows = csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")))
            codes.update(row["Place code"] for row in rows)
    return tuple(sorted(codes - {""}))


def _reason(problem: Problem) -> str:
    at = problem.at
    line = f"{PurePath(at.file).name}, line {at.line}" if at.file and at.line else ""
    told = ": ".join(filter(None, (line, at.where)))
    where = f" ({told})" if told else ""
    return " ".join(filter(None, (f"{problem.what}{where}", problem.try_this)))
