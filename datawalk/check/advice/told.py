"""How advice is written: what, what to try, and the rule with its source in brackets."""

from __future__ import annotations

from datawalk.problems import NOWHERE, At, Problem


def advice(what: str, try_this: str, rule: str, at: At = NOWHERE) -> Problem:
    """A piece of advice. `rule` says in a few words where it comes from."""
    return Problem(what, f"{try_this} ({rule})", at, "advice")
