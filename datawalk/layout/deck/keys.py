"""By what a slide is known again when the walk is rendered anew, with other figures."""

from __future__ import annotations

import re

from datawalk.exhibits import Chart, Exhibit
from datawalk.layout.deck.draft import SlideDraft

FIGURES = re.compile(r"[\d.,$¢%†‡]+")


def key_of(draft: SlideDraft) -> str:
    """What a slide is about, without any figure, so that new data leave it as it is.

    Slides of data are known by their metrics; others by the question of their station, or else
    by their title.
    """
    about = still(draft.station.question if draft.station else "")
    if draft.opening:
        return f"opening {about or still(draft.title)}"
    shown = " ".join(map(_exhibit, draft.shows))
    if draft.shows and all(exhibit.figures for exhibit in draft.shows):
        return shown
    return f"{about} {shown}" if shown else f"{about} {still(draft.title)}"


def _exhibit(exhibit: Exhibit) -> str:
    seen = [figure.observation for figure in exhibit.figures]
    metrics = ",".join(sorted({o.metric for o in seen}))
    groups = ",".join(sorted({o.group_kind for o in seen}))
    form = exhibit.form if isinstance(exhibit, Chart) else ""
    named = metrics or still(exhibit.heading)
    return f"{type(exhibit).__name__}:{exhibit.kind}:{form}:{named}:{groups}"


def still(text: str) -> str:
    """A text without its figures, which may change with the data."""
    return FIGURES.sub("#", text)
