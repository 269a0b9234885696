"""How hard the author's own words are to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from datawalk import prose
from datawalk.advice.grade import grade, sentences, words
from datawalk.advice.texts import own_words
from datawalk.advice.told import advice
from datawalk.problems import Problem
from datawalk.walk import Station, Walk

HARDEST = 8.0
"""Public health writing aims at grades 6 to 8."""
FEWEST = 30
"""A grade of fewer words than these says little."""
RULE = "plain language: grade 8"
NAME = re.compile(r"(?<=[a-z0-9,;)] )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*|\b[A-Z]{2,}s?\b")
"""Capitals inside a sentence, and letters that stand for a name."""


def advise(station: Station, walk: Walk) -> Iterator[Problem]:
    """Texts above grade 8: those of the sheet, and the notes of the person who runs it."""
    names = [walk.place.full, walk.place.name, *(term.term for term in station.about.glossary)]
    sheet = " \n".join(said.text for said in own_words(station))
    notes = " \n".join(prose.plain(paragraph) for paragraph in station.notes)
    for what, text in (("Your words here", sheet), ("The notes for this station", notes)):
        plain = without_names(text, names)
        if len(words(plain)) < FEWEST:
            continue
        reached = grade(plain)
        if round(reached) > HARDEST:
            hardest = max(sentences(plain), key=_hardness)
            yield advice(
                f"{what} need grade {reached:.0f} of school. "
                f"The hardest to read: “{_shown(hardest, text)}”",
                "Use shorter sentences and everyday words.",
                RULE,
                station.at,
            )


def without_names(text: str, names: list[str]) -> str:
    """The text with names and defined terms as the short word "it"."""
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    if known:
        text = re.sub(rf"\b(?:{known})\b", "it", text, flags=re.IGNORECASE)
    return NAME.sub("it", text)


def _hardness(sentence: str) -> float:
    """The grade of one sentence; of two or three words it says nothing."""
    return grade(sentence) if len(words(sentence)) > 5 else 0.0


def _shown(sentence: str, text: str) -> str:
    """The sentence as it was written: names are back in it if it can be found."""
    start = sentence[:12]
    written = next((part for part in sentences(text) if part.startswith(start)), sentence)
    return written if len(written) <= 140 else f"{written[:138]}…"
