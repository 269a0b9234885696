"""Numbers that an author typed, and that nobody can trace."""

from __future__ import annotations

import re
from collections.abc import Iterator

from datawalk.check.advice.texts import paragraphs
from datawalk.check.advice.told import advice
from datawalk.exhibits import Bullets, Exhibit, Prose
from datawalk.problems import Problem
from datawalk.prose import Run
from datawalk.walk import Station

NUMBER = re.compile(
    r"\b(?!100\s?(?:%|percent))\d[\d,.]*\s?(?:%|percent\b)|\$\s?\d{4,}|\$?\d{1,3}(?:,\d{3})+\b"
    r"|\b\d+(?: of (?:every )?| in (?:every )?)\d+\b"
)
"""Figures as of data: a gift card of $10 and 100% are none."""
SOURCED = re.compile(
    r"\bsources?\b|\bsurvey\b|\breport\b|\bcensus\b|\bcounted by\b|https?://|\bsample\b"
    r"|\b(?:according to|told by)\b|\([A-Z][^)]*\b(?:19|20)\d\d\)",
    re.IGNORECASE,
)
"""Words that say where a number is from."""
RULE = "every number says its source and its year: Urban Institute chart style"


def advise(station: Station) -> Iterator[Problem]:
    """One piece of advice for each text with such a number."""
    for exhibit in station.exhibits:
        if exhibit.kind != "text" or any(run.link for run in _runs(exhibit)):
            continue
        said = " ".join((exhibit.heading, *paragraphs(exhibit), exhibit.note))
        for figure in exhibit.figures:
            said = said.replace(figure.text, " ")
        if (found := NUMBER.search(said)) and not SOURCED.search(said):
            yield advice(
                f"“{found[0].strip()}” was typed here, and the sheet does not say who counted it.",
                "Name the source and the year in the text; "
                "or write {metric} and let the data fill it in.",
                RULE,
                exhibit.at,
            )


def _runs(exhibit: Exhibit) -> Iterator[Run]:
    match exhibit:
        case Prose(paragraphs=written) | Bullets(items=written):
            for words in written:
                yield from words
