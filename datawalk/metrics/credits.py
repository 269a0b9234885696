"""The foot of a sheet: who counted, when, how sure it is, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from datawalk.metrics import definitions
from datawalk.metrics.catalog import Catalog, Metric
from datawalk.metrics.columns import edition_called
from datawalk.metrics.model import Observation, Place, Quality
from datawalk.metrics.places import called, level_of, scope_of, state_of
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


def source_line(observations: Iterable[Observation], catalog: Catalog) -> tuple[str, ...]:
    """The lines of the foot: a line for each source, the cautions, then the credit and the marks.

    Metrics with the same source, years and quality share a line; a quality that all lines share
    is told once. Only figures that are known count.
    """
    known = [o for o in observations if o.known]
    if not known:
        return ()
    by_metric: dict[str, list[Observation]] = {}
    for observation in known:
        by_metric.setdefault(observation.metric, []).append(observation)
    shared: dict[tuple[str, str], list[Metric]] = {}
    for name, group in by_metric.items():
        metric = catalog.get(name)
        shared.setdefault((_counted(metric, group), _graded(group)), []).append(metric)
    grades = {grade for _, grade in shared}
    once = grades.pop() if len(shared) > 1 and len(grades) == 1 else None
    lines = [
        " ".join(filter(None, (f"{_named(metrics)}: {counted}", "" if once else grade)))
        for (counted, grade), metrics in shared.items()
    ]
    cautions = dict.fromkeys(_caveat(o, catalog) for group in by_metric.values() for o in group)
    cautions.pop("", None)
    cautions |= dict.fromkeys(doubt.foot for o in known for doubt in o.doubts)
    return (
        *lines,
        *([" ".join(cautions)] if cautions else []),
        _credit(known, once or "", catalog.language),
    )


def _caveat(observation: Observation, catalog: Catalog) -> str:
    metric = catalog.get(observation.metric)
    return definitions.counted(metric, observation, catalog.language).caveat


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
    return say("Data quality: {grades}.", grades=_listed(map(_grade, grades))) if grades else ""


def _grade(quality: Quality) -> str:
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
    middles = dict.fromkeys(o.place for o in observations if o.place.level == "benchmark")
    return " ".join([*parts, *map(_explained, middles)])


def marks_in(observations: Iterable[Observation]) -> list[str]:
    """'† Marginal: use with care.' for each mark behind figures that are known."""
    present = {o.quality for o in observations if o.known}
    return [f"{MARKS[q]} {say(words)}" for q, words in _MEANINGS.items() if q in present]


def _explained(middle: Place) -> str:
    """'Middle U.S. county: the median of all U.S. counties.'"""
    where = say("U.S.") if scope_of(middle).startswith("us") else state_of(middle)
    told = {"middle": called(middle), "where": where}
    county = level_of(middle) == "county"
    if scope_of(middle).endswith("weighted"):
        words = (
            later(
                "{middle}: half of all people in {where} counties live in one with this figure or "
                "a lower one."
            )
            if county
            else later(
                "{middle}: half of all people in {where} larger cities live in one with this "
                "figure or a lower one."
            )
        )
        return say(words, **told)
    if county:
        return say("{middle}: the median of all {where} counties.", **told)
    return say("{middle}: the median of all {where} larger cities.", **told)
