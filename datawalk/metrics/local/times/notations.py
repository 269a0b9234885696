"""The ways in which people write a time: 2023, 2022-23, FY24, Oct 2023, 2023 Q1, 10/1/2023."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from datawalk.metrics.local.columns.amounts import tidied


@dataclass(frozen=True, slots=True)
class Habit:
    """How one column writes what could be read in two ways.

    `day_first`: 3/4/2023 is in April. `month_behind`: 2009-10 is October. `winter_last`: winter
    2023 comes after fall 2023.
    """

    day_first: bool = False
    month_behind: bool = False
    winter_last: bool = False


HABITS = tuple(Habit(*ways) for ways in product((False, True), repeat=3))
"""All of them; the first is the most usual here."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """From the first day to the day after the last. `years` are those that its text names.

    Waves and rounds have no years: they are counted from an epoch of their own.
    """

    start: date
    end: date
    kind: str
    years: tuple[int, ...] = ()


_MONTHS = (
    "jan|january|ene|enero;feb|february|febrero;mar|march|marzo;apr|april|abr|abril;"
    "may|mayo;jun|june|junio;jul|july|julio;aug|august|ago|agosto;"
    "sep|sept|september|septiembre|setiembre;oct|october|octubre;nov|november|noviembre;"
    "dec|december|dic|diciembre"
)
_MONTH = {name: i for i, names in enumerate(_MONTHS.split(";"), 1) for name in names.split("|")}
_SEASON = {
    **dict.fromkeys(("winter", "invierno"), 0),
    **dict.fromkeys(("spring", "primavera"), 3),
    **dict.fromkeys(("summer", "verano"), 6),
    **dict.fromkeys(("fall", "autumn", "otoño"), 9),
}
_NTH = {
    **{"1st": "1", "first": "1", "1er": "1", "primer": "1"},
    **{"2nd": "2", "second": "2", "2do": "2", "2º": "2", "segundo": "2"},
    **{"3rd": "3", "third": "3", "3er": "3", "tercer": "3"},
    **{"4th": "4", "fourth": "4", "last": "4", "4to": "4", "cuarto": "4"},
}
_NOTE = re.compile(
    r"\s*[*†‡§^]+$|\s*[(\[][^()\[\]]*[)\]]$|(?<=\d)\s*(?:p|r|e|prelim\.?|preliminary|provisional|"
    r"revised|estimated?|estimates?|est\.?|projected|ytd|to date)$"
)
_BEFORE = re.compile(
    r"^(?:as of|(?:[\w-]+ )*?end(?:ing|ed)|week of|calendar year|cy|class of|acs|census|survey|"
    r"year|yr|año)\.?\s+"
    r"|^cy(?=\d)"
)
_AFTER = re.compile(r"\s+(?:semester|term|session|quarter|year|survey|census|acs|[15][- ]?ye?a?r)$")
_DIGITS = {"y": r"(?:1[5-9]|20|21)\d\d", "yy": r"'?\d\d"}
_ANY = rf"(?:{_DIGITS['y']}|{_DIGITS['yy']})"
_NAME = "(?:" + "|".join(sorted(_MONTH, key=len, reverse=True)) + r")\.?"
_GAP = r"[ ,./-]*(?:del? )?"
_FISCAL = r"(?:ffy|sfy|fy|fiscal year|fiscal|año fiscal|ejercicio)\.?\s*-?"
_SCHOOL = r"(?:sy|ay|school year|academic year|año escolar|ciclo escolar|curso)\.?\s*-?"
LONGEST = 60
"""Characters of a time; what is longer is a sentence."""
_TO = r"(?:\s*[-/]\s*| to | through | a )"
_CLOCK = r"(?:[t ]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]m)?z?)?"

Read = Callable[[re.Match[str], Habit], TimeSpan | None]


def span(text: str, habit: Habit = HABITS[0]) -> TimeSpan | None:
    """The time that a text tells; None where it tells none."""
    if len(text) > LONGEST:
        return None
    bare = plain(text)
    try:
        return _single(bare, habit) or _from_to(bare, habit)
    except (ValueError, OverflowError):  # a 31st of April
        return None


def plain(text: str) -> str:
    """In small letters, without notes behind and words before it."""
    bare = " ".join(tidied(text).replace("—", "-").lower().split())
    bare = re.sub(r"[’‘`´]", "'", bare)
    while (cut := _NOTE.sub("", bare)) != bare:
        bare = cut
    bare = re.sub(
        r"^\(?(?:mon|tues?|wed|thur?s?|fri|sat|sun)(?:day|nesday|rsday|urday)?,? ", "", bare
    )
    bare = _BEFORE.sub("", bare)
    # "First quarter 2023" is quarter 1.
    return " ".join(_NTH.get(word, word) for word in bare.split())


def _single(bare: str, habit: Habit) -> TimeSpan | None:
    for pattern, read in _NOTATIONS:
        if (match := pattern.fullmatch(bare)) and (found := read(match, habit)):
            return found
    cut = _AFTER.sub("", bare)
    return _single(cut, habit) if cut != bare else None


def _from_to(bare: str, habit: Habit) -> TimeSpan | None:
    """From one time to another: Jan-Mar 2023, Oct 2022 to Sep 2023, 10/1/2023 - 12/31/2023."""
    for parted in _parted(bare):
        last = None if parted[1].isdigit() else _single(parted[1], habit)
        if last is None or not last.years:
            continue
        first = _single(parted[0], habit) or _single(f"{parted[0]} {last.years[-1]}", habit)
        if first and first.kind == last.kind and first.start < last.start:
            years = tuple(dict.fromkeys(first.years[:1] + last.years[-1:]))
            return TimeSpan(first.start, last.end, f"{first.kind}s", years)
    return None


def _parted(bare: str) -> Iterator[tuple[str, str]]:
    for cut in re.finditer(r"\s+(?:-|to|through|a)\s+|(?<=[a-zñ.])-(?=[a-z])|-", bare):
        yield bare[: cut.start()].strip(), bare[cut.end() :].strip()


def year_of(text: str) -> int:
    """2023 of 2023, 23 or '23; what is over 50 lies in the last century."""
    number = int(text.strip().lstrip("'"))
    if number >= 100:
        return number
    return number + (2000 if number <= 50 else 1900)


