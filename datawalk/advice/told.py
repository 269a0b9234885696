"""How advice is written: what, what to try, and the rule with its source in brackets."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from datawalk.problems import NOWHERE, At, Problem


def advice(what: str, try_this: str, rule: str, at: At = NOWHERE) -> Problem:
    """A piece of advice. `rule` says in a few words where it comes from."""
    return Problem(what, f"{try_this} ({rule})", at, "advice")


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a list of words, a CSV file of this folder."""
    text = files("datawalk.advice").joinpath(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
