"""The numbers that can be chosen for a place: each with what to know before it is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from datawalk.app.studio.preview.matching import WordIndex
from datawalk.app.studio.preview.words import SURE
from datawalk.metrics.files.cases import USUAL_LEAST, too_few
from datawalk.metrics.knowledge import doubts
from datawalk.metrics.knowledge.catalog import PILLARS, Metric, catalog
from datawalk.metrics.model import Observation, Place, Quality
from datawalk.metrics.store import MetricStore, read_store
from datawalk.metrics.words import reasons, wording
from datawalk.words import speaking

AT_ONCE = 6
"""Metrics that are read together: all would fill the memory."""

Sureness = Literal["sure", "less", "unsure", "ungraded", "none"]
_SURENESS: dict[Quality | None, Sureness] = {
    Quality.STRONG: "sure",
    Quality.MARGINAL: "less",
    Quality.WEAK: "unsure",
    None: "ungraded",
}
DOTS: dict[Sureness, int] = {"sure": 3, "less": 2, "unsure": 1, "ungraded": 0, "none": 0}


@dataclass(frozen=True, slots=True)
class NumberChoice:
    """A number of a place that a block can show, in the words of a language.

    `value` is as it is printed, '' where there is none: `why` then says why. `dots` (0 to 3) and
    `sure` tell how sure it is. `doubts` are sentences to read before it is chosen; `accept` are
    the names that say they were read. `strength` orders choices, the strongest first (0).
    """

    metric: str
    name: str
    pillar: str
    predictor: str
    value: str
    year: int | None
    sureness: Sureness
    dots: int
    sure: str
    range: str
    doubts: tuple[str, ...]
    accept: tuple[str, ...]
    strength: int
    why: str = ""


class NumberBoard:
    """The numbers of one place, to be searched while one types."""

    def __init__(self, choices: Iterable[NumberChoice]) -> None:
        self.choices = tuple(sorted(choices, key=lambda choice: choice.strength))
        self.index = WordIndex((choice.name, _known_by(choice)) for choice in self.choices)

    def search(self, typed: str) -> tuple[NumberChoice, ...]:
        """The numbers with these words, the nearest and strongest first; all for no word."""
        if not typed.strip():
            return self.choices
        return tuple(self.choices[number] for _, number in self.index.search(typed))

    def of(self, metric: str) -> NumberChoice | None:
        return next((choice for choice in self.choices if choice.metric == metric), None)


def _known_by(choice: NumberChoice) -> str:
    """What else people may call a number, in English too."""
    metric = catalog().get(choice.metric)
    named = (choice.predictor, PILLARS.get(choice.pillar, ""), choice.metric.replace("_", " "))
    return " ".join((*named, metric.label, metric.short, metric.definition))


def number_board(paths: Sequence[Path], place: Place, language: str = "en") -> NumberBoard:
    """The numbers of a place in these files. Takes a second or two. Raises Problems."""
    return NumberBoard(number_choices(paths, place, language))


def number_choices(
    paths: Sequence[Path], place: Place, language: str = "en", least: int = USUAL_LEAST
) -> Iterator[NumberChoice]:
    """The same, some after the other as they are read."""
    names = iter(catalog(language).metrics)
    while chunk := tuple(islice(names, AT_ONCE)):
        store = read_store(paths, set(chunk), least)
        with speaking(language):
            found = [choice_of(store, name, place, language) for name in chunk]
        yield from (choice for choice in found if choice)


def choice_of(
    store: MetricStore, name: str, place: Place, language: str = "en"
) -> NumberChoice | None:
    """The newest figure of a metric as a choice; None for one that is not of this kind of place."""
    metric = catalog(language).get(name)
    if place.level not in metric.levels:
        return None
    observed = store.observe(name, place)
    sureness = _SURENESS[observed.quality] if observed.known else "none"
    asked = _doubts(observed, metric, language)
    return NumberChoice(
        name,
        metric.label,
        metric.pillar,
        metric.predictor,
        wording.printed(observed, metric).text if observed.known else "",
        observed.year,
        sureness,
        DOTS[sureness],
        SURE[sureness].told(language),
        wording.range_words(observed, metric),
        asked,
        tuple(dict.fromkeys(doubt.name for doubt in observed.doubts)),
        _strength(observed, metric, doubted=bool(asked)),
        "" if observed.known else reasons.told(observed.missing),
    )


def _doubts(observed: Observation, metric: Metric, language: str) -> tuple[str, ...]:
    """What to look at before a figure is chosen; what is asked of authors is English, what stands
    on the sheet is in any language."""
    if language.startswith("en"):
        return tuple(
            doubts.question(observed, doubt, lambda value: wording.figure(value, metric))
            for doubt in observed.doubts
        )
    return tuple(doubts.foot(observed, doubt) for doubt in observed.doubts)


def _strength(observed: Observation, metric: Metric, *, doubted: bool) -> int:
    """0 for a sure figure that nobody doubts; as many more as speaks against it. Equally strong
    ones stand as in the framework."""
    order = list(catalog().metrics).index(metric.name)
    grades = {Quality.STRONG: 0, None: 1, Quality.MARGINAL: 2, Quality.WEAK: 4}
    against = grades[observed.quality] if observed.known else 6
    against += 3 * doubted + 3 * too_few(observed)
    return against * 1000 + order
