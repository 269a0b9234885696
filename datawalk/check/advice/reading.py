"""How hard the author's own words are to read."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from datawalk import prose
from datawalk.check.advice.grade import grade, sentences, words
from datawalk.check.advice.texts import Said, own_words
from datawalk.check.advice.told import advice
from datawalk.metrics.model import Place
from datawalk.problems import Problem
from datawalk.walk import Station

HARDEST = 8.0
"""Public health writing aims at grades 6 to 8."""
LONGEST = 16
"""Years of school with college; more than that is not told apart."""
FEWEST = 30
"""A grade of fewer words than these says little."""
RULE = "plain language: grade 8"
NAME = re.compile(r"(?<=[a-z0-9,;)] )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*|\b[A-Z]{2,}s?\b")
"""Capitals inside a sentence, and letters that stand for a name."""


def advise(station: Station, place: Place) -> Iterator[Problem]:
    """Texts above grade 8: those of the sheet, and the notes of the person who runs it."""
    names = [place.full, place.name, *(term.term for term in station.about.glossary)]
    sheet = own_words(station)
    whole = Said(_joined(said.text for said in sheet), station.at)
    notes = Said(_joined(map(prose.plain, station.notes)), station.at)
    for what, candidates in (
        ("The words here", (whole, *sheet)),
        ("The notes for the person who runs this station", (notes,)),
    ):
        hard = max(candidates, key=lambda said: _grade(said.text, names))
        reached = _grade(hard.text, names)
        if round(reached, 1) > HARDEST:
            written = max(sentences(hard.text), key=lambda text: _hardness(text, names))
            yield advice(
                f"{what} take {_years(reached)} years of school to read. "
                f"The hardest: “{written if len(written) <= 140 else f'{written[:138]}…'}”",
                "Use shorter sentences and everyday words.",
                RULE,
                hard.at,
            )


def _years(reached: float) -> str:
    return str(math.ceil(reached)) if reached <= LONGEST else f"over {LONGEST}"


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _grade(text: str, names: list[str]) -> float:
    """The grade of a text, names aside; 0 where it is too short to tell."""
    plain = without_names(text, names)
    return grade(plain) if len(words(plain)) >= FEWEST else 0.0


def without_names(text: str, names: list[str]) -> str:
    """The text with names and defined terms as the short word "it"."""
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    if known:
        text = re.sub(rf"\b(?:{known})\b", "it", text, flags=re.IGNORECASE)
    return NAME.sub("it", text)


def _hardness(sentence: str, names: list[str]) -> float:
    """The grade of one sentence; of a few words it says nothing."""
    plain = without_names(sentence, names)
    return grade(plain) if len(words(plain)) > 5 else 0.0
