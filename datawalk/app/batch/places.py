"""Which places a batch is for: all of the data, those of a state, or a list in a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from datawalk import inputs
from datawalk.metrics.model import Place
from datawalk.metrics.places.places import STATES
from datawalk.metrics.store import MetricStore
from datawalk.problems import At, Problem, Problems, nearest, refuse

ALL = "all"
STATE = "state:"
LARGEST = 1_000_000
"""Bytes of a list; all counties and cities by name are 100 kB."""
HEADS = ("place", "places", "code", "geoid", "fips", "name", "county", "city")
"""Words of a first line that names columns."""


def chosen(text: str, store: MetricStore) -> tuple[Place, ...]:
    """The places meant, each once, in the order of their codes or of the list.

    Raises Problems: of a list, for all its lines at once.
    """
    real = [place for place in store.places if place.level != "benchmark"]
    if text == ALL:
        return tuple(real)
    if text.startswith(STATE):
        return _of_state(text.removeprefix(STATE).strip(), real)
    return _listed(Path(text), store)


def _of_state(word: str, real: Sequence[Place]) -> tuple[Place, ...]:
    names = {name.lower(): name for name, _ in STATES.values()}
    codes = {abbreviation.lower(): name for name, abbreviation in STATES.values()}
    state = codes.get(word.lower()) or names.get(word.lower())
    if state is None:
        raise refuse(
            f"{STATE}{word}: there is no such state.",
            nearest(word, names.values()) or "Write two letters, such as state:MO.",
        )
    found = tuple(place for place in real if place.state == state)
    if not found:
        raise refuse(f"The data hold no place of {state}.", "Name a file that does with --data.")
    return found


def _listed(path: Path, store: MetricStore) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    problems: list[Problem] = []
    for line, word in _words(path):
        try:
            place = store.find_place(word)
            found.setdefault(place.geoid, place)
        except Problems as error:
            problems += [problem.located(At(path.name, line)) for problem in error.problems]
    if problems:
        raise Problems(problems)
    if not found:
        raise refuse(f"{path.name} names no place.", "Write one to a line: 29019, or Boone, MO.")
    return tuple(found.values())


def _words(path: Path) -> Iterator[tuple[int, str]]:
    """Each line's place: the whole line of a text file, the first cell of a CSV file."""
    shown = str(path)
    if inputs.readable(path, shown).stat().st_size > LARGEST:
        raise refuse(f"{inputs.shortened(shown)} is too large for a list of places.")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(
            f"{inputs.shortened(shown)} is no text file.", "Save the list as CSV or plain text."
        ) from error
    except OSError as error:
        raise refuse(f"{inputs.shortened(shown)} cannot be read: {error.strerror}.") from error
    table = path.suffix.lower() == ".csv"
    for line, row in enumerate(csv.reader(io.StringIO(text)) if table else _rows(text), start=1):
        word = row[0].strip() if row else ""
        if word and not word.startswith("#") and not (line == 1 and word.lower() in HEADS):
            yield line, word


def _rows(text: str) -> Iterator[list[str]]:
    return ([line] for line in text.splitlines())
