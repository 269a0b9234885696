"""What stations of a new walk would show for a place: each is composed before it is offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from datawalk.compose.composer import compose
from datawalk.compose.data import data_paths, needed_metrics
from datawalk.config.load import WalkFile, load
from datawalk.config.station import StationConfig
from datawalk.exhibits import is_gap
from datawalk.metrics.model import Place, Printed
from datawalk.metrics.places.peers import NEEDED
from datawalk.metrics.store import MetricStore, read_store
from datawalk.problems import Problems
from datawalk.source import Unsaved
from datawalk.walk import Station
from datawalk.words import speaking


@dataclass(frozen=True, slots=True)
class Trial:
    """A template for a place: what would stop it, whether any number is on its sheet that is not
    none, and the station that it makes.
    """

    stops: str
    numbers: bool
    made: Station | None = None


@dataclass(frozen=True)
class TrialWalk:
    """A walk of all templates that may be chosen, and the figures for them."""

    templates: tuple[str, ...]
    file: WalkFile = field(repr=False)
    store: MetricStore = field(repr=False)


def staged(
    templates: Sequence[str], place: Place, data: Sequence[Path], language: str = "en"
) -> TrialWalk:
    """Read the templates and the data, in a language of the templates. Raises Problems."""
    stations = "".join(f"  - template: {name}\n" for name in templates)
    head = f'title: T\nlanguage: {language}\nplace: "{place.geoid}"\n'
    text = f"{head}session: {{parts: []}}\nstations:\n{stations}"
    walk = Unsaved(text.encode(), Path("walk.yaml"))
    file = load(walk, data=tuple(path.absolute() for path in data))
    store = read_store(data_paths(file), needed_metrics(file) | NEEDED)
    return TrialWalk(tuple(templates), file, store)


def tried(stage: TrialWalk, compare: Sequence[str]) -> Mapping[str, Trial]:
    """Each template alone on a walk of its own, beside the places of `compare`."""
    stations = zip(stage.templates, stage.file.config.stations, strict=True)
    with speaking(stage.file.config.language):
        return {name: _alone(stage, station, compare) for name, station in stations}


def _alone(stage: TrialWalk, station: StationConfig, compare: Sequence[str]) -> Trial:
    update = {"stations": (station,), "compare": tuple(compare)}
    file = replace(stage.file, config=stage.file.config.model_copy(update=update))
    try:
        (made,) = compose(file, stage.store).walk.stations
    except Problems as found:
        return Trial(found.problems[0].what, numbers=False)
    numbers = any(not is_gap(e) and any(map(_tells, e.figures)) for e in made.exhibits)
    return Trial("", numbers, made)


def _tells(figure: Printed) -> bool:
    """Whether a figure is one to talk about: of none there is little to say."""
    return figure.observation.known and figure.observation.value != 0
