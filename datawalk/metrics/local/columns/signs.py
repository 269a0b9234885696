"""What a column says of people: by its heading (persons.csv), and by what its cells look like.

Cells are looked at as patterns; nothing of them is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from datawalk.shipped import table, text

EMAIL = "e-mail address"
PHONE = "phone number"
NAME, PERSON = "name", "name of a person"
BIRTH, HOME, STREET = "birth date", "home address", "street address"
IP, NUMBER, TIME = "IP address", "number of an answer", "time of an answer"
ABOUT, COUNT, ORGANIZATION = "about a person", "count", "organization"
QUESTION = "question to a person"

_MOST = 300
"""Cells of a column that are looked at."""
_WORDS = re.compile(r"[^\W_]+")
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[A-Za-z]{2,}")
_PHONE = re.compile(
    r"(?:tel[:.]? *)?(?:\+?\d{1,2}[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}"
    r"(?: *(?:x|ext).*)?",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[ T].*)?|[A-Za-z]{3,10}\.? \d{1,2},? \d{4}")
_TIME = re.compile(r".*\d{1,2}:\d{2}.*")
_SOCIAL = re.compile(r"\d{3}-\d{2}-\d{4}")
_IP = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)")
_STREET = re.compile(
    r"\d+[A-Za-z]? +(?:[NSEW]\.? +)?[\w.' -]+ (?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd"
    r"|boulevard|ct|court|way|pl|place|pkwy|ter|cir|circle)\b.*|(?:calle|avenida|av\.) .*\d+.*",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:you|your|yours|are you|do you|have you|su|sus|usted|tu|tus|te|le)\b.*", re.IGNORECASE
)
_RUN_BY_MANY = re.compile(
    r"\b(?:school|elementary|academy|college|university|center|centre|library|church|temple|mosque"
    r"|clinic|hospital|health|county|city|department|dept|agency|association|society|coalition"
    r"|council|foundation|services?|program|project|club|park|store|market|pantry|shelter|inc|llc"
    r"|ministries|office|ymca|ywca|museum|theater|bank|hotel|company|co-op|network|institute"
    r"|escuela|centro|biblioteca|iglesia|clínica|hospital|programa|asociación|fundación|parque"
    r"|mercado|oficina|banco)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:info|contact|hello|office|admin|help|support|hola|contacto|mail|team|staff|programs?"
    r"|outreach|volunteer|events|register|registration|director|frontdesk|reception)[^@]*@.*",
    re.IGNORECASE,
)
_PRIVATE_POST = re.compile(
    r".*@(?:gmail|yahoo|hotmail|outlook|icloud|aol|live|msn|proton)\..*", re.I
)
_PATTERNS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {EMAIL: _EMAIL, PHONE: _PHONE, NUMBER: _SOCIAL, IP: _IP, STREET: _STREET}
)
"""What cells are by their looks alone."""
_LOOKS: Mapping[str, Callable[[Sequence[str]], bool]] = MappingProxyType(
    {
        PERSON: lambda cells: _mostly(cells, _wordy),
        NAME: lambda cells: _mostly(cells, named),
        BIRTH: lambda cells: _mostly(cells, lambda cell: bool(_DATE.fullmatch(cell))),
        TIME: lambda cells: _mostly(cells, lambda cell: bool(_TIME.fullmatch(cell))),
        HOME: lambda cells: _mostly(cells, lambda cell: not _number(cell)),
        STREET: lambda cells: _mostly(cells, lambda cell: bool(_STREET.match(cell))),
        IP: lambda cells: _mostly(cells, lambda cell: bool(_IP.fullmatch(cell))),
        COUNT: lambda cells: _mostly(cells, _number),
    }
)
"""What cells must look like under a heading of that sign; under others anything goes."""


def signs(heading: str, cells: Iterable[str]) -> frozenset[str]:
    """What a column says of people; none for a column without cells."""
    filled = [cell.strip() for cell in cells if cell.strip()][:_MOST]
    if not filled:
        return frozenset()
    plain = " ".join(_WORDS.findall(heading.casefold()))
    called = _called(plain)
    found = {sign for sign in called if sign not in _LOOKS or _LOOKS[sign](filled)}
    found |= {sign for sign, looks in _PATTERNS.items() if _all_like(looks, filled)}
    if _question(heading, plain) and not _mostly(filled, _long_number):
        found.add(QUESTION)
    if _mostly(filled, lambda cell: bool(_RUN_BY_MANY.search(cell))):
        found = (found | {ORGANIZATION}) - {NAME}
    return frozenset(found)


def private(heading: str) -> bool:
    """Whether a heading is itself something private: the file has no row of headings."""
    cell = heading.strip()
    looks = (_EMAIL, _PHONE, _SOCIAL, _IP)
    return any(look.fullmatch(cell) for look in looks) or (named(cell) and " " in cell)


def of_offices(cells: Iterable[str]) -> bool:
    """Whether e-mail addresses are those of offices, such as info@…, and none is a private one."""
    filled = [cell for cell in cells if cell.strip()]
    return _mostly(filled, lambda cell: bool(_ROLE.match(cell))) and not any(
        _PRIVATE_POST.match(cell) and not _ROLE.match(cell) for cell in filled
    )


def named(cell: str) -> bool:
    """Whether a cell looks like the name of a person: 'Ann Person', 'Person, Ann'."""
    words = _WORDS.findall(cell.casefold())
    return 1 <= len(words) <= 5 and bool(_given() & set(words)) and _wordy(cell)


def _called(plain: str) -> frozenset[str]:
    """The signs of a heading: all of it, or its start, is one that is known."""
    known = _headings()
    exact = known.get(plain, frozenset())
    asked = plain.startswith(
        ("what is ", "what s ", "please enter ", "enter ", "cuál es ", "type ")
    )
    inside = [
        sign
        for phrase, found in known.items()
        if len(phrase.split()) > 1 and f" {phrase} " in f" {plain} "
        for sign in found
        if sign not in (ABOUT, COUNT, ORGANIZATION)
    ]
    last = known.get(plain.split(" ")[-1], frozenset()) if asked else frozenset()
    counted = {COUNT} if COUNT in {s for w in plain.split() for s in known.get(w, ())} else set()
    return frozenset({*exact, *inside, *last, *counted})


@cache
def _headings() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in table("metrics/local/columns/persons.csv"):
        found[row["heading"]] = found.get(row["heading"], frozenset()) | {row["sign"]}
    return MappingProxyType(found)


@cache
def _given() -> frozenset[str]:
    """Common given names in the United States."""
    return frozenset(text("metrics/local/columns/given_names.txt").split())


def _question(heading: str, plain: str) -> bool:
    """Whether a heading asks one person: 'Do you feel safe here?'."""
    asked = heading.strip().endswith(("?", "? *")) or "?" in heading
    return (asked and len(plain.split()) > 2) or bool(_ASKED.search(plain))


def _all_like(looks: re.Pattern[str], cells: Sequence[str]) -> bool:
    return _mostly(cells, lambda cell: bool(looks.fullmatch(cell)))


def _mostly(cells: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return bool(cells) and 2 * sum(map(holds, cells)) >= len(cells)


def _wordy(cell: str) -> bool:
    return any(c.isalpha() for c in cell) and not any(c.isdigit() for c in cell)


def _number(cell: str) -> bool:
    return bool(re.fullmatch(r"[<>≤≥~]?\(?-?[\d.,]+%?\)?\*?", cell))


def _long_number(cell: str) -> bool:
    """A number that is no step of a scale from 0 to 10."""
    return _number(cell) and (len(cell.strip()) > 2 or "%" in cell)
