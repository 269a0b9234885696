"""A slide before it is laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from datawalk.exhibits import Exhibit
from datawalk.page.document import Box, Note
from datawalk.page.stage import PLAIN, Frame, Stage
from datawalk.problems import NOWHERE, At
from datawalk.prose import Words
from datawalk.typography.measure import Measurer
from datawalk.walk import Station

Fill = Callable[[Frame], tuple[Box, ...]]
"""Places an exhibit in the frame that the furniture of its slide leaves."""


@dataclass(frozen=True)
class SlideDraft:
    """A slide before its title is made unique. `fill` places what it `shows` in the frame.

    An `opening` begins a station or ends the session; in our own design it has a ground of its
    own, and `told` is what stands under its title. A `hidden` slide is not presented; a `backup`
    waits behind all others. `size` is that of the titles of its role through the deck, in points; 0
    lets the title have its own. `alt` says what its chart or map shows to those who do not see it.
    Clicks find the slide by its `anchors` (jumps.py); those on its line of `more` lead to that
    anchor: from what is presented to what waits behind it, and back.
    """

    title: str
    color: str
    fill: Fill
    measurer: Measurer
    station: Station | None = None
    subtitle: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    tinted: bool = False
    foot: bool = True
    at: At = NOWHERE
    shows: tuple[Exhibit, ...] = ()
    stage: Stage = PLAIN
    section: str = ""
    hidden: bool = False
    backup: bool = False
    opening: bool = False
    told: tuple[Words, ...] = ()
    alt: str = ""
    anchors: tuple[str, ...] = ()
    more: str = ""
    size: float = 0.0
