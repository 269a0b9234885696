"""`datawalk new`: a commented walk in a folder of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from datawalk import shipped
from datawalk.app.new import stations as predictors
from datawalk.app.new import trials
from datawalk.app.new.stations import Choice
from datawalk.config.schema import json_schema
from datawalk.config.templates import Ready
from datawalk.inputs import shortened
from datawalk.metrics.knowledge.published import Published, cache_folder, holding
from datawalk.metrics.model import Place
from datawalk.metrics.places import gazetteer
from datawalk.metrics.places.finding import Meant
from datawalk.metrics.places.peers import NEEDED, Peer, peers
from datawalk.metrics.store import read_store
from datawalk.output.folder import write
from datawalk.problems import Problem, Problems, nearest, refuse

MIDDLE = "us-median"
PILLARS = ("work", "education", "neighborhoods", "health", "governance")

WALK = """\
# yaml-language-server: $schema=schema.json
# A data walk. Lines that start with # are notes for you; the program skips them.
# Try it:  datawalk render walk.yaml

title: {title}
{languages}place: "{geoid}"          # {name}; `datawalk places WORD` finds other codes

# Up to five others to compare with: codes, names, us-median or state-median. These are like
# yours, for the reasons behind them; put in places that people here know.
compare:
{peers}
  - {middle}

# Files with the figures. The Urban Institute publishes them as "Upward Mobility Data
# (Mobility Metrics)": 11_mobility-metrics_county_longitudinal.csv holds every county,
# 61_mobility-metrics_place_longitudinal.csv every larger city; others hold figures by groups of
# people. `datawalk fetch-data` downloads them; then their names are enough here.
data:
{data}

{event}

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
  # - template: voices        # put in what your own residents said, in place of the sample quotes
  - template: visioning
"""


NO_EVENT = """\
# Leave out what you do not know yet.
# event:
#   date: March 14, 2027
#   venue: Public library, room A
#   hosts: [Community Foundation]"""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What is known of a new walk beside its place: all of it may be empty."""

    title: str = ""
    date: str = ""
    time: str = ""
    venue: str = ""
    hosts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


NOTHING = NewEvent()


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


@dataclass(frozen=True)
class WalkPlan:
    """A new walk before it is written: its place as the files have it, the files, its stations.

    `groups` are the published files with figures by groups that its stations show besides.
    """

    place: Place
    files: tuple[Path, ...]
    choices: tuple[Choice, ...]
    peers: tuple[Peer, ...]
    groups: tuple[Published, ...]


