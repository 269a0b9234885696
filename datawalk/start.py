"""`datawalk new`: a commented walk in a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from datawalk import predictors, shipped
from datawalk.config.schema import json_schema
from datawalk.config.templates import Ready
from datawalk.folder import write
from datawalk.metrics import gazetteer
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
    found = _held(_found(place, store, own=bool(data)), store, own=bool(data))
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
    found = _held(_found(place, store, own=bool(data)), store, own=bool(data))
    return found, peers(found, store, 5)


def sources(data: Sequence[Path]) -> list[Path]:
    """The files given, or the sample."""
    return list(data) or [shipped.folder("samples") / "metrics.csv"]


def meant(text: str) -> Place:
    """The county or city that is meant, whether the data hold it or not. Raises Problems."""
    try:
        return find(text, gazetteer.known())
    except Problems as found:
        raise Problems(map(_unknown, found.problems)) from None


def _unknown(problem: Problem) -> Problem:
    """What is in no file at all is no place that we know."""
    what = problem.what.removesuffix(" is not in the data files.")
    if what == problem.what:
        return problem
    hint = f"{problem.try_this} For a smaller town, write its county.".strip()
    return replace(problem, what=f"{what} is no county or larger city we know.", try_this=hint)


def _found(text: str, store: MetricStore, *, own: bool) -> Place:
    """The place of the files that is meant. Raises Problems: none, several, not in the files."""
    try:
        return find(text, store.places) if own else meant(text)
    except Problems:
        if not own:
            raise
        raise _not_held(meant(text), own=own) from None


def _held(place: Place, store: MetricStore, *, own: bool) -> Place:
    """The place as the files have it. Raises Problems if they do not."""
    held = (p for p in store.places if (p.level, p.geoid) == (place.level, place.geoid))
    found = next(held, None)
    if found is None:
        raise _not_held(place, own=own)
    return found


def _not_held(place: Place, *, own: bool) -> Problems:
    file = "11" if place.level == "county" else "61"
    if own:
        return refuse(
            f"{place.full} is not in the data files.",
            f"Name a file with --data that holds it, such as {file}_….csv of the Mobility Metrics.",
        )
    return refuse(
        f"{place.full} is not in the sample data, which hold Missouri's counties and a few others.",
        f"Write `datawalk fetch-data {file}`, and name the file with --data.",
    )


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
