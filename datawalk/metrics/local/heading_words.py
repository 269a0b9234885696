"""What single words in headings mean: heading_words.csv, read once.

`area` are last words of headings over the names that a first column holds, even where these are
digits; `whole` are words of headings over a whole of which other columns are parts.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Literal


@cache
def words(meaning: Literal["area", "whole"]) -> frozenset[str]:
    """All words of one meaning, in lower case."""
    text = files("datawalk.metrics.local").joinpath("heading_words.csv").read_text("utf-8")
    return frozenset(r["word"] for r in csv.DictReader(text.splitlines()) if r["means"] == meaning)
