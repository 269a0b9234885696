"""Which stations a new walk gets: those asked for, or those whose figures are strong here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from datawalk.app.new.trials import Trial
from datawalk.config.templates import Ready, about_predictors
from datawalk.metrics.files.cases import too_few
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.knowledge.published import Published
from datawalk.metrics.model import Observation, Place, Quality
from datawalk.metrics.store import MetricStore
from datawalk.metrics.words import reasons
from datawalk.problems import Problem, Problems, nearest

MOST = 7
"""Stations of the pillars together: with the two others a walk of less than 90 minutes."""
_RANKS = {Quality.STRONG: 0, None: 1, Quality.MARGINAL: 2}
"""A figure that nobody grades stands behind a strong one, one in doubt behind all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A template of a new walk, or one that is left out, with what to know about it."""

    template: str
    remark: str = ""
    left_out: bool = False


def named(text: str) -> tuple[Ready, ...]:
    """The stations of the predictors in a list with commas. Raises Problems for unknown ones.

    A predictor is meant by its name, by its template (work/jobs) or by the end of that (jobs).
    """
    ready = about_predictors()
    words = [word.strip() for word in text.split(",") if word.strip()]
    found = {word: _meant(word, ready) for word in words}
    wrong = [word for word, meant in found.items() if meant is None]
    if wrong or not words:
        raise Problems(_unknown(word, ready) for word in wrong or [text])
    return tuple(dict.fromkeys(meant for meant in found.values() if meant))


def _meant(word: str, ready: Sequence[Ready]) -> Ready | None:
    wanted = word.casefold()
    return next(
        (r for r in ready if wanted in (r.predictor.casefold(), r.name, r.name.split("/")[-1])),
        None,
    )


def _unknown(word: str, ready: Sequence[Ready]) -> Problem:
    known = [name for r in ready for name in (r.predictor, r.name, r.name.split("/")[-1])]
    listed = "; ".join(f"{r.name.split('/')[-1]} ({r.predictor})" for r in ready)
    hint = nearest(word, known) or (f"Known: {listed}." if listed else "Use --pillars.")
    return Problem(f'"{word}" is not a predictor that has a station.', hint)


def candidates(asked: Sequence[Ready], pillars: Sequence[str]) -> tuple[str, ...]:
    """The templates that may be chosen: those asked for, else all of the pillars."""
    if asked:
        return tuple(ready.name for ready in asked)
    of_pillars = [ready.name for ready in about_predictors() if ready.pillar in pillars]
    return (*of_pillars, *(f"pillars/{pillar}" for pillar in pillars))


def asked_for(
    asked: Iterable[Ready], place: Place, store: MetricStore, tried: Mapping[str, Trial]
) -> tuple[Choice, ...]:
    """A station for each that can be shown; the others are left out, with the reason."""
    return tuple(_asked_for(ready, place, store, tried[ready.name]) for ready in asked)


def _asked_for(ready: Ready, place: Place, store: MetricStore, trial: Trial) -> Choice:
    remark = _against(ready, place, store)[1]
    stops = _stops(trial)
    return Choice(ready.name, (remark or stops) if stops else remark, left_out=bool(stops))


def _stops(trial: Trial) -> str:
    return trial.stops or (
        "" if trial.numbers else "no number of it, or only zeros, is in the data files"
    )


def of_pillars(
    pillars: Sequence[str], place: Place, store: MetricStore, tried: Mapping[str, Trial]
) -> tuple[Choice, ...]:
    """For each pillar the stations with the best figures, and behind them those left out.

    A pillar without such a station keeps its own at a glance, if that has a number to show. Every
    pillar gets its best before any gets a second one.
    """
    fit, unfit = {}, {}
    for pillar in pillars:
        fit[pillar], unfit[pillar] = _of_pillar(pillar, place, store, tried)
    taken = _dealt(fit)
    found: list[Choice] = []
    for pillar in pillars:
        found += [Choice(name) for name in fit[pillar] if name in taken]
        found += [
            Choice(name, "good figures too", left_out=True)
            for name in fit[pillar]
            if name not in taken
        ]
        found += unfit[pillar]
    return tuple(found)


def _dealt(fit: Mapping[str, Sequence[str]]) -> set[str]:
    """The best of each pillar, then the second of each, as long as there is time."""
    rounds = zip_longest(*fit.values())
    order = [name for names in rounds for name in names if name]
    return set(order[:MOST])


def _of_pillar(
    pillar: str, place: Place, store: MetricStore, tried: Mapping[str, Trial]
) -> tuple[list[str], list[Choice]]:
    """The templates of a pillar that are fit, the best first, and those that are not."""
    ready = [r for r in about_predictors() if r.pillar == pillar]
    graded = [(*_against(r, place, store), r) for r in ready]
    judged = [(rank, why or _stops(tried[r.name]), r) for rank, why, r in graded]
    order = list(catalog().metrics)
    fit = sorted((rank, _order(r, order), r.name) for rank, why, r in judged if not why)
    unfit = [Choice(r.name, why, left_out=True) for _, why, r in judged if why]
    glance = f"pillars/{pillar}"
    if fit:
        return [name for *_, name in fit], unfit
    why = _stops(tried[glance])
    return ([], [Choice(glance, why, left_out=True), *unfit]) if why else ([glance], unfit)


def unread(choices: Iterable[Choice], place: Place, store: MetricStore) -> tuple[Published, ...]:
    """The published files with figures by groups that the stations show, and that were not read."""
    taken = {choice.template for choice in choices if not choice.left_out}
    pairs = [pair for ready in about_predictors() if ready.name in taken for pair in ready.groups]
    found = {store.unread(metric, place, kind) for metric, kind in pairs}
    return tuple(sorted(filter(None, found), key=lambda file: file.name))


def _order(ready: Ready, order: Sequence[str]) -> int:
    """Equally good ones stand as in the framework, whose order the catalog has."""
    return order.index(ready.metrics[0]) if ready.metrics else len(order)


def _against(ready: Ready, place: Place, store: MetricStore) -> tuple[int, str]:
    """How good the main figure is, and what speaks against it."""
    if not ready.metrics:
        return _RANKS[None], ""
    found = store.observe(ready.metrics[0], place)
    if not found.known:
        return len(_RANKS), f"{found.metric}: {reasons.told(found.missing)}"
    why = _weak(found) or _few(ready, place, store) or _doubted(ready, place, store)
    return _RANKS.get(found.quality, len(_RANKS)), why


def _weak(found: Observation) -> str:
    if found.quality is not Quality.WEAK:
        return ""
    return f"{found.metric} of {found.year} is graded Weak: do not act on it"


def _few(ready: Ready, place: Place, store: MetricStore) -> str:
    """A newest figure, of the other metrics too, that stands for too few people."""
    newest = (store.observe(metric, place) for metric in ready.metrics)
    few = next((found for found in newest if too_few(found)), None)
    return f"{few.metric} of {few.year}: {reasons.told(few.missing)}" if few else ""


def _doubted(ready: Ready, place: Place, store: MetricStore) -> str:
    """A figure of any year that a person should look at before it is printed."""
    series = (found for metric in ready.metrics for found in store.series(metric, place))
    for found in series:
        if found.doubts:
            names = ", ".join(dict.fromkeys(doubt.name for doubt in found.doubts))
            return f"{found.metric} of {found.year} needs a second look: {names}"
    return ""
