"""What a station shows on slides: the one thing that it presents, and what waits behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from datawalk.exhibits import Bullets, Chart, Exhibit, Map, Prose, Stat, Table, WritingSpace, is_gap
from datawalk.walk import Station

Group = tuple[Exhibit, ...]
"""Exhibits that share a slide."""
ON_PAPER = ("zone", "dots")
"""Room for notes and dots, which hangs on the wall only where a station also asks."""


@dataclass(frozen=True, slots=True)
class Shown:
    """`lead` is the big number that opens the station, `main` what is presented, in order.

    No exhibit is in two of these.
    """

    lead: Stat | None
    main: tuple[Group, ...]
    others: tuple[Group, ...]


def is_talk(exhibit: Exhibit) -> bool:
    """Whether these are the questions of a station."""
    return isinstance(exhibit, Bullets) and exhibit.form == "questions"


def is_quote(exhibit: Exhibit) -> bool:
    """Whether these are words that somebody said."""
    return isinstance(exhibit, Prose) and exhibit.form == "quote"


def shown(station: Station) -> Shown:
    """What the slides of a station show: one thing, and of a vision all that people write."""
    groups = grouped(station)
    if station.pillar == "vision":
        return Shown(None, groups, ())
    if station.pillar == "welcome":
        main = _steps(groups) or groups[:1]
        return Shown(None, main, tuple(g for g in groups if g not in main))
    main = tuple(_main(groups, station))
    numbers = (e for e, *_ in groups if isinstance(e, Stat) and (e,) not in main)
    # A gap does not go before the number of all that the station presents.
    after = any(isinstance(e, Stat) for e, *_ in main)
    lead = next((e for e in numbers if not (after and e.kind == "gap")), None)
    rest = (group for group in groups if group not in main and group != (lead,))
    return Shown(lead, main, tuple(rest))


def grouped(station: Station) -> tuple[Group, ...]:
    """Exhibits that get slides; neighbouring quotes without headings go together."""
    groups: list[Group] = []
    for exhibit in station.exhibits:
        if not _deserves(exhibit, station):
            continue
        if groups and is_quote(exhibit) and is_quote(groups[-1][0]) and not exhibit.heading:
            groups[-1] = (*groups[-1], exhibit)
        else:
            groups.append((exhibit,))
    return tuple(groups)


def _deserves(exhibit: Exhibit, station: Station) -> bool:
    if is_talk(exhibit):
        return False
    if isinstance(exhibit, WritingSpace) and exhibit.form in ON_PAPER:
        return not any(is_talk(other) for other in station.exhibits)
    return True


def _steps(groups: Sequence[Group]) -> tuple[Group, ...]:
    """How a walk goes, which welcomes people."""
    return tuple(g for g in groups if isinstance(g[0], Bullets) and g[0].form == "numbers")[:1]


def _main(groups: Sequence[Group], station: Station) -> Iterator[Group]:
    """What the author calls the main one, else what shows the strongest finding, else the first.

    A chart goes before a big number, which can open the station. Where nothing but missing figures
    could be shown, one that says so.
    """
    told = [group for group in groups if not is_gap(group[0])]
    data = [group for group in told if isinstance(group[0], Stat | Chart | Map | Table)]
    best = station.leading or next((found.block for found in station.findings), 0)

    def rank(group: Group) -> tuple[bool, ...]:
        first = group[0]
        leads = first.block == station.leading
        return (first.emphasis != "main", not leads, isinstance(first, Stat), first.block != best)

    ranked = sorted(data if station.findings else told, key=rank)
    yield from (ranked or [group for group in groups if is_gap(group[0])])[:1]
