"""What stations of a new walk would show for a place: each is composed before it is offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from datawalk.composing import compose
from datawalk.config.load import WalkFile, load
from datawalk.exhibits import is_gap
from datawalk.metrics.model import Place
from datawalk.metrics.store import MetricStore
from datawalk.needing import read_data
from datawalk.problems import Problems
from datawalk.words import speaking


@dataclass(frozen=True, slots=True)
class Trial:
    """A template for a place: what would stop it, and whether any number is on its sheet."""

    stops: str
    numbers: bool


def tried(
    templates: Sequence[str], place: Place, compare: Sequence[str], data: Sequence[Path]
) -> Mapping[str, Trial]:
    """Each template alone on a walk of its own. Raises Problems of the data."""
    stations = "".join(f"  - template: {name}\n" for name in templates)
    compared = ", ".join(f'"{code}"' for code in compare)
    text = (
        f'title: "{place.geoid}"\nplace: "{place.geoid}"\ncompare: [{compared}]\n'
        f"session: {{parts: []}}\nstations:\n{stations}"
    )
    with TemporaryDirectory() as folder:
        walk = Path(folder) / "walk.yaml"
        walk.write_text(text, encoding="utf-8")
        file = load(walk, data=tuple(path.absolute() for path in data))
    with speaking(file.config.language):
        store = read_data(file)
        pairs = zip(templates, range(len(templates)), strict=True)
        return {name: _alone(file, i, store) for name, i in pairs}


def _alone(file: WalkFile, index: int, store: MetricStore) -> Trial:
    config = file.config.model_copy(update={"stations": (file.config.stations[index],)})
    try:
        (station,) = compose(replace(file, config=config), store).walk.stations
    except Problems as found:
        return Trial(found.problems[0].what, numbers=False)
    return Trial("", any(e.figures and not is_gap(e) for e in station.exhibits))
