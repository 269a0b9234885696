"""What the user sees: problems and results. The only module that prints."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from datawalk.blocks.supplements import Supplement
    from datawalk.layout.poster.printing import Job
    from datawalk.metrics.files.inspection import Report
    from datawalk.output.diff import Differences
    from datawalk.problems import Problem

DONE, USER_MISTAKE = 0, 1
"""Exit codes; 2 is a wrong command line, which typer gives."""
DIFFERENT, NOT_COMPARED = 1, 2
"""Exit codes of a comparison that finds changes, or cannot be made."""
MOST_OF_LINE = 0.75
"""Share of a line that the first column of a table may take whole."""


def output(*, errors: bool = False) -> Console:
    """Where lines go: what was asked for, or what is told beside it."""
    from rich.console import Console

    return Console(stderr=errors, highlight=False, soft_wrap=True)


def problems(
    found: Sequence[Problem],
    *,
    stopped: bool = False,
    ending: str = "Nothing was written.",
    counted: bool = True,
) -> None:
    """Each problem with its place, then how many there are and, if they stop the work, `ending`."""
    out = output(errors=True)
    for problem in found:
        _problem(out, problem)
    if not counted:
        return
    count = f"{len(found)} {'problem' if stopped else 'warning'}{'s' * (len(found) != 1)}"
    if stopped:
        out.print(f"{count}. {ending}".strip(), style="bold red")
    elif found:
        out.print(f"{count}.", style="bold yellow")


def advice(found: Sequence[Problem]) -> None:
    """Each piece of advice with its place, then how many there are."""
    out = output(errors=True)
    for piece in found:
        _problem(out, piece)
    if found:
        out.print(f"{_pieces(found)}; none of it stops the work.", style="bold cyan")


def advice_counted(found: Sequence[Problem]) -> None:
    """How much advice there is, and where to read it."""
    if found:
        out = output(errors=True)
        out.print(f"{_pieces(found)}: datawalk check shows {'them' if len(found) > 1 else 'it'}.")


def _pieces(found: Sequence[Problem]) -> str:
    return f"{len(found)} piece{'s' * (len(found) != 1)} of advice"


def _problem(out: Console, problem: Problem) -> None:
    from rich.text import Text

    at = problem.at
    place = f"{at.file}:{at.line}" if at.line else at.file
    color = {"problem": "red", "warning": "yellow", "advice": "cyan"}[problem.severity]
    head = Text(place, style=f"bold {color}")
    if at.where:
        head.append(f"   {at.where}" if place else at.where, style="dim")
    if head.plain:
        out.print(head)
    label = "" if problem.severity == "problem" else f"{problem.severity}: "
    out.print(Text(f"  {label}{problem.what}"))
    if problem.try_this:
        out.print(Text(f"  {problem.try_this}", style="cyan"))


@contextmanager
def stopping(code: int = USER_MISTAKE, ending: str = "Nothing was written.") -> Iterator[None]:
    """Prints the problems that a command runs into, and ends it with that exit code."""
    import typer

    from datawalk.problems import Broken, Problems

    try:
        yield
    except Problems as found:
        said = "" if isinstance(found, Broken) else ending
        problems(found.problems, stopped=True, ending=said)
        raise typer.Exit(code) from found


def unfit(found: Sequence[Problem], ending: str) -> None:
    """Problems of outputs that were left out while others were not; they end the command."""
    import typer

    if found:
        problems(tuple(dict.fromkeys(found)), stopped=True, ending=ending)
        raise typer.Exit(USER_MISTAKE)


def at_a_terminal() -> bool:
    """Whether a person is there to be asked."""
    return sys.stdin.isatty()


def asked(question: str, default: str | None = None) -> str:
    """The answer to a question; it is asked until there is one."""
    import typer

    return str(typer.prompt(question, default=default))


def confirmed(question: str) -> bool:
    """Whether the answer is yes, as it is if nothing is typed."""
    import typer

    return typer.confirm(question, default=True)


def choices(found: Sequence[str]) -> None:
    """Lines with a number before each."""
    for number, line in enumerate(found, start=1):
        say(f"  {number:>2}  {line}")


@contextmanager
def going_on() -> Iterator[None]:
    """Lets a command go on after problems that were already printed."""
    import typer

    with suppress(typer.Exit):
        yield


@contextmanager
def surviving() -> Iterator[None]:
    """Lets a watched command go on after problems that were already printed."""
    with going_on():
        yield
    say("Waiting for changes; Ctrl+C ends.")


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
    """A short table of files: name, pages (where it has any), bytes."""
    # Names of files need not be letters that can be shown.
    names = [str(path).encode("utf-8", "replace").decode() for path, _, _ in files]
    sizes = [(str(pages or ""), size_words(size)) for _, pages, size in files]
    rows = [(name, *size) for name, size in zip(names, sizes, strict=True)]
    table(("Written", "Pages", "Size"), rows)


def remarks(found: Sequence[Problem]) -> None:
    """What became of files that people have edited."""
    for remark in found:
        say(remark.what)
        if remark.try_this:
            say(f"  {remark.try_this}")


def sheets(found: Sequence[Job]) -> None:
    """How much office paper the tiled posters take."""
    from datawalk.layout.poster.printing import sheet_lines

    for line in sheet_lines(found):
        say(line)


def size_words(size: int) -> str:
    """27.6 MB, or 24 KB."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} KB"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows under column names. What a row is about stands on one line where that leaves room for
    the rest; nothing is cut off."""
    from rich.cells import cell_len
    from rich.markup import escape
    from rich.table import Table

    held, screen = list(rows), output()
    longest = max((cell_len(row[0]) for row in held), default=0)
    shown = Table(box=None, pad_edge=False, header_style="bold")
    for i, column in enumerate(columns):
        whole = i == 0 and longest <= screen.width * MOST_OF_LINE
        shown.add_column(column, overflow="fold", no_wrap=whole)
    for row in held:
        shown.add_row(*(escape(cell) for cell in row))
    screen.print(shown)


def reports(found: Sequence[Report]) -> None:
    """What each data file is, a line for each thing that is known of it."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out = Console(highlight=False)
    for report in found:
        shown = Table.grid(padding=(0, 1, 0, 2), pad_edge=True)
        for name, value in report.told():
            style = "yellow" if name == "warning" else ""
            shown.add_row(Text(name, style=style), Text(value, style=style))
        out.print(Text(report.file, style="bold green" if report.ok else "bold red"))
        out.print(shown)
        if report.paste:
            verbatim(report.paste)


def differences(found: Differences) -> None:
    """First that editions differ, then the changes, then how many there are."""
    from datawalk.output.diff import in_words, summary

    if found.restated:
        editions = [" and ".join(e) or "none" for e in (found.old_editions, found.new_editions)]
        output().print(
            f"The editions differ: {editions[0]} before, {editions[1]} now. The Urban Institute "
            "restates numbers between editions: a change may come from a new way of counting.",
            style="bold yellow",
        )
    shown = [change for change in found.changes if change.aspects != ("edition",)]
    if shown:
        table(("Change", "Where", "Figure", "Old", "New"), map(in_words, shown))
    say(summary(found))


def say(text: str) -> None:
    """A line of plain text."""
    output().print(text, markup=False)


def data(value: object) -> None:
    """JSON for other programs."""
    print(json.dumps(value, indent=2, ensure_ascii=False))


def verbatim(text: str) -> None:
    """A file's own text, untouched."""
    print(text, end="" if text.endswith("\n") else "\n")
