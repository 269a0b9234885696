"""What is told beside a map of counties: those next to ours, the middles, and the extremes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from datawalk.blocks.context import Context
from datawalk.exhibits import Called, NearRow
from datawalk.metrics.findings.places import may_rank
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation
from datawalk.metrics.places.places import Scope, benchmark, called
from datawalk.metrics.words import wording
from datawalk.shipped import table
from datawalk.words import say

FEWEST = 5
"""Among fewer counties with a figure nothing is called the highest."""
MIDDLES: tuple[Scope, ...] = ("state", "us")


@dataclass(frozen=True, slots=True)
class Extremes:
    """The keys of the counties with the lowest and with the highest figure, if each is alone.

    `whole` tells that every county has a figure.
    """

    lowest: str = ""
    highest: str = ""
    whole: bool = True

    def words(self, key: str) -> str:
        """'the highest', or '' for a county that is no extreme."""
        if key == self.highest:
            return say("the highest") if self.whole else say("the highest shown")
        if key == self.lowest:
            return say("the lowest") if self.whole else say("the lowest shown")
        return ""


def extremes(by_key: Mapping[str, Observation], metric: Metric) -> Extremes:
    """None where two print alike, where places may not be ranked, and where ranges leave open
    which it is."""
    steps = {
        key: wording.steps(found.value, metric.format)
        for key, found in by_key.items()
        if found.value is not None
    }
    if len(steps) < FEWEST:
        return Extremes()
    alike = Counter(steps.values())

    def alone(key: str) -> str:
        return key if alike[steps[key]] == 1 and may_rank(by_key[key], metric) else ""

    lowest, highest = (alone(pick(steps, key=lambda key: steps[key])) for pick in (min, max))
    return Extremes(lowest, highest, len(steps) == len(by_key))


def told(key: str, name: str, printed: str, stands: Extremes) -> str:
    """'Hickory County: 53%, the highest'."""
    words = stands.words(key)
    if words:
        return say("{name}: {figure}, {standing}", name=name, figure=printed, standing=words)
    return f"{name}: {printed}"


def called_out(
    by_key: Mapping[str, Observation], ours: str, stands: Extremes, context: Context
) -> Iterator[Called]:
    """The extremes, then the county of the largest city; ours has a label of its own."""
    for key in (stands.highest, stands.lowest):
        if key and key != ours:
            printed, name = context.printed(by_key[key]).text, by_key[key].place.name
            yield Called(key, told(key, name, printed, stands))
    for row in table("boundaries/largest_cities.csv"):
        key = row["county"]
        found = by_key.get(key) if key[:2] == ours[:2] and key != ours else None
        if found and found.known and not stands.words(key):
            figure = context.printed(found).text
            yield Called(key, f"{found.place.name}: {figure} ({row['city']})")


def near(ours: Observation, beside: Sequence[Observation], context: Context) -> list[Observation]:
    """Ours, those beside it from the lowest, those without a figure, and the middles."""
    ordered = sorted(
        beside, key=lambda o: (not o.known, o.value if o.value is not None else 0.0, o.place.name)
    )
    middles = [
        found
        for scope in MIDDLES
        for found in (context.observe(ours.metric, benchmark(scope, ours.place), ours.year),)
        if found.known
    ]
    return [ours, *ordered, *middles]


def rows(listed: Sequence[Observation], context: Context) -> tuple[NearRow, ...]:
    """The figures as lines of a list."""
    return tuple(_row(found, context) for found in listed)


def _row(found: Observation, context: Context) -> NearRow:
    printed, place = context.printed(found).text, found.place
    if place.level == "benchmark":
        return NearRow(called(place), printed, "middle")
    if place == context.place:
        return NearRow(place.name, printed, "ours")
    return NearRow(place.name if place.state == context.place.state else place.short, printed)
