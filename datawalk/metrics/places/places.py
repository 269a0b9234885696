"""States, places and benchmarks: what they are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from datawalk.metrics.model import Level, Place
from datawalk.words import later, say

_STATES = """
01 AL Alabama|02 AK Alaska|04 AZ Arizona|05 AR Arkansas|06 CA California|08 CO Colorado
09 CT Connecticut|10 DE Delaware|11 DC District of Columbia|12 FL Florida|13 GA Georgia
15 HI Hawaii|16 ID Idaho|17 IL Illinois|18 IN Indiana|19 IA Iowa|20 KS Kansas|21 KY Kentucky
22 LA Louisiana|23 ME Maine|24 MD Maryland|25 MA Massachusetts|26 MI Michigan|27 MN Minnesota
28 MS Mississippi|29 MO Missouri|30 MT Montana|31 NE Nebraska|32 NV Nevada|33 NH New Hampshire
34 NJ New Jersey|35 NM New Mexico|36 NY New York|37 NC North Carolina|38 ND North Dakota
39 OH Ohio|40 OK Oklahoma|41 OR Oregon|42 PA Pennsylvania|44 RI Rhode Island
45 SC South Carolina|46 SD South Dakota|47 TN Tennessee|48 TX Texas|49 UT Utah|50 VT Vermont
51 VA Virginia|53 WA Washington|54 WV West Virginia|55 WI Wisconsin|56 WY Wyoming
72 PR Puerto Rico
"""
STATES = MappingProxyType(
    {
        code: (name, abbreviation)
        for code, abbreviation, name in (
            entry.split(" ", 2) for entry in _STATES.strip().replace("\n", "|").split("|")
        )
    }
)
"""Census code -> (name, postal abbreviation)."""

Scope = Literal["us", "state", "us-weighted", "state-weighted"]
"""What a middle is taken over: all counties (cities) of the country, or of one state. In a
weighted one each counts for as many as its people."""
BY_PEOPLE = "resident’s "
"""Stands in the name of a weighted middle, before county or city."""

_CITY_TAIL = re.compile(
    r"( \(balance\))|( (metro(politan)? government|consolidated government|unified government"
    r"|metro government|urban county|city and county|municipality|corporation|city|town|village"
    r"|CDP))$",
)


def display_name(name: str, level: Level) -> str:
    """A name for print: 'Columbia city' -> 'Columbia'. Names of counties stay as they are."""
    if level != "place":
        return name
    shorter = _CITY_TAIL.sub("", name)
    while shorter != name:
        name, shorter = shorter, _CITY_TAIL.sub("", shorter)
    return name


def make_place(geoid: str, level: Level, name: str) -> Place:
    """A county or city, its state told by the first two digits of its code."""
    state, abbreviation = STATES.get(geoid[:2], ("", ""))
    return Place(geoid, level, display_name(name, level), state, abbreviation)


def benchmark(scope: Scope, place: Place) -> Place:
    """The middle county (or city) of the country, or of the state of `place`."""
    noun = "county" if level_of(place) == "county" else "city"
    weighted = scope.endswith("weighted")
    where = "U.S." if scope.startswith("us") else state_of(place)
    slug = "us" if scope.startswith("us") else where.lower().replace(" ", "-")
    name = f"Middle {where} {BY_PEOPLE if weighted else ''}{noun}"
    return Place(f"{slug}-{'weighted' if weighted else 'median'}", "benchmark", name)


def called(place: Place) -> str:
    """The name of a place as it is printed; that of a benchmark in the language in use."""
    if place.level != "benchmark":
        return place.name
    state = "" if scope_of(place).startswith("us") else state_of(place)
    scope = "weighted" if scope_of(place).endswith("weighted") else "median"
    where = "state" if state else "country"
    return say(_MIDDLES[level_of(place), scope, where], state=state)


def labeled(place: Place) -> str:
    """'Boone County, MO': a place as it is told from others in a chart."""
    return called(place) if place.level == "benchmark" else place.short


_MIDDLES: Mapping[tuple[str, str, str], str] = {
    ("county", "median", "country"): later("Middle U.S. county"),
    ("county", "median", "state"): later("Middle {state} county"),
    ("county", "weighted", "country"): later("Middle U.S. resident’s county"),
    ("county", "weighted", "state"): later("Middle {state} resident’s county"),
    ("place", "median", "country"): later("Middle U.S. city"),
    ("place", "median", "state"): later("Middle {state} city"),
    ("place", "weighted", "country"): later("Middle U.S. resident’s city"),
    ("place", "weighted", "state"): later("Middle {state} resident’s city"),
}


def scope_of(place: Place) -> Scope:
    """What a benchmark is the middle of."""
    country = place.geoid.startswith("us-")
    if place.geoid.endswith("-weighted"):
        return "us-weighted" if country else "state-weighted"
    return "us" if country else "state"


def state_of(place: Place) -> str:
    """The state of a place, or of 'Middle Missouri county'."""
    if place.level != "benchmark":
        return place.state
    return place.name.removeprefix("Middle ").replace(BY_PEOPLE, "").rpartition(" ")[0]


def state_code(state: str) -> str:
    """'29' for 'Missouri'; a word that no code starts with for what is no state."""
    return next((code for code, (name, _) in STATES.items() if name == state), "none")


def level_of(place: Place) -> Literal["county", "place"]:
    """Whether a place is, or a benchmark is about, counties or cities."""
    if place.level == "benchmark":
        return "place" if place.name.endswith("city") else "county"
    return "county" if place.level == "county" else "place"
