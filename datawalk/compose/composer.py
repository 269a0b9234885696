"""From a walk as written, and its data, to the walk as it will be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from datawalk.blocks.context import Context
from datawalk.blocks.supplements import Supplement
from datawalk.compose.event.inviting import event_of
from datawalk.compose.gathering import Gathering
from datawalk.compose.pictures import pictured
from datawalk.compose.pieces import ComposedStation, Pieces, lines_of
from datawalk.compose.session import made
from datawalk.compose.session.given import Given
from datawalk.compose.stations import StationComposer, StationSpot, source_lines
from datawalk.config.load import WalkFile
from datawalk.config.outputs import DeckOutput, Output
from datawalk.config.own_data import OwnData
from datawalk.config.papers import HandoutOutput
from datawalk.config.station import StationConfig
from datawalk.exhibits import Picture
from datawalk.metrics.files.own_prices import read_prices
from datawalk.metrics.knowledge.prices import PriceIndex, shipped, told_by
from datawalk.metrics.knowledge.prices import index as price_index
from datawalk.metrics.model import Place, Printed
from datawalk.metrics.places.compared import compared
from datawalk.metrics.store import MetricStore
from datawalk.problems import Problems, refuse
from datawalk.walk import Composed, Event, SessionPart, SourcesIn, Walk
from datawalk.words import spoken
from datawalk.words.states import at_home


def supplements_of(stations: Iterable[StationConfig]) -> dict[Supplement, tuple[int, ...]]:
    """The numbers of the stations where each kind of supplement stands."""
    found: dict[Supplement, tuple[int, ...]] = {}
    for number, station in enumerate(stations, start=1):
        kinds = {block.supplies() for block in station.shown}
        for kind in kinds:
            if kind:
                found[kind] = (*found.get(kind, ()), number)
    return found


def compose(file: WalkFile, store: MetricStore) -> Composed:
    """Turn every block into exhibits. Raises Problems, all of them at once."""
    return compose_again(file, store)[0]


def compose_again(
    file: WalkFile,
    store: MetricStore,
    figures: object = None,
    before: Pieces | None = None,
) -> tuple[Composed, Pieces]:
    """As `compose`, with the stations from `before` that would become the same.

    Figures of stores that were read from the same `figures` are the same; left out, of no other
    store.
    """
    composer = _Composer(file, store, figures or store, before)
    return composer.composed(), Pieces(tuple(composer.pieces), composer.own)


def _sources_in(outputs: Sequence[Output]) -> SourcesIn:
    """The output whose pages have all sources of a station under it; '' where none is made."""
    if any(isinstance(output, HandoutOutput) for output in outputs):
        return "handout"
    return "deck" if any(isinstance(output, DeckOutput) for output in outputs) else ""


class _Composer:
    """Composes a walk from what it gathers, taking over stations from `before`."""

    def __init__(
        self, file: WalkFile, store: MetricStore, figures: object, before: Pieces | None
    ) -> None:
        self.file = file
        self.store = store
        self.figures = figures
        self.before = before.pieces if before else ()
        self.pieces: list[ComposedStation] = []
        self.lines = lines_of(file)
        self.own = OwnData(file, before.own if before else None)
        self.gathered = Gathering(file, store, self.own, list(store.warnings))
        self.stations = StationComposer(self.gathered)

    def composed(self) -> Composed:
        found = self.gathered.attempt(self._price_index, self.file.at("prices"))
        place = self.gathered.attempt(self._place, self.file.at("place"))
        with told_by(found or shipped()), at_home(place.state if place else ""):
            return self._composed_walk(place)

    def _price_index(self) -> PriceIndex:
        name = self.file.config.prices
        return read_prices(self.file.locate(name, "prices"), name) if name else shipped()

    def _composed_walk(self, place: Place | None) -> Composed:
        compare = self._compared(place) if place else ()
        self.gathered.problems += self.own.problems
        if place is None:
            raise Problems(self.gathered.problems)
        for i, station in enumerate(self.file.config.stations):
            context = self.gathered.context(place, compare, ("stations", i), station.accept, i + 1)
            self.pieces.append(self._piece(StationSpot(("stations", i), i + 1, station), context))
        stations = tuple(piece.station for piece in self.pieces)
        told: list[Printed] = []
        walk_context = replace(self.gathered.context(place, compare, ()), told=told.append)
        title = self.gathered.attempt(
            lambda: walk_context.fill(self.file.config.title).text, self.file.at("title")
        )
        event = self.gathered.attempt(
            lambda: event_of(self.file, walk_context), self.file.at("event"), ("event",)
        )
        if self.gathered.problems:
            raise Problems(sorted(self.gathered.problems, key=lambda p: (p.at.file, p.at.line)))
        walk = Walk(
            title or "",
            place,
            self.file.config.language,
            event or Event(),
            stations,
            tuple(told),
            supplements_of(self.file.config.stations),
            sources_in=_sources_in(self.file.config.outputs),
            together=self.file.config.session.walk == "together",
            icons=self.file.config.icons,
        )
        walk = replace(walk, session=tuple(self._session(walk, compare)))
        self.gathered.warnings += self.gathered.unread.told(self.file.at("data"))
        if self.gathered.problems:
            raise Problems(self.gathered.problems)
        return Composed(walk, tuple(dict.fromkeys(self.gathered.warnings)))

    def _piece(self, spot: StationSpot, context: Context) -> ComposedStation:
        """The station as it was before, if it would become the same; else composed."""
        basis = self._basis(spot, context)
        piece = next((p for p in self.before[spot.number - 1 :][:1]), None)
        if piece is None or not piece.holds(basis, self.file, self.own.read):
            piece = self._composed(spot, context, basis)
        self.gathered.warnings += piece.warnings
        self.gathered.unread.take_all(piece.unread, spot.number, bare=piece.bare)
        return piece

    def _basis(self, spot: StationSpot, context: Context) -> tuple[object, ...]:
        """All that a station is made of, beside files and tables that it asks for."""
        return (
            (self.figures, self.store.newest_year, context.place, context.compare),
            (self.file.config.language, spoken(), self.file.config.titles, self.file.config.icons),
            price_index(),
            (context.allow_weak, context.accept, context.unasked),
            (spot.number, spot.station, self.lines.get(spot.number - 1)),
        )

    def _composed(
        self, spot: StationSpot, context: Context, basis: tuple[object, ...]
    ) -> ComposedStation:
        held = self.gathered
        others, held.warnings, held.files, held.tables = held.warnings, [], {}, {}
        station = self.stations.station(spot, context)
        told, held.warnings = tuple(held.warnings), others
        return ComposedStation(
            station,
            basis,
            tuple(held.files),
            tuple(held.tables.items()),
            told,
            self.gathered.unread.of(spot.number),
            spot.number in self.gathered.unread.bare,
        )

    def _place(self) -> Place:
        written = self.file.config.place
        if not self.store.places:
            raise refuse(
                "There are no data to take figures from.",
                "Name a file under data:, or give one with --data FILE.",
            )
        return self.store.find_place(written)

    def _compared(self, place: Place) -> tuple[Place, ...]:
        def attempt(index: int, step: Callable[[], tuple[Place, ...]]) -> tuple[Place, ...]:
            return self.gathered.attempt(step, self.file.at("compare", index)) or ()

        return compared(self.file.config.compare, place, self.store, attempt)

    def _pictures(self, context: Context) -> Iterator[Picture | None]:
        """Those of where people find more."""
        for i, source in enumerate(self.file.config.session.resources):
            if source.picture is None:
                yield None
                continue
            at = ("session", "resources", i, "picture", "file")
            shown = partial(pictured, self.file, source.picture, context, at)
            yield self.gathered.attempt(shown, self.file.at(*at))

    def _session(self, walk: Walk, compare: tuple[Place, ...]) -> Iterator[SessionPart]:
        """The parts of the session; slides of the author's own are composed like stations."""
        stations = self.file.config.stations
        accept = {doubt for station in stations for doubt in station.accept}
        context = self.gathered.context(walk.place, compare, ("session",), accept)
        given = Given(
            self.file.config.session,
            walk,
            context,
            tuple(station.shown for station in stations),
            source_lines,
            tuple(self._pictures(context)),
        )
        for i, written in enumerate(self.file.config.session.order):
            path = ("session", "parts", i)
            if written.blocks:
                own = StationConfig(
                    title=written.title,
                    pillar="welcome",
                    facilitator=written.notes,
                    blocks=written.blocks,
                )
                slides = self.stations.station(StationSpot(path, 0, own), context)
                yield SessionPart(written.part or "", slides, own=True)
                continue
            at = self.file.at("session", written.part or "")
            ours = self.gathered.attempt(partial(made, written, given), at, ("session",))
            if ours:
                yield ours
