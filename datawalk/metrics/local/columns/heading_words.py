"""What single words in headings mean: heading_words.csv, read once.

`area` are last words of headings over the names that a first column holds, even where these are
digits; `whole` are words of headings over a whole of which other columns are parts.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from datawalk.shipped import table


@cache
def words(meaning: Literal["area", "whole"]) -> frozenset[str]:
    """All words of one meaning, in lower case."""
    return frozenset(
        r["word"] for r in table("metrics/local/columns/heading_words.csv") if r["means"] == meaning
    )
