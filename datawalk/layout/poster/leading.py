"""What a sheet shows before all, and what its takeaway says already."""

from __future__ import annotations

from dataclasses import replace

from datawalk.config.languages import SHIPPED
from datawalk.exhibits import Chart, Exhibit, Stat, is_gap
from datawalk.layout.poster.scores import key, matched, strongest
from datawalk.layout.poster.sheets import is_talk
from datawalk.walk import Station


def led(station: Station) -> tuple[Exhibit, ...]:
    """What hangs over the talk panel. Where the author names no main exhibit, it is a gap that is
    large and sure, or else the chart or map that shows more than all others. What is missing stands
    after what is known."""
    shown = tuple(e for e in station.exhibits if not is_talk(e))
    if not station.columns and any(e.figures and not is_gap(e) for e in shown):
        shown = tuple(sorted(shown, key=is_gap))
    if any(exhibit.emphasis for exhibit in shown):
        return shown
    charts = [e for e in shown if isinstance(e, Chart)]
    if station.layout == "gap":
        # Who asks for this layout has the first chart of groups for it.
        leading = next((e for e in charts if e.form == "dumbbell"), None)
    else:
        leading = next((e for e in charts if e.block == station.leading), None)
    best = leading or strongest(shown, station)
    if best is None or (best is not leading and matched(best, shown, station)):
        return shown
    return tuple(replace(e, emphasis="main") if e is best else e for e in shown)


def is_spare(exhibit: Exhibit) -> bool:
    """Whether it came with a ready station, and only shows figures: nobody here wrote it."""
    figured = bool(exhibit.figures) and any(f.observation.known for f in exhibit.figures)
    return exhibit.at.file.startswith(SHIPPED) and figured and exhibit.emphasis is None


def said(shown: tuple[Exhibit, ...], station: Station) -> Stat | None:
    """The big number of a ready station that stands first and that the takeaway says too."""
    first = next(iter(shown), None)
    if not isinstance(first, Stat) or not station.takeaway or not is_spare(first):
        return None
    told = {key(figure) for figure in station.takeaway.figures}
    return first if key(first.figures[0]) in told else None
