"""`datawalk new`: a commented walk in a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from datawalk import predictors, shipped
from datawalk.config.schema import json_schema
from datawalk.config.templates import Ready
from datawalk.folder import write
from datawalk.metrics.catalog import catalog
from datawalk.metrics.model import Place
from datawalk.metrics.peers import NEEDED, Peer, peers
from datawalk.metrics.places import find
from datawalk.metrics.store import MetricStore, read_store
from datawalk.predictors import Choice
from datawalk.problems import Problem, Problems, nearest, refuse

PILLARS = ("work", "education", "neighborhoods", "health", "governance")

WALK = """\
# yaml-language-server: $schema=schema.json
# A data walk. Lines that start with # are notes for you; the program skips them.
# Try it:  datawalk render walk.yaml

title: {title}
place: "{geoid}"          # {name}; `datawalk places WORD` finds other codes

# Up to five others to compare with: codes, names, us-median or state-median. These are like
# yours, for the reasons behind them; put in places that people here know.
compare:
{peers}
  - us-median

# Files with the figures. The Urban Institute publishes them as "Upward Mobility Data
# (Mobility Metrics)": 11_mobility-metrics_county_longitudinal.csv holds every county,
# 61_mobility-metrics_place_longitudinal.csv every larger city. `datawalk fetch-data` downloads
# both; then their names are enough here.
data:
{data}

# Leave out what you do not know yet.
# event:
#   date: March 14, 2027
#   venue: Public library, room A
#   hosts: [Community Foundation]

# What the slides say around the walk; what is left out is filled in.
# session:
#   starts: 6:00 pm
#   welcome: [Supper is in the hall., Ask when a word is not clear.]
#   next_steps:
#     - {{what: Meet again, who: All of us, when: May 3}}

outputs:
  - {{medium: poster, size: 24x36}}
  - {{medium: deck}}

# `datawalk templates` lists ready stations. A key written here replaces the template's:
#   - template: work/jobs
#     question: Can young people find a job here?
stations:
  - template: welcome
{stations}
  - template: voices          # replace the sample quotes by what your residents said
  - template: visioning
"""


def chosen(text: str) -> tuple[str, ...]:
    """The pillars named in a list with commas. Raises Problems for unknown ones."""
    names = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    wrong = [name for name in names if name not in PILLARS]
    if wrong or not names:
        raise Problems(
            Problem(
                f'"{name}" is not a pillar.',
                nearest(name, PILLARS) or f"Known: {', '.join(PILLARS)}.",
            )
            for name in wrong or [text]
        )
    return names


def new_walk(
    folder: Path,
    place: str,
    pillars: Sequence[str],
    data: Sequence[Path],
    asked: Sequence[Ready] = (),
) -> Path:
    """Write walk.yaml, its schema and its data into `folder`. Raises Problems; then nothing is.

    With `asked` the stations are those; else those of the pillars that have the best figures.
    """
    if folder.exists() and any(folder.iterdir()):
        raise refuse(f"{folder} is not empty.", "Name a new folder.")
    paths = sources(data)
    store = read_store(paths, catalog(), NEEDED | predictors.needed(asked, pillars))
    found = _found(place, store, own=bool(data))
    choices = (
        predictors.asked_for(asked, found, store)
        if asked
        else predictors.of_pillars(pillars, found, store)
    )
    files = [f"data/{path.name}" for path in paths]
    text = WALK.format(
        title=f"{found.name} Data Walk",
        geoid=found.geoid,
        name=found.full,
        peers="\n".join(_compared(peer) for peer in peers(found, store)),
        data="\n".join(f"  - {name}" for name in files),
        stations="\n".join(map(_station, choices)),
    )
    walk = folder / "walk.yaml"
    written = {walk: text.encode(), folder / "schema.json": _schema()}
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for path in paths:
        shutil.copyfile(path, folder / "data" / path.name)
    write(written)
    return walk


def like(place: str, data: Sequence[Path]) -> tuple[Place, tuple[Peer, ...]]:
    """The place that is meant, and the five that are nearest to it. Raises Problems."""
    store = read_store(sources(data), catalog(), NEEDED)
    found = _found(place, store, own=bool(data))
    return found, peers(found, store, 5)


def sources(data: Sequence[Path]) -> list[Path]:
    """The files given, or the sample."""
    return list(data) or [shipped.folder("samples") / "metrics.csv"]


def _found(place: str, store: MetricStore, *, own: bool) -> Place:
    try:
        return find(place, store.places)
    except Problems as found:
        if own:
            raise
        raise Problems(
            Problem(
                problem.what.replace("data files", "sample data"),
                "The sample data hold Missouri's counties and a few others. For any other place, "
                "get the Urban Institute's files with `datawalk fetch-data`, and name one with "
                "--data FILE.",
            )
            for problem in found.problems
        ) from found


def _station(choice: Choice) -> str:
    """A station, or a comment that says why it was left out."""
    remark = f"   # {choice.remark}" if choice.remark else ""
    if choice.left_out:
        return f"  # left out: {choice.template} ({choice.remark})"
    return f"  - template: {choice.template}{remark}"


def _compared(peer: Peer) -> str:
    return f'  - "{peer.place.geoid}"   # {peer.place.full}: {"; ".join(peer.reasons)}'


def _schema() -> bytes:
    import json

    return json.dumps(json_schema(), indent=1, ensure_ascii=False).encode()
