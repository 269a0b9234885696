"""From a walk as written, and its data, to the walk as it will be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from datawalk import prose
from datawalk.blocks.base import Block
from datawalk.blocks.cards import card_of
from datawalk.blocks.context import Context, UnreadError
from datawalk.blocks.filled import figures_of, traced
from datawalk.blocks.supplements import Supplement
from datawalk.compose.about import about
from datawalk.compose.event import event_of
from datawalk.compose.pieces import ComposedStation, Pieces, Seen, lines_of
from datawalk.compose.pointing import pointed
from datawalk.compose.room import with_room
from datawalk.compose.session import made
from datawalk.compose.session.given import Given
from datawalk.compose.takeaway import findings, takeaway_of
from datawalk.compose.unread import Unread
from datawalk.config.languages import SHIPPED
from datawalk.config.load import WalkFile
from datawalk.config.outputs import DeckOutput, HandoutOutput, Output
from datawalk.config.own_data import OwnData
from datawalk.config.station import StationConfig
from datawalk.exhibits import Bullets, Exhibit, Prose
from datawalk.icons.choices import station_icon
from datawalk.inputs import stamp
from datawalk.metrics.files.own_prices import read_prices
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.knowledge.prices import PriceIndex, shipped, told_by
from datawalk.metrics.knowledge.prices import index as price_index
from datawalk.metrics.local.own import OwnTable
from datawalk.metrics.model import Place, Printed
from datawalk.metrics.places.compared import compared
from datawalk.metrics.store import MetricStore
from datawalk.metrics.words import wording
from datawalk.problems import At, Problem, Problems, refuse
from datawalk.source import KeyPath
from datawalk.states import at_home
from datawalk.walk import (
    NOTHING,
    Composed,
    Event,
    SessionPart,
    SourcesIn,
    Station,
    Takeaway,
    Walk,
)
from datawalk.words import spoken

T = TypeVar("T")


def supplements_of(stations: Iterable[StationConfig]) -> dict[Supplement, tuple[int, ...]]:
    """The numbers of the stations where each kind of supplement stands."""
    found: dict[Supplement, tuple[int, ...]] = {}
    for number, station in enumerate(stations, start=1):
        kinds = {block.supplies() for block in (*station.blocks, *station.more_blocks)}
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


@dataclass(frozen=True, slots=True)
class _Spot:
    """A station as written, and where; slides of the author's own have the number 0."""

    path: KeyPath
    number: int
    station: StationConfig

    @property
    def named(self) -> str:
        """'stations › 1 Jobs'."""
        heading = self.station.heading
        short = heading if len(heading) <= 40 else f"{heading[:38]}…"
        return f"{self.path[0]} › {self.number or ''} {short}".replace("  ", " ")


