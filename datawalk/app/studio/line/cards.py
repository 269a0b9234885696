"""Pictures of the ready stations for the place of a new walk."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from datawalk.app.new import walk as start
from datawalk.app.studio.line.offers import files_for, lacking
from datawalk.app.studio.preview.station_cards import StationCards
from datawalk.metrics.model import Place

MOST = 2
"""Places whose cards are kept."""


class PlaceCards:
    """The cards of the places that were asked for last. For any number of threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], StationCards] = OrderedDict()
        self._lock = Lock()

    def picture(self, place: Place, language: str, template: str) -> bytes:
        """The poster of a ready station as WebP; nothing where it cannot be shown. Raises
        Problems."""
        if lacking(place):
            return b""
        cards = self._of(place, language)
        return cards.card(template).webp if template in cards.templates else b""

    def drop(self) -> None:
        """Keep nothing any more: the walk is written."""
        with self._lock:
            self._kept.clear()

    def _of(self, place: Place, language: str) -> StationCards:
        with self._lock:
            asked = (place.geoid, language)
            if asked not in self._kept:
                self._kept[asked] = StationCards(place, start.paths(files_for(place)), language)
            self._kept.move_to_end(asked)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
            return self._kept[asked]
