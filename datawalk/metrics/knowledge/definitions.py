"""What a metric is in editions that count it otherwise than the newest: definitions.csv."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from datawalk.metrics.files.columns import called_in_files, of_draft
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation
from datawalk.shipped import table
from datawalk.words import phrase

PRINTED = ("sentence", "claim", "definition", "caveat")
"""The columns of definitions.csv that are read by residents."""


def counted(metric: Metric, observation: Observation, language: str) -> Metric:
    """The metric in the words of the edition that the figure is from."""
    told = _words(observation, language)
    if not told:
        return metric
    return replace(
        metric,
        sentence=told["sentence"],
        claim=told["claim"],
        definition=told["definition"],
        caveat=told["caveat"],
    )


def definition(observation: Observation, language: str) -> str:
    """What a station says is counted where the figure's edition counts otherwise; else ''."""
    return _words(observation, language).get("definition", "")


def _words(observation: Observation, language: str) -> Mapping[str, str]:
    edition = of_draft(observation.origin.edition) if observation.origin else ""
    row = _rows().get((observation.metric, edition), {})
    return {name: phrase(language, f"definitions.csv {name}", row[name]) for name in row}


@cache
def _rows() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """The printed words of each metric and edition."""
    return {
        (row["metric"], edition): {name: row[name] for name in PRINTED}
        for row in table("metrics/knowledge/definitions.csv")
        for edition in called_in_files(row["editions"])
    }
