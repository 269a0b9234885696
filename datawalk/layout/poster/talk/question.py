"""A question on a panel with its room for notes."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.prose import Words


@dataclass(frozen=True, slots=True)
class QuestionField:
    """A question, numbered, with its room for notes from `asked` points under its top on.

    All lengths are in points; those side by side are asked in the same height. One is answered
    with a `dot` on a strip.
    """

    number: int
    words: Words
    starter: str
    x: float
    y: float
    w: float
    h: float
    asked: float
    dot: bool = False
