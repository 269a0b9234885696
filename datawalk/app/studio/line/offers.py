"""The questions that a new walk may ask, each with its number for a place."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock, Thread

from datawalk.app.new import stations, trials
from datawalk.app.new import walk as start
from datawalk.config.templates import about_predictors
from datawalk.exhibits import Stat, is_gap
from datawalk.icons.choices import icon_for, station_icon
from datawalk.metrics.knowledge.published import Published
from datawalk.metrics.model import Place, Printed, Quality
from datawalk.metrics.places.peers import peers
from datawalk.prose import plain
from datawalk.shipped import folder
from datawalk.source import read_file
from datawalk.walk import Station

MOST_KEPT = 8
"""Places of which the questions are remembered."""
ALWAYS = ("welcome", "visioning")
"""The first and the last station of every new walk."""
_SURE = {Quality.STRONG: 3, Quality.MARGINAL: 2, Quality.WEAK: 1}


@dataclass(frozen=True, slots=True)
class Offer:
    """A question, and what is known of it in a place.

    `sure` runs from 1 (too unsure) to 3 (sure); 0 where nobody grades the number. `strong` ones are
    chosen beforehand. `lacks` says why it cannot be shown; without data nothing is known.
    """

    template: str
    question: str
    pillar: str
    icon: str
    minutes: int
    value: str = ""
    sentence: str = ""
    year: int | None = None
    sure: int = 0
    strong: bool = False
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class ReadyMade:
    """A template as it is written, in one language."""

    question: str
    pillar: str
    icon: str
    minutes: int


def files_for(place: Place) -> tuple[Path | Published, ...]:
    """The files with the numbers of a place; published ones may not be on this computer."""
    return start.sources(place, ())


def lacking(place: Place) -> tuple[Published, ...]:
    """The published files without which a place has no numbers."""
    return tuple(f for f in files_for(place) if isinstance(f, Published) and not f.here)


def plain_offers(language: str) -> tuple[Offer, ...]:
    """All questions, without any numbers."""
    found = ((ready.name, ready_made(ready.name, language)) for ready in about_predictors())
    ordered = sorted(found, key=lambda pair: start.PILLARS.index(pair[1].pillar))
    return tuple(Offer(name, r.question, r.pillar, r.icon, r.minutes) for name, r in ordered)


class Offers:
    """The questions for places, remembered as long as the studio runs."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[object, ...], tuple[Offer, ...]] = OrderedDict()
        self._lock = Lock()

    def soon(self, place: Place, language: str) -> tuple[Offer, ...] | None:
        """The questions with the numbers of a place; None while these are being looked up."""
        if lacking(place) or _asked(place, language) in self._known:
            return self.of(place, language)
        Thread(target=self.of, args=(place, language), daemon=True).start()
        return None

    def of(self, place: Place, language: str) -> tuple[Offer, ...]:
        """The questions with the numbers of a place; without any while its files lack."""
        if lacking(place):
            return plain_offers(language)
        paths = start.paths(files_for(place))
        asked = _asked(place, language)
        with self._lock:
            if asked not in self._known:
                self._known[asked] = _offers(place, paths, language)
                while len(self._known) > MOST_KEPT:
                    self._known.popitem(last=False)
            return self._known[asked]


def _asked(place: Place, language: str) -> tuple[object, ...]:
    paths = start.paths(files_for(place))
    return (place.geoid, language, *((p, p.stat().st_mtime_ns) for p in paths))


def _offers(place: Place, paths: Sequence[Path], language: str) -> tuple[Offer, ...]:
    names = stations.candidates((), start.PILLARS)
    stage = trials.staged(names, place, paths, language)
    found = next((p for p in stage.store.places if p.geoid == place.geoid), None)
    if found is None:
        return plain_offers(language)
    compare = (*(peer.place.geoid for peer in peers(found, stage.store)), start.MIDDLE)
    tried = trials.tried(stage, compare)
    chosen = stations.of_pillars(start.PILLARS, found, stage.store, tried)
    choices = {choice.template: choice for choice in chosen}
    return tuple(_offer(offer, tried, choices) for offer in plain_offers(language))


def _offer(
    offer: Offer, tried: Mapping[str, trials.Trial], choices: Mapping[str, stations.Choice]
) -> Offer:
    trial, choice = tried[offer.template], choices.get(offer.template)
    if trial.made is None or not trial.numbers:
        return replace(offer, lacks=trial.stops or "no numbers")
    value, sentence, figures = _main(trial.made)
    seen = max((f.observation for f in figures), key=lambda one: one.year or 0, default=None)
    return replace(
        offer,
        question=trial.made.question,
        value=value.rstrip("†"),
        sentence=sentence,
        year=seen.year if seen else None,
        sure=_SURE.get(seen.quality, 0) if seen and seen.quality else 0,
        strong=choice is not None and not choice.left_out,
    )


def _main(made: Station) -> tuple[str, str, Sequence[Printed]]:
    """The big number of a station with its sentence; else what it says in a sentence."""
    stat = next((e for e in made.exhibits if isinstance(e, Stat) and not is_gap(e)), None)
    if stat:
        return stat.number, plain(stat.sentence), stat.figures
    told = made.takeaway
    return "", plain(told.words) if told else "", told.figures if told else ()


@lru_cache(maxsize=128)
def ready_made(name: str, language: str) -> ReadyMade:
    """A template that comes with datawalk."""
    data = read_file(folder("station_templates") / f"{name}.yaml").data
    asked = data["question"] if "question" in data else data["title"]
    pillar = str(data.get("pillar") or "voices")
    icon = station_icon(str(data.get("icon") or ""), str(data.get("predictor") or ""), pillar)
    told = asked.get(language, asked["en"]) if isinstance(asked, dict) else asked
    return ReadyMade(
        str(told), pillar, icon or icon_for("sign", "any"), int(data.get("minutes") or 10)
    )
