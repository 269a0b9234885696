"""The years of a table of the community's own, of every kind: in their order, as written."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from datawalk.metrics.local.columns.totals import is_total
from datawalk.metrics.local.times.notations import HABITS, LONGEST, Habit, TimeSpan, plain, span
from datawalk.problems import At, Problem, Problems, nearest, refuse

HOW = (
    "Write years as 2023, 2022-23, FY24 or 2019-2023, and other times as Oct 2023, Q1 2023, "
    "Fall 2023 or 2023-10-01."
)
_MOST_NAMED = 6
_ZEROS = re.compile(r"(?<=^\d{2})\.0*$|(?<=^\d{4})\.0*$|[ T]00:00(?::00(?:\.0+)?)?$")
"""What spreadsheets put behind years and dates."""
_SHORT = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Period:
    """A time as written, from its first day to the day after its last.

    `years` are those that its text names: both of 2022-23.
    """

    text: str
    start: date
    end: date
    kind: str
    years: tuple[int, ...]

    @property
    def order(self) -> tuple[date, date]:
        """By its end, then by its start: of 2019-2023 and 2023 the shorter is later."""
        return self.end, self.start

    @property
    def at(self) -> float:
        """Where it stands on a line of time: its end, in years."""
        return self.end.year + (self.end.month - 1) / 12 + (self.end.day - 1) / 372


@dataclass(frozen=True, slots=True)
class Calendar:
    """The periods of a column by what its cells say, and what its author should know.

    Cells that name a total of all years have none.
    """

    file: str
    periods: Mapping[str, Period]
    habit: Habit
    warnings: tuple[Problem, ...] = ()

    @property
    def ordered(self) -> tuple[Period, ...]:
        """Each once, oldest first."""
        return tuple(sorted(dict.fromkeys(self.periods.values()), key=lambda p: p.order))

    def named(self, wanted: str) -> Period:
        """The one that an author names, as written or in an equal form.

        Raises Problems: not there, or several.
        """
        if wanted in self.periods:
            return self.periods[wanted]
        known = self.ordered
        told = span(wanted, self.habit)
        equal = [p for p in known if told and (p.start, p.end) == (told.start, told.end)]
        found = equal or [p for p in known if told and told.kind == "year" and _within(told, p)]
        if len(found) == 1:
            return found[0]
        names = [p.text for p in known]
        if found:
            raise refuse(
                f"{self.file} has several times in {wanted}: {_listed([p.text for p in found])}.",
                f'Write which one, such as year: "{found[-1].text}".',
            )
        raise refuse(
            f"{self.file} has no rows for {wanted}.",
            nearest(wanted, names) or f"It has: {_listed(names)}.",
        )


def _within(year: TimeSpan, period: Period) -> bool:
    """Whether a period is called by a year."""
    return year.years[0] in period.years


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return (
        ", ".join(names[-_MOST_NAMED:])
        if more <= 0
        else (f"{', '.join(names[: _MOST_NAMED - 1])} … {names[-1]}")
    )


def calendar(
    file: str,
    heading: str,
    cells: Sequence[str],
    lines: Sequence[int],
    totals: Collection[str] = (),
) -> Calendar:
    """The times that the cells of a column tell. Raises Problems for what has no order."""
    first = dict(zip(reversed(cells), reversed(lines), strict=True))
    told = {c: first[c] for c in dict.fromkeys(cells) if not is_total(c, totals)}
    if not told:
        raise refuse(f'{file}, column "{heading}", names no time but totals.', HOW, At(file, 1))
    _refuse_orderless(file, heading, told)
    habit = _habit(file, heading, tuple(told), told)
    found = {cell: _period(cell, habit) for cell in told}
    return Calendar(file, _unified(found), habit, _mixed(file, heading, found))


def readable(cells: Collection[str]) -> bool:
    """Whether all cells tell times."""
    return bool(cells) and any(all(span(c, habit) for c in cells) for habit in HABITS)


def heading(text: str) -> bool:
    """Whether the heading of a column is itself a time, such as 2023, FY24 or Q1 2023."""
    bare = plain(text[: LONGEST + 1])
    long = re.search(r"\d{4}", bare) or (re.search(r"[a-z]", bare) and re.search(r"\d\d", bare))
    found = span(text) if long and not is_total(text, ()) else None
    return found is not None and bool(found.years)


def _refuse_orderless(file: str, heading_: str, told: Mapping[str, int]) -> None:
    problems = []
    for cell, line in told.items():
        if any(span(cell, habit) for habit in HABITS):
            continue
        what = f'"{cell}", which is no time that can be put in order' if cell else "nothing"
        problems.append(Problem(f'{file}, column "{heading_}", holds {what}.', HOW, At(file, line)))
    if problems:
        raise Problems(problems[:_MOST_NAMED])


def _habit(file: str, heading_: str, cells: tuple[str, ...], lines: Mapping[str, int]) -> Habit:
    """The way of writing that reads every cell, and as the same kind if there is one.

    Raises Problems where two ways would put the times in different orders.
    """
    ways = [(h, [span(cell, h) for cell in cells]) for h in HABITS]
    whole = [(h, [s for s in read if s]) for h, read in ways if None not in read]
    if not whole:
        raise refuse(
            f'{file}, column "{heading_}", writes day and month in different orders.',
            "Write dates as 2023-10-01: year, month, day.",
            At(file, next(iter(lines.values()), 1)),
        )
    few = min(len({s.kind for s in read}) for _, read in whole)
    alike = [(h, read) for h, read in whole if len({s.kind for s in read}) == few]
    monthly = re.search(r"month|mes|date|fecha", heading_.lower()) is not None
    alike.sort(key=lambda way: way[0].month_behind is not monthly)
    behind = alike[0][0].month_behind
    alike = [way for way in alike if way[0].month_behind is behind]
    return _agreed(file, heading_, cells, lines, alike)


def _agreed(
    file: str,
    heading_: str,
    cells: tuple[str, ...],
    lines: Mapping[str, int],
    ways: Sequence[tuple[Habit, Sequence[TimeSpan]]],
) -> Habit:
    """The first way, if the others order the cells alike, or if it is the order of the file."""
    first, read = ways[0]
    if all(_ranks(other) == _ranks(read) for _, other in ways[1:]):
        return first
    if any(s.kind == "season" for s in read):
        return _by_rows(file, heading_, ways)
    odd = next(c for c, s in zip(cells, read, strict=True) if s != span(c, ways[-1][0]))
    raise refuse(
        f'{file}, column "{heading_}": "{odd}" could be two dates, and nothing tells whether the '
        "day or the month comes first.",
        "Write dates as 2023-10-01: year, month, day.",
        At(file, lines[odd]),
    )


def _by_rows(file: str, heading_: str, ways: Sequence[tuple[Habit, Sequence[TimeSpan]]]) -> Habit:
    """Winter comes first or last in its year: whichever makes the rows rise or fall in time."""
    for habit, read in ways:
        ranks = _ranks(read)
        if ranks in (sorted(ranks), sorted(ranks, reverse=True)):
            return habit
    raise refuse(
        f'{file}, column "{heading_}": nothing tells whether a winter comes before the spring or '
        "after the fall of its year.",
        "Write both years of a winter, such as Winter 2023-24.",
        At(file, 1),
    )


def _ranks(read: Sequence[TimeSpan]) -> list[int]:
    order = sorted({(s.end, s.start) for s in read})
    return [order.index((s.end, s.start)) for s in read]


def _period(cell: str, habit: Habit) -> Period:
    found = span(cell, habit)
    assert found
    text = _ZEROS.sub("", " ".join(cell.split()))
    if found.kind == "year" and re.fullmatch(r"\d,\d{3}", text):
        text = text.replace(",", "")
    return Period(text, found.start, found.end, found.kind, found.years)


def _unified(found: Mapping[str, Period]) -> dict[str, Period]:
    """The same time written in two ways is one, called as it is written first."""
    first: dict[tuple[date, date], Period] = {}
    for period in found.values():
        first.setdefault(period.order, period)
    return {cell: first[period.order] for cell, period in found.items()}


def _mixed(file: str, heading_: str, found: Mapping[str, Period]) -> tuple[Problem, ...]:
    """A warning where times of several lengths stand in one column.

    Raises Problems for waves or rounds beside them, which have no place in time.
    """
    kinds: dict[str, Period] = {}
    for period in found.values():
        length = (period.end - period.start).days // 365 if period.kind == "years" else 0
        kinds.setdefault(f"{period.kind} {length}", period)
    if len(kinds) < 2:
        return ()
    names = " and ".join(p.text for p in list(kinds.values())[:3])
    if any(not p.years for p in kinds.values()):
        raise refuse(
            f'{file}, column "{heading_}", has times that cannot be put in order: {names}.',
            HOW,
            At(file, 1),
        )
    return (
        Problem(
            f'{file}, column "{heading_}", has times of different lengths, such as {names}. '
            "They stand in the order of their ends, and may not be comparable.",
            "Keep rows of one kind, or part them into two files.",
            At(file, 1),
            severity="warning",
        ),
    )
