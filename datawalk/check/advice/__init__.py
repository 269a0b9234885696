"""What would make a walk better although nothing stops it: each rule in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from datawalk.check.advice import (
    colors,
    density,
    emptiness,
    groups,
    people_first,
    questions,
    reading,
    samples,
    sharpness,
    sources,
    strengths,
    terms,
    visit,
)
from datawalk.page.document import Document
from datawalk.problems import Problem
from datawalk.walk import Station, Walk

OF_A_STATION: tuple[Callable[[Station], Iterator[Problem]], ...] = (
    density.advise,
    groups.advise,
    questions.advise,
    samples.advise,
    sources.advise,
)
OF_ENGLISH: tuple[Callable[[Station], Iterator[Problem]], ...] = (
    terms.advise,
    people_first.advise,
    colors.advise,
)
"""Rules about words: their lists are of English."""


def advise(walk: Walk, documents: Sequence[Document]) -> tuple[Problem, ...]:
    """All advice on a walk that has no problems, in the order of its stations.

    Then what its pages leave out, as warnings.
    """
    found: list[Problem] = [*visit.advise(walk), *strengths.advise(walk)]
    for station in walk.stations:
        for rule in OF_A_STATION:
            found += rule(station)
        if walk.language.partition("-")[0] == "en":
            found += reading.advise(station, walk.place)
            for rule in OF_ENGLISH:
                found += rule(station)
    for document in documents:
        found += document.left
        found += sharpness.advise(walk, document)
        found += emptiness.advise(walk, document)
    return tuple(dict.fromkeys(found))