class _Composer:
    """Holds what one composition collects: problems and warnings.

    `files` and `tables` are those that the station asked for which is composed now.
    """

    def __init__(
        self, file: WalkFile, store: MetricStore, figures: object, before: Pieces | None
    ) -> None:
        self.file = file
        self.store = store
        self.figures = figures
        self.before = before.pieces if before else ()
        self.pieces: list[ComposedStation] = []
        self.lines = lines_of(file)
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = list(store.warnings)
        self.own = OwnData(file, before.own if before else None)
        self.unread = Unread()
        self.files: dict[Seen, None] = {}
        self.tables: dict[Path, OwnTable] = {}

    def composed(self) -> Composed:
        found = self._attempt(self._price_index, self.file.at("prices"))
        place = self._attempt(self._place, self.file.at("place"))
        with told_by(found or shipped()), at_home(place.state if place else ""):
            return self._composed_walk(place)

    def _price_index(self) -> PriceIndex:
        name = self.file.config.prices
        return read_prices(self.file.locate(name, "prices"), name) if name else shipped()

    def _composed_walk(self, place: Place | None) -> Composed:
        compare = self._compared(place) if place else ()
        self.problems += self.own.problems
        if place is None:
            raise Problems(self.problems)
        for i, station in enumerate(self.file.config.stations):
            context = self._context(place, compare, ("stations", i), station.accept, i + 1)
            self.pieces.append(self._piece(_Spot(("stations", i), i + 1, station), context))
        stations = tuple(piece.station for piece in self.pieces)
        told: list[Printed] = []
        walk_context = replace(self._context(place, compare, ()), told=told.append)
        title = self._attempt(
            lambda: walk_context.fill(self.file.config.title).text, self.file.at("title")
        )
        event = self._attempt(
            lambda: event_of(self.file, walk_context), self.file.at("event"), ("event",)
        )
        if self.problems:
            raise Problems(sorted(self.problems, key=lambda p: (p.at.file, p.at.line)))
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
        self.warnings += self.unread.told(self.file.at("data"))
        if self.problems:
            raise Problems(self.problems)
        return Composed(walk, tuple(dict.fromkeys(self.warnings)))

    def _piece(self, spot: _Spot, context: Context) -> ComposedStation:
        """The station as it was before, if it would become the same; else composed."""
        basis = self._basis(spot, context)
        piece = next((p for p in self.before[spot.number - 1 :][:1]), None)
        if piece is None or not piece.holds(basis, self.file, self.own.read):
            piece = self._composed(spot, context, basis)
        self.warnings += piece.warnings
        self.unread.take_all(piece.unread, spot.number, bare=piece.bare)
        return piece

    def _basis(self, spot: _Spot, context: Context) -> tuple[object, ...]:
        """All that a station is made of, beside files and tables that it asks for."""
        return (
            (self.figures, self.store.newest_year, context.place, context.compare),
            (self.file.config.language, spoken(), self.file.config.titles, self.file.config.icons),
            price_index(),
            (context.allow_weak, context.accept),
            (spot.number, spot.station, self.lines.get(spot.number - 1)),
        )

    def _composed(
        self, spot: _Spot, context: Context, basis: tuple[object, ...]
    ) -> ComposedStation:
        others, self.warnings, self.files, self.tables = self.warnings, [], {}, {}
        station = self._station(spot, context)
        told, self.warnings = tuple(self.warnings), others
        return ComposedStation(
            station,
            basis,
            tuple(self.files),
            tuple(self.tables.items()),
            told,
            self.unread.of(spot.number),
            spot.number in self.unread.bare,
        )

    def _take(self, found: Problem) -> None:
        """Keep what a block has to say; the same thing is said once."""
        kept = self.warnings if found.severity == "warning" else self.problems
        if found not in kept:
            kept.append(found)

    def _attempt(self, step: Callable[[], T], at: At, path: KeyPath = ()) -> T | None:
        """What the step gives; else None, and its problems are kept: with the lines of the settings
        under `path` that they tell, or else `at`.
        """
        try:
            return step()
        except Problems as found:
            self.problems += [self._placed(problem, at, path) for problem in found.problems]
            return None

    def _placed(self, problem: Problem, at: At, path: KeyPath) -> Problem:
        return problem.located(pointed(problem, self.file, path, at) if path else at)

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
            return self._attempt(step, self.file.at("compare", index)) or ()

        return compared(self.file.config.compare, place, self.store, attempt)

    def _located(self, name: str, path: KeyPath) -> Path:
        found = self.file.locate(name, *path)
        self.files[Seen(name, path, found, stamp(found))] = None
        return found

    def _table(self, path: Path) -> OwnTable:
        self.tables[path] = self.own.read(path)
        return self.tables[path]

    def _context(
        self,
        place: Place,
        compare: tuple[Place, ...],
        path: KeyPath,
        accept: Iterable[str] = (),
        number: int = 0,
    ) -> Context:
        return Context(
            place=place,
            compare=compare,
            store=self.store,
            catalog=catalog(spoken()),
            allow_weak=self.file.config.allow_weak,
            accept=frozenset((*self.file.config.accept, *accept)),
            locate=lambda name: self._located(name, path),
            tell=self._take,
            told=lambda _: None,
            own=self._table,
            unread=lambda found: self.unread.take(found, number),
        )

    def _station(self, spot: _Spot, context: Context) -> Station:
        station, at = spot.station, self._at(spot)
        lines = self._lines(spot)
        written_at = dict(lines)
        titles = station.titles or self.file.config.titles
        written = [
            (block, (key, j))
            for key in ("blocks", "more_blocks")
            for j, block in enumerate(getattr(station, key))
        ]
        exhibits = [
            replace(
                exhibit,
                block=number,
                kind=block.kind,
                span=block.width,
                emphasis=block.emphasis,
                titles=titles,
            )
            for number, (block, place) in enumerate(written, start=1)
            for exhibit in self._hung(block, context, spot, place)
        ]
        # A stat and a chart of one metric without a figure would say so twice.
        exhibits = [
            e for i, e in enumerate(exhibits) if not (isinstance(e, Prose) and e in exhibits[:i])
        ]
        exhibits = with_room(exhibits, left=self.unread.left(spot.number, exhibits))
        titled = written_at.get("title") or written_at.get("question", at)
        heading = self._attempt(lambda: context.fill(station.heading), titled)
        notes, kicker = (
            self._attempt(partial(context.fill, text or ""), written_at.get(key, at))
            for key, text in (("facilitator", station.facilitator), ("kicker", station.kicker))
        )
        ready = self.file.at(*spot.path, "definition").file.startswith(SHIPPED)
        told = self._attempt(lambda: about(station, context, written_at, ready=ready), at)
        asked = figures_of(text for text in (heading, kicker) if text)
        found = findings(exhibits, context, station.predictor) if spot.number else ()
        takeaway = self._attempt(
            lambda: takeaway_of(station, titles, exhibits, found, context),
            written_at.get("takeaway", at),
        )
        said = (*(told[1] if told else ()), *(notes.figures if notes else ()))
        taken = takeaway or Takeaway()
        figures = [*(f for e in exhibits for f in e.figures), *asked, *said, *taken.figures]
        return Station(
            number=spot.number,
            question=heading.text if heading else "",
            kicker=kicker.text if kicker else "",
            pillar=station.pillar,
            minutes=station.minutes if spot.number else 0,
            notes=prose.paragraphs(notes.text) if notes else (),
            exhibits=tuple(exhibits),
            sources=self._sources(figures, *(e.terms for e in exhibits), *taken.sources),
            asked=asked,
            said=said,
            about=told[0] if told else NOTHING,
            columns=station.columns,
            sheets=station.sheets,
            icon=self._icon(spot),
            layout=station.layout or "",
            takeaway=takeaway,
            card=card_of(exhibits, context) if spot.number else None,
            findings=found,
            writing=self._writing(spot, exhibits),
            at=at,
            lines=lines,
        )

    def _lines(self, spot: _Spot) -> tuple[tuple[str, At], ...]:
        """Where the settings of a station stand, so far as they are its author's own."""
        wanted = {(*spot.path, key): key for key in StationConfig.model_fields}
        return tuple(
            (wanted[path], At(at.file, at.line, spot.named))
            for path, at in self.file.places.items()
            if path in wanted and not at.file.startswith(SHIPPED)
        )

    def _writing(self, spot: _Spot, exhibits: Sequence[Exhibit]) -> str:
        """Where people write. A sheet to write on needs questions."""
        asks = any(isinstance(e, Bullets) and e.form == "questions" for e in exhibits)
        if spot.station.writing == "sheet" and not asks:
            what = "writing: sheet makes a sheet for questions, and this station asks none."
            hint = "Add a block with kind: questions, or leave writing: out."
            self.problems.append(Problem(what, hint, self._at(spot)))
        return spot.station.writing or ""

    def _icon(self, spot: _Spot) -> str:
        """Slides of the author's own have none."""
        station = spot.station
        if not (spot.number and self.file.config.icons):
            return ""
        return station_icon(station.icon or "", station.predictor or "", station.pillar)

    def _session(self, walk: Walk, compare: tuple[Place, ...]) -> Iterator[SessionPart]:
        """The parts of the session; slides of the author's own are composed like stations."""
        stations = self.file.config.stations
        accept = {doubt for station in stations for doubt in station.accept}
        context = self._context(walk.place, compare, ("session",), accept)
        given = Given(
            self.file.config.session,
            walk,
            context,
            tuple((*station.blocks, *station.more_blocks) for station in stations),
            self._sources,
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
                slides = self._station(_Spot(path, 0, own), context)
                yield SessionPart(written.part or "", slides, own=True)
                continue
            at = self.file.at("session", written.part or "")
            ours = self._attempt(partial(made, written, given), at, ("session",))
            if ours:
                yield ours

    def _hung(
        self,
        block: Block,
        context: Context,
        spot: _Spot,
        place: tuple[str, int],
    ) -> tuple[Exhibit, ...]:
        path: KeyPath = (*spot.path, *place)
        at = self._at(spot, place, f"block {place[1] + 1} ({block.kind})")  # type: ignore[attr-defined]
        told: list[Printed] = []
        near = replace(
            context,
            told=told.append,
            locate=lambda name: self._located(name, path),
            tell=lambda problem: self._take(self._placed(problem, at, path)),
        )
        try:
            hung = self._attempt(lambda: block.exhibits(near), at, path)
        except UnreadError:
            hung = ()
        return tuple(
            replace(exhibit, at=at, sources=self._sources(exhibit.figures, exhibit.terms))
            for exhibit in traced(hung or (), told)
        )

    def _sources(self, figures: Iterable[Printed], *terms: str) -> tuple[str, ...]:
        seen = [figure.observation for figure in figures]
        counted = wording.source_line(seen, catalog(spoken()))
        return (*counted, *dict.fromkeys(term for term in terms if term))

    def _at(self, spot: _Spot, place: KeyPath = (), *inner: str) -> At:
        found = self.file.at(*spot.path, *place)
        return At(found.file, found.line, " › ".join([spot.named, *inner]))
