"""Words of the field that a sheet uses and does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from datawalk import prose
from datawalk.check.advice.matching import first, pattern
from datawalk.check.advice.texts import on_the_sheet
from datawalk.check.advice.told import advice
from datawalk.problems import Problem
from datawalk.shipped import table
from datawalk.walk import Station

RULE = "plain language: no word that only experts know; CDC Clear Communication Index"
MEANS = re.compile(r"[”\"]?\s*(?:[:(–—=]|means?\b|(?:is|are) (?:a|an|the|when|how|what)\b)")
MOST = 3
"""Words that one piece of advice names."""


def advise(station: Station) -> Iterator[Problem]:
    """One piece of advice for a station, with the words and what they mean."""
    glossary = [term.term for term in station.about.glossary]
    explained = " ".join((*glossary, prose.plain(station.about.definition)))
    said = tuple(on_the_sheet(station))
    everything = " ".join(one.text for one in said).casefold()
    unknown: dict[str, str] = {}
    places = []
    for row in table("check/advice/terms.csv"):
        forms = tuple(row["forms"].split("|"))
        # Most words of the field stand on no sheet: their patterns need not even be made.
        if not any(form.split()[0].casefold() in everything for form in forms):
            continue
        if first(forms, explained) or any(_explains(forms, one.text) for one in said):
            continue
        for one in said:
            if word := first(forms, one.text):
                unknown[word] = row["means"]
                places.append(one.at)
                break
    if unknown:
        named = list(unknown)[:MOST]
        yield advice(
            f"This sheet does not explain {', '.join(f'“{word}”' for word in named)}.",
            "Add each to glossary:, or say it in other words: "
            + "; ".join(f"“{word}” ({unknown[word]})" for word in named)
            + ".",
            RULE,
            places[0],
        )


def _explains(forms: tuple[str, ...], text: str) -> bool:
    """Whether the text goes on to say what the word means, as in "median: half have more"."""
    return any(MEANS.match(text, found.end()) for found in pattern(forms).finditer(text))
