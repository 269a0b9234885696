"""Names of areas and groups, and how large everyday counts of people are."""

from __future__ import annotations

import random

AREAS = (
    *("North", "South", "East", "West", "Center", "Riverside", "Oak Street", "Elm Street"),
    *("Hillcrest", "Old Town", "Mill Quarter", "Station", "Harbor", "Parkside", "Lakeview"),
    *("Maple Grove", "Pine Ridge", "Fairview", "Greenfield", "Westgate", "Eastgate", "Union"),
    *("Liberty", "Douglass", "Benton", "Ridgeway", "Stewart", "Garth", "Worley", "Sexton"),
    *("Paquin", "Ash", "Broadhead", "Clark", "Derby", "Grindstone", "Hinkson", "Rockhill"),
)
GROUPS = ("Black", "Hispanic", "White", "Asian", "Native", "Two or more", "Another race")
AGES = ("Under 18", "18 to 24", "25 to 44", "45 to 64", "65 to 74", "75 and older")
TOTALS = ("Total", "All areas", "Everyone", "Boone County", "Whole county", "Sum", "TOTAL")
THINGS = ("cases", "visits", "students", "clients", "evictions", "arrests", "births", "calls")


def areas(rng: random.Random, least: int = 2, most: int = 38) -> list[str]:
    """Some areas; mostly few of them."""
    count = min(most, least + int(rng.expovariate(1 / 7)))
    return rng.sample(AREAS, count)


def few(rng: random.Random) -> int:
    """A count as lists of a community have them: skewed, with many small ones and zeros."""
    kind = rng.random()
    if kind < 0.1:
        return 0
    if kind < 0.4:
        return rng.randint(1, 9)
    if kind < 0.75:
        return rng.randint(10, 70)
    return int(rng.lognormvariate(5, 1)) + 10


def part(rng: random.Random, whole: int) -> int:
    """A part of a whole; often few of them, or nearly all."""
    kind = rng.random()
    if kind < 0.3:
        return min(whole, rng.randint(0, 9))
    if kind < 0.4:
        return max(0, whole - rng.randint(0, 9))
    return rng.randint(0, whole)


def asked(rng: random.Random) -> int:
    """How many people a survey asked in one place; seldom under ten."""
    return rng.randint(4, 9) if rng.random() < 0.07 else 10 + int(rng.lognormvariate(4, 0.8))


def people(rng: random.Random) -> int:
    """How many people live in a place."""
    return round(rng.lognormvariate(8, 0.9)) + 300
