"""Files that hold the answers of single people: they are refused, and counted by their author.

Nobody who answers a survey or signs a list at the door agrees to hang on a wall. Such files have a
row for each person, with names, addresses, birth dates, or what a form program adds to an answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from datawalk.metrics.local.columns import signs
from datawalk.metrics.local.columns.signs import (
    ABOUT,
    BIRTH,
    COUNT,
    EMAIL,
    HOME,
    IP,
    NAME,
    NUMBER,
    ORGANIZATION,
    PERSON,
    PHONE,
    QUESTION,
    STREET,
    TIME,
)
from datawalk.metrics.local.table import LocalTable
from datawalk.problems import At, Problem

_SURE = (PERSON, BIRTH, HOME, IP, NUMBER)
"""One such column is enough."""
_CONTACTS = (EMAIL, PHONE)
"""Enough as well, unless the rows are organizations."""
_BESIDE = (EMAIL, PHONE, STREET, TIME, ABOUT, QUESTION)
"""A column called just "name" is one of people beside one of these."""
_FEW_ANSWERS = 3
"""Answers and traits that, side by side without any count, make a row a person."""
_LONGEST, _MOST_TOLD = 40, 4
Held = Mapping[int, frozenset[str]]


def answers_of_people(table: LocalTable, *, contacts: bool = False) -> Problem | None:
    """Why the table is not shown, or None if its rows are not single people.

    With `contacts` the rows are organizations, whose names, phones and addresses belong there.
    The problem names columns and lines, and repeats no cell.
    """
    headed = zip(table.columns, table.cells, strict=True)
    held = {i: signs.signs(heading, cells) for i, (heading, cells) in enumerate(headed)}
    found = _found(table, held, contacts)
    return _refusal(table, found) if found else None


def _found(table: LocalTable, held: Held, contacts: bool) -> dict[int, str]:
    """The columns that tell of single people, each with what it is."""
    every = frozenset().union(*held.values()) if held else frozenset()
    sure = {i: sign for sign in reversed(_SURE) for i in _with(held, sign)}
    if contacts:
        return {i: sign for i, sign in sure.items() if sign in (BIRTH, IP, NUMBER)}
    if _are_organizations(held):
        sure = {i: sign for i, sign in sure.items() if sign != HOME}
        return sure if _people_too(held) else {}
    found = dict(sure)
    found |= {i: sign for sign in _CONTACTS for i in _contacts(table, held, sign)}
    if every & {*_BESIDE, *sure.values()}:
        found |= dict.fromkeys(_with(held, NAME), PERSON)
    if PERSON in found.values():
        found |= dict.fromkeys(_with(held, STREET), STREET)
    return found or _answered(held)


def _answered(held: Held) -> dict[int, str]:
    """Columns of a form without a name: when it was sent and what was answered, or traits."""
    times, asked, traits = (_with(held, sign) for sign in (TIME, QUESTION, ABOUT))
    if times and (asked or len(traits) > 1):
        return dict.fromkeys(times, TIME)
    counted = _with(held, COUNT)
    if not counted and len(traits) > 1 and len({*asked, *traits}) >= _FEW_ANSWERS:
        return dict.fromkeys(traits, ABOUT)
    return {}


def _are_organizations(held: Held) -> bool:
    """Whether the rows are organizations: the first column with words, or one before any name."""
    people = [i for i, found in held.items() if found & {PERSON, NAME}]
    places = _with(held, ORGANIZATION)
    if not places or any(i < min(places) for i in people):
        return False
    return not any(held[i] & {BIRTH, IP, NUMBER} for i in held)


def _people_too(held: Held) -> bool:
    """Whether a list of organizations has names of people beside what only people have."""
    every = frozenset().union(*held.values())
    return PERSON in every and bool(every & {TIME, ABOUT, QUESTION})


def _contacts(table: LocalTable, held: Held, sign: str) -> list[int]:
    found = _with(held, sign)
    if sign == EMAIL:
        return [i for i in found if not signs.of_offices(table.cells[i])]
    return found


def _with(held: Held, sign: str) -> list[int]:
    return [i for i, found in held.items() if sign in found]


_PLURALS: Mapping[str, str] = {
    PERSON: "names of people",
    EMAIL: "e-mail addresses",
    PHONE: "phone numbers",
    BIRTH: "birth dates",
    HOME: "home addresses",
    STREET: "street addresses",
    IP: "addresses of computers",
    NUMBER: "numbers of single answers or people",
    TIME: "times at which single answers were sent",
    ABOUT: "traits of single people",
}


def _refusal(table: LocalTable, found: Mapping[int, str]) -> Problem:
    told = [
        f"{_PLURALS[sign]} in {_column(table.columns, i)}, line {_line(table, i)}"
        for i, sign in sorted(found.items())
    ]
    more = f" and {len(told) - _MOST_TOLD} more columns" if len(told) > _MOST_TOLD else ""
    first = min(found)
    return Problem(
        f"{table.name} looks like the answers of single people: "
        f"{'; '.join(told[:_MOST_TOLD])}{more}.",
        "Count the answers first: a row for each answer or group, with how many people gave it. "
        "Names, addresses and single answers do not belong in a walk.",
        At(table.name, _line(table, first)),
    )


def _column(columns: Sequence[str], position: int) -> str:
    """A column by its heading, or by its number where the heading is private itself."""
    heading = " ".join(columns[position].split())
    if not heading or signs.private(heading):
        return f"column {position + 1}"
    short = heading if len(heading) <= _LONGEST else f"{heading[:_LONGEST].rstrip()}…"
    return f'column "{short}"'


def _line(table: LocalTable, column: int) -> int:
    """The line of the first cell of a column that is filled."""
    filled = zip(table.cells[column], table.lines, strict=True)
    return next(line for cell, line in filled if cell.strip())
