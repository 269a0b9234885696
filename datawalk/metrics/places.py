"""States, and finding a county or city by code or by name."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from datawalk import slips
from datawalk.metrics.model import Level, Place
from datawalk.problems import Problems, refuse
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

_KEPT = ("Ll", "Lo", "Nd")
"""Letters and digits; an okina is a sign of its own (Lm)."""

_CITY_TAIL = re.compile(
    r"( \(balance\))|( (metro(politan)? government|consolidated government|unified government"
    r"|metro government|urban county|city and county|municipality|corporation|city|town|village"
    r"|CDP))$",
)
_COUNTY_TAIL = re.compile(
    r" (county|parish|borough|census area|municipality|municipio|planning region"
    r"|city and borough|city)$"
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


_SHORTER = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}
"""Words of names that people write in short."""
_SHORT_COUNTY = re.compile(r"\bco$")
_PUERTO_RICO = re.compile(r"\bpuerto rico\b|\bpr$")


def find(text: str, places: Collection[Place], level: Level | None = None) -> Place:
    """The one place that `text` means. Raises Problems: no such place, or several."""
    text = text.strip()
    pool = [place for place in places if level in (None, place.level)]
    found = _matches(text, pool)
    if len(found) == 1:
        return found[0]
    if found:
        raise _ambiguous(text, found)
    raise _not_found(text, pool, [place for place in places if level != place.level])


def _matches(text: str, places: Sequence[Place]) -> list[Place]:
    """Places meant by `text`: by code, else by whole name, else by a name without its tail."""
    if text.isdigit():
        return [place for place in places if place.geoid == text]
    for name, state in _ways(text):
        pool = [place for place in places if not state or place.state == state]
        whole = [place for place in pool if name in _whole_names(place)]
        if found := whole or [place for place in pool if name == _bare(place.name)]:
            return found
    return []


def _ways(text: str) -> Iterator[tuple[str, str]]:
    """Name and state as people may mean them: 'Navajo County AZ', 'tucson az', 'Boone Co., MO'.

    The end of a name may also be a state's: Oklahoma, and Delaware County in Ohio.
    """
    ways = [_split(text), *_unparted(text)]
    yield from ways
    # Only then: CO is Colorado, too.
    for name, state in ways:
        if (longer := _SHORT_COUNTY.sub("county", name)) != name:
            yield longer, state


def _split(text: str) -> tuple[str, str]:
    """The plain name, and the state if the part after the last comma is one."""
    head, comma, tail = text.rpartition(",")
    state = _state(tail) if comma else ""
    return (_plain(head), state) if state else (_plain(text), "")


def _unparted(text: str) -> Iterator[tuple[str, str]]:
    """A name with a state behind it and no comma between them."""
    words = text.replace(",", " ").split()
    for count in range(min(3, len(words) - 1), 0, -1):
        if state := _state(" ".join(words[-count:])):
            yield _plain(" ".join(words[:-count])), state


def _state(text: str) -> str:
    wanted = _plain(text)
    for name, abbreviation in STATES.values():
        if wanted in (_plain(name), abbreviation.lower()):
            return name
    return ""


def _plain(text: str) -> str:
    """Lower case without accents, okina, dots and other signs; 'Saint' as 'st'."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in letters if c in "- " or unicodedata.category(c) in _KEPT)
    spaced = " ".join(kept.replace("-", " ").split())
    for word, short in _SHORTER.items():
        spaced = re.sub(rf"\b{word}\b", short, spaced)
    return spaced


def _whole_names(place: Place) -> tuple[str, ...]:
    name = _plain(place.name)
    return (name, f"{name} city", f"city of {name}") if place.level == "place" else (name,)


def _bare(name: str) -> str:
    """The name without 'County' and the like."""
    plain = _plain(name)
    return _COUNTY_TAIL.sub("", plain)


def _listed(place: Place) -> str:
    kind = " (city)" if place.level == "place" else ""
    return f"{place.short}{kind}: {place.geoid}"


def _ambiguous(text: str, found: Sequence[Place]) -> Problems:
    states = {place.state for place in found}
    listed = "; ".join(_listed(place) for place in found[:6])
    more = " …" if len(found) > 6 else ""
    if len(states) > 1:
        return refuse(
            f"{text} is in {len(states)} states.",
            f"Write the state too, or the code: {listed}{more}",
        )
    return refuse(f"{text} means {len(found)} places.", f"Write the code: {listed}{more}")


def _not_found(text: str, pool: Sequence[Place], others: Sequence[Place]) -> Problems:
    elsewhere = _matches(text, others)
    if elsewhere:
        kind = "a county" if elsewhere[0].level == "county" else "a city"
        want = "a city" if kind == "a county" else "a county"
        return refuse(f"{elsewhere[0].full} is {kind}, and {want} is wanted here.")
    if _PUERTO_RICO.search(_plain(text)):
        raise refuse("The Mobility Metrics hold no figures for Puerto Rico.")
    if slips.has_curly(text):
        hint = f"Curly quotes are read as part of it: type straight ones, {slips.quoted(text)}"
        return refuse(f"{text} is not in the data files.", hint)
    if _plain(text) in {_plain(name) for name, _ in STATES.values()}:
        hint = f'A comma parts places in brackets: put each in quotes, as in ["…, {text}"]'
        return refuse(f"{text} is a state, and a county or a city is wanted here.", hint)
    hint = "; ".join(_listed(place) for place in _near(text, pool))
    if text.isdigit() and len(text) == 5 and not hint:
        hint = "A ZIP code is no place here; write the town or the county."
    if text.isdigit() and len(text) not in (5, 7):
        hint = hint or "A county has a code of 5 digits, a city one of 7, both in quotes."
    what = f"{text} is not in the data files." if pool else "The data files hold no places."
    return refuse(what, f"Near it: {hint}" if hint and ":" in hint else hint)


def _near(text: str, pool: Sequence[Place]) -> Iterator[Place]:
    """Up to three places with a code or a name like `text`."""
    if text.isdigit():
        padded = text.zfill(5 if len(text) < 5 else 7)
        yield from (place for place in pool if place.geoid == padded)
        return
    name, state = _split(text)
    by_name: dict[str, Place] = {}
    for place in pool:
        if not state or place.state == state:
            by_name.setdefault(_plain(place.name), place)
            by_name.setdefault(_bare(place.name), place)
    longer = [key for key in by_name if name and key.startswith(f"{name} ")]
    close = longer + difflib.get_close_matches(name, list(by_name), n=3, cutoff=0.6)
    yield from list(dict.fromkeys(by_name[key] for key in close))[:3]
