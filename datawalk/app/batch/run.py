"""A batch from order to result: what is to be done, doing it, and what is left."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from hashlib import sha256

from datawalk.app.batch.destination import Destination
from datawalk.app.batch.engines import MOST_DEATHS, Engine
from datawalk.app.batch.keys import Keys
from datawalk.app.batch.manifest import BatchManifest
from datawalk.app.batch.records import FOLDER, Record
from datawalk.app.batch.secret import secret
from datawalk.app.batch.task import Order
from datawalk.compose.data import read_data
from datawalk.metrics.model import Place
from datawalk.metrics.store import MetricStore
from datawalk.output.folder import held
from datawalk.output.journal import free
from datawalk.output.names import wanted
from datawalk.problems import Problems, refuse

Told = Callable[[int, int, Record], None]
"""Takes how many places are done, how many there are, and the last record."""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """The records of all places asked for; `made` are the codes of those that needed work.

    `removed` are files that no kit has any longer, `spared` copies of those that a person changed.
    """

    records: tuple[Record, ...]
    made: frozenset[str]
    removed: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()

    @property
    def unchanged(self) -> int:
        return len(self.records) - len(self.made)


def opened(order: Order) -> tuple[Order, MetricStore]:
    """The order with its digests, and the figures of all places. Raises Problems."""
    file = order.read()
    wanted(file, order.only)
    return replace(order, secret=secret()).with_digests(), read_data(file)


def ran(
    order: Order,
    places: Sequence[Place],
    store: MetricStore,
    engine: Engine,
    told: Told = lambda *_: None,
) -> BatchResult:
    """Makes what has changed or was never made, and records it. Raises Problems."""
    to = Destination(order.address)
    with held(to.local / FOLDER) if to.local else nullcontext():
        manifest = BatchManifest.read(to)
        keys = Keys(store, order.base)
        there = to.sizes(FOLDER) if manifest.records else {}
        same = {p.geoid for p in places if _unchanged(p, manifest, order, keys, there)}
        with _closed(manifest):
            todo = [place for place in places if place.geoid not in same]
            before = {p.geoid: manifest.records.get(p.geoid) for p in todo}
            spared = [name for known in before.values() for name in _spared(to, known)]
            removed: list[str] = []
            for count, record in enumerate(_made(order, todo, engine), start=len(same) + 1):
                removed += _cleared(to, before[record.place], record)
                manifest.take(record)
                told(count, len(places), record)
        found = tuple(manifest.records[place.geoid] for place in places)
    made = frozenset(place.geoid for place in todo)
    return BatchResult(found, made, tuple(removed), tuple(spared))


@contextmanager
def _closed(manifest: BatchManifest) -> Iterator[None]:
    """Whatever ends the run, what it did is in the manifest."""
    try:
        yield
    finally:
        manifest.close()


def _unchanged(
    place: Place,
    manifest: BatchManifest,
    order: Order,
    keys: Keys,
    there: Mapping[str, int],
) -> bool:
    known = manifest.records.get(place.geoid)
    if known is None or known.status == "stopped":
        return False
    if known.status == "done" and any(there.get(f.name) != f.bytes for f in known.files):
        return False
    if known.stamp == order.stamp:
        return True
    try:
        same = known.key == keys.key(place, known.uses, known.among)
    except (Problems, ValueError):  # it asked for what is there no more, or somebody changed it
        same = False
    if not same:
        return False
    manifest.records[place.geoid] = replace(known, stamp=order.stamp)
    return True


def _made(order: Order, places: Sequence[Place], engine: Engine) -> Iterator[Record]:
    named = {place.geoid: place for place in places}
    for found in engine.run(order, [*named]) if named else ():
        yield found if isinstance(found, Record) else _lost(named[found], order)


def _lost(place: Place, order: Order) -> Record:
    why = (
        f"The process that made it ended {MOST_DEATHS} times, perhaps for want of memory. Run the "
        "same command with fewer --workers: it tries again."
    )
    return Record(
        place.geoid, place.name, place.state, place.level, "stopped", order.stamp, reasons=(why,)
    )


def _spared(to: Destination, known: Record | None) -> Iterator[str]:
    """Files that a person changed, of a place that is made anew, get another name. Raises Problems.

    Storage has none: nobody edits there.
    """
    folder = to.local
    if known:
        to.refuse_links(f"{FOLDER}/{known.place}")
    for file in known.files if known and folder else ():
        assert folder is not None
        path = folder / file.name
        try:
            if path.is_file() and sha256(path.read_bytes()).hexdigest() != file.sha256:
                copy = free(path, "before")
                path.rename(copy)
                yield str(copy.relative_to(folder))
        except OSError as error:
            raise refuse(f"{path} cannot be kept: {error.strerror}.") from error


def _cleared(to: Destination, before: Record | None, now: Record) -> list[str]:
    """Removes the files that the place had and has no longer; those of a stopped one stay."""
    if before is None or now.status == "stopped":
        return []
    names: Collection[str] = {file.name for file in now.files}
    gone = [file.name for file in before.files if file.name not in names]
    for name in gone:
        to.remove(name)
    return gone