def _months(year: int, month: int, count: int, kind: str, years: tuple[int, ...] = ()) -> TimeSpan:
    """`count` months from one on; months under 1 and over 12 lie in the year before or after."""
    from_, to = year * 12 + month - 1, year * 12 + month - 1 + count
    start, end = (date(at // 12, at % 12 + 1, 1) for at in (from_, to))
    return TimeSpan(start, end, kind, years or (year,))


def _year(match: re.Match[str], _: Habit) -> TimeSpan:
    return _months(year_of(match["a"].replace(",", "")), 1, 12, "year")


def _decade(match: re.Match[str], _: Habit) -> TimeSpan:
    return _months(int(match["a"]), 1, 120, "years", (int(match["a"]), int(match["a"]) + 9))


def _named(match: re.Match[str], _: Habit) -> TimeSpan | None:
    """A fiscal or school year, named by the year in which it ends or by both."""
    bare = match["a"].strip()
    if re.fullmatch(_ANY, bare):
        return _months(year_of(bare) - 1, 7, 12, "split", (year_of(bare),))
    found = _single(bare, HABITS[0])
    return found if found and found.kind == "split" else None


def _pair(match: re.Match[str], habit: Habit) -> TimeSpan | None:
    """2022-23, 2019-2023, 22-23; or a month, where the column writes months so."""
    first, second = year_of(match["a"]), match["b"].lstrip("'")
    behind = int(second)
    last = behind if len(second) == 4 else first // 100 * 100 + behind
    if len(second) == 2 and behind < first % 100 and first % 100 == 99:
        last += 100
    month = len(second) == 2 and len(match["a"].lstrip("'")) == 4 and 1 <= behind <= 12
    if month and (habit.month_behind or last <= first):
        return _months(first, behind, 1, "month")
    if last == first + 1:
        return _months(first, 7, 12, "split", (first, last))
    return (
        _months(first, 1, 12 * (last - first + 1), "years", (first, last)) if last > first else None
    )


def _short_pair(match: re.Match[str], habit: Habit) -> TimeSpan | None:
    """22-23; but 18-24 is no time, rather an age."""
    found = _pair(match, habit)
    return found if found and found.kind == "split" else None


def _month(match: re.Match[str], _: Habit) -> TimeSpan | None:
    told = match["m"].rstrip(".")
    month = _MONTH.get(told) or int(told)
    return _months(year_of(match["a"]), month, 1, "month") if 1 <= month <= 12 else None


def _part(match: re.Match[str], _: Habit) -> TimeSpan:
    """A quarter or half of a year, or of a fiscal year."""
    told = match.groupdict()
    halves = told["of"][:1] in ("h", "s")
    length = 6 if halves else 3
    year, fiscal = year_of(match["a"]), bool(told.get("fy"))
    first = (int(match["n"]) - 1) * length + 1
    kind = "half" if halves else "quarter"
    return _months(year - fiscal, first + 6 * fiscal, length, kind, (year,))


def _season(match: re.Match[str], habit: Habit) -> TimeSpan:
    month, year = _SEASON[match["s"]], year_of(match["a"])
    if match.groupdict().get("b"):
        return _months(year, 12, 3, "season", (year, year + 1))
    late = 12 if not month and habit.winter_last else 0
    return _months(year, month + late, 3, "season", (year,))


def _day(year: str, month: str, day: str) -> TimeSpan:
    named = month.rstrip(".")
    start = date(year_of(year), _MONTH.get(named) or int(named), int(day))
    return TimeSpan(start, start + timedelta(1), "day", (start.year,))


def _date(match: re.Match[str], _: Habit) -> TimeSpan:
    return _day(match["a"], match["m"], match["d"])


def _either(match: re.Match[str], habit: Habit) -> TimeSpan:
    """3/4/2023, by the habit of its column."""
    month, day = (match["e"], match["d"]) if habit.day_first else (match["d"], match["e"])
    return _day(match["a"], month, day)


def _week(match: re.Match[str], _: Habit) -> TimeSpan:
    start = date.fromisocalendar(year_of(match["a"]), int(match["n"]), 1)
    return TimeSpan(start, start + timedelta(7), "week", (year_of(match["a"]),))


def _round(match: re.Match[str], _: Habit) -> TimeSpan:
    number = int(match["n"]) + 1
    return TimeSpan(date(number, 1, 1), date(number + 1, 1, 1), match["of"])


_OF = r"(?P<of>q|t|h|s|quarter|trimestre|trimester|trim\.?|half|semestre)"
_YEAR = rf"(?P<fy>{_FISCAL}\s*)?(?P<a>{_ANY})"
_NOTATIONS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?P<a>{_DIGITS['y']}|[12],\d{{3}})(?:\.0*)?", _year),
        (r"(?P<a>'?\d{1,2})(?:\.0*)?", _year),
        (r"(?:the )?(?P<a>\d{3}0)'?s", _decade),
        (rf"(?:{_FISCAL}|{_SCHOOL})\s*(?P<a>[\d' /-]+)", _named),
        (rf"(?P<a>[\d' /-]+)\s*(?:{_FISCAL}|{_SCHOOL})", _named),
        (rf"(?P<a>{_DIGITS['y']}){_TO}(?P<b>{_ANY})", _pair),
        (rf"(?P<a>{_DIGITS['yy']}){_TO}(?P<b>{_DIGITS['yy']})", _short_pair),
        (rf"(?P<a>{_DIGITS['y']})(?P<b>\d\d|{_DIGITS['y']})", _pair),
        (rf"(?P<m>{_NAME}){_GAP}(?P<a>{_ANY})", _month),
        (rf"(?P<a>{_DIGITS['y']}){_GAP}(?P<m>{_NAME})", _month),
        (rf"(?P<m>\d{{1,2}}) ?[-/. ] ?(?P<a>{_DIGITS['y']})", _month),
        (rf"(?P<a>{_DIGITS['y']}) ?[-/m ] ?m?(?P<m>\d{{1,2}})", _month),
        (rf"{_OF} ?(?P<n>[1-4]){_GAP}(?:of )?{_YEAR}", _part),
        (rf"(?P<n>[1-4]) ?{_OF}{_GAP}(?:of )?{_YEAR}", _part),
        (rf"{_YEAR}{_GAP}(?:{_OF} ?(?P<n>[1-4]))", _part),
        (rf"{_YEAR}{_GAP}(?:(?P<n>[1-4]) ?{_OF})", _part),
        (rf"(?P<s>{'|'.join(_SEASON)}){_GAP}(?P<a>{_ANY})(?P<b>[-/]{_ANY})?", _season),
        (rf"(?P<a>{_ANY}){_GAP}(?P<s>{'|'.join(_SEASON)})", _season),
        (rf"(?P<a>{_DIGITS['y']})[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}}){_CLOCK}", _date),
        (rf"(?P<a>{_DIGITS['y']})(?P<m>\d\d)(?P<d>\d\d)", _date),
        (
            rf"(?P<m>{_NAME}) ?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<a>{_DIGITS['y']}){_CLOCK}",
            _date,
        ),
        (rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?{_GAP}(?P<m>{_NAME}){_GAP}(?P<a>{_ANY})", _date),
        (rf"(?P<d>\d{{1,2}}) ?[-/.] ?(?P<e>\d{{1,2}}) ?[-/.] ?(?P<a>{_ANY}){_CLOCK}", _either),
        (rf"(?P<a>{_DIGITS['y']}) ?-?w(?:eek )?(?P<n>\d{{1,2}})", _week),
        (rf"w(?:eek )?(?P<n>\d{{1,2}}),? (?P<a>{_DIGITS['y']})", _week),
        (
            r"(?P<of>wave|round|phase|cycle|week|visit|day|month|quarter|q|ola|ronda|fase|semana)"
            r" ?#?(?P<n>\d{1,3})",
            _round,
        ),
    )
)
