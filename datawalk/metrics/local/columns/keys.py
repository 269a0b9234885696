"""Which names of two files mean the same area, as a person would say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache

_SAME = str.maketrans(
    dict.fromkeys("’‘ʼʻ´`ʹ′＇", "'") | dict.fromkeys("‐‑‒–—―−﹣－", "-") | dict.fromkeys("“”″", '"')
)
_GEO_ID = re.compile(r"^[0-9A-Z]{3,9}US(?=[0-9A-Z])")
"""What stands in front of a code of the Census Bureau: level, and parts of areas."""
_GROUPED = re.compile(r"^\d{1,3}(?:,\d{3})+$")
_NUMBER = re.compile(r"(?<![\d.])0*(\d+)(?:\.(\d+))?(?![\d.])")
_KINDS = (
    "census tract",
    "tract",
    "block group",
    "zip code",
    "zipcode",
    "zip",
    "zcta5",
    "zcta",
    "council district",
    "school district",
    "district",
    "council ward",
    "ward",
    "precinct",
    "community area",
    "neighborhood",
    "neighbourhood",
    "city",
    "town",
    "village",
    "township",
    "borough",
    "parish",
    "census area",
    "county",
    "municipality",
    "cdp",
    "zone",
    "region",
    "area",
    "beat",
)
_OF_KIND = "|".join(_KINDS)
_BEFORE = re.compile(rf"^(?P<kind>{_OF_KIND}) (?:of |no |number |# ?)?(?P<rest>.+)$")
_BEHIND = re.compile(rf"^(?P<rest>.+) (?P<kind>{_OF_KIND})$")

Form = Callable[[str], str]


def matched(names: Iterable[str], areas: Collection[str]) -> Mapping[str, str]:
    """The area of each name that has one. Each way of writing counts only if it tells areas apart.

    First the names as they stand, then without regard to spaces and kinds of marks, to zeros and
    prefixes of codes, to capitals and accents, and last to words such as "Ward" that only one of
    the two files writes.
    """
    known = tuple(dict.fromkeys(areas))
    found: dict[str, str] = {}
    open_ = list(dict.fromkeys(names))
    for of_name, of_area in _WAYS:
        # A name without its kind, such as "Boone" for a county, leaves areas that have theirs.
        loose = of_name not in _STRICT or of_area not in _STRICT
        free = [area for area in known if not (loose and area in found.values())]
        forms = _apart(free, of_area)
        found |= {name: forms[of_name(name)] for name in open_ if of_name(name) in forms}
        open_ = [name for name in open_ if name not in found]
    return found


def label(name: str, area: str) -> str:
    """How an area is called on the map where the two files write it otherwise.

    The shorter way, and of two the table's; codes keep their zeros.
    """
    if name.isdigit() and area.isdigit():
        return max(name, area, key=len)
    return min(name, area, key=len)


def is_census_code(text: str) -> bool:
    """Whether a name is a code of the Census Bureau: a GEO_ID, or five digits at least."""
    return bool(_GEO_ID.match(text)) or (text.isdigit() and len(text) >= 5)


def tidy(text: str) -> str:
    """A name with ordinary spaces, apostrophes and dashes, and nothing that cannot be seen."""
    if text.isascii():
        return " ".join(text.translate(_SAME).split())
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", seen.translate(_SAME)).translate(_SAME).split())


@lru_cache(maxsize=200_000)
def _code(text: str) -> str:
    """The same without the prefix of a GEO_ID, and with numbers as short as they can be."""
    if text.isascii() and text.isdigit():
        return text.lstrip("0") or "0"
    bare = _GEO_ID.sub("", tidy(text))
    if _GROUPED.match(bare):
        bare = bare.replace(",", "")
    return _NUMBER.sub(_short, bare)


def _short(match: re.Match[str]) -> str:
    fraction = (match[2] or "").rstrip("0")
    return f"{match[1]}.{fraction}" if fraction else match[1]


@lru_cache(maxsize=200_000)
def _folded(text: str) -> str:
    """The same in small letters, without accents and marks; a dot stays between digits."""
    if text.isascii() and text.isdigit():
        return _code(text)
    apart = unicodedata.normalize("NFD", _code(text).casefold().replace("&", " and "))
    letters = "".join(c for c in apart if not unicodedata.combining(c)).replace("'", "")
    return " ".join(re.sub(r"(?<!\d)\.|\.(?!\d)|[^\w\s.,;]|_", " ", letters).split())


def _headed(text: str) -> str:
    """What stands before the first comma or semicolon, as in "Boone County, Missouri"."""
    return re.split(r"\s*[,;]", _folded(text), maxsplit=1)[0]


def _parted(text: str) -> tuple[str, str]:
    """The kind of area that a name tells, or '', and the rest."""
    for way in (_BEFORE, _BEHIND):
        if match := way.match(text):
            return match["kind"].removeprefix("census ").removeprefix("council "), match["rest"]
    return "", text


def _bare(text: str) -> str:
    return _parted(_headed(text))[1]


def _kinded(text: str) -> str:
    """Kind and rest, where a name tells both: "Census Tract 1.01; Boone" is "tract|1.01"."""
    kind, rest = _parted(_headed(text))
    return f"{kind}|{rest}" if kind else ""


def _apart(areas: Sequence[str], form: Form) -> dict[str, str]:
    """The areas by a way of writing them, without those that it makes the same."""
    found: dict[str, list[str]] = {}
    for area in areas:
        found.setdefault(form(area), []).append(area)
    return {form: held[0] for form, held in found.items() if form and len(held) == 1}


_STRICT: tuple[Form, ...] = (str, tidy, _code, _folded)
_WAYS: tuple[tuple[Form, Form], ...] = (
    *((form, form) for form in _STRICT),
    (_kinded, _kinded),
    (_headed, _folded),
    (_folded, _headed),
    (_bare, _folded),
    (_folded, _bare),
)
