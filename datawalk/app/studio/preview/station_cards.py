"""Ready stations as cards for a new walk: each with its poster for the place, and its number."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock

from datawalk.app.studio.preview.choices import NumberChoice, choice_of
from datawalk.app.studio.preview.messages import message_of
from datawalk.app.studio.preview.pictures import alt_of, painted
from datawalk.compose.data import data_paths, needed_metrics
from datawalk.config.load import WalkFile, load
from datawalk.config.outputs import PosterOutput
from datawalk.config.templates import about_predictors, names
from datawalk.kit import sketch
from datawalk.metrics.model import Place
from datawalk.metrics.store import MetricStore, read_store
from datawalk.page.document import Document
from datawalk.prepare.sketch import Wish
from datawalk.problems import Problems
from datawalk.render.image import raster
from datawalk.source import Unsaved
from datawalk.walk import Station

WIDTH = 360
WALK = """\
title: "{{place}}"
place: "{place}"
language: {language}
compare: [us-median]
accept: [zero, silent-police, far-out, jump, twins, wider-area]
outputs: [{{medium: poster}}]
session: {{parts: []}}
stations:
{stations}"""
"""All doubts are accepted: a card is there to look at, and its number tells them beside it."""


@dataclass(frozen=True, slots=True)
class StationCard:
    """A ready station for a place. `webp` is its poster, empty where it cannot be shown here; then
    `number` or `lacks` says why. `hash` names the picture."""

    template: str
    question: str
    pillar: str
    icon: str
    minutes: int
    number: NumberChoice | None
    webp: bytes = field(default=b"", repr=False)
    hash: str = ""
    alt: str = field(default="", repr=False)
    lacks: str = ""

    @property
    def strength(self) -> int:
        """By this cards are ordered: the strongest first."""
        return self.number.strength if self.number else 0


class StationCards:
    """Cards of the ready stations for one place, made when they are asked for. For any number of
    threads. Raises Problems where the files cannot be read."""

    def __init__(self, place: Place, files: Sequence[Path], language: str = "en") -> None:
        self.place = place
        self.language = language
        self.templates = names()
        self._files = tuple(files)
        self._stage: tuple[WalkFile, MetricStore] | None = None
        self._cards: dict[str, StationCard] = {}
        self._working = Lock()

    def card(self, template: str) -> StationCard:
        """The card of one of the `templates`. The first takes a few seconds, others a few tenths
        of one, and each is made once."""
        with self._working:
            if template not in self._cards:
                self._cards[template] = self._made(template)
                if len(self._cards) == len(self.templates):
                    self._stage = None
            return self._cards[template]

    def _made(self, template: str) -> StationCard:
        file, store = self._stage = self._stage or self._staged()
        station = file.config.stations[self.templates.index(template)]
        config = file.config.model_copy(update={"stations": (station,)})
        metrics = {ready.name: ready.metrics for ready in about_predictors()}.get(template, ())
        number = choice_of(store, metrics[0], self.place, self.language) if metrics else None
        try:
            made = sketch(replace(file, config=config), Wish(misfits=True), store=store)
        except Problems as found:
            why = message_of(found.problems[0].kind, "problem").what.told(self.language)
            bare = (template, station.heading, station.pillar, "", station.minutes, number)
            return StationCard(*bare, lacks=why)
        (laid,) = made.laid.values()
        return _card(template, made.kit.walk.stations[0], number, laid.document)

    def _staged(self) -> tuple[WalkFile, MetricStore]:
        """A walk of all templates, and the figures for it. Raises Problems."""
        stations = "".join(f"  - template: {name}\n" for name in self.templates)
        text = WALK.format(place=self.place.geoid, language=self.language, stations=stations)
        walk = Unsaved(text.encode(), Path("walk.yaml"))
        file = load(walk, data=tuple(path.absolute() for path in self._files))
        return file, read_store(data_paths(file), needed_metrics(file))


def _card(
    template: str, station: Station, number: NumberChoice | None, document: Document | None
) -> StationCard:
    told = (template, station.question, station.pillar, station.icon, station.minutes, number)
    if document is None:
        return StationCard(*told)
    page = document.pages[0]
    picture, _ = raster.webp(painted(document, page, PosterOutput(medium="poster")), 0, WIDTH)
    name = hashlib.sha256(picture).hexdigest()[:32]
    return StationCard(*told, picture, name, alt_of(page))
