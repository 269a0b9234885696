"""What would make a walk better although nothing stops it: each rule in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from datawalk.check.advice import (
    bare_charts,
    colors,
    density,
    emptiness,
    groups,
    note_places,
    people_first,
    questions,
    reading,
    repeats,
    samples,
    sequence,
    sharpness,
    sources,
    strengths,
    terms,
    visit,
    welcome,
)
from datawalk.metrics.model import Place
from datawalk.page.document import Document
from datawalk.problems import Problem
from datawalk.walk import Station, Walk

OF_A_STATION: tuple[Callable[[Station], Iterator[Problem]], ...] = (
    bare_charts.advise,
    density.advise,
    groups.advise,
    questions.advise,
    repeats.advise,
    samples.advise,
    sources.advise,
)
OF_ENGLISH: tuple[Callable[[Station], Iterator[Problem]], ...] = (
    terms.advise,
    people_first.advise,
    colors.advise,
)
"""Rules about words: their lists are of English."""
OF_PAGES: tuple[Callable[[Walk, Document], Iterator[Problem]], ...] = (
    sharpness.advise,
    emptiness.advise,
    note_places.advise,
    welcome.advise,
    sequence.advise,
)


def advise(
    walk: Walk,
    documents: Sequence[Document],
    of_stations: Sequence[Sequence[Problem]] | None = None,
) -> tuple[Problem, ...]:
    """All advice on a walk that has no problems, in the order of its stations.

    Then what its pages leave out and what they look like. `of_stations` is the advice on each
    station, where it is known.
    """
    if of_stations is None:
        of_stations = [of_station(station, walk.language, walk.place) for station in walk.stations]
    found = [*_named(visit.advise, walk), *_named(strengths.advise, walk)]
    found += (problem for told in of_stations for problem in told)
    for document in documents:
        found += document.left
        for rule in OF_PAGES:
            found += _named(rule, walk, document)
    return tuple(dict.fromkeys(found))


def of_station(station: Station, language: str, place: Place) -> tuple[Problem, ...]:
    """All advice on one station of a walk."""
    found = [problem for rule in OF_A_STATION for problem in _named(rule, station)]
    if language.partition("-")[0] == "en":
        found += _named(reading.advise, station, place)
        found += (problem for rule in OF_ENGLISH for problem in _named(rule, station))
    return tuple(found)


def _named(rule: Callable[..., Iterator[Problem]], *of: object) -> Iterator[Problem]:
    """What a rule finds, each with the name of the rule as its kind."""
    name = rule.__module__.rpartition(".")[2].replace("_", "-")
    return (found if found.kind else replace(found, kind=name) for found in rule(*of))
