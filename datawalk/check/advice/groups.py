"""Groups of people: in which order they stand, and who is measured against whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from datawalk.check.advice.told import advice
from datawalk.exhibits import Chart, Exhibit, Table
from datawalk.problems import Problem
from datawalk.walk import Station

PEOPLE = (
    r"(?:\s+(?:american|alone|non-hispanic|residents?|people|persons|students|adults|children|youth"
    r"|homes|households|families|men|women|workers|teachers|voters|owners|renters|neighborhoods)\b"
    r"|\s*[,(/:;]|\s*$)"
)
"""What follows the name of a group: White County and Black Hawk County are places."""
WHITE = re.compile(rf"\s*(?:non-hispanic\s+|mostly\s+|majority\s+)?white{PEOPLE}", re.IGNORECASE)
OTHERS = re.compile(
    r"\s*(?:(?:mostly\s+|majority\s+)?(?:black|african american|hispanic|latin[oax]|asian|native"
    rf"|american indian|indigenous|pacific islander|another race|other races?){PEOPLE}"
    r"|people of color|neighborhoods of color|mixed neighborhoods|residents of another race)",
    re.IGNORECASE,
)
RULE = "Urban Institute, Do No Harm Guide"


def advise(station: Station) -> Iterator[Problem]:
    """White first, or White as what the others are measured against."""
    for exhibit in station.exhibits:
        if any(_white_first(labels) for labels in _orders(exhibit)):
            yield advice(
                "White people stand first here, as if they were the usual case.",
                "Use the order of the alphabet or of the values, or one that residents choose.",
                RULE,
                exhibit.at,
            )
        if _against_white(exhibit):
            yield advice(
                "White people are what the others are measured against here.",
                "Compare each group with everyone, the state or a target; or turn the two around.",
                RULE,
                exhibit.at,
            )


def _orders(exhibit: Exhibit) -> Iterator[tuple[str, ...]]:
    """Labels that stand in a row; a chart that is sorted by value has a reason for its order."""
    match exhibit:
        case Table():
            yield exhibit.columns
            yield tuple(row.stub for row in exhibit.rows)
        case Chart():
            yield tuple(series.label for series in exhibit.series)
            for series in exhibit.series:
                values = [point.value for point in series.points if point.value is not None]
                if values != sorted(values, reverse=True):
                    yield tuple(point.label for point in series.points)


def _white_first(labels: tuple[str, ...]) -> bool:
    groups = [label for label in labels if WHITE.match(label) or OTHERS.match(label)]
    return len(groups) > 1 and bool(WHITE.match(groups[0]))


def _against_white(exhibit: Exhibit) -> bool:
    if isinstance(exhibit, Chart) and exhibit.reference:
        return bool(WHITE.match(exhibit.reference.label))
    if exhibit.kind != "gap":
        return False
    named = [f.observation.group for f in exhibit.figures if " less " not in f.observation.group]
    return len(named) > 1 and bool(WHITE.match(named[1]))
