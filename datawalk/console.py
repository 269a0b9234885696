"""What the user sees: problems, progress and results. The only module that prints."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from datawalk.blocks.supplements import Supplement
    from datawalk.problems import Problem

DONE, USER_MISTAKE, WRONG_COMMAND = 0, 1, 2
"""Exit codes."""
LATE = 1.0
"""Seconds of work before a progress bar appears."""


def _out(*, errors: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=errors, highlight=False, soft_wrap=True)


def problems(found: Sequence[Problem], *, stopped: bool = False) -> None:
    """Each problem with its place, then how many there are and whether they stop the work."""
    out = _out(errors=True)
    for problem in found:
        _problem(out, problem)
    count = f"{len(found)} {'problem' if stopped else 'warning'}{'s' * (len(found) != 1)}"
    if stopped:
        out.print(f"{count}. Nothing was written.", style="bold red")
    elif found:
        out.print(f"{count}.", style="bold yellow")


def _problem(out: Console, problem: Problem) -> None:
    from rich.text import Text

    at = problem.at
    place = f"{at.file}:{at.line}" if at.line else at.file
    color = "red" if problem.severity == "problem" else "yellow"
    head = Text(place, style=f"bold {color}")
    if at.where:
        head.append(f"   {at.where}" if place else at.where, style="dim")
    if head.plain:
        out.print(head)
    label = "warning: " if problem.severity == "warning" else ""
    out.print(Text(f"  {label}{problem.what}"))
    if problem.try_this:
        out.print(Text(f"  {problem.try_this}", style="cyan"))


@contextmanager
def stopping() -> Iterator[None]:
    """Prints the problems that a command runs into, and ends it with exit code 1."""
    import typer

    from datawalk.problems import Problems

    try:
        yield
    except Problems as found:
        problems(found.problems, stopped=True)
        raise typer.Exit(USER_MISTAKE) from found


@contextmanager
def surviving() -> Iterator[None]:
    """Lets a watched command go on after problems that were already printed."""
    import typer

    with suppress(typer.Exit):
        yield
    say("Waiting for changes; Ctrl+C ends.")


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """A line with the step at work, shown when the work takes longer than a second."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=_out(errors=True), transient=True)
    task = bar.add_task("Starting", total=None)
    timer = Timer(LATE, bar.start)
    timer.start()
    try:
        yield lambda step: bar.update(task, description=step)
    finally:
        timer.cancel()
        bar.stop()


def supplements(found: Mapping[Supplement, tuple[int, ...]]) -> None:
    """Which kinds of supplement a walk holds and where; what the others would tell."""
    from datawalk.blocks.supplements import SUPPLEMENTS

    rows = []
    for kind, tells in SUPPLEMENTS.items():
        numbers = ", ".join(map(str, found.get(kind, ())))
        where = f"station{'s' * (',' in numbers)} {numbers}" if numbers else "not in this walk"
        rows.append((kind, where, tells))
    table(("Supplement", "Where", "What it tells"), rows)
    count = f"{len(found)} of the {len(SUPPLEMENTS)}"
    say(f"{count} kinds of supplement to the metrics are in this walk.")


def written(files: Sequence[tuple[Path, int, int]]) -> None:
    """A short table of files: name, pages, bytes."""
    rows = [(str(path), str(pages), _size(size)) for path, pages, size in files]
    table(("Written", "Pages", "Size"), rows)


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} KB"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows under column names."""
    from rich.markup import escape
    from rich.table import Table

    shown = Table(box=None, pad_edge=False, header_style="bold")
    for i, column in enumerate(columns):
        shown.add_column(column, overflow="fold", no_wrap=i == 0)
    for row in rows:
        shown.add_row(*(escape(cell) for cell in row))
    _out().print(shown)


def say(text: str) -> None:
    """A line of plain text."""
    _out().print(text, markup=False)


def data(value: object) -> None:
    """JSON for other programs."""
    print(json.dumps(value, indent=2, ensure_ascii=False))


def verbatim(text: str) -> None:
    """A file's own text, untouched."""
    print(text, end="" if text.endswith("\n") else "\n")
