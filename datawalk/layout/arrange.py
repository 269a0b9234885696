"""From a walk to the pages of one output."""

from __future__ import annotations

from datawalk.config.schema import Output, PosterOutput
from datawalk.layout.deck import arrange_deck
from datawalk.layout.page import Document
from datawalk.layout.poster import arrange_posters
from datawalk.theme import Theme
from datawalk.walk import Walk


def arrange(walk: Walk, output: Output, theme: Theme) -> Document:
    """Lay the walk out. Raises Problems for what does not fit."""
    if isinstance(output, PosterOutput):
        return arrange_posters(walk, theme, output.size)
    return arrange_deck(walk, theme)
