"""What is wrong with a walk, said in a way that its author can act on."""

from __future__ import annotations

import copyreg
import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class At:
    """Where something was written: file, line (from 1; 0 is unknown) and its path in words.

    `path` is the setting that is meant, written or not, where it is known.
    """

    file: str = ""
    line: int = 0
    where: str = ""
    path: tuple[str | int, ...] = field(default=(), compare=False)


NOWHERE = At()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `what` says what was found, `try_this` the next step.

    A problem stops the work, a warning does under --strict, and advice never does.

    `kind` names what it is for those who say it in words of their own; behind a colon may stand
    what it is about (doubt:jump). `counts` are what is too much: lines and words, or letters and
    words.
    """

    what: str
    try_this: str = ""
    at: At = NOWHERE
    severity: Literal["problem", "warning", "advice"] = "problem"
    kind: str = field(default="", compare=False)
    counts: tuple[int, ...] = field(default=(), compare=False)

    def located(self, at: At) -> Problem:
        """This problem at `at`, unless it already knows its line."""
        return self if self.at.line or self.at.where else replace(self, at=at)


class Problems(Exception):  # noqa: N818 - it is not an error of the program
    """Carries every problem found in one stage. Raised for user mistakes only."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.what for problem in self.problems))

    def __reduce__(self) -> tuple[Any, ...]:
        """All that it carries goes through a pickle, in subclasses too, whatever made it."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]


class Broken(Problems):
    """Of work that was broken off in the middle: something was written."""


def refuse(
    what: str,
    try_this: str = "",
    at: At = NOWHERE,
    *,
    kind: str = "",
    counts: tuple[int, ...] = (),
) -> Problems:
    """The exception for a single problem, to be raised by the caller."""
    return Problems([Problem(what, try_this, at, kind=kind, counts=counts)])


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint such as 'Did you mean "metric"?', or nothing where no known word is near."""
    options = list(known)
    lowered = {option.lower(): option for option in options}
    close = difflib.get_close_matches(word.lower(), list(lowered), n=1, cutoff=0.6)
    return f'Did you mean "{lowered[close[0]]}"?' if close else ""
