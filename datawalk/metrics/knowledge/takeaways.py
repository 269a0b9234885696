"""How a figure is told in a sentence of its own: one row of takeaways.csv for each metric.

A metric without a row has no such sentence. Editions that count otherwise have rows of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from datawalk.metrics.files.columns import called_in_files, of_draft
from datawalk.metrics.model import Observation
from datawalk.shipped import table
from datawalk.words import phrase, spoken

PRINTED = ("level", "gap", "what", "whom")
"""The columns of takeaways.csv that are read by residents."""
USUAL = ""
"""The editions of a row that holds for all which have none of their own."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences of a metric, with {year}, {value} and {place} to fill in.

    `level` tells of everyone, with {right} for a pair. `gap` tells of a {group} and has no full
    stop, for another group follows; '' where no such sentence is true. It is for the kinds of
    groups in `by`. `what` names amounts of money, which are told as having risen or fallen.
    Where the group stands in the metric, `whom` tells it. `counted` says that everyone, or every
    case, was counted.
    """

    by: tuple[str, ...]
    counted: bool
    level: str
    gap: str
    what: str
    whom: str


def sentences(observation: Observation) -> Sentences | None:
    """Those of the edition that the figure is from, in the language in use."""
    edition = of_draft(observation.origin.edition) if observation.origin else USUAL
    rows = _rows()
    row = rows.get((observation.metric, edition)) or rows.get((observation.metric, USUAL))
    if row is None:
        return None
    told = {name: phrase(spoken(), f"takeaways.csv {name}", row[name]) for name in PRINTED}
    return Sentences(tuple(row["by"].split()), row["counted"] == "yes", **told)


@cache
def _rows() -> Mapping[tuple[str, str], Mapping[str, str]]:
    return {
        (row["metric"], edition): row
        for row in table("metrics/knowledge/takeaways.csv")
        for edition in (called_in_files(row["editions"]) if row["editions"] else (USUAL,))
    }
