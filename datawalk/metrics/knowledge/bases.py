"""What a rate or a share is of: which people, how many of them at least and at most (bases.csv).

Only full counts stand there: arrests, crimes, deaths, births and students, of which a rate in a
small place tells of single people. Left out on purpose are

- estimates from surveys and from samples of credit files: they count nobody, and have grades;
- means, ranks and models: learning, air, getting around, friends across incomes;
- doctors and clubs: who they are is public;
- turnout: votes are counted in public, and set against a survey's number of adults.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from datawalk.shipped import table

PEOPLE = "population"
"""The metric that says how many people live in a place."""
ANY = "*"
"""The kind of all groups that have no row of their own."""


@dataclass(frozen=True, slots=True)
class Base:
    """A row of bases.csv: of whom the metric is told for everyone (kind all), or for groups.

    A figure is told for each `per` of them. `least` and `most` bound how many they are, as shares
    of all people of the place (above 1 where years are pooled), or of the group that the metric
    `part` is the share of; both are None where the figure is a count itself. `counted_by` is the
    metric that has the count. Places under `own_from` people have no figure of their own.
    """

    metric: str
    kind: str
    per: float
    least: float | None
    most: float | None
    part: str
    counted_by: str
    own_from: int


@cache
def _bases() -> Mapping[tuple[str, str], Base]:
    rows = map(_base, table("metrics/knowledge/bases.csv"))
    return {(row.metric, row.kind): row for row in rows}


def base(metric: str, kind: str) -> Base | None:
    """What the metric is told of, for everyone (kind all) or a kind of groups; None if of nobody.

    A count of groups has the row of everyone: it is a count all the same.
    """
    known = _bases()
    return known.get((metric, kind)) or known.get((metric, ANY)) or known.get((metric, "all"))


def needed(metrics: Collection[str]) -> frozenset[str]:
    """The other metrics by which small counts in `metrics` are found."""
    rows = [row for (metric, _), row in _bases().items() if metric in metrics]
    named = {name for row in rows for name in (row.part, row.counted_by) if name}
    return frozenset(named | {PEOPLE}) if rows else frozenset()


def _base(row: Mapping[str, str]) -> Base:
    return Base(
        row["metric"],
        row["kind"],
        float(row["per"]),
        float(row["least"]) if row["least"] else None,
        float(row["most"]) if row["most"] else None,
        row["part"],
        row["counted_by"],
        int(row["own_from"] or 0),
    )
