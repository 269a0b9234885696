"""The foot of a sheet: who counted, when, how sure it is, and what the marks mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from types import MappingProxyType

from datawalk.metrics.files.columns import edition_called
from datawalk.metrics.knowledge import definitions, doubts
from datawalk.metrics.knowledge.catalog import Catalog, Metric
from datawalk.metrics.model import Observation, Place, Quality
from datawalk.metrics.places.places import called, level_of, scope_of, state_of
from datawalk.words import later, say

MARKS = MappingProxyType({Quality.MARGINAL: "†", Quality.WEAK: "‡"})
"""The signs behind figures that are less than strong."""

_MEANINGS = MappingProxyType(
    {
        Quality.MARGINAL: later("Marginal: use with care."),
        Quality.WEAK: later("Weak: do not act on this figure alone."),
    }
)
_RANKS = {quality: i for i, quality in enumerate(Quality)}


def mark(observation: Observation) -> str:
    """The sign behind a figure that is less than strong; the foot explains it."""
    return MARKS.get(observation.quality, "") if observation.quality else ""


def source_line(observations: Iterable[Observation], catalog: Catalog) -> tuple[str, ...]:
    """The lines of the foot: a line for each source, the cautions, then the credit and the marks.

    Metrics with the same source, years and quality share a line; a quality that all lines share
    is told once. Only figures that are known count.
    """
    known = [o for o in observations if o.known]
    if not known:
        return ()
    shared: dict[tuple[str, str], list[Metric]] = {}
    for metric, group in _surveyed(known, catalog):
        shared.setdefault((_counted(metric, group), _graded(group)), []).append(metric)
    grades = {grade for _, grade in shared}
    once = grades.pop() if len(shared) > 1 and len(grades) == 1 else None
    lines = [
        " ".join(filter(None, (f"{_named(metrics)}: {counted}", "" if once else grade)))
        for (counted, grade), metrics in shared.items()
    ]
    told = dict.fromkeys(said for o in known for said in cautions(o, catalog))
    told |= dict.fromkeys(doubts.foot(o, doubt) for o in known for doubt in o.doubts)
    return (
        *lines,
        *([" ".join(told)] if told else []),
        _credit(known, once or "", catalog.language),
    )


def _surveyed(
    observations: Iterable[Observation], catalog: Catalog
) -> Iterable[tuple[Metric, Sequence[Observation]]]:
    """The figures of each metric; those of groups apart where their years mean something else."""
    found: dict[tuple[str, bool], list[Observation]] = {}
    for observation in observations:
        metric = catalog.get(observation.metric)
        apart = bool(metric.groups_mean) and observation.group_kind != "all"
        found.setdefault((metric.name, apart), []).append(observation)
    return ((catalog.get(name), group) for (name, _), group in found.items())


def cautions(observation: Observation, catalog: Catalog) -> tuple[str, ...]:
    """What to know of a figure of the metric in its edition, and of one for counties or cities."""
    metric = catalog.get(observation.metric)
    counted = definitions.counted(metric, observation, catalog.language)
    county = level_of(observation.place) == "county"
    own = counted.county_caveat if county else counted.city_caveat
    return tuple(filter(None, (counted.caveat, own)))


def _named(metrics: Sequence[Metric]) -> str:
    return "; ".join(metric.short for metric in metrics)


def _counted(metric: Metric, observations: Sequence[Observation]) -> str:
    """'U.S. Census Bureau, American Community Survey, 2023.'"""
    years = sorted({o.year for o in observations if o.year is not None})
    when = str(years[0]) if years else say("no year stated in the file")
    if len(years) > 1:
        when = f"{years[0]}–{years[-1]}"
    grouped = any(o.group_kind != "all" for o in observations)
    meaning = (grouped and metric.groups_mean) or metric.years_mean
    when += f" ({meaning})" if meaning else ""
    return f"{metric.source}, {when}."


def _graded(observations: Sequence[Observation]) -> str:
    """'Data quality: strong and weak.', or '' for what is not graded."""
    grades = sorted({o.quality for o in observations if o.quality}, key=_RANKS.__getitem__)
    return say("Data quality: {grades}.", grades=_listed(map(grade, grades))) if grades else ""


def grade(quality: Quality) -> str:
    """A grade of data as people read it."""
    match quality:
        case Quality.STRONG:
            return say("strong")
        case Quality.MARGINAL:
            return say("marginal")
        case _:
            return say("weak")


def _listed(parts: Iterable[str]) -> str:
    """'strong, marginal and weak'."""
    *most, last = parts
    return say("{first} and {last}", first=", ".join(most), last=last) if most else last


def _credit(observations: Sequence[Observation], quality: str, language: str) -> str:
    found = dict.fromkeys(o.origin.edition for o in observations if o.origin)
    editions = _listed(edition_called(edition, language) for edition in found)
    parts = [f"Urban Institute, Mobility Metrics ({editions})."]
    parts += [quality] if quality else []
    parts += marks_in(observations)
    middles: dict[Place, set[int]] = {}
    for observation in observations:
        if observation.place.level == "benchmark":
            middles.setdefault(observation.place, set()).add(observation.among)
    return " ".join([*parts, *(_explained(*middle) for middle in middles.items())])


def marks_in(observations: Iterable[Observation]) -> list[str]:
    """'† Marginal: use with care.' for each mark behind figures that are known."""
    present = {o.quality for o in observations if o.known}
    return [f"{MARKS[q]} {say(words)}" for q, words in _MEANINGS.items() if q in present]


def _explained(middle: Place, among: Collection[int]) -> str:
    """'Middle U.S. county: the median of the 3,143 U.S. counties with a figure.'"""
    where = say("U.S.") if scope_of(middle).startswith("us") else state_of(middle)
    told = {"middle": called(middle), "where": where, "count": _between(among)}
    county = level_of(middle) == "county"
    if not any(among):
        if county:
            return say("{middle}: the median of the {where} counties.", **told)
        return say("{middle}: the median of the larger {where} cities.", **told)
    if scope_of(middle).endswith("weighted"):
        words = (
            later(
                "{middle}: half of all people in the {count} {where} counties with a figure live "
                "in one with this figure or a lower one."
            )
            if county
            else later(
                "{middle}: half of all people in the {count} larger {where} cities with a figure "
                "live in one with this figure or a lower one."
            )
        )
        return say(words, **told)
    if county:
        return say("{middle}: the median of the {count} {where} counties with a figure.", **told)
    return say("{middle}: the median of the {count} larger {where} cities with a figure.", **told)


def _between(counts: Collection[int]) -> str:
    """'25', or '25 to 105' where metrics and years have different ones."""
    low, high = min(counts), max(counts)
    if low == high:
        return f"{low:,}"
    return say("{low} to {high}", low=f"{low:,}", high=f"{high:,}")
