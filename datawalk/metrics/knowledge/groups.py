"""Groups of people and areas: what the files call them, and what is printed (groups.csv)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from datawalk.shipped import table
from datawalk.words import later, phrase, say

GroupKind = Literal[
    "race",
    "neighborhood",
    "income",
    "age",
    "gender",
    "tenure",
    "disability",
    "industry",
    "education",
]
"""Kinds of groups as authors name them. `neighborhood` is the make-up of an area, not a person."""


BY = MappingProxyType(
    {
        "race": later("by race and ethnicity"),
        "neighborhood": later("by the make-up of neighborhoods"),
        "income": later("by income"),
        "age": later("by age"),
        "gender": later("by gender"),
        "tenure": later("by owning or renting"),
        "disability": later("by disability"),
        "industry": later("by kind of work"),
        "education": later("by a mother’s schooling"),
    }
)
"""What figures are told apart by."""
HEADED = MappingProxyType(
    {
        "race": later("By race"),
        "neighborhood": later("By neighborhood"),
        "income": later("By income"),
        "age": later("By age"),
        "gender": later("By gender"),
        "tenure": later("By tenure"),
        "disability": later("By disability"),
        "industry": later("By industry"),
        "education": later("By education"),
    }
)
"""Headings of tables of groups."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group: its kind, its printed label, and its rank (0 first, then by alphabet)."""

    kind: str
    label: str
    rank: int = 0


_TYPES = MappingProxyType(
    {
        "race-ethnicity": "race",
        "race_ethnicity": "race",
        "race-ethncity": "race",
        "race-share": "neighborhood",
        "poverty": "income",
        "mothers-education": "education",
    }
)
"""What files call a kind (one of them misspelt), where an author's word differs."""


@cache
def groups() -> Mapping[str, Group]:
    """Every label that any edition uses. People's race and the make-up of an area share a type
    in the files, so the label decides what is meant.
    """
    rows = table("metrics/knowledge/groups.csv")
    return MappingProxyType(
        {row["label"]: Group(row["kind"], row["printed"], int(row["rank"])) for row in rows}
    )


@cache
def _by_words() -> Mapping[str, Group]:
    """Every label by its bare words: editions differ in capitals, dashes and the word Age."""
    return MappingProxyType({_words(label): found for label, found in groups().items()})


def _words(label: str) -> str:
    words = re.sub(r"(?<=\d)\s*[-–]\s*(?=\d)", " to ", label.casefold())
    return re.sub(r"^ages? (?=\d)|[^\w$,]", " ", words).strip()


def known(label: str) -> Group | None:
    """The group that any edition calls so."""
    return groups().get(label) or _by_words().get(_words(label))


def group(subgroup_type: str, subgroup: str) -> Group:
    """The group that a file means. An unknown label stays as it is, in the kind of its type."""
    return known(subgroup) or Group(kind_of_type(subgroup_type), subgroup)


def kind_of_type(subgroup_type: str) -> str:
    """An author's word for the kind that a file calls `subgroup_type`."""
    return _TYPES.get(subgroup_type, subgroup_type)


EVERYONE = later("Everyone")
"""The label of all groups together."""


def called(label: str, language: str, metric: str = "") -> str:
    """A printed label in the language of the walk. Files, walks and orders go by the English.

    Beside figures of one metric it names whom that counts: Black students, households headed by
    Black residents.
    """
    if own := _people().get((metric, label)):
        return phrase(language, "group_people.csv printed", own)
    return say(EVERYONE) if label == EVERYONE else phrase(language, "groups.csv printed", label)


@cache
def _people() -> Mapping[tuple[str, str], str]:
    """Labels of groups beside figures of one metric (group_people.csv)."""
    return MappingProxyType(
        {
            (metric, row["label"]): row["printed"]
            for row in table("metrics/knowledge/group_people.csv")
            for metric in row["metrics"].split()
        }
    )


def inside(label: str) -> str:
    """A printed label as it stands inside a sentence: 'people with a disability'."""
    if label.split(" ")[0].rstrip(",") in ("Black", "Hispanic", "Native", "White"):
        return label
    return label[:1].lower() + label[1:]


def sort_key(label: str) -> tuple[int, str]:
    """Orders printed labels by rank, and those of one rank by alphabet.

    Mostly White neighborhoods have a rank, or the alphabet would set them first by accident.
    """
    return _ranks().get(label, 0), label


@cache
def _ranks() -> Mapping[str, int]:
    return {known.label: known.rank for known in groups().values()}
