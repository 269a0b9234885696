"""Groups of people and areas: what the files call them, and what is printed."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Group:
    """A group: its kind, its printed label, and its place in an ordered kind (0: by alphabet)."""

    kind: str
    label: str
    order: int = 0


GROUPS = MappingProxyType(
    {
        "Black": Group("race", "Black residents"),
        "Black, Non-Hispanic": Group("race", "Black residents"),
        "Hispanic": Group("race", "Hispanic residents"),
        "Other": Group("race", "Residents of another race or more than one"),
        "Other Races": Group("race", "Residents of another race or more than one"),
        "Other Races and Ethnicities": Group("race", "Residents of another race or more than one"),
        "White": Group("race", "White residents"),
        "White, Non-Hispanic": Group("race", "White residents"),
        "Neighborhoods of color": Group("neighborhood", "Neighborhoods of color"),
        "Mixed neighborhoods": Group("neighborhood", "Mixed neighborhoods"),
        "White neighborhoods": Group("neighborhood", "Mostly White neighborhoods"),
        "Economically Disadvantaged": Group("income", "Students from low-income homes", 1),
        "Not Economically Disadvantaged": Group("income", "Students from other homes", 2),
        "Less than $50,000": Group("income", "Homes with less than $50,000", 1),
        "$50,000 or More": Group("income", "Homes with $50,000 or more", 2),
        "High-Poverty": Group("income", "Areas with high poverty", 1),
        "Not High-Poverty": Group("income", "Other areas", 2),
        "Age 10 to 14": Group("age", "Youth ages 10 to 14", 1),
        "Age 15 to 17": Group("age", "Youth ages 15 to 17", 2),
        "Under Age 45": Group("age", "People under age 45", 3),
        "Age 45 and Over": Group("age", "People ages 45 and over", 4),
        "Female": Group("gender", "Women and girls"),
        "Male": Group("gender", "Men and boys"),
        "Owner": Group("tenure", "Homes to own"),
        "Renter": Group("tenure", "Homes to rent"),
        "With Disability": Group("disability", "People with a disability"),
        "with disability": Group("disability", "People with a disability"),
        "Without Disability": Group("disability", "People without a disability"),
        "without disability": Group("disability", "People without a disability"),
        "Education and Health": Group("industry", "Education and health"),
        "Goods Producing": Group("industry", "Making goods"),
        "Information Services": Group("industry", "Information services"),
        "Leisure and Other": Group("industry", "Leisure and other"),
        "Professional Services": Group("industry", "Professional services"),
        "Public Administration": Group("industry", "Public administration"),
        "Trade, Transit, Utilities": Group("industry", "Trade, transit, utilities"),
        "Less than High School": Group("education", "Mothers who did not finish high school", 1),
        "GED/High School Degree": Group("education", "Mothers who finished high school", 2),
        "Some College": Group("education", "Mothers with some college", 3),
        "College Degree or Higher": Group("education", "Mothers with a college degree", 4),
    }
)
"""Every label in the files of September 2024 and May 2025."""

_TYPES = MappingProxyType(
    {
        "race-ethnicity": "race",
        "race_ethnicity": "race",
        "race-share": "neighborhood",
        "poverty": "income",
        "mothers-education": "education",
    }
)


def group(subgroup_type: str, subgroup: str) -> Group:
    """The group that a file means. An unknown label stays as it is, in the kind of its type."""
    return GROUPS.get(subgroup) or Group(kind_of_type(subgroup_type), subgroup)


def kind_of_type(subgroup_type: str) -> str:
    """An author's word for the kind that a file calls `subgroup_type`."""
    return _TYPES.get(subgroup_type, subgroup_type)


def inside(label: str) -> str:
    """A printed label as it stands inside a sentence: 'people with a disability'."""
    if label.split(" ")[0] in ("Black", "Hispanic", "White"):
        return label
    return label[:1].lower() + label[1:]


def sort_key(label: str) -> tuple[int, str]:
    """Orders printed labels: those of an ordered kind by rank, all others by alphabet."""
    return _ORDER.get(label, 0), label


_ORDER = {known.label: known.order for known in GROUPS.values()}
