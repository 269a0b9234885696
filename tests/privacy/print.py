"""What of a case is printed: the walk is composed, and its exhibits are read back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from datawalk.blocks.programs import HEADS
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Chart, Exhibit, Map, Table
from datawalk.metrics.store import MetricStore
from datawalk.problems import Problems
from datawalk.prose import capital
from datawalk.words import speaking
from tests.privacy.case import Case, Place, Quotient
from tests.privacy.walk import written

_JOINED = re.compile(r"^(.*) \(hidden[^)]*\)$")
"""The label of parts that are told as one."""


@dataclass(frozen=True)
class Print:
    """The text that is printed in each place, if it holds a number; what stopped the walk.

    A place that blocks print in different ways has all these texts, a line for each.
    `hidden` are the places whose number is not told though a block shows them. `joined` are
    numbers that stand for several cells, `words` all other texts of the exhibits.
    """

    texts: Mapping[Place, str] = field(default_factory=dict)
    hidden: frozenset[Place] = frozenset()
    joined: Mapping[Place, Quotient] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()

    def lines(self, place: Place) -> list[str]:
        """The texts that are printed in a place."""
        return self.texts[place].split("\n") if place in self.texts else []

    @property
    def told(self) -> list[tuple[Place, str]]:
        """Every place with each of its texts."""
        return [(place, text) for place in self.texts for text in self.lines(place)]


@cache
def _store(data: bytes, folder: Path) -> MetricStore:
    return read_data(load(folder / "walk.yaml"))


def printed(case: Case, folder: Path) -> Print:
    """Compose the walk of a case. Every refusal of a block stops it, and nothing is printed."""
    path = written(case, folder)
    try:
        file = load(path)
        with speaking("en"):
            walk = compose(file, _store((folder / "metrics.csv").read_bytes(), folder)).walk
    except Problems as found:
        return Print(refused=tuple(p.what for p in found.problems))
    texts: dict[Place, str] = {}
    hidden: set[Place] = set()
    joined: dict[Place, Quotient] = {}
    words: list[str] = []
    for block, station in zip(case.blocks, walk.stations, strict=True):
        for exhibit in station.exhibits:
            for place, text, of in _read(case, block, exhibit):
                if tells(text, case.texts.get(place)):
                    seen = texts.get(place, text)
                    texts[place] = seen if text in seen.split("\n") else f"{seen}\n{text}"
                    joined |= {place: of} if of else {}
                elif place in case.texts:
                    hidden.add(place)
            words += _words(exhibit)
        words += [str(note) for note in station.notes] + list(station.sources)
    exhibits = tuple(e for station in walk.stations for e in station.exhibits)
    return Print(texts, frozenset(hidden), joined, tuple(words), (), exhibits)


def tells(text: str, original: str | None = None) -> bool:
    """Whether a printed cell tells a number: it has digits, or is what the file says."""
    return any(c.isdigit() for c in unicodedata.normalize("NFKC", text)) or (
        bool(text) and text == original
    )


Told = tuple[Place, str, Quotient | None]


def _read(case: Case, block: Mapping[str, Any], exhibit: Exhibit) -> Iterator[Told]:
    """Every place that an exhibit shows, with its text."""
    match block["kind"], exhibit:
        case "table", Table():
            yield from _table(case, block, exhibit)
        case "programs", Table():
            yield from _programs(case, block, exhibit)
        case "hundred", Chart():
            yield from _hundred(case, block, exhibit)
        case "local_chart", Chart():
            yield from _chart(case, block, exhibit)
        case "map", Map():
            yield from _map(case, block, exhibit)
        case _:
            raise AssertionError(f"nobody reads a {type(exhibit).__name__} of {block['kind']}")


def _table(case: Case, block: Mapping[str, Any], table: Table) -> Iterator[Told]:
    file = block["file"]
    known = case.table(file)[0]
    columns = [table.stub_head, *table.columns]
    assert set(columns) <= set(known), (columns, known)
    for at, row in zip(_rows(case, file, columns[0], table), table.rows, strict=True):
        for column, text in zip(columns, (row.stub, *row.cells), strict=True):
            yield Place(file, at, column), text, None
        for column in known:
            if column not in columns and (text := _said_once(table, column)):
                yield Place(file, at, column), text, None


def _said_once(table: Table, head: str) -> str:
    """What a column says in every row, if the note tells it in place of its cells."""
    found = re.search(rf"{re.escape(capital(head))}: (.*?) in every row\.", table.note)
    return found[1] if found else ""


def _rows(case: Case, file: str, stub: str, table: Table) -> list[int]:
    """Which rows of the file are printed, in order: some may be left out."""
    head, *rows = case.table(file)
    labels = [row[head.index(stub)].strip() for row in rows]
    found: list[int] = []
    for row in table.rows:
        after = found[-1] + 1 if found else 0
        found.append(labels.index(row.stub, after))
    return found


def _programs(case: Case, block: Mapping[str, Any], table: Table) -> Iterator[Told]:
    named = {key: block["columns"][key] for key in HEADS if key in block["columns"]}
    once = {key: text for key in named if (text := _said_once(table, HEADS[key]))}
    columns = [name for key, name in named.items() if key not in once]
    for at, row in enumerate(table.rows):
        for column, text in zip(columns, row.cells, strict=True):
            yield Place(block["file"], at, column), text, None
        for key, text in once.items():
            yield Place(block["file"], at, named[key]), text, None


def _hundred(case: Case, block: Mapping[str, Any], chart: Chart) -> Iterator[Told]:
    file = block["file"]
    labels = [row[0] for row in case.table(file)[1:]]
    for i, point in enumerate(chart.series[0].points):
        text = _point(point.printed, point.value)
        place = Place(f"hundred {file}", 0, block["measure"])
        if match := _JOINED.match(point.label):
            top = dict.fromkeys(match[1].split(", "), 100)
            yield place._replace(row=100 + i), text, Quotient(top, {"Total": 1})
        else:
            yield place._replace(row=labels.index(point.label)), text, None


def _chart(case: Case, block: Mapping[str, Any], chart: Chart) -> Iterator[Told]:
    file, column = block["file"], block["measure"]
    rows = case.table(file)[1:]
    assert chart.reference is None
    for series in chart.series:
        for point in series.points:
            names = [point.label] if block["show"] == "areas" else [series.label, point.label]
            at = next(i for i, row in enumerate(rows) if row[: len(names)] == names)
            yield Place(file, at, column), _point(point.printed, point.value), None


def _point(text: str, value: float | None) -> str:
    """The text of a mark; of one with a value behind its back, that value."""
    return text if tells(text) or value is None else f"{value}"


def _map(case: Case, block: Mapping[str, Any], drawn: Map) -> Iterator[Told]:
    labels = [row[0] for row in case.table(block["table"])[1:]]
    for area in drawn.areas:
        place = Place(block["table"], labels.index(area.key), block["column"])
        text = area.printed
        assert area.shade is None or tells(text), f"{area.key} has a shade and no number"
        yield place, text, None


def _words(exhibit: Exhibit) -> Iterator[str]:
    """What an exhibit says beside its cells."""
    yield from (exhibit.heading, exhibit.note, exhibit.terms, *exhibit.sources)
    match exhibit:
        case Chart():
            yield from (exhibit.alt, exhibit.takeaway)
        case Map():
            yield from (exhibit.alt, exhibit.takeaway)


def named(words: Sequence[str], label: str, value: int) -> str | None:
    """The text in which a number stands right behind a name, if there is one."""
    pattern = re.compile(
        rf"\b{re.escape(label)}\b[^\w]{{1,4}}(?:(?!hidden)[a-z]+\s){{0,3}}{value}\b(?![.,]\d|%)"
    )
    return next((text for text in words if pattern.search(text)), None)
