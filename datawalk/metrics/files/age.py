"""Whether a figure is so old that it says its year where others need not."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.model import Observation
from datawalk.metrics.places.places import level_of

MOST = 3
"""A figure more than so many years older than the newest of its file is an old one: files come out
two years after their newest year, so it is more than five years old when it is printed."""


def is_old(files: Sequence[MetricsFile], observation: Observation) -> bool:
    """Whether it is not of the newest year of its metric in its file, or much older than that."""
    origin, year = observation.origin, observation.year
    held = [file for file in files if origin and file.name == origin.file]
    if not (observation.known and year and held):
        return False
    return year < max(_newest(held[-1], observation), held[-1].newest - MOST)


def _newest(file: MetricsFile, observation: Observation) -> int:
    """The newest year in which any place of the level has a figure of that kind."""
    level = level_of(observation.place)
    found = file.figures.get(observation.metric)
    if found is None:
        return 0
    if observation.group_kind == "all":
        years = found.overall(level)["year"]
    else:
        table = found.table
        of_kind = table["kind"] == observation.group_kind
        years = table["year"][of_kind & table["key"].str.startswith(f"{level}:")]
    return int(years.max()) if len(years) else 0
