"""The names of places as people write them: without accents, in short, with a state behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from datawalk.metrics.model import Place
from datawalk.metrics.places.places import STATES

_KEPT = ("Ll", "Lo", "Nd")
"""Letters and digits; an okina is a sign of its own (Lm)."""
_SHORTER = MappingProxyType(
    {
        **{"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"},
        **{"north": "n", "south": "s", "east": "e", "west": "w"},
    }
)
"""Words of names that people write in short."""
_COUNTY = re.compile(
    r" (county|co|cnty|cty|parish|borough|census area|municipality|municipio|planning region"
    r"|city and borough)$"
)
_SHORT_COUNTY = re.compile(r"\b(co|cnty|cty)$")
_CITY = re.compile(r" (city|town|village)$")
_OF = re.compile(r"^(county|city|town|village) of ")
_COUNTRY = re.compile(r"[\s,]+(usa|u\.s\.a\.|u\.s\.|us|united states( of america)?)\s*$", re.I)
USUAL = MappingProxyType(
    {
        "athens clarke county": "athens",
        "augusta richmond county": "augusta",
        "boise city": "boise",
        "lexington fayette": "lexington",
        "louisvillejefferson county": "louisville",
        "macon bibb county": "macon",
        "nashville davidson": "nashville",
        "san buenaventura ventura": "ventura",
        "urban honolulu": "honolulu",
    }
)
"""What people call cities whose names in the data are others."""

Kind = Literal["county", "city", ""]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text: a name, the kind of place that it names, and a state, or ''."""

    whole: str
    bare: str
    kind: Kind
    state: str


def plain(text: str) -> str:
    """Lower case without accents, okina, dots and other signs; 'Saint' as 'st'."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    kept = "".join(c for c in letters if c in "- " or unicodedata.category(c) in _KEPT)
    words = kept.replace("-", " ").split()
    return " ".join(_SHORTER.get(word, word) for word in words)


def state_named(text: str) -> str:
    """The state that is meant by its name or postal abbreviation, or ''."""
    wanted = plain(text)
    for name, abbreviation in STATES.values():
        if wanted in (plain(name), abbreviation.lower()):
            return name
    return ""


def readings(text: str) -> Iterator[Reading]:
    """The ways to read a text, those with a state behind a comma first.

    The end of a name may also be a state's: Oklahoma, and Delaware County in Ohio.
    """
    text = _COUNTRY.sub("", text)
    head, comma, tail = text.rpartition(",")
    if comma and (state := state_named(tail)):
        yield _reading(plain(head), state)
    else:
        yield _reading(plain(text), "")
    words = text.replace(",", " ").split()
    for count in range(min(3, len(words) - 1), 0, -1):
        if state := state_named(" ".join(words[-count:])):
            yield _reading(plain(" ".join(words[:-count])), state)


def _reading(name: str, state: str) -> Reading:
    kind, bare = kind_of(name)
    return Reading(squeezed(_SHORT_COUNTY.sub("county", name)), squeezed(bare), kind, state)


def kind_of(name: str) -> tuple[Kind, str]:
    """The kind of place that a plain name names, and the name without it."""
    if found := _OF.match(name):
        return ("county" if found[1] == "county" else "city"), name[found.end() :]
    for kind, tail in (("county", _COUNTY), ("city", _CITY)):
        if (bare := tail.sub("", name)) != name:
            return kind, bare  # type: ignore[return-value]
    return "", name


def squeezed(name: str) -> str:
    """A plain name without spaces: De Kalb and DeKalb are one."""
    return name.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Names:
    """What a place is called: its whole name, its kind, and the names without their kind."""

    whole: str
    kind: Kind
    bare: frozenset[str]


@lru_cache(maxsize=8192)
def names_of(place: Place) -> Names:
    """The names of a county, or of a city, which also has the one that people use."""
    name = plain(place.name)
    if place.level == "place":
        usual = {squeezed(name), squeezed(USUAL.get(name, name))}
        return Names(squeezed(name), "city", frozenset(usual))
    kind, bare = kind_of(name)
    return Names(squeezed(name), kind, frozenset({squeezed(bare)}))
