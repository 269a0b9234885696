"""What all exhibits share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from datawalk.metrics.model import OwnPrinted, Printed
from datawalk.problems import NOWHERE, At

Titles = Literal["question", "takeaway", "neutral"]
"""Over a chart: what the station asks, the chart's main point with its number, or what it shows."""


@dataclass(frozen=True, kw_only=True)
class Exhibit:
    """What all eight share. `note` is a short remark printed under the exhibit.

    `sources` say who counted its figures, when, and how sure they are. `terms` say of data of
    the community's own how they were counted and what they may be used for, and of a line that
    was worked out what by. `block` and `kind`
    tell which block of the station it came from, counted from 1. `span` and `emphasis` are
    what the author wishes for its place on a sheet, `titles` what should stand over a chart or a
    map; None is what is usual in a medium.
    """

    heading: str = ""
    note: str = ""
    figures: tuple[Printed, ...] = ()
    own: tuple[OwnPrinted, ...] = ()
    sources: tuple[str, ...] = ()
    terms: str = ""
    at: At = field(default=NOWHERE, compare=False)
    block: int = field(default=0, compare=False)
    kind: str = field(default="", compare=False)
    span: Literal["full", "half"] | None = None
    emphasis: Literal["main"] | None = None
    titles: Titles | None = None
