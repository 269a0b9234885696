"""One station as it will be shown: its exhibits, its words, its sources, its lines in the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from datawalk import prose
from datawalk.blocks.base import Block
from datawalk.blocks.cards import card_of
from datawalk.blocks.context import Context, UnreadError
from datawalk.blocks.filled import figures_of, traced
from datawalk.compose.about import about, told_of
from datawalk.compose.echoes import once
from datawalk.compose.gathering import Gathering
from datawalk.compose.room import with_room
from datawalk.compose.takeaway import findings, takeaway_of
from datawalk.config.languages import SHIPPED
from datawalk.config.station import StationConfig
from datawalk.exhibits import Bullets, Exhibit, Titles
from datawalk.icons.choices import station_icon
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Printed
from datawalk.metrics.words import wording
from datawalk.problems import At, Problem
from datawalk.source.builder import KeyPath
from datawalk.walk import NOTHING, About, Station, Takeaway
from datawalk.words import spoken


@dataclass(frozen=True, slots=True)
class StationSpot:
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


@dataclass(frozen=True, slots=True)
class StationComposer:
    """Composes the stations of a walk, and slides of the author's own, which are like them."""

    gathered: Gathering

    def station(self, spot: StationSpot, context: Context) -> Station:
        """The station; its problems and warnings are gathered."""
        station, at = spot.station, self._at(spot)
        lines = self._lines(spot)
        written_at = dict(lines)
        titles = station.titles or self.gathered.file.config.titles
        exhibits = self._exhibits(spot, context, titles)
        titled = written_at.get("title") or written_at.get("question", at)
        heading = self.gathered.attempt(lambda: context.fill(station.heading), titled)
        notes, kicker = (
            self.gathered.attempt(partial(context.fill, text or ""), written_at.get(key, at))
            for key, text in (("facilitator", station.facilitator), ("kicker", station.kicker))
        )
        ready = self.gathered.file.at(*spot.path, "definition").file.startswith(SHIPPED)
        told = self.gathered.attempt(lambda: about(station, context, written_at, ready=ready), at)
        asked = figures_of(text for text in (heading, kicker) if text)
        found = findings(exhibits, context, station.predictor) if spot.number else ()
        takeaway = self.gathered.attempt(
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
            sources=source_lines(figures, *(e.terms for e in exhibits), *taken.sources),
            asked=asked,
            said=said,
            about=self._about(spot, told[0], exhibits) if told else NOTHING,
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

    def _about(self, spot: StationSpot, told: About, exhibits: Sequence[Exhibit]) -> About:
        """Without the words that a template explains for blocks which its author replaced."""
        file = self.gathered.file
        ready, theirs = (
            file.at(*spot.path, key).file.startswith(SHIPPED) for key in ("glossary", "blocks")
        )
        return told_of(told, spot.station.heading, exhibits) if ready and not theirs else told

    def _exhibits(
        self, spot: StationSpot, context: Context, titles: Titles | None
    ) -> list[Exhibit]:
        """What its blocks become, with room to write where none has a figure."""
        written = [
            (block, (key, j))
            for key in ("blocks", "more_blocks")
            for j, block in enumerate(getattr(spot.station, key))
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
            if not block.hide
            for exhibit in self._hung(block, context, spot, place)
        ]
        exhibits = once(exhibits)
        left = self.gathered.unread.left(spot.number, exhibits)
        return with_room(exhibits, left=left, own=self._asks_itself(exhibits))

    def _asks_itself(self, exhibits: Sequence[Exhibit]) -> bool:
        """Whether an author who looks on wrote the questions."""
        asks = (e for e in exhibits if isinstance(e, Bullets))
        ready = any(e.at.file.startswith(SHIPPED) for e in asks)
        return not (ready or self.gathered.file.rules)

    def _lines(self, spot: StationSpot) -> tuple[tuple[str, At], ...]:
        """Where the settings of a station stand, so far as they are its author's own."""
        wanted = {(*spot.path, key): key for key in StationConfig.model_fields}
        return tuple(
            (wanted[path], At(at.file, at.line, spot.named, path))
            for path, at in self.gathered.file.places.items()
            if path in wanted and not at.file.startswith(SHIPPED)
        )

    def _writing(self, spot: StationSpot, exhibits: Sequence[Exhibit]) -> str:
        """Where people write. A sheet to write on needs questions."""
        asks = any(isinstance(e, Bullets) and e.form == "questions" for e in exhibits)
        if spot.station.writing == "sheet" and not asks:
            what = "writing: sheet makes a sheet for questions, and this station asks none."
            hint = "Add a block with kind: questions, or leave writing: out."
            self.gathered.problems.append(Problem(what, hint, self._at(spot)))
        return spot.station.writing or ""

    def _icon(self, spot: StationSpot) -> str:
        """Slides of the author's own have none."""
        station = spot.station
        if not (spot.number and self.gathered.file.config.icons):
            return ""
        return station_icon(station.icon or "", station.predictor or "", station.pillar)

    def _hung(
        self,
        block: Block,
        context: Context,
        spot: StationSpot,
        place: tuple[str, int],
    ) -> tuple[Exhibit, ...]:
        path: KeyPath = (*spot.path, *place)
        at = self._at(spot, place, f"block {place[1] + 1} ({block.kind})")  # type: ignore[attr-defined]
        told: list[Printed] = []
        near = replace(
            context,
            told=told.append,
            locate=lambda name: self.gathered.located(name, path),
            tell=lambda problem: self.gathered.take(self.gathered.placed(problem, at, path)),
        )
        try:
            hung = self.gathered.attempt(lambda: block.exhibits(near), at, path)
        except UnreadError:
            hung = ()
        return tuple(
            replace(exhibit, at=at, sources=source_lines(exhibit.figures, exhibit.terms))
            for exhibit in traced(hung or (), told)
        )

    def _at(self, spot: StationSpot, place: KeyPath = (), *inner: str) -> At:
        found = self.gathered.file.at(*spot.path, *place)
        return At(found.file, found.line, " › ".join([spot.named, *inner]), found.path)


def source_lines(figures: Iterable[Printed], *terms: str) -> tuple[str, ...]:
    """Who counted these figures, each line once, and then the terms of use."""
    seen = [figure.observation for figure in figures]
    counted = wording.source_line(seen, catalog(spoken()))
    return (*counted, *dict.fromkeys(term for term in terms if term))
