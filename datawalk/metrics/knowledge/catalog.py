"""What is known of each metric: one row of catalog.csv, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, cast

from datawalk.metrics.model import Level, NumberFormat
from datawalk.problems import Problems, nearest, refuse
from datawalk.shipped import table
from datawalk.words import phrase

Kind = Literal["share", "dollars", "ratio", "per100", "count", "rate", "index", "pair", "grade"]
"""A `pair` sets one share next to another; `per100` is a ratio told for every 100 homes."""

Each = Literal["", "person", "home", "dollar"]
"""What a share counts: of every 100 of them."""

Direction = Literal["higher", "lower", "neither"]

PILLARS: Mapping[str, str] = MappingProxyType(
    {
        "work": "Rewarding Work",
        "education": "High-Quality Education",
        "neighborhoods": "Opportunity-Rich and Inclusive Neighborhoods",
        "health": "Healthy Environment and Access to Good Health Care",
        "governance": "Responsive and Just Governance",
        "context": "About this place",
    }
)
"""The five pillars of the Upward Mobility Framework, and a sixth for plain facts."""

PRINTED = (
    *("label", "short", "unit", "sentence", "claim", "less", "more", "zero"),
    *("definition", "source", "caveat", "county_caveat", "city_caveat"),
    *("years_mean", "groups_mean"),
)
"""The columns of catalog.csv that are read by residents, in the language of the walk."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric. Its name is its column in the published files of May 2025.

    `label` heads a chart, `short` a table row, with what it is counted per (50 characters at
    most). `unit` reads after a difference ("12 fewer of every 100 adults"), `each` is one of the
    hundred of a share. `sentence` follows the
    big number of a poster, with {place}, and {right} for a pair. `claim` is the start of a slide
    title, with {value} and {place}. `direction` says which way is better; places are compared in
    words only if it is `ranked`, which the source of crime reports advises against. `less` and
    `more` say what low and high figures mean, and never which of them is good. `levels` tells
    where it is measured. `low` and `high` bound plausible stored values. `zero` says why a stored
    0 is no figure. `caveat` is for the foot, `county_caveat` and `city_caveat` for theirs.
    `years_mean` says what a year stands for, `groups_mean` what it does for groups if that differs.
    `groups_since` is the first edition whose figures of groups mean this.
    `recent_county` and `recent_place` are the years of the files of February 2024 that name none,
    found by matching values (0: not in those files).
    """

    name: str
    pillar: str
    predictor: str
    label: str
    short: str
    kind: Kind
    format: NumberFormat
    unit: str
    each: Each
    sentence: str
    claim: str
    direction: Direction
    ranked: bool
    less: str
    more: str
    levels: tuple[Level, ...]
    low: float
    high: float
    zero: str
    definition: str
    source: str
    caveat: str
    county_caveat: str
    city_caveat: str
    years_mean: str
    groups_mean: str
    groups_since: str
    recent_county: int
    recent_place: int

    @property
    def pillar_name(self) -> str:
        return PILLARS[self.pillar]


@dataclass(frozen=True)
class Catalog:
    """All metrics by name, in the order of the framework; `language` is that of their phrases."""

    metrics: Mapping[str, Metric]
    language: str = "en"

    def get(self, name: str) -> Metric:
        """The metric called `name`; raises Problems with the nearest name for an unknown one."""
        if name in self.metrics:
            return self.metrics[name]
        raise unknown_metric(name, self.metrics)

    def search(self, word: str) -> tuple[Metric, ...]:
        """The metrics whose name, label, predictor or pillar holds every part of `word`."""
        parts = word.lower().split()
        return tuple(
            metric
            for metric in self.metrics.values()
            if all(part in _haystack(metric) for part in parts)
        )


@lru_cache(maxsize=16)
def catalog(language: str = "en") -> Catalog:
    """The catalog that ships with the package. Names, pillars and predictors stay English: walks
    and templates name them so.
    """
    rows = [_metric(_spoken(row, language)) for row in table("metrics/knowledge/catalog.csv")]
    return Catalog(MappingProxyType({metric.name: metric for metric in rows}), language)


def unknown_metric(name: str, known: Mapping[str, Metric]) -> Problems:
    """The refusal of a metric that is not in the catalog."""
    by_words = {metric.label: key for key, metric in known.items()}
    hint = nearest(name, known)
    if not hint and (close := nearest(name, by_words)):
        hint = f'Did you mean "{by_words[close.split(chr(34))[1]]}"?'
    return refuse(
        f'"{name}" is not a metric that datawalk knows.',
        hint or "The command `datawalk metrics` lists all metrics.",
        kind="no-such-number",
    )


def _haystack(metric: Metric) -> str:
    return " ".join(
        (metric.name, metric.label, metric.short, metric.predictor, metric.pillar_name)
    ).lower()


def _spoken(row: Mapping[str, str], language: str) -> Mapping[str, str]:
    told = {column: phrase(language, f"catalog.csv {column}", row[column]) for column in PRINTED}
    return {**row, **told}


def _metric(row: Mapping[str, str]) -> Metric:
    return Metric(
        name=row["name"],
        pillar=row["pillar"],
        predictor=row["predictor"],
        label=row["label"],
        short=row["short"],
        kind=cast(Kind, row["kind"]),
        format=_format(row),
        unit=row["unit"],
        each=cast(Each, row["each"]),
        sentence=row["sentence"],
        claim=row["claim"],
        direction=cast(Direction, row["direction"]),
        ranked=row["ranked"] != "no",
        less=row["less"],
        more=row["more"],
        levels=cast(tuple[Level, ...], tuple(row["levels"].split())),
        low=float(row["low"]),
        high=float(row["high"]),
        zero=row["zero"],
        definition=row["definition"],
        source=row["source"],
        caveat=row["caveat"],
        county_caveat=row["county_caveat"],
        city_caveat=row["city_caveat"],
        years_mean=row["years_mean"],
        groups_mean=row["groups_mean"],
        groups_since=row["groups_since"],
        recent_county=int(row["recent_county"] or 0),
        recent_place=int(row["recent_place"] or 0),
    )


def _format(row: Mapping[str, str]) -> NumberFormat:
    return NumberFormat(float(row["multiply"]), int(row["decimals"]), row["prefix"], row["suffix"])
