"""Which columns hold codes of areas: their heading is the code word, and their cells fit it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import pairwise

_WIDTHS: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(("zip", "zipcode", "zip5", "postalcode", "zcta", "zcta5", "zctacode"), (5,)),
    **dict.fromkeys(("zcta5ce", "zctace", "zipcodetabulationarea"), (5,)),
    **dict.fromkeys(("tract", "censustract", "tractcode", "tractid", "tractfips"), (6, 11)),
    **dict.fromkeys(("tractgeoid", "censustractgeoid", "geoidtract"), (11,)),
    "tractce": (6,),
    **dict.fromkeys(("blockgroup", "blockgroupgeoid", "geoidblockgroup"), (12,)),
    **dict.fromkeys(("geoid", "geocode", "geo", "areacode", "locationid"), (2, 5, 7, 11, 12)),
    **dict.fromkeys(("geoid2", "geoiddt"), (2, 5, 7, 11, 12)),
    **dict.fromkeys(("fips", "fipscode", "5digitfipscode", "fipsnumber"), (2, 5)),
    **dict.fromkeys(("countygeoid", "fipscounty", "stcofips", "countyfips5", "stcountyfp"), (5,)),
    **dict.fromkeys(("countyfips", "countyfipscode", "cntyfips"), (3, 5)),
    **dict.fromkeys(("countyfp", "countycode", "county", "municipalcodefips", "cty"), (3,)),
    **dict.fromkeys(("statefp", "statefips", "statefipscode", "statecode", "state"), (2,)),
    **dict.fromkeys(("statecodefips", "st", "stfips"), (2,)),
    **dict.fromkeys(("place", "placefips", "placefp", "placecode"), (5, 7)),
    **dict.fromkeys(("cz", "czone", "commutingzone"), (3, 5)),
}
"""How many digits codes have, by the letters and digits of their heading."""
_ALONE = frozenset({"state", "st", "county", "cty", "place", "geo"})
"""Words that are as often headings of counts or names: their cells must leave no doubt."""
_SURE = frozenset(_WIDTHS) - _ALONE
_PLACES = frozenset({"lat", "lon", "lng", "latitude", "longitude", "intptlat", "intptlon"})


def is_code(column: str, cells: Collection[str], others: Iterable[str] = ()) -> bool:
    """Whether a column holds codes of areas, or coordinates, which are never figures.

    `others` are the names of all columns: state and county stand together.
    """
    return key(column) in _PLACES or bool(width(column, cells, others))


def key(column: str) -> str:
    """A heading by its letters and digits; years behind it (GEOID20, TRACTCE10) do not count."""
    bare = re.sub(r"[^a-z0-9]", "", column.lower())
    return re.sub(r"(?<=[a-z])(?:10|20)$", "", bare)


def width(column: str, cells: Collection[str], others: Iterable[str] = ()) -> int:
    """How many digits the codes of a column should have; 0 where it holds no codes."""
    word = key(column)
    if word not in _WIDTHS:
        return 0
    codes = {cell for cell in cells if cell}
    if not codes or not all(cell.isascii() and cell.isdigit() for cell in codes):
        return 0
    longest = max(map(len, codes))
    full = min((w for w in _WIDTHS[word] if w >= longest), default=0)
    lengths = set(map(len, codes))
    if word in _ALONE and not _beyond_doubt(word, codes, full, others):
        return 0
    # Spreadsheets take zeros in front: one of a state's code, up to three of a county's.
    least = 1 if full in (2, 3) else full - 2 if full == 5 else full - 1
    if word in ("tract", "censustract") and full == 6 and longest < 6:
        return 0
    return full if full and min(lengths) >= min(least, full) else 0


def _beyond_doubt(word: str, codes: Collection[str], full: int, others: Iterable[str]) -> bool:
    """Whether a column called state, county or place holds codes, not counts of people there.

    Another column with a heading of codes alone says so, and zeros in front do. A state right
    before a county is no sum, and codes of counties are odd but for those of cities.
    """
    told = list(map(key, others))
    if not _SURE.isdisjoint(told):
        return True
    if word in ("county", "cty") and any(int(code) % 2 == 0 and int(code) < 500 for code in codes):
        return False
    if ("state", "county") in pairwise(told):
        return True
    if {len(code) for code in codes} != {full}:
        return False
    return full > 3 or any(code[0] == "0" for code in codes)