def require_new(folder: Path) -> None:
    """Refuse a folder that holds something."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise refuse(f"{folder} is not empty.", "Name a new folder.")


def meant(text: str, data: Sequence[Path] = ()) -> Meant:
    """The place of the files (of all that are known, if left out) that is meant, with its
    namesakes. Raises Problems; PlaceError where a person must choose."""
    return gazetteer.meant(text, read_store(data, NEEDED).places if data else ())


def sources(place: Place, data: Sequence[Path]) -> tuple[Path | Published, ...]:
    """The files of a walk about a place: those given, else the published one with its figures,
    unless that was not downloaded and the sample has the place too."""
    published = holding(place.level)
    if data or published is None or published.here:
        return tuple(data) or tuple(filter(None, [published]))
    sample = shipped.folder("samples") / "metrics.csv"
    held = read_store([sample], NEEDED).places
    known = any(_same(place, other) for other in held)
    return (sample,) if known else (published,)


def paths(files: Sequence[Path | Published]) -> tuple[Path, ...]:
    """Where the files lie."""
    return tuple(file.path if isinstance(file, Published) else file for file in files)


def plan(
    place: Place, pillars: Sequence[str], files: Sequence[Path], asked: Sequence[Ready] = ()
) -> WalkPlan:
    """The stations for a place: those asked for, else the best of the pillars. Raises Problems."""
    stage = trials.staged(predictors.candidates(asked, pillars), place, files)
    store = stage.store
    found = next((other for other in store.places if _same(place, other)), None)
    if found is None:
        raise _not_held(place)
    near = peers(found, store)
    compare = (*(peer.place.geoid for peer in near), MIDDLE)
    tried = trials.tried(stage, compare)
    choices = (
        predictors.asked_for(asked, found, store, tried)
        if asked
        else predictors.of_pillars(pillars, found, store, tried)
    )
    if all(choice.left_out for choice in choices):
        raise _nothing_left(found, choices)
    return WalkPlan(found, tuple(files), choices, near, predictors.unread(choices, found, store))


def _nothing_left(place: Place, choices: Sequence[Choice]) -> Problems:
    return Problems(
        Problem(f"{choice.template} cannot be shown for {place.full}: {choice.remark}")
        for choice in choices
    )


def write_walk(folder: Path, planned: WalkPlan, invitation: NewEvent = NOTHING) -> Path:
    """Write walk.yaml, its schema and its data into `folder`. Raises Problems; then nothing is."""
    require_new(folder)
    copied = [path for path in planned.files if path.parent != cache_folder()]
    found = planned.place
    text = WALK.format(
        title=_quoted(invitation.title) if invitation.title else f"{found.name} Data Walk",
        languages=_languages(invitation),
        event=_event(invitation),
        geoid=found.geoid,
        name=found.full,
        peers="\n".join(map(_compared, planned.peers)),
        middle=MIDDLE,
        data="\n".join([*(_file(path, copied) for path in planned.files), *_groups(planned)]),
        stations="\n".join(map(_station, planned.choices)),
    )
    walk = folder / "walk.yaml"
    written = {walk: text.encode(), folder / "schema.json": _schema()}
    try:
        (folder / "data").mkdir(parents=True, exist_ok=True)
        for path in copied:
            shutil.copyfile(path, folder / "data" / path.name)
    except OSError as error:
        raise refuse(
            f"{shortened(str(error.filename or folder))} cannot be written: {error.strerror}.",
            "Name another folder.",
        ) from error
    write(written)
    return walk


def like(place: str, data: Sequence[Path]) -> tuple[Place, tuple[Peer, ...]]:
    """The place that is meant, and the five that are nearest to it. Raises Problems."""
    found = meant(place, data).place
    files = paths(sources(found, data))
    if not all(path.is_file() for path in files):
        raise _not_held(found)
    store = read_store(files, NEEDED)
    return found, peers(found, store, 5)


def _same(place: Place, other: Place) -> bool:
    return (place.level, place.geoid) == (other.level, other.geoid)


def _not_held(place: Place) -> Problems:
    file = holding(place.level)
    number = file.number if file else ""
    return refuse(
        f"{place.full} is not in the data files.",
        f"Write `datawalk fetch-data {number}`, or name a file with --data that holds it.",
    )


def _file(path: Path, copied: Sequence[Path]) -> str:
    return f"  - {'data/' if path in copied else ''}{path.name}"


def _groups(planned: WalkPlan) -> Iterator[str]:
    """The files with figures by groups; a comment for one that was not downloaded."""
    for file in planned.groups:
        about = file.what[:1].lower() + file.what[1:]
        if file.here:
            yield f"  - {file.name}   # {about}"
        else:
            yield f"  # - {file.name}   # {about}: `datawalk fetch-data {file.number}`"


def _station(choice: Choice) -> str:
    """A station, or a comment that says why it was left out."""
    remark = f"   # {choice.remark}" if choice.remark else ""
    if choice.left_out:
        return f"  # left out: {choice.template} ({choice.remark})"
    return f"  - template: {choice.template}{remark}"


def _compared(peer: Peer) -> str:
    return f'  - "{peer.place.geoid}"   # {peer.place.full}: {"; ".join(peer.reasons)}'


def _languages(invitation: NewEvent) -> str:
    return f"language: [{', '.join(invitation.languages)}]\n" if invitation.languages else ""


def _event(invitation: NewEvent) -> str:
    """What is known of the event; a comment that shows how to write it where nothing is."""
    known = {name: getattr(invitation, name) for name in ("date", "time", "venue")}
    lines = [f"  {name}: {_quoted(told)}" for name, told in known.items() if told]
    if invitation.hosts:
        lines += ["  hosts:", *(f"    - {_quoted(host)}" for host in invitation.hosts)]
    return "\n".join(["event:", *lines]) if lines else NO_EVENT


def _quoted(told: str) -> str:
    """Words as typed, of which YAML and the words that are filled in change nothing."""
    line = " ".join(told.split()).replace("{", "{{").replace("}", "}}")
    return json.dumps(line, ensure_ascii=False)


def _schema() -> bytes:
    return json.dumps(json_schema(), indent=1, ensure_ascii=False).encode()
