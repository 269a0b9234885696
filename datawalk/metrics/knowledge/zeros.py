"""What a place no longer has: figures of people for each provider, and none is left.

A stored 0 stands for no provider at all, which no rate can tell. An older rate of the place would
say that there are some.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.files.lookup import key_of, of_last_edition
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation, Place
from datawalk.shipped import table
from datawalk.words import phrase


def none_since(
    files: Iterable[MetricsFile], metric: str, place: Place, last: int, language: str
) -> Observation | None:
    """The missing figure of a place that had one until the year `last` and zeros ever since."""
    words = _since().get(metric)
    if not words:
        return None
    holding = of_last_edition(files, lambda f: metric in f.figures and key_of(place) in f.places)
    zeros = {
        year
        for file in holding
        for key, year in file.figures[metric].struck
        if key == key_of(place) and year > last
    }
    if not zeros:
        return None
    why = phrase(language, "zeros.csv since", words).format(year=min(zeros))
    return Observation(metric, place, min(zeros), missing=why)


def says_all(observation: Observation, language: str) -> bool:
    """Whether the reason why a figure is missing is what there is to say."""
    words = phrase(language, "zeros.csv since", _since().get(observation.metric, ""))
    return bool(words) and observation.missing == words.format(year=observation.year)


def is_none(observation: Observation, metric: Metric) -> bool:
    """Whether a figure is missing since the place has no provider at all."""
    return metric.name in _since() and not observation.known and observation.missing == metric.zero


@cache
def _since() -> Mapping[str, str]:
    """The reason by metric."""
    return {row["metric"]: row["since"] for row in table("metrics/knowledge/zeros.csv")}
