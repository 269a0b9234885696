"""What is to fix in a walk, and tips: each at its field, in the words of the studio."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from datawalk import source
from datawalk.app.studio.preview.fields import Address, written
from datawalk.app.studio.preview.messages import LABELS, PlainMessage, Sort, message_of
from datawalk.problems import At, Problem, Problems
from datawalk.source.builder import KeyPath

TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods")
"""How names of files of numbers end."""
STATION_FIELDS = frozenset({"title", "question", "kicker", "takeaway", "layout", "blocks"})
"""Fields of a station that messages are about; others are a block's."""


@dataclass(frozen=True, slots=True)
class FieldFinding:
    """Something to fix, a tip, a number to look at before it is chosen, or trouble outside.

    `address` is its field, () for the whole walk; `station` counts from 0. `what` says what is so,
    `do` what to do, in the words of the studio; `told` is what the program itself says, for the
    page of the text file alone. `accept` is written to answer a doubt. `counts` are what is too
    much: lines and words, or letters and words.
    """

    sort: Sort
    kind: str
    station: int | None
    address: Address
    label: str
    what: str
    do: str
    accept: str = ""
    counts: tuple[int, ...] = ()
    line: int = 0
    told: str = field(default="", repr=False)

    @property
    def field(self) -> str:
        """'stations.3.blocks.1.text'."""
        return written(self.address)

    @property
    def text(self) -> str:
        """'To fix: the title is one line too long. Take out about 4 words.'"""
        return f"{self.label}: {self.what[:1].lower()}{self.what[1:]}. {self.do}"


def findings_of(
    problems: Iterable[Problem], text: str, name: str, language: str = "en"
) -> tuple[FieldFinding, ...]:
    """What the studio says of these problems of a walk of that text; `name` is how they call its
    file. What is to fix stands before tips, and both in the order of the walk."""
    problems = tuple(dict.fromkeys(problems))
    if not problems:
        return ()
    try:
        read = source.read_text(text, name)
    except Problems:
        read = None
    made = [_finding(problem, read, name, language) for problem in problems]
    order = list(LABELS)
    return tuple(
        sorted(made, key=lambda one: (order.index(one.sort), _last(one.station), one.line))
    )


def _last(station: int | None) -> int:
    return -1 if station is None else station


def _finding(
    problem: Problem, read: source.Source | None, name: str, language: str
) -> FieldFinding:
    if read is None and not problem.at.path:
        problem = Problem(problem.what, problem.try_this, problem.at, kind="text-file")
    message = message_of(problem.kind, problem.severity)
    path = problem.at.path or (_on_line(problem.at, read.lines, name) if read else ())
    address = _field(path, message, read.data if read else None)
    station = address[1] if address[:1] == ("stations",) and len(address) > 1 else None
    values = _phrases(problem, language)
    return FieldFinding(
        message.sort,
        problem.kind,
        station if isinstance(station, int) else None,
        address,
        LABELS[message.sort].told(language),
        message.what.told(language, **values),
        message.do.told(language, **values),
        problem.kind.partition(":")[2] if message.sort == "look" else "",
        problem.counts,
        problem.at.line,
        " ".join(filter(None, (problem.what, problem.try_this))),
    )


def _on_line(at: At, lines: Mapping[KeyPath, int], name: str) -> KeyPath:
    """The setting that begins on a line or last before it; a file of numbers is the walk's own."""
    if at.file.endswith(TABLES):
        return ("local_data",)
    if at.file != name or not at.line:
        return ()
    before = [path for path, line in lines.items() if line <= at.line]
    return max(before, key=lambda path: (lines[path], -len(path)), default=())


def _field(path: KeyPath, message: PlainMessage, data: object) -> Address:
    """The field that a message is about, where its problem knows only the station or the block."""
    name = message.field
    if name == "data":
        return ("data",)
    station = len(path) == 2 and path[0] == "stations"
    block = len(path) == 4 and path[2] in ("blocks", "more_blocks")
    if station and name in STATION_FIELDS:
        return (*path, _titled(path, data) if name == "title" else name)
    return (*path, name) if block and name and name not in STATION_FIELDS else path


def _titled(path: KeyPath, data: object) -> str:
    """What the title of a station is called where it is written."""
    stations = data.get("stations") if isinstance(data, dict) else None
    index = path[1]
    if not (isinstance(stations, list) and isinstance(index, int) and index < len(stations)):
        return "question"
    station = stations[index]
    return "title" if isinstance(station, dict) and station.get("title") else "question"


def _phrases(problem: Problem, language: str) -> Mapping[str, object]:
    """How much is too much, as one says it."""
    first, second = (*problem.counts, 0, 0)[:2]
    spanish = language.startswith("es")
    return {
        "lines": _many(first, ("one line", "{} lines"), ("una línea", "{} líneas"), spanish),
        "letters": _many(first, ("one letter", "{} letters"), ("una letra", "{} letras"), spanish),
        "words": _many(
            second or 1, ("one word", "{} words"), ("una palabra", "{} palabras"), spanish
        ),
        "count": first or 1,
        "line": problem.at.line or 1,
        **dict(zip("abcde", (*problem.counts, *5 * (0,)), strict=False)),
    }


def _many(count: int, english: tuple[str, str], spanish: tuple[str, str], es: bool) -> str:
    one, many = spanish if es else english
    return one if count <= 1 else many.format(count)
