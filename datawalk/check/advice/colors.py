"""Colours that a text speaks of, which some readers and some printers do not see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from datawalk.check.advice.texts import on_the_sheet
from datawalk.check.advice.told import advice
from datawalk.exhibits import Map
from datawalk.problems import Problem
from datawalk.shipped import table
from datawalk.walk import Station

MARKS = "county|counties|bars?|lines?|dots?|circles?|squares?|tracts?|shades?"
"""What people draw data with; green areas may be parks, and gray areas are a saying."""
RULE = "no meaning by color alone: WCAG 1.4.1"


@lru_cache(maxsize=32)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    color = rf"(?:(?:dark|light|bright)\s+)?(?:{'|'.join(names)})"
    return re.compile(
        rf"\b(?:{color})\s+(?:{MARKS})\b|\b(?:shown|marked|drawn|colou?red|shaded)\s+in\s+(?:{color})\b"
    )


def advise(station: Station) -> Iterator[Problem]:
    """One piece of advice for a text that names a colour; a map explains its light and dark."""
    legend = any(isinstance(exhibit, Map) for exhibit in station.exhibits)
    names = tuple(
        row["color"] for row in table("check/advice/colors.csv") if not (legend and row["legend"])
    )
    for said in on_the_sheet(station):
        if found := _pattern(names).search(said.text):
            yield advice(
                f"“{found[0]}” means nothing to people who do not see the color, or in gray print.",
                "Name the place or the group itself.",
                RULE,
                said.at,
            )
            return
