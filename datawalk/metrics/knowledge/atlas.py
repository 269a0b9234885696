"""The Opportunity Atlas: what the columns of its published tract files mean.

The files of opportunityinsights.org name a column kfr_black_male_p25 (outcome, race, gender,
income of the parents), those of opportunityatlas.org Household_Income_at_Age_35_rB_gM_p25.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from datawalk.metrics.local.description import LocalMeasure
from datawalk.metrics.model import NumberFormat
from datawalk.shipped import table
from datawalk.words import phrase

SOURCE = "Opportunity Atlas, Opportunity Insights and U.S. Census Bureau."
TERMS = (
    "Opportunity Atlas: figures of people born from 1978 to 1983, by the census tract of 2010 in "
    "which they grew up."
)
_PLAIN = re.compile(
    r"(?P<outcome>[a-z0-9_]+?)_(?P<race>pooled|black|white|hisp|asian|natam|aian|other)"
    r"_(?P<gender>pooled|male|female)_(?P<income>p\d+|mean)"
)
_SITE = re.compile(r"(?P<outcome>.+)_r(?P<race>[PBWHANO])_g(?P<gender>[PMF])_p(?P<income>\d+|all)")
_COUNT = re.compile(
    r"(?P<race>pooled|black|white|hisp|asian|natam|aian|other)_(?P<gender>pooled|male|female)_count"
)
_RACES = {
    "black": "Black",
    "b": "Black",
    "white": "White",
    "w": "White",
    "hisp": "Hispanic",
    "h": "Hispanic",
    "asian": "Asian",
    "a": "Asian",
    "natam": "American Indian and Alaska Native",
    "aian": "American Indian and Alaska Native",
    "n": "American Indian and Alaska Native",
}
_GENDERS = {"male": "boys", "m": "boys", "female": "girls", "f": "girls"}
_PARENTS = {
    "1": " of parents with the lowest incomes",
    "25": " of parents with low incomes",
    "50": " of parents with middle incomes",
    "75": " of parents with high incomes",
    "100": " of parents with the highest incomes",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row of the registry."""

    label: str
    format: NumberFormat
    sentence: str


def source(language: str) -> str:
    """Who published the figures."""
    return phrase(language, "atlas.py", SOURCE)


def terms(language: str) -> str:
    """Whom the figures are about."""
    return phrase(language, "atlas.py", TERMS)


@lru_cache(maxsize=16)
def outcomes(language: str = "en") -> Mapping[str, Outcome]:
    """The outcomes by the first part of their column names."""
    return {
        row["outcome"]: Outcome(
            phrase(language, "atlas.csv label", row["label"]),
            NumberFormat(
                float(row["multiply"]), int(row["decimals"]), row["prefix"], row["suffix"]
            ),
            phrase(language, "atlas.csv sentence", row["sentence"]),
        )
        for row in table("metrics/knowledge/atlas.csv")
    }


def outcome(column: str, language: str = "en") -> Outcome | None:
    """The outcome that a column shows, or None if it is not one of the registry."""
    found = _parts(column)
    return outcomes(language).get(found["outcome"]) if found else None


def is_atlas(columns: Collection[str]) -> bool:
    """Whether these are the columns of an Atlas file by tract."""
    return "tract" in columns and any(outcome(column) for column in columns)


def described(column: str, columns: Collection[str], language: str) -> LocalMeasure | None:
    """The label of a column of an Atlas file, with its standard errors if they are there."""
    found, known = _parts(column), outcome(column, language)
    if not found or not known:
        return None
    race = _RACES.get(found["race"].lower(), "")
    child = f"{race} {_GENDERS.get(found['gender'].lower(), 'children')}".strip()
    parents = _PARENTS.get(found["income"].removeprefix("p"), "")
    who = phrase(language, "atlas.py who", child) + phrase(language, "atlas.py parents", parents)
    label = known.label if child + parents == "children" else f"{known.label}, {who}"
    errors = f"{column}_se"
    # Without a level: a standard error, not a margin of one.
    return LocalMeasure.model_construct(
        **LocalMeasure(column=column, label=label, people=False).model_dump()
        | {"margin": errors if errors in columns else None}
    )


def _parts(column: str) -> dict[str, str] | None:
    if counted := _COUNT.fullmatch(column):
        return {**counted.groupdict(), "outcome": "count", "income": ""}
    matched = _PLAIN.fullmatch(column) or _SITE.fullmatch(column)
    return matched.groupdict() if matched else None
