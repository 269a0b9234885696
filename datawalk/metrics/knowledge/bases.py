"""What a rate or a share is of: which people, how many of them at least and at most (bases.csv).

Counts and estimates stand there alike: 9 of 100 in a county of 54 people are five of them, whoever
asked. Left out, for nobody is counted by them, are

- means and the middles of incomes: pay, learning, what a household has or spends;
- ranks and models: air, getting around, friends across incomes;
- homes for each 100 families: homes are no people;
- doctors and clubs: who they are is public.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
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

    Those left over are people too where `rest` is set: of 100 residents, those of other groups.
    Metrics with the same `whole` add up to everyone. `within` is the metric that counts those whom
    this one tells of, and is hidden where that is.
    """

    metric: str
    kind: str
    per: float
    least: float | None
    most: float | None
    part: str
    counted_by: str
    own_from: int
    rest: bool
    whole: str
    within: str


@cache
def _bases() -> Mapping[tuple[str, str], Base]:
    rows = map(_base, table("metrics/knowledge/bases.csv"))
    return {(row.metric, row.kind): row for row in rows}


def base(metric: str, kind: str) -> Base | None:
    """What the metric is told of, for everyone (kind all) or a kind of groups; None if of nobody.

    A count of groups is a count all the same. Of groups without a row nothing is known but that
    they are no more than everyone.
    """
    known = _bases()
    found = known.get((metric, kind)) or known.get((metric, ANY))
    everyone = known.get((metric, "all"))
    if found or everyone is None or everyone.least is None:
        return found or everyone
    return replace(everyone, least=0.0, rest=False)


def needed(metrics: Collection[str]) -> frozenset[str]:
    """The other metrics by which small counts in `metrics` are found."""
    judged = {*metrics, *hanging(metrics)}
    rows = [row for (metric, _), row in _bases().items() if metric in judged]
    named = {name for row in rows for name in (row.part, row.counted_by) if name}
    return frozenset(named | judged - set(metrics) | {PEOPLE}) if rows else frozenset()


def hanging(metrics: Collection[str]) -> frozenset[str]:
    """The metrics that have to be judged for `metrics` to be: those whose people these tell of, and
    all that add up to everyone with them."""
    rows = _bases().values()
    inside = {row.within for row in rows if row.metric in metrics and row.within}
    wholes = {row.whole for row in rows if row.metric in inside.union(metrics) and row.whole}
    return frozenset(inside | {row.metric for row in rows if row.whole in wholes})


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
        row["rest"] == "yes",
        row["whole"],
        row["within"],
    )
