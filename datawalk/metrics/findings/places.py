"""What places show: our figure alone, beside another, and among those of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from datawalk.metrics.findings import telling, weighing
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.knowledge import doubts
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.knowledge.takeaways import sentences
from datawalk.metrics.model import Observation, Quality
from datawalk.metrics.words import claims, comparing
from datawalk.words import later, say

FEWEST = 8
"""Among fewer other places than this nobody stands."""
MOST_ALIKE = 0.1
"""Where more of the others have the same figure, a place among them says little."""

_OTHERS: Mapping[tuple[bool, bool, bool], str] = {
    (True, True, False): later("the {others:,} other {state} counties with a figure"),
    (True, False, False): later("the {others:,} other U.S. counties with a figure"),
    (False, True, False): later("the {others:,} other larger {state} cities with a figure"),
    (False, False, False): later("the {others:,} other larger U.S. cities with a figure"),
    (True, True, True): later("all {others:,} other {state} counties with a figure"),
    (True, False, True): later("all {others:,} other U.S. counties with a figure"),
    (False, True, True): later("all {others:,} other larger {state} cities with a figure"),
    (False, False, True): later("all {others:,} other larger U.S. cities with a figure"),
}
"""The other places: whether they are counties, of our state, and all of them are meant."""


def level(ours: Observation, metric: Metric) -> Finding | None:
    """The figure alone. None without a year, for a figure that is Weak or in doubt, and for a 0
    that may well be more."""
    words = sentences(ours)
    if words is None or not ours.known or not ours.year:
        return None
    if weighing.weak(ours) or weighing.doubted(ours) or (ours.value == 0 and ours.upper):
        return None
    said, figure = telling.level(ours, metric, words)
    told = Finding("level", metric.name, (), weighing.LITTLE, 1.0, sure=True)
    told = told.telling(said, (ours.year,), (figure,))
    if ours.pair:
        return told.weighed("level", weighing.of_pair(ours), weighing.UNBOUNDED, sure=False)
    return told


def beside(ours: Observation, other: Observation, metric: Metric) -> Finding | None:
    """The figure beside that of a middle or another place in the same year."""
    alone = level(ours, metric)
    fair = weighing.together(ours, other) and ours.year == other.year
    fair = fair and not weighing.weak(other) and not weighing.doubted(other)
    if alone is None or not fair or not _compared(ours, metric):
        return None
    figure = telling.told(other, metric)
    place = comparing.named_beside(other.place, ours.place)
    said = {"place": place, "value": figure.text}
    match comparing.relation(ours, other, metric):
        case "apart" if figure.text != alone.figures[0].text:
            size = weighing.effect(ours, other, metric)
            sure = _sureness(ours, other)
            found = alone.weighed("beside", size, sure.weight, sure=sure.sure)
            tail = say("In {place} it was {value}.", **said)
        case "same":
            found = alone.weighed("beside", weighing.LITTLE, 1.0, sure=False)
            tail = _same(ours, other, said)
        case "unsure":
            found = alone.weighed("unsure", weighing.LITTLE, 1.0, sure=False)
            tail = say("In {place} it was {value}: too unsure to tell apart.", **said)
        case _:
            return None
    return found.adding(tail, figure)


def _same(ours: Observation, other: Observation, said: Mapping[str, str]) -> str:
    if ours.value == other.value:
        return say("In {place} it was the same.", **said)
    return say("In {place} it was about the same ({value}).", **said)


def _compared(ours: Observation, metric: Metric) -> bool:
    """Whether places may be set beside each other by this: not by counts, nor by what is neither
    better nor worse; and a rank tells by itself where a place stands."""
    fit = metric.ranked and metric.direction != "neither" and not doubts.where(ours)
    return fit and metric.kind not in ("count", "pair", "index")


def _sureness(ours: Observation, other: Observation) -> weighing.Sureness:
    """Where the comparison has told the two apart; a middle has no grade and no range."""
    graded = [o.quality for o in (ours, other) if o.place.level != "benchmark"]
    strong = all(quality is Quality.STRONG for quality in graded)
    care = 1.0 if strong else weighing.USE_WITH_CARE
    if ours.lower is not None or weighing.counted(ours):
        return weighing.Sureness(care, strong)
    return weighing.Sureness(weighing.UNBOUNDED * care, sure=False)


def may_rank(ours: Observation, metric: Metric) -> bool:
    """Whether a place among all may be told: not by what has a range, for places close to it could
    stand on either side, nor by what sources advise not to rank."""
    fit = metric.ranked and metric.direction != "neither" and metric.kind not in ("count", "pair")
    return fit and ours.lower is None and not doubts.where(ours)


def rank(ours: Observation, around: Sequence[Observation], metric: Metric) -> Finding | None:
    """The figure among those of all places of the state, or of the country, that have one."""
    alone = level(ours, metric)
    others = [o for o in around if o.place != ours.place and counts(o, ours)]
    if alone is None or ours.value is None or not may_rank(ours, metric) or len(others) < FEWEST:
        return None
    below, same, above = claims.beside(ours.value, [ours.value, *(o.value or 0.0 for o in others)])
    if same > MOST_ALIKE * len(others):
        return None
    sure = _sureness(ours, ours)
    size = abs(below - above) / len(others)
    found = alone.weighed("rank", size, sure.weight, sure=sure.sure)
    return found.adding(_standing(below, above, ours, others))


def counts(other: Observation, ours: Observation) -> bool:
    """Whether another place counts where ours is set among all."""
    known = other.value is not None and not weighing.weak(other)
    return known and other.year == ours.year and weighing.together(ours, other)


def _standing(below: int, above: int, ours: Observation, others: Sequence[Observation]) -> str:
    """'It was lower in 60 of the 114 other Missouri counties with a figure.'"""
    count, lower = max(below, above), below >= above
    every = count == len(others)
    near = {o.place.state for o in others} == {ours.place.state}
    named = say(
        _OTHERS[ours.place.level == "county", near, every],
        others=len(others),
        state=ours.place.state,
    )
    if every:
        words = later("It was lower in {others}.") if lower else later("It was higher in {others}.")
        return say(words, others=named)
    if lower:
        return say("It was lower in {count:,} of {others}.", count=count, others=named)
    return say("It was higher in {count:,} of {others}.", count=count, others=named)
