"""What a place no longer has: figures of people for each provider, and none is left.

A stored 0 stands for no provider at all, which no rate can tell. An older rate of the place would
say that there are some.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.files.lookup import key_of, of_last_edition
from datawalk.metrics.model import Gap, Observation, Place
from datawalk.shipped import table


def none_since(
    files: Iterable[MetricsFile], metric: str, place: Place, last: int
) -> Observation | None:
    """The missing figure of a place that had one until the year `last` and zeros ever since."""
    if metric not in since():
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
    gone = Gap("none since", min(zeros), metric=metric)
    return Observation(metric, place, min(zeros), missing=gone)


def says_all(observation: Observation) -> bool:
    """Whether the reason why a figure is missing is what there is to say."""
    return observation.missing is not None and observation.missing.code == "none since"


def is_none(observation: Observation) -> bool:
    """Whether a figure is missing since the place has no provider at all."""
    gap = observation.missing
    return gap is not None and gap.code == "zero" and observation.metric in since()


@cache
def since() -> Mapping[str, str]:
    """The reason by metric, with {year}."""
    return {row["metric"]: row["since"] for row in table("metrics/knowledge/zeros.csv")}
